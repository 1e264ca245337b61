import Bitext
import ParsedBitext

/// Markers that Markdown shows as text: `** gras **`.
struct UnrenderedEmphasis: SegmentRule {
    static let description = RuleDescription(
        "unrendered-emphasis", .warning, .markup, "Emphasis markers do not render; the reader sees asterisks.",
        discussion: """
            Markdown makes words bold only if the markers touch them: it shows `** gras **` and `**gras` as they are.
            The rule reports a target that shows more markers than the source. It ignores underscores of a name in the
            source (`<Name>_Log_<Date>.txt`). Put the markers around the words, without spaces.
            """,
        bad: .init("Click **Save**.", "Cliquez sur ** Enregistrer **."),
        good: .init("Click **Save**.", "Cliquez sur **Enregistrer**."),
        precision: "9 of 9 (de-DE, ja-JP; November 2026)")
    static let appliesTo = SegmentContents.visibleMarkers

    func check(_ pair: SegmentPair, _ report: inout Report) {
        var shown = markers(pair, .target)
        if shown.contains(where: { isUnderscores($0, pair) }), hasUnderscoresOfNames(pair) {
            shown.removeAll { isUnderscores($0, pair) }
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

    private func isUnderscores(_ marker: Range<Int>, _ pair: SegmentPair) -> Bool {
        pair.text(.target)[marker.lowerBound] == UInt8(ascii: "_")
    }

    /// Whether all underscores that the reader sees can be those of names of the source that were torn apart:
    /// `<Name>_Log_<Date>.txt`. In the source, Markdown may take them as markers.
    private func hasUnderscoresOfNames(_ pair: SegmentPair) -> Bool {
        let underscore = UInt8(ascii: "_")
        let source = pair.markdown(.source)
        // Destinations of links and code keep theirs.
        let hidden = pair.elements(.source).compactMap { element -> Range<Int>? in
            switch element.kind {
            case .link, .image:
                let end = pair.sideRange(element.textRange, .source).upperBound.value
                return min(end, element.range.upperBound.value)..<element.range.upperBound.value
            case .codeSpan, .htmlTag, .directive: return element.range.values
            default: return nil
            }
        }
        var count = 0
        for index in source.indices.dropFirst().dropLast() where source[index] == underscore {
            // `__bold__`
            if source[index + 1] == underscore { return false }
            let isHidden = hidden.contains { $0.contains(index) }
            if !isHidden, isInName(source[index - 1]), isInName(source[index + 1]) { count += 1 }
        }
        return count > 0 && pair.text(.target).count { $0 == underscore } <= count
    }

    /// Whether a byte can be next to an underscore in a name of words and placeholders.
    private func isInName(_ byte: UInt8) -> Bool {
        byte.isASCIIAlphanumeric || byte >= 0x80 || byte.isOne(of: "<>\\[]{}%$.-")
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
