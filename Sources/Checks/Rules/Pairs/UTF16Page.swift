import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// The page is UTF-16.
struct UTF16Page: DefectRule {
    static let description = RuleDescription(
        "utf16", .warning, .characterEncoding, "The page is UTF-16.",
        discussion: """
            It is read, but tools that expect UTF-8 will not. Save it as UTF-8.
            """,
        bad: .init("(UTF-16)", "(UTF-16)"),
        good: .init("Restart it.", "Redémarrez-le."))
    static let kind = Defect.Kind.utf16
}
