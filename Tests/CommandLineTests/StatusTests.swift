import Foundation
import TestSupport
import Testing

/// `diptych status` and `diptych check --stale`, in repositories made for the test.
@Suite struct StatusTests {
    /// A repository with `docs/en` and `docs/fr`.
    private final class GitRepository {
        let folder: TemporaryFolder
        var path: String { folder.path }
        private var commits = 0

        init() throws {
            folder = try TemporaryFolder()
            try git("init", "--quiet")
            try write(
                ".diptych.yml", "pairs:\n  - target: \"docs/{locale}/{path}\"\n    source: \"docs/en/{path}\"\n")
        }

        func write(_ name: String, _ text: String) throws { try folder.write(name, text) }

        /// - Returns: the hash of the new commit.
        @discardableResult
        func commit() throws -> String {
            commits += 1
            try git("add", "-A")
            try git(
                "-c", "user.name=T", "-c", "user.email=t@example.com", "commit", "--quiet", "--allow-empty", "-m",
                "commit \(commits)")
            return try git("rev-parse", "HEAD").trimmingCharacters(in: .whitespacesAndNewlines)
        }

        @discardableResult
        func git(_ arguments: String...) throws -> String {
            let process = Process()
            let output = Pipe()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = ["git", "-C", path] + arguments
            process.standardOutput = output
            process.standardError = FileHandle.nullDevice
            try process.run()
            let data = output.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
            return String(decoding: data, as: UTF8.self)
        }

        func status(_ arguments: String...) throws -> Tool.Result {
            try Tool.run(["status"] + arguments, in: path)
        }

        /// The status of each page, by the JSON.
        func statuses(_ arguments: String...) throws -> [String: String] {
            let result = try Tool.run(["status", "docs", "--format", "json"] + arguments, in: path)
            let json = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
            let pages = try #require(json["pages"] as? [[String: Any]])
            var statuses: [String: String] = [:]
            for page in pages {
                let words = [page["status"], page["basis"], page["key"]].compactMap { $0 as? String }
                statuses[page["page"] as? String ?? ""] = words.joined(separator: " ")
            }
            return statuses
        }
    }

    private static let source = "# Restart\n\n1. Open the page.\n2. Wait two minutes.\n\n```sh\nls -l\n```\n"
    private static let target = "# Redémarrage\n\n1. Ouvrez la page.\n2. Attendez deux minutes.\n\n```sh\nls -l\n```\n"

    @Test func everyStatus() throws {
        let repository = try GitRepository()
        let names = ["current", "cosmetic", "stale", "untranslated", "gone", "new", "lost"]
        for name in names { try repository.write("docs/en/\(name).md", Self.source + "\nThe page is \(name).\n") }
        let old = try repository.commit()
        for name in names where name != "new" {
            let text = name == "untranslated" ? Self.source + "\nThe page is untranslated.\n" : Self.target
            let commit = name == "lost" ? "0123456789abcdef" : String(old.prefix(12)) + " # patched"
            try repository.write("docs/fr/\(name).md", "---\ndefault_lang_commit: \(commit)\n---\n\n\(text)")
        }
        try repository.commit()
        try repository.write(
            "docs/en/cosmetic.md",
            "# Restart\n\n1. Open the **page**;\n2. Wait\n   two minutes.\n\n```bash\nls -l\n```\n\nThe page is\ncosmetic.\n"
        )
        try repository.write(
            "docs/en/stale.md",
            "# Restart\n\n1. Open the page.\n2. Wait five minutes.\n3. Close the page.\n\n```sh\nls -a\n```\n\nThe page is stale.\n"
        )
        try FileManager.default.removeItem(atPath: repository.path + "/docs/en/gone.md")
        try repository.commit()
        #expect(
            try repository.statuses() == [
                "docs/fr/current.md": "current front-matter default_lang_commit",
                "docs/fr/cosmetic.md": "cosmetic front-matter default_lang_commit",
                "docs/fr/stale.md": "stale front-matter default_lang_commit",
                "docs/fr/untranslated.md": "never-translated",
                "docs/fr/gone.md": "orphan",
                "docs/fr/lost.md": "current history",
                "docs/fr/new.md": "missing",
            ])
        let text = try repository.status("docs")
        #expect(text.status == 1)
        #expect(text.output.contains("8:4     step 2. changed          Wait [-two-] {+five+} minutes."))
        #expect(text.output.contains("8:26    step 3. added            3. Close the page."))
        #expect(text.output.contains("10:1    code changed"))
        #expect(text.error.contains("commit 0123456789abcdef is not in the repository of the source: docs/fr/lost.md"))
        #expect(
            text.output.hasSuffix(
                "2 current, 1 cosmetic, 1 stale, 1 never-translated, 1 missing, 1 orphan; 3 changes to translate\n"))
        #expect(try repository.status("docs", "--fail-on", "never").status == 0)
        #expect(try repository.status("docs/fr/current.md", "--fail-on", "stale,missing").status == 0)
        #expect(try repository.status("docs", "--fail-on", "late").status == 2)
        let table = try repository.status("docs", "--format", "table")
        #expect(table.output.contains("\nfr            2         1      1                 1        1       1\n"))
        let markdown = try repository.status("docs", "--format", "markdown")
        #expect(markdown.output.contains("| fr | 2 | 1 | 1 | 1 | 1 | 1 |"))
        #expect(markdown.output.contains("  - line 8: step 2. changed: Wait <del>two</del> <ins>five</ins> minutes.\n"))
    }

    @Test func checkReportsWhatIsStale() throws {
        let repository = try GitRepository()
        try repository.write("docs/en/a.md", Self.source)
        let old = try repository.commit()
        try repository.write("docs/fr/a.md", "---\nl10n:\n  sourceCommit: \(old)\n---\n\n\(Self.target)")
        try repository.write("docs/en/a.md", Self.source.replacingOccurrences(of: "two", with: "several"))
        try repository.commit()
        let result = try Tool.run(
            "check", "docs", "--stale", "--rule", "stale-segment", "--format", "github", in: repository.path)
        #expect(result.status == 1)
        #expect(result.output.contains("file=docs/fr/a.md,line=9,"))
        #expect(
            result.output.contains("the source changed after this was translated: “two” is “several” now"))
        let without = try Tool.run("check", "docs", "--rule", "stale-segment", in: repository.path)
        #expect(without.status == 0)
    }

    @Test func lockFile() throws {
        let repository = try GitRepository()
        try repository.write("docs/en/a.md", Self.source)
        try repository.write("docs/fr/a.md", Self.target)
        try repository.commit()
        let accepted = try repository.status("--accept", "docs/fr/a.md")
        #expect(accepted.status == 0)
        #expect(accepted.error.contains("1 page accepted"))
        let lock = try #require(repository.folder.contents(".diptych-lock.json"))
        _ = try repository.status("--accept", "docs/fr/a.md")
        #expect(repository.folder.contents(".diptych-lock.json") == lock)
        #expect(try repository.statuses() == ["docs/fr/a.md": "current lock"])
        try repository.write("docs/en/a.md", Self.source.replacingOccurrences(of: "the page", with: "the *page*"))
        #expect(try repository.statuses() == ["docs/fr/a.md": "cosmetic lock"])
        try repository.write("docs/en/a.md", Self.source.replacingOccurrences(of: "two", with: "five"))
        #expect(try repository.statuses() == ["docs/fr/a.md": "stale lock"])
        let text = try repository.status("docs")
        #expect(text.output.contains("4:4     step 2. changed          Wait five minutes."))
        try repository.write(".diptych-lock.json", "{")
        let broken = try repository.status("docs")
        #expect(broken.status == 2)
        #expect(broken.error.contains("is no lock file of `diptych status`"))
    }

    @Test func historyOfThePage() throws {
        let repository = try GitRepository()
        try repository.write("docs/en/a.md", Self.source)
        try repository.write("docs/fr/a.md", Self.target)
        try repository.commit()
        try repository.write("docs/en/a.md", Self.source.replacingOccurrences(of: "two", with: "five"))
        try repository.commit()
        // To move both pages translates nothing.
        try repository.git("mv", "docs/en/a.md", "docs/en/b é.md")
        try repository.git("mv", "docs/fr/a.md", "docs/fr/b é.md")
        try repository.commit()
        #expect(try repository.statuses() == ["docs/fr/b é.md": "stale history"])
        try repository.write("docs/fr/b é.md", Self.target.replacingOccurrences(of: "deux", with: "cinq"))
        #expect(try repository.statuses() == ["docs/fr/b é.md": "stale history"])
        try repository.commit()
        #expect(try repository.statuses() == ["docs/fr/b é.md": "current history"])
    }

    @Test func renamedSources() throws {
        let repository = try GitRepository()
        try repository.write("docs/en/a.md", Self.source)
        try repository.write("docs/en/c.md", Self.source)
        let old = try repository.commit()
        try repository.git("mv", "docs/en/a.md", "docs/en/b.md")
        try repository.git("mv", "docs/en/c.md", "docs/en/d.md")
        try repository.commit()
        try repository.write("docs/en/b.md", Self.source.replacingOccurrences(of: "two", with: "five"))
        try repository.write("docs/fr/b.md", "---\nms.sourcegitcommit: \(old)\n---\n\n\(Self.target)")
        try repository.write("docs/fr/c.md", Self.target)
        try repository.commit()
        let statuses = try repository.statuses()
        #expect(statuses["docs/fr/b.md"] == "stale front-matter ms.sourcegitcommit")
        #expect(statuses["docs/fr/c.md"] == "orphan")
        #expect(try repository.status("docs").output.contains("the source is now docs/en/d.md"))
    }

    @Test func sourcesInAnotherRepository() throws {
        let sources = try GitRepository()
        try sources.write("page.md", Self.source)
        let old = try sources.commit()
        try sources.write("page.md", Self.source.replacingOccurrences(of: "two", with: "five"))
        try sources.commit()
        let targets = try GitRepository()
        try targets.write("page.md", "---\nsource-git-commit: \(old)\n---\n\n\(Self.target)")
        let result = try targets.status("page.md", "--source", sources.path)
        #expect(result.status == 1)
        #expect(result.output.contains("(source-git-commit)"))
        #expect(result.output.contains("Wait [-two-] {+five+} minutes."))
    }

    @Test func configuredKey() throws {
        let repository = try GitRepository()
        try repository.write("docs/en/a.md", Self.source)
        let old = try repository.commit()
        try repository.write(
            ".diptych.yml",
            "pairs:\n  - target: \"docs/{locale}/{path}\"\n    source: \"docs/en/{path}\"\nstatus:\n  key: translation.of\n"
        )
        try repository.write("docs/fr/a.md", "---\ntranslation:\n  of: '\(old.prefix(8))'\n---\n\n\(Self.target)")
        try repository.commit()
        #expect(try repository.statuses() == ["docs/fr/a.md": "current front-matter translation.of"])
    }

    @Test func whatIsMissingIsSaid() throws {
        let folder = try TemporaryFolder()
        try folder.write("en/a.md", Self.source)
        try folder.write("fr/a.md", Self.target)
        let result = try Tool.run("status", "fr", "--source", "en", in: folder.path)
        #expect(result.status == 2)
        #expect(result.output.contains("fr/a.md  unknown\n  the page is in no git repository\n"))
        let checked = try Tool.run("check", "fr", "--source", "en", "--stale", in: folder.path)
        #expect(checked.error.contains("the page is in no git repository: fr/a.md"))

        let repository = try GitRepository()
        try repository.write("docs/en/a.md", Self.source)
        try repository.write("docs/fr/a.md", "---\ndefault_lang_commit: --output=x\n---\n\n\(Self.target)")
        try repository.commit()
        try repository.write("docs/en/a.md", Self.source.replacingOccurrences(of: "two", with: "five"))
        try repository.commit()
        let shallow = try TemporaryFolder()
        try repository.git("clone", "--quiet", "--depth", "1", "file://" + repository.path, shallow.path + "/clone")
        let cutOff = try Tool.run("status", "docs", in: shallow.path + "/clone")
        #expect(cutOff.status == 2)
        #expect(cutOff.output.contains("“--output=x” is no commit"))
        #expect(cutOff.output.contains("the history of the page is cut off: the clone is shallow"))
    }
}
