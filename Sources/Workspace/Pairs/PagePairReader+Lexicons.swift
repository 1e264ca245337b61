import PagePairs
import ParsedBitext
import TranslationModel

extension PagePairReader {
    /// A reader that knows the words of the languages that have a lexicon.
    static func withLexicons(sourceLocale: String?, targetLocale: String?) -> PagePairReader {
        PagePairReader(sourceLocale: sourceLocale, targetLocale: targetLocale) { locale in
            installed[Language(locale: locale)].flatMap { $0.isGeneral ? nil : $0 }
        }
    }

    /// Only those that come with diptych: every command must align a page in the same way, whatever it was told to check with. A
    /// damaged one is reported by `check`; pages are aligned without it.
    private static let installed = (try? Lexicons(installedWith: []) { _ in }) ?? Lexicons()
}

extension Lexicon: WordMeanings {}
