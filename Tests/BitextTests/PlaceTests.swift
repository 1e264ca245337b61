import Testing

@testable import Bitext

/// Lines and columns are 1-based, columns count Unicode scalars, offsets count bytes of the file.
@Suite struct PlaceTests {
    @Test func columnsCountScalars() throws {
        let page = try read("é日👩‍💻x\ny")
        // é, 日, woman, joiner, laptop: five scalars, 2 + 3 + 4 + 3 + 4 bytes.
        #expect(page.place(of: 16) == Place(line: 1, column: 6, offset: 16))
        #expect(page.place(of: 2).column == 2)
        #expect(page.place(of: 18) == Place(line: 2, column: 1, offset: 18))
        #expect(page.place(of: 19) == Place(line: 2, column: 2, offset: 19))
    }

    @Test func anOffsetOutsideIsTheNearestPlace() throws {
        let page = try read("ab\n")
        #expect(page.place(of: -1) == Place(line: 1, column: 1, offset: 0))
        #expect(page.place(of: 99) == Place(line: 2, column: 1, offset: 3))
    }

    @Test func aLineWithoutALineBreakAtTheEnd() throws {
        let page = try read("a\nbcd")
        #expect(page.place(of: 4) == Place(line: 2, column: 3, offset: 4))
        #expect(page.line(of: 5) == 2)
    }

    /// Lines longer than eight kilobytes are counted from checkpoints.
    @Test(arguments: [8191, 8192, 8193, 20_000, 70_001])
    func longLines(length: Int) throws {
        let line = String(repeating: "aé日", count: length / 6) + "x"
        let page = try read("ä\n" + line + "\n" + line)
        let bytes = Array(line.utf8)
        for offset in [0, 1, 1023, 1024, 1025, 5000, bytes.count / 2, bytes.count - 1] where offset < bytes.count {
            let scalars = String(decoding: bytes[..<offset], as: UTF8.self).unicodeScalars
            // In the middle of a scalar, the scalar counts.
            let column = bytes[offset].isUTF8Continuation ? scalars.count : scalars.count + 1
            let expected = bytes[offset].isUTF8Continuation ? column + 1 : column
            #expect(page.place(of: 3 + offset) == Place(line: 2, column: expected, offset: 3 + offset))
            #expect(page.place(of: 3 + bytes.count + 1 + offset).column == expected)
            #expect(page.place(of: 3 + bytes.count + 1 + offset).line == 3)
        }
    }
}
