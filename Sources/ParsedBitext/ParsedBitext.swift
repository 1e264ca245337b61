import Bitext
import MarkdownSyntax

/// A bitext with both sides parsed.
///
/// A class, because all who read the bitext hand it on.
public final class ParsedBitext: Sendable {
    package let bitext: Bitext
    package let source: ParsedSide
    /// nil for a text without a translation.
    package let target: ParsedSide?

    public init(_ bitext: Bitext) {
        self.bitext = bitext
        source = ParsedSide(bitext.source)
        target = bitext.target.map { ParsedSide($0) }
    }

    /// One side; of a text without a translation, the text.
    package subscript(side: Side) -> ParsedSide { side == .source ? source : target ?? source }

    // MARK: Places and segments of the source

    /// The line in its file of a byte of the source.
    package func line(of offset: SideOffset) -> Int { bitext.line(of: offset, on: .source) }

    /// The indices of the segments that a stretch of the source touches, each once, in order.
    package func segments(in range: SideRange) -> [Int] {
        let runs = source.text.runs
        guard !range.isEmpty, !runs.isEmpty else { return [] }
        var found: [Int] = []
        var index = source.text.runIndex(at: range.lowerBound)
        while index < runs.count, runs[index].start < range.upperBound {
            if let segment = runs[index].segment, found.last != segment { found.append(segment) }
            index += 1
        }
        return found
    }

    /// The ids of the segments that a stretch of the source touches.
    package func segmentIDs(in range: SideRange) -> [String] { segments(in: range).map { bitext.segments[$0].id } }
}
