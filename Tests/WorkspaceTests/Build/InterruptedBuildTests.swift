import Foundation
import SystemPackage
import Testing

@testable import Workspace

/// What a build that was killed left is finished or thrown away, never mixed.
@Suite struct InterruptedBuildTests {
    @Test func whatWasNotWrittenDownIsThrownAway() async throws {
        let site = try Site(["a.md": "# A\n"])
        try await site.build()
        let files = site.files
        try site.root.write("out/.diptych/0-1", "half of a fi")
        try site.root.write("out/.diptych/.diptych-1-2.tmp", "half of a journal")
        try await site.build()
        #expect(site.files == files)
    }

    @Test func whatWasWrittenDownIsFinished() async throws {
        let site = try Site(["a.md": "# A\n"])
        try await site.build()
        try site.root.write("out/.diptych/0-1", "new")
        try site.root.write("out/old.json", "old")
        try site.root.write("out/.diptych/journal", "w\0" + "0-1\0deep/new.json\0r\0\0old.json\0w\0gone\0x.json\0end\0")
        _ = try OutputFolder(FilePath(site.output), .write) {}
        #expect(site.files["deep/new.json"] == "new")
        #expect(site.files["old.json"] == nil)
        #expect(site.files["x.json"] == nil)
        #expect(!site.files.keys.contains { $0.hasPrefix(".diptych") })
    }

    /// What such a build had brought to its place already is in no manifest yet, and still no file of somebody else.
    @Test func aCheckOfWhatIsUnfinishedSaysWhatIsStale() async throws {
        let site = try Site(["a.md": "# A\n", "b.md": "# B\n"])
        try await site.build()
        let files = site.files
        try site.root.write("out/.diptych/manifest", files["manifest.json"] ?? "")
        try site.root.write("out/.diptych/journal", files.keys.sorted().map { "w\0x\0\($0)\0" }.joined() + "end\0")
        try site.remove("out/manifest.json")
        #expect(try await site.build { $0.isCheck = true }.stale == files.keys.sorted())
    }

    @Test func aJournalCannotLeadOutside() async throws {
        let site = try Site(["a.md": "# A\n"])
        try await site.build()
        try site.root.write("victim", "mine")
        try site.root.write("out/.diptych/0-1", "new")
        try site.root.write(
            "out/.diptych/journal", "w\0" + "0-1\0../victim\0w\0../../victim\0mine.json\0r\0\0../victim\0end\0")
        _ = try OutputFolder(FilePath(site.output), .write) {}
        #expect(site.text("victim") == "mine")
        #expect(site.files["mine.json"] == nil)
    }

    @Test func aSecondBuildWaitsAndSaysSo() async throws {
        let site = try Site(["a.md": "# A\n"])
        try await site.build()
        nonisolated(unsafe) var first: OutputFolder? = try OutputFolder(FilePath(site.output), .write) {}
        #expect(first != nil)
        let output = FilePath(site.output)
        let isWaiting = await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                var isWaiting = false
                _ = try? OutputFolder(output, .write) {
                    isWaiting = true
                    // The first one ends while the second waits.
                    Thread.detachNewThread { first = nil }
                }
                continuation.resume(returning: isWaiting)
            }
        }
        #expect(isWaiting)
    }
}
