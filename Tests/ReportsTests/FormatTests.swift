import Checks
import Foundation
import ParsedBitext
import SystemPackage
import TestSupport
import Testing
import TranslationModel
import Workspace

@testable import Reports

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct JSONReporterTests {
    @Test func everyMemberIsThere() throws {
        let document = try json(
            report(
                .json,
                [
                    checked("a.md", source: "x", target: "⟦y⟧", evidence: .init(source: "x")),
                    checked("b.md", source: "x", target: "y"),
                ], failures: [FileError(path: "c.md", reason: "is gone")]))
        #expect(document["schemaVersion"] as? Int == 1)
        #expect(
            document["summary"] as? [String: Int] == [
                "pages": 2, "segments": 2, "errors": 1, "warnings": 0, "notes": 0,
            ])
        let pages = try #require(document["pages"] as? [[String: Any]])
        #expect(pages.map { $0["path"] as? String } == ["a.md", "b.md"])
        #expect((pages[1]["findings"] as? [Any])?.isEmpty == true)
        let finding = try #require((pages[0]["findings"] as? [[String: Any]])?.first)
        #expect(
            Set(finding.keys) == [
                "rule", "severity", "category", "message", "segment", "side", "text", "line", "column", "endLine",
                "endColumn", "evidence", "counterpart", "fix", "places", "fingerprint",
            ])
        #expect(finding["fix"] is NSNull && (finding["places"] as? [Any])?.isEmpty == true)
        #expect(finding["text"] as? [String: String] == ["source": "x", "target": "y"])
        #expect((finding["evidence"] as? [String: Any])?["target"] is NSNull)
        #expect(finding["column"] as? Int == 31 && finding["endColumn"] as? Int == 32)
    }

    private func findings(_ json: [String: Any]) throws -> [[String: Any]] {
        try #require((json["pages"] as? [[String: Any]])?.first?["findings"] as? [[String: Any]])
    }

    @Test func textsCanBeLeftOut() throws {
        var style = ReportStyle()
        style.showsTexts = false
        let document = try json(report(.json, [checked(source: "x", target: "⟦y⟧")], style: style))
        #expect(try findings(document).first.map { $0["text"] == nil } == true)
        #expect(ReportFormat.json.showsPages(ReportStyle()) && !ReportFormat.json.showsPages(style))
    }

    /// A long segment with a finding at each word would be repeated for each of them.
    @Test func manyFindingsOfOneSegmentShareFewTexts() throws {
        let page = try checked(source: "x", target: String(repeating: "⟦y⟧ ", count: 40))
        let texts = try findings(json(report(.json, [page]))).compactMap { $0["text"] as? [String: Any] }
        #expect(texts.count == 40)
        #expect(texts.count { $0["source"] as? String == "x" } == 16)
        #expect(texts.last?["source"] is NSNull)
    }

    /// The schema's lists are the code's.
    @Test func theSchemaKnowsAllCategories() throws {
        let schema = try json(
            String(
                contentsOf: Repository.folder.appendingPathComponent("Schemas/findings.schema.json"), encoding: .utf8))
        let definitions = schema["$defs"] as? [String: [String: Any]]
        let members = definitions?["finding"]?["properties"] as? [String: [String: Any]]
        #expect(members?["category"]?["enum"] as? [String] == Finding.Category.allCases.map(\.rawValue))
        #expect(
            Set(members?["severity"]?["enum"] as? [String] ?? []) == Set(Finding.Severity.allCases.map(\.rawValue)))
    }

    /// More than a spool keeps in memory.
    @Test func aLongReportIsWhole() throws {
        let page = try checked(
            source: "x", target: String(repeating: "⟦y⟧", count: 500),
            evidence: .init(source: String(repeating: "z", count: 90)))
        let document = try json(report(.json, Array(repeating: page, count: 20)))
        #expect((document["pages"] as? [Any])?.count == 20)
        #expect((document["summary"] as? [String: Int])?["errors"] == 10_000)
    }

    @Test func nothingCheckedIsADocumentToo() throws {
        #expect(try (json(report(.json, []))["pages"] as? [Any])?.isEmpty == true)
    }
}

@Suite struct SARIFReporterTests {
    @Test func aResultLeadsToItsRuleAndPlace() throws {
        let document = try json(report(.sarif, [checked("docs/é page#1.md", source: "x", target: "⟦y⟧")]))
        let run = try #require((document["runs"] as? [[String: Any]])?.first)
        #expect(run["columnKind"] as? String == "unicodeCodePoints")
        let driver = try #require((run["tool"] as? [String: [String: Any]])?["driver"])
        let rules = try #require(driver["rules"] as? [[String: Any]])
        let result = try #require((run["results"] as? [[String: Any]])?.first)
        let index = try #require(result["ruleIndex"] as? Int)
        #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
        #expect((rules[index]["help"] as? [String: String])?["markdown"]?.contains("Wrong:") == true)
        #expect(result["partialFingerprints"] as? [String: String] == ["diptych/v1": "0123456789abcdef"])
        let location = (result["locations"] as? [[String: [String: Any]]])?.first?["physicalLocation"]
        let artifact = location?["artifactLocation"] as? [String: String]
        #expect(artifact?["uri"]?.hasSuffix("docs/%C3%A9%20page%231.md") == true)
        #expect(
            location?["region"] as? [String: Int]
                == ["startLine": 3, "startColumn": 31, "endLine": 3, "endColumn": 32])
        let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
        #expect(invocation["executionSuccessful"] as? Bool == true)
    }

    /// A link that leads nowhere is worse than none, so there are links only where somebody says where.
    @Test func rulesAreLinkedWhereTheirAddressIsKnown() throws {
        var style = ReportStyle()
        style.rulesAddress = "https://contoso.com/rules.md"
        func driver(_ sarif: String) throws -> [String: Any] {
            let run = try #require((json(sarif)["runs"] as? [[String: Any]])?.first)
            return try #require((run["tool"] as? [String: [String: Any]])?["driver"])
        }
        let linked = try driver(report(.sarif, [], style: style))
        #expect(linked["informationUri"] as? String == "https://contoso.com/rules.md")
        let rules = try #require(linked["rules"] as? [[String: Any]])
        #expect(rules.allSatisfy { $0["helpUri"] as? String == "https://contoso.com/rules.md#\($0["id"] ?? "")" })
        let plain = try driver(report(.sarif, []))
        #expect(plain["informationUri"] == nil)
        #expect((plain["rules"] as? [[String: Any]])?.contains { $0["helpUri"] != nil } == false)
    }

    @Test func whatCouldNotBeReadIsANotification() throws {
        let document = try json(report(.sarif, [], failures: [FileError(path: "gone.md", reason: "does not exist")]))
        let run = try #require((document["runs"] as? [[String: Any]])?.first)
        #expect((run["results"] as? [Any])?.isEmpty == true)
        let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
        #expect(invocation["executionSuccessful"] as? Bool == false)
        let notification = try #require((invocation["toolExecutionNotifications"] as? [[String: Any]])?.first)
        #expect(notification["message"] as? [String: String] == ["text": "does not exist"])
    }

    @Test(arguments: [
        ("a/b.md", "a/b.md"), ("./a/../b.md", "b.md"), ("/site/docs/a.md", "docs/a.md"),
        ("/else/a:b.md", "file:///else/a%3Ab.md"),
        ("../a.md", "../a.md"), ("a\nb%.md", "a%0Ab%25.md"), ("-", "-"),
    ])
    func pathsAreReferencesFromTheWorkingDirectory(path: String, uri: String) {
        #expect(FileURI.relative(FilePath(path), to: "/site") == uri)
    }

    /// The pages' URIs, and what they are resolved from.
    private func places(_ sarif: String) throws -> (uris: [String], bases: [String?], root: String?) {
        let run = try #require((json(sarif)["runs"] as? [[String: Any]])?.first)
        let artifacts = (run["results"] as? [[String: Any]] ?? []).map { result in
            let location = (result["locations"] as? [[String: [String: Any]]])?.first?["physicalLocation"]
            return location?["artifactLocation"] as? [String: String] ?? [:]
        }
        let roots = run["originalUriBaseIds"] as? [String: [String: String]]
        return (artifacts.map { $0["uri"] ?? "" }, artifacts.map { $0["uriBaseId"] }, roots?["%SRCROOT%"]?["uri"])
    }

    /// A folder in a repository, a file in a work tree.
    @Test(arguments: ["HEAD", nil])
    func pathsStartFromTheRootOfTheRepository(fileInGit: String?) throws {
        let folder = try TemporaryFolder()
        try folder.write(fileInGit.map { ".git/\($0)" } ?? ".git", "x")
        let page = try folder.write("docs/a b.md", "x")
        let written = try report(.sarif, [checked(page, source: "x", target: "⟦y⟧⟦z⟧")])
        let (uris, bases, root) = try places(written)
        #expect(uris == ["docs/a%20b.md", "docs/a%20b.md"])
        #expect(bases == ["%SRCROOT%", "%SRCROOT%"])
        #expect(root == "file://\(folder.path)/")
    }

    @Test func pathsAreTheSameWhereverTheCommandIsStarted() throws {
        let folder = try TemporaryFolder()
        try folder.write(".git/HEAD", "x")
        try folder.write(
            "docs/fr/a.md",
            "<span data-ttu-id=\"1-1\"></span><span class=\"sxs-lookup\"><span data-stu-id=\"1-1\">x</span></span>\n"
        )
        let reports = try [("docs", ""), ("fr", "/docs"), (".", "/docs/fr"), ("../fr/a.md", "/docs/fr")].map {
            try Tool.run("check", $0, "--format", "sarif", in: folder.path + $1).output
        }
        #expect(Set(reports).count == 1)
        #expect(try places(reports[0]).uris == ["docs/fr/a.md"])
    }

    @Test func pagesOfOtherRepositoriesAndOfNoneHaveWholeNames() throws {
        let (one, two, none) = (try TemporaryFolder(), try TemporaryFolder(), try TemporaryFolder())
        try one.write(".git/HEAD", "x")
        try two.write(".git/HEAD", "x")
        let written = try report(
            .sarif,
            [one, two, none].map { try checked("\($0.path)/a.md", source: "x", target: "⟦y⟧") })
        let (uris, bases, root) = try places(written)
        #expect(uris == ["a.md", "file://\(two.path)/a.md", "file://\(none.path)/a.md"])
        #expect(bases == ["%SRCROOT%", nil, nil])
        #expect(root == "file://\(one.path)/")
    }

    /// GitHub refuses a run with more than 25,000 results.
    @Test func tooManyResultsAreCutAndTheWorstAreKept() throws {
        let pages = [
            try checked("a.md", source: "x", target: "⟦y⟧⟦z⟧", severity: .note),
            try checked("b.md", source: "x", target: "⟦y⟧⟦z⟧", severity: .warning),
            try checked("c.md", source: "x", target: "⟦y⟧⟦z⟧"),
            try checked("d.md", source: "x", target: "⟦y⟧", severity: .warning),
        ]
        func levels(limit: Int) throws -> (levels: [String], notes: [String]) {
            let buffer = Buffer()
            let reporter = SARIFReporter(to: buffer, rules: Checker().rules, limit: limit)
            for page in pages { try reporter.add(ShownPage(outcome: page, findings: page.findings)) }
            try reporter.finish(FindingTotals())
            let run = try #require((json(buffer.text)["runs"] as? [[String: Any]])?.first)
            return ((run["results"] as? [[String: Any]] ?? []).compactMap { $0["level"] as? String }, reporter.notes)
        }
        #expect(try levels(limit: 1).levels == ["error"])
        #expect(try levels(limit: 3).levels == ["warning", "error", "error"])
        #expect(try levels(limit: 5).levels == ["warning", "warning", "error", "error", "warning"])
        #expect(try levels(limit: 6).levels == ["note", "warning", "warning", "error", "error", "warning"])
        let cut = try levels(limit: 6).notes
        #expect(cut.count == 1 && cut[0].contains("only the worst 6 of 7 findings"))
        let whole = try levels(limit: 7)
        #expect(whole.levels.count == 7 && whole.notes.isEmpty)
        #expect(SARIFReporter.maxResults == 25_000)
    }

    /// More than a spool keeps in memory, cut and whole.
    @Test func aLongReportIsWhole() throws {
        let page = try checked(source: "x", target: String(repeating: "⟦y⟧", count: 500))
        let buffer = Buffer()
        let reporter = SARIFReporter(to: buffer, rules: Checker().rules, limit: 4_321)
        for _ in 0..<10 { try reporter.add(ShownPage(outcome: page, findings: page.findings)) }
        try reporter.finish(FindingTotals())
        #expect(try places(buffer.text).uris.count == 4_321)
    }

    @Test func aMessageMakesNoLink() throws {
        let text = try report(.sarif, [checked(source: "x", target: "⟦y⟧", message: "[here](https://evil.example)")])
        #expect(text.contains(#""text": "\\[here\\](https://evil.example)""#))
    }
}

@Suite struct GitHubReporterTests {
    @Test func anAnnotationIsOneLine() throws {
        let text = try report(.github, [checked("a,b:c.md", source: "x", target: "⟦y⟧", message: "50% of: a, b")])
        #expect(
            text
                == "::error file=a%2Cb%3Ac.md,line=3,col=31,endLine=3,endColumn=32,title=empty-target::50%25 of: a, b\n"
        )
        let twoLines = try report(.github, [checked("a.md", source: "x", target: "⟦y\nz⟧", severity: .warning)])
        #expect(twoLines == "::warning file=a.md,line=3,endLine=4,title=empty-target::what is wrong\n")
    }

    @Test func theWorstComeFirstAndTheRestIsCounted() throws {
        let warnings = try checked("a.md", source: "x", target: String(repeating: "⟦y⟧", count: 12), severity: .warning)
        let errors = try checked("b.md", source: "x", target: String(repeating: "⟦y⟧", count: 11))
        let notes = try checked("c.md", source: "x", target: String(repeating: "⟦y⟧", count: 12), severity: .note)
        let lines = try report(.github, [warnings, errors, notes], severity: .note).split(separator: "\n")
        #expect(lines.prefix(10).allSatisfy { $0.hasPrefix("::error ") })
        #expect(lines[10..<20].allSatisfy { $0.hasPrefix("::warning ") })
        // GitHub shows ten notices; one of them is the last line.
        #expect(lines[20...].count == 10 && lines[20...].allSatisfy { $0.hasPrefix("::notice ") })
        #expect(lines[29].contains("11 errors, 12 warnings, 12 notes in 3 of 3 pages"))
        #expect(lines[29].contains("6 findings more than GitHub shows"))
        let quiet = try report(.github, [notes])
        #expect(quiet.hasPrefix("::notice title=diptych::") && quiet.contains("12 notes not shown; --severity note"))
        #expect(try report(.github, [checked(source: "x", target: "y")]) == "")
    }
}

@Suite struct JUnitReporterTests {
    /// All elements of a well-formed document, in order.
    private final class Elements: NSObject, XMLParserDelegate {
        var found: [(name: String, attributes: [String: String])] = []

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            found.append((name, attributes))
        }
    }

    private func elements(_ text: String) throws -> [(name: String, attributes: [String: String])] {
        let parser = XMLParser(data: Data(text.utf8))
        let elements = Elements()
        parser.delegate = elements
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
        return elements.found
    }

    @Test func aPageIsASuiteAndARuleACase() throws {
        let found = try elements(
            report(
                .junit,
                [
                    checked("a.md", source: "⟦x⟧", target: "⟦y⟧", message: "a < b & \"c\""),
                    checked("b.md", source: "x", target: "y"),
                    checked("c.md", source: "x", target: "⟦y⟧", severity: .note),
                ], failures: [FileError(path: "d.md", reason: "is gone")]))
        #expect(
            found.map(\.name) == [
                "testsuites", "testsuite", "testcase", "failure", "testsuite", "testcase", "testsuite", "testcase",
                "system-out", "testsuite", "testcase", "error",
            ])
        #expect(found[0].attributes["tests"] == "4")
        #expect(found[0].attributes["failures"] == "1")
        #expect(found[0].attributes["errors"] == "1")
        #expect(found[1].attributes["name"] == "a.md" && found[1].attributes["failures"] == "1")
        #expect(found[2].attributes["name"] == "empty-target")
        #expect(found[3].attributes["message"] == "a < b & \"c\" (and 1 more)")
        #expect(found[6].attributes["failures"] == "0")
    }

    @Test func allTextIsWellFormed() throws {
        let bad = "]]> <!-- & ' \" \u{0}\u{1}\u{8}\u{B}\u{1B}\u{7F}\u{FFFE}\u{FFFF}\u{202E} ##[error]"
        let text = try report(
            .junit,
            [checked("a\n]]>.md", source: "x", target: "⟦y⟧", message: bad, evidence: .init(source: bad, target: bad))],
            failures: [FileError(path: bad, reason: bad)])
        let found = try elements(text)
        #expect(found[3].attributes["message"]?.contains("\\u{1b}") == true)
        #expect(!text.contains("]]>"))
        #expect(!text.contains("##["))
    }
}

@Suite struct SummaryReporterTests {
    @Test func rulesAreSortedByTheirWeight() throws {
        let text = try report(
            .summary,
            [
                checked("a.md", source: "x", target: "⟦y⟧⟦z⟧", severity: .note, rule: "typography"),
                checked("b.md", source: "x", target: "⟦y⟧", severity: .warning, rule: "number-changed"),
                checked("c.md", source: "x", target: "⟦y⟧"),
                checked("d.md", source: "x", target: "y"),
            ])
        #expect(
            text == """
                rule            errors  warnings  notes  pages
                ──────────────  ──────  ────────  ─────  ─────
                empty-target         1         0      0      1
                number-changed       0         1      0      1
                typography           0         0      2      1
                ──────────────  ──────  ────────  ─────  ─────
                total                1         1      2      3

                1 error, 1 warning, 2 notes in 3 of 4 pages (4 segments)

                """)
    }
}
