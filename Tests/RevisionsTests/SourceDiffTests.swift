import Bitext
import Foundation
import TestSupport
import Testing

@testable import Revisions

/// What a translation must follow, and what not.
@Suite struct SourceDiffTests {
    private func page(_ text: String) -> InputFile { InputFile(path: "page.md", bytes: Array(text.utf8)) }

    /// The changes as `changed item`, in order.
    private func changes(_ old: String, _ new: String) throws -> [String] {
        try SourceDiff(old: page(old), new: page(new)).changes.map { "\($0.kind.rawValue) \($0.part.rawValue)" }
    }

    @Test(arguments: [
        ("Wait two minutes, then\nrestart it.\n", "Wait two\nminutes, then restart it.\n"),
        ("Wait two minutes, then restart it.\n", "Wait two minutes. Then restart it.\n"),
        ("Wait; restart. Log in.\n", "Wait. Restart, log in.\n"),
        ("Open the **Users** page.\n", "Open the *Users* page.\n"),
        ("Set FOO_BAR to 1.\n", "Set `FOO_BAR` to `1`.\n"),
        ("Set foo.bar to 1.\n", "Set `foo.bar` to 1.\n"),
        ("See [the page](a.md).\n", "See [the page](b.md#c).\n"),
        ("See [the page](a.md).\n", "See [the page][p].\n\n[p]: a.md\n"),
        ("See <https://a.example/1>.\n", "See <https://a.example/2>.\n"),
        ("# Limits\n\nText.\n", "# Limits {#limits}\n\nText.\n"),
        ("Don't wait.\n", "Don’t wait.\n"),
        ("- One thing.\n- Two things.\n", "* One thing.\n* Two things.\n"),
        ("- One thing.\n- Two things.\n", "- Two things.\n- One thing.\n"),
        ("Text.\n", "<!-- comment -->\n\nText.\n"),
        ("```sh\nls -l\n```\n", "```bash\nls -l  \n\n```\n"),
        ("```yaml\na:\n  b: 1\n  c:\n    - d\n```\n", "```yaml\na:\n    b: 1\n    c:\n        - d\n```\n"),
        ("{{% alert title=\"Note\" %}}\nWait a bit.\n{{% /alert %}}\n", "> [!NOTE]\n>\n> Wait a bit.\n"),
        ("Text.\n\nSkip this.\n", "Text.\n\n> [!NB] Skip this.\n"),
        (
            "---\ndescription: <img class=\"a\"> Go.\n---\n\nText.\n",
            "---\ndescription: <img class=\"b\"> Go.\n---\n\nText.\n"
        ),
        ("![A view](a.png)\n", "![A view](b.png)\n"),
        ("---\ntitle: A\nweight: 3\n---\n\nText.\n", "---\nweight: 4\ntitle: 'A'\n---\n\nText.\n"),
        ("| A | B |\n|---|---|\n| c | d |\n", "| A   | B   |\n| :-- | --- |\n| c   | d   |\n"),
        ("Text.\r\n", "Text.\n"),
    ])
    func nothingThatReadersMiss(_ old: String, _ new: String) throws {
        #expect(try changes(old, new) == [])
        #expect(try changes(new, old) == [])
    }

    @Test(arguments: [
        ("Wait two minutes.\n", "Wait five minutes.\n", ["changed paragraph"]),
        ("Use 1.5 GB.\n", "Use 15 GB.\n", ["changed paragraph"]),
        ("Use -5.\n", "Use 5.\n", ["changed paragraph"]),
        ("Use C.\n", "Use C++.\n", ["changed paragraph"]),
        ("Run `a --x`.\n", "Run `a -x`.\n", ["changed paragraph"]),
        ("Do not press it.\n", "Do press it.\n", ["changed paragraph"]),
        ("# A name\n\nText.\n", "# Other name\n\nText.\n", ["changed heading"]),
        ("1. Open A.\n2. Save it now.\n", "1. Open A.\n2. Save it then.\n", ["changed item"]),
        ("1. Open A.\n2. Save it.\n", "1. Open A.\n2. Wait for it.\n3. Save it.\n", ["added item"]),
        ("1. Open A.\n2. Wait for it.\n3. Save it.\n", "1. Open A.\n2. Save it.\n", ["removed item"]),
        ("Text here.\n\n```sh\nls -l\n```\n", "Text here.\n\n```sh\nls -a\n```\n", ["changed code"]),
        ("Text here.\n", "Text here.\n\n```sh\nls -a\n```\n", ["added code"]),
        ("```yaml\na:\n  b: 1\nc: 2\n```\n", "```yaml\na:\n  b: 1\n  c: 2\n```\n", ["changed code"]),
        ("| A | B |\n|---|---|\n| c | d |\n", "| A | B |\n|---|---|\n| c | d |\n| e | f |\n", ["added row"]),
        ("---\ntitle: A\n---\n\nText.\n", "---\ntitle: B\n---\n\nText.\n", ["changed title"]),
        ("---\ntitle: A\n---\n\nText.\n", "---\ntitle: A\ndescription: B\n---\n\nText.\n", ["added description"]),
        ("Text here.\n", "Text here.\n\n{{< include \"a.md\" >}}\n", ["added markup"]),
        ("![A view](a.png)\n", "![Another view](a.png)\n", ["changed paragraph"]),
        ("Text here.\n\n# Part\n\nMore of it.\n\nAnd more.\n", "Text here.\n", ["removed section"]),
    ])
    func whatReadersMiss(_ old: String, _ new: String, _ expected: [String]) throws {
        #expect(try changes(old, new) == expected)
    }

    @Test func onlyTheSentenceThatChangedIsOne() throws {
        let old = "Open the page. Wait two minutes. Save the page.\n"
        let new = "Open the page. Wait five minutes. Now be patient. Save the page.\n"
        let found = try SourceDiff(old: page(old), new: page(new)).changes
        #expect(found.map(\.kind) == [.changed, .added])
        #expect(found.map(\.newText) == ["Wait five minutes.", "Now be patient."])
        try #require(found.count == 2)
        #expect(found[0].oldText == "Wait two minutes.")
        // The place of what was added is after what comes before it, in the old revision.
        let previous = try #require(found[1].previous)
        #expect(String(decoding: Array(old.utf8)[previous], as: UTF8.self) == "Wait two minutes.")
    }

    @Test func paragraphsThatMovedAreNoTranslationWorkButSaid() throws {
        let old = "# A\n\nThe first part is here.\n\n# B\n\nThe second part is here.\n\nIt ends with this text.\n"
        let new = "# A\n\nIt ends with this text.\n\nThe first part is here.\n\n# B\n\nThe second part is here.\n"
        #expect(try changes(old, new) == ["moved paragraph"])
    }

    @Test func hashesFindWhatTheTextsFind() throws {
        let old = "---\ntitle: A\n---\n\nOpen the page. Wait two minutes.\n\n```sh\nls\n```\n\n- One.\n- Two.\n"
        let wrapped =
            "---\ntitle: A\nweight: 1\n---\n\nOpen the *page*.\nWait two minutes.\n\n```bash\nls\n```\n\n* One.\n* Two.\n"
        let new =
            "---\ntitle: B\n---\n\nOpen the page. Wait five minutes.\n\n```sh\nls -l\n```\n\n- One.\n- Three.\n- Two.\n"
        let hashes = try SourceHashes(of: page(old))
        #expect(try hashes.changes(to: page(old)) == [])
        #expect(try hashes.changes(to: page(wrapped)) == [])
        let changes = try hashes.changes(to: page(new))
        #expect(
            changes.map { "\($0.kind.rawValue) \($0.part.rawValue)" } == [
                "changed title", "changed paragraph", "changed code", "added item",
            ])
        #expect(changes.map(\.newText) == ["B", "Wait five minutes.", "```sh ls -l ```", "Three."])
    }

    /// Pages whose sources moved on: what changed one way changed the other way, and every part is a part of its page.
    @Test(.enabled(if: SharedPages.areHere)) func realRevisions() throws {
        let archive = SharedPages.folder.appendingPathComponent("page-pairs/opentelemetry.tar.xz")
        guard FileManager.default.fileExists(atPath: archive.path) else { return }
        let folder = try TemporaryFolder()
        let tar = Process()
        tar.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        tar.arguments = ["tar", "-xJf", archive.path, "-C", folder.path]
        try tar.run()
        tar.waitUntilExit()
        let root = folder.files.first { $0.hasSuffix("pages.tsv") }.map { String($0.dropLast("pages.tsv".count)) } ?? ""
        let table = String(decoding: try #require(folder.contents(root + "pages.tsv")), as: UTF8.self)
        var (same, compared) = (0, 0)
        for (index, line) in table.split(separator: "\n").dropFirst().enumerated() where index % 8 == 0 {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard !fields[5].isEmpty, fields[6] == "yes", let old = folder.contents(root + fields[5]),
                let new = folder.contents(root + "content/en/" + fields[1])
            else { continue }
            let (before, after) = (
                page(String(decoding: old, as: UTF8.self)), page(String(decoding: new, as: UTF8.self))
            )
            let changes = try SourceDiff(old: before, new: after).changes
            compared += 1
            if fields[7] == "no" { #expect(changes.isEmpty) }
            if changes.isEmpty { same += 1 }
            let back = try SourceDiff(old: after, new: before).changes
            #expect(changes.isEmpty == back.isEmpty, "\(fields[1])")
            for change in changes {
                #expect(change.old.map { $0.upperBound <= before.bytes.count } ?? true)
                #expect(change.new.map { $0.upperBound <= after.bytes.count } ?? true)
            }
        }
        #expect(compared > 100)
        #expect(same > compared / 2 && same < compared)
    }

    @Test(.timeLimit(.minutes(10))) func hostilePagesTakeBoundedTime() throws {
        let lines = (0..<1_000).map { "Line \($0) of it.\n\n" }
        let old = page(lines.joined())
        let new = page(lines.reversed().joined())
        #expect(try !SourceDiff(old: old, new: new).changes.isEmpty)
        let equal = page(String(repeating: "The same text.\n\n", count: 1_000))
        let shorter = page(String(repeating: "The same text.\n\n", count: 500))
        #expect(try SourceDiff(old: equal, new: shorter).changes.count == 500)
        let open = page(String(repeating: "{{< a <!-- <b title=\"", count: 1_000))
        #expect(try SourceDiff(old: open, new: open).changes == [])
    }
}
