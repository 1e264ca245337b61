import Testing

@testable import Workspace

@Suite struct PathPatternTests {
    @Test(arguments: [
        ("content/{locale}/{path}", "content/fr/a/b.md", ["locale": "fr", "path": "a/b.md"]),
        ("content/{locale}/{path}", "content/pt-BR/b.md", ["locale": "pt-BR", "path": "b.md"]),
        ("{path}.{locale}.md", "posts/a.v2.fr.md", ["locale": "fr", "path": "posts/a.v2"]),
        (
            "./i18n/{locale}/v-{version}/{path}", "i18n/ja/v-1.2/x.mdx",
            ["locale": "ja", "version": "1.2", "path": "x.mdx"]
        ),
        ("docs.{locale}/{path}", "docs.de-de/a.md", ["locale": "de-de", "path": "a.md"]),
        ("{locale}/{path}/{locale}.md", "fr/a/fr.md", ["locale": "fr", "path": "a"]),
    ])
    func valuesOfAPath(pattern: String, path: String, values: [String: Substring]) throws {
        let pattern = try PathPattern(pattern)
        #expect(pattern.values(in: path) == values)
        #expect(pattern.path(values) == path)
    }

    @Test(arguments: [
        ("content/{locale}/{path}", "content/api/a.md"), ("content/{locale}/{path}", "other/fr/a.md"),
        ("content/{locale}/{path}", "content/fr/"), ("{path}.{locale}.md", "a.v2.md"),
        ("v-{version}/{path}", "v-1/"), ("{locale}/{path}/{locale}.md", "fr/a/de.md"),
    ])
    func pathsThatAreNotMeant(pattern: String, path: String) throws {
        #expect(try PathPattern(pattern).values(in: path) == nil)
    }

    @Test(arguments: [
        ("content/{locale}", "no {path}"), ("{path", "a { without a }"), ("{a b}/{path}", "made of letters"),
        ("{a}{b}{c}{d}{e}{f}{path}", "more than 6"), ("{a}/{a}/{b}/{path}", "more than 3"),
    ])
    func textsThatAreNoPattern(text: String, message: String) {
        #expect {
            try PathPattern(text)
        } throws: {
            ($0 as? PathPattern.Problem)?.message.contains(message) == true
        }
    }

    @Test func theFolderBeforeTheFirstName() throws {
        #expect(try PathPattern("../docs.en/a/{path}").root == "../docs.en/a/")
        #expect(try PathPattern("{locale}/{path}").root == "")
        #expect(try PathPattern("/{path}").root == "/")
    }

    /// Each part is tried once from each place of the path.
    @Test func aPatternOfManyNames() throws {
        let pattern = try PathPattern("{a}-{b}-{c}-{d}-{e}{path}.mdx")
        #expect(pattern.values(in: String(repeating: "a-", count: 200) + ".md") == nil)
    }
}
