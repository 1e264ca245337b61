import Bitext
import Checks
import Foundation
import ParsedBitext
import SystemPackage
import TestSupport
import Testing
import Workspace

@testable import Reports

/// A fault that repeats, in each format.
@Suite struct RepeatedFaultReportTests {
    /// A page with double spaces in three segments, checked.
    private func outcome(_ path: String = "docs/page.md") throws -> CheckRun.Outcome {
        let page = try MarkedPage("«Le  un|One»\n\n«Le  deux|Two»\n\n«Le  trois|Three»").tokenized(locale: "fr-FR")
        let findings = Checker(rules: [try #require(RuleSet.rule("double-space", severity: .warning))]).check(page)
        return CheckRun.Outcome(
            path: FilePath(path), segments: 3, findings: findings.mergingRepeated(), page: page.bitext)
    }

    @Test func jsonListsItsPlaces() throws {
        let document = try json(report(.json, [outcome()]))
        let pages = try #require(document["pages"] as? [[String: Any]])
        let findings = try #require(pages.first?["findings"] as? [[String: Any]])
        #expect(findings.count == 1)
        let places = try #require(findings.first?["places"] as? [[String: Any]])
        #expect(places.map { $0["line"] as? Int } == [1, 3, 5])
        #expect(Set(places.compactMap { $0["segment"] as? String }).count == 3)
        let fix = try #require(findings.first?["fix"] as? [String: Any])
        #expect(fix["replacement"] as? String == " " && fix["isSafe"] as? Bool == true)
        #expect((document["summary"] as? [String: Int])?["warnings"] == 1)
    }

    @Test func sarifHasRelatedLocationsAndOneFixOfAll() throws {
        let document = try json(report(.sarif, [outcome()]))
        let run = try #require((document["runs"] as? [[String: Any]])?.first)
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(results.count == 1)
        #expect((results.first?["relatedLocations"] as? [Any])?.count == 2)
        let fixes = try #require(results.first?["fixes"] as? [[String: Any]])
        let changes = try #require(fixes.first?["artifactChanges"] as? [[String: Any]])
        #expect((changes.first?["replacements"] as? [Any])?.count == 3)
    }

    @Test func anAnnotationSaysHowManyPlacesThereAre() throws {
        let lines = try report(.github, [outcome()]).split(separator: "\n")
        #expect(lines.count { $0.hasPrefix("::warning ") } == 1)
        #expect(lines.first?.contains("(3 places on this page)") == true)
    }

    @Test func whatIsAllOverThePagesIsSaidAtTheEnd() throws {
        let line = "double-space: 12 places on 4 pages, such as: 2 spaces in a row; --fix mends them"
        for format in [ReportFormat.text, .summary] {
            let pages = try (1...4).map { try outcome("docs/\($0).md") }
            #expect(try report(format, pages).contains("systematic faults:\n  \(line)\n"), "\(format)")
            #expect(try !report(format, Array(pages.prefix(3))).contains("systematic"), "\(format)")
        }
    }

    /// Faults of content have no common cause.
    @Test func faultsOfContentAreNotSystematic() throws {
        let pages = try (1...20).map {
            try checked("docs/\($0).md", source: "x", target: "⟦y⟧", rule: "misaligned-content")
        }
        #expect(try !report(.text, pages).contains("systematic"))
    }
}
