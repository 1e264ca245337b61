import BitextReaders
import Testing

@Suite struct CodedTextTests {
    /// A parser gives a text in small pieces. Each one costs only its own length.
    @Test(.timeLimit(.minutes(10))) func manyPieces() {
        var text = CodedText()
        for _ in 0..<1_000_000 { text.append("0123456789") }
        #expect(text.parts.count == 1)
        #expect(text.markup?.utf8.count == 10_000_000)
    }
}
