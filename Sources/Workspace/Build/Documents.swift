import Bitext
import Hashing
import SystemPackage

/// Puts together the documents of all pages.
struct Documents {
    let output: OutputFolder
    let previous: PreviousBuild
    private(set) var staged: [OutputFolder.Staged] = []
    /// For the manifest.
    var files: [Manifest.File] = []
    /// Items that were ticked before they changed.
    private(set) var unticked = 0

    init(output: OutputFolder, previous: PreviousBuild) {
        self.output = output
        self.previous = previous
    }

    mutating func addIndex(_ built: [PageBuilder.Built]) throws(FileError) {
        var totals = ChecklistIndex.Totals()
        for page in built {
            totals.pages += 1
            totals.checklists += page.record.checklists
            totals.tasks += page.record.tasks
        }
        try add(ChecklistIndex.document(built.flatMap(\.index), totals: totals), as: ChecklistIndex.fileName)
    }

    mutating func addFindings(_ built: [PageBuilder.Built], _ result: Build.Result) throws(FileError) {
        var summary = FindingsDocument.Summary()
        summary.pages = built.count
        summary.segments = result.segments
        for count in result.findings {
            switch count.severity {
            case .error: summary.errors += count.count
            case .warning: summary.warnings += count.count
            case .note: summary.notes += count.count
            }
        }
        var bytes = FindingsDocument.head(summary)
        for (index, page) in built.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes += page.findings
        }
        bytes += FindingsDocument.tail(isEmpty: built.isEmpty)
        try add(bytes, as: Manifest.findingsName)
    }

    /// The lists of tasks, a file for each locale and side.
    ///
    /// - Parameter state: what is ticked; changed to what still is.
    mutating func addTasks(
        _ built: [PageBuilder.Built], _ state: inout TaskState, keepsState: Bool
    ) throws(FileError) {
        for locale in Set(built.map(\.record.locale)).sorted() {
            for side in [Side.source, .target] {
                let name = TaskList.fileName(locale: locale, side: side)
                var plain = Array(TaskList.head(locale: locale, side: side).utf8)
                /// Nil as long as no box is ticked.
                var ticked: [UInt8]?
                var hasTasks = false
                for page in built where page.record.locale == locale {
                    guard let section = page.sections[side] else { continue }
                    hasTasks = true
                    if keepsState, let old = previous.page(page.record.path)?.locale {
                        state.move(page.record.path, from: TaskList.fileName(locale: old, side: side), to: name)
                    }
                    let key = TaskState.key(page.record.path, name)
                    if let changed = page.changedItems, !state[key].isEmpty {
                        let before = state[key].values.count { $0 == .done }
                        state.update(key, items: page.index.flatMap(\.itemIds), changed: changed)
                        unticked += before - state[key].values.count { $0 == .done }
                    }
                    let marks = state[key]
                    if ticked == nil, !marks.isEmpty { ticked = plain }
                    ticked?.append(contentsOf: TaskFile.section(section, marks))
                    plain += section
                }
                guard hasTasks else { continue }
                try addTaskFile(name, plain: plain, ticked: ticked ?? plain, keepsState: keepsState)
            }
        }
    }

    private mutating func addTaskFile(
        _ name: String, plain: [UInt8], ticked: [UInt8], keepsState: Bool
    ) throws(FileError) {
        // By what no tick changes, so that ticking a box makes nothing stale.
        let file = Manifest.File(path: name, sha256: SHA256Digest(of: plain).hex, bytes: plain.count)
        files.append(file)
        let existing = output.contents(name)
        if let existing {
            let tasks = TaskFile(existing)
            if keepsState ? existing == ticked : tasks.plain == plain { return }
            let ticks = tasks.state.marks.values.reduce(0) { $0 + $1.count }
            if !keepsState, ticks > 0, output.mode == .write {
                throw FileError(
                    path: output.path.appending(name).string,
                    reason: "has \(TaskState.boxes(ticks)), and its tasks change: build with "
                        + "--keep-state to carry them over, or remove the file to drop them. Nothing was written")
            }
        }
        staged.append(try output.stage(keepsState ? ticked : plain, file, as: name))
    }

    private mutating func add(_ bytes: [UInt8], as name: String) throws(FileError) {
        let file = Manifest.File(path: name, sha256: SHA256Digest(of: bytes).hex, bytes: bytes.count)
        files.append(file)
        if previous.manifest?.documents.contains(file) == true, output.has(file, since: nil) { return }
        staged.append(try output.stage(bytes, file, as: name))
    }
}
