import Bitext
import ParsedBitext

/// A part of the source that the target lacks.
struct MissingBlock: Rule {
    static let description = RuleDescription(
        "missing-block", .warning, .omission, "The target lacks a part of the source.",
        discussion: """
            A section, paragraph, item, row, block of code or sentence of the source has no counterpart in the target. The
            finding is where it belongs. Several of a kind that follow each other are one finding. For page pairs only: the
            source may have it since the page was translated. A sentence is a note, as translators join sentences, and so
            is what the target has at another place of the page, and a paragraph shorter than 100 characters. A single
            paragraph, item, list or block of code is also a note if a text near it is long enough to say it, too, if the
            target has one of its own there, or if the target was rewritten as a whole.
            """,
        bad: .init("Stop it. Then restart it.", "Arrêtez-le."),
        good: .init("Stop it. Then restart it.", "Arrêtez-le. Redémarrez-le ensuite."),
        precision:
            """
            200 of 215 on page pairs that differ much (es, fr, ja, pt, zh; November 2026), before the rule was \
            improved
            """
    )

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        report.addUnpaired(.source)
    }
}
