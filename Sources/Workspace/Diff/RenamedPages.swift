import Checklists
import Code
import Hashing
import JSON
import PageDocuments
import Revisions

/// Finds pages that have another name now, by what is on them.
enum RenamedPages {
    /// What tells a page from others.
    private struct Signature: Sendable {
        var pair: Int
        var sha256: String
        /// Hashes of the items' source texts.
        var items: Set<String>
    }

    /// Texts that stand on more pages tell nothing of any of them.
    private static let mostPages = 16

    /// Pages that are only in the old revision, each with the page that it is now. Both by their place in `pairs`.
    static func find(in pairs: [DiffPlan.Pair], jobs: Int) async -> [(old: Int, new: Int)] {
        let gone = pairs.indices.filter { pairs[$0].new == nil }
        let come = pairs.indices.filter { pairs[$0].old == nil }
        guard !gone.isEmpty, !come.isEmpty else { return [] }
        let olds = await signatures(gone, pairs, jobs) { $0.old }
        let news = await signatures(come, pairs, jobs) { $0.new }

        var places: [String: [Int]] = [:]
        for (index, signature) in news.enumerated() {
            places[signature.sha256, default: []].append(index)
            for item in signature.items { places[item, default: []].append(index) }
        }
        var candidates: [(score: Double, old: Int, new: Int)] = []
        for (index, signature) in olds.enumerated() {
            var shared: [Int: Int] = [:]
            for item in signature.items {
                guard let pages = places[item], pages.count <= mostPages else { continue }
                for page in pages { shared[page, default: 0] += 1 }
            }
            for (page, count) in shared {
                let score = 2 * Double(count) / Double(signature.items.count + news[page].items.count)
                if score >= 0.5 { candidates.append((score, index, page)) }
            }
            for page in (places[signature.sha256] ?? []).prefix(mostPages) { candidates.append((2, index, page)) }
        }
        candidates.sort { $0.score != $1.score ? $0.score > $1.score : ($0.old, $0.new) < ($1.old, $1.new) }
        var (takenOlds, takenNews): (Set<Int>, Set<Int>) = ([], [])
        return candidates.compactMap { candidate in
            guard !takenOlds.contains(candidate.old), !takenNews.contains(candidate.new) else { return nil }
            takenOlds.insert(candidate.old)
            takenNews.insert(candidate.new)
            return (olds[candidate.old].pair, news[candidate.new].pair)
        }
    }

    private static func signatures(
        _ indices: [Int], _ pairs: [DiffPlan.Pair], _ jobs: Int,
        of version: @escaping @Sendable (DiffPlan.Pair) -> PageVersion?
    ) async -> [Signature] {
        var signatures: [Signature] = []
        await OrderedRun.run(indices, jobs: jobs) { index -> Signature? in
            // What cannot be read is said when it is compared.
            guard let version = version(pairs[index]), let bytes = try? version.read(),
                let revision = try? version.revision(of: bytes)
            else {
                return nil
            }
            return Signature(pair: index, sha256: revision.page.sha256, items: revision.itemTexts)
        } deliver: { signature in
            if let signature { signatures.append(signature) }
        }
        return signatures
    }
}

extension PageRevision {
    /// The source texts of all items.
    fileprivate var itemTexts: Set<String> {
        var texts: Set<String> = []
        func add(_ items: [Item]) {
            for item in items {
                if let text = item.text.source, !text.isEmpty { texts.insert(text) }
                add(item.items)
            }
        }
        for checklist in checklists { add(checklist.items) }
        return texts
    }
}
