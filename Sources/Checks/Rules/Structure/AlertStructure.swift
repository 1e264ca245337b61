import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// An alert is one on one side only.
struct AlertStructure: StructureRule {
    static let description = RuleDescription(
        "alert", .error, .markup, "An alert is one on one side only.",
        discussion: """
            The keyword of an alert (`[!NOTE]`) is markup: translated, the publishing system shows it as text. The body is to be
            translated, the keyword is not.
            """,
        bad: .init("[!NOTE] Restart it.", "[!REMARQUE] Redémarrez-le."),
        good: .init("[!NOTE] Restart it.", "[!NOTE] Redémarrez-le."))
    static let kind = StructureDifference.Kind.alert
}
