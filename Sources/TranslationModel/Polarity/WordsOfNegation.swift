import Bitext
import ParsedBitext

/// How words begin that negate in the languages that negate by words of their own.
///
/// Of 63,000 pairs whose source has one "not", a target without any of these had lost its negation in more than half of the cases
/// (November 2026); the others say it by a word of another meaning ("introuvable", "andernfalls").
enum WordsOfNegation {
    /// Whether a text has a word that negates, or a negation inside a word (``NegationsInWords``); nil for a language without a list.
    static func isNegated(_ text: ArraySlice<UInt8>, _ language: Language) -> Bool? {
        if let inWords = NegationsInWords.of(language) { return inWords.isNegated(text) }
        guard let beginnings = beginnings[language.code] else { return nil }
        var isStart = true
        let lower = Array(String(decoding: text, as: UTF8.self).lowercased().utf8)
        return lower.withUnsafeBufferPointer { lower in
            lower.indices.contains { index in
                if isStart, beginnings.contains(where: { lower.hasIgnoringCase($0, at: index) }) { return true }
                // A no-break space ends in A0.
                isStart = lower[index] < 0x80 && !lower[index].isASCIILetter || lower[index] == 0xA0
                return false
            }
        }
    }

    private static let beginnings: [String: [StaticString]] = [
        "cs": ["ne", "ni", "bez", "žádn", "místo", "ani", "vyhn", "vyvar"],
        "de": [
            "nicht", "kein", "nie", "ohne", "statt", "anstatt", "anstelle", "weder", "vermeid", "unterlass", "verzicht",
            "verhinder", "untersag", "verbot", "verbiet", "davon", "erst ", "erst,", "un", "außer",
        ],
        "es": [
            "no ", "no,", "no.", "nunca", "sin", "ni ", "jamás", "tampoco", "ningun", "ningún", "evit", "prohib",
            "impid",
            "impos", "lugar", "vez", "dej", "omit", "abst",
        ],
        "fr": [
            "ne ", "n'", "n’", "pas", "jamais", "sans", "ni ", "aucun", "non", "évit", "interdi", "abst", "plutôt",
            "lieu",
            "impos", "déconseil",
        ],
        "it": [
            "non", "mai", "senza", "né", "nessun", "evit", "viet", "anziché", "invece", "impos", "impedi", "sconsigl",
        ],
        "nl": ["niet", "geen", "nooit", "zonder", "noch", "vermijd", "voorkom", "verbod", "on", "pas "],
        "pl": ["nie", "nigdy", "bez", "żad", "ani ", "unik", "zamiast", "zabr", "zakaz"],
        "pt": [
            "não", "nunca", "jamais", "sem", "nem ", "nenhum", "evit", "proib", "imped", "impos", "deix", "invés",
            "vez",
            "abst",
        ],
        "ru": ["не", "ни", "без", "избег", "нельзя", "запре", "вместо", "воздерж"],
        "sv": ["inte", "aldrig", "ingen", "inga", "inget", "utan", "ej", "undvik", "avstå", "låt", "o"],
    ]
}
