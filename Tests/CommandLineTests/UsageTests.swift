import Foundation
import TestSupport
import Testing

/// A wrong command line ends with 2, and says what was probably meant.
@Suite struct UsageTests {
    private func page(_ target: String, locale: String = "fr-FR") -> String {
        "---\nms.contentlocale: \(locale)\n---\n" + pair("101", target, "Wait 15 minutes.") + "\n"
    }

    @Test(arguments: [
        (["chekc", "docs"], "There is no command “chekc”. Did you mean `check`?"),
        (["Build"], "There is no command “Build”. Did you mean `build`?"),
        (["insp", "page.md"], "There is no command “insp”. Did you mean `inspect`?"),
        (["help", "chekc"], "There is no command “chekc”. Did you mean `check`?"),
        (["xyzzyx\u{1B}"], "There is no command “xyzzyx\\u{1b}”. `diptych --help` lists the commands."),
    ])
    func aMisspeltCommand(arguments: [String], message: String) throws {
        let result = try Tool.run(arguments)
        #expect(result.error == "Error: \(message)\n" && result.output == "")
        #expect(result.status == 2)
    }

    @Test func aPageInPlaceOfACommand() throws {
        let folder = try TemporaryFolder()
        try folder.write("documents/page.md", page("Attendez."))
        let result = try Tool.run("documents", in: folder.path)
        #expect(result.error.contains("To look for faults in the pages: diptych check documents\n"))
        #expect(result.status == 2)
    }

    @Test func optionsAndHelpAreNoCommands() throws {
        #expect(try Tool.run("--version").status == 0)
        #expect(try Tool.run("help", "check").status == 0)
        #expect(try Tool.run("help").status == 0)
        for shell in ["bash", "zsh", "fish"] {
            let script = try Tool.run("--generate-completion-script", shell)
            #expect(script.status == 0 && script.output.contains("max-findings"))
        }
    }

    @Test func aFolderIsExtractedIntoAFolder() throws {
        let folder = try TemporaryFolder()
        try folder.write("docs/page.md", page("Attendez."))
        let result = try Tool.run("extract", "docs", in: folder.path)
        #expect(result.status == 2)
        #expect(
            result.error == """
                Error: Only one page can go to standard output. Name a folder to write to:

                  diptych extract docs -o out
                  See 'diptych help extract' for more information.

                """)
    }

    @Test func rulesHaveCommasBetweenThem() throws {
        let folder = try TemporaryFolder()
        try folder.write("page.md", page("Attendez  50 minutes."))
        func rules(_ arguments: String...) throws -> [String] {
            let all = ["check", "page.md", "--severity", "note", "--color", "never"] + arguments
            let lines = try Tool.run(all, in: folder.path).output.split(separator: "\n")
            return lines.filter { $0.hasSuffix("]") }.map { String($0.split(separator: "[")[1].dropLast()) }
        }
        #expect(try rules("--rule", "number,double-space") == ["double-space", "number"])
        #expect(try rules("--rule", "number, double-space") == ["double-space", "number"])
        #expect(try rules("--rule", "number", "--rule", "double-space") == ["double-space", "number"])
        #expect(try rules("--rule", "number,double-space", "--no-rule", "number,link") == ["double-space"])
        let wrong = try Tool.run("check", "page.md", "--rule", "number,double-spaec", in: folder.path)
        #expect(
            wrong.status == 2 && wrong.error.contains("no rule is called “double-spaec”; did you mean `double-space`?"))
    }

    @Test func aLocaleThatNoPageNeeds() throws {
        let folder = try TemporaryFolder()
        try folder.write("docs/a.md", page("Attendez 15 minutes."))
        try folder.write("docs/b.md", page("Attendez 15 minutes."))
        try folder.write("docs/c.md", page("15 Minuten warten.", locale: "de-DE"))
        func error(_ locale: String) throws -> String {
            try Tool.run("check", "docs", "--rule", "number", "--locale", locale, in: folder.path).error
        }
        #expect(
            try error("it-IT")
                == "diptych: note: no page is checked as it-IT, as --locale is only for pages that do not name theirs; "
                + "the pages are fr-FR (2 pages), de-DE (1 page)\n")
        #expect(try error("FR-fr") == "")
        #expect(try error("french").contains("“french” is no locale. Write a language and a region, such as fr-FR."))
        try folder.write("docs/d.md", pair("101", "Attendez.", "Wait.") + "\n")
        #expect(try error("it-IT") == "")
        #expect(try error("xx_french").contains("note: “xx_french” is no locale that the rules know"))
    }

    @Test func anAddressOfTheRulesIsAnAddress() throws {
        let result = try Tool.run("check", "-", "--format", "sarif", "--rules-url", "docs/rules.md")
        #expect(result.status == 2 && result.error.contains("https://contoso.com/docs/rules.md"))
    }

    /// What the fixes in SARIF do is what `--fix` does.
    @Test func theFixesInSARIFAreThoseOfFix() throws {
        let folder = try TemporaryFolder()
        let text = "# é\n\n" + page("Le  serveur é **est ** prêt.").split(separator: "\n").last! + "\n"
        let file = try folder.write("page.md", text)
        let rule = ["--rule", "double-space", "--severity", "note"]
        let report = try Tool.run(["check", "page.md", "--format", "sarif"] + rule, in: folder.path).output
        let sarif = try JSONSerialization.jsonObject(with: Data(report.utf8)) as? [String: Any]
        let results = try #require((sarif?["runs"] as? [[String: Any]])?.first?["results"] as? [[String: Any]])
        let fix = try #require((results.first?["fixes"] as? [[String: Any]])?.first)
        let change = try #require((fix["artifactChanges"] as? [[String: Any]])?.first)
        #expect((change["artifactLocation"] as? [String: String])?["uri"]?.hasSuffix("page.md") == true)
        let replacement = try #require((change["replacements"] as? [[String: Any]])?.first)
        let region = try #require(replacement["deletedRegion"] as? [String: Int])
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.unicodeScalars) }
        let inserted = try #require((replacement["insertedContent"] as? [String: String])?["text"])
        let (line, start) = (try #require(region["startLine"]) - 1, try #require(region["startColumn"]) - 1)
        lines[line].replaceSubrange(start..<(try #require(region["endColumn"]) - 1), with: inserted.unicodeScalars)
        let expected = lines.map { String(String.UnicodeScalarView($0)) }.joined(separator: "\n")
        _ = try Tool.run(["check", "page.md", "--fix"] + rule, in: folder.path)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == expected && expected != text)
    }

    /// `--fix` leaves a page alone that is not UTF-8, so there is nothing to take over.
    @Test func aPageThatFixLeavesAloneHasNoFixes() throws {
        let folder = try TemporaryFolder()
        var bytes = Data(page("Le  serveur est prêt.").utf8)
        bytes.append(0xFF)
        try folder.write("page.md", bytes)
        let arguments = ["check", "page.md", "--format", "sarif", "--rule", "double-space"]
        let report = try Tool.run(arguments, in: folder.path).output
        #expect(report.contains("\"ruleId\": \"double-space\"") && !report.contains("\"fixes\""))
    }

    /// Examples and tables in the help are laid out by hand, for a terminal of 80 columns.
    @Test(arguments: [
        "build", "check", "diff", "explain", "export", "extract", "import", "init", "inspect", "memory", "split",
        "status", "terms", "train", "watch",
    ])
    func helpFitsATerminal(command: String) throws {
        let help = try Tool.run([command, "--help"], environment: ["COLUMNS": "300"]).output
        let lines = help.split(separator: "\n").prefix { !$0.hasPrefix("USAGE") }
        #expect(lines.contains { $0.hasPrefix("  ") })
        for line in lines where line.hasPrefix("  ") { #expect(line.count < 80, "\(line)") }
    }
}
