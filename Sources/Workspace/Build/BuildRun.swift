import Bitext
import Checklists
import Checks
import Code
import PageDocuments
import ParsedBitext
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

    /// Counts a failure and reports it.
    mutating func fail(_ error: FileError, _ report: (Build.Event) -> Void) {
        result.failures += 1
        report(.failure(error))
    }

    /// - Parameter isListed: whether all folders could be listed; otherwise a page that is missing need not be gone.
    mutating func run(isListed: Bool, _ report: (Build.Event) -> Void) async throws -> Build.Result {
        var items = plan.items
        refuseDoubles(&items, report)
        // Most of what is to be written is known already; publishing looks again.
        try requireRoom(
            for: items.map(\.page.output.string) + [
                ChecklistIndex.fileName, Manifest.findingsName, Manifest.fileName,
            ])
        var pages = PagesBuild(
            items: items, plan: plan, jobs: options.jobs, output: output, previous: previous,
            builder: PageBuilder(output: output, plan: plan, baseline: baseline, linkBase: linkBase))
        let looks = await pages.look()
        let isGone = goneRecords(items, isListed: isListed)
        let isStale = looks.contains(where: \.isStale) || isGone.contains(true)
        // A box that was ticked in one language is to be ticked in the other, but it makes nothing stale.
        let isSettled = options.isCheck || previous.isSettled
        if !isStale, isSettled, options.state == nil, let manifest = previous.manifest,
            manifest.pages.count == items.count
        {
            return unchanged(manifest)
        }
        if isStale { report(.begins(pages: looks.count(where: \.isStale))) }
        try output.beginStaging()
        let origins = await PageOrigins(
            items, looks, gone: zip(previous.manifest?.pages ?? [], isGone).filter(\.1).map(\.0), previous: previous,
            output: output, jobs: options.jobs)
        pages.origins = origins
        let outcomes = await pages.build(looks, compares: isStale, report)
        var built = collect(outcomes, items, report)
        if !isListed { built = keepUnlisted(built, items, isGone: isGone) }
        return try publish(built, origins, report)
    }

    /// Pages that could not be looked at keep what they had, each after the page that it came after.
    private func keepUnlisted(
        _ built: [PageBuilder.Built], _ items: [CheckPlan.Item], isGone: [Bool]
    ) -> [PageBuilder.Built] {
        let documents = PreviousDocuments(previous, output)
        let present = Set(items.map(\.page.name.string))
        var kept: [String: [PageBuilder.Built]] = [:]
        var last = ""
        for (page, isGone) in zip(previous.manifest?.pages ?? [], isGone) {
            if present.contains(page.path) {
                last = page.path
            } else if !isGone, let page = documents.built(page.path) {
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
    /// manifest. A page whose document would be written where a document of all pages is, or where a folder is needed, keeps
    /// its whole name: `index.md` becomes `index.md.json`. Where even that is a folder, or the folder of a page has the name
    /// of a document of all pages, the page is not built.
    private mutating func refuseDoubles(_ items: inout [CheckPlan.Item], _ report: (Build.Event) -> Void) {
        var taken: Set<FilePath> = []
        var distinct: [CheckPlan.Item] = []
        let documents = Set([ChecklistIndex.fileName, Manifest.fileName, Manifest.findingsName].map { FilePath($0) })
        let folders = Set(items.flatMap { FileSystem.folders(of: $0.page.output) })
        for item in items {
            var item = item
            guard String(validating: item.page.name) != nil else {
                fail(
                    FileError(path: item.page.path.string, reason: "not built: its name is not UTF-8; rename it"),
                    report)
                continue
            }
            if documents.contains(item.page.output) || folders.contains(item.page.output) {
                item = item.withOutput(FilePath(item.page.name.string + ".json"))
            }
            if folders.contains(item.page.output)
                || FileSystem.folders(of: item.page.output).contains(where: documents.contains)
            {
                fail(
                    FileError(
                        path: item.page.path.string,
                        reason: "not built: \(item.page.output.string) would be a file and a folder of the output; "
                            + "rename the page or its folder"),
                    report)
                continue
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

    /// Which pages of the manifest are no longer there.
    private mutating func goneRecords(_ items: [CheckPlan.Item], isListed: Bool) -> [Bool] {
        let present = Set(items.map(\.page.name.string))
        let gone = (previous.manifest?.pages ?? []).map { isListed && !present.contains($0.path) }
        result.removed = gone.count { $0 }
        return gone
    }

    /// What is in the documents of all pages: of pages that did not change, and of those that cannot be read now, what
    /// the last build made of them.
    private mutating func collect(
        _ outcomes: [PagesBuild.Outcome], _ items: [CheckPlan.Item], _ report: (Build.Event) -> Void
    ) -> [PageBuilder.Built] {
        var built: [PageBuilder.Built] = []
        built.reserveCapacity(items.count)
        let documents =
            outcomes.contains { if case .built = $0 { false } else { true } }
            ? PreviousDocuments(previous, output) : nil
        for (item, outcome) in zip(items, outcomes) {
            switch outcome {
            case .built(let page):
                built.append(page)
                result.built += 1
                result.builtPages.append(page.record.path)
                if !page.faults.isEmpty { result.faults[page.record.path] = page.faults }
                continue
            case .unchanged: result.unchanged += 1
            case .failed(let error): fail(error, report)
            }
            if let page = documents?.built(item.page.name.string) { built.append(page) }
        }
        return built
    }

    // MARK: Publishing

    private mutating func publish(
        _ built: [PageBuilder.Built], _ origins: PageOrigins, _ report: (Build.Event) -> Void
    ) throws -> Build.Result {
        result.pages = built.count
        count(built.map(\.record))
        let before = try startingState()
        let keepsState = options.keepsState || options.state != nil
        let state = try updated(before, built, origins, keepsState: keepsState, report)
        var documents = Documents(output: output, previous: previous)
        try documents.addIndex(built)
        try documents.addFindings(built, result)
        try documents.addTasks(
            built,
            .init(
                state: state, keepsState: keepsState, comparesState: options.state != nil, linkBase: linkBase,
                maxBytes: options.maxTaskFileBytes))

        var staged = built.flatMap(\.staged) + documents.staged
        let pages = built.map(\.record)
        let manifest = Manifest(
            version: Generator.diptych.version, configuration: configuration, pages: pages, documents: documents.files)
        let new = Set(pages.flatMap(\.files).map(\.path) + documents.files.map(\.path) + [Manifest.fileName])
        if let file = new.sorted().first(where: {
            FileSystem.folders(of: FilePath($0)).contains { new.contains($0.string) }
        }) {
            throw FileError(
                path: output.path.pushing(FilePath(file)).string,
                reason: "one of its folders would be a file of the output, too; rename that folder. Nothing was written"
            )
        }
        let removed = removable(previous.files.subtracting(new).sorted(), report)
        if !keepsState { try checkTicks(in: removed) }
        if manifest != previous.manifest || output.contents(Manifest.fileName) == nil {
            let json = manifest.json()
            let file = Manifest.File(path: Manifest.fileName, sha256: "", bytes: json.count)
            // Published last: it says that all others are there.
            staged.append(try output.stage(json, file, as: "manifest"))
        }
        try requireRoom(for: staged.map(\.file.path))
        if options.isCheck {
            result.stale = Set(staged.map(\.file.path) + removed).sorted()
            return result
        }
        try output.publish(staged, removing: removed)
        result.noteOnLocale = noteOnLocale(built, documents)
        if let path = options.state, case let json = state.json(),
            json != before.json() || FileSystem.kind(of: path) == nil
        {
            try FileSystem.write(json, to: path)
        }
        return result
    }

    /// Says what the `und` in the name of a list of tasks is, where such a list was written.
    private func noteOnLocale(_ built: [PageBuilder.Built], _ documents: Documents) -> String? {
        let pages = built.filter { $0.record.locale == TaskList.unknownLocale && !$0.sections.isEmpty }
        let main = TaskFileName(locale: TaskList.unknownLocale, side: .source).text
        guard let first = pages.first?.record.path, documents.staged.contains(where: { $0.file.path == main }) else {
            return nil
        }
        let more = pages.count > 1 ? " and \(pages.count - 1) more" : ""
        return "\(main) is the list of pages of which nothing names the locale (“\(TaskList.unknownLocale)” is "
            + "undetermined): \(first)\(more)"
    }

    /// The path from the output folder to the pages.
    private var linkBase: [String] { PageLinks.base(from: options.output, to: options.input) }

    /// How many files or boxes are named.
    private static let maxNamed = 10

    /// Stops the build before it writes anything, if it would overwrite a file that diptych did not write.
    private func requireRoom(for places: [String]) throws(FileError) {
        // After a merge of branches, a manifest may not name all files that builds wrote.
        let obstacles = output.obstacles(to: places, own: previous.files, adopts: previous.manifest != nil)
        guard !obstacles.isEmpty else { return }
        let more = obstacles.count - Self.maxNamed
        let names = obstacles.prefix(Self.maxNamed).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
        let (are, them) = obstacles.count == 1 ? ("is", "it") : ("are", "them")
        throw FileError(
            path: output.path.string,
            reason:
                "\(names) \(are) in the way: \(Manifest.fileName) does not name \(them), so no build wrote \(them). "
                + "Move \(them) away, or build into another folder. Nothing was written")
    }

    // MARK: Ticks

    /// What is ticked before this build.
    private func startingState() throws(FileError) -> TaskState {
        guard let path = options.state else { return previous.state }
        // A new file begins with what is ticked in the lists, so that a wrong name loses nothing.
        guard FileSystem.kind(of: path) != nil else { return previous.state }
        return try TaskState(json: FileSystem.read(path), path: path.string).counted(after: previous.state)
    }

    /// What is ticked after this build: ticks follow renamed pages, and items that changed lose theirs.
    ///
    /// - Throws: ``FileError`` if boxes would be unticked without `--keep-state`.
    private mutating func updated(
        _ state: TaskState, _ built: [PageBuilder.Built], _ origins: PageOrigins, keepsState: Bool,
        _ report: (Build.Event) -> Void
    ) throws(FileError) -> TaskState {
        var state = state
        state.move(with: origins)
        for page in built {
            let path = page.record.path
            guard let changed = page.changedItems, !state[path].isEmpty else { continue }
            let before = state[path]
            state.update(path, items: page.index.flatMap(\.itemIds), changed: changed)
            result.unticked += before.count { $0.value.kind == .done && state[path][$0.key]?.kind == .changed }
        }
        guard options.state == nil, !options.isCheck else { return state }
        if !keepsState, result.unticked > 0 {
            throw Documents.wouldLose(result.unticked, in: output.path.string)
        }
        for conflict in previous.conflicts.prefix(Self.maxNamed) { report(.note(conflict)) }
        if case let more = previous.conflicts.count - Self.maxNamed, more > 0 {
            report(.note("\(more) more boxes are ticked in one file, but unticked in another"))
        }
        if keepsState {
            reportLost(state, built, origins, report)
            reportStray(report)
        }
        return state
    }

    /// Says which ticked boxes were not read, because the comment with the id of their task is gone.
    private func reportStray(_ report: (Build.Event) -> Void) {
        guard let first = previous.strayTicks.first else { return }
        let count = previous.strayTicks.count
        let more = count > 1 ? " and \(count - 1) more" : ""
        report(
            .note(
                "\(output.path.string)/\(first)\(more): a ticked box without the comment <!-- id --> at the end of its line "
                    + "is not read; tick the box of the new file again"))
    }

    /// Says which ticks are gone with their items.
    private func reportLost(
        _ state: TaskState, _ built: [PageBuilder.Built], _ origins: PageOrigins, _ report: (Build.Event) -> Void
    ) {
        let listed = Dictionary(built.map { ($0.record.path, $0.listedItems) }, uniquingKeysWith: { first, _ in first })
        var places = Dictionary(origins.replaced.map { ($0, "") }, uniquingKeysWith: { first, _ in first })
        for (old, new) in origins.renamed { places[old] = new }
        for (page, marks) in previous.state.marks.sorted(by: { $0.key < $1.key }) {
            let place = places[page] ?? page
            let lost = marks.count { id, mark in
                guard mark.kind == .done else { return false }
                return state[place][id] == nil || listed[place]?.contains(id) != true
            }
            if lost > 0 { report(.note("\(page) had \(TaskState.boxes(lost)) whose tasks are gone")) }
        }
    }

    /// The files that may be removed: those that are as a build wrote them.
    private func removable(_ names: [String], _ report: (Build.Event) -> Void) -> [String] {
        guard !names.isEmpty else { return [] }
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

    /// Stops the build before it removes a file of tasks that has ticked boxes.
    private func checkTicks(in removed: [String]) throws(FileError) {
        guard !options.isCheck else { return }
        for name in removed where previous.ticks(in: name) > 0 {
            throw FileError(
                path: output.path.pushing(FilePath(name)).string,
                reason: "has \(TaskState.boxes(previous.ticks(in: name))), and its tasks are gone: build with "
                    + "--keep-state to carry over those of other files, or untick them. "
                    + "Nothing was written")
        }
    }

    private mutating func count(_ pages: [Manifest.Page]) {
        var counts: [String: Build.FindingCount] = [:]
        for page in pages {
            result.segments += page.segments
            if page.segments == 0 { result.pagesWithoutSegments += 1 }
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
        var page = page
        page.output = output
        return CheckPlan.Item(page: page, checker: checker, locale: locale, memory: memory)
    }
}
