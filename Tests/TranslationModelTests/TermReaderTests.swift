import Bitext
import ParsedBitext
import TestSupport
import Testing

@testable import TranslationModel

/// What a lexicon counts as one term.
@Suite struct TermReaderTests {
    private func terms(_ text: String, _ locale: String = "en-US") -> [Term] {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            var lexer = Lexer(bytes, 0..<bytes.count, Language(locale: locale))
            return TermReader.terms(of: lexer.tokens(), in: bytes)
        }
    }

    /// The text of each term, as written.
    private func parts(_ text: String, _ locale: String = "en-US") -> [String] {
        terms(text, locale).map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) }
    }

    @Test func wordsAreTerms() { #expect(parts("Stop the relay.") == ["Stop", "the", "relay"]) }

    @Test(arguments: [("configuration", "configured"), ("Relay", "relay"), ("1,000", "1 000"), ("1.5", "1,5")])
    func oneTerm(one: String, other: String) { #expect(terms(one).map(\.hash) == terms(other, "fr-FR").map(\.hash)) }

    @Test(arguments: [("relay", "relays"), ("10", "100"), ("Get-CsUser", "Set-CsUser")])
    func twoTerms(one: String, other: String) { #expect(terms(one).map(\.hash) != terms(other).map(\.hash)) }

    @Test func kinds() {
        #expect(terms("Run Get-CsUser 3 times").map(\.kind) == [.word, .verbatim, .verbatim, .word])
    }

    @Test func scriptsWithoutSpacesGivePairsOfCharacters() {
        #expect(parts("設定変更", "ja-JP") == ["設定", "定変", "変更"])
        #expect(terms("設定変更", "ja-JP").map(\.length) == [3, 3, 3])
    }

    @Test func aRunOfKatakanaIsOneTerm() { #expect(parts("サーバーを止", "ja-JP") == ["サーバー", "止"]) }

    @Test func aSegmentHasAtMostSoManyTerms() {
        #expect(terms(String(repeating: "a b ", count: 1_000)).count == TermReader.maxTerms)
        #expect(terms(String(repeating: "設定", count: 1_000), "ja-JP").count == TermReader.maxTerms)
    }
}
