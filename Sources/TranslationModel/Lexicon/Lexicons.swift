import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext

/// The lexicons at hand, one for each language.
public struct Lexicons: Sendable {
    private var byLocale: [String: Lexicon] = [:]
    private var byCode: [String: Lexicon] = [:]

    public init(_ lexicons: [Lexicon] = []) {
        for lexicon in lexicons { add(lexicon) }
    }

    /// Takes a lexicon in the place of one of the same locale.
    public mutating func add(_ lexicon: Lexicon) {
        byLocale[lexicon.locale.lowercased()] = lexicon
        byCode[Language(locale: lexicon.locale).code] = lexicon
    }

    /// The lexicon of a locale, or else of its language: French of France reads French of Canada too; or else the one for all
    /// languages.
    public subscript(language: Language) -> Lexicon? {
        byLocale[language.locale.lowercased()] ?? byCode[language.code] ?? general
    }

    /// The lexicon for languages that have none of their own.
    public var general: Lexicon? { byLocale[Lexicon.general] }

    public var isEmpty: Bool { byLocale.isEmpty }
}
