import Bitext
import Checks
import ParsedBitext
import Testing
import TranslationModel

@testable import Reports

@Suite struct TextReporterTests {
    @Test func aPageIsNamedOnceAndItsFaultsAreMarked() throws {
        let text = try report(
            .text,
            [
                checked(
                    "fr-FR/a.md", source: "Wait 15 minutes.", target: "Patientez ⟦50⟧ minutes⟦⟧", message: "15 is 50",
                    evidence: .init(source: "15", target: "50")),
                checked("fr-FR/b.md", source: "Wait.", target: "Attendez."),
            ])
        #expect(
            text == """
                fr-FR/a.md
                  3:41  error  15 is 50  [empty-target]
                    source  Wait 15 minutes.
                                 ^^
                    target  Patientez 50 minutes
                                      ^^
                  3:51  error  15 is 50  [empty-target]
                    source  Wait 15 minutes.
                                 ^^
                    target  Patientez 50 minutes
                                                ^

                2 errors, 0 warnings, 0 notes in 1 of 2 pages (2 segments)

                """)
    }

    /// A wide character has two carets, a character with a mark on it one.
    @Test(arguments: [
        ("サーバーを⟦再起動⟧する", "          ^^^^^^"),
        ("le re\u{301}⟦pe\u{301}te\u{301}⟧ ici", "     ^^^^"),
        ("👩‍👩‍👧 ⟦x⟧", "   ^"),
        ("한국어 ⟦값⟧", "       ^^"),
        ("a\tb\n⟦c⟧", "    ^"),
        ("zero⟦\u{200B}⟧width", "    ^^^^^^^^"),
        ("नी ⟦नी⟧", "   ^^"), ("น้ำ ⟦x⟧", "   ^"), ("🇫🇷👍🏽 ⟦x⟧", "     ^"),
        // What follows the mark does not move it.
        ("a ⟦b⟧ שלום", "  ^"),
    ])
    func caretsStandBelowTheFault(target: String, carets: String) throws {
        let text = try report(.text, [checked(source: "x", target: target)])
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let line = try #require(lines.firstIndex { $0.hasPrefix("    target") })
        #expect(lines[line + 1] == "            " + carets)
    }

    /// Terminals differ in whether they turn Hebrew and Arabic around, so only brackets in the text are right in all of them.
    @Test(arguments: [
        ("פתח את ⟦היומן⟧ עכשיו", "פתח את ⟦היומן⟧ עכשיו"), ("افتح ⟦50⟧ دقيقة", "افتح ⟦50⟧ دقيقة"), ("שלום⟦⟧", "שלום⟦⟧"),
    ])
    func textFromTheRightIsBracketed(target: String, shown: String) throws {
        let lines = try report(.text, [checked(source: "x", target: target)]).split(separator: "\n").map(String.init)
        let line = try #require(lines.firstIndex { $0.hasPrefix("    target") })
        #expect(lines[line] == "    target  " + shown)
        #expect(!lines[line + 1].contains("^"))
    }

    @Test func textFitsIntoTheTerminal() throws {
        var style = ReportStyle()
        style.columns = 48
        let page = try checked(
            source: "Wait 15 minutes before you open the page again.",
            target: "Patientez ⟦50⟧ minutes avant de rouvrir la page.",
            message: "source has 15, and the target has 50 in its place", rule: "number",
            evidence: .init(source: "15", target: "50"))
        let text = try report(.text, [page], style: style)
        #expect(
            text == """
                docs/page.md
                  3:41  error  source has 15, and the target has
                    50 in its place  [number]
                    source  Wait 15 minutes before you open t…
                                 ^^
                    target  Patientez 50 minutes avant de rou…
                                      ^^

                1 error, 0 warnings, 0 notes in 1 of 1 page (1
                  segment)

                """)
    }

    @Test func longSegmentsAreCutAroundTheFault() throws {
        let words = String(repeating: "mot ", count: 20_000)
        let text = try report(.text, [checked(source: words, target: "\(words)⟦faute⟧ \(words)")])
        let lines = text.split(separator: "\n")
        let target = try #require(lines.firstIndex { $0.hasPrefix("    target") })
        #expect(lines[target].contains("…") && lines[target].contains(" faute "))
        #expect(lines.allSatisfy { $0.count <= 112 })
        let column = try #require(lines[target].range(of: "faute")).lowerBound
        let offset = lines[target].distance(from: lines[target].startIndex, to: column)
        #expect(lines[target + 1] == String(repeating: " ", count: offset) + "^^^^^")
    }

    /// A thousand findings in one segment of a megabyte: each costs what it shows.
    @Test(.timeLimit(.minutes(10))) func manyFindingsInOneLongSegmentAreNoTrouble() throws {
        let target = String(repeating: "⟦mot⟧ " + String(repeating: "encore ", count: 150), count: 1000)
        let outcome = try checked(source: "x", target: target)
        let lines = try report(.text, [outcome]).split(separator: "\n")
        #expect(lines.count { $0.hasPrefix("    target") } == 1_000)
    }

    /// Nothing can be marked where it is missing: the half that has it shows it, and the other is cut at the same place.
    @Test func whatIsLostIsMarkedWhereItIs() throws {
        let words = String(repeating: "mot ", count: 100)
        let text = try report(
            .text,
            [
                checked(
                    source: "\(words)Get-Mailbox \(words)", target: "⟦\(words)ici \(words)⟧",
                    evidence: .init(source: "Get-Mailbox"))
            ])
        let lines = text.split(separator: "\n")
        #expect(lines[2].hasPrefix("    source  …") && lines[2].contains(" Get-Mailbox "))
        #expect(lines[3].drop { $0 == " " } == "^^^^^^^^^^^")
        #expect(lines[4].hasPrefix("    target  …") && lines[4].contains(" ici "))
        #expect(!text.contains("target  \n            ^") && lines[5].contains("1 error"))
    }

    @Test func notesAreHiddenUnlessAskedFor() throws {
        let pages = [
            try checked(source: "x", target: "⟦y⟧", severity: .note),
            try checked(source: "x", target: "⟦y⟧", severity: .warning),
        ]
        let text = try report(.text, pages)
        #expect(!text.contains("note  what"))
        #expect(
            text.hasSuffix(
                """
                0 errors, 1 warning, 1 note in 2 of 2 pages (2 segments)
                1 note not shown; --severity note shows it

                """))
        #expect(try report(.text, pages, severity: .note).contains("  note  what is wrong"))
        #expect(
            try report(.text, pages, severity: .error).contains(
                "1 warning and 1 note not shown; --severity note shows all"))
    }

    @Test func aFaultOutsideSegmentsShowsItsLine() throws {
        var outcome = try checked(source: "x", target: "y")
        let page = try #require(outcome.page)
        outcome.findings = [
            Finding(
                rule: "empty-target", severity: .error, category: .markup, message: "bad title", segment: nil,
                segmentIndex: nil, side: nil, location: Location(file: 0, range: FileRange(2..<7)),
                start: page.files[0].position(of: FileOffset(2)), end: page.files[0].position(of: FileOffset(7)),
                evidence: .init())
        ]
        #expect(try report(.text, [outcome]).contains("    page  # Title\n            ^^^^^\n"))
    }

    @Test func coloursGoWithTheTerminal() throws {
        let page = try checked(source: "x", target: "a ⟦b⟧ c")
        var style = ReportStyle()
        style.isColourful = true
        #expect(try report(.text, [page], style: style).contains("a \u{1B}[31mb\u{1B}[0m c"))
        #expect(try !report(.text, [page]).contains("\u{1B}"))
    }
}
