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

/// Makes all that a build writes of one page, and what the documents of all pages say of it.
struct PageBuilder: Sendable {
    let output: OutputFolder
    let plan: CheckPlan
    let consistency: Consistency?
    /// Findings that somebody has looked at and left.
    let baseline: Baseline?

    /// What became of one page.
    struct Built: Sendable {
        var record: Manifest.Page
        /// The page's part of `index.json` and of `findings.json`.
        var index: [UInt8]
        var findings: [UInt8]
        /// The page's part of the files of tasks, with all boxes empty.
        var sections: [Side: [UInt8]]
        var staged: [OutputFolder.Staged]
        /// What became of the page's items; nil where the page was not made anew.
        var ids: ItemIDs?
    }

    /// The ids of items that say and do what they did before, and of those that do not.
    struct ItemIDs: Sendable {
        var unchanged: Set<String> = []
        var changed: Set<String> = []
    }

    /// - Parameters:
    ///   - number: names the staged files; no other page of this build has it.
    ///   - previous: what the manifest says of the page, where its files are still there.
    /// - Throws: ``FileError`` where the page cannot be read or its files not be written.
    func build(
        _ item: CheckPlan.Item, number: Int, previous: Manifest.Page?, keys: [Consistency.Entries.Key]?
    ) throws(FileError) -> Built {
        let name = item.page.name.string
        let bytes = try item.page.read()
        let page = try item.page.bitext(of: bytes)
        let parsed = ParsedBitext(page)
        let sha256 = SHA256Digest(of: bytes).hex
        var document = PageDocument(parsed, path: name, sha256: sha256)
        let (ids, retired) = keepIdentity(of: previous, in: &document)

        var checker = plan.checkers[item.checker]
        if checker.comparesPages { checker.consistency = consistency }
        let (all, alignment) = checker.inspect(
            TokenizedBitext(parsed, path: item.page.path.string, locale: item.locale))
        document.alignment = alignment
        let findings = baseline?.unexcused(all, of: item.page.path) ?? all

        var files = Files(output: output, number: number, previous: previous)
        try files.add(document.json(), as: item.page.output.string)
        var scripts: [String: String] = [:]
        for checklist in document.checklists {
            guard let script = ProcedureScript.script(of: checklist, in: document, path: name) else { continue }
            let path = "\(item.page.output.string.dropLast(".json".count)).\(checklist.id).ps1"
            try files.add(script, as: path)
            scripts[checklist.id] = path
        }
        var sections: [Side: [UInt8]] = [:]
        for side in [Side.source, .target] where side == .source || !page.segments.isEmpty {
            sections[side] = TaskList.section(of: document, path: name, side: side)
        }
        let record = Manifest.Page(
            path: name, sha256: sha256, segments: page.segments.count, checklists: document.checklists.count,
            tasks: TaskList.count(document),
            locale: TaskList.fileLocale(
                page.segments.isEmpty ? document.page.sourceLocale : document.page.targetLocale ?? item.locale),
            consistency: checker.comparesPages
                ? consistency.map { Manifest.hex($0.digest(of: keys ?? [])) } : nil,
            retired: retired.sorted(), findings: Manifest.counts(findings), files: files.files)
        return Built(
            record: record,
            index: ChecklistIndex.elements(of: document, path: name, scripts: scripts),
            findings: FindingsDocument.element(path: name, segments: page.segments.count, findings: findings),
            sections: sections, staged: files.staged, ids: ids)
    }

    /// Gives the page's items the ids that they had in the last build, also where their text was edited.
    ///
    /// - Returns: what became of the items, and the ids that no new item may ever get.
    private func keepIdentity(
        of previous: Manifest.Page?, in document: inout PageDocument
    ) -> (ids: ItemIDs, retired: Set<String>) {
        guard let previous, let file = previous.files.first, let json = output.contents(file.path),
            let revision = try? PageRevision(json: json)
        else { return (ItemIDs(unchanged: Set(document.itemIDs)), Set(previous?.retired ?? [])) }
        let retired = document.keepIdentity(of: revision, retired: Set(previous.retired))
        var ids = ItemIDs()
        for entry in PageDiff(revision, PageRevision(document)).entries where entry.new != nil {
            let isChanged = !Set(entry.changes).isDisjoint(with: [.changed, .codeChanged, .detailsChanged])
            if isChanged { ids.changed.insert(entry.id) } else { ids.unchanged.insert(entry.id) }
        }
        return (ids, retired)
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

        mutating func add(_ bytes: [UInt8], as path: String) throws(FileError) {
            let file = Manifest.File(path: path, sha256: SHA256Digest(of: bytes).hex, bytes: bytes.count)
            files.append(file)
            if previous[path] == file, output.has(file, since: nil) { return }
            staged.append(try output.stage(bytes, file, as: "\(number)-\(files.count)"))
        }
    }
}

extension Manifest {
    static func hex(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// How often each rule spoke, in the order of the rules' names.
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
