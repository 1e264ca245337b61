import Bitext
import Testing

@Suite struct BlanksTests {
    @Test(
        arguments: [
            ("", ""), ("one word", "one word"), (" a  b\n\tc ", "a b c"), ("a\r\nb", "a b"), (" \n ", ""),
            ("中文 字", "中文 字"),
        ])
    func blanksBecomeOneSpace(_ text: String, _ expected: String) {
        #expect(text.collapsingBlanks() == expected)
        #expect(text.collapsingASCIIBlanks() == expected)
        #expect(Array(text.utf8).collapsingASCIIBlanks() == Array(expected.utf8))
    }

    /// What a reader sees as a blank, and what texts are compared by.
    @Test(arguments: ["\u{A0}", "\u{202F}", "\u{3000}", "\u{85}"])
    func otherBlanks(_ blank: String) {
        #expect("a \(blank)b\(blank)".collapsingBlanks() == "a b")
        #expect("a \(blank)b\(blank)".collapsingASCIIBlanks() == "a \(blank)b\(blank)")
    }
}
