import Bitext
import Checklists
import Checks
import Code
import Hashing
import PageDocuments
import ParsedBitext
import Revisions

/// Makes the files of one page, and its part of the documents of all pages.
struct PageBuilder: Sendable {
    let output: OutputFolder
    let plan: CheckPlan
    /// Known findings, which are left out.
    let baseline: Baseline?
    /// The path from the output folder to the pages, see ``PageLinks``.
    let linkBase: [String]
    /// How many errors and warnings of a page are kept.
    private static let maxFaults = 10

    /// The result of one page.
    struct Built: Sendable {
        var record: Manifest.Page
        /// The page's part of `index.json`, and as bytes that of `findings.json`.
        var index: [ChecklistIndex.Entry]
        var findings: [UInt8] = []
        /// The first errors and warnings.
        var faults: [Finding] = []
        /// The page's part of the files of tasks, with all boxes empty.
        var sections: [Side: [UInt8]]
        var staged: [OutputFolder.Staged] = []
        /// The ids of items that say or do something else than in the last build; nil where the page was not rebuilt.
        var changedItems: Set<String>?

        /// The ids of the items that are tasks.
        var listedItems: Set<String> {
            Set(
                index.filter { Checklist.Kind(rawValue: $0.kind).map(TaskList.isListed) == true }.flatMap(\.itemIds))
        }

        /// How many of the page's tasks are done.
        func done(_ marks: [String: TaskState.Mark]) -> Int {
            guard !marks.isEmpty else { return 0 }
            return listedItems.count { marks[$0]?.kind == .done }
        }
    }

    /// A page, to be finished, and what was found on it by itself.
    typealias Unfinished = (built: Built, checked: CheckedPage)

    /// Makes all of a page but its findings, which also depend on other pages: see ``InconsistentTranslation``.
    ///
    /// - Parameters:
    ///   - number: names the staged files; no other page of this build has it.
    ///   - previous: what the manifest says of the page of the same path.
    ///   - origin: what it says of the page whose items these are, see ``PageOrigins``.
    /// - Throws: ``FileError`` where the page's files cannot be written.
    func build(
        _ analysis: PageAnalysis, _ item: CheckPlan.Item, number: Int, previous: Manifest.Page?,
        origin: Manifest.Page?
    ) throws(FileError) -> Unfinished {
        let name = item.page.name.string
        let checked = analysis.check(plan.checkers[item.checker])
        var document = analysis.document
        let kept = keepIdentity(of: origin, in: &document)
        document.alignment = checked.alignment

        var files = Files(output: output, number: number, previous: previous)
        try document.withJSON { json throws(FileError) in try files.add(json, as: item.page.output.string) }
        var scripts: [String: String] = [:]
        for checklist in document.checklists {
            guard let script = ProcedureScript.script(of: checklist, in: document, path: name) else { continue }
            let path = "\(item.page.output.string.dropLast(".json".count)).\(checklist.id).ps1"
            try script.withUnsafeBufferPointer { script throws(FileError) in try files.add(script, as: path) }
            scripts[checklist.id] = path
        }
        let isBilingual = !analysis.bitext.segments.isEmpty
        let locale = TaskList.fileLocale(
            isBilingual
                ? document.page.targetLocale ?? item.locale
                : document.page.sourceLocale ?? item.page.sourceLocale)
        let sections = TaskList.sections(
            of: document, path: name, links: PageLinks(base: linkBase, path: name), locale: locale,
            outdated: kept.outdated, sides: isBilingual ? [.source, .target] : [.source])
        let record = Manifest.Page(
            path: name, sha256: analysis.files.sha256, source: analysis.files.sourceRecord, segments: checked.segments,
            checklists: document.checklists.count,
            tasks: TaskList.count(document),
            locale: locale, consistency: nil, retired: kept.retired.sorted(), outdated: kept.outdated.sorted(),
            findings: [], files: files.files)
        let built = Built(
            record: record, index: ChecklistIndex.entries(of: PageRevision(document), path: name, scripts: scripts),
            sections: sections, staged: files.staged, changedItems: kept.changed)
        return (built, checked)
    }

    /// Adds a page's findings.
    ///
    /// - Parameters:
    ///   - page: the page, as the findings show its texts; may be nil if there are none.
    ///   - consistency: what the findings depend on besides the page, see ``Manifest/Page/consistency``.
    func finish(
        _ built: inout Built, _ item: CheckPlan.Item, findings all: [Finding], in page: Bitext?, consistency: String?
    ) {
        let findings = (baseline?.unexcused(all, of: item.page.path) ?? all).mergingRepeated()
        built.record.consistency = consistency
        built.record.findings = Manifest.counts(findings)
        built.faults = Array(findings.lazy.filter { $0.severity > .note }.prefix(Self.maxFaults))
        built.findings = FindingsDocument.element(
            path: built.record.path, source: built.record.source?.path, segments: built.record.segments,
            findings: findings, textsOf: page)
    }

    /// Gives the page's items the ids that they had in the last build, also where their text was edited.
    ///
    private func keepIdentity(of origin: Manifest.Page?, in document: inout PageDocument) -> PageDocument.KeptItems {
        let retired = Set(origin?.retired ?? [])
        guard let origin, let file = origin.files.first, let json = output.contents(file.path),
            let revision = try? PageRevision(json: json)
        else { return PageDocument.KeptItems(retired: retired, changed: [], outdated: []) }
        return document.keepItems(of: revision, retired: retired, outdated: Set(origin.outdated ?? []))
    }

    /// The files of a page; what is there already as it should be is not written again.
    private struct Files {
        let output: OutputFolder
        let number: Int
        let previous: [String: Manifest.File]
        var files: [Manifest.File] = []
        var staged: [OutputFolder.Staged] = []

        init(output: OutputFolder, number: Int, previous: Manifest.Page?) {
            self.output = output
            self.number = number
            self.previous = Dictionary(
                (previous?.files ?? []).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        }

        mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, as path: String) throws(FileError) {
            let file = Manifest.File(path: path, sha256: SHA256Digest(of: bytes).hex, bytes: bytes.count)
            files.append(file)
            if previous[path] == file, output.has(file, since: nil) { return }
            staged.append(try output.stage(bytes, file, as: "\(number)-\(files.count)"))
        }
    }
}

extension Manifest {
    /// How many findings each rule has, in the order of the rules' names.
    static func counts(_ findings: [Finding]) -> [Count] {
        var counts: [String: (rule: String, severity: String, count: Int)] = [:]
        for finding in findings {
            counts[
                "\(finding.rule) \(finding.severity.rawValue)", default: (finding.rule, finding.severity.rawValue, 0)
            ]
            .count += 1
        }
        return counts.sorted { $0.key < $1.key }.map {
            Count(rule: $0.value.rule, severity: $0.value.severity, count: $0.value.count)
        }
    }
}
