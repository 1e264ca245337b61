import Testing

@testable import ParsedBitext

@Suite struct LanguageAgreementTests {
    @Test(arguments: [
        ("fr", "fr-FR", true), ("fr_fr", "FR-fr", true), ("fr-CA", "fr-FR", false), ("pt-BR", "pt-PT", false),
        ("de-DE", "fr-FR", false), ("zh-Hans", "zh-CN", true), ("zh_Hans_CN", "zh-CN", true),
        ("zh-TW", "zh-Hans", false),
        ("zh", "zh-TW", true), ("sr-Latn-RS", "sr-Cyrl-RS", false), ("sr-Latn", "sr-RS", true), ("iw", "he-IL", true),
        ("no", "nb-NO", true), ("nn-NO", "nb-NO", false), ("es-419", "es-ES", false), ("ca-valencia", "ca-ES", true),
    ])
    func agree(one: String, other: String, agree: Bool) {
        #expect(Language.agree(one, other) == agree)
        #expect(Language.agree(other, one) == agree)
    }
}
