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
