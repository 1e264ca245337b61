import Code
import ParsedBitext

/// A cmdlet of the source that is missing in the target.
struct CommandName: SegmentRule {
    static let description = RuleDescription(
        "command", .error, .doNotTranslate, "A command of the source was translated, changed or lost.",
        discussion: """
            `Get-Job` is a name. A reader cannot run its translation, `Obtenir-Job`. A command consists of one of
            PowerShell's verbs, a hyphen and a word with a capital letter, so “Sign-In” and “Pop-Up” are not commands.
            Case does not matter, nor how often a name occurs. Two words that may begin a term (“Register-Level
            Transfer”) are a note. Copy the command from the source.
            """,
        bad: .init("Get-Job lists the jobs.", "Obtenir-Job affiche les tâches."),
        good: .init("Get-Job lists the jobs.", "Get-Job affiche les tâches."),
        precision: "37 of 37 (fr-FR, de-DE, es-ES, ja-JP; November 2026)")
    static let appliesTo = SegmentContents.commands

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        checkSegments(tokenized, &report)
        for pair in tokenized.segmentsInCode() {
            pair.reportLostNames("command", pair.commands(.source), pair.hyphenatedNames(.target), &report)
        }
    }

    func check(_ pair: SegmentPair, _ report: inout Report) {
        IdentifierComparison(
            includes: { $0.kind == .command }, noun: "command",
            isUncertain: { token, _, pair in mayBeTerm(token, pair) }
        ).check(pair, &report)
    }

    /// Whether it may be two English words at the beginning of a term: no cmdlet of PowerShell has the second one, and
    /// another word with a capital is after it, as in “Register-Level Transfer”.
    private func mayBeTerm(_ token: Token, _ pair: SegmentPair) -> Bool {
        let tokens = pair.tokens(.source)
        let parts = pair.text(token.range, .source).split(separator: UInt8(ascii: "-"))
        guard parts.count == 2, let index = tokens.firstIndex(where: { $0.lower == token.lower }),
            index + 1 < tokens.endIndex
        else { return false }
        let next = tokens[index + 1]
        guard next.kind == .word, next.isCapitalised, next.lower == token.upper + 1,
            pair.text(.source)[token.range.upperBound.value] == 0x20, !Self.nouns.contains(next.hash)
        else { return false }
        func lower(_ part: ArraySlice<UInt8>) -> String { String(decoding: part.map(\.asciiLowercased), as: UTF8.self) }
        return parts[1].dropFirst().allSatisfy { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
            && !PowerShellVerbs.nouns.contains(lower(parts[1])) && !Self.certainVerbs.contains(lower(parts[0]))
    }

    /// What a command is called in a title: "The Get-Relay Command".
    private static let nouns = Set(["cmdlet", "cmdlets", "command", "commands"].map(Token.hash(of:)))

    /// Verbs that begin no English compound.
    private static let certainVerbs: Set<String> = [
        "get", "set", "new", "remove", "enable", "disable", "import", "export", "invoke", "initialize", "install",
        "uninstall", "restart", "unblock", "unlock", "unregister",
    ]
}
