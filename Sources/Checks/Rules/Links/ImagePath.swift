import Bitext
import ParsedBitext

/// Images that are missing, added or different in the target.
struct ImagePath: SegmentRule {
    static let description = RuleDescription(
        "image", .warning, .link, "An image was lost or added, or has another file.",
        discussion: """
            The rule compares the paths of the images of both sides, in any order. A locale in a path may differ. An
            icon that only the target has is a note where the source has lost it: it has a gap of blanks there, or a
            text twice, “click the Delete icon Delete icon”. Use the source's image in the target.
            """,
        bad: .init("![The menu](media/menu.png) Click **Save**.", "Cliquez sur **Enregistrer**."),
        good: .init(
            "![The menu](media/menu.png) Click **Save**.", "![Le menu](media/menu.png) Cliquez sur **Enregistrer**."),
        precision:
            """
            28.5 of 31 on pages of ten locales that nobody had read (30 November 2026), then 8 of 8 others when \
            the rule had been improved
            """
    )
    static let appliesTo = SegmentContents.images

    func check(_ pair: SegmentPair, _ report: inout Report) {
        let source = images(pair, .source)
        let target = images(pair, .target)
        let difference = MultisetDifference(source: source.map(\.key), target: target.map(\.key))
        let changed = min(difference.missing.count, difference.extra.count)
        for index in 0..<changed {
            let (lost, found) = (source[difference.missing[index]], target[difference.extra[index]])
            report.add(
                "the image differs: source has \(lost.url), target has \(found.url)", in: pair, .target,
                found.element.range, evidence: .init(source: lost.url, target: found.url),
                severity: lost.url.lowercased() == found.url.lowercased() ? .note : nil)
        }
        for index in difference.missing.dropFirst(changed) {
            report.add(
                "the image \(source[index].url) is lost", in: pair, .target, evidence: .init(source: source[index].url))
        }
        let added = difference.extra.dropFirst(changed)
        let gaps = added.isEmpty ? 0 : countGaps(pair)
        for (number, index) in added.enumerated() {
            report.add(
                "the target shows \(target[index].url), the source does not", in: pair, .target,
                target[index].element.range, evidence: .init(target: target[index].url),
                severity: number < gaps ? .note : nil)
        }
    }

    /// How many places the source has where an icon was lost: blanks in a row, or a text twice.
    private func countGaps(_ pair: SegmentPair) -> Int {
        let text = String(decoding: pair.text(.source), as: UTF8.self)
        // Three blanks, or two before a word in small letters or punctuation. Not after the end of a sentence, where
        // many authors write two blanks, nor beside the bytes of markup.
        let blanks = text.matches(
            of: /[^\s.!?:\u{1}-\u{3}](?:[ \u{A0}]{3,}[^\s\u{1}-\u{3}]|[ \u{A0}]{2}[\p{Ll},;)])/)
        return blanks.count + countDoubledTexts(pair)
    }

    /// How many words or phrases follow themselves with only blanks between.
    private func countDoubledTexts(_ pair: SegmentPair) -> Int {
        var tokens = pair.tokens(.source)
        var count = 0
        while !tokens.isEmpty {
            let length = (1...Self.maxPhraseLength).first { isDoubled(tokens, length: $0, pair) }
            count += length == nil ? 0 : 1
            tokens = tokens.dropFirst(length.map { 2 * $0 } ?? 1)
        }
        return count
    }

    /// Whether tokens begin with a number of words that follow themselves.
    private func isDoubled(_ tokens: ArraySlice<Token>, length: Int, _ pair: SegmentPair) -> Bool {
        let (first, second) = (tokens.prefix(length), tokens.dropFirst(length).prefix(length))
        guard let end = first.last?.range.upperBound, let start = second.first?.range.lowerBound, end <= start else {
            return false
        }
        return first.allSatisfy { $0.kind == .word || $0.kind == .name }
            && first.elementsEqual(second) { $0.hash == $1.hash } && pair.text(end..<start, .source).isBlankText
    }

    /// In words.
    private static let maxPhraseLength = 5

    private func images(_ pair: SegmentPair, _ side: Side) -> [(element: Element, url: String, key: UInt64)] {
        pair.elements(side).compactMap { element in
            guard element.kind == .image, let url = pair.destination(of: element, side)?.url else { return nil }
            return (element, url, LinkKey(url).key)
        }
    }
}
