import TestSupport
import Testing

@testable import Bitext
@testable import BitextReaders

/// Where front matter begins and ends, and what only looks like it.
@Suite struct FrontMatterPlaceTests {
    /// The body of a page, or nil where the page has no front matter.
    private func body(_ page: String) -> String? {
        guard let frontMatter = readFrontMatter(page).frontMatter else { return nil }
        return String(decoding: Array(page.utf8)[frontMatter.range.upperBound.value...], as: UTF8.self)
    }

    @Test(arguments: [
        "---\ntitle: x\n---\n# Body\n",
        "---  \ntitle: x\n--- \t\n# Body\n",
        "---\r\ntitle: x\r\n---\r\n# Body\n",
        "---\ntitle: x\n...\n# Body\n",
        "\u{FEFF}---\ntitle: x\n---\n# Body\n",
        "---\n\ntitle: x\n\n---\n# Body\n",
        "---\n# a comment\ntitle: x\n---\n# Body\n",
    ])
    func aBlockBetweenMarkers(page: String) {
        let (frontMatter, problems) = readFrontMatter(page)
        #expect(frontMatter?["title"] == "x")
        #expect(body(page) == "# Body\n")
        #expect(problems.isEmpty)
    }

    @Test func rangeBeginsAfterTheByteOrderMark() {
        #expect(readFrontMatter("\u{FEFF}---\na: b\n---\nx").frontMatter?.range.values == 3..<16)
        #expect(readFrontMatter("---\na: b\n---").frontMatter?.range.values == 0..<12)
    }

    @Test(arguments: ["---\n---\n", "---\n# nothing\n---\n"])
    func aBlockCanBeEmpty(page: String) {
        let (frontMatter, problems) = readFrontMatter(page)
        #expect(frontMatter?.entries == [])
        #expect(problems.isEmpty)
    }

    @Test(arguments: [
        "", "---", "---\n", "# Title\n", "----\ntitle: x\n----\n", " ---\ntitle: x\n---\n",
        "\n---\n\ntitle: x\n---\n", "\n---\nProse\n---\n", "\n---\ntitle: x\n\n# Heading\n",
        "---\n\nProse, then a break:\n\n---\n\nmore prose\n",
        "---\n\nProse without an end.\n",
        "---\n\n---\n",
        "---\n# Heading\n\nProse.\n",
        "---\nProse right below.\n\nMore of it.\n\n---\n",
        "--- title\nx: y\n---\n",
    ])
    func otherPagesHaveNone(page: String) {
        let (frontMatter, problems) = readFrontMatter(page)
        #expect(frontMatter == nil)
        #expect(problems.isEmpty)
    }

    @Test(arguments: [
        "\n", "\r\n", " \n\t\n", "\u{FEFF}\n", "\n\u{FEFF}", "\u{FEFF}\u{FEFF}",
    ])
    func aBlockThatBeginsLate(before: String) {
        let page = before + "---\ntitle: x\ntopic:\n- y\n# z\n---\n# Body\n"
        let (frontMatter, problems) = readFrontMatter(page)
        #expect(frontMatter?.summary == ["title=x", "topic=[y]"])
        #expect(body(page) == "# Body\n")
        #expect(frontMatter?.range.lowerBound.value == before.utf8.count)
        #expect(frontMatter?.entries.first?.line == line(of: before.utf8.count + 4, in: page))
        #expect(problems.map(\.offset) == [before.utf8.count])
        #expect(problems.first?.message.contains("not at the very beginning") == true)
    }

    @Test(arguments: ["---\n---\n", "---\n---\n---\n", "---\r\n---\r\n", "---\n\n---\n"])
    func anOpeningMarkerThatIsWrittenTwice(opening: String) {
        let page = opening + "title: x\n---\n# Body\n"
        let (frontMatter, problems) = readFrontMatter(page)
        #expect(frontMatter?.summary == ["title=x"])
        #expect(body(page) == "# Body\n")
        #expect(frontMatter?.range.lowerBound.value == 0)
        #expect(frontMatter?.entries.first?.line == line(of: opening.utf8.count, in: page))
        #expect(problems.count == 1)
        #expect(problems.first?.message.contains("written twice") == true)
    }

    @Test(arguments: ["title: y\n", "title: y\nauthor: a\nkeywords:\n- z\n"])
    func aBlockThatIsThereTwice(second: String) {
        let page = "---\ntitle: x\nauthor: a\n---\n---\n" + second + "---\n# Body\n"
        let (frontMatter, problems) = readFrontMatter(page)
        #expect(frontMatter?.summary == ["title=x", "author=a"])
        #expect(body(page) == "# Body\n")
        #expect(problems.map { line(of: $0.offset, in: page) } == [5])
        #expect(problems.first?.message.contains("there twice") == true)
    }

    /// A break and a heading, or a block with other keys, can be text.
    @Test(arguments: [
        "---\nNote: text\n---\n", "---\nlayout: end\ntitle: y\n---\n", "---\n\ntitle: y\n---\n",
        "---\ntitle: y\n\nText\n", "\n---\ntitle: y\n---\n",
    ])
    func textAfterTheBlock(rest: String) {
        let page = "---\ntitle: x\n---\n" + rest
        let (frontMatter, problems) = readFrontMatter(page)
        #expect(frontMatter?.summary == ["title=x"])
        #expect(body(page) == rest)
        #expect(problems.isEmpty)
    }

    /// The front matter of Hugo in TOML.
    @Test func hugosTOML() {
        let page = """
            +++
            title = "The \\"new\\" relay" # today
            author='a # b'
            draft = true # no
            tags = ["a"]
            title = "again"
            [menu]
            title = "other"
            +++
            # Body

            """
        let (frontMatter, problems) = readFrontMatter(page)
        #expect(frontMatter?.summary == ["title=The \"new\" relay", "author=a # b", "draft=true"])
        #expect(frontMatter?.entries.map(\.line) == [2, 3, 4])
        #expect(body(page) == "# Body\n")
        #expect(problems.isEmpty)
        for text in [
            "+++\n\ntitle = \"x\"\n", "+++\nText\n+", "+++ a\ntitle = \"x\"\n+++\n", "Text\n+++\ntitle = \"x\"\n+++\n",
        ] {
            #expect(readFrontMatter(text).frontMatter == nil)
        }
    }

    @Test(arguments: [
        (#"t = "Caf\u00e9\tA\U0001F600\nB \q \u12""#, ["t=Café\tA😀\nB \\q \\u12"]), (#"t = 'a\n'"#, ["t=a\\n"]),
        ("t = \"\"\"\nOne\nx = 1\n\"two\" \\\n   three\"\"\" # y\nz = 2", ["t=One\nx = 1\n\"two\" three", "z=2"]),
        ("t = '''One\r\nx = \\1'''\r\nz = 2", ["t=One\nx = \\1", "z=2"]),
        ("t = \"\"\"\"a\"\"\"\"\nz = 2", ["t=\"a\"", "z=2"]),
        ("t = \"\"\"\nz = 2", ["z=2"]), ("t = \"\"\nz = \"a", ["t=", "z=a"]),
    ])
    func textsInTOML(lines: String, entries: [String]) {
        let page = "+++\n" + lines + "\nlast = 3\n+++\n# Body\n"
        let (frontMatter, problems) = readFrontMatter(page)
        #expect(frontMatter?.summary == entries + ["last=3"])
        #expect(frontMatter?.entries.last?.line == page.split(separator: "+++")[0].count { $0.isNewline })
        #expect(body(page) == "# Body\n")
        #expect(problems.isEmpty)
    }

    /// The body of a block that is not closed keeps its segments.
    @Test(arguments: [
        "", "\nBody\n", "Body\n", "\n<span data-ttu-id=\"1\">y</span>\n\n+++\n\nz\n",
        "Text <span data-ttu-id=\"1\">y = z</span>\n+++\n",
    ])
    func anUnclosedBlockInTOML(rest: String) {
        let page = "+++\ntitle = \"x\"\n# y\n" + rest
        let (frontMatter, problems) = readFrontMatter(page)
        #expect(frontMatter?.summary == ["title=x"])
        #expect(body(page) == rest)
        #expect(problems.map(\.offset) == [0])
        #expect(problems.first?.message.contains("not closed by a line `+++`") == true)
    }

    /// An empty block, and a body with a break or a heading in it.
    @Test(arguments: [
        "---\n---\nProse\n---\n", "---\n---\nNote: prose.\n\nMore.\n\n---\n", "---\n---\n\ntitle: x\n---\n",
    ])
    func anEmptyBlockBeforeTheBody(page: String) {
        let (frontMatter, problems) = readFrontMatter(page)
        #expect(frontMatter?.entries == [])
        #expect(frontMatter?.range.values == 0..<8)
        #expect(problems.isEmpty)
    }

    @Test func anIndentedMarkerClosesNothing() {
        let page = "---\ntext: |\n  a\n  ---\n  b\nlast: 'x --- y'\n---\nbody"
        let (frontMatter, problems) = readFrontMatter(page)
        #expect(frontMatter?.summary == ["text=a\n---\nb\n", "last=x --- y"])
        #expect(problems.isEmpty)
        #expect(body(page) == "body")
    }

    @Test(arguments: [
        ("---\ntitle: x\nlist:\n- a\n\n# Body\n", ["title=x", "list=[a]"], "\n# Body\n"),
        ("---\ntitle: x\n# Body\n", ["title=x"], "# Body\n"),
        ("---\ntitle: x\n<a name=\"y\"></a>Body\n", ["title=x"], "<a name=\"y\"></a>Body\n"),
        ("---\ntitle: x\n> Body\n", ["title=x"], "> Body\n"),
        ("---\ntitle: x\nBody text.\n- item\n\n", ["title=x"], "Body text.\n- item\n\n"),
        ("---\ntitle: x", ["title=x"], ""),
        (
            "---\ntitle: x\n\n<span data-ttu-id=\"1\">y</span>\n\n---\n\nz\n", ["title=x"],
            "\n<span data-ttu-id=\"1\">y</span>\n\n---\n\nz\n"
        ),
    ])
    func anUnclosedBlockEndsWhereTheBodyBegins(page: String, entries: [String], body: String) {
        let (frontMatter, problems) = readFrontMatter(page)
        #expect(frontMatter?.summary == entries)
        #expect(self.body(page) == body)
        #expect(problems.map(\.offset) == [0])
        #expect(problems.first?.message.contains("not closed") == true)
    }

    @Test func strayTextStaysInAnUnclosedBlockIfAKeyFollows() {
        let (frontMatter, problems) = readFrontMatter("---\ntitle: x\nstray\ntopic: y\n\nBody\n")
        #expect(frontMatter?.summary == ["title=x", "topic=y"])
        #expect(problems.count == 2)
        #expect(problems.last?.message.contains("`stray`") == true)
    }
}
