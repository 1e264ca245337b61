import Bitext
import ParsedBitext

/// The words that negate in the languages that negate by words of their own, and how such words begin.
///
/// Of 63,000 of the pairs that the lexicons are learned from, those whose source has one "not", 2% of the targets had no such
/// word (November 2026). Of about 90 of these that were read, nearly half had lost the negation; the others say it by a word of
/// another meaning ("introuvable", "andernfalls").
struct WordsOfNegation: Sendable {
    let words: Set<Substring>
    let beginnings: [Substring]
    /// Words that begin so and negate nothing.
    let exceptions: [Substring]

    private init(_ words: String, beginnings: String, exceptions: String = "") {
        self.words = Set(words.split(separator: " "))
        self.beginnings = beginnings.split(separator: " ")
        self.exceptions = exceptions.split(separator: " ")
    }

    /// Whether a text has a word that negates, or a negation inside a word (``NegationsInWords``); nil for a language without a list.
    static func isNegated(_ text: ArraySlice<UInt8>, _ language: Language) -> Bool? {
        if let inWords = NegationsInWords.of(language) { return inWords.isNegated(text) }
        guard let list = byLanguage[language.code] else { return nil }
        return list.hasPlainNegation(text) || list.isNegated(text)
    }

    /// Whether a text has a word that negates, in any case of letters.
    func isNegated(_ text: ArraySlice<UInt8>) -> Bool {
        let lower = String(decoding: text, as: UTF8.self).lowercased()
        return lower.split { !$0.isLetter }.contains { negates($0) || isGlued($0) }
    }

    /// Whether a word in small letters negates. Nearly all targets of a "not" have one, and its bytes are enough to see that.
    ///
    /// What this finds, ``isNegated(_:)`` finds too: a word that only begins like a negation may go on with a combining mark, or be an
    /// exception in other letters, so it is asked for.
    func hasPlainNegation(_ text: ArraySlice<UInt8>) -> Bool {
        text.split { $0 < 0x80 && !$0.isASCIILetter }.contains { word in
            words.contains { word.elementsEqual($0.utf8) }
                || beginnings.contains { word.starts(with: $0.utf8) } && isNegated(word)
        }
    }

    /// Whether a word is several that lost the blanks around an emphasis, one of them a negation: "Server**nicht**ändern".
    private func isGlued(_ word: Substring) -> Bool {
        word.count >= 15 && beginnings.contains { $0.count >= 5 && word.contains($0) }
    }

    private func negates(_ word: Substring) -> Bool {
        words.contains(word)
            || beginnings.contains(where: word.hasPrefix) && !exceptions.contains(where: word.hasPrefix)
    }

    static let byLanguage: [String: WordsOfNegation] = [
        "cs": .init(
            "bez místo ani nikoli nejde nejdou nejsou nejsem nejsme nejste",
            beginnings: "ne ni žádn vyhn vyvar zabra brán chyb",
            exceptions: "nebo než nej net new nic nižší"),
        "de": .init(
            "nie ohne statt anstatt anstelle weder erst sonst",
            beginnings:
                "nicht kein niemals niemand nirgend vermeid unterlass verzicht verhinder untersag verbot verbiet "
                + "unmög unzul ungült unver unvoll unbe unerw unnöt außer andernfalls fehl"),
        "es": .init(
            "no ni nunca sin jamás tampoco lugar vez deje deja dejan dejar contrario",
            beginnings: "ningun ningún evit prohib impid imposib omit absten"),
        "fr": .init(
            "ne n pas jamais sans ni non lieu plutôt contraire",
            beginnings: "aucun évit interdi abst impossib incapab introuvable déconseil empêch"),
        "it": .init(
            "non mai senza né contrario",
            beginnings: "nessun evit viet anziché invece impossib impedi sconsigl"),
        "nl": .init(
            "nooit zonder noch pas anders",
            beginnings: "niet geen nergens niemand niets vermijd voorkom verbod onmog ongel onvol onju"),
        "pl": .init("bez ani", beginnings: "nie nigdy żad unik zamiast zabr zakaz inn", exceptions: "niekt"),
        "pt": .init(
            "não sem nem nunca jamais vez contrário",
            beginnings: "nenhum evit proib imped impeç impossib deix invés absten"),
        "ru": .init(
            "ни без нет", beginnings: "не нельзя никогда никак избег запре вместо воздерж", exceptions: "недел"),
        "sv": .init(
            "inte aldrig utan ej icke inga inget annars",
            beginnings: "ingen undvik avstå förhindr omöj ogilt otill sakna"),
    ]
}
