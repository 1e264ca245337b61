/// The rows of a file with tabs between its columns, without empty ones and without the ends of lines.
struct TabSeparatedRows: Sequence, IteratorProtocol {
    /// A row: the number of its line, and its bytes in the file.
    typealias Row = (line: Int, bytes: ArraySlice<UInt8>)

    private let bytes: [UInt8]
    private var start: Int
    private var line = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    mutating func next() -> Row? {
        while start < bytes.count {
            line += 1
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            let row = bytes[start..<end]
            start = end + 1
            let text = row.last == UInt8(ascii: "\r") ? row.dropLast() : row
            if !text.isEmpty { return (line, text) }
        }
        return nil
    }
}
