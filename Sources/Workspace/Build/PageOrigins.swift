import Revisions

/// Which page of the last build each page is now: a page may have another name, and two pages may exchange their names.
///
/// What a page says counts, and its name only if that does not decide. The origin of a page has the same bytes, or most items
/// in common with it and at least half of them.
struct PageOrigins: Sendable {
    /// For the paths of pages that have not the origin of the same path: that origin, or nil if a page is new.
    private var others: [String: Manifest.Page?] = [:]
    private let previous: PreviousBuild

    /// A page that may have another origin.
    private struct Candidate: Sendable {
        let item: CheckPlan.Item
        /// Of its bytes, see ``PageOrigins/digest(_:)``.
        let digest: String
        /// The page of the same path.
        let namesake: Manifest.Page?
    }

    /// Of more edited pages than this, only those are compared with pages of other names that have the bytes of one. The
    /// items of the others need not be read then.
    private static let maxEdited = 256

    /// - Parameter gone: the pages of the last build that are not there anymore.
    init(
        _ items: [CheckPlan.Item], _ looks: [PagesBuild.Look], gone: [Manifest.Page], previous: PreviousBuild,
        output: OutputFolder, jobs: Int
    ) async {
        self.previous = previous
        guard previous.manifest != nil else { return }
        var new = await Self.changed(items, looks, previous, jobs: jobs)
        var old = gone
        assignEqual(&new, &old)
        if new.count(where: { $0.namesake != nil }) > Self.maxEdited {
            let digests = Set((previous.manifest?.pages ?? []).map(Self.digest))
            new.removeAll { $0.namesake != nil && !digests.contains($0.digest) }
        }
        old += new.compactMap(\.namesake)
        // The only page that was edited is itself.
        guard !new.isEmpty, !old.isEmpty, old != new.map(\.namesake) || new.count > 1 else { return }
        let ids = await Self.itemIds(of: new, jobs: jobs)
        assignSimilar(new, ids, old, PreviousDocuments(previous, output))
    }

    /// What the manifest says of the page that a page was.
    func origin(of path: String) -> Manifest.Page? {
        if let other = others[path] { return other }
        return previous.page(path)
    }

    /// The old and the new paths of the pages that have other names.
    var renamed: [(old: String, new: String)] { others.compactMap { new, old in old.map { ($0.path, new) } } }

    /// The pages of which only the name is the same.
    var replaced: [String] { others.keys.filter { previous.page($0) != nil } }

    // MARK: Assignment

    /// The SHA-256 of a page, and of a page pair also that of its source.
    private static func digest(_ page: Manifest.Page) -> String { page.sha256 + (page.source?.sha256 ?? "") }

    /// The pages that are new or have other bytes than before.
    private static func changed(
        _ items: [CheckPlan.Item], _ looks: [PagesBuild.Look], _ previous: PreviousBuild, jobs: Int
    ) async -> [Candidate] {
        var candidates: [Candidate] = []
        await OrderedRun.run(Array(items.indices), jobs: jobs) { index -> Candidate? in
            guard case .stale(let files) = looks[index] else { return nil }
            let item = items[index]
            // What cannot be read is said when the page is analyzed.
            guard let files = files ?? (try? item.page.readFiles()) else { return nil }
            let (namesake, digest) = (
                previous.page(item.page.name.string), files.sha256 + (files.sourceRecord?.sha256 ?? "")
            )
            guard namesake.map(Self.digest) != digest else { return nil }
            return Candidate(item: item, digest: digest, namesake: namesake)
        } deliver: { candidate in
            if let candidate { candidates.append(candidate) }
        }
        return candidates
    }

    /// New pages of the same bytes as one that is gone: first all that also have the same name in another folder, so that no
    /// other page of the same bytes takes their place.
    private mutating func assignEqual(_ new: inout [Candidate], _ old: inout [Manifest.Page]) {
        for isNamed in [true, false] {
            func key(_ digest: String, _ path: String) -> String {
                isNamed ? digest + "/" + (path.split(separator: "/").last ?? "") : digest
            }
            var places: [String: [Int]] = [:]
            for (index, page) in old.enumerated().reversed() {
                places[key(Self.digest(page), page.path), default: []].append(index)
            }
            var taken: Set<Int> = []
            new.removeAll { page in
                guard page.namesake == nil else { return false }
                let path = page.item.page.name.string
                guard let index = places[key(page.digest, path)]?.popLast() else { return false }
                taken.insert(index)
                others[path] = old[index]
                return true
            }
            old = old.indices.filter { !taken.contains($0) }.map { old[$0] }
        }
    }

    /// Pages of which one has at least half of the items of the other: those with most in common first.
    private mutating func assignSimilar(
        _ new: [Candidate], _ ids: [Set<String>], _ old: [Manifest.Page], _ documents: PreviousDocuments
    ) {
        let oldIds = old.map { Set(documents.built($0.path)?.index.flatMap(\.itemIds) ?? []) }
        var pagesOfItem: [String: [Int]] = [:]
        for (index, ids) in ids.enumerated() {
            for id in ids { pagesOfItem[id, default: []].append(index) }
        }
        var candidates: [(score: Double, old: Int, new: Int)] = []
        for (number, oldIds) in oldIds.enumerated() {
            var common: [Int: Int] = [:]
            for id in oldIds {
                let pages = pagesOfItem[id] ?? []
                // An item that very many pages have does not identify a page.
                if pages.count <= Self.maxPages { for page in pages { common[page, default: 0] += 1 } }
            }
            for (page, count) in common {
                let share = Double(count) / Double(max(oldIds.count, ids[page].count))
                let isNamesake = new[page].namesake?.path == old[number].path
                // Of pages that are nearly as similar, it is the one of the same name.
                if share >= 0.5 || isNamesake { candidates.append((share + (isNamesake ? 0.25 : 0), number, page)) }
            }
        }
        candidates.sort { ($1.score, $0.old, $0.new) < ($0.score, $1.old, $1.new) }
        var (takenOld, takenNew): (Set<Int>, Set<Int>) = ([], [])
        for candidate in candidates where !takenOld.contains(candidate.old) && !takenNew.contains(candidate.new) {
            takenOld.insert(candidate.old)
            takenNew.insert(candidate.new)
            let (page, origin) = (new[candidate.new], old[candidate.old])
            if page.namesake != origin { others[page.item.page.name.string] = origin }
        }
        // What is left keeps its name, unless another page is what it was.
        let taken = Set(takenOld.map { old[$0].path })
        for (index, page) in new.enumerated() where !takenNew.contains(index) {
            if let namesake = page.namesake, taken.contains(namesake.path) {
                others[page.item.page.name.string] = .some(nil)
            }
        }
    }

    private static let maxPages = 16

    /// The ids of the items of pages, as a fresh extraction gives them.
    private static func itemIds(of pages: [Candidate], jobs: Int) async -> [Set<String>] {
        var ids: [Set<String>] = []
        await OrderedRun.run(pages, jobs: jobs) { page -> Set<String> in
            guard let document = try? PageAnalysis(page.item).document else { return [] }
            let entries = ChecklistIndex.entries(
                of: PageRevision(document), path: document.page.path, scripts: [:])
            return Set(entries.flatMap(\.itemIds))
        } deliver: {
            ids.append($0)
        }
        return ids
    }
}
