import Bitext

/// A line and how far it is indented.
struct IndentedLine {
    let start: Int
    /// The first byte that is no blank.
    let content: Int
    /// The column of ``content``. A tab ends at the next multiple of four (CommonMark 2.2).
    let column: Int
    let hasTab: Bool
    let isBlank: Bool
    /// The line break, or the end of the side.
    let end: Int
    /// The start of the next line.
    var next: Int { end + 1 }

    init(_ side: Bytes, from start: Int) {
        self.start = start
        var content = start
        var column = 0
        var hasTab = false
        while content < side.count, side[content] == 0x20 || side[content] == 0x09 {
            if side[content] == 0x09 { hasTab = true }
            column = side[content] == 0x09 ? column / 4 * 4 + 4 : column + 1
            content += 1
        }
        let lineBreak = side.firstOffset(of: UInt8(ascii: "\n"), from: content) ?? side.count
        self.content = content
        self.column = column
        self.hasTab = hasTab
        isBlank = content == lineBreak || side[content] == 0x0D
        end = lineBreak
    }
}

extension UnsafeBufferPointer where Element == UInt8 {
    /// Whether only blanks are before an offset on its line.
    func beginsLine(_ offset: Int, from bodyStart: Int) -> Bool {
        var start = offset
        while start > bodyStart, self[start - 1] == 0x20 || self[start - 1] == 0x09 { start -= 1 }
        return start == bodyStart || self[start - 1] == UInt8(ascii: "\n")
    }
}
