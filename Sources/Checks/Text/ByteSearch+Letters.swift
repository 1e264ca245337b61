import ParsedBitext

extension ArraySlice<UInt8> {
    /// The longest words have fewer bytes.
    private static var maxWordLength: Int { 48 }

    /// The letters directly before an offset.
    func lettersBefore(_ offset: Int) -> String {
        withUnsafeBufferPointer { text in
            let end = offset - startIndex
            var start = end
            while start > 0, end - start < Self.maxWordLength {
                var character = start - 1
                while character > 0, text[character].isUTF8Continuation { character -= 1 }
                guard text.isLetter(at: character) else { break }
                start = character
            }
            return text.string(start..<end)
        }
    }

    /// The letters directly after an offset.
    func lettersAfter(_ offset: Int) -> String {
        withUnsafeBufferPointer { text in
            let start = offset - startIndex
            var end = start
            while end < text.count, end - start < Self.maxWordLength, text.isLetter(at: end) {
                end += text[end] < 0x80 ? 1 : text.scalar(at: end, text.count).length
            }
            return text.string(start..<Swift.min(end, text.count))
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether a letter of any script begins at an offset.
    func isLetter(at offset: Int) -> Bool {
        self[offset] < 0x80
            ? self[offset].isASCIILetter : ScalarClass.of(scalar(at: offset, count).value) == .letter
    }
}
