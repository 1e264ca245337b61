import Bitext
import Checklists
import Code
import Hashing
import JSON
import PageDocuments
import Revisions
import SystemPackage

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// What an earlier build left in the output folder, as far as it can be built upon.
struct PreviousBuild: Sendable {
    /// Nil where nothing was built.
    let manifest: Manifest?
    /// Whether pages that did not change need not be made anew.
    let isTrusted: Bool
    /// Of files that were last written before that moment, only the size is looked at. Nil where all are read.
    let since: timespec?
    /// What people ticked.
    let state: TaskState

    private let numbers: [String: Int]
    private let index: DocumentElements
    private let findings: DocumentElements
    /// Which elements of the index are a page's.
    private let indexRanges: [Range<Int>]
    private let sections: [String: [String: [UInt8]]]

    init(_ output: OutputFolder, _ options: Build.Options, configuration: String) throws(FileError) {
        let manifest = try ManifestReader.read(output.path)
        self.manifest = manifest
        since = options.isCheck ? nil : output.modification(of: Manifest.fileName)
        numbers = Dictionary(
            (manifest?.pages ?? []).enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })

        let index = output.contents(ChecklistIndex.fileName) ?? []
        let findings = output.contents(Manifest.findingsName) ?? []
        var digests = [
            ChecklistIndex.fileName: SHA256Digest(of: index).hex, Manifest.findingsName: SHA256Digest(of: findings).hex,
        ]
        var state = TaskState()
        var sections: [String: [String: [UInt8]]] = [:]
        for file in manifest?.documents ?? [] where digests[file.path] == nil {
            guard let bytes = output.contents(file.path) else { continue }
            let tasks = TaskFile(bytes)
            digests[file.path] = SHA256Digest(of: tasks.plain).hex
            for (page, marks) in tasks.state.marks {
                for (id, mark) in marks { state.set(mark, id, of: TaskState.key(page, file.path)) }
            }
            sections[file.path] = Dictionary(
                tasks.sections.map { ($0.page, Array(tasks.plain[$0.range])) }, uniquingKeysWith: { first, _ in first })
        }
        self.state = state
        self.sections = sections
        let (indexElements, findingElements) = (DocumentElements(index), DocumentElements(findings))
        self.index = indexElements
        self.findings = findingElements
        var ranges: [Range<Int>] = []
        for page in manifest?.pages ?? [] {
            let start = ranges.last?.upperBound ?? 0
            ranges.append(start..<start + page.checklists)
        }
        indexRanges = ranges
        let isWhole =
            manifest.map { manifest in
                manifest.documents.allSatisfy { digests[$0.path] == $0.sha256 }
                    && ranges.last?.upperBound ?? 0 == indexElements.ranges.count
                    && manifest.pages.count == findingElements.ranges.count
            } ?? false
        isTrusted =
            isWhole && !options.isFull && manifest?.configuration == configuration
            && manifest?.version == Generator.diptych.version && !output.isUnfinished
    }

    /// What the manifest says of a page.
    func page(_ path: String) -> Manifest.Page? { numbers[path].flatMap { manifest?.pages[$0] } }

    /// What an earlier build made of a page, put together from the documents of all pages.
    func built(_ path: String) -> PageBuilder.Built? {
        guard let number = numbers[path], let page = manifest?.pages[number] else { return nil }
        var sections: [Side: [UInt8]] = [:]
        for side in [Side.source, .target] {
            sections[side] = self.sections[TaskList.fileName(locale: page.locale, side: side)]?[path]
        }
        return PageBuilder.Built(
            record: page, index: index[indexRanges[number]],
            findings: number < findings.ranges.count
                ? findings[number..<number + 1]
                : FindingsDocument.element(path: path, segments: page.segments, findings: []),
            sections: sections, staged: [])
    }
}
