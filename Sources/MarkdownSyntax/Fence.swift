import Bitext

/// The opening fence of a code block.
struct Fence {
    private let byte: UInt8
    private let count: Int

    /// - Parameter line: a line from the first byte after the markers of its containers to its end.
    /// - Returns: nil if the line opens no code block.
    init?(_ line: Range<Int>, in text: Bytes) {
        guard !line.isEmpty, text.has("```", at: line.lowerBound) || text.has("~~~", at: line.lowerBound) else {
            return nil
        }
        let byte = text[line.lowerBound]
        let mark = text[line].prefix { $0 == byte }
        guard byte == UInt8(ascii: "~") || !text[mark.endIndex..<line.upperBound].contains(byte) else { return nil }
        self.byte = byte
        count = mark.count
    }

    /// Whether a line closes the code block.
    ///
    /// - Parameter line: a line from its first byte that is no blank to its end.
    func isClosed(by line: Range<Int>, in text: Bytes) -> Bool {
        let mark = text[line].prefix { $0 == byte }
        return mark.count >= count && text.trimmed(mark.endIndex..<line.upperBound).isEmpty
    }

    /// The offset after the markers of the items that begin on a line.
    static func contentAfterMarkers(of line: Range<Int>, in text: Bytes) -> Int {
        var offset = line.lowerBound
        while offset < line.upperBound {
            var next = offset
            if text[next].isOne(of: "-*+") {
                next += 1
            } else {
                while next < line.upperBound, text[next].isASCIIDigit { next += 1 }
                guard next > offset, next < line.upperBound, text[next].isOne(of: ".)") else { break }
                next += 1
            }
            guard next < line.upperBound, text[next] == 0x20 else { break }
            while next < line.upperBound, text[next] == 0x20 { next += 1 }
            offset = next
        }
        return offset
    }
}
