import ParsedBitext

/// A code-like name of the source, with dots, underscores or digits, that is missing in the target.
struct Identifier: SegmentRule {
    static let description = RuleDescription(
        "identifier", .warning, .doNotTranslate, "A code-like name of the source was translated, changed or lost.",
        discussion: """
            The rule compares names with dots, underscores or digits inside: types (`System.IO.FileInfo`), attributes
            (`ms_service`), models (`E911`). Machine translation often puts spaces into them: `System. IO. FileInfo`.
            Copy the name from the source.
            """,
        bad: .init("A System.IO.FileInfo object.", "Un objet System. IO. FileInfo."),
        good: .init("A System.IO.FileInfo object.", "Un objet System.IO.FileInfo."),
        precision: "52 of 55 (fr-FR, de-DE, es-ES, ja-JP, ru-RU; November 2026)")
    static let appliesTo = SegmentContents.codeNames

    func check(_ pair: SegmentPair, _ report: inout Report) {
        IdentifierComparison(includes: { $0.kind == .identifier }, noun: "name").check(pair, &report)
    }
}
