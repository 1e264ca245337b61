import Testing

@testable import Checks

@Suite struct WordPatternTests {
    @Test(arguments: [
        ("nie", "nie", true), ("nie", "niego", false), ("mo~", "może", true), ("~maz", "olmaz", true),
        ("~maz", "olmazsa", false), ("ne~te", "nemažte", true), ("ne~te", "nete", true), ("ne~te", "mažte", false),
        ("~", "", true),
    ])
    func aWordMatches(pattern: String, word: String, isFound: Bool) {
        #expect(WordPattern.list(pattern)[0].words[0].matches(word) == isFound)
    }

    @Test func aListHasPatternsOfWords() {
        let patterns = WordPattern.list("^ nie,~maz $")
        #expect(patterns.map(\.isFirst) == [true, false])
        #expect(patterns.map(\.isLast) == [false, true])
        #expect(patterns.map(\.words.count) == [1, 1])
    }
}
