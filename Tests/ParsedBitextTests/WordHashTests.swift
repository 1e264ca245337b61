import Bitext
import Testing

@testable import ParsedBitext

@Suite("Hashes of words")
struct WordHashTests {
    private func tokens(_ text: String) -> [Token] {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBufferPointer { bytes in
            var lexer = Lexer(bytes, 0..<bytes.count, Language(locale: "fr-FR"))
            return lexer.tokens()
        }
    }

    @Test(
        "A word is the same whatever stands behind it, and in whichever case",
        arguments: [
            "a", "an", "the", "word", "words", "policy", "serveur", "exchange", "directory", "administrators", "é", "à",
            "été",
            "élément", "création", "propriété", "préconfigurées", "naïve", "œuvre", "größe", "übermäßig", "политика",
            "сервер",
            "設定", "kkkkkkké", "kkkkkkkké", "kkkkkkéééé", "ééééééékkkkkkkk",
        ])
    func sameEverywhere(word: String) throws {
        let first = try #require(tokens(word).first)
        #expect(first.range.values == 0..<word.utf8.count)
        for text in [word + " ", word + ", x", word + ".", "(\(word))", "1 " + word + " and more of it"]
            // ß has no capital of its own.
            + (word.contains("ß") ? [] : [word.uppercased() + " x"])
        {
            let found = try #require(tokens(text).first { $0.kind == .word || $0.kind == .name }, "\(text)")
            #expect(found.hash == first.hash, "\(text)")
            #expect(found.stem == first.stem, "\(text)")
        }
        #expect(first.hash == Token.hash(of: word))
    }

    @Test("The first letter's case is kept, and a capital inside makes a name")
    func capitals() throws {
        let found = tokens("Plain plain SharePoint PLAIN Élan élan Administrator ")
        #expect(found.map(\.isCapitalised) == [true, false, true, true, true, false, true])
        #expect(found.map(\.isAllCapitals) == [false, false, false, true, false, false, false])
        #expect(found.map { $0.kind == .name } == [false, false, true, false, false, false, false])
        #expect(Set(found[0...1].map(\.hash) + [found[3].hash]).count == 1)
    }

    @Test("Stems are the first seven letters, not bytes")
    func stems() {
        let stem = { tokens($0)[0].stem }
        #expect(stem("configure ") == stem("configuration "))
        #expect(stem("préconfiguré ") == stem("préconfiguration "))
        #expect(stem("ééééééé ") == stem("éééééééa "))
        #expect(stem("ééééééa ") != stem("ééééééé "))
        #expect(stem("configa ") != stem("configb "))
        #expect(stem("abcdefgh ") == Token.hash(of: "abcdefg"))
    }

    @Test("Different words of one to twenty letters have different hashes")
    func distinct() {
        let words = (1...20).flatMap { length in ["a", "b", "é"].map { String(repeating: $0, count: length) } }
        #expect(Set(words.map(Token.hash(of:))).count == words.count)
    }

    @Test(
        "Where words have no blanks between them, a word ends where another script begins",
        arguments: [
            ("SQL Serverのポートを2回変更", ["SQL", "Server", "のポートを", "2", "回変更"]),
            ("設定をPowerShellで", ["設定を", "PowerShell", "で"]),
            ("第5章", ["第", "5", "章"]), ("ไฟล์config", ["ไฟล์", "config"]), ("例é", ["例", "é"]),
            // Hangul has blanks, and its particles belong to the word.
            ("Server를", ["Server를"]),
        ])
    func scripts(text: String, words: [String]) {
        let bytes = Array(text.utf8)
        #expect(tokens(text).map { String(decoding: bytes[$0.range.values], as: UTF8.self) } == words)
    }
}
