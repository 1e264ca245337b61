import Bitext
import Checklists
import ParsedBitext
import Revisions

/// What the last build's documents of all pages say of each page, so that it need not be found out again.
struct PreviousDocuments {
    private let previous: PreviousBuild
    private let output: OutputFolder
    private let index: [String: [ChecklistIndex.Entry]]
    private let findings: [String: FindingsDocument.Element]

    init(_ previous: PreviousBuild, _ output: OutputFolder) {
        self.previous = previous
        self.output = output
        // Where they cannot be read, all pages are rebuilt, but for those that cannot be read either.
        index = Dictionary(
            grouping: (try? ChecklistIndex.entries(in: output.contents(ChecklistIndex.fileName) ?? [])) ?? [],
            by: \.page)
        findings = Dictionary(
            ((try? FindingsDocument.elements(in: output.contents(Manifest.findingsName) ?? [])) ?? []).map {
                ($0.path, $0)
            }, uniquingKeysWith: { first, _ in first })
    }

    /// What the last build made of a page; nil where it made nothing of it.
    func built(_ path: String) -> PageBuilder.Built? {
        guard let page = previous.page(path) else { return nil }
        return PageBuilder.Built(
            record: page, index: entries(of: page),
            findings: FindingsDocument.json(
                findings[path]
                    ?? FindingsDocument.Element(
                        path: path, source: page.source?.path, segments: page.segments, findings: [])),
            sections: previous.sections(of: page))
    }

    /// A page's part of the index, from its document where the index was damaged.
    private func entries(of page: Manifest.Page) -> [ChecklistIndex.Entry] {
        let entries = index[page.path] ?? []
        guard entries.count != page.checklists, let file = page.files.first, let json = output.contents(file.path),
            let revision = try? PageRevision(json: json)
        else { return entries }
        var scripts: [String: String] = [:]
        for checklist in revision.checklists {
            scripts[checklist.id] = page.files.first { $0.path.hasSuffix(".\(checklist.id).ps1") }?.path
        }
        return ChecklistIndex.entries(of: revision, path: page.path, scripts: scripts)
    }
}
