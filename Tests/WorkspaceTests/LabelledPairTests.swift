import Bitext
import Checks
import Foundation
import ParsedBitext
import TestSupport
import Testing
import TranslationModel

@testable import Workspace

/// Pairs that a person read and found right, where `../shared` is there.
@Suite struct LabelledPairTests {
    private struct Label: Decodable {
        let path: String
        let id: String
        let label: String
        let source: String
        let target: String
    }

    private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("shared/labels/pairs.fr-FR.jsonl")

    @Test(.enabled(if: FileManager.default.fileExists(atPath: file.path), "needs ../shared"))
    func whatIsFineHasNotesAtMost() throws {
        let plan = try CheckPlan([.init(path: "fr-FR/page.md", name: "page.md", output: "page.json")])
        let checker = try #require(plan.checkers.first)
        let fine = try String(contentsOf: Self.file, encoding: .utf8).split(separator: "\n")
            .map { try JSONDecoder().decode(Label.self, from: Data($0.utf8)) }.filter { $0.label == "fine" }
        #expect(fine.count >= 30)
        for pair in fine {
            let text =
                "<span data-ttu-id=\"\(pair.id)\">\(pair.target)</span><span class=\"sxs-lookup\">"
                + "<span data-stu-id=\"\(pair.id)\">\(pair.source)</span></span>\n"
            let page = TokenizedBitext(ParsedBitext(try read(text)), path: pair.path, locale: "fr-FR")
            let grave = checker.check(page).filter { $0.severity > .note && $0.segment != nil }
            #expect(grave.isEmpty, "\(pair.path) \(pair.id): \(grave.map(\.message))")
        }
    }
}
