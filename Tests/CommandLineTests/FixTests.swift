import Foundation
import TestSupport
import Testing

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// `check --fix` and `check --dry-run` on files, as a user runs them.
@Suite struct FixFileTests {
    private static let faulty = pair("Cliquez sur \\*\\*Oui\\*\\* et  attendez.", "Click **Yes** and wait.")
    private static let right = pair("Cliquez sur **Oui** et attendez.", "Click **Yes** and wait.")

    private static func pair(_ target: String, _ source: String, id: Int = 101) -> String {
        "<span data-ttu-id=\"1-\(id)\">\(target)</span><span class=\"sxs-lookup\"><span data-stu-id=\"1-\(id)\">\(source)</span></span>\n"
    }

    private func status(_ path: String) -> stat {
        var status = stat()
        lstat(path, &status)
        return status
    }

    @Test func aFixedFileKeepsItsModeAndItsNames() throws {
        let folder = try TemporaryFolder()
        let (single, linked) = (try folder.write("a.md", Self.faulty), try folder.write("b.md", Self.faulty))
        chmod(single, 0o640)
        chmod(linked, 0o604)
        link(linked, "\(folder.path)/c.txt")
        #expect(try Tool.run("check", "--fix", folder.path).status == 0)
        for name in ["a.md", "b.md", "c.txt"] {
            #expect(folder.contents(name).map { String(decoding: $0, as: UTF8.self) } == Self.right)
        }
        #expect(status(single).st_mode & 0o7777 == 0o640)
        #expect(status(linked).st_mode & 0o7777 == 0o604)
        #expect(status(linked).st_nlink == 2)
        #expect(folder.files == ["a.md", "b.md", "c.txt"])
    }

    @Test(.enabled(if: geteuid() == 0, "only root can give a file away"))
    func aFixedFileKeepsItsOwner() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a.md", Self.faulty)
        chown(file, 1234, 1235)
        chmod(file, 0o640)
        #expect(try Tool.run("check", "--fix", file).status == 0)
        let after = status(file)
        #expect((after.st_uid, after.st_gid, after.st_mode & 0o7777) == (1234, 1235, 0o640))
        #expect(folder.contents("a.md") == Data(Self.right.utf8))
    }

    @Test func aSecondRunChangesNothing() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.md", Self.faulty)
        #expect(try Tool.run("check", "--fix", folder.path).error.contains("2 findings fixed on 1 page\n"))
        #expect(try Tool.run("check", "--fix", folder.path).error.contains("0 findings fixed on 0 pages\n"))
    }

    @Test func unsafeNeedsAFix() throws {
        let result = try Tool.run("check", "--unsafe", ".")
        #expect(result.status == 2 && result.error.contains("--unsafe needs --fix or --dry-run."))
    }

    @Test func everyPlaceIsReportedWhereThatIsWanted() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.md", (1...4).map { Self.pair("Le  relais", "Relay", id: 100 + $0) }.joined(separator: "\n"))
        let arguments = ["check", folder.path, "--rule", "double-space", "--format", "github", "--severity", "note"]
        func annotations(_ more: String...) throws -> Int {
            try Tool.run(arguments + more).output.split(separator: "\n").count { $0.contains("title=double-space") }
        }
        #expect(try annotations() == 1)
        #expect(try annotations("--every") == 4)
    }

    @Test func whatIsExcusedIsLeftAlone() throws {
        let folder = try TemporaryFolder()
        let comment = "<!-- diptych-disable-next-line -->\n" + Self.faulty
        try folder.write("comment.md", comment)
        try folder.write("known.md", Self.faulty)
        #expect(
            try Tool.run("check", ".", "--write-baseline", "known.json", in: folder.path).error
                == "known.json: 2 findings\n")
        let result = try Tool.run("check", ".", "--baseline", "known.json", "--fix", in: folder.path)
        #expect(result.error.contains("0 findings fixed on 0 pages\n"))
        #expect(folder.contents("comment.md") == Data(comment.utf8))
        #expect(folder.contents("known.md") == Data(Self.faulty.utf8))
        // What is new on a page with known findings is fixed, and nothing else.
        let new = Self.pair("Voir [le plan] (a.md).", "See [the plan](a.md).", id: 102)
        try folder.write("known.md", Self.faulty + "\n" + new)
        #expect(try Tool.run("check", ".", "--baseline", "known.json", "--fix", in: folder.path).status == 0)
        let fixed = new.replacing("] (", with: "](")
        #expect(folder.contents("known.md") == Data((Self.faulty + "\n" + fixed).utf8))
    }

    /// The fix of escaped quotes is how the page is read, so those that are excused have to be put back.
    @Test func escapedQuotesThatAreExcusedAreLeftAlone() throws {
        let folder = try TemporaryFolder()
        let broken = Self.pair("Attendez.", "Wait.").replacing(
            "data-stu-id=\"1-101\"", with: "data-stu-id=\"1-101&quot;")
        let page =
            "<!-- diptych-disable damaged-attribute -->\n\(broken)\n<!-- diptych-enable damaged-attribute -->\n"
            + Self.pair("Cliquez  ici.", "Click here.", id: 102) + broken.replacing("101", with: "103")
        try folder.write("a.md", page)
        #expect(try Tool.run("check", "a.md", "--fix", in: folder.path).error.contains("2 findings fixed on 1 page\n"))
        let expected = page.replacing("  ici", with: " ici").replacing("1-103&quot;", with: "1-103\"")
        #expect(folder.contents("a.md").map { String(decoding: $0, as: UTF8.self) } == expected)
        #expect(try Tool.run("check", "a.md", "--fix", in: folder.path).error.contains("0 findings fixed"))
    }

    @Test(arguments: [
        ["docs"], ["./docs//a.md", "docs/b c.md", "docs/é.md"], ["other/../docs"], ["ABSOLUTE/docs"], ["link"],
    ])
    func gitAppliesTheDiff(_ arguments: [String]) throws {
        let folder = try TemporaryFolder()
        let names = ["docs/a.md", "docs/b c.md", "docs/é.md"]
        for name in names { try folder.write(name, Self.faulty) }
        try folder.write("other/x.txt", "")
        try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/link", withDestinationPath: "docs")
        let arguments = arguments.map { $0.replacing("ABSOLUTE", with: folder.path) }
        let diff = try Tool.run(["check", "--dry-run"] + arguments, in: folder.path)
        #expect(diff.error == "6 findings can be fixed on 3 pages\n")
        try apply(diff.output, in: folder.path)
        for name in names { #expect(folder.contents(name) == Data(Self.right.utf8)) }
    }

    /// A diff has paths of one kind, or no place is right for all of them.
    @Test func pagesOutsideOfTheFolderAreNamedFromTheRepository() throws {
        let folder = try TemporaryFolder()
        try folder.write("docs/a.md", Self.faulty)
        try folder.write("b.md", Self.faulty)
        try FileManager.default.createDirectory(
            atPath: "\(folder.path)/.git", withIntermediateDirectories: true)
        let diff = try Tool.run("check", "--dry-run", "..", in: "\(folder.path)/docs")
        #expect(diff.error.contains("note: apply this diff at the root of the repository"))
        try FileManager.default.removeItem(atPath: "\(folder.path)/.git")
        try apply(diff.output, in: folder.path)
        for name in ["docs/a.md", "b.md"] { #expect(folder.contents(name) == Data(Self.right.utf8)) }
    }

    private func apply(_ diff: String, in folder: String) throws {
        let git = try Tool.run(
            ["git", "apply", "-"], input: Data(diff.utf8), in: folder,
            executable: URL(fileURLWithPath: "/usr/bin/env"))
        #expect(git.status == 0, "\(git.error)\n\(diff)")
    }
}
