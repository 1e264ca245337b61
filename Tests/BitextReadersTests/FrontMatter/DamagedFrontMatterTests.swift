import TestSupport
import Testing

@testable import Bitext
@testable import BitextReaders

/// Front matter that is no YAML: what is said about it, where, and what is read all the same.
@Suite struct DamagedFrontMatterTests {
    /// One damaged page: its lines between the markers, what is read, and the lines that are reported.
    struct Case: CustomTestStringConvertible, Sendable {
        let yaml: String
        let entries: [String]
        let lines: [Int]
        let words: String
        var testDescription: String { yaml.debugDescription }

        init(_ yaml: String, _ entries: [String], _ lines: [Int], _ words: String) {
            self.yaml = yaml
            self.entries = entries
            self.lines = lines
            self.words = words
        }
    }

    @Test(arguments: [
        Case(
            "title: Deploy: the guide\nauthor: a\n", ["title=Deploy: the guide", "author=a"], [2], "a colon where no"),
        Case("author: a\ntitle: @home\n", ["author=a", "title=@home"], [3], "begins with `@`"),
        Case("a: `x`\nb: %x\n", ["a=`x`", "b=%x"], [2, 3], "a backtick"),
        Case("a: *Note*\nb: &amp; c\n", ["a=*Note*", "b=&amp; c"], [2, 3], "begins with `*`"),
        Case("title: \"open\nb: c\n", ["title=\"open", "b=c"], [2], "never closed"),
        Case("title: \"a\" b\nc: d\n", ["title=\"a\" b", "c=d"], [2], "after a closing quotation mark"),
        Case("path: \"C:\\docs\"\nb: c\n", ["path=C:\\docs", "b=c"], [2], "a backslash"),
        Case("a: b\nstray words\nc: d\n", ["a=b", "c=d"], [3], "left out: `stray words`"),
        Case("stray words\nc: @\n", ["c=@"], [2, 3], "left out: `stray words`"),
        Case("a: x\n\tb: y\n", ["a=x", "b=y"], [3], "a tab"),
        Case("a: [x\nb: y\n", ["a=[x", "b=y"], [2], "`[` begins a list"),
        Case("a: x\u{0}y\nb: 'z'\n", ["a=x\u{0}y", "b=z"], [2], "U+0000"),
        Case("a: \"x\u{FFFE}y\"\nb: z\n", ["a=x\u{FFFE}y", "b=z"], [2], "U+FFFE"),
        Case("a:\n- x\n- @y\n- 'it''s'\n- b: c\n  d: e\n- \"z\n", ["a=[x|@y|it's|{b=c|d=e}|\"z]"], [4], "`@`"),
        Case(
            "a: 1\nb: 2\na: 3\n", ["a=1", "b=2"], [4],
            "`a` is given twice; the value on line 2 is used, not this one: `3`"),
        Case("a: 1\n'a':\n- x\n- y\n", ["a=1"], [3], "not this one: `- x - y`"),
        Case("m:\n  k: 1\n  k: 2\nb: c\n", ["m=k: 1\n  k: 2", "b=c"], [3], "given twice: `k`"),
        Case(" a: 1\nb: \"2\" x\n", ["a=1", "b=\"2\" x"], [3], "not valid YAML"),
        Case("? [a]\n: b\nc: d\n", ["c=d"], [2], "itself a list or a map"),
        Case("- a\n- b\n", [], [2], "not made of `key: value` lines"),
        Case("just prose\n", [], [2], "not made of `key: value` lines"),
    ])
    func isReportedAndRead(damage: Case) throws {
        let page = "---\n" + damage.yaml + "---\nbody"
        let (frontMatter, problems) = readFrontMatter(page)
        #expect(frontMatter?.summary == damage.entries)
        #expect(frontMatter?.range.upperBound.value == page.utf8.count - 4)
        #expect(problems.map { line(of: $0.offset, in: page) } == damage.lines)
        #expect(problems.contains { $0.message.contains(damage.words) }, "\(problems)")
    }

    @Test func whatYAMLTakesOfADamagedBlockIsStillYAML() {
        let (frontMatter, _) = readFrontMatter(
            "---\ntitle: a: b\ntext: >-\n  c\n  d\nmap:\n  e: [f]\nquoted: \"\\u00e9\"\n# note\nempty:\n---\n")
        #expect(frontMatter?.summary == ["title=a: b", "text=c d", "map={e=[f]}", "quoted=é", "empty="])
        #expect(frontMatter?.entries.map(\.line) == [2, 3, 6, 8, 10])
    }

    @Test func aliasesAreKeptAsWritten() {
        let (frontMatter, problems) = readFrontMatter("---\na: &x [1, 2]\nb: *x\n---\n")
        #expect(frontMatter?.summary == ["a=[1|2]", "b=*x"])
        #expect(problems.map(\.offset) == [20])
        #expect(problems.first?.message.contains("`*x` stands for the value marked `&x`") == true)
    }

    /// A value is read from its colon on, behind a key that is not the page's: what is wrong at that key is at the colon, not one
    /// byte before it, which may be inside of a character. Found by `Scripts/fuzz`.
    @Test func whatIsWrongFromTheColonOnBeginsThere() {
        let page = "---\na: {b: [c\né: [d: [e:\nx\n---\n"
        let places = readFrontMatter(page).problems.map(\.offset)
        let bytes = Array(page.utf8)
        #expect(places.allSatisfy { bytes[$0] & 0xC0 != 0x80 })
        #expect(places.contains(16))
    }
}
