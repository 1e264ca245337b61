import Bitext
import ParsedBitext

/// Markers that Markdown shows as text: `** gras **`.
struct UnrenderedEmphasis: SegmentRule {
    static let description = RuleDescription(
        "unrendered-emphasis", .warning, .markup, "Emphasis markers do not render; the reader sees asterisks.",
        discussion: """
            Markdown makes words bold only if the markers touch them: it shows `** gras **` and `**gras` as they are.
            It makes no italics of underscores inside a word, `选择_确定_按钮`, where `*` does. The rule reports a target that
            shows more markers than the source. Single markers, `~~` and full-width `＊＊` count only if the target has
            less emphasis. It ignores underscores where the source has a name such as `<Name>_Log_<Date>.txt`. Put the
            same markers on both sides of the words, without spaces.
            """,
        bad: .init("Click **Save**.", "Cliquez sur ** Enregistrer **."),
        good: .init("Click **Save**.", "Cliquez sur **Enregistrer**."),
        precision:
            """
            18 of 19 on pages of eight locales that nobody had read (30 November 2026), before the rule was \
            improved
            """
    )
    static let appliesTo: SegmentContents = [.visibleMarkers, .emphasis]

    func check(_ pair: SegmentPair, _ report: inout Report) {
        guard showsMarkers(pair) else { return }
        let isLost = losesEmphasis(pair)
        var shown = markers(pair, .target, all: isLost)
        if !shown.isEmpty {
            let (inNames, kept) = (hasUnderscoresInNames(pair), keepsUnderscores(pair))
            shown.removeAll {
                pair.text(.target)[$0.lowerBound] == UInt8(ascii: "_") && (inNames || kept && $0.count == 1)
            }
        }
        guard let first = shown.first else { return }
        let expected = markers(pair, .source, all: isLost)
        // If the source shows as many, they are intended: a wildcard, a footnote.
        guard shown.count > expected.count else { return }
        // A single asterisk is a marker only if emphasis of the source is missing.
        let isDouble = shown.contains { $0.count >= 2 }
        guard isDouble || isLost else { return }
        let marker = shown.first { $0.count >= 2 } ?? first
        report.add(
            "the reader sees `\(pair.string(TextRange(marker), .target))`; \(advice(marker, shown, pair))",
            in: pair, .target, pair.sideRange(TextRange(marker), .target),
            evidence: .init(target: context(marker, pair)))
    }

    /// What to do about a marker.
    private func advice(_ marker: Range<Int>, _ shown: [Range<Int>], _ pair: SegmentPair) -> String {
        let text = pair.text(.target)
        func isBlank(_ offset: Int) -> Bool { text.indices.contains(offset) && text[offset].isASCIIBlank }
        if text[marker.lowerBound] >= 0x80 { return "write `**`" }
        let place = pair.sideRange(TextRange(marker), .target).lowerBound.value
        // The marker can be after another segment that interrupts this one.
        if place > 0, pair.tokenized.bitext[.target].bytes[place - 1] == UInt8(ascii: "\\") {
            return isBlank(marker.upperBound)
                ? "remove the backslash; the markers must touch the words" : "remove the backslash before it"
        }
        guard marker.count == 1, let next = shown.first(where: { $0.lowerBound > marker.lowerBound }) else {
            let isAlone = marker.count == 1 && !(isBlank(marker.upperBound) && isBlank(marker.lowerBound - 1))
            return isAlone
                ? "as many markers must be before the words as after them" : "the markers must touch the words"
        }
        return text[marker.lowerBound] == UInt8(ascii: "_") && !isBlank(marker.upperBound)
            && !isBlank(next.lowerBound - 1)
            ? "beside a letter, write `*` instead" : "the markers must touch the words"
    }

    /// Whether the target shows a character that can be a marker. The fast path.
    private func showsMarkers(_ pair: SegmentPair) -> Bool {
        pair.contents.contains(.visibleMarkers) || pair.text(.target).contains(Self.wideAsterisks)
    }

    /// Whether the target has less bold, italic or struck-out text than the source. `*gras**` is italic and an asterisk.
    private func losesEmphasis(_ pair: SegmentPair) -> Bool {
        func count(_ kind: Element.Kind, _ side: Side) -> Int { pair.elements(side).count { $0.kind == kind } }
        return pair.emphasisCount(.source) > pair.emphasisCount(.target)
            || count(.strong, .source) > count(.strong, .target)
    }

    /// The ranges of the markers that a reader sees, as offsets of the visible text.
    ///
    /// - Parameter all: whether to look for those that are seldom markers, too: single ones that a blank or a word is on both
    ///   sides of, tildes and full-width asterisks.
    private func markers(_ pair: SegmentPair, _ side: Side, all: Bool) -> [Range<Int>] {
        let text = pair.text(side)
        var found: [Range<Int>] = []
        // Single markers that count only in pairs.
        var singles: [Range<Int>] = []
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            if all, byte == 0xEF, text[index...].starts(with: Self.wideAsterisks) {
                found.append(index..<index + Self.wideAsterisks.count)
                index += Self.wideAsterisks.count
                continue
            }
            guard byte.isOne(of: "*_~") else {
                index += 1
                continue
            }
            var end = index
            while end < text.endIndex, text[end] == byte { end += 1 }
            let run = index..<end
            switch byte {
            case UInt8(ascii: "*") where run.count <= 3 && !isWildcard(text, run): found.append(run)
            // `snake_case` is a name.
            case UInt8(ascii: "_") where run.count == 2: found.append(run)
            case UInt8(ascii: "~") where run.count == 2 && all: found.append(run)
            case UInt8(ascii: "*") where run.count == 1 && isBetweenBlanks(text, run),
                UInt8(ascii: "_") where run.count == 1:
                singles.append(run)
            default: break
            }
            index = end
        }
        guard all, let marks = marked(by: singles, text, pair) else { return found }
        return (found + marks).sorted { $0.lowerBound < $1.lowerBound }
    }

    /// The first two equal markers that can be around words: `_ mot _`, `_リレー_`, `* mot *`; not the two of `max_size_mb`.
    private func marked(by singles: [Range<Int>], _ text: ArraySlice<UInt8>, _ pair: SegmentPair) -> [Range<Int>]? {
        func isInName(_ offset: Int) -> Bool { text.indices.contains(offset) && text[offset].isASCIIAlphanumeric }
        for (open, close) in zip(singles, singles.dropFirst()) {
            let words = text[open.upperBound..<close.lowerBound]
            if text[open.lowerBound] == UInt8(ascii: "*"), areSigns(open, close, text, pair) { continue }
            if text[open.lowerBound] == text[close.lowerBound], words.count <= Self.maxLength,
                words.contains(where: { $0.isASCIIAlphanumeric || $0 >= 0x80 }),
                !isInName(open.lowerBound - 1), !isInName(close.upperBound)
            {
                return [open, close]
            }
        }
        return nil
    }

    /// Whether two asterisks between blanks are operators, "2 * 3 * 4", or the sign itself that the source names: a number is
    /// beside one, or what is between them is far longer than what the source emphasizes.
    private func areSigns(
        _ open: Range<Int>, _ close: Range<Int>, _ text: ArraySlice<UInt8>, _ pair: SegmentPair
    ) -> Bool {
        let isBesideNumber = [open, close].contains { sign in
            let after = text[sign.upperBound...].drop(while: \.isASCIIBlank).first
            let before = text[..<sign.lowerBound].last { !$0.isASCIIBlank }
            return before?.isASCIIDigit ?? false || after?.isASCIIDigit ?? false
        }
        if isBesideNumber || Self.namesOfSign.contains(where: { pair.contains($0, .source) }) { return true }
        let emphasized = pair.elements(.source).filter { $0.kind == .emphasis || $0.kind == .strong }
            .map(\.textRange.count).max()
        return close.lowerBound - open.upperBound > 2 * (emphasized ?? 0) + 12
    }

    /// What a source calls an asterisk.
    private static let namesOfSign = ["asterisk", "wildcard", "wild card", "×"]

    /// How long words with single markers around them can be, in bytes: a label or a title.
    private static let maxLength = 160
    private static let wideAsterisks = Array("＊＊".utf8)

    /// Whether the source shows as many underscores: those of a name that is translated.
    private func keepsUnderscores(_ pair: SegmentPair) -> Bool {
        func count(_ side: Side) -> Int { pair.text(side).count { $0 == UInt8(ascii: "_") } }
        return count(.source) >= count(.target)
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
        // "*." can end a sentence.
        let isSuffix = after == UInt8(ascii: ".") && !(text[run.upperBound...].dropFirst().first?.isASCIIBlank ?? true)
        if isSuffix || after == UInt8(ascii: "@") || before == UInt8(ascii: ".")
            || before == UInt8(ascii: "\\") || before == UInt8(ascii: "/")
        {
            return true
        }
        return isBetweenBlanks(text, run)
    }

    private func isBetweenBlanks(_ text: ArraySlice<UInt8>, _ run: Range<Int>) -> Bool {
        let before = run.lowerBound > text.startIndex ? text[run.lowerBound - 1] : 0x20
        let after = run.upperBound < text.endIndex ? text[run.upperBound] : 0x20
        return before.isASCIIBlank && after.isASCIIBlank
    }

    private func context(_ marker: Range<Int>, _ pair: SegmentPair) -> String {
        let text = pair.text(.target)
        let end = min(text.endIndex, marker.upperBound + 24)
        return String(decoding: text[marker.lowerBound..<end], as: UTF8.self).removingMarkupBytes()
    }
}
