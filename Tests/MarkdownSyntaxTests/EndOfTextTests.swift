import Testing

@testable import MarkdownSyntax

@Suite("The end of the text")
struct EndOfTextTests {
    @Test(
        "What lies in memory behind the text has no say",
        arguments: ["a\n\n4", "4", "- a\n\n12", "> 7", "a\n-", "a\n=", "#", "```", "<", "|a|\n|-", "[a]: b"],
        [UInt8]("0.)#-=>|`\n \t".utf8))
    func nothingBehind(text: String, next: UInt8) {
        let bytes = Array(text.utf8)
        let before = [UInt8](unsafeUninitializedCapacity: bytes.count + 64) { memory, count in
            memory.initialize(repeating: next)
            _ = memory.update(fromContentsOf: bytes)
            count = bytes.count
        }
        #expect(before == bytes)
        #expect(MarkdownTree(parsing: before).outline == tree(text + "\n").outline)
    }
}
