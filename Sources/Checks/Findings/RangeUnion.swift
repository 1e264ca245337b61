import Bitext

/// Ranges without what they have in common, to find out fast whether one of them overlaps another range.
package struct RangeUnion {
    private var ranges: [Range<Int>] = []

    package init(_ ranges: [Range<Int>]) {
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = self.ranges.last, range.lowerBound <= last.upperBound {
                self.ranges[self.ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                self.ranges.append(range)
            }
        }
    }

    /// O(log ranges).
    package func overlaps(_ range: Range<Int>) -> Bool {
        let low = ranges.partitioningIndex { $0.upperBound > range.lowerBound }
        return low < ranges.count && ranges[low].overlaps(range)
    }
}
