import Foundation
import PageDocuments
import TestSupport
import Testing

@testable import Revisions

/// Over neighbouring revisions of real pages: what says the same is the same, extracted independently.
@Suite struct HistoryTests {
    private static let folder = SharedPages.folder.appendingPathComponent("history")

    /// What is wrong with a pair of revisions, in words.
    private func faults(_ old: PageRevision, _ new: PageRevision, _ name: String) -> [String] {
        let (olds, news) = (unique(old), unique(new))
        var faults: [String] = []
        var changes: [String: ItemChange] = [:]
        for entry in PageDiff(old, new).entries {
            for appearance in [entry.old, entry.new].compactMap({ $0 }) {
                guard let text = appearance.text.source, changes[text].map({ $0 < entry.change }) ?? true else {
                    continue
                }
                changes[text] = entry.change
            }
        }
        for (text, id) in olds {
            guard let newID = news[text] else { continue }
            if id != newID { faults.append("\(name): \(text) has two ids") }
            if let change = changes[text], change >= .changed { faults.append("\(name): \(text) is \(change)") }
        }
        return faults
    }

    /// The ids of the texts that stand on a page once.
    private func unique(_ revision: PageRevision) -> [String: String] {
        var ids: [String: [String]] = [:]
        for entry in ItemRow(revision).entries {
            if let text = entry.item.text.source, !text.isEmpty { ids[text, default: []].append(entry.item.id) }
        }
        return ids.compactMapValues { $0.count == 1 ? $0[0] : nil }
    }

    @Test(.enabled(if: SharedPages.areHere, "no pages in ../shared"))
    func whatSaysTheSameIsTheSame() throws {
        var pairs = 0
        for page in try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted() {
            let folder = Self.folder.appendingPathComponent(page)
            let revisions = try SharedPages.pages(below: folder).map { file in
                PageRevision(
                    try PageDocument(try SharedPages.bytes(folder.appendingPathComponent(file)), path: file))
            }
            for (old, new) in zip(revisions, revisions.dropFirst()) {
                #expect(faults(old, new, "\(page)/\(new.page.path)") == [])
                pairs += 1
            }
        }
        #expect(pairs > 200)
    }

    /// The same where the real pages are not: a page that is renumbered, translated anew, reordered and edited.
    @Test func whatSaysTheSameIsTheSameOnAPageOfOurs() throws {
        let old = try document(
            """
            # «T|Install»

            «Faites :|Do the following:»

            1. «a|Open A.»
               - «b|Choose B.»
               - «c|Choose C.»
            2. «d|Restart.»
            3. «e|Restart.»
            4. «f|Wait until D is done.»
            """)
        let new = try document(
            """
            # «T|Install again»

            - «x|Choose *C*.»
            - «x|Wait until E is done.»

            «Puis :|Then:»

            1. «x|Restart.»
            1. «x|Choose B.»
               1. «x|Open **A**.»
            """, prefix: "fffff")
        #expect(faults(PageRevision(old), PageRevision(new), "ours") == [])
    }
}
