import Bitext
import MarkdownSyntax
import ParsedBitext

/// Blocks that are nested too deeply to be read as blocks.
struct DeepNesting: Rule {
    static let description = RuleDescription(
        "deep-nesting", .warning, .markup, "Lists, quotes or HTML elements are nested too deeply.",
        discussion: """
            From this place on, Diptych reads deeper lists and quotes as plain text: after 64 markers on one line, 256 columns
            of indentation (128 lists in one another), or 256 HTML elements in one another. Their items are in no
            checklist. No real page needs that much; usually a tool indented a list again and again.
            """,
        bad: .init("the 129th level of a list", ""), good: .init("- a list of a few levels", ""))

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        let parsed = tokenized.parsed
        for (side, tree) in [(Side.source, parsed.source.tree), (.target, parsed.target?.tree)] {
            guard let offset = tree?.deepNesting else { continue }
            report.add(
                MarkdownTree.deepNestingMessage, at: parsed.bitext.location(of: offset..<offset, on: side))
            return
        }
    }
}
