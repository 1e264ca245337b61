import Bitext
import ParsedBitext

extension TokenizedBitext {
    /// The segments with both variants that have all of the given contents.
    func pairs(with contents: SegmentContents = []) -> SegmentPairs {
        SegmentPairs(self, all: contents.union(.isPaired))
    }

    /// The segments with both variants that differ and are not too long to be compared piece by piece.
    ///
    /// - Parameter contents: of which a segment must have one; nil for all segments.
    func comparablePairs(with contents: SegmentContents? = nil) -> SegmentPairs {
        SegmentPairs(self, all: .isPaired, any: contents ?? .isPaired, none: [.isSame, .isLong])
    }

    /// The index of the segment in which a location begins. O(log segments).
    func segment(at location: Location) -> Int? {
        let segments = bitext.segments
        let low = segments.partitioningIndex { $0.location.start > location.start }
        guard low > 0, segments[low - 1].location.range.upperBound > location.range.lowerBound else { return nil }
        return low - 1
    }

    /// Of ascending offsets in the target's text, returns those that are in segments whose variants differ. Linear.
    func changedSegments(at offsets: [Int]) -> [(offset: Int, pair: SegmentPair)] {
        guard !offsets.isEmpty else { return [] }
        var found: [(offset: Int, pair: SegmentPair)] = []
        var next = 0
        for pair in pairs() {
            let text = target.segments[pair.index].text
            while next < offsets.count, offsets[next] < text.lowerBound { next += 1 }
            while next < offsets.count, offsets[next] < text.upperBound {
                if !pair.contents.contains(.isSame) { found.append((offsets[next], pair)) }
                next += 1
            }
        }
        return found
    }
}
