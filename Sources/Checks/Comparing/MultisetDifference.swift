import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// What two collections do not share, counted: each thing of one pairs off with an equal one of the other.
struct MultisetDifference {
    /// Indices of the source's things that the target lacks, in order.
    private(set) var missing: [Int] = []
    /// Indices of the target's things that the source lacks, in order.
    private(set) var extra: [Int] = []

    var isEmpty: Bool { missing.isEmpty && extra.isEmpty }

    /// Compares by keys. O(*n* log *n*); a few things are compared without allocating.
    init(source: [UInt64], target: [UInt64]) {
        if source == target { return }
        guard source.count > 16 || target.count > 64 else {
            var taken: UInt64 = 0
            for (index, key) in source.enumerated() {
                if let match = target.indices.first(where: { taken & (1 << UInt64($0)) == 0 && target[$0] == key }) {
                    taken |= 1 << UInt64(match)
                } else {
                    missing.append(index)
                }
            }
            extra = target.indices.filter { taken & (1 << UInt64($0)) == 0 }
            return
        }
        let left = source.indices.sorted { (source[$0], $0) < (source[$1], $1) }
        let right = target.indices.sorted { (target[$0], $0) < (target[$1], $1) }
        var (i, j) = (0, 0)
        while i < left.count || j < right.count {
            if j == right.count || (i < left.count && source[left[i]] < target[right[j]]) {
                missing.append(left[i])
                i += 1
            } else if i == left.count || target[right[j]] < source[left[i]] {
                extra.append(right[j])
                j += 1
            } else {
                i += 1
                j += 1
            }
        }
        missing.sort()
        extra.sort()
    }
}
