import Bitext

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
    func contains(_ needle: [UInt8]) -> Bool { needle.isEmpty || firstPlace(of: needle[...]) != nil }

    /// The first range of other bytes. In short texts, which this is for, it need not be linear.
    func firstPlace(of needle: ArraySlice<UInt8>) -> Range<Int>? {
        guard let first = needle.first, needle.count <= count else { return nil }
        return withUnsafeBufferPointer { text in
            needle.withUnsafeBufferPointer { needle in
                var from = 0
                while let found = text.firstOffset(of: first, from: from, to: text.count - needle.count + 1) {
                    if UnsafeBufferPointer(rebasing: text[found..<found + needle.count]).elementsEqual(needle) {
                        return startIndex + found..<startIndex + found + needle.count
                    }
                    from = found + 1
                }
                return nil
            }
        }
    }
}
