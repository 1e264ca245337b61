import Trials

/// The rules that may name a fault in inline code: what stands in it is often of a kind that has a rule of its own.
let codeRules = [
    "code-span", "command", "parameter", "path", "identifier", "address", "version", "number", "placeholder",
    "format-placeholder",
]

/// Code spans that stand once in the target, and the same in the source.
private func codeSpans(_ sample: Sample) -> [Half.Span] {
    let codes = Set(sample.source.spans(.code).map { sample.source[$0.inner] })
    return sample.target.spans(.code).filter { span in
        let code = sample.target[span.inner]
        return !code.isEmpty && codes.contains(code) && sample.target.places(of: code).count == 1
    }
}

/// A code span is gone with what was in it.
struct CodeSpanLost: SegmentInjection {
    let name = "code-span-lost"
    let namedBy = codeRules

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        guard let span = random.pick(codeSpans(sample)), span.range.count < sample.target.bytes.count else {
            return nil
        }
        return sample.changing(span.range, to: "")
    }
}

/// One letter of a code span is another.
struct CodeSpanChanged: SegmentInjection {
    let name = "code-span-changed"
    let namedBy = codeRules

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        guard let span = random.pick(codeSpans(sample)) else { return nil }
        let letters = span.inner.filter { sample.target.bytes[$0].isLetter }
        guard letters.count >= 4, let letter = random.pick(letters) else { return nil }
        return sample.changing(letter..<letter + 1, to: [otherLetter(sample.target.bytes[letter], &random)])
    }
}

/// A word of a code span is in the target's language.
struct CodeSpanTranslated: SegmentInjection {
    let name = "code-span-translated"
    let namedBy = codeRules

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        guard let span = random.pick(codeSpans(sample)) else { return nil }
        // The target's language is that of the prose around the code.
        let words = sample.target.tokens.filter { token in
            let word = sample.target[token.range]
            return !token.isCode && (token.kind == .unspaced || token.kind == .word && word.count >= 5)
                && !sample.source.contains(word)
        }
        let parts = sample.target.bytes[span.inner].split { !$0.isLetter }.filter { $0.count >= 4 }
        guard let word = random.pick(words), let part = random.pick(parts) else { return nil }
        return sample.changing(part.startIndex..<part.endIndex, to: sample.target[word.range])
    }
}

/// A code span that the source does not have.
struct CodeSpanAdded: SegmentInjection {
    let name = "code-span-added"
    let namedBy = codeRules

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        let ends = sample.target.words.map(\.range.upperBound).filter { !sample.target.isInSpan($0) }
        guard let end = random.pick(ends), !sample.source.contains(Array("$result".utf8)) else { return nil }
        return sample.inserting(" `$result`", at: end)
    }
}

/// Straight quotes in a code block were made typographic.
struct SmartQuotesInCode: PageInjection {
    let name = "smart-quotes-in-code"
    let namedBy = codeBlockRules

    func change(_ page: SourcePage, _ random: inout SplitMix64) -> Change? {
        let quoted = codeLines(page).compactMap { line -> [Int]? in
            let quotes = line.filter { page.bytes[$0] == UInt8(ascii: "\"") }
            // Somebody's quotes inside quotes are nobody's typography.
            return quotes.count == 2 && !page.bytes[line].contains(UInt8(ascii: "`")) ? quotes : nil
        }
        guard let quotes = random.pick(quoted) else { return nil }
        return Change(
            edits: [
                Edit(quotes[0]..<quotes[0] + 1, Array("“".utf8)), Edit(quotes[1]..<quotes[1] + 1, Array("”".utf8)),
            ], segments: [])
    }
}

/// A blank in a code block is one that no shell takes for one.
struct NoBreakSpaceInCode: PageInjection {
    let name = "no-break-space-in-code"
    let namedBy = codeBlockRules

    func change(_ page: SourcePage, _ random: inout SplitMix64) -> Change? {
        let blanks = codeLines(page).flatMap { line in
            line.dropFirst().filter {
                page.bytes[$0] == 0x20 && page.bytes[$0 + 1] == UInt8(ascii: "-") && page.bytes[$0 + 2].isLetter
            }
        }
        guard let blank = random.pick(blanks) else { return nil }
        return Change(edits: [Edit(blank..<blank + 1, [0xC2, 0xA0])], segments: [])
    }
}

private let codeBlockRules = ["code-character", "code-characters", "typographic-code", "code-typography", "code-block"]

/// The lines inside fenced code blocks that hold no pair and only ASCII.
private func codeLines(_ page: SourcePage) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var isInside = false
    var start = page.bitext.source.bodyStart.value
    while start < page.bytes.count {
        let end = page.bytes[start...].firstIndex(of: 0x0A) ?? page.bytes.count
        let text = page.bytes[start..<end].drop { $0 == 0x20 }
        if text.starts(with: "```".utf8) {
            isInside.toggle()
        } else if isInside, end - start > 2, text.first != UInt8(ascii: "#"), text.allSatisfy({ $0 < 0x80 }),
            !Half(Array(text)).contains(Array("data-ttu".utf8)), page.bytes[end - 1].isLetter || end < page.bytes.count
        {
            lines.append(start..<end)
        }
        start = end + 1
    }
    return isInside ? [] : lines
}
