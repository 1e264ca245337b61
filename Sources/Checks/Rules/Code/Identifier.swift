import ParsedBitext

/// A code-like name of the source, with dots, underscores or digits, that is missing in the target.
struct Identifier: SegmentRule {
    static let description = RuleDescription(
        "identifier", .warning, .doNotTranslate, "A code-like name of the source was translated, changed or lost.",
        discussion: """
            The rule compares names with dots, double colons, underscores or digits inside: types (`System.IO.FileInfo`,
            `std::vector`), attributes (`ms_service`), models (`E911`, which may be “E 911”). Machine translation often
            puts blanks into them: `System. IO. FileInfo`. `--fix` takes out the blanks if nothing else differs. Else
            copy the name from the source. Names of
            which only the case differs are one note for each page.
            """,
        bad: .init("A System.IO.FileInfo object.", "Un objet System. IO. FileInfo."),
        good: .init("A System.IO.FileInfo object.", "Un objet System.IO.FileInfo."),
        precision: "52 of 55 (fr-FR, de-DE, es-ES, ja-JP, ru-RU; November 2026)",
        isFixable: true)
    static let appliesTo: SegmentContents = [.codeNames, .words]

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        var otherCase = OtherCase()
        for pair in tokenized.pairs() where !pair.contents.contains(.isSame) && !pair.contents.contains(.isLong) {
            if pair.contents.contains(.codeNames) { check(pair, &report) }
            otherCase.read(pair)
        }
        otherCase.report(&report)
    }

    func check(_ pair: SegmentPair, _ report: inout Report) {
        IdentifierComparison(includes: { $0.kind == .identifier }, noun: "name", fixesBlanks: true).check(pair, &report)
    }
}
