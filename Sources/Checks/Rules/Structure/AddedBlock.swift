import Bitext
import ParsedBitext

/// A part of the target that the source lacks.
struct AddedBlock: Rule {
    static let description = RuleDescription(
        "added-block", .note, .addition, "The target has a part that the source lacks.",
        discussion: """
            A section, paragraph, item, row, block of code or sentence of the target has no counterpart in the source. For
            page pairs only: the source may have lost it since the page was translated, or has it in another form.
            """,
        bad: .init("Stop it.", "Arrêtez-le. Redémarrez-le ensuite."), good: .init("Stop it.", "Arrêtez-le."),
        precision: "9.5 of 13 on page pairs that differ much (es, fr, ja, pt, zh; November 2026)",
        usesMemory: false)

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        report.addUnpaired(.target)
    }
}
