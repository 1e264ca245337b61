import Foundation
import TestSupport
import Testing

/// `diptych diff --git`, in a repository made for the test.
@Suite struct GitDiffTests {
    /// A repository with two commits, tagged `one` and `two`.
    private final class GitRepository {
        let path = NSTemporaryDirectory() + "diptych-git-" + UUID().uuidString

        init() throws {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            try git("init", "--quiet")
            try write("docs/page.md", "- Open A.\n- Restart the server.\n")
            try write("docs/same page é.md", "- Wait.\n")
            try write("other/page.md", "- Open B.\n")
            try commit("one")
            try write("docs/page.md", "- Open A.\n- Restart the server now.\n")
            try write("other/new.md", "- Open C.\n")
            try commit("two")
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        func write(_ name: String, _ text: String) throws {
            let file = "\(path)/\(name)"
            try FileManager.default.createDirectory(
                atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        }

        private func commit(_ tag: String) throws {
            try git("add", ".")
            try git("-c", "user.name=T", "-c", "user.email=t@example.com", "commit", "--quiet", "-m", tag)
            try git("tag", tag)
        }

        func git(_ arguments: String...) throws {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = ["git", "-C", path] + arguments
            try process.run()
            process.waitUntilExit()
            guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
        }
    }

    @Test func twoRevisions() throws {
        let repository = try GitRepository()
        let result = try Tool.run("diff", "--git", "one..two", in: repository.path)
        #expect(result.error == "")
        #expect(result.status == 1)
        #expect(result.output.contains("changed         - Restart the server {+now+}."))
        #expect(
            result.output.hasSuffix(
                "1 added, 1 changed; 3 unchanged, on 4 pages (1 added)\n"))
        let nothing = try Tool.run("diff", "--git", "two..", in: repository.path)
        #expect(nothing.status == 0)
        #expect(nothing.output == "no item changed; 5 unchanged, on 4 pages\n")
    }

    @Test func outputsOfBuildsAreNoPages() throws {
        let repository = try GitRepository()
        _ = try Tool.run("build", "docs", "-o", "out", in: repository.path)
        try repository.git("add", ".")
        let result = try Tool.run("diff", "--git", "HEAD", in: repository.path)
        #expect(result.output == "no item changed; 5 unchanged, on 4 pages\n")
    }

    @Test func oneRevisionIsComparedWithTheWorkTree() throws {
        let repository = try GitRepository()
        #expect(try Tool.run("diff", "--git", "HEAD", in: repository.path).status == 0)
        try repository.write("docs/page.md", "- Open A.\n")
        try repository.write("docs/unknown.md", "- Open D.\n")
        try repository.write(".gitignore", "ignored.md\n")
        try repository.write("docs/ignored.md", "- Open E.\n")
        try FileManager.default.removeItem(atPath: "\(repository.path)/other/new.md")
        let result = try Tool.run("diff", "--git", "HEAD", in: repository.path)
        #expect(result.status == 1)
        #expect(
            result.output.hasSuffix("1 added, 2 removed; 3 unchanged, on 5 pages (1 added, 1 removed)\n"))
    }

    @Test func fromASubfolderAndAtPaths() throws {
        let repository = try GitRepository()
        let below = try Tool.run("diff", "--git", "one..two", in: repository.path + "/docs")
        #expect(below.output.hasPrefix("page.md\n"))
        #expect(below.output.hasSuffix("1 changed; 2 unchanged, on 2 pages\n"))
        let beside = try Tool.run("diff", "--git", "one..two", "../other", in: repository.path + "/docs")
        #expect(beside.output.hasPrefix("../other/new.md  [page added]\n"))
        #expect(beside.status == 1)
        let none = try Tool.run("diff", "--git", "one..two", "nothing", in: repository.path)
        #expect(none.status == 2)
        #expect(none.error.contains("no pages at these paths"))
    }

    @Test func whatGitRefusesIsSaid() throws {
        let repository = try GitRepository()
        let unknown = try Tool.run("diff", "--git", "one..nowhere", in: repository.path)
        #expect(unknown.status == 2)
        #expect(unknown.error.contains("nowhere: no revision of this repository (fatal: Needed a single revision)"))
        let option = try Tool.run("diff", "--git=one..--output=x", in: repository.path)
        #expect(option.status == 2)
        #expect(option.error.contains("is an option, not a revision"))
        let outside = try Tool.run("diff", "--git", "HEAD", in: NSTemporaryDirectory())
        #expect(outside.status == 2)
        #expect(outside.error.contains("not a git repository"))
    }
}
