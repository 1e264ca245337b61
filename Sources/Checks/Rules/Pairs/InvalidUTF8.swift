import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// Bytes are not UTF-8.
struct InvalidUTF8: DefectRule {
    static let description = RuleDescription(
        "invalid-utf8", .error, .characterEncoding, "Bytes are not UTF-8.",
        discussion: """
            Each run of bytes that are not UTF-8 is read as U+FFFD. The page was most often saved in an older encoding: save it
            as UTF-8.
            """,
        bad: .init("Résumé, as Latin-1 bytes", "R\u{FFFD}sum\u{FFFD}"),
        good: .init("Résumé", "Résumé"))
    static let kind = Defect.Kind.invalidUTF8
}
