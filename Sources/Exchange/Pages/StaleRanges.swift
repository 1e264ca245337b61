import Bitext
import Checks

/// The places of what changed in a source after it was translated.
struct StaleRanges {
    private let source: RangeUnion
    private let target: RangeUnion

    init(_ parts: [StalePart]) {
        source = RangeUnion(parts.compactMap { $0.source?.values })
        target = RangeUnion(parts.map(\.target.values).filter { !$0.isEmpty })
    }

    /// Whether a part of a segment's source changed. O(log ranges).
    func contain(_ segment: Segment) -> Bool {
        source.overlaps(segment.source?.range.values ?? 0..<0) || target.overlaps(segment.target?.range.values ?? 0..<0)
    }
}
