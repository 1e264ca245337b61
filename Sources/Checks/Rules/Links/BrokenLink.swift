import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// `[text] (url)`: a blank between the two halves of a link, so that it is none.
struct BrokenLink: SegmentRule {
    static let description = RuleDescription(
        "broken-link", .error, .markup, "A blank between `]` and `(` keeps a link from being one.",
        discussion: """
            Markdown reads `[text] (url)` as text with brackets. The rule speaks where the source has the link or no such
            blank. `--fix` takes the blank out.
            """,
        bad: .init("See [Plan](plan.md).", "Voir [Planifier] (plan.md)."),
        good: .init("See [Plan](plan.md).", "Voir [Planifier](plan.md)."), isFixable: true)
    static let appliesTo: SegmentContents = [.links, .images, .brackets]

    func check(_ pair: SegmentPair, _ report: inout Report) {
        guard mayBeBroken(pair) else { return }
        let target = pair.markdown(.target)
        var index = target.startIndex
        while let bracket = target[index...].firstIndex(of: UInt8(ascii: "]")) {
            index = bracket + 1
            let blank = blankLength(target, at: index)
            guard blank > 0, index + blank < target.endIndex, target[index + blank] == UInt8(ascii: "("),
                let address = address(target, from: index + blank + 1), !sourceHasTheSame(pair)
            else { continue }
            report.add(
                "`] (` is no link; take out the blank", segment: pair.index, side: .target,
                at: pair.location(of: SideRange(bracket..<index + blank + 1), .target),
                evidence: .init(target: String(decoding: target[bracket..<address], as: UTF8.self)),
                fix: .init(pair.location(of: SideRange(index..<index + blank), .target), ""))
        }
    }

    /// Whether any `]` of the target has a blank behind it.
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

    /// Where the address in parentheses ends, if it looks like one: a path or a URL, not a remark.
    private func address(_ text: ArraySlice<UInt8>, from start: Int) -> Int? {
        guard let end = text[start...].firstIndex(of: UInt8(ascii: ")")), end > start, end - start < 1024 else {
            return nil
        }
        let inside = text[start..<end]
        let isPath =
            inside.contains(UInt8(ascii: "/")) || inside.starts(with: "mailto:".utf8)
            || inside.first == UInt8(ascii: "#")
            || inside.suffix(3).elementsEqual(".md".utf8)
        guard isPath, !inside.trimmingBlanks.contains(where: \.isASCIIBlank) else { return nil }
        return end + 1
    }

    private func sourceHasTheSame(_ pair: SegmentPair) -> Bool {
        let source = pair.markdown(.source)
        return source.indices.contains { source[$0...].starts(with: "] (".utf8) }
    }
}

extension ArraySlice<UInt8> {
    /// Without ASCII blanks at either end.
    var trimmingBlanks: ArraySlice<UInt8> {
        var slice = self
        while let first = slice.first, first.isASCIIBlank { slice.removeFirst() }
        while let last = slice.last, last.isASCIIBlank { slice.removeLast() }
        return slice
    }
}
