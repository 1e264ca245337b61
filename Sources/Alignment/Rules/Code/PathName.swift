/// A path, a file name, a registry key or a variable of the source that the target's prose has not.
struct PathName: SegmentRule {
    static let description = RuleDescription(
        "path", .warning, .doNotTranslate,
        "A path, file name, registry key or variable of the source was translated, changed or lost.",
        discussion: """
            `C:\\Windows`, `setup.exe`, `HKLM:\\Software` and `%TEMP%` are the same in every language. A blank inside one,
            or a translated folder, leads nowhere.
            """,
        bad: .init("Open C:\\Relay\\relay.log.", "Ouvrez C:\\Relais\\relais.log."),
        good: .init("Open C:\\Relay\\relay.log.", "Ouvrez C:\\Relay\\relay.log."), precision: "21 of 23 (fr-FR, de-DE)")
    static let looksFor = SegmentTraits.identifiers

    func check(_ pair: SegmentPair, _ report: inout Report) {
        IdentifierComparison(
            isMeant: { $0.kind == .path || $0.kind == .file || $0.kind == .variable }, noun: "name"
        ).check(pair, &report)
    }
}
