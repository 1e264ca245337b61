import Hashing
import Revisions
import SystemPackage

/// Ticks of renamed pages: finds the new names of the pages, and the items there.
///
/// A page that is gone was renamed if a new page has the same bytes, or at least half of its items.
struct MovedTicks {
    /// The place of a page's items now.
    private struct Move {
        let page: String
        /// For the ids of items on the old page, those on the new one.
        let ids: [String: String]
        /// The ids on the new page of the items that say or do something else.
        let changed: Set<String>
    }

    private var moves: [String: Move] = [:]

    /// - Parameter state: what is ticked. Only pages with ticks are looked for.
    init(_ built: [PageBuilder.Built], _ previous: PreviousBuild, _ output: OutputFolder, _ state: TaskState) {
        let present = Set(built.map(\.record.path))
        let gone = (previous.manifest?.pages ?? []).filter { !present.contains($0.path) && !state[$0.path].isEmpty }
        guard !gone.isEmpty else { return }
        var new = built.filter { previous.page($0.record.path) == nil }
        var rest = gone
        // All pages of the same name first: no other page of the same bytes may take their place.
        for isNamed in [true, false] {
            func key(_ page: Manifest.Page) -> String {
                isNamed ? page.sha256 + "/" + (Self.name(page.path) ?? "") : page.sha256
            }
            var places: [String: [Int]] = [:]
            for (index, page) in new.enumerated().reversed() { places[key(page.record), default: []].append(index) }
            var taken: Set<Int> = []
            var missing: [Manifest.Page] = []
            for page in rest {
                if let index = places[key(page)]?.popLast() {
                    taken.insert(index)
                    moves[page.path] = Self.move(page, new[index], output)
                } else {
                    missing.append(page)
                }
            }
            rest = missing
            new = new.indices.filter { !taken.contains($0) }.map { new[$0] }
        }
        guard !rest.isEmpty, !new.isEmpty else { return }
        let documents = PreviousDocuments(previous, output)
        for (old, index) in Self.pairs(rest.map { documents.built($0.path)?.index.flatMap(\.itemIds) ?? [] }, new) {
            moves[rest[old].path] = Self.move(rest[old], new[index], output)
        }
    }

    /// Moves the ticks of renamed pages.
    func move(_ state: inout TaskState) {
        for (old, move) in moves {
            for (id, mark) in state[old] {
                guard let new = move.ids[id] else { continue }
                let isChanged = mark.kind == .done && move.changed.contains(new)
                state.set(isChanged ? TaskState.Mark(.changed, after: mark) : mark, new, of: move.page)
            }
            state.marks[old] = nil
        }
    }

    /// The page and the id of an item now; nil if a renamed page does not have it anymore.
    func place(of id: String, on page: String) -> (page: String, id: String)? {
        guard let move = moves[page] else { return (page, id) }
        return move.ids[id].map { (move.page, $0) }
    }

    // MARK: Pairs

    /// The pages of which one has at least half of the items of the other: those with most in common first.
    private static func pairs(_ old: [[String]], _ new: [PageBuilder.Built]) -> [(old: Int, new: Int)] {
        var pagesOfItem: [String: [Int]] = [:]
        for (index, page) in new.enumerated() {
            for id in Set(page.index.flatMap(\.itemIds)) { pagesOfItem[id, default: []].append(index) }
        }
        var candidates: [(share: Double, old: Int, new: Int)] = []
        for (number, ids) in old.enumerated() {
            var common: [Int: Int] = [:]
            // An item that very many pages have does not identify a page.
            for id in Set(ids) {
                let pages = pagesOfItem[id] ?? []
                if pages.count <= maxPages { for page in pages { common[page, default: 0] += 1 } }
            }
            for (page, count) in common {
                let share = Double(count) / Double(max(ids.count, new[page].index.reduce(0) { $0 + $1.itemIds.count }))
                if share >= 0.5 { candidates.append((share, number, page)) }
            }
        }
        candidates.sort { ($1.share, $0.old, $0.new) < ($0.share, $1.old, $1.new) }
        var (takenOld, takenNew): (Set<Int>, Set<Int>) = ([], [])
        return candidates.compactMap { candidate in
            guard !takenOld.contains(candidate.old), takenNew.insert(candidate.new).inserted else { return nil }
            takenOld.insert(candidate.old)
            return (candidate.old, candidate.new)
        }
    }

    private static let maxPages = 16

    private static func name(_ path: String) -> Substring? { path.split(separator: "/").last }

    /// What became of the items of a page, by the documents of the last build and of this one.
    private static func move(_ old: Manifest.Page, _ new: PageBuilder.Built, _ output: OutputFolder) -> Move? {
        guard let file = old.files.first, let oldJSON = output.contents(file.path),
            let document = new.record.files.first,
            let newJSON = new.staged.first(where: { $0.file == document }).flatMap(output.contents(ofStaged:))
                ?? output.contents(document.path),
            let oldRevision = try? PageRevision(json: oldJSON), let newRevision = try? PageRevision(json: newJSON)
        else { return nil }
        var ids: [String: String] = [:]
        var changed: Set<String> = []
        for entry in PageDiff(oldRevision, newRevision).entries {
            guard let old = entry.old, let new = entry.new else { continue }
            ids[old.id] = new.id
            if entry.changes.changeTask { changed.insert(new.id) }
        }
        return Move(page: new.record.path, ids: ids, changed: changed)
    }
}
