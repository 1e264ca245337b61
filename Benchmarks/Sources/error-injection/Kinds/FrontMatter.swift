import Trials

/// The title is the source's heading.
struct TitleUntranslated: PageInjection {
    let name = "title-untranslated"
    let namedBy = ["untranslated-title"]

    func change(_ page: SourcePage, _ random: inout SplitMix64) -> Change? {
        guard let line = FrontMatterLine("title", page), let (source, target) = firstHeading(page) else { return nil }
        let text = String(decoding: source.bytes, as: UTF8.self)
        guard source.asciiWords.count >= 2, source.bytes != target.bytes, source.spans.isEmpty,
            !text.contains(": "), !text.contains("#"), !text.contains("\""), !line.value(page).contains(text)
        else { return nil }
        return Change(edits: [Edit(line.value, Array("\"\(text)\"".utf8))], segments: [])
    }

    private func firstHeading(_ page: SourcePage) -> (Half, Half)? {
        guard let segment = page.bitext.segments.first, let source = segment.source, let target = segment.target,
            page.bytes[page.lineStart(segment.range.lowerBound)...].starts(with: "# ".utf8)
        else { return nil }
        return (Half(Array(page.bytes[source.content])), Half(Array(page.bytes[target.content])))
    }
}

/// The page says that it is in another language than its folder.
struct ContentLocaleWrong: PageInjection {
    let name = "contentlocale-wrong"
    let namedBy = contentLocaleRules

    func change(_ page: SourcePage, _ random: inout SplitMix64) -> Change? {
        guard let line = FrontMatterLine("ms.contentlocale", page) else { return nil }
        let others = ["fr-FR", "de-DE", "it-IT", "en-US"].filter { $0.lowercased() != line.value(page).lowercased() }
        return random.pick(others).map { Change(edits: [Edit(line.value, Array($0.utf8))], segments: []) }
    }
}

/// The page does not say what language it is in.
struct ContentLocaleMissing: PageInjection {
    let name = "contentlocale-missing"
    let namedBy = contentLocaleRules

    func change(_ page: SourcePage, _ random: inout SplitMix64) -> Change? {
        FrontMatterLine("ms.contentlocale", page).map {
            // The whole front matter is the place, as nothing is left of the line.
            let (range, start) = ($0.line, $0.start)
            return Change(edits: [Edit(start..<start, []), Edit(range, []), Edit($0.end..<$0.end, [])], segments: [])
        }
    }
}

private let contentLocaleRules = ["content-locale"]

/// A line of the front matter, found without its reader.
private struct FrontMatterLine {
    /// With its line break.
    let line: Range<Int>
    let value: Range<Int>
    /// The front matter's own bounds.
    let start: Int
    let end: Int

    init?(_ key: String, _ page: SourcePage) {
        guard let range = page.bitext.target?.frontMatter?.range.values else { return nil }
        var offset = range.lowerBound
        while offset < range.upperBound {
            let lineEnd = page.bytes[offset..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound
            if page.bytes[offset..<lineEnd].starts(with: "\(key): ".utf8) {
                var valueEnd = lineEnd
                if page.bytes[valueEnd - 1] == 0x0D { valueEnd -= 1 }
                line = offset..<min(lineEnd + 1, range.upperBound)
                value = offset + key.utf8.count + 2..<valueEnd
                start = range.lowerBound
                end = range.upperBound
                return
            }
            offset = lineEnd + 1
        }
        return nil
    }

    func value(_ page: SourcePage) -> String { String(decoding: page.bytes[value], as: UTF8.self) }
}
