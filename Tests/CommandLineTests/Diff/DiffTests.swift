import Foundation
import TestSupport
import Testing

/// `diptych diff` as a user runs it.
@Suite struct DiffTests {
    private let folder = NSTemporaryDirectory() + "diptych-diff-" + UUID().uuidString

    private func write(_ name: String, _ text: String) throws {
        let file = "\(folder)/\(name)"
        try FileManager.default.createDirectory(
            atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    }

    /// Two folders in which one page of two has changes of several kinds.
    private func withFolders(_ body: () throws -> Void) throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let list =
            "# Install\n\nDo the following:\n\n1. Open A.\n2. Restart the server.\n3. Wait for it.\n\n   ```\n   Get-A\n   ```\n"
        try write("old/page.md", list + "4. Click Close.\n")
        try write(
            "new/page.md",
            list.replacing("server", with: "service").replacing("Get-A", with: "Get-B")
                + "4. Choose @octocat in #12 | `x` <b>.\n")
        for side in ["old", "new"] { try write("\(side)/same.md", "- Open A.\n") }
        try body()
    }

    @Test func text() throws {
        try withFolders {
            let result = try Tool.run("diff", "old", "new", in: folder)
            #expect(result.status == 1)
            #expect(result.error == "")
            #expect(
                result.output == """
                    page.md
                      Install  [procedure]
                        changed         2. Restart the [-server-]{+service+}.
                        code-changed    3. Wait for it.
                                           - Get-A
                                           + Get-B
                        removed         4. Click Close.
                        added           4. Choose @octocat in #12 | x .
                        unchanged       1

                    1 added, 1 removed, 1 changed, 1 code-changed; 2 unchanged, on 2 pages

                    """)
        }
    }

    @Test func markdownThatNoPageCanBreakOutOf() throws {
        try withFolders {
            let result = try Tool.run("diff", "old", "new", "--format", "markdown", in: folder)
            #expect(result.status == 1)
            #expect(
                result.output.hasPrefix("**Checklists:** 1 added, 1 removed, 1 changed, 1 code-changed; 2 unchanged"))
            #expect(result.output.contains("<summary><b>page.md</b>: "))
            #expect(result.output.contains("- **changed** 2. Restart the <del>server</del><ins>service</ins>."))
            #expect(result.output.contains("Choose &#64;&#8203;octocat in &#35;&#8203;12 &#124; x"))
        }
    }

    @Test func json() throws {
        try withFolders {
            let result = try Tool.run(
                "diff", "old", "new", "--format", "json", "-o", "diff.json", "--jobs", "2", in: folder)
            #expect(result.status == 1)
            #expect(result.output == "")
            let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/diff.json"))
            let document = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
            #expect(document["old"] as? String == "old")
            let items = try #require(document["items"] as? [[String: Any]])
            #expect(
                items.map { $0["change"] as? String } == [
                    "unchanged", "changed", "code-changed", "removed", "added", "unchanged",
                ])
            #expect(items.allSatisfy { $0["id"] is String && $0["checklist"] is String })
            #expect(items[4]["old"] is NSNull)
            let one = try Tool.run("diff", "old", "new", "--format", "json", in: folder)
            #expect(Data(one.output.utf8) == data)
        }
    }

    @Test func nothingChanged() throws {
        try withFolders {
            for format in ["text", "markdown", "json"] {
                let result = try Tool.run("diff", "old/same.md", "new/same.md", "--format", format, in: folder)
                #expect(result.status == 0)
                #expect(result.error == "")
            }
        }
    }

    @Test func whatCouldNotBeReadIsStatusTwo() throws {
        try withFolders {
            let missing = try Tool.run("diff", "old", "none", in: folder)
            #expect(missing.status == 2)
            #expect(missing.error.contains("none: does not exist"))
            #expect(missing.output == "")
            let one = try Tool.run("diff", "old", in: folder)
            #expect(one.status == 2)
            try Data([0, 0xFF, 0, 0xFE, 0]).write(to: URL(fileURLWithPath: "\(folder)/new/same.md"))
            let damaged = try Tool.run("diff", "old", "new", in: folder)
            #expect(damaged.status == 2)
            #expect(damaged.output.contains("changed         2. Restart"))
        }
    }

    @Test func aPageCannotCommandATerminal() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try write("old.md", "- Open \u{1B}[31mA\u{1B}[0m now.\n")
        try write("new.md", "- Open \u{1B}[31mB\u{1B}[0m now.\n\n  ```\n  \u{9B}2J\n  ```\n")
        for format in ["text", "markdown", "json"] {
            let result = try Tool.run("diff", "old.md", "new.md", "--format", format, in: folder)
            #expect(result.status == 1)
            #expect(
                !result.output.unicodeScalars.contains("\u{1B}") && !result.output.unicodeScalars.contains("\u{9B}"))
        }
    }
}
