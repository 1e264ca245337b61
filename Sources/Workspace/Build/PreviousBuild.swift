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
    /// What people ticked, in any language.
    let state: TaskState
    /// Whether the files of tasks agree on it, and count it rightly.
    let isSettled: Bool
    /// What is said of boxes on which a newer and an older file do not agree.
    let conflicts: [String]

    /// All files that the manifest names, and the manifest itself.
    let files: Set<String>
    private let numbers: [String: Int]
    /// The lines of files of tasks with a ticked box whose comment is gone: `checklists.fr-FR.source.md:12`.
    let strayTicks: [String]
    /// How many boxes are ticked in each file of tasks.
    private let ticks: [String: Int]
    /// What the files of tasks say of each page, with no box ticked and without links to other files.
    private let sections: [Side: [String: [UInt8]]]

    init(_ output: OutputFolder, _ options: Build.Options, configuration: String) throws(FileError) {
        let manifest = try Manifest.read(output.path)
        self.manifest = manifest
        since = options.isCheck ? nil : output.modification(of: Manifest.fileName)
        files =
            manifest.map {
                Set($0.pages.flatMap(\.files).map(\.path) + $0.documents.map(\.path) + [Manifest.fileName])
            } ?? []
        numbers = Dictionary(
            (manifest?.pages ?? []).enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })

        var isWhole = manifest != nil
        var votes = TaskVotes()
        var strayTicks: [String] = []
        var ticks: [String: Int] = [:]
        var sections: [Side: [String: [UInt8]]] = [:]
        var counts: [[String: Int]] = []
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
            votes.add(tasks, file.path)
            counts.append(tasks.counts)
            strayTicks += tasks.strayTicks.map { "\(file.path):\($0)" }
            ticks[file.path] = tasks.state.count
            guard let side = TaskFileName.side(of: file.path) else { continue }
            for (page, range) in tasks.sections {
                sections[side, default: [:]][page] = TaskList.unlinked(tasks.plain[range])
            }
        }
        state = votes.state
        var done: [String: Int] = [:]
        for (page, marks) in state.marks { done[TaskList.anchor(of: page)] = marks.count { $0.value.kind == .done } }
        isSettled = votes.areSettled && counts.allSatisfy { $0.allSatisfy { $1 == done[$0, default: 0] } }
        conflicts = votes.conflicts
        self.strayTicks = strayTicks
        self.ticks = ticks
        self.sections = sections
        isTrusted =
            isWhole && !options.isFull && manifest?.configuration == configuration
            && manifest?.version == Generator.diptych.version && !output.isUnfinished
    }

    /// What the manifest says of a page.
    func page(_ path: String) -> Manifest.Page? { numbers[path].flatMap { manifest?.pages[$0] } }

    /// A page's part of the files of tasks.
    func sections(of page: Manifest.Page) -> [Side: [UInt8]] { sections.compactMapValues { $0[page.path] } }

    /// How many boxes are ticked in a file of tasks.
    func ticks(in file: String) -> Int { ticks[file] ?? 0 }
}
