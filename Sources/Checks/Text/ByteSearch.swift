/// For short texts, such as words and segments.
extension ArraySlice<UInt8> {
    /// The bytes without ASCII whitespace at both ends.
    var trimmingBlanks: ArraySlice<UInt8> {
        var slice = self
        while let first = slice.first, first.isASCIIBlank { slice.removeFirst() }
        while let last = slice.last, last.isASCIIBlank { slice.removeLast() }
        return slice
    }

    /// Whether the bytes begin with a lower-case word. ASCII letters match in any case.
    func startsIgnoringCase(with word: [UInt8]) -> Bool {
        count >= word.count && zip(self, word).allSatisfy { $0.asciiLowercased == $1 }
    }

    /// Whether the bytes contain others.
    func contains(_ needle: [UInt8]) -> Bool {
        guard let first = needle.first else { return true }
        var index = startIndex
        while let found = self[index...].firstIndex(of: first) {
            if self[found...].starts(with: needle) { return true }
            index = found + 1
        }
        return false
    }
}
