import Testing

@testable import MarkdownSyntax

/// Only two tildes strike text through.
@Suite struct TildeTests {
    @Test func singleTildesAreText() {
        let page = tree("Do 1~5, then 7~9.\n\n~a~ and *~b~* and [c~d~e](f) and `g~h`\n")
        #expect(page.nodes(.strikethrough).isEmpty)
        #expect(page.plainText(of: 0) == "Do 1~5, then 7~9.\n~a~ and ~b~ and c~d~e and g~h")
        #expect(page.nodes(.emphasis).map { page.text(of: $0) } == ["*~b~*"])
    }

    @Test func doubleTildesAreNone() {
        let page = tree("~~a~~ b~c~~d~~\n")
        #expect(page.nodes(.strikethrough).map { page.text(of: $0) } == ["~~a~~", "~~d~~"])
        #expect(page.plainText(of: 0) == "a b~cd")
    }

    /// A single tilde begins nothing, so it does not break up the emphasis around it.
    @Test func emphasisBesideATilde() {
        let page = tree("*a ~b* c~ **~5 d**\n")
        #expect(page.nodes(.emphasis).map { page.text(of: $0) } == ["*a ~b*"])
        #expect(page.nodes(.strong).map { page.text(of: $0) } == ["**~5 d**"])
        // A tilde is punctuation: after a letter, `**` does not open before it.
        #expect(tree("a**~5**b\n").nodes(.strong).isEmpty)
    }

    @Test func inHeadingsAndTables() {
        let page = tree("# 1~2\n\n| 3~4 | 5~6 |\n|---|---|\n| ~7 | 8~ |\n")
        #expect(page.plainText(of: page.nodes(.heading)[0]) == "1~2")
        #expect(page.nodes(.tableCell).map { page.plainText(of: $0) } == ["3~4", "5~6", "~7", "8~"])
    }

    @Test func destinationsAndLanguagesKeepTheirs() {
        let page = tree(
            "[a](~/b.md \"c ~ d\") ![e](~/f&amp;g.png) [h] <https://x.test/~i>\n\n[h]: ~/h.md\n\n```a~b\nc\n```\n")
        #expect(
            page.nodes(.link).compactMap { page.destination(of: $0)?.url } == [
                "~/b.md", "~/h.md", "https://x.test/~i",
            ])
        #expect(page.destination(of: page.nodes(.link)[0])?.title == "c ~ d")
        #expect(page.destination(of: page.nodes(.image)[0])?.url == "~/f&g.png")
        #expect(page.codeBlock(page.nodes(.codeBlock)[0])?.info == "a~b")
    }

    /// One of these signs hides the tilde. On a page that has all of them, destinations still keep theirs.
    @Test func signsThatHideTildesStay() {
        let page = tree("[a](~/^}b.md \"^c\") [d](~/e&amp;f.md) {~g~} ^~ %?$\n\n```^h~\n```\n")
        #expect(page.nodes(.link).compactMap { page.destination(of: $0)?.url } == ["~/^}b.md", "~/e&f.md"])
        #expect(page.destination(of: page.nodes(.link)[0])?.title == "^c")
        #expect(page.codeBlock(page.nodes(.codeBlock)[0])?.info == "^h~")
        #expect(page.plainText(of: page.nodes(.paragraph)[0]) == "a d {~g~} ^~ %?$")
    }

    @Test func escapedTildes() {
        #expect(tree("\\~a\\~\n").plainText(of: 0) == "~a~")
        #expect(tree("\\~~a~ b~\n").nodes(.strikethrough).isEmpty)
        #expect(tree("\\\\~~a~~\n").nodes(.strikethrough).count == 1)
    }

    @Test func fencesOfTildes() {
        let page = tree("~~~\na ~b~\n~~~\n")
        #expect(page.codeBlock(1)?.bytes == Array("a ~b~\n".utf8))
    }
}
