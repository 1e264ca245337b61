import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// Text became code, or code text.
struct CodeStructure: StructureRule {
    static let description = RuleDescription(
        "code-block", .error, .markup, "Text became code, or code text.",
        discussion: """
            A fence that only one side opens or closes, or four blanks in front of a line, turn text into code, and most often all
            that follows it.
            """,
        bad: .init("Run it.", "    Exécutez-le."), good: .init("Run it.", "Exécutez-le."),
        precision: "3 of 3 (de-DE, ja-JP; November 2026)")
    static let kind = StructureDifference.Kind.code
}
