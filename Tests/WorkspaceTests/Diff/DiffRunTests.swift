import Checklists
import Code
import Foundation
import Hashing
import JSON
import PageDocuments
import Revisions
import SystemPackage
import TestSupport
import Testing

@testable import Workspace

/// What is compared with what.
@Suite struct DiffRunTests {
    private func run(_ plan: DiffPlan, jobs: Int = 1) async -> [DiffRun.Outcome] {
        var outcomes: [DiffRun.Outcome] = []
        await DiffRun(plan, jobs: jobs).run { outcomes.append($0) }
        return outcomes
    }

    /// Each page with what became of it and of its items.
    private func summary(_ outcomes: [DiffRun.Outcome]) -> [String] {
        outcomes.map { outcome in
            let changes = outcome.diff?.entries.map(\.change.rawValue).joined(separator: " ") ?? "unread"
            return "\(outcome.name): \(outcome.kind.rawValue): \(changes)"
        }
    }

    @Test func twoFilesAreOnePage() async throws {
        let folder = try TemporaryFolder()
        let old = try folder.write("old.md", "- Open A.\n- Restart the server.\n")
        let new = try folder.write("new.md", "- Open A.\n- Restart the server now.\n")
        let outcomes = await run(DiffPlan(old: old, new: new))
        #expect(summary(outcomes) == ["\(new): kept: unchanged changed"])
    }

    @Test func pagesOfFoldersPairByTheirPathsAndRenamedOnesByWhatIsOnThem() async throws {
        let (old, new) = (try TemporaryFolder(), try TemporaryFolder())
        try old.write("a/same.md", "- Open A.\n")
        try old.write("before.md", "- Open the Control Panel.\n- Select a pool.\n- Click Finish.\n")
        try old.write("gone.md", "- Wait for it.\n")
        try new.write("a/same.md", "- Open A.\n")
        try new.write("b/after.md", "- Open the Control Panel.\n- Select a pool.\n- Click Close.\n")
        try new.write("come.md", "- Something else entirely.\n")
        let expected = [
            "a/same.md: kept: unchanged", "b/after.md: renamed: unchanged unchanged changed", "come.md: added: added",
            "gone.md: removed: removed",
        ]
        #expect(summary(await run(DiffPlan(old: old.path, new: new.path))) == expected)
        #expect(summary(await run(DiffPlan(old: old.path, new: new.path), jobs: 4)) == expected)
    }

    @Test func outputsOfBuildsAreRecognisedAndOtherJSONInThemIsNot() async throws {
        let (old, new) = (try Site(), try Site())
        try old.write("page.md", "# Page\n\n- Open A.\n- Restart the server.\n")
        try new.write("page.md", "# Page\n\n- Open A.\n- Restart the server now.\n")
        try await old.build()
        try await new.build()
        try old.root.write("out/other.json", "{\"page\": 1}")
        try new.root.write("out/other.json", "[")
        #expect(
            summary(await run(DiffPlan(old: old.output, new: new.output))) == ["page.json: kept: unchanged changed"])
        // A page and its document are one page too.
        #expect(summary(await run(DiffPlan(old: old.output, new: new.input))) == ["page.md: kept: unchanged changed"])
    }

    @Test func idsThatABuildKeptSayWhatAnItemWas() async throws {
        let site = try Site()
        try site.write("page.md", "# Page\n\n- Open A.\n- Restart the server.\n- Wait.\n")
        try await site.build()
        let first = try TemporaryFolder()
        try first.write("page.json", try #require(site.root.contents("out/page.json")))
        // Edited step by step, to what has no word in common with the first text.
        for text in [
            "Restart the server and all services.", "Stop and restart all services.",
            "Stop all services that are running.",
        ] {
            try site.write("page.md", "# Page\n\n- Open A.\n- \(text)\n- Wait.\n")
            try await site.build()
        }
        #expect(
            summary(await run(DiffPlan(old: first.path, new: site.output)))
                == ["page.json: kept: unchanged changed unchanged"])
    }

    @Test func aPageThatCannotBeReadDoesNotStopTheOthers() async throws {
        let (old, new) = (try TemporaryFolder(), try TemporaryFolder())
        for folder in [old, new] { try folder.write("b.md", "- Open A.\n") }
        try old.write("a.md", "- Open A.\n")
        try new.write("a.md", Data([0x00, 0xFF, 0x00, 0xFE, 0x00]))
        let outcomes = await run(DiffPlan(old: old.path, new: new.path))
        #expect(summary(outcomes) == ["a.md: kept: unread", "b.md: kept: unchanged"])
        #expect(outcomes.map(\.failures.count) == [1, 0])
    }

    @Test func damagedDocumentsAreSaid() async throws {
        let (old, new) = (try Site(["page.md": "- Open A.\n"]), try Site(["page.md": "- Open A.\n"]))
        try await old.build()
        try await new.build()
        let json = try #require(new.root.contents("out/page.json"))
        try new.root.write("out/page.json", json.dropLast(10))
        let outcomes = await run(DiffPlan(old: old.output, new: new.output))
        #expect(outcomes.map(\.name) == ["page.json"])
        #expect(outcomes[0].failures.count == 1)
        #expect(outcomes[0].failures[0].reason.hasSuffix("it ends too early; write it anew"))
    }

    @Test func whatIsNotThereIsAnError() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a.md", "- x\n")
        #expect(DiffPlan(old: "\(folder.path)/none", new: file).errors.map(\.reason) == ["does not exist"])
        #expect(DiffPlan(old: folder.path, new: file).errors.count == 1)
    }
}
