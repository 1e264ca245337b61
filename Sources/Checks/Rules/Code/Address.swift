import ParsedBitext

/// A web or mail address of the source that is missing in the target.
struct Address: SegmentRule {
    static let description = RuleDescription(
        "address", .warning, .doNotTranslate, "A web or mail address of the source was changed or lost.",
        discussion: """
            The rule compares the addresses in the visible text. A locale in them (`/en-us/`, `/fr-fr/`) may differ.
            Copy the address from the source.
            """,
        bad: .init("Go to https://contoso.com/relay.", "Accédez à https://contoso.com/relais."),
        good: .init("Go to https://contoso.com/relay.", "Accédez à https://contoso.com/relay."),
        precision: "45 of 47 (fr-FR, de-DE, es-ES, ja-JP; November 2026)")
    static let appliesTo = SegmentContents.addresses

    func check(_ pair: SegmentPair, _ report: inout Report) {
        IdentifierComparison(includes: { $0.kind == .url || $0.kind == .email }, noun: "address").check(pair, &report)
    }
}
