import Foundation
import TestSupport
import Testing

/// `check`, `rules` and `explain` as a user runs them.
@Suite struct CheckTests {
    private static func page(_ target: String) -> Data {
        Data(
            "<span data-ttu-id=\"1-101\">\(target)</span><span class=\"sxs-lookup\"><span data-stu-id=\"1-101\">Wait.</span></span>\n"
                .utf8)
    }

    @Test func theExitStatusSaysWhatWasFound() throws {
        #expect(try Tool.run("check", "-", input: Self.page("Attendez.")).status == 0)
        let faulty = try Tool.run("check", "-", input: Self.page(""))
        #expect(faulty.status == 1)
        #expect(
            faulty.output == """
                -
                  1:27  error  the target is empty  [empty-target]
                    source  Wait.
                    target  
                            ^

                1 error, 0 warnings, 0 notes in 1 of 1 page (1 segment)

                """)
        #expect(try Tool.run("check", "-", "--format", "yaml").status == 2)
        #expect(try Tool.run("check", "-", "--jobs", "0").status == 2)
    }

    @Test func standardInputIsFixedAlone() throws {
        let result = try Tool.run("check", "--fix", "-", "none.md", input: Self.page("Attendez."))
        #expect(result.status == 2)
        #expect(result.error.contains("takes no other pages"))
    }

    @Test func aReportThatIsNotWrittenLeavesNothing() throws {
        let folder = try TemporaryFolder()
        try folder.write("page.md", Self.page("Attendez."))
        #expect(try Tool.run("check", "page.md", "--dry-run", "-o", "report.json", in: folder.path).status == 0)
        #expect(folder.files == ["page.md"])
    }

    @Test(arguments: ["text", "json", "sarif", "github", "junit", "summary"])
    func whatCannotBeReadIsSaid(format: String) throws {
        let result = try Tool.run("check", "none.md", "-", "--format", format, input: Self.page("Attendez."))
        #expect(result.status == 2)
        #expect(result.error == "diptych: error: none.md: does not exist\n")
        let binary = try Tool.run("check", "-", "--format", format, input: Data([0x50, 0, 0x4B]))
        #expect(binary.status == 2)
        #expect(binary.error.contains("not text"))
    }

    /// "No findings" would say that these pages are right.
    @Test func pagesWithoutAPairAreSaid() throws {
        let folder = try TemporaryFolder()
        for name in ["a", "b", "c", "d", "e"] { try folder.write("docs/\(name).md", "# T\n") }
        try folder.write("docs/pair.md", Self.page("Attendez."))
        let all = try Tool.run("check", "docs", in: folder.path)
        #expect(all.status == 0)
        #expect(
            all.error.contains(
                "note: 5 pages have no segments (docs/a.md, docs/b.md, docs/c.md and 2 more), so no translation was"))
        #expect(
            try Tool.run("check", "docs/a.md", in: folder.path).error.contains(
                "note: 1 page has no segments (docs/a.md)"))
        #expect(try Tool.run("check", "docs/pair.md", in: folder.path).error == "")
        #expect(
            try Tool.run("inspect", "docs/a.md", in: folder.path).output.contains("0 segments (a page in one language)")
        )
        #expect(
            try Tool.run("build", "docs", "-o", "out", in: folder.path).error.contains("note: 5 pages have no segments")
        )
    }

    /// Who named the sources is not told to do so.
    @Test func pagePairsWithoutSegmentsAreSaid() throws {
        let folder = try TemporaryFolder()
        for language in ["en", "fr"] { try folder.write("\(language)/a.md", "---\ntitle: T\n---\n") }
        try folder.write("fr/b.md", "# T\n")
        let result = try Tool.run("check", "fr", "--source", "en", in: folder.path)
        #expect(result.error.contains("note: 1 page has no source, so no translation was compared there: fr/b.md"))
        #expect(result.error.contains("note: 1 page has no text in common with the source (fr/a.md)"))
        #expect(!result.error.contains("--source"))
    }

    @Test func aDryRunEndsAsACheckWould() throws {
        let folder = try TemporaryFolder()
        try folder.write("right.md", Self.page("Attendez."))
        func statuses(_ arguments: String...) throws -> [Int32] {
            try [[], ["--dry-run"]].map { try Tool.run(["check"] + arguments + $0, in: folder.path).status }
        }
        #expect(try statuses("right.md") == [0, 0])
        let source =
            "<span data-ttu-id=\"1-1\">Le bouton ** OK ** est gris.</span><span class=\"sxs-lookup\">"
            + "<span data-stu-id=\"1-1\">The **OK** button is grey.</span></span>\n"
        try folder.write("warning.md", source)
        #expect(try statuses("warning.md") == [1, 1])
        #expect(try statuses("warning.md", "--fail-on", "error") == [0, 0])
        #expect(try Tool.run("check", "-", "--dry-run", input: Data(source.utf8)).status == 1)
        #expect(try Tool.run("check", "warning.md", "--write-baseline", "known.json", in: folder.path).status == 0)
        #expect(try statuses("warning.md", "--baseline", "known.json") == [0, 0])
    }

    /// Without a word of it, a wrong folder would look as if all were well.
    @Test func nothingThatCouldBeCompared() throws {
        let folder = try TemporaryFolder()
        for language in ["en", "fr", "de"] { try folder.write("docs/\(language)/a.md", "# Text\n") }
        try folder.write("docs/fr/b.md", "# Text\n")
        func check(_ arguments: String...) throws -> Tool.Result {
            try Tool.run(["check"] + arguments, in: folder.path)
        }
        let what =
            "no page has a text with its translation; name the sources with --source, or once for all with `diptych init`\n"
        let result = try check("docs")
        #expect(result.status == 2)
        #expect(result.error.contains("name them with --source"))
        #expect(result.error.hasSuffix("diptych: error: nothing was compared: \(what)"))
        // As a git hook names them, one or several.
        for files in [["docs/fr/a.md"], ["docs/fr/a.md", "docs/fr/b.md"]] {
            let result = try Tool.run(["check"] + files, in: folder.path)
            #expect(result.status == 0)
            #expect(result.error.hasSuffix("diptych: note: \(what)"))
        }
        #expect(try check("docs", "--rule", "front-matter").status == 0)
        #expect(try check("docs", "--write-baseline", "known.json").status == 0)
        #expect(try check("docs", "--baseline", "known.json").status == 0)
        // Some pages have no pair.
        #expect(try check("docs/fr", "docs/de", "--source", "docs/en").status == 0)
    }

    @Test func nothingButSourcesAndExcludedPages() throws {
        let folder = try TemporaryFolder()
        for language in ["en", "fr"] { try folder.write("docs/\(language)/a.md", "# Text\n") }
        try folder.write(
            ".diptych.yml",
            "exclude: [docs/fr/]\npairs: [{target: \"docs/{locale}/{path}\", source: \"docs/en/{path}\"}]\n")
        let sources = try Tool.run("check", "docs/en", in: folder.path)
        #expect(sources.status == 2)
        #expect(sources.error.contains("these pages are the sources of others; name the translations"))
        let file = try Tool.run("check", "docs/en/a.md", in: folder.path)
        #expect(file.status == 0 && file.error.contains("note: these pages are the sources of others"))
        let excluded = try Tool.run("check", "docs", in: folder.path)
        #expect(excluded.status == 2 && excluded.error.contains("or excluded by .diptych.yml"))
    }

    @Test func aStatusOfNoPage() throws {
        let folder = try TemporaryFolder()
        for name in ["a", "b"] { try folder.write("docs/\(name).md", "# Text\n") }
        let result = try Tool.run("status", "docs", in: folder.path)
        #expect(result.status == 2)
        #expect(
            result.error.contains(
                "error: nothing was compared: no page has its source in another file; name the sources"))
        #expect(try Tool.run("status", "docs/a.md", "docs/b.md", in: folder.path).status == 0)
    }

    @Test func aFileIsWrittenWholeOrNotAtAll() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("diptych-check-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("findings.json").path
        let result = try Tool.run("check", "-", "--format", "json", "-o", file, input: Self.page(""))
        #expect(result.status == 1 && result.output == "")
        let written = try #require(FileManager.default.contents(atPath: file))
        #expect(
            try Tool.run("check", "-", "--format", "json", input: Self.page("")).output
                == String(decoding: written, as: UTF8.self))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["findings.json"])

        for place in [folder.path, "\(folder.path)/none/findings.json", "/dev/null"] {
            let refused = try Tool.run("check", "-", "-o", place, input: Self.page("Attendez."))
            #expect(refused.status == 2)
            #expect(refused.error.hasPrefix("diptych: error: \(place): "))
        }
        #expect(try Tool.run("check", "-", "-o", "", input: Self.page("Attendez.")).status == 2)
    }

    @Test func aReaderThatWentAwayEndsTheCheckQuietly() throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = [
            "-c", "(sleep 0.3; \"$0\" check \"$1\" --format json; echo \"status $?\" >&2) | true", Tool.executable.path,
            Repository.folder.appendingPathComponent("Corpus").path,
        ]
        let error = Pipe()
        process.standardError = error
        try process.run()
        let text = String(decoding: error.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(text.split(separator: "\n").filter { !$0.hasPrefix("diptych: note: ") } == ["status 141"])
    }

    @Test func theSameBytesWhateverTheJobs() throws {
        for format in ["json", "sarif", "junit", "text"] {
            let one = try Tool.run("check", "Corpus", "--format", format, in: Repository.folder.path)
            let four = try Tool.run("check", "Corpus", "--format", format, "--jobs", "4", in: Repository.folder.path)
            #expect(one.output == four.output && one.status == 1)
        }
    }

    /// Such pages lead readers to another one.
    @Test func pairsWithoutText() throws {
        let folder = try TemporaryFolder()
        for name in ["en/a.md", "fr/a.md", "en/b.md", "fr/b.md"] {
            try folder.write(name, "---\nredirect_url: /docs/new\n---\n")
        }
        for pages in [["fr/a.md"], ["fr/a.md", "fr/b.md"], ["fr"]] {
            let result = try Tool.run(["check"] + pages + ["--source", "en"], in: folder.path)
            #expect(result.status == 0, "\(result.error)")
            #expect(!result.error.contains("nothing was compared"))
        }
    }

    /// A dry run says what it cannot repair, because its exit status does.
    @Test func aDryRunSaysWhatRemains() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.md", Self.page(""))
        let one = try Tool.run("check", "a.md", "--dry-run", in: folder.path)
        #expect(one.status == 1)
        #expect(
            one.error
                == "0 findings can be fixed on 0 pages; 1 error or warning remains, `diptych check` shows it\n")
        try folder.write("b.md", Self.page(""))
        let two = try Tool.run("check", "a.md", "b.md", "--dry-run", "--fail-on", "error", in: folder.path)
        #expect(two.error == "0 findings can be fixed on 0 pages; 2 errors remain, `diptych check` shows them\n")
        let never = try Tool.run("check", "a.md", "--dry-run", "--fail-on", "never", in: folder.path)
        #expect(never.status == 0 && never.error == "0 findings can be fixed on 0 pages\n")
    }

    /// A line of a configuration is no page.
    @Test func onlyPagesAreCounted() throws {
        let folder = try TemporaryFolder()
        try folder.write("docs/ja/a.md", Self.page("Attendez."))
        try folder.write("docs/fr/a.md", Self.page("Attendez."))
        try folder.write(
            ".diptych.yml",
            "pairs: [{target: \"docs/{locale}/{path}\", source: \"docs/en/{path}\", locales: [fr, jp]}]\n")
        let result = try Tool.run("check", "docs", in: folder.path)
        #expect(result.status == 2 && result.error.contains("did you mean `ja`?"))
        #expect(!result.output.contains("could not be checked"), "\(result.output)")
        let page = try Tool.run("check", "docs", "none.md", in: folder.path)
        #expect(page.output.contains("; 1 could not be checked\n"))
    }
}

@Suite struct RulesTests {
    @Test func rulesAreListed() throws {
        #expect(try Tool.run("rules").output.contains("empty-target"))
        let document = try JSONSerialization.jsonObject(with: Data(Tool.run("rules", "--format", "json").output.utf8))
        let rules = try #require((document as? [String: Any])?["rules"] as? [[String: Any]])
        #expect(rules.contains { $0["name"] as? String == "empty-target" && $0["on"] as? Bool == true })
    }

    @Test func aRuleIsExplained() throws {
        let result = try Tool.run("explain", "empty-target")
        #expect(result.status == 0)
        #expect(result.output.hasPrefix("empty-target (error, Omission)\n\nThe target of a segment is empty.\n"))
        #expect(result.output.contains("source  Restart the server.\ntarget  ␣\n"))
        let unknown = try Tool.run("explain", "emty-target\u{1B}")
        #expect(unknown.status == 2)
        #expect(
            unknown.error == "diptych: error: no rule is called “emty-target\\u{1b}”; did you mean `empty-target`?\n")
        #expect(try Tool.run("explain", "qqqqqqqqqqqq").error.contains("`diptych rules` lists all"))
    }

    @Test func theDocumentationIsUpToDate() throws {
        let committed = try String(
            contentsOf: Repository.folder.appendingPathComponent("Docs/rules.md"), encoding: .utf8)
        let isFresh = try Tool.run("rules", "--format", "markdown").output == committed
        #expect(isFresh, "stale: run Scripts/rules-document, read the difference, commit it")
    }
}
