import TestSupport
import Testing

@testable import diptych

/// What a person sees at a terminal: progress, colours, lines of its width.
@Suite struct TerminalTests {
    /// A folder with so many pages, each with an empty target.
    private func folder(pages: Int) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for number in 0..<pages {
            let page = targetHalf("101", "") + sourceHalf("101", "Wait until the server has answered all calls.") + "\n"
            try folder.write("docs/\(number).md", page)
        }
        return folder
    }

    @Test(arguments: [Terminal.Streams.both, .error])
    func progressIsShownWhereverStandardOutputGoes(streams: Terminal.Streams) throws {
        let folder = try folder(pages: 40)
        let output = try Terminal(columns: 80).run(
            "check", "\(folder.path)/docs", "--format", "json", streams: streams)
        #expect(output.contains("\r16/40 pages\u{1B}[K"))
        // It is gone at the end.
        #expect(!output.contains("40/40"))
    }

    @Test func learningShowsItsSteps() throws {
        let folder = try folder(pages: 40)
        let output = try Terminal(columns: 80).run(
            "check", "\(folder.path)/docs", "--learn", "--locale", "fr-FR", streams: .error)
        #expect(output.contains("\rlearning a lexicon: reading 40 pages: 16 done\u{1B}[K"))
    }

    @Test func aPipeGetsNoProgress() throws {
        let folder = try folder(pages: 40)
        let result = try Tool.run("check", "\(folder.path)/docs", "--format", "summary")
        #expect(result.error == "")
    }

    @Test func linesAreAsWideAsTheTerminal() throws {
        let folder = try folder(pages: 1)
        let output = try Terminal(columns: 44).run("check", "\(folder.path)/docs/0.md", "--color", "never")
        #expect(output.contains("    source  Wait until the server has ans…\n"))
        let rules = try Terminal(columns: 90).run("rules")
        let widest = rules.replacing("\r\u{1B}[K", with: "").split(separator: "\n").map(\.count).max()
        #expect(widest.map { $0 <= 90 } == true)
    }

    @Test func coloursAreChosen() throws {
        let folder = try folder(pages: 1)
        let page = "\(folder.path)/docs/0.md"
        func isColoured(_ choice: String, _ variables: [String: String] = [:]) throws -> Bool {
            try Tool.run(["check", page, "--color", choice], environment: variables).output.contains("\u{1B}[31m")
        }
        #expect(try Terminal(columns: 80).run("check", page).contains("\u{1B}[31m"))
        #expect(try !Terminal(columns: 80).run("check", page, environment: ["NO_COLOR": "1"]).contains("\u{1B}[31m"))
        #expect(try isColoured("always") && !isColoured("auto"))
        #expect(try isColoured("auto", ["FORCE_COLOR": "1"]))
        #expect(try !isColoured("never", ["FORCE_COLOR": "1"]))
        // What is asked for on the command line is asked for now.
        #expect(try isColoured("always", ["NO_COLOR": "1"]))
        #expect(try Tool.run("check", page, "--color", "red").status == 2)
        withExtendedLifetime(folder) {}
    }

    @Test(arguments: [
        // At a terminal and elsewhere.
        ([:], true, false),
        (["NO_COLOR": "1"], false, false), (["NO_COLOR": "0"], false, false), (["NO_COLOR": ""], true, false),
        (["FORCE_COLOR": "1"], true, true), (["FORCE_COLOR": "0"], true, false), (["CLICOLOR_FORCE": "1"], true, true),
        (["CLICOLOR_FORCE": "0"], true, false), (["CLICOLOR": "0"], false, false), (["CLICOLOR": "1"], true, false),
        (["NO_COLOR": "1", "FORCE_COLOR": "1"], false, false), (["CLICOLOR": "0", "CLICOLOR_FORCE": "1"], true, true),
        (["TERM": "dumb"], false, false), (["TERM": "dumb", "FORCE_COLOR": "1"], true, true),
    ])
    func theEnvironmentChooses(variables: [String: String], atTerminal: Bool, elsewhere: Bool) {
        let choice = ColourChoice.auto
        #expect(choice.isColourful(isTerminal: true) { variables[$0] } == atTerminal, "\(variables)")
        #expect(choice.isColourful(isTerminal: false) { variables[$0] } == elsewhere, "\(variables)")
    }
}
