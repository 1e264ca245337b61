import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// An address of the source that the target's prose has not.
struct Address: SegmentRule {
    static let description = RuleDescription(
        "address", .warning, .doNotTranslate, "A web or mail address of the source was changed or lost.",
        discussion: """
            Addresses in the text that a reader sees. Locales in them (`/en-us/`, `/fr-fr/`) differ rightly.
            """,
        bad: .init("Go to https://contoso.com/relay.", "Accédez à https://contoso.com/relais."),
        good: .init("Go to https://contoso.com/relay.", "Accédez à https://contoso.com/relay."),
        precision: "45 of 47 (fr-FR, de-DE, es-ES, ja-JP; November 2026)")
    static let appliesTo = SegmentContents.addresses

    func check(_ pair: SegmentPair, _ report: inout Report) {
        IdentifierComparison(isMeant: { $0.kind == .url || $0.kind == .email }, noun: "address").check(pair, &report)
    }
}
