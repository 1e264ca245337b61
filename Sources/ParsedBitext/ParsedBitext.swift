import Bitext
import MarkdownSyntax

/// A bitext with both sides parsed.
///
/// A class, so that passing it on copies one reference.
public final class ParsedBitext: Sendable {
    package let bitext: Bitext
    package let source: ParsedSide
    /// nil for a text without a translation. What ``unintendedMarkers`` has is text here.
    package let target: ParsedSide?
    /// The markers of blocks with which a target begins and its source does not, in the order of the page.
    package let unintendedMarkers: [UnintendedMarker]
    /// The signs of the target that are text on both sides, in order.
    private let signs: [SideOffset]

    /// Parses both sides.
    public convenience init(_ bitext: Bitext) { self.init(bitext, trees: nil) }

    /// - Parameter trees: those of the sides, where the reader needed them. The target's is the published one.
    package init(_ bitext: Bitext, trees: (source: MarkdownTree, target: MarkdownTree)?) {
        self.bitext = bitext
        let markers = UnintendedMarker.all(in: bitext)
        unintendedMarkers = markers
        if let trees {
            signs = []
            source = ParsedSide(bitext.source, trees.source)
            target = bitext.target.map { target in
                markers.isEmpty
                    ? ParsedSide(target, trees.target) : ParsedSide(target, literals: markers.map(\.mark))
            }
            return
        }
        let signs = SignsOfItems(in: bitext)
        self.signs = signs.target
        source = ParsedSide(bitext.source, literals: signs.source)
        target = bitext.target.map { target in
            ParsedSide(target, literals: (signs.target + markers.map(\.mark)).sorted())
        }
    }

    /// The target as the published page shows it: what ``unintendedMarkers`` has marks blocks. Parsed on each call, where
    /// there are any.
    package var publishedTarget: ParsedSide? {
        unintendedMarkers.isEmpty ? target : bitext.target.map { ParsedSide($0, literals: published) }
    }

    /// What is text on both sides; what only the target has marks a block.
    private var published: [SideOffset] {
        let marks = Set(unintendedMarkers.map(\.mark))
        return signs.filter { !marks.contains($0) }
    }

    /// One side. Where there is no target, both sides are the source.
    package subscript(side: Side) -> ParsedSide { side == .source ? source : target ?? source }

    // MARK: The source's lines and segments

    /// The 1-based line in its file of a byte of the source.
    package func line(of offset: SideOffset) -> Int { bitext.line(of: offset, on: .source) }

    /// The indices of the segments that overlap a range of the source, each once, in order.
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

    /// The ids of the segments that overlap a range of the source.
    package func segmentIDs(in range: SideRange) -> [String] { segments(in: range).map { bitext.segments[$0].id } }
}
