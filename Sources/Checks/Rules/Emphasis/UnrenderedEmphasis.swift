import Bitext
import ParsedBitext

/// Markers that Markdown shows as text: `** gras **`.
struct UnrenderedEmphasis: SegmentRule {
    static let description = RuleDescription(
        "unrendered-emphasis", .warning, .markup, "Emphasis markers do not render; the reader sees asterisks.",
        discussion: """
            Markdown makes words bold only if the markers touch them: it shows `** gras **` and `**gras` as they are.
            The rule reports a target that shows more markers than the source. It ignores underscores where the
            source has a name such as `<Name>_Log_<Date>.txt`. Put the markers around the words, without spaces.
            """,
        bad: .init("Click **Save**.", "Cliquez sur ** Enregistrer **."),
        good: .init("Click **Save**.", "Cliquez sur **Enregistrer**."),
        precision:
            "15 of 16 on pages of eight locales that nobody had read (30 November 2026, most of the wrong kinds mended since)"
    )
    static let appliesTo = SegmentContents.visibleMarkers

    func check(_ pair: SegmentPair, _ report: inout Report) {
        var shown = markers(pair, .target)
        if !shown.isEmpty, hasUnderscoresInNames(pair) {
            shown.removeAll { pair.text(.target)[$0.lowerBound] == UInt8(ascii: "_") }
        }
        guard let first = shown.first else { return }
        let expected = markers(pair, .source)
        // If the source shows as many, they are intended: a wildcard, a footnote.
        guard shown.count > expected.count else { return }
        // A single asterisk is a marker only if emphasis of the source is missing.
        let isLost = pair.emphasisCount(.source) > pair.emphasisCount(.target)
        let isDouble = shown.contains { $0.count >= 2 }
        guard isDouble || isLost else { return }
        let marker = shown.first { $0.count >= 2 } ?? first
        report.add(
            "the reader sees `\(pair.string(TextRange(marker), .target))`; the markers must touch the words",
            in: pair, .target, pair.sideRange(TextRange(marker), .target),
            evidence: .init(target: context(marker, pair)))
    }

    /// The ranges of the asterisks and double underscores that a reader sees, as offsets of the visible text.
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
            // `snake_case` and `*.txt` are names. Single underscores are rarely used for emphasis.
            if byte == UInt8(ascii: "*") ? end - index <= 3 && !isWildcard(text, index..<end) : end - index == 2 {
                found.append(index..<end)
            }
            index = end
        }
        return found
    }

    /// Whether the source has an underscore beside a placeholder, `<Name>_Log_<Date>.txt`, and none as markers. Machine
    /// translation tears such names apart, and two of their underscores may meet.
    private func hasUnderscoresInNames(_ pair: SegmentPair) -> Bool {
        let source = pair.markdown(.source)
        return !source.contains(Array("__".utf8))
            && [">_", "_<", "_\\<"].contains { source.contains(Array($0.utf8)) }
    }

    /// Whether a single asterisk is a wildcard or an operator: `*.contoso.com`, `sip.*`, `*@contoso.com`, `2 * 3`.
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
        return String(decoding: text[marker.lowerBound..<end], as: UTF8.self).removingMarkupBytes()
    }
}
