import Checks
import ParsedBitext
import TranslationModel
import Bitext
import Checklists
import Code
import Hashing
import JSON
import PageDocuments
import Revisions
import SystemPackage

/// One run of a build, from the pages to the output folder.
struct BuildRun {
    let options: Build.Options
    let plan: CheckPlan
    let output: OutputFolder
    let previous: PreviousBuild
    let configuration: String
    private let baseline: Baseline?
    private var result = Build.Result()

    init(
        options: Build.Options, plan: CheckPlan, output: OutputFolder, previous: PreviousBuild, configuration: String
    ) throws(FileError) {
        if let path = plan.baseline { baseline = try Baseline(reading: path.string) } else { baseline = nil }
        self.options = options
        self.plan = plan
        self.output = output
        self.previous = previous
        self.configuration = configuration
    }

    /// Counts and tells what could not be done.
    mutating func fail(_ error: FileError, _ report: (Build.Event) -> Void) {
        result.failures += 1
        report(.failure(error))
    }

    /// - Parameter isListed: whether all folders could be listed; otherwise a page that is missing need not be gone.
    mutating func run(isListed: Bool, _ report: (Build.Event) -> Void) async throws -> Build.Result {
        var items = plan.items
        refuseDoubles(&items, report)
        let digests = await inputs(items)
        var isStale = items.indices.map { needsBuilding(items[$0], digests[$0]) }
        let isGone = goneRecords(items, isListed: isListed)
        let (consistency, keys) = await compare(items, isNeeded: isStale.contains(true) || isGone.contains(true))
        if let consistency {
            for index in items.indices where !isStale[index] && plan.checkers[items[index].checker].comparesPages {
                let digest = Manifest.hex(consistency.digest(of: keys[index]))
                isStale[index] = previous.page(items[index].page.name.string)?.consistency != digest
            }
            if consistency.isFull {
                report(.note("the pages have more segments than are compared with one another; some went without"))
            }
        }

        if !isStale.contains(true), !isGone.contains(true), options.state == nil, let manifest = previous.manifest,
            manifest.pages.count == items.count
        {
            return unchanged(manifest)
        }
        report(.begins(pages: isStale.count { $0 }))
        try output.beginStaging()
        var built = await build(items, isStale: isStale, consistency, keys, report)
        if !isListed { built = keepUnlisted(built, items, isGone: isGone) }
        return try publish(built, report)
    }

    /// Pages that could not be looked at keep what they had, each behind the page that it stood behind.
    private func keepUnlisted(
        _ built: [PageBuilder.Built], _ items: [CheckPlan.Item], isGone: [Bool]
    ) -> [PageBuilder.Built] {
        let present = Set(items.map(\.page.name.string))
        var kept: [String: [PageBuilder.Built]] = [:]
        var last = ""
        for (page, isGone) in zip(previous.manifest?.pages ?? [], isGone) {
            if present.contains(page.path) {
                last = page.path
            } else if !isGone, let page = previous.built(page.path) {
                kept[last, default: []].append(page)
            }
        }
        return kept["", default: []] + built.flatMap { [$0] + kept[$0.record.path, default: []] }
    }

    /// Nothing changed: the documents of all pages were compared with the manifest already.
    private mutating func unchanged(_ manifest: Manifest) -> Build.Result {
        result.pages = manifest.pages.count
        result.unchanged = manifest.pages.count
        count(manifest.pages)
        return result
    }

    // MARK: What is to be done

    /// Two pages that would be written to one file: the first has it. A page whose name is no text cannot be named by a
    /// manifest. A page whose document would stand where a document of
    /// all pages does keeps its whole name: `index.md` becomes `index.md.json`.
    private mutating func refuseDoubles(_ items: inout [CheckPlan.Item], _ report: (Build.Event) -> Void) {
        var taken: Set<FilePath> = []
        var distinct: [CheckPlan.Item] = []
        for item in items {
            var item = item
            guard String(validating: item.page.name) != nil else {
                fail(
                    FileError(path: item.page.path.string, reason: "not built: its name is not UTF-8; rename it"),
                    report)
                continue
            }
            if [ChecklistIndex.fileName, Manifest.fileName, Manifest.findingsName].contains(item.page.output.string) {
                item = item.withOutput(FilePath(item.page.name.string + ".json"))
            }
            if taken.insert(item.page.output).inserted {
                distinct.append(item)
            } else {
                fail(
                    FileError(
                        path: item.page.path.string,
                        reason: "not built: another page has the output name \(item.page.output.string); rename one"),
                    report)
            }
        }
        items = distinct
    }

    /// The pages' SHA-256, or nil where a page cannot be read.
    private func inputs(_ items: [CheckPlan.Item]) async -> [String?] {
        var digests: [String?] = []
        digests.reserveCapacity(items.count)
        await OrderedRun.run(items, jobs: options.jobs) { item in
            (try? item.page.read()).map { SHA256Digest(of: $0).hex }
        } deliver: {
            digests.append($0)
        }
        return digests
    }

    private func needsBuilding(_ item: CheckPlan.Item, _ digest: String?) -> Bool {
        guard previous.isTrusted, let digest, let page = previous.page(item.page.name.string), page.sha256 == digest,
            page.files.first?.path == item.page.output.string
        else { return true }
        return !page.files.allSatisfy { output.has($0, since: previous.since) }
    }

    /// Which pages of the manifest are no longer there.
    private mutating func goneRecords(_ items: [CheckPlan.Item], isListed: Bool) -> [Bool] {
        let present = Set(items.map(\.page.name.string))
        let gone = (previous.manifest?.pages ?? []).map { isListed && !present.contains($0.path) }
        result.removed = gone.count { $0 }
        return gone
    }

    /// Reads the pages once for how they translate what they have in common.
    private func compare(
        _ items: [CheckPlan.Item], isNeeded: Bool
    ) async -> (consistency: Consistency?, keys: [[Consistency.Entries.Key]]) {
        guard isNeeded, items.count > 1, plan.checkers.contains(where: \.comparesPages) else { return (nil, []) }
        var consistency = Consistency()
        var keys: [[Consistency.Entries.Key]] = []
        await OrderedRun.run(items, jobs: options.jobs) { [plan] item -> Consistency.Entries? in
            guard plan.checkers[item.checker].comparesPages, let page = try? item.page.readBitext() else {
                return nil
            }
            return Consistency.Entries(page, path: item.page.path.string, locale: item.locale)
        } deliver: { page in
            keys.append(page?.keys ?? [])
            if let page { consistency.add(page) }
        }
        return (consistency, keys)
    }

    // MARK: Building

    /// What became of a page that was made anew.
    private struct Outcome: Sendable {
        let index: Int
        let page: Swift.Result<PageBuilder.Built, FileError>
    }

    private mutating func build(
        _ items: [CheckPlan.Item], isStale: [Bool], _ consistency: Consistency?, _ keys: [[Consistency.Entries.Key]],
        _ report: (Build.Event) -> Void
    ) async -> [PageBuilder.Built] {
        let builder = PageBuilder(output: output, plan: plan, consistency: consistency, baseline: baseline)
        let previous = previous
        let stale = items.indices.filter { isStale[$0] }
        var built: [PageBuilder.Built] = []
        built.reserveCapacity(items.count)
        var next = 0
        /// The pages in front of one that was made anew, which stayed as they were.
        func takeUnchanged(upTo end: Int) {
            for index in next..<end {
                if let page = previous.built(items[index].page.name.string) { built.append(page) }
                result.unchanged += 1
            }
            next = end + 1
        }
        var failures: [FileError] = []
        await OrderedRun.run(stale, jobs: options.jobs) { [items, keys] index -> Outcome in
            do throws(FileError) {
                let page = try builder.build(
                    items[index], number: index, previous: previous.page(items[index].page.name.string),
                    keys: keys.isEmpty ? nil : keys[index])
                return Outcome(index: index, page: .success(page))
            } catch {
                return Outcome(index: index, page: .failure(error))
            }
        } deliver: { outcome in
            takeUnchanged(upTo: outcome.index)
            switch outcome.page {
            case .success(let page):
                built.append(page)
                result.built += 1
                result.builtPages.append(page.record.path)
            case .failure(let error):
                failures.append(error)
                // What was made of the page when it could be read stays.
                if let page = previous.built(items[outcome.index].page.name.string) { built.append(page) }
            }
            report(.pageDone)
        }
        takeUnchanged(upTo: items.count)
        for failure in failures { fail(failure, report) }
        return built
    }

    // MARK: Publishing

    private mutating func publish(_ built: [PageBuilder.Built], _ report: (Build.Event) -> Void) throws -> Build.Result
    {
        result.pages = built.count
        count(built.map(\.record))
        var state = try startingState(built)
        let before = state
        var documents = Documents(output: output, previous: previous)
        try documents.addIndex(built)
        try documents.addFindings(built, result)
        try documents.addTasks(built, &state, keepsState: options.keepsState || options.state != nil)
        result.unticked = documents.unticked

        var staged = built.flatMap(\.staged) + documents.staged
        var pages = built.map(\.record)
        let old = Set(
            (previous.manifest?.pages.flatMap(\.files) ?? []).map(\.path)
                + (previous.manifest?.documents ?? []).map(\.path))
        let foreign = staged.map(\.file.path).filter { !old.contains($0) && !output.isFree($0) }
        for path in foreign {
            fail(
                FileError(
                    path: output.path.pushing(FilePath(path)).string,
                    reason: "exists, and diptych did not write it; move it away, or build into another folder"),
                report)
        }
        if !foreign.isEmpty {
            let foreign = Set(foreign)
            staged.removeAll { foreign.contains($0.file.path) }
            pages = pages.map { $0.without(foreign) }
            documents.files.removeAll { foreign.contains($0.path) }
        }

        let manifest = Manifest(
            version: Generator.diptych.version, configuration: configuration, pages: pages, documents: documents.files)
        let new = Set(pages.flatMap(\.files).map(\.path) + documents.files.map(\.path))
        let removed = removable(old.subtracting(new).sorted(), report)
        if manifest != previous.manifest || output.contents(Manifest.fileName) == nil {
            let json = manifest.json()
            let file = Manifest.File(path: Manifest.fileName, sha256: "", bytes: json.count)
            if previous.manifest == nil, !output.isFree(Manifest.fileName) {
                throw FileError(
                    path: output.path.appending(Manifest.fileName).string,
                    reason: "exists, and diptych did not write it; build into another folder")
            }
            // Last: it vouches for all others.
            staged.append(try output.stage(json, file, as: "manifest"))
        }
        if options.isCheck {
            result.stale = Set(staged.map(\.file.path) + removed).sorted()
            return result
        }
        try output.publish(staged, removing: removed)
        if let path = options.state, state != before { try FileSystem.write(state.merged().json(), to: path) }
        return result
    }

    /// What is ticked before this build.
    private func startingState(_ built: [PageBuilder.Built]) throws(FileError) -> TaskState {
        guard let path = options.state else { return previous.state }
        guard FileSystem.kind(of: path) != nil else { return TaskState() }
        return try TaskState(json: FileSystem.read(path), path: path.string).spread(over: built.map(\.record))
    }

    /// The files that may be removed: those that are as a build wrote them.
    private func removable(_ names: [String], _ report: (Build.Event) -> Void) -> [String] {
        let files = Dictionary(
            (previous.manifest?.pages.flatMap(\.files) ?? []).map { ($0.path, $0) },
            uniquingKeysWith: { first, _ in first })
        return names.filter { name in
            guard let file = files[name], output.contents(name) != nil, !output.has(file, since: nil) else {
                return true
            }
            report(.note("\(output.path.pushing(FilePath(name)).string) was changed by hand, so it is not removed"))
            return false
        }
    }

    private mutating func count(_ pages: [Manifest.Page]) {
        var counts: [String: Build.FindingCount] = [:]
        for page in pages {
            result.segments += page.segments
            if !page.findings.isEmpty { result.pagesWithFindings += 1 }
            for count in page.findings {
                guard let severity = Finding.Severity(rawValue: count.severity) else { continue }
                let key = "\(count.rule) \(count.severity)"
                counts[key, default: .init(rule: count.rule, severity: severity, count: 0, pages: 0)].count +=
                    count.count
                counts[key]?.pages += 1
            }
        }
        result.findings = counts.sorted { $0.key < $1.key }.map(\.value)
    }
}

extension CheckPlan.Item {
    /// The same page with another place for its document.
    fileprivate func withOutput(_ output: FilePath) -> CheckPlan.Item {
        CheckPlan.Item(
            page: PageFinder.Found(path: page.path, name: page.name, output: output), checker: checker, locale: locale)
    }
}

extension Manifest.Page {
    /// The page without files that could not be written.
    fileprivate func without(_ paths: Set<String>) -> Manifest.Page {
        guard files.contains(where: { paths.contains($0.path) }) else { return self }
        return Manifest.Page(
            path: self.path, sha256: sha256, segments: segments, checklists: checklists, tasks: tasks, locale: locale,
            consistency: consistency, retired: retired, findings: findings,
            files: files.filter { !paths.contains($0.path) })
    }
}
