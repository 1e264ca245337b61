import Checklists
import Checks
import Code
import Foundation
import Hashing
import JSON
import PageDocuments
import ParsedBitext
import Revisions
import TestSupport
import Testing
import TranslationModel

@testable import Workspace

/// Map, reduce and map again, with what passes between them as JSON: as if each step ran in a process of its own.
@Suite struct PageSummaryTests {
    /// Pages that translate the same sources in several ways.
    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        func pair(_ number: Int, _ target: String, _ source: String) -> String {
            "<span data-ttu-id=\"1-\(number)\">\(target)</span><span class=\"sxs-lookup\">"
                + "<span data-stu-id=\"1-\(number)\">\(source)</span></span>\n\n"
        }
        // Longer than what is kept of a text, with a character of two bytes at the limit.
        let long = String(repeating: "é", count: 400) + " fin"
        for (index, verb) in ["Redémarrez", "Relancez", "Redémarrez", "Rebootez"].enumerated() {
            try folder.write(
                "p\(index).md",
                "# T\n\n" + pair(101, "\(verb) le serveur.", "Restart the server now.")
                    + pair(102, "\(index == 1 ? "Autre" : long)", "A long text is here.")
                    + pair(103, "Ouvrez le “menu \(index / 2)”.", "Open the menu “there”.") + pair(104, "", "Empty it.")
            )
        }
        return folder
    }

    private func sent<Value: Codable>(_ value: Value) throws -> Value {
        try JSONDecoder().decode(Value.self, from: try JSONEncoder().encode(value))
    }

    @Test func otherProcessesFindTheSame() async throws {
        let folder = try folder()
        let plan = try CheckPlan(PageFinder([folder.path]).pages)
        var expected: [CheckRun.Outcome] = []
        await CheckRun(plan, jobs: 1).run { expected.append($0) }
        #expect(expected.contains { $0.findings.contains { $0.rule == "inconsistent-translation" } })

        var comparison = PageComparison()
        for item in plan.items { comparison.add(try sent(try PageAnalysis(item).summary())) }
        for (item, expected) in zip(plan.items, expected) {
            let analysis = try PageAnalysis(item)
            let keys = analysis.summary().translations.keys
            let deviations = try sent(comparison.deviations(of: try sent(analysis.summary()).translations.keys))
            #expect(deviations == comparison.deviations(of: keys))
            let checker = plan.checkers[item.checker]
            let findings = analysis.check(checker).findings(
                in: analysis.bitext, comparedBy: deviations, checker)
            #expect(findings == expected.findings)
        }
    }

    @Test func aPageThatChangedSinceIsAnotherOne() throws {
        let folder = try folder()
        let plan = try CheckPlan(PageFinder([folder.path]).pages)
        var comparison = PageComparison()
        for item in plan.items { comparison.add(try PageAnalysis(item).summary()) }
        let analysis = try PageAnalysis(plan.items[1])
        var checked = analysis.check(Checker())
        checked.keys = analysis.summary().translations.keys
        checked.bitext = nil
        let deviations = comparison.deviations(of: checked.keys)
        #expect(!deviations.isEmpty)
        #expect(checked.bitext(plan.items[1], comparedBy: deviations) != nil)
        // As many bytes and segments, but another word.
        let page = try #require(folder.contents("p1.md"))
        try folder.write("p1.md", String(decoding: page, as: UTF8.self).replacing("Relancez", with: "Allumons"))
        #expect(checked.bitext(plan.items[1], comparedBy: deviations) == nil)
        #expect(checked.bitext(plan.items[1], comparedBy: []) != nil)
    }

    /// A build and a check ask for different things, and say the same.
    @Test func aBuildFindsWhatACheckFinds() async throws {
        let site = try Site()
        let folder = try folder()
        for name in folder.files { try site.root.write("pages/\(name)", folder.contents(name) ?? Data()) }
        try await site.build()
        var elements: [[UInt8]] = []
        await CheckRun(try CheckPlan(PageFinder([site.input]).pages), jobs: 2).run { outcome in
            elements.append(
                FindingsDocument.element(
                    path: outcome.path.lastComponent?.string ?? "", source: nil, segments: outcome.segments,
                    findings: outcome.findings, textsOf: outcome.page))
        }
        let built = try FindingsDocument.elements(in: Array((site.files["findings.json"] ?? "").utf8))
        #expect(built.map(FindingsDocument.json) == elements)
    }

    @Test func anAnalysisGivesWhatIsAskedOfIt() throws {
        let bytes = Array(Site.page("Titre", steps).utf8)
        let analysis = try PageAnalysis(PageFiles(bytes), name: "name.md", path: "path/name.md")
        #expect(analysis.document.json() == (try PageDocument(bytes, path: "name.md").json()))
        #expect(analysis.check(Checker()).findings.isEmpty)
        #expect(analysis.files.sha256 == analysis.document.page.sha256)
        #expect(throws: FileError(path: "p", reason: "a binary file (NUL at byte 1), not text")) {
            try PageAnalysis(PageFiles([1, 0]), name: "n", path: "p")
        }
    }
}
