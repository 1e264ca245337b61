import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// A segment's text stands in another kind of block.
struct BlockStructure: StructureRule {
    static let description = RuleDescription(
        "block-structure", .warning, .markup, "A segment's text stands in another kind of block.",
        discussion: """
            The two sides' Markdown differs in a way that no other rule names: a quote, a line break that begins a new paragraph, HTML
            that is closed on one side only.
            """,
        bad: .init("Restart it. Then wait.", "Redémarrez-le.\n\nPuis attendez."),
        good: .init("Restart it. Then wait.", "Redémarrez-le. Puis attendez."))
    static let kind = StructureDifference.Kind.other
}
