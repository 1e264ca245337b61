import ParsedBitext

/// A cmdlet of the source that is missing in the target.
struct CommandName: SegmentRule {
    static let description = RuleDescription(
        "command", .error, .doNotTranslate, "A command of the source was translated, changed or lost.",
        discussion: """
            `Get-Job` is a name. A reader cannot run its translation, `Obtenir-Job`. A command consists of one of
            PowerShell's verbs, a hyphen and a word with a capital letter, so “Sign-In” and “Pop-Up” are not commands.
            Case does not matter, nor how often a name occurs. Copy the command from the source.
            """,
        bad: .init("Get-Job lists the jobs.", "Obtenir-Job affiche les tâches."),
        good: .init("Get-Job lists the jobs.", "Get-Job affiche les tâches."),
        precision:
            """
            119.5 of 121 on pages of ten locales that nobody had read (30 November 2026), then 22 of 22 others \
            when the rule had been improved
            """
    )
    static let appliesTo = SegmentContents.commands

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        checkSegments(tokenized, &report)
        for pair in tokenized.segmentsInCode() {
            pair.reportLostNames("command", pair.commands(.source), pair.hyphenatedNames(.target), &report)
        }
    }

    func check(_ pair: SegmentPair, _ report: inout Report) {
        IdentifierComparison(includes: { $0.kind == .command }, noun: "command").check(pair, &report)
    }
}
