import Bitext
import ParsedBitext

/// Text that became code, or code that became text.
struct CodeStructure: StructureRule {
    static let description = RuleDescription(
        "code-block", .error, .markup, "Text became code, or code became text.",
        discussion: """
            A code fence on one side only, or four spaces before a line, make code of the text and often of everything
            after it. Add or remove the fence, or remove the spaces. In code, a comment whose sign (`#`) is lost is no
            comment any more, which is a warning: put the sign back.
            """,
        bad: .init("Run it.", "    Exécutez-le."), good: .init("Run it.", "Exécutez-le."),
        precision: "3 of 3 (de-DE, ja-JP; November 2026)")
    static let kind = StructureDifference.Kind.code

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        reportDifferences(&report)
        for (pair, block) in tokenized.segmentsInCodeBlocks() {
            let info = tokenized.parsed[.source].tree.codeBlock(block)?.info ?? ""
            // Where the target begins with any sign, it may be one of a comment.
            guard let sign = CommentSign.range(in: pair.markdown(.source), info: info),
                !CommentSign.beginsWithSign(pair.markdown(.target))
            else { continue }
            let text = pair.tokenized.bitext[.source].text(SideRange(sign))
            report.add(
                "the sign of the comment is lost: “\(text)”", in: pair, .target, nil, evidence: .init(source: text),
                severity: .warning)
        }
    }
}
