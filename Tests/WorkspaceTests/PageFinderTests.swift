import Foundation
import TestSupport
import Testing

@testable import Workspace

@Suite struct PageFinderTests {
    @Test func aFolderIsWalkedInOrderOfNames() throws {
        let folder = try TemporaryFolder()
        for name in ["b/z.md", "a.md", "b/a.MD", "b/c/x.markdown", "notes.txt", ".git/HEAD.md", "B.md"] {
            try folder.write(name, "# A")
        }
        let finder = PageFinder([folder.path])
        #expect(finder.pages.map(\.name.string) == ["B.md", "a.md", "b/a.MD", "b/z.md", "b/c/x.markdown"])
        #expect(finder.pages.map(\.output.string) == ["B.json", "a.json", "b/a.json", "b/z.json", "b/c/x.json"])
        #expect(finder.errors.isEmpty)
        #expect(finder.hasFolder)
    }

    @Test func severalFoldersKeepTheirNamesInTheOutput() throws {
        let folder = try TemporaryFolder()
        try folder.write("fr-FR/a.md", "# A")
        try folder.write("de-DE/a.md", "# A")
        let finder = PageFinder(["\(folder.path)/fr-FR/", "\(folder.path)/de-DE"])
        #expect(finder.pages.map(\.output.string) == ["fr-FR/a.json", "de-DE/a.json"])
    }

    @Test func whatCannotBeFoundIsNamedAndTheRestIsDone() throws {
        let folder = try TemporaryFolder()
        let page = try folder.write("a.md", "# A")
        try folder.write("empty/readme.txt", "")
        let finder = PageFinder(["\(folder.path)/none.md", page, "\(folder.path)/empty"])
        #expect(finder.pages.map(\.path.string) == [page])
        #expect(
            finder.errors.map(\.description) == [
                "\(folder.path)/none.md: does not exist",
                "\(folder.path)/empty: no pages below this folder (no .md file)",
            ])
    }

    @Test func aLoopOfLinksEnds() throws {
        let folder = try TemporaryFolder()
        try folder.write("a/page.md", "# A")
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/a/loop", withDestinationPath: folder.path)
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/a/linked.md", withDestinationPath: "page.md")
        #expect(PageFinder([folder.path]).pages.map(\.name.string) == ["a/linked.md", "a/page.md"])
    }

    @Test func outputNeverLeavesItsFolder() throws {
        let folder = try TemporaryFolder()
        try folder.write("x/a.md", "# A")
        try folder.write("a.md", "# A")
        for argument in ["\(folder.path)/x/../a.md", "\(folder.path)/./x/..", "\(folder.path)/x/../x"] {
            for page in PageFinder([argument, argument]).pages {
                #expect(!page.output.isAbsolute)
                #expect(page.output.components.allSatisfy { $0.kind == .regular })
            }
        }
    }

    @Test func aPageThatIsNamedTwice() throws {
        let folder = try TemporaryFolder()
        for name in ["docs/a.md", "docs/b.md"] { try folder.write(name, "# A\n") }
        let finder = PageFinder(
            ["docs/a.md", "docs", "./docs/a.md", "docs/../docs/b.md", "docs/"].map { "\(folder.path)/\($0)" })
        #expect(finder.pages.map(\.path.string) == ["\(folder.path)/docs/a.md", "\(folder.path)/docs/b.md"])
        #expect(finder.errors.isEmpty)
    }

    @Test func aPageThatIsNamedAgainByALink() throws {
        let folder = try TemporaryFolder()
        for name in ["docs/a.md", "docs/b.md"] { try folder.write(name, "# A\n") }
        let files = FileManager.default
        try files.createSymbolicLink(atPath: "\(folder.path)/link", withDestinationPath: "docs")
        try files.createSymbolicLink(atPath: "\(folder.path)/page.md", withDestinationPath: "docs/a.md")
        func names(_ arguments: String...) -> [String] {
            PageFinder(arguments.map { "\(folder.path)/\($0)" }).pages.map {
                String($0.path.string.dropFirst(folder.path.count + 1))
            }
        }
        #expect(names("docs", "link") == ["docs/a.md", "docs/b.md"])
        #expect(names("link", "docs/b.md") == ["link/a.md", "link/b.md"])
        // A link cannot be repaired, but the page can.
        #expect(names("page.md", "docs/a.md") == ["docs/a.md"])
        #expect(names("docs", "page.md") == ["docs/a.md", "docs/b.md"])
        // A link in a folder is a page of its own.
        try files.createSymbolicLink(atPath: "\(folder.path)/docs/c.md", withDestinationPath: "a.md")
        #expect(names("docs", "page.md") == ["docs/a.md", "docs/b.md", "docs/c.md"])
    }
}
