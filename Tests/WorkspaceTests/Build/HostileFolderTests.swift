import Foundation
import SystemPackage
import TestSupport
import Testing
import TranslationModel

@testable import Workspace

/// What a folder can hold that no author would put there.
@Suite struct HostileFolderTests {
    /// A pipe without a writer is never read to its end.
    @Test func aPipeIsNoFile() throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/pipe"
        try #require(mkfifo(path, 0o600) == 0)
        #expect(throws: FileError(path: path, reason: "is not a regular file")) { try Lexicon(path: path) }
        #expect(throws: FileError.self) { try FileSystem.read(FilePath(path)) }
        #expect(throws: FileError.self) { try AtomicFile(FilePath(path)) }
    }

    /// A document and a folder of the output would have one name. The other pages are built, and so is the next build.
    @Test(arguments: [
        (
            ["x.md": "# X\n", "x.json/sub/p.md": "# P\n", "ok.md": "# O\n"],
            ["ok.json", "x.json/sub/p.json", "x.md.json"], 0
        ),
        (["index.json/p.md": "# P\n", "ok.md": "# O\n"], ["ok.json"], 1),
        (
            ["x.md": "# X\n", "x.json/a.md": "# A\n", "x.md.json/p.md": "# P\n"],
            ["x.json/a.json", "x.md.json/p.json"], 1
        ),
    ])
    func aNameOfAFileAndAFolder(pages: [String: String], documents: [String], refused: Int) async throws {
        let site = try Site(pages)
        try await site.build()
        #expect(site.failures.count == refused)
        let shared = ["findings.json", "index.json", "manifest.json"]
        #expect(site.files.keys.filter { $0.hasSuffix(".json") }.sorted() == (documents + shared).sorted())
        for name in pages.keys where name != "ok.md" { try site.remove("pages/\(name)") }
        try site.write("other.md", "# Other\n")
        #expect(try await site.build().failures == 0)
        #expect(site.files["other.json"] != nil)
    }

    /// A folder with the name of a file of tasks: nothing is written, and the build after it works.
    @Test func aFolderWithTheNameOfAFileOfTasks() async throws {
        let name = "checklists.fr-FR.source.md"
        let site = try Site(["a.md": Site.page("A", steps), "\(name)/p.md": "# P\n"])
        await #expect(throws: FileError.self) { try await site.build() }
        #expect(site.files.keys.filter { $0.hasSuffix(".json") }.isEmpty)
        try site.remove("pages/\(name)")
        #expect(try await site.build().pages == 1)
        #expect(site.files[name] != nil)
    }

    /// Two such names are the same text, so one document would be written over the other.
    @Test func aNameThatIsNoTextIsRefused() async throws {
        let site = try Site(["a.md": "# A\n"])
        for byte in [UInt8(0xE8), 0xE9] {
            var path = Array("\(site.input)/".utf8.map { CChar(bitPattern: $0) })
            path += [CChar(bitPattern: byte)] + ".md".utf8.map { CChar(bitPattern: $0) } + [0]
            guard let file = fopen(path, "w") else { return }  // A file system that takes UTF-8 only.
            fputs("# B\n", file)
            fclose(file)
        }
        let result = try await site.build()
        #expect(result.pages == 1)
        #expect(site.failures.count == 2)
        #expect(site.failures.allSatisfy { $0.hasSuffix("not built: its name is not UTF-8; rename it") })
        #expect(
            site.files.keys.filter { $0.hasSuffix(".json") }.sorted() == [
                "a.json", "findings.json", "index.json", "manifest.json",
            ])
    }
}
