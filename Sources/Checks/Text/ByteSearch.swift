import Bitext

/// For short texts, such as words and segments.
extension ArraySlice<UInt8> {
    /// The bytes without ASCII whitespace at both ends.
    var trimmingBlanks: ArraySlice<UInt8> {
        var (start, end) = (startIndex, endIndex)
        while start < end, self[start].isASCIIBlank { start += 1 }
        while start < end, self[end - 1].isASCIIBlank { end -= 1 }
        return self[start..<end]
    }

    /// The bytes without blanks at the end, no-break and ideographic spaces included.
    var droppingLastBlanks: ArraySlice<UInt8> {
        var slice = self
        while let last = slice.last {
            if last.isASCIIBlank {
                slice.removeLast()
            } else if let blank = Self.wideBlanks.first(where: { slice.suffix($0.count).elementsEqual($0) }) {
                slice.removeLast(blank.count)
            } else {
                break
            }
        }
        return slice
    }

    /// U+00A0, U+202F and U+3000.
    private static var wideBlanks: [[UInt8]] { [[0xC2, 0xA0], [0xE2, 0x80, 0xAF], [0xE3, 0x80, 0x80]] }

    /// Whether the bytes begin with a lower-case word. ASCII letters match in any case.
    func startsIgnoringCase(with word: [UInt8]) -> Bool {
        count >= word.count && zip(self, word).allSatisfy { $0.asciiLowercased == $1 }
    }

    /// Whether the bytes contain a byte. Faster than the standard library's, which this takes the place of.
    func contains(_ byte: UInt8) -> Bool { withUnsafeBufferPointer { $0.firstOffset(of: byte, from: 0) != nil } }

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
