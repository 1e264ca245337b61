import Foundation
import SystemPackage
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
