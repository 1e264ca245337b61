/// The elements of two collections that are not in the other one. Equal elements are matched one to one, in any order.
struct MultisetDifference {
    /// The indices of the source's elements without a match, in order.
    private(set) var missing: [Int] = []
    /// The indices of the target's elements without a match, in order.
    private(set) var extra: [Int] = []

    var isEmpty: Bool { missing.isEmpty && extra.isEmpty }

    /// O(*n* log *n*). A few elements are compared without allocating.
    init(source: [UInt64], target: [UInt64]) {
        if source == target { return }
        guard source.count > 16 || target.count > 64 else {
            var matched: UInt64 = 0
            for (index, key) in source.enumerated() {
                if let match = target.indices.first(where: { matched & (1 << UInt64($0)) == 0 && target[$0] == key }) {
                    matched |= 1 << UInt64(match)
                } else {
                    missing.append(index)
                }
            }
            extra = target.indices.filter { matched & (1 << UInt64($0)) == 0 }
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
