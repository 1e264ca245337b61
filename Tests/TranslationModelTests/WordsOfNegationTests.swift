import ParsedBitext
import Testing

@testable import TranslationModel

@Suite struct WordsOfNegationTests {
    private func isNegated(_ text: String, _ language: String) -> Bool? {
        WordsOfNegation.isNegated(Array(text.utf8)[...], Language(locale: language))
    }

    @Test(arguments: [
        ("fr", "Ne la fermez pas."), ("fr", "Impossible de l’ouvrir."), ("fr", "« Jamais »"), ("de", "Nicht öffnen"),
        ("de", "NICHT ÖFFNEN"), ("de", "Server**nicht**ändern"), ("de", "den Servernichtändern lassen"),
        ("cs", "Nelze."),
        ("pl", "Nie otwieraj."), ("ru", "не\u{A0}открывайте"), ("es", "No lo abra."), ("it", "“non”"),
        ("nl", "Niet openen"),
        ("pt", "não"), ("sv", "öppna inte"), ("ja", "開かないでください"), ("tr", "açmayın"),
    ])
    func negations(language: String, text: String) { #expect(isNegated(text, language) == true) }

    @Test(arguments: [
        ("fr", "Fermez la note."), ("de", "Öffnen Sie die Nische."), ("cs", "Nebo ho otevřete."),
        ("cs", "Otevřete .NET."),
        ("pl", "Niektóre pliki"), ("ru", "недельный"), ("es", "Abra el nodo."), ("it", "nonno"), ("ja", "必ず開く"),
    ])
    func others(language: String, text: String) { #expect(isNegated(text, language) == false) }

    @Test func aLanguageWithoutAListIsUnknown() { #expect(isNegated("ne", "hu") == nil) }

    // MARK: By bytes

    /// Each word of the lists, and what may be around it or in it.
    private func texts(_ list: WordsOfNegation) -> [String] {
        let words = (Array(list.words) + list.beginnings + list.exceptions).map(String.init)
        let spelled = words.flatMap { word in
            let last = word.last.map { String($0).uppercased() } ?? ""
            return [
                word, word.capitalized, word.uppercased(), String(word.dropLast()) + last, String(word.dropLast()),
                word + "t",
                "a" + word, "t" + word, word + "\u{301}", word + "\u{30C}a", word + "\u{308}", word + "1", word + "W",
            ]
        }
        return spelled.flatMap { word in
            [
                word, "a \(word) b", "a\u{A0}\(word)\u{A0}b", "«\u{A0}\(word)\u{A0}»", "“\(word)”", "l’\(word)",
                "\(word)’t", "a-\(word)-b",
                "\(word)\u{200D}", "_\(word)_", "1\(word)2", "a\(word)abcdefghijklmnop",
            ]
        }
    }

    /// The bytes only save time: they never find a negation that the text has not.
    @Test(arguments: WordsOfNegation.byLanguage.keys.sorted())
    func bytesFindNothingElse(language: String) throws {
        let list = try #require(WordsOfNegation.byLanguage[language])
        for text in texts(list) where list.hasPlainNegation(Array(text.utf8)[...]) {
            #expect(list.isNegated(Array(text.utf8)[...]), "\(text)")
        }
    }

    @Test(arguments: WordsOfNegation.byLanguage.keys.sorted())
    func bytesFindAllPlainWords(language: String) throws {
        let list = try #require(WordsOfNegation.byLanguage[language])
        for word in Array(list.words) + list.beginnings {
            #expect(list.hasPlainNegation(Array("a \(word).".utf8)[...]), "\(word)")
        }
    }

    @Test(arguments: ["neT", "neW", "než", "nez\u{30C}", "ne\u{301}n"])
    func whatOnlyBeginsLikeANegation(word: String) throws {
        let list = try #require(WordsOfNegation.byLanguage["cs"])
        #expect(!list.hasPlainNegation(Array(word.utf8)[...]))
        #expect(!list.isNegated(Array(word.utf8)[...]))
    }
}
