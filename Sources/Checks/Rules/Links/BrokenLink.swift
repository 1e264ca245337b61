import Bitext
import ParsedBitext

/// A link with a space between text and destination, which Markdown does not read as a link: `[text] (url)`,
/// `[text] [label]`.
struct BrokenLink: SegmentRule {
    static let description = RuleDescription(
        "broken-link", .error, .markup, "A space between `]` and `(` or `[` breaks a link.",
        discussion: """
            Markdown reads `[text] (url)` as text with brackets, and `[text] [label]` as text with brackets and a link with
            the label as its text. The rule ignores segments whose source has as many such spaces, and `] [` where the
            source has no `[text][label]` with this label. Remove the space. `--fix` removes it.
            """,
        bad: .init("See [Plan](plan.md).", "Voir [Planifier] (plan.md)."),
        good: .init("See [Plan](plan.md).", "Voir [Planifier](plan.md)."), isFixable: true)
    static let appliesTo: SegmentContents = [.links, .images, .brackets]

    func check(_ pair: SegmentPair, _ report: inout Report) {
        guard mayBeBroken(pair) else { return }
        checkReferences(pair, &report)
        let target = pair.markdown(.target)
        let found = gaps(target, before: UInt8(ascii: "("))
        let added = found.count - gaps(pair.markdown(.source), before: UInt8(ascii: "(")).count
        guard added > 0 else { return }
        let broken = found.compactMap { gap in address(target, from: gap.upperBound).map { (gap: gap, end: $0) } }
        for (gap, end) in broken.suffix(added) {
            report.add(
                "`] (` is not a link; remove the space", segment: pair.index, side: .target,
                at: pair.location(of: SideRange(gap), .target),
                evidence: .init(target: String(decoding: target[gap.lowerBound..<end], as: UTF8.self)),
                fix: .init(pair.location(of: SideRange(gap.lowerBound + 1..<gap.upperBound - 1), .target), ""))
        }
    }

    /// Reports `[text] [label]` where a link of the source is `[text][label]`.
    private func checkReferences(_ pair: SegmentPair, _ report: inout Report) {
        let target = pair.markdown(.target)
        for gap in gaps(target, before: UInt8(ascii: "[")) {
            let start = gap.upperBound - 1
            guard let end = target[start...].firstIndex(of: UInt8(ascii: "]")) else { continue }
            // The label alone is a link, if it is defined.
            let label = target[start...end]
            let isLink = pair.elements(.target).contains {
                $0.kind == .link && $0.range.values == start..<end + 1
            }
            guard isLink, pair.elements(.source).contains(where: { isReference($0, to: label, pair) }) else { continue }
            report.add(
                "`] [` is not a link; remove the space", segment: pair.index, side: .target,
                at: pair.location(of: SideRange(gap), .target),
                evidence: .init(target: String(decoding: target[gap.lowerBound...end], as: UTF8.self)),
                fix: .init(pair.location(of: SideRange(gap.lowerBound + 1..<start), .target), ""))
        }
    }

    /// Whether an element of the source is a link `[text][label]`.
    private func isReference(_ link: Element, to label: ArraySlice<UInt8>, _ pair: SegmentPair) -> Bool {
        let text = pair.string(link, .source)
        return link.kind == .link
            && text.lowercased().hasSuffix("]" + String(decoding: label, as: UTF8.self).lowercased())
    }

    /// The places with blanks between `]` and an opening bracket, from one to the other.
    private func gaps(_ text: ArraySlice<UInt8>, before bracket: UInt8) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = text.startIndex
        while let close = text[index...].firstIndex(of: UInt8(ascii: "]")) {
            index = close + 1
            let end = index + blankLength(text, at: index)
            if end > index, end < text.endIndex, text[end] == bracket { found.append(close..<end + 1) }
        }
        return found
    }

    /// Whether a `]` of the target has a space after it. A fast test before the search.
    private func mayBeBroken(_ pair: SegmentPair) -> Bool {
        pair.markdown(.target).withUnsafeBufferPointer { bytes in
            var start = 0
            while let bracket = bytes.firstOffset(of: UInt8(ascii: "]"), from: start, to: bytes.count - 1) {
                if bytes[bracket + 1] == 0x20 || bytes[bracket + 1] == 0xC2 { return true }
                start = bracket + 1
            }
            return false
        }
    }

    private func blankLength(_ text: ArraySlice<UInt8>, at index: Int) -> Int {
        var end = index
        while end < text.endIndex, end - index < 6 {
            if text[end] == 0x20 {
                end += 1
            } else if text[end] == 0xC2, end + 1 < text.endIndex, text[end + 1] == 0xA0 {
                end += 2
            } else {
                break
            }
        }
        return end - index
    }

    /// The end of the address in parentheses; nil if the text in them does not look like a path or a URL.
    private func address(_ text: ArraySlice<UInt8>, from start: Int) -> Int? {
        guard let end = text[start...].firstIndex(of: UInt8(ascii: ")")), end > start, end - start < 1024 else {
            return nil
        }
        let inside = text[start..<end]
        // A picture in parentheses: "( ![Undo](undo.svg) )".
        guard inside.trimmingBlanks.first != UInt8(ascii: "!") else { return nil }
        let isPath =
            inside.contains(UInt8(ascii: "/")) || inside.starts(with: "mailto:".utf8)
            || inside.first == UInt8(ascii: "#")
            || inside.suffix(3).elementsEqual(".md".utf8)
        guard isPath, !inside.trimmingBlanks.contains(where: \.isASCIIBlank) else { return nil }
        return end + 1
    }
}
