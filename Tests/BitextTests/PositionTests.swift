import Testing

@testable import Bitext

/// Lines and columns are 1-based, columns count Unicode scalars, offsets count bytes of the file.
@Suite struct PositionTests {
    private func file(_ text: String) -> SourceFile { SourceFile(path: "page.md", bytes: Array(text.utf8)) }

    @Test func columnsCountScalars() {
        let file = file("é日👩‍💻x\ny")
        // é, 日, woman, joiner, laptop: five scalars, 2 + 3 + 4 + 3 + 4 bytes.
        #expect(file.position(of: FileOffset(16)) == Position(line: 1, column: 6, offset: 16))
        #expect(file.position(of: FileOffset(2)).column == 2)
        #expect(file.position(of: FileOffset(18)) == Position(line: 2, column: 1, offset: 18))
        #expect(file.position(of: FileOffset(19)) == Position(line: 2, column: 2, offset: 19))
    }

    @Test func anOffsetOutsideIsTheNearestPosition() {
        let file = file("ab\n")
        #expect(file.position(of: FileOffset(-1)) == Position(line: 1, column: 1, offset: 0))
        #expect(file.position(of: FileOffset(99)) == Position(line: 2, column: 1, offset: 3))
    }

    @Test func aLineWithoutALineBreakAtTheEnd() {
        let file = file("a\nbcd")
        #expect(file.position(of: FileOffset(4)) == Position(line: 2, column: 3, offset: 4))
        #expect(file.line(of: FileOffset(5)) == 2)
    }

    @Test func anEmptyFileHasOnePosition() {
        #expect(file("").position(of: FileOffset(0)) == Position(line: 1, column: 1, offset: 0))
    }

    /// Lines longer than eight kilobytes are counted from checkpoints.
    @Test(arguments: [8191, 8192, 8193, 20_000, 70_001])
    func longLines(length: Int) {
        let line = String(repeating: "aé日", count: length / 6) + "x"
        let file = file("ä\n" + line + "\n" + line)
        let bytes = Array(line.utf8)
        for offset in [0, 1, 1023, 1024, 1025, 5000, bytes.count / 2, bytes.count - 1] where offset < bytes.count {
            let scalars = String(decoding: bytes[..<offset], as: UTF8.self).unicodeScalars
            // In the middle of a scalar, the scalar counts.
            let column = bytes[offset].isUTF8Continuation ? scalars.count : scalars.count + 1
            let expected = bytes[offset].isUTF8Continuation ? column + 1 : column
            #expect(
                file.position(of: FileOffset(3 + offset)) == Position(line: 2, column: expected, offset: 3 + offset))
            let again = file.position(of: FileOffset(3 + bytes.count + 1 + offset))
            #expect((again.line, again.column) == (3, expected))
        }
    }

    /// Found from an earlier one, a position is the same: on the same line, on the next, and far away.
    @Test func aPositionAfterAKnownOneIsTheSame() {
        let text = (0..<60).map { "zeile \($0) é日\n" }.joined() + String(repeating: "aé日", count: 4000)
        let file = file(text)
        let offsets = stride(from: 0, through: file.bytes.count, by: 37).map { FileOffset($0) }
        for (index, offset) in offsets.enumerated() {
            for later in offsets[index...].prefix(40) {
                #expect(file.position(of: later, after: file.position(of: offset)) == file.position(of: later))
            }
        }
        // An earlier one is found all the same.
        #expect(
            file.position(of: FileOffset(5), after: file.position(of: FileOffset(400)))
                == file.position(of: FileOffset(5)))
    }
}
