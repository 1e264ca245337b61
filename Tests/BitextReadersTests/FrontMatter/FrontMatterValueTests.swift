import TestSupport
import Testing

@testable import Bitext
@testable import BitextReaders

/// What well-formed front matter says.
@Suite struct FrontMatterValueTests {
    @Test func scalarsAreTheTextThatWasWritten() {
        let (frontMatter, problems) = readFrontMatter(
            """
            ---
            title: L'aide, c'est « ici » (v=1) & là
            ms.date: 07/23/2014
            ms:assetid: 1b2c
            yes: true
            version: 1.0
            octal: 0o17
            nothing:
            tilde: ~
            null: null
            quoted: 'null'
            single: 'it''s: so'
            double: "tab\\t, \\u00e9, \\"q\\""
            tagged: !!str 12
            ---

            """)
        #expect(problems.isEmpty)
        #expect(
            frontMatter?.summary == [
                "title=L'aide, c'est « ici » (v=1) & là", "ms.date=07/23/2014", "ms:assetid=1b2c", "yes=true",
                "version=1.0", "octal=0o17", "nothing=", "tilde=", "null=", "quoted=null", "single=it's: so",
                "double=tab\t, é, \"q\"", "tagged=12",
            ])
        #expect(frontMatter?.entries.map(\.line) == Array(2...14))
    }

    @Test func listsAndMapsNest() {
        let (frontMatter, problems) = readFrontMatter(
            """
            ---
            keywords:
            - a
            - 'b: c'
            indented:
              - x
            flow: [a, "b", {c: d}]
            map:
              inner: 1
              list:
                - y
            ---
            """)
        #expect(problems.isEmpty)
        #expect(
            frontMatter?.entries == [
                .init(key: "keywords", value: .list([.scalar("a"), .scalar("b: c")]), line: 2),
                .init(key: "indented", value: .list([.scalar("x")]), line: 5),
                .init(
                    key: "flow",
                    value: .list([
                        .scalar("a"), .scalar("b"), .map([.init(key: "c", value: .scalar("d"), line: 7)]),
                    ]), line: 7),
                .init(
                    key: "map",
                    value: .map([
                        .init(key: "inner", value: .scalar("1"), line: 9),
                        .init(key: "list", value: .list([.scalar("y")]), line: 10),
                    ]), line: 8),
            ])
    }

    @Test func blockScalarsAreFolded() {
        let (frontMatter, problems) = readFrontMatter("---\na: >-\n  b\n  c\n\n  d\ne: |\n  f\n  g\nh: i\n j\n---\n")
        #expect(frontMatter?.summary == ["a=b c\nd", "e=f\ng\n", "h=i j"])
        #expect(problems.isEmpty)
    }

    @Test func theFirstScalarWithAKeyIsFoundByName() {
        let frontMatter = FrontMatter(
            entries: [
                .init(key: "a", value: .list([]), line: 2), .init(key: "B", value: .scalar("x"), line: 3),
                .init(key: "b", value: .scalar("y"), line: 4),
            ], range: FileRange(0..<9))
        #expect(frontMatter["b"] == "y")
        #expect(frontMatter["a"] == nil)
        #expect(frontMatter["c"] == nil)
    }

    /// libyaml ends lines at characters that end none of the page's.
    @Test func linesAreThePagesLines() {
        let (frontMatter, _) = readFrontMatter("---\na: 'b\u{2028}c\u{85}d'\r\ne: {}\n---\n")
        #expect(frontMatter?.entries.map(\.line) == [2, 3])
    }
}
