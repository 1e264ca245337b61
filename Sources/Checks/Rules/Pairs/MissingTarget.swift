import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// A segment has lost its target half.
struct MissingTarget: DefectRule {
    static let description = RuleDescription(
        "missing-target", .error, .omission, "A segment has lost its target half.",
        discussion: """
            The source half stands alone, so the reader of the translation misses it, and tools no longer know that the two belong
            together. Put the target half back in front of it.
            """,
        bad: .init("<span data-stu-id=\"1a2b3-104\">Restart it.</span>", "(none)"),
        good: .init("Restart it.", "Redémarrez-le."))
    static let kind = Defect.Kind.missingTarget
}
