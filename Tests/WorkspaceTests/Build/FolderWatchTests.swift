import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Workspace

@Suite(.serialized) struct FolderWatchTests {
    /// Whether something is told within two minutes of a change: this may be a very busy machine.
    private func isTold(polling: Bool, _ site: Site, _ change: () throws -> Void) async throws -> Bool {
        let watch = FolderWatch(FilePath(site.input), excluding: FilePath(site.output), isPolling: polling)
        let changes = try watch.changes()
        try change()
        return await withTaskGroup(of: Bool.self) { group in
            group.addTask {
                for await _ in changes { return true }
                return false
            }
            group.addTask {
                try? await Task.sleep(for: .seconds(120))
                return false
            }
            let first = await group.next() ?? false
            group.cancelAll()
            return first
        }
    }

    @Test(arguments: [false, true])
    func aSaveIsTold(polling: Bool) async throws {
        let site = try Site(["deep/a.md": "# A\n"])
        #expect(try await isTold(polling: polling, site) { try site.write("deep/a.md", "# A\n\nMore.\n") })
        #expect(try await isTold(polling: polling, site) { try site.write("new/er/b.md", "# B\n") })
        #expect(try await isTold(polling: polling, site) { try site.remove("pages/deep/a.md") })
        #expect(try await isTold(polling: polling, site) { try site.write(".diptych.yml", "rules: {}\n") })
    }

    /// The configuration is often above the pages, and names a glossary beside it.
    @Test(arguments: [false, true])
    func aGlossaryAboveThePagesIsTold(polling: Bool) async throws {
        let site = try Site(["a.md": "# A\n"])
        try site.root.write("terms.csv", "source,target\n")
        #expect(try await isTold(polling: polling, site) { try site.root.write("terms.csv", "source,target\na,b\n") })
        #expect(
            try await isTold(polling: polling, site) { try site.root.write(".diptych.yml", "glossary: terms.csv\n") })
    }

    @Test(arguments: [false, true])
    func aFolderThatIsNotThereIsAnError(polling: Bool) throws {
        let site = try Site(["a.md": "# A\n"])
        #expect(throws: FileError(path: "\(site.input)-none", reason: "does not exist")) {
            try FolderWatch(FilePath("\(site.input)-none"), excluding: FilePath(site.output), isPolling: polling)
                .changes()
        }
    }

    /// A branch without the folder is checked out, and then one with it.
    @Test(arguments: [false, true])
    func aFolderThatGoesAndComesBackIsWatched(polling: Bool) async throws {
        let folder = try TemporaryFolder()
        try folder.write("above/pages/deep/a.md", "# A\n")
        let watch = FolderWatch(
            FilePath("\(folder.path)/above/pages"), excluding: FilePath("\(folder.path)/out"), isPolling: polling)
        var changes = try watch.changes().makeAsyncIterator()
        try FileManager.default.removeItem(atPath: "\(folder.path)/above")
        #expect(await changes.next() != nil)
        try folder.write("above/pages/deep/a.md", "# A\n")
        #expect(await changes.next() != nil)
        // What happened while the folder was made may come in several parts.
        try await Task.sleep(for: .seconds(2))
        try folder.write("above/pages/deep/a.md", "# A\n\nMore.\n")
        #expect(await changes.next() != nil)
        try FileManager.default.moveItem(atPath: "\(folder.path)/above/pages", toPath: "\(folder.path)/above/old")
        #expect(await changes.next() != nil)
    }

    @Test func whatGitIgnoresIsNotWatched() throws {
        let site = try Site(["a.md": "# A\n", "node_modules/x/b.md": "# B\n", ".gitignore": "node_modules/\n"])
        try site.root.write(".git/HEAD", "")
        let watch = FolderWatch(FilePath(site.input), excluding: FilePath(site.output))
        #expect(watch.folders().below.map(\.string) == [site.input])
    }

    /// Many editors write beside the file and rename.
    @Test(arguments: [false, true])
    func aRenameIsTold(polling: Bool) async throws {
        let site = try Site(["a.md": "# A\n"])
        let isTold = try await isTold(polling: polling, site) {
            try site.write(".a.md.swp", "# B\n")
            rename("\(site.input)/.a.md.swp", "\(site.input)/a.md")
        }
        #expect(isTold)
    }

    @Test(arguments: ["a.md", "A.MD", "x.markdown", ".diptych.yml", "terms.csv", "terms.tbx", "fr-FR.lexicon"])
    func whatABuildDependsOn(name: String) { #expect(FolderWatch.isWatched(name)) }

    @Test(arguments: [".a.md.swp", "4913", "a.md~", "a.json", ".#a.md", ".hidden.md", "md"])
    func whatABuildDoesNotDependOn(name: String) { #expect(!FolderWatch.isWatched(name)) }
}
