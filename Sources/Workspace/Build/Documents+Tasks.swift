import Bitext
import Hashing

extension Documents {
    /// How the files of tasks are made.
    struct TaskOptions {
        /// What is ticked.
        let state: TaskState
        /// Whether boxes may change with the tasks. If not, a file with ticks is not replaced.
        let keepsState: Bool
        /// Whether the boxes must be as ``state`` says even if nothing else changes.
        let comparesState: Bool
        /// The path from the output folder to the pages.
        let linkBase: [String]
        let maxBytes: Int
    }

    /// Adds the lists of tasks: for each locale and side a file, or one for each folder.
    mutating func addTasks(_ built: [PageBuilder.Built], _ options: TaskOptions) throws(FileError) {
        for locale in Set(built.map(\.record.locale)).sorted() {
            let pages = built.filter { $0.record.locale == locale && !$0.sections.isEmpty }
            var sizes: [Side: Int] = [:]
            for page in pages {
                for (side, section) in page.sections { sizes[side, default: 0] += section.count }
            }
            let layout = TaskLayout(locale: locale, sizes: sizes, limit: options.maxBytes)
            for side in [Side.source, .target] { try addTasks(pages, side, layout, options) }
        }
    }

    private mutating func addTasks(
        _ pages: [PageBuilder.Built], _ side: Side, _ layout: TaskLayout, _ options: TaskOptions
    ) throws(FileError) {
        let pages = pages.filter { $0.sections[side] != nil }
        guard !pages.isEmpty else { return }
        let main = TaskFileName(locale: layout.locale, side: side)
        let words = TaskWords(locale: layout.locale, side)
        let byFile = Dictionary(grouping: pages) { layout.file(of: $0.record.path, side) }
        for name in Set(byFile.keys).union([main]).sorted(by: { $0.text < $1.text }) {
            let own = byFile[name] ?? []
            let listed = name == main ? pages : own
            var plain = Array(TaskList.head(name).utf8)
            /// Nil if no box was ever ticked.
            var ticked = listed.contains { !options.state[$0.record.path].isEmpty } ? plain : nil
            for page in listed {
                let (path, file) = (page.record.path, layout.file(of: page.record.path, side))
                func entry(done: Int) -> [UInt8] {
                    TaskList.entry(
                        page.sections[side] ?? [], path: path, done: done, of: page.record.tasks,
                        in: file == name ? nil : file)
                }
                plain += entry(done: 0)
                ticked?.append(contentsOf: entry(done: page.done(options.state[path])))
            }
            for page in own {
                let path = page.record.path
                let section = TaskList.linked(
                    page.sections[side] ?? [], path: path, links: PageLinks(base: options.linkBase, path: path),
                    other: page.sections[side.opposite] == nil ? nil : layout.file(of: path, side.opposite))
                ticked?.append(contentsOf: TaskFile.section(section, options.state[path], changed: words.changedMark))
                plain += section
            }
            try addTaskFile(name.text, plain: plain, ticked: ticked ?? plain, options)
        }
    }

    private mutating func addTaskFile(
        _ name: String, plain: [UInt8], ticked: [UInt8], _ options: TaskOptions
    ) throws(FileError) {
        // By what no tick changes, so that ticking a box makes nothing stale.
        let file = Manifest.File(path: name, sha256: SHA256Digest(of: plain).hex, bytes: plain.count)
        files.append(file)
        if let existing = output.contents(name) {
            if existing == ticked { return }
            let isSame = TaskFile(existing).plain == plain
            if isSame, output.mode == .compare, !options.comparesState { return }
            let ticks = previous.ticks(in: name)
            if !isSame, !options.keepsState, ticks > 0, output.mode == .write {
                throw Self.wouldLose(ticks, in: output.path.appending(name).string)
            }
        }
        staged.append(try output.stage(ticked, file, as: name))
    }

    /// The error of a build that may not change what is ticked.
    static func wouldLose(_ ticks: Int, in path: String) -> FileError {
        FileError(
            path: path,
            reason:
                "has \(TaskState.boxes(ticks)), and its tasks change: build with --keep-state to carry them over, or "
                + "untick them. Other edits of the lists are lost. Nothing was written")
    }
}
