import Bitext
import Testing

/// From a byte of a file as it is read to a line and a column of the file as it is on disk.
@Suite struct SourceFileTests {
    /// A file in which stretches were replaced.
    ///
    /// - Parameter repairs: each a stretch of the file on disk, and what is read instead.
    private func file(_ original: String, _ repairs: (String, String)...) -> SourceFile {
        var bytes: [UInt8] = []
        var edits: [SourceFile.Edit] = []
        var rest = original.utf8[...]
        for (damage, repair) in repairs {
            let range = rest.firstRange(of: damage.utf8)!
            bytes += rest[..<range.lowerBound]
            let onDisk = original.utf8.distance(from: original.utf8.startIndex, to: range.lowerBound)
            edits.append(
                .init(
                    repaired: bytes.count..<bytes.count + repair.utf8.count,
                    original: onDisk..<onDisk + damage.utf8.count))
            bytes += repair.utf8
            rest = rest[range.upperBound...]
        }
        return SourceFile(path: "page.md", bytes: bytes + rest, original: Array(original.utf8), edits: edits)
    }

    private func position(_ file: SourceFile, _ text: String) -> String {
        let offset = file.bytes.firstRange(of: text.utf8)!.lowerBound
        let position = file.position(of: FileOffset(offset))
        #expect(file.line(of: FileOffset(offset)) == position.line)
        return "\(position.line):\(position.column) (\(position.offset))"
    }

    @Test func withoutRepairsBothAreTheSame() {
        let file = SourceFile(path: "page.md", bytes: Array("é\nab".utf8))
        #expect(position(file, "b") == "2:2 (4)")
        #expect(file.text(FileRange(3..<5)) == "ab")
        #expect(file[FileRange(0..<2)].elementsEqual("é".utf8))
        #expect(file.edits.isEmpty)
    }

    @Test func afterAShorterRepairPlacesAreFurtherOnDisk() {
        let file = file("a=&quot;b&quot; c", ("&quot;", "\""), ("&quot;", "\""))
        #expect(String(decoding: file.bytes, as: UTF8.self) == "a=\"b\" c")
        #expect(position(file, "a") == "1:1 (0)")
        #expect(position(file, "b") == "1:9 (8)")
        #expect(position(file, "c") == "1:17 (16)")
    }

    @Test func aByteOfARepairIsWhereTheDamageBegins() {
        let file = file("ab?cd\nef", ("?", "\u{FFFD}"))
        for offset in 2..<5 {
            let position = file.position(of: FileOffset(offset))
            #expect((position.line, position.column, position.offset) == (1, 3, 2))
        }
        #expect(position(file, "c") == "1:4 (3)")
        #expect(position(file, "f") == "2:2 (7)")
    }

    @Test func aRepairMayBeLongerShorterOrNothing() {
        let file = file("1\n22\n333\n4444\n5", ("22", "two"), ("333\n", ""), ("4444", "4"))
        #expect(String(decoding: file.bytes, as: UTF8.self) == "1\ntwo\n4\n5")
        #expect(position(file, "two") == "2:1 (2)")
        #expect(position(file, "4") == "4:1 (9)")
        #expect(position(file, "5") == "5:1 (14)")
    }

    @Test func theEndOfTheFileIsTheEndOnDisk() {
        let file = file("a?", ("?", "\u{FFFD}"))
        #expect(file.position(of: FileOffset(file.bytes.count)).offset == 2)
    }

    @Test func aPositionAfterAKnownOneIsTheSame() {
        let file = file("a\nb?c\n?d\ne", ("?", "\u{FFFD}"), ("?", "\u{FFFD}"))
        let positions = (0...file.bytes.count).map { file.position(of: FileOffset($0)) }
        for known in positions.indices {
            for later in known..<positions.count {
                #expect(file.position(of: FileOffset(later), after: positions[known]) == positions[later])
            }
        }
    }
}
