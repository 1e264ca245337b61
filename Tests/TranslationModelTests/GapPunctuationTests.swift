import Testing

@testable import TranslationModel

@Suite struct GapPunctuationTests {
    @Test(arguments: [
        ("a. b", 1, true), ("a.b", 1, false), ("a.", 1, false), ("a。b", 3, true), ("a、b", 3, false), ("a", 0, false),
    ])
    func endsOfSentences(text: String, offset: Int, ends: Bool) {
        Array(text.utf8).withUnsafeBufferPointer { #expect($0.endsSentence(at: offset, before: $0.count) == ends) }
    }

    @Test(arguments: [("a (b", 2, true), ("a（b", 3, true), ("a）b", 3, false), ("a", 0, false)])
    func openingParentheses(text: String, offset: Int, opens: Bool) {
        Array(text.utf8).withUnsafeBufferPointer { #expect($0.opensParenthesis(at: offset) == opens) }
    }
}
