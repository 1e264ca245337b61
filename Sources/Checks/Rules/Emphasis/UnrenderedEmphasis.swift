import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// `** gras **`: markers that Markdown shows instead of using.
struct UnrenderedEmphasis: SegmentRule {
    static let description = RuleDescription(
        "unrendered-emphasis", .warning, .markup, "Emphasis markers do not render; the reader sees asterisks.",
        discussion: """
            Markdown makes words bold only where the markers touch them: `** gras **` and `**gras` stay as they are. The rule
            speaks where the target shows more markers than the source. Put the markers around the words, without blanks.
            """,
        bad: .init("Click **Save**.", "Cliquez sur ** Enregistrer **."),
        good: .init("Click **Save**.", "Cliquez sur **Enregistrer**."),
        precision: "9 of 9 (de-DE, ja-JP; November 2026)")
    static let appliesTo = SegmentContents.visibleMarkers

    func check(_ pair: SegmentPair, _ report: inout Report) {
        let shown = markers(pair, .target)
        guard let first = shown.first else { return }
        let expected = markers(pair, .source)
        // Where the source shows as many, they are meant: a wildcard, a footnote.
        guard shown.count > expected.count else { return }
        // Somebody who writes one asterisk may mean one; the source's emphasis tells.
        let lost = pair.emphasisCount(.source) > pair.emphasisCount(.target)
        let isDouble = shown.contains { $0.count >= 2 }
        guard isDouble || lost else { return }
        let marker = shown.first { $0.count >= 2 } ?? first
        report.add(
            "the reader sees `\(pair.string(TextRange(marker), .target))`; the markers must touch the words",
            in: pair, .target, pair.sideRange(TextRange(marker), .target),
            evidence: .init(target: context(marker, pair)))
    }

    /// The runs of asterisks and double underscores that a reader sees, in the side's text.
    private func markers(_ pair: SegmentPair, _ side: Side) -> [Range<Int>] {
        let text = pair.text(side)
        var found: [Range<Int>] = []
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            guard byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") else {
                index += 1
                continue
            }
            var end = index
            while end < text.endIndex, text[end] == byte { end += 1 }
            // `snake_case` and `*.txt` are names; a lone underscore is no emphasis that anybody wrote.
            if byte == UInt8(ascii: "*") ? end - index <= 3 && !isWildcard(text, index..<end) : end - index == 2 {
                found.append(index..<end)
            }
            index = end
        }
        return found
    }

    /// `*.contoso.com`, `sip.*`, `*@contoso.com`, `2 * 3`.
    private func isWildcard(_ text: ArraySlice<UInt8>, _ run: Range<Int>) -> Bool {
        guard run.count == 1 else { return false }
        let before = run.lowerBound > text.startIndex ? text[run.lowerBound - 1] : 0x20
        let after = run.upperBound < text.endIndex ? text[run.upperBound] : 0x20
        if after == UInt8(ascii: ".") || after == UInt8(ascii: "@") || before == UInt8(ascii: ".")
            || before == UInt8(ascii: "\\") || before == UInt8(ascii: "/")
        {
            return true
        }
        return before.isASCIIBlank && after.isASCIIBlank
    }

    private func context(_ marker: Range<Int>, _ pair: SegmentPair) -> String {
        let text = pair.text(.target)
        let end = min(text.endIndex, marker.upperBound + 24)
        return String(decoding: text[marker.lowerBound..<end], as: UTF8.self).replacingStands()
    }
}

extension String {
    /// Without the bytes that stand for markup in a side's text, and without half a character at the end.
    func replacingStands() -> String {
        // U+FFFD begins with 0xEF.
        guard utf8.contains(where: { $0 <= 3 || $0 == 0xEF }) else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.filter { $0.value > 3 && $0 != "\u{FFFD}" }))
    }
}
