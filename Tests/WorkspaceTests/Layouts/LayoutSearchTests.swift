import SystemPackage
import TestSupport
import Testing

@testable import Workspace

@Suite struct LayoutSearchTests {
    private func layouts(_ files: [String], in folder: String = "") throws -> [String] {
        let root = try TemporaryFolder()
        for file in files { try root.write(file, "# A") }
        return try LayoutSearch(listing: FilePath("\(root.path)/\(folder)")).layouts.map {
            "\($0.target) <- \($0.source) \($0.locales) \($0.paired)/\($0.pages)"
        }
    }

    @Test func aFolderPerLocale() throws {
        #expect(
            try layouts(["content/en/a.md", "content/fr/a.md", "content/zh-cn/a.md", "content/fr/b.md", "readme.md"])
                == ["content/{locale}/{path} <- content/en/{path} [\"fr\", \"zh-cn\"] 2/3"])
        #expect(
            try layouts(["docs/index.mdx", "docs/fr/index.mdx", "docs/to/x.md"])
                == ["docs/{locale}/{path} <- docs/{path} [\"fr\"] 1/1"])
    }

    @Test func docusaurus() throws {
        let plugin = "site/i18n/fr/docusaurus-plugin-content"
        #expect(
            try layouts([
                "site/docs/a.md", "\(plugin)-docs/current/a.md", "site/versioned_docs/version-1/a.md",
                "\(plugin)-docs/version-1/a.md", "site/blog/x.mdx", "\(plugin)-blog/x.mdx",
            ]).map { $0.split(separator: " ")[2] }
                == ["site/blog/{path}", "site/docs/{path}", "site/versioned_docs/version-{version}/{path}"])
    }

    @Test func fileNames() throws {
        #expect(
            try layouts(["a.md", "a.fr.md", "b.v2.md"]) == ["{path}.{locale}.md <- {path}.md [\"fr\"] 1/1"])
        #expect(
            try layouts(["x/a.en.md", "x/a.fr.md"]) == ["{path}.{locale}.md <- {path}.en.md [\"fr\"] 1/1"])
    }

    @Test(arguments: [
        ("docs.fr-fr", "docs"), ("docs.fr-fr", "docs.en-us"), ("fr.site.dev", "site.dev"),
        ("target.de-DE", "target.en"),
    ])
    func aRepositoryPerLocale(translated: String, original: String) throws {
        #expect(
            try layouts(["\(translated)/x/a.md", "\(original)/x/a.md"], in: translated)
                == ["{path} <- ../\(original)/{path} [] 1/1"])
    }

    @Test func aRepositoryOfTranslationsOnly() throws {
        #expect(
            try layouts(["content/files/en-us/a/index.md", "translated/files/fr/a/index.md"], in: "translated")
                == ["files/{locale}/{path} <- ../content/files/en-us/{path} [\"fr\"] 1/1"])
    }

    @Test func noLayout() throws {
        #expect(try layouts(["a.md", "b/c.md", "it/x.md"]) == [])
        #expect(throws: FileError.self) { try LayoutSearch(listing: "/nowhere") }
    }

    /// The file says what was found, and can be read.
    @Test func theConfigurationOfALayout() throws {
        let folder = try TemporaryFolder()
        for file in ["d\"\n\\q/en/a.md", "d\"\n\\q/fr/a.md"] { try folder.write(file, "# A") }
        let layouts = try LayoutSearch(listing: FilePath(folder.path)).layouts
        try folder.write(".diptych.yml", StarterConfiguration(layouts).text)
        let finder = PageFinder([folder.path])
        #expect(finder.errors.isEmpty)
        #expect(finder.pages.map { $0.source?.name } == [nil, "d\"\n\\q/en/a.md"])
    }
}
