import PagePairs
import ParsedBitext
import TranslationModel

extension PagePairReader {
    /// A reader that knows the words of the languages that have a lexicon, which helps where the blocks of two pages differ.
    ///
    /// - Parameters:
    ///   - sourceLocale: the language of a source whose front matter names none; nil for English.
    ///   - targetLocale: the language of a target whose front matter names none; nil if it is not known.
    public static func withLexicons(sourceLocale: String? = nil, targetLocale: String? = nil) -> PagePairReader {
        PagePairReader(sourceLocale: sourceLocale, targetLocale: targetLocale) { locale in
            installed[Language(locale: locale)].flatMap { $0.isGeneral ? nil : $0 }
        }
    }

    /// Only those that come with diptych: every command must align a page in the same way, whatever it was told to check with. A
    /// damaged one is reported by `check`; pages are aligned without it.
    private static let installed = (try? Lexicons(installedWith: []) { _ in }) ?? Lexicons()
}

extension Lexicon: WordMeanings {}
