import Foundation
import SystemPackage
import Testing

@testable import Workspace

@Suite struct RepositoryTests {
    private func location(_ name: String, in folder: TemporaryFolder) -> [String]? {
        var finder = RepositoryFinder()
        return finder.location(of: FilePath("\(folder.path)/\(name)")).map {
            [String($0.root.string.dropFirst(folder.path.count)), $0.path.string]
        }
    }

    @Test func theNearestGitCounts() throws {
        let folder = try TemporaryFolder()
        try folder.write("outer/.git/HEAD", "x")
        try folder.write("outer/module/.git", "gitdir: ../.git/modules/module\n")
        #expect(location("outer/docs/fr/a.md", in: folder) == ["/outer", "docs/fr/a.md"])
        #expect(location("outer/module/a.md", in: folder) == ["/outer/module", "a.md"])
        #expect(location("outer/module/../docs/./a.md", in: folder) == ["/outer", "docs/a.md"])
        #expect(location("elsewhere/a.md", in: folder) == nil)
    }
}

@Suite struct ProgramFolderTests {
    /// The tests run from the folder where `swift build` puts the resources.
    @Test func theLexiconsLieBesideTheProgram() throws {
        #expect(!ProgramFolder.all.isEmpty)
        #expect(LexiconFolder.resources.contains { $0.lastComponent?.string == "fr-FR.lexicon" })
    }
}
