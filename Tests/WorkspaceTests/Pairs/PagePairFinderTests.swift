import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Workspace

/// Which page is the source of which.
@Suite struct PagePairFinderTests {
    private func finder(
        _ files: [String: String], _ arguments: String..., source: String? = nil
    ) throws -> (finder: PageFinder, folder: TemporaryFolder) {
        let folder = try TemporaryFolder()
        for (name, text) in files { try folder.write(name, text) }
        var options = CheckPlan.Options()
        options.source = source.map { "\(folder.path)/\($0)" }
        return (PageFinder(arguments.map { "\(folder.path)/\($0)" }, options), folder)
    }

    private func sources(_ finder: PageFinder) -> [String] {
        finder.pages.map { "\($0.name) \($0.source?.name ?? "-") \($0.locale ?? "-") \($0.source?.locale ?? "-")" }
    }

    @Test func aFolderOfSources() throws {
        let (finder, _) = try finder(
            ["fr/a.md": "a", "fr/b/c.md": "c", "fr/gone.md": "x", "en/a.md": "a", "en/b/c.md": "c"], "fr", source: "en")
        #expect(sources(finder) == ["a.md ../en/a.md fr en", "gone.md - - -", "b/c.md ../en/b/c.md fr en"])
        #expect(finder.pairNotes.sentences.count == 1)
        #expect(finder.pairNotes.sentences[0].contains("1 page has no source"))
        #expect(finder.pairNotes.sentences[0].contains("en/gone.md"))
    }

    @Test func twoFiles() throws {
        let (finder, folder) = try finder(["fr.md": "a", "en.md": "a"], "fr.md", source: "en.md")
        #expect(finder.pages.map { $0.source?.path.string } == ["\(folder.path)/en.md"])
    }

    /// Else it would be compared with every page.
    @Test func oneSourceOfManyPages() throws {
        let files = ["fr/a.md": "a", "fr/b.md": "b", "en/a.md": "a"]
        for finder in [
            try finder(files, "fr", source: "en/a.md").finder,
            try finder(files, "fr/a.md", "fr/b.md", source: "en/a.md").finder,
        ] {
            #expect(finder.pages.allSatisfy { $0.source == nil })
            #expect(finder.errors.count == 1)
            #expect(
                finder.errors.first?.reason.hasPrefix("is one file, which can be the source of one page only") == true)
        }
    }

    /// As a shell expands `fr/**/*.md`.
    @Test func filesAndAFolderOfSources() throws {
        let (finder, folder) = try finder(
            ["fr/b/c.md": "c", "fr/a.md": "a", "en/b/c.md": "c", "en/a.md": "a"], "fr/b/c.md", "fr/a.md", source: "en")
        #expect(
            finder.pages.map { $0.source?.path.string } == ["\(folder.path)/en/b/c.md", "\(folder.path)/en/a.md"])
    }

    @Test func otherCaseAndOtherEndings() throws {
        let (finder, _) = try finder(
            ["fr/ReadMe.md": "a", "fr/b.md": "b", "en/Readme.md": "a", "en/b.mdx": "b"], "fr", source: "en")
        #expect(finder.pages.map { $0.source?.path.lastComponent?.string } == ["Readme.md", "b.mdx"])
        #expect(finder.pairNotes.sentences.count == 1)
        #expect(finder.pairNotes.sentences[0].contains("differs from the source in upper and lower case"))
    }

    @Test func layoutsOfAConfiguration() throws {
        let (finder, _) = try finder(
            [
                ".diptych.yml": """
                pairs:
                  - {target: "docs/{locale}/{path}", source: "docs/en/{path}", locales: [fr, pt-br]}
                  - {target: "{path}.{locale}.md", source: "{path}.md"}
                """, "docs/en/a.md": "a", "docs/fr/a.md": "a", "docs/pt-br/a.md": "a", "docs/de/a.md": "a",
                "blog/x.md": "x", "blog/x.ja.md": "x", "blog/y.ja.md": "y",
            ], ".")
        #expect(
            sources(finder) == [
                "blog/x.ja.md blog/x.md ja -", "blog/x.md - - -", "blog/y.ja.md - - -", "docs/de/a.md - - -",
                "docs/en/a.md - - -", "docs/fr/a.md docs/en/a.md fr en", "docs/pt-br/a.md docs/en/a.md pt-BR en",
            ])
        #expect(finder.pages.filter(\.isSource).map(\.name.string) == ["blog/x.md", "docs/de/a.md", "docs/en/a.md"])
    }

    private func layout(listing locales: String) -> String {
        """
        pairs:
          - target: "docs/{locale}/{path}"
            source: "docs/en/{path}"
            locales: \(locales)
        """
    }

    /// The pages in `ja` are left out, and nothing has the name `jp`.
    @Test(arguments: ["docs", "docs/ja/a.md"]) func aMisspeltLocale(_ argument: String) throws {
        let (finder, folder) = try finder(
            [
                ".diptych.yml": layout(listing: "[fr, jp]"), "docs/en/a.md": "a", "docs/fr/a.md": "a",
                "docs/ja/a.md": "a",
            ], argument)
        #expect(
            finder.errors.map(\.description) == [
                "\(folder.path)/.diptych.yml:4:19: `jp` is no language that Diptych knows, and no page has it; did you mean `ja`?"
            ])
    }

    /// The first pages of a language may be still to come, so this is a note.
    @Test func aLocaleWithoutPages() throws {
        let (finder, folder) = try finder(
            [
                ".diptych.yml": layout(listing: "[fr, pt-BR, it]"), "docs/en/a.md": "a", "docs/fr/a.md": "a",
                "docs/pt/a.md": "a",
            ], "docs")
        #expect(finder.errors.isEmpty)
        #expect(
            finder.pairNotes.sentences == [
                "\(folder.path)/.diptych.yml:4:19: no page of `docs/{locale}/{path}` has the locale `pt-BR`; did you mean `pt`?",
                "\(folder.path)/.diptych.yml:4:26: no page of `docs/{locale}/{path}` has the locale `it`; write it as the paths of its pages do, or remove it here",
            ])
    }

    /// The pages of the other locales are there, but not read now.
    @Test(arguments: ["docs/fr", "docs/fr/a.md"]) func localesThatAreNotReadNow(_ argument: String) throws {
        let (finder, _) = try finder(
            [
                ".diptych.yml": layout(listing: "[fr, ja, zh_cn]"), "docs/en/a.md": "a", "docs/fr/a.md": "a",
                "docs/ja/a.md": "a", "docs/zh-cn/a.md": "a",
            ], argument)
        #expect(finder.errors.isEmpty && finder.pairNotes.sentences.isEmpty)
    }

    @Test func aRepositoryBesideThatOfTheConfiguration() throws {
        let (finder, _) = try finder(
            [
                "docs.fr/.git/HEAD": "", "docs.fr/a.md": "a", "docs.en/a.md": "a",
                "docs.fr/.diptych.yml": "pairs: [{target: \"{path}\", source: \"../docs.en/{path}\"}]",
            ], "docs.fr")
        #expect(sources(finder) == ["a.md ../docs.en/a.md fr en"])
        #expect(finder.errors.isEmpty)
    }

    @Test(arguments: [
        ("pairs: [{target: \"a/{path}\"}]", "a pair needs `target` and `source`"),
        ("pairs: [{target: \"a/{path}\", source: \"{locale}/{path}\"}]", "`target` has no {locale}"),
        ("pairs: [{target: \"../a/{path}\", source: \"b/{path}\"}]", "`target` must be in the folder"),
        ("pairs: [{target: \"a/{path}\", source: \"/etc/{path}\"}]", "is outside"),
        ("pairs: [{target: \"a/{path}\", source: \"/{path}\"}]", "is outside"),
        ("pairs: [{target: \"a/{path}\", source: \"../../../{path}\"}]", "is outside"),
        ("pairs: [{target: \"a/{path}\", sorce: \"b/{path}\"}]", "did you mean `source`"),
        ("pairs: [{target: \"a\", source: \"b/{path}\"}]", "no {path}"),
        ("pairs: all", "a list is needed here"),
    ])
    func wrongLayouts(yaml: String, message: String) throws {
        let (finder, _) = try finder(["x/y/z/.diptych.yml": yaml, "x/y/z/a/b.md": "x"], "x/y/z")
        #expect(finder.errors.count == 1)
        #expect(finder.errors.first?.description.contains(message) == true, "\(finder.errors)")
        #expect(
            finder.errors.first?.path.hasSuffix(
                ".diptych.yml:1:\(finder.errors[0].path.split(separator: ":").last ?? "")") == true)
    }

    @Test func sourcesThatDoNotExist() throws {
        let (finder, folder) = try finder(["fr/a.md": "a"], "fr", source: "en")
        #expect(finder.errors.map(\.description) == ["\(folder.path)/en: does not exist"])
    }

    @Test func swappedSides() throws {
        let (finder, _) = try finder(["fr/a.md": "a", "en/a.md": "a"], "en", source: "fr")
        #expect(finder.pages.map { $0.source?.locale } == ["fr"])
        #expect(finder.pairNotes.sentences.count == 1)
        #expect(finder.pairNotes.sentences[0].contains("1 page is checked as a translation into English"))
        #expect(finder.pairNotes.sentences[0].contains("fr/a.md --source"))
    }

    @Test func thePageItself() throws {
        let (finder, _) = try finder(["fr/a.md": "a"], "fr", source: "fr")
        #expect(finder.pages.map { $0.source == nil } == [true])
        #expect(finder.pairNotes.sentences.count == 1)
        #expect(finder.pairNotes.sentences[0].contains("the page and its source are one file"))
    }

    /// A configuration that came with somebody's pull request reads no other files.
    @Test(arguments: [
        "pairs: [{target: \"fr/{path}\", source: \"{path}/../../../secret.txt\"}]",
        "pairs: [{target: \"fr/{path}.md\", source: \"en/{path}.txt\"}]",
        "pairs: [{target: \"fr/{path}\", source: \"en/{path}\"}]",
    ])
    func secretsOutsideOfTheRepository(yaml: String) throws {
        let folder = try TemporaryFolder()
        let secret = try folder.write("secret.txt", "secret")
        for (name, text) in [
            ("r/.git/HEAD", ""), ("r/docs/.diptych.yml", yaml), ("r/docs/fr/x.md", "# A"), ("r/docs/en/y.md", ""),
        ] {
            try folder.write("w/\(name)", text)
        }
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/w/r/docs/en/x.md", withDestinationPath: secret)
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/w/r/docs/en/x.txt", withDestinationPath: secret)
        let finder = PageFinder(["\(folder.path)/w/r/docs/fr"])
        #expect(finder.pages.map { $0.source == nil } == [true], "\(finder.pages)")
    }

    @Test func localesThatALayoutLeavesOut() throws {
        let (finder, _) = try finder(
            [
                ".diptych.yml": "pairs: [{target: \"c/{locale}/{path}\", source: \"c/{path}\", locales: [fr]}]",
                "c/a.md": "a", "c/de/a.md": "a", "c/fr/a.md": "a",
            ], "c")
        #expect(finder.pages.filter(\.isSource).map(\.name.string) == ["a.md"])
    }

    /// No table has all languages, so what is listed is a locale.
    @Test(arguments: ["zu", "tt-ru", "ku-Arab", "ckb", "qps-ploc", "ca-es-valencia", "ha-latn-ng"])
    func aLocaleThatIsInNoTable(locale: String) throws {
        let files = [
            ".diptych.yml": layout(listing: "[fr, \(locale)]"), "docs/en/a.md": "a", "docs/fr/a.md": "a",
            "docs/de/a.md": "a", "docs/zh/a.md": "a",
        ]
        let present = try finder(files.merging(["docs/\(locale)/a.md": "a"]) { first, _ in first }, "docs").finder
        #expect(present.errors.isEmpty && present.pairNotes.sentences.isEmpty)
        let page = try #require(present.pages.first { $0.name.string == "\(locale)/a.md" })
        #expect(page.source?.locale == "en")
        #expect(page.locale?.lowercased() == locale.lowercased())
        // Its first page may be still to come.
        let missing = try finder(files, "docs").finder
        #expect(missing.errors.isEmpty && missing.pairNotes.sentences.count == 1)
    }

    @Test func theLocaleOfTheSourcesIsListed() throws {
        let (finder, folder) = try finder(
            [".diptych.yml": layout(listing: "[fr, en]"), "docs/en/a.md": "a", "docs/fr/a.md": "a"], "docs")
        #expect(finder.errors.isEmpty)
        #expect(
            finder.pairNotes.sentences == [
                "\(folder.path)/.diptych.yml:4:19: `en` is the language of the sources, so no page is a translation into it; "
                    + "remove it here"
            ])
    }

    /// As the folder is called.
    @Test func theNameThatWasProbablyMeant() throws {
        let (finder, _) = try finder(
            [".diptych.yml": layout(listing: "[pt-BR]"), "docs/en/a.md": "a", "docs/pt-pt/a.md": "a"], "docs")
        #expect(finder.pairNotes.sentences.first?.hasSuffix("did you mean `pt-pt`?") == true)
    }

    @Test func anEmptyLocale() throws {
        let (finder, _) = try finder(
            [".diptych.yml": layout(listing: "[fr, \"\"]"), "docs/en/a.md": "a", "docs/fr/a.md": "a"], "docs")
        #expect(finder.errors.map(\.reason) == ["a locale is needed here, such as fr"])
    }
}
