import Foundation
import Testing

@testable import Procedures

/// Lists of real pages that were read and labelled one at a time; `Labels/` holds their places and kinds, no text.
///
/// The first hundred were labelled before the classifier was written, the second when it had been; what the second showed
/// went into the classifier too, and so did what the third and the fourth (93 when it was new) showed. The fifth is of
/// pages that no earlier label and no tuning had touched, half of them of another locale: 96 at first try. What it showed
/// went in, and the sixth, one list of each of a hundred other pages, measured 97.
@Suite(.enabled(if: SharedPages.areHere, "../shared is not here")) struct KindLabelTests {
    private struct Label: Decodable {
        var page: String
        var line: Int
        var kind: String
        /// Another kind that is right as well.
        var also: String?
    }

    @Test(arguments: [("first", 2), ("second", 1), ("third", 2), ("fourth", 1), ("fifth", 1), ("sixth", 1)])
    func noMoreAreWrongThanWhenTheyWereMeasured(set: String, mostWrong: Int) throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "Labels/\(set).jsonl")
        let labels = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
            try JSONDecoder().decode(Label.self, from: Data(line.utf8))
        }
        #expect(labels.count == 100)
        var wrong: [String] = []
        for (locale, labels) in Dictionary(grouping: labels, by: { String($0.page.prefix { $0 != "/" }) }) {
            try SharedPages.withCorpus(locale) { folder in
                for label in labels {
                    let name = String(label.page.dropFirst(locale.count + 1))
                    let bytes = try SharedPages.bytes(folder.appendingPathComponent(name))
                    let checklists = try PageDocument(bytes, path: name).checklists
                    // A list that goes on where another was interrupted is part of that one.
                    let found = checklists.first { checklist in checklist.items.contains { $0.line == label.line } }
                    let kind = found?.kind.rawValue ?? "none"
                    if kind != label.kind, kind != label.also {
                        wrong.append("\(label.page):\(label.line) is \(label.kind), read as \(kind)")
                    }
                }
            }
        }
        #expect(wrong.count <= mostWrong, "\(wrong.joined(separator: "\n"))")
    }
}
