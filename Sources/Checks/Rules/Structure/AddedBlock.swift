import Bitext
import ParsedBitext

/// A part of the target that the source lacks.
struct AddedBlock: Rule {
    static let description = RuleDescription(
        "added-block", .warning, .addition, "The target has a part that the source lacks.",
        discussion: """
            A section, paragraph, item, row, block of code or sentence of the target has no counterpart in the source. For
            page pairs only: the source may have lost it since the page was translated. A sentence is a note, as
            translators split sentences.
            """,
        bad: .init("Stop it.", "Arrêtez-le. Redémarrez-le ensuite."), good: .init("Stop it.", "Arrêtez-le."))

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        report.addUnpaired(.target)
    }
}
