import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// A cmdlet of the source that the target's prose has not.
struct CommandName: SegmentRule {
    static let description = RuleDescription(
        "command", .error, .doNotTranslate, "A command of the source was translated, changed or lost.",
        discussion: """
            `Get-Job` is a name: translated (`Obtenir-Job`) it runs nowhere. A verb of PowerShell's list, a hyphen and a
            capital make a command, so "Sign-In" and "Pop-Up" are none. Case does not matter, nor how often the name stands.
            """,
        bad: .init("Get-Job lists the jobs.", "Obtenir-Job affiche les tâches."),
        good: .init("Get-Job lists the jobs.", "Get-Job affiche les tâches."),
        precision: "37 of 37 (fr-FR, de-DE, es-ES, ja-JP; November 2026)")
    static let appliesTo = SegmentContents.commands

    func check(_ pair: SegmentPair, _ report: inout Report) {
        IdentifierComparison(isMeant: { $0.kind == .command }, noun: "command").check(pair, &report)
    }
}
