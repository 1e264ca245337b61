import Bitext
import Foundation
import ParsedBitext
import SystemPackage
import TestSupport
import Testing
import TranslationModel

@testable import Checks
@testable import Workspace

@Suite struct ConfigurationTests {
    private func plan(_ files: [String: String], _ options: CheckPlan.Options = .init()) throws -> (CheckPlan, FilePath)
    {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("diptych-plan-\(UUID().uuidString)")
        for (name, text) in files {
            let file = folder.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        defer { try? FileManager.default.removeItem(at: folder) }
        return (try CheckPlan(PageFinder([folder.path]).pages, options), FilePath(folder.path))
    }

    private func severity(_ rule: String, _ page: String, _ plan: CheckPlan) -> Finding.Severity? {
        guard let item = plan.items.first(where: { $0.page.name.string == page }) else { return nil }
        return plan.checkers[item.checker].rules.first { $0.rule.description.name == rule }?.severity
    }

    @Test func rulesOffAndOnAndOverridden() throws {
        let (plan, _) = try plan([
            ".diptych.yml": """
            rules: {number: off, french-spacing: note}
            overrides:
              - paths: ["legacy/**"]
                rules: {link: error}
            """, "a.md": "x", "legacy/b.md": "x",
        ])
        #expect(severity("number", "a.md", plan) == nil)
        #expect(severity("french-spacing", "a.md", plan) == .note)
        #expect(severity("link", "a.md", plan) == .warning)
        #expect(severity("link", "legacy/b.md", plan) == .error)
    }

    @Test func theNearestFileCounts() throws {
        let (plan, _) = try plan([
            ".diptych.yml": "rules: {number: off}", "a.md": "x", "sub/.diptych.yml": "rules: {link: off}",
            "sub/b.md": "x",
        ])
        #expect(severity("number", "a.md", plan) == nil)
        #expect(severity("number", "sub/b.md", plan) == .warning)
        #expect(severity("link", "sub/b.md", plan) == nil)
    }

    @Test func exclusionsAndLocales() throws {
        let (plan, _) = try plan([
            ".diptych.yml": "exclude: [\"drafts/\", \"*.tmp.md\"]\nlocales: {\"de/**\": de-DE}", "a.md": "x",
            "drafts/b.md": "x",
            "c.tmp.md": "x", "de/d.md": "x",
        ])
        #expect(plan.items.map(\.page.name.string) == ["a.md", "de/d.md"])
        #expect(plan.items.map(\.locale) == [nil, "de-DE"])
    }

    @Test func theCommandLineBeatsTheFile() throws {
        var options = CheckPlan.Options()
        options.only = ["number"]
        let (only, _) = try plan([".diptych.yml": "rules: {number: off}", "a.md": "x"], options)
        #expect(only.checkers[0].rules.map { $0.rule.description.name } == ["number"])
        options = .init()
        options.usesConfiguration = false
        options.off = ["link"]
        let (without, _) = try plan([".diptych.yml": "rules: {number: off}", "a.md": "x"], options)
        #expect(severity("number", "a.md", without) == .warning)
        #expect(severity("link", "a.md", without) == nil)
    }

    @Test(arguments: [
        ("rules: {numbr: off}", "1:9: no rule is called “numbr”; did you mean `number`?"),
        ("rles: {}", "1:1: no key is called `rles`; did you mean `rules`?"),
        ("rules: {number: loud}", "1:17: `loud` is no severity"), ("overrides:\n  - rules: {}", "matches no page"),
        ("rules: [", ":"), ("a: &x 1\nb: *x", "1:4: anchors and aliases"),
        ("- a", "a configuration must be keys and values"),
    ])
    func whatIsWrongIsSaidWithItsPlace(text: String, message: String) throws {
        do {
            _ = try plan([".diptych.yml": text, "a.md": "x"])
            Issue.record("no error for \(text)")
        } catch let error as ConfigurationError {
            #expect(error.description.contains(message), "\(error)")
        }
    }

    @Test(arguments: [
        ("*.md", "a.md", true), ("*.md", "x/a.md", true), ("docs/*.md", "docs/a.md", true),
        ("docs/*.md", "docs/x/a.md", false),
        ("docs/**/a.md", "docs/a.md", true), ("docs/**/a.md", "docs/x/y/a.md", true), ("docs/", "docs/x/a.md", true),
        ("a?.md", "ab.md", true), ("a?.md", "a/.md", false), ("/a.md", "x/a.md", false), ("**", "x/y", true),
    ])
    func patterns(pattern: String, path: String, isMeant: Bool) {
        #expect(Glob(pattern).matches(path) == isMeant)
    }

    @Test func aPatternOfStarsIsNotSlow() {
        #expect(!Glob(String(repeating: "*a", count: 200) + "b").matches(String(repeating: "a", count: 2_000)))
    }
}

/// A configuration that lies among the pages may come in a pull request: it names files of its own repository only.
@Suite struct ConfigurationLimitTests {
    /// What is wrong with the configuration `docs/.diptych.yml`, or nil where nothing is.
    private func fault(
        _ text: String, in folder: TemporaryFolder, isRepository: Bool = true, isNamed: Bool = false
    ) throws -> String? {
        if isRepository { try folder.write("repository/.git/HEAD", "x") }
        for name in ["secret.csv", "repository/terms.csv", "repository/docs/terms.csv"] {
            try folder.write(name, "source,target\nhub,concentrateur\n")
        }
        let file = try folder.write("repository/docs/.diptych.yml", text)
        try folder.write("repository/docs/page.md", "x")
        var options = CheckPlan.Options()
        if isNamed { options.configuration = file }
        do {
            _ = try CheckPlan(PageFinder(["\(folder.path)/repository/docs"]).pages, options)
            return nil
        } catch let error as ConfigurationError {
            return "\(error.line):\(error.column): \(error.message)"
        }
    }

    @Test(arguments: ["terms.csv", "./terms.csv", "../terms.csv", "../docs/../terms.csv"])
    func filesOfTheRepositoryCanBeNamed(name: String) throws {
        #expect(try fault("glossary: \(name)", in: TemporaryFolder()) == nil)
    }

    @Test(arguments: ["../../secret.csv", "../../none.csv", "/etc/passwd", "none/../../../secret.csv"])
    func filesOutsideCannot(name: String) throws {
        for key in ["glossary", "lexicon", "baseline", "pages", "output"] {
            let found = try #require(try fault("\(key): \(name)", in: TemporaryFolder()))
            #expect(found.hasPrefix("1:\(key.count + 3): `\(name)` is outside; "), "\(found)")
            #expect(found.hasSuffix("Move the file there, or name the configuration with --config"))
        }
        let second = try fault("rules: {number: off}\nglossary:\n  - terms.csv\n  - \(name)", in: TemporaryFolder())
        #expect(second?.hasPrefix("4:5: `\(name)` is outside; ") == true, "\(second ?? "nothing")")
    }

    @Test func symbolicLinksAreFollowedFirst() throws {
        let folder = try TemporaryFolder()
        try folder.write("repository/docs/page.md", "x")
        func link(_ name: String, to target: String) throws {
            try FileManager.default.createSymbolicLink(
                atPath: "\(folder.path)/repository/docs/\(name)", withDestinationPath: target)
        }
        try link("out.csv", to: "../../secret.csv")
        try link("folder", to: "../..")
        try link("nowhere.csv", to: "/nowhere/at/all.csv")
        try link("in.csv", to: "../terms.csv")
        for name in ["out.csv", "folder/secret.csv", "nowhere.csv"] {
            #expect(try fault("glossary: \(name)", in: folder)?.contains("is outside") == true, "\(name)")
        }
        #expect(try fault("glossary: in.csv", in: folder) == nil)
        #expect(try fault("glossary: folder/repository/terms.csv", in: folder) == nil)
    }

    @Test func withoutARepositoryItsOwnFolderCounts() throws {
        #expect(try fault("glossary: terms.csv", in: TemporaryFolder(), isRepository: false) == nil)
        let found = try fault("glossary: ../terms.csv", in: TemporaryFolder(), isRepository: false)
        #expect(found?.contains("in its own folder, as it belongs to no repository") == true)
    }

    @Test func aConfigurationThatTheUserNamesIsTrusted() throws {
        #expect(try fault("glossary: ../../secret.csv", in: TemporaryFolder(), isNamed: true) == nil)
    }

    /// YAML's messages would quote it.
    @Test func aConfigurationThatIsALinkOutIsNotRead() throws {
        let folder = try TemporaryFolder()
        try folder.write("repository/.git/HEAD", "x")
        try folder.write("repository/docs/page.md", "x")
        let secret = try folder.write("secret", "token: 12345\n")
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/repository/docs/.diptych.yml", withDestinationPath: secret)
        let pages = PageFinder(["\(folder.path)/repository/docs"]).pages
        #expect {
            try CheckPlan(pages)
        } throws: { error in
            let text = String(describing: error)
            return text.contains(".diptych.yml:1:1: this file is a link that leads out of its repository; ")
                && !text.contains("token")
        }
    }
}

@Suite struct BaselineTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
        "diptych-baseline-\(UUID().uuidString)")

    private func findings(_ text: String) throws -> [Finding] {
        let page = try read(text)
        return Checker(rules: [.init(EmptyTarget.self)]).check(
            TokenizedBitext(ParsedBitext(page), path: "page.md", locale: "fr-FR"))
    }

    private func pair(_ id: Int, _ source: String) -> String {
        "<span data-ttu-id=\"1-\(id)\"></span><span class=\"sxs-lookup\"><span data-stu-id=\"1-\(id)\">\(source)</span></span>\n\n"
    }

    @Test func itHidesWhatItListsWhereverThatMoves() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("base.json").path
        let path = FilePath(folder.appendingPathComponent("page.md").path)
        var writing = Baseline(for: file)
        writing.add(try findings(pair(101, "Restart it.")), of: path)
        try writing.write(to: file)

        var reading = try Baseline(reading: file)
        // Renumbered, moved down, and one more of the same.
        let rest = reading.filter(
            try findings("# x\n\n" + pair(205, "Stop it.") + pair(206, "Restart it.") + pair(207, "Restart it.")),
            of: path)
        #expect(rest.count == 2)
        #expect(reading.hidden == 1)
        #expect(reading.unmet(by: [.init(EmptyTarget.self)]) == Baseline.Unmet())
    }

    /// Who checks a part of the pages must not be told to drop the rest.
    @Test func onlyEntriesOfWhatWasCheckedAreUnmet() throws {
        let folder = try TemporaryFolder()
        let found = try findings(pair(101, "Restart it."))
        let pages = try ["a.md", "b.md", "gone.md"].map { FilePath(try folder.write("docs/\($0)", "# T\n")) }
        let file = "\(folder.path)/ci/base.json"
        try folder.write("ci/readme.txt", "")
        var writing = Baseline(for: file)
        for page in pages { writing.add(found, of: page) }
        try writing.write(to: file)
        try FileManager.default.removeItem(atPath: pages[2].string)
        let rules = [ActiveRule(EmptyTarget.self), ActiveRule(Number.self)]

        var reading = try Baseline(reading: file)
        _ = reading.filter(found, of: pages[0])
        #expect(reading.unmet(by: rules) == .init(count: 1, isPartial: true))
        _ = reading.filter([], of: pages[1])
        #expect(reading.unmet(by: rules) == .init(count: 2, isPartial: false))
        #expect(reading.unmet(by: [ActiveRule(Number.self)]) == .init(count: 0, isPartial: true))
    }

    /// An entry means the same wherever diptych is started. A path as the user wrote it is still read.
    @Test func entriesNameAPageFromTheFolderOfTheBaseline() throws {
        let folder = try TemporaryFolder()
        let found = try findings(pair(101, "Restart it."))
        let file = try folder.write("ci/base.json", "")
        var writing = Baseline(for: file)
        writing.add(found, of: FilePath("\(folder.path)/./docs//a.md"))
        try writing.write(to: file)
        #expect(
            String(decoding: try #require(folder.contents("ci/base.json")), as: UTF8.self).contains("\"../docs/a.md\""))
        var reading = try Baseline(reading: file)
        #expect(reading.filter(found, of: FilePath("\(folder.path)/ci/../docs/a.md")).isEmpty)
        let text = String(decoding: try #require(folder.contents("ci/base.json")), as: UTF8.self)
        try folder.write("ci/base.json", text.replacing("../docs/a.md", with: "docs/b.md"))
        var old = try Baseline(reading: file)
        #expect(old.filter(found, of: "docs/b.md").isEmpty)
        #expect(old.unmet(by: [.init(EmptyTarget.self)]).count == 0)
    }

    @Test func aForeignFileIsNoBaseline() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("x.json")
        for text in ["{}", "nonsense", "{\"schemaVersion\": 2, \"findings\": []}"] {
            try Data(text.utf8).write(to: file)
            #expect(throws: FileError.self) { try Baseline(reading: file.path) }
        }
    }
}

@Suite struct FixTests {
    private func fixed(_ text: String, _ locale: String = "fr-FR") -> String? {
        PageFix(Array(text.utf8), checker: Checker(), path: "page.md", locale: locale).map {
            String(decoding: $0.new, as: UTF8.self)
        }
    }

    private func pair(_ target: String, _ source: String) -> String {
        "<span data-ttu-id=\"1-101\">\(target)</span><span class=\"sxs-lookup\"><span data-stu-id=\"1-101\">\(source)</span></span>\r\n"
    }

    @Test func onlyTheFaultChanges() {
        #expect(
            fixed("\u{FEFF}# x\r\n" + pair("Voir [le plan] (a/plan.md).", "See [the plan](a/plan.md)."))
                == "\u{FEFF}# x\r\n" + pair("Voir [le plan](a/plan.md).", "See [the plan](a/plan.md)."))
    }

    @Test func fixingTwiceIsFixingOnce() throws {
        let once = try #require(fixed(pair("Cliquez sur \\*\\*Oui\\*\\* et  attendez.", "Click **Yes** and wait.")))
        #expect(once == pair("Cliquez sur **Oui** et attendez.", "Click **Yes** and wait."))
        #expect(fixed(once) == nil)
    }

    @Test func aPageThatIsNotUTF8IsLeftAlone() {
        let bytes = Array(pair("Voir [le plan] (a/plan.md).", "See [the plan](a/plan.md).").utf8) + [0xFF]
        #expect(PageFix(bytes, checker: Checker(), path: "page.md", locale: "fr-FR") == nil)
    }

    @Test func theDiffIsWhatPatchReads() {
        let old = "a\nb\nc\nd\ne"
        let new = "a\nB\nc\nd\nE"
        let diff = LineDiff.unified(Array(old.utf8), Array(new.utf8), page: "x.md")
        #expect(
            String(decoding: diff, as: UTF8.self)
                == "--- a/x.md\n+++ b/x.md\n@@ -1,5 +1,5 @@\n a\n-b\n+B\n c\n d\n-e\n\\ No newline at end of file\n+E\n\\ No newline at end of file\n"
        )
    }
}
