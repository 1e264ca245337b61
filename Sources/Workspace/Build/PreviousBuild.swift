import Bitext
import Hashing
import PageDocuments
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
    /// Whether pages that did not change need not be rebuilt.
    let isTrusted: Bool
    /// Of files that were last written before that moment, only the size is looked at. Nil where all are read.
    let since: timespec?
    /// What people ticked.
    let state: TaskState

    private let numbers: [String: Int]
    /// What each file of tasks says of each page, with no box ticked.
    private let sections: [String: [String: [UInt8]]]

    init(_ output: OutputFolder, _ options: Build.Options, configuration: String) throws(FileError) {
        let manifest = try Manifest.read(output.path)
        self.manifest = manifest
        since = options.isCheck ? nil : output.modification(of: Manifest.fileName)
        numbers = Dictionary(
            (manifest?.pages ?? []).enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })

        var isWhole = manifest != nil
        var state = TaskState()
        var sections: [String: [String: [UInt8]]] = [:]
        for file in manifest?.documents ?? [] {
            guard ![ChecklistIndex.fileName, Manifest.findingsName].contains(file.path) else {
                isWhole = isWhole && output.has(file, since: nil)
                continue
            }
            guard let bytes = output.contents(file.path) else {
                isWhole = false
                continue
            }
            let tasks = TaskFile(bytes)
            isWhole = isWhole && SHA256Digest(of: tasks.plain).hex == file.sha256
            for (page, marks) in tasks.state.marks {
                for (id, mark) in marks { state.set(mark, id, of: TaskState.key(page, file.path)) }
            }
            sections[file.path] = Dictionary(
                tasks.sections.map { ($0.page, Array(tasks.plain[$0.range])) }, uniquingKeysWith: { first, _ in first })
        }
        self.state = state
        self.sections = sections
        isTrusted =
            isWhole && !options.isFull && manifest?.configuration == configuration
            && manifest?.version == Generator.diptych.version && !output.isUnfinished
    }

    /// What the manifest says of a page.
    func page(_ path: String) -> Manifest.Page? { numbers[path].flatMap { manifest?.pages[$0] } }

    /// A page's part of the files of tasks.
    func sections(of page: Manifest.Page) -> [Side: [UInt8]] {
        var sections: [Side: [UInt8]] = [:]
        for side in [Side.source, .target] {
            sections[side] = self.sections[TaskList.fileName(locale: page.locale, side: side)]?[page.path]
        }
        return sections
    }

    /// All files that the manifest names, and the manifest itself.
    var files: Set<String> {
        guard let manifest else { return [] }
        return Set(
            manifest.pages.flatMap(\.files).map(\.path) + manifest.documents.map(\.path) + [Manifest.fileName])
    }
}
