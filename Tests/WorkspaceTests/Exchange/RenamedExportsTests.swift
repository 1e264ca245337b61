import Foundation
import TestSupport
import Testing

@testable import Workspace

@Suite struct RenamedExportsTests {
    /// It could be the renamed one.
    @Test func aPageThatCannotBeRead() throws {
        let folder = try TemporaryFolder()
        for name in ["a.md", "b.md"] { try folder.write(name, "# A\n") }
        let pages = PageFinder([folder.path]).pages
        try FileManager.default.removeItem(atPath: "\(folder.path)/b.md")
        let renamed = RenamedExports([:], named: [], among: pages)
        #expect(renamed.unreadable.map(\.string) == ["\(folder.path)/b.md"])
    }
}
