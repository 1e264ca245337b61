import ParsedBitext

/// A web or mail address of the source that is missing in the target.
struct Address: SegmentRule {
    static let description = RuleDescription(
        "address", .warning, .doNotTranslate, "A web or mail address of the source was changed or lost.",
        discussion: """
            The rule compares the addresses in the visible text. A locale in them (`/en-us/`, `/fr-fr/`) may differ. A sample
            (`example.contoso.com`) is a note.
            Copy the address from the source.
            """,
        bad: .init("Go to https://contoso.com/relay.", "Accédez à https://contoso.com/relais."),
        good: .init("Go to https://contoso.com/relay.", "Accédez à https://contoso.com/relay."),
        precision: "45 of 47 (fr-FR, de-DE, es-ES, ja-JP; November 2026)")
    static let appliesTo = SegmentContents.addresses

    /// Whether an address is made up, so that a translation may have its own: `example.contoso.com`, `someone@example.com`.
    private static func isSample(_ address: ArraySlice<UInt8>) -> Bool {
        let first = address.prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "@") }
        return ["example", "someone", "somebody", "yourname", "username"].contains { first.elementsEqual($0.utf8) }
    }

    func check(_ pair: SegmentPair, _ report: inout Report) {
        IdentifierComparison(
            includes: { $0.kind == .url || $0.kind == .email }, noun: "address",
            isUncertain: { token, _, pair in Self.isSample(pair.text(token.range, .source)) }
        ).check(pair, &report)
    }
}
