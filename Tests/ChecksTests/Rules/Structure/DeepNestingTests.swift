import Testing

@testable import Checks

@Suite struct DeepNestingTests {
    private func list(_ levels: Int, _ marker: String = "- ") -> String {
        (0..<levels).map { String(repeating: " ", count: $0 * marker.utf8.count) + "\(marker)«Un \($0).|One \($0).»\n" }
            .joined()
    }

    private func lines(_ page: String) throws -> [Int] {
        try findings(of: DeepNesting.self, in: page).map(\.start.line)
    }

    @Test func aListThatIsReadWhole() throws {
        #expect(try lines("# T\n\n" + list(129)) == [])
        #expect(try lines("# T\n\n" + list(60, "1.  ")) == [])
    }

    @Test func aListThatIsNestedTooDeeply() throws {
        #expect(try lines("# T\n\n" + list(130)) == [132])
        #expect(try lines("# T\n\n" + list(140)) == [132])
        #expect(try lines("# T\n\n" + list(70, "1.  ")) == [68])
    }

    @Test func manyMarkersOnALine() throws {
        #expect(try lines(String(repeating: "> ", count: 64) + "«Un.|One.»\n") == [])
        #expect(try lines("# T\n\n" + String(repeating: "> ", count: 65) + "«Un.|One.»\n") == [3])
        #expect(try lines(String(repeating: "- ", count: 65) + "«Un.|One.»\n") == [1])
    }

    @Test func deepHTML() throws {
        let html = { "<div>" + String(repeating: "<ul><li>«Un.|One.»", count: $0) + "</div>\n" }
        #expect(try lines(html(100)) == [])
        #expect(try lines(html(200)) == [1])
    }

    /// Code may be indented, and tables may be aligned.
    @Test func whatIsNotNested() throws {
        let blanks = String(repeating: " ", count: 400)
        #expect(try lines("```\n\(blanks)- x\n```\n") == [])
        #expect(try lines("A paragraph\n\(blanks)that goes on.\n") == [])
        #expect(try lines("| a | b |\n|\(String(repeating: "-", count: 400))|---|\n") == [])
    }
}
