import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// A dotted or otherwise code-like name of the source that the target's prose has not.
struct Identifier: SegmentRule {
    static let description = RuleDescription(
        "identifier", .warning, .doNotTranslate, "A code-like name of the source was translated, changed or lost.",
        discussion: """
            Types (`System.IO.FileInfo`), attributes (`ms_service`), models (`E911`): names with dots, underscores or digits
            inside. Machine translation likes to put blanks into them: `System. IO. FileInfo`.
            """,
        bad: .init("A System.IO.FileInfo object.", "Un objet System. IO. FileInfo."),
        good: .init("A System.IO.FileInfo object.", "Un objet System.IO.FileInfo."),
        precision: "52 of 55 (fr-FR, de-DE, es-ES, ja-JP, ru-RU; November 2026)")
    static let appliesTo = SegmentContents.codeNames

    func check(_ pair: SegmentPair, _ report: inout Report) {
        IdentifierComparison(isMeant: { $0.kind == .identifier }, noun: "name").check(pair, &report)
    }
}
