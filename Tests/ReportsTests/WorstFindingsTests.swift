import Checks
import Foundation
import ParsedBitext
import TestSupport
import Testing
import TranslationModel

@testable import Reports

/// `--max-findings` shows the worst, not those of the first pages.
@Suite struct WorstFindingsTests {
    private static func pair(_ target: String, _ source: String) -> String {
        "<span data-ttu-id=\"1-101\">\(target)</span><span class=\"sxs-lookup\"><span data-stu-id=\"1-101\">\(source)</span></span>\n\n"
    }

    @Test(arguments: [
        ("nwe", 1, "e"), ("nwe", 2, "we"), ("nwe", 3, "nwe"), ("nnnn", 2, "nn"), ("wnwee", 3, "wee"),
        ("newnew", 4, "ewew"), ("", 3, ""), ("eee", 2, "ee"), ("nneew", 1, "e"),
    ])
    func theWorstAreChosenAndStayInTheirOrder(all: String, limit: Int, chosen: String) {
        func severity(_ letter: Character) -> Finding.Severity {
            letter == "e" ? .error : letter == "w" ? .warning : .note
        }
        var worst = WorstFindings(limit: limit)
        let candidates = all.filter { worst.add(severity($0)) }
        var choice = worst.choice
        #expect(candidates.filter { choice.takes(severity($0)) } == chosen)
        #expect(worst.total == all.count)
        #expect(worst.left == all.count - chosen.count)
    }

    @Test(arguments: ["json", "sarif", "junit", "text"])
    func anErrorOnTheLastPageIsShown(format: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("a.md", Self.pair("Patientez 7712 secondes.", "Wait 7711 seconds."))
        try folder.write("b.md", Self.pair("Attendez.", "Wait."))
        try folder.write("c.md", Self.pair("", "Stop it."))
        let result = try Tool.run("check", ".", "--max-findings", "1", "--format", format, in: folder.path)
        #expect(result.output.contains("the target is empty"))
        #expect(!result.output.contains("7711"))
        #expect(result.error == "1 more finding is not shown (--max-findings).\n")
        #expect(result.status == 1)
        if format == "json" {
            let document = try json(result.output)
            // All pages are there, in their order, and the totals count all.
            let paths = (document["pages"] as? [[String: Any]])?.compactMap { $0["path"] as? String }
            #expect(paths?.map { ($0 as NSString).lastPathComponent } == ["a.md", "b.md", "c.md"])
            let summary = try #require(document["summary"] as? [String: Int])
            #expect(summary["errors"] == 1 && summary["warnings"] == 1)
        }
    }
}
