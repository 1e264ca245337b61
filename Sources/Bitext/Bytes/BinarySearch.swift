extension RandomAccessCollection where Index == Int {
    /// The index of the first element that matches, or the end. O(log count).
    ///
    /// - Parameter matches: false for the first elements of the collection, and true for all after them.
    @inlinable
    package func partitioningIndex(where matches: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if matches(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
