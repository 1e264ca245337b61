import Checklists
import Revisions

/// Finds pages that have another name now, by what is on them.
enum RenamedPages {
    /// Of how many bytes of pages in each revision what was read is kept for who compares them. Others are read again.
    private static let maxBytes = 12 << 20

    /// What a page is recognized by.
    private struct Signature: Sendable {
        var pair: Int
        var sha256: String
        /// The items' source texts.
        var items: Set<String>
    }

    /// Texts that are on more pages than this identify none of them.
    private static let mostPages = 16

    /// Pages that are only in the old revision, each with the page that it is now. Both by their place in `pairs`, whose
    /// versions take what was read of them.
    static func find(in pairs: inout [DiffPlan.Pair], jobs: Int) async -> [(old: Int, new: Int)] {
        let gone = pairs.indices.filter { pairs[$0].new == nil }
        let come = pairs.indices.filter { pairs[$0].old == nil }
        guard !gone.isEmpty, !come.isEmpty else { return [] }
        let olds = await signatures(gone, of: \.old, in: &pairs, jobs)
        let news = await signatures(come, of: \.new, in: &pairs, jobs)

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
        _ indices: [Int], of side: any WritableKeyPath<DiffPlan.Pair, PageVersion?> & Sendable,
        in pairs: inout [DiffPlan.Pair], _ jobs: Int
    ) async -> [Signature] {
        var signatures: [Signature] = []
        var kept = 0
        let versions = indices.map { (pair: $0, version: pairs[$0][keyPath: side]) }
        await OrderedRun.run(versions, jobs: jobs) { pair, version -> (pair: Int, size: Int, revision: PageRevision)? in
            // What cannot be read is said when it is compared.
            guard let version, let files = try? version.read(), let revision = try? version.revision(of: files) else {
                return nil
            }
            return (pair, files.size, revision)
        } deliver: { page in
            guard let (pair, size, revision) = page else { return }
            signatures.append(
                Signature(pair: pair, sha256: revision.page.sha256, items: revision.itemTexts))
            kept += size
            if kept <= maxBytes { pairs[pair][keyPath: side]?.known = revision }
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
