import ParsedBitext
import Testing

@Suite struct LocaleInPathTests {
    @Test(arguments: [
        ("docs/fr-FR/page.md", "fr-FR"), ("docs/fr-fr/a/b/page.md", "fr-fr"), ("zh-Hans-CN/page.md", "zh-Hans-CN"),
        ("/fil-PH//page.md", "fil-PH"), ("de-DE/fr-FR/page.md", "fr-FR"),
        // As repositories of translations are called.
        ("relay-docs.fr-FR/articles/page.md", "fr-FR"), ("docs.v2.pt-br/page.md", "pt-br"),
    ])
    func theLastFolderThatIsALocale(path: String, locale: String) {
        #expect(Language.locale(inPath: path) == locale)
    }

    @Test(arguments: [
        "", "page.md", "fr-FR", "to-do/page.md", "docs/fr-FR", "a-b-c-d/page.md", "///", "fr-F/x", "é-FR/page.md",
        "docs.fr/page.md", "docs./page.md", "docs.fr-FR", "v2.to-do-list/page.md",
    ])
    func noLocale(path: String) { #expect(Language.locale(inPath: path) == nil) }
}
