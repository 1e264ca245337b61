import Checklists
import Code
import Revisions

/// A file of tasks as it is: what a build wrote, and what people ticked in it.
///
/// A task is a line `- [ ] text <!-- id -->`, or with a number in the place of the dash. A person may tick its box; nothing
/// else in the file is theirs. The comment also says what the build wrote: `<!-- id done -->` has a ticked box unless a person
/// unticked it. ``TaskState/Mark/words`` says what else can be there.
struct TaskFile: Sendable {
    /// What a file says of one task.
    struct Vote: Sendable, Equatable {
        let page: String
        let id: String
        /// What it says now.
        let mark: TaskState.Mark
        /// What the build wrote.
        let written: TaskState.Mark?
        /// The 1-based line, and the task's words there.
        let line: Int
        let words: String

        var isDone: Bool { mark.kind == .done }
        /// Whether a person changed the box since the build.
        var isChanged: Bool { mark != written }
    }

    /// The file with no box ticked: what the manifest's SHA-256 is of.
    private(set) var plain: [UInt8] = []
    /// What is ticked.
    private(set) var state = TaskState()
    /// The tasks that are or were ticked.
    private(set) var votes: [Vote] = []
    /// The 1-based lines with a ticked box that no task is known of, because the comment with its id is gone.
    private(set) var strayTicks: [Int] = []
    /// How many tasks are done on each page, as the table of contents says it, by the anchor of the page's section.
    private(set) var counts: [String: Int] = [:]
    /// Each page's part of ``plain``, in order.
    private(set) var sections: [(page: String, range: Range<Int>)] = []

    init(_ bytes: [UInt8]) {
        plain.reserveCapacity(bytes.count)
        var page = ""
        var lines = TaskLines(bytes)
        var number = 0
        while let line = lines.next() {
            number += 1
            switch line.kind {
            case .heading:
                close()
                sections.append((page: "", range: plain.count..<plain.count))
            case .page(let name):
                page = name
                if !sections.isEmpty { sections[sections.count - 1].page = name }
            case .task(let task):
                if let mark = task.mark {
                    state.set(mark, task.id, of: page)
                    votes.append(
                        Vote(
                            page: page, id: task.id, mark: mark, written: task.written, line: number,
                            words: String(decoding: Self.words(bytes[line.range], task), as: UTF8.self)))
                }
                plain += Self.line(bytes[line.range], task, mark: nil)
                continue
            case .entry(let entry) where sections.isEmpty:
                counts[entry.anchor] = entry.done
                plain += bytes[line.range.lowerBound..<entry.count.lowerBound] + [UInt8(ascii: "0")]
                plain += bytes[entry.count.upperBound..<line.range.upperBound]
                continue
            case .entry: break
            case .strayTick: strayTicks.append(number)
            case .other: break
            }
            plain += bytes[line.range]
        }
        close()
    }

    /// The section that is open ends here. The empty line before the next heading is that one's.
    private mutating func close() {
        guard let last = sections.indices.last else { return }
        var end = plain.count
        if end >= 2, plain[end - 1] == UInt8(ascii: "\n"), plain[end - 2] == UInt8(ascii: "\n") { end -= 1 }
        let lower = sections[last].range.lowerBound
        sections[last].range = max(lower - 1, 0)..<end
    }

    /// A section with the boxes ticked that a state says are.
    ///
    /// - Parameter changed: the remark after an item that changed since it was done.
    static func section(_ plain: [UInt8], _ marks: [String: TaskState.Mark], changed: String) -> [UInt8] {
        guard !marks.isEmpty else { return plain }
        var result: [UInt8] = []
        var lines = TaskLines(plain)
        while let line = lines.next() {
            if case .task(let task) = line.kind {
                result += Self.line(plain[line.range], task, mark: marks[task.id], changed: changed)
            } else {
                result += plain[line.range]
            }
        }
        return result
    }

    /// A task's line with its box as a mark says.
    private static func line(
        _ line: ArraySlice<UInt8>, _ task: TaskLines.Task, mark: TaskState.Mark?, changed: String = ""
    ) -> [UInt8] {
        var text = Array(line[..<task.box])
        text += Array((mark?.kind == .done ? "[x]" : "[ ]").utf8)
        text += words(line, task)
        if mark?.kind == .changed { text += changed.utf8 }
        text += Array(" <!-- \(task.id)\(mark.map { " \($0.words)" } ?? "") -->\n".utf8)
        return text
    }

    /// What a task's line has between its box and its comment, without what a tick changes.
    private static func words(_ line: ArraySlice<UInt8>, _ task: TaskLines.Task) -> ArraySlice<UInt8> {
        let words = line[(task.box + 3)..<task.comment]
        guard task.written?.kind == .changed,
            let mark = TaskWords.changedMarks.first(where: { words.suffix($0.count) == $0[...] })
        else { return words }
        return words.dropLast(mark.count)
    }
}

/// Reads a file of tasks line by line.
private struct TaskLines {
    /// A task's line, as offsets of the file.
    struct Task {
        let id: String
        let isDone: Bool
        /// What the build wrote.
        let written: TaskState.Mark?
        /// Where `[ ]` begins.
        let box: Int
        /// The place of the blank before the comment.
        let comment: Int

        /// What the box says now.
        var mark: TaskState.Mark? {
            if isDone { return written?.kind == .done ? written : TaskState.Mark(.done, after: written) }
            return written?.kind == .done ? TaskState.Mark(.open, after: written) : written
        }
    }

    /// A page in the table of contents.
    struct Entry {
        let anchor: String
        let done: Int
        /// The place of that number.
        let count: Range<Int>
    }

    enum Kind {
        case heading
        case entry(Entry)
        case page(String)
        case task(Task)
        /// A ticked box without the comment that says whose it is.
        case strayTick
        case other
    }

    struct Line {
        let kind: Kind
        /// With its line break.
        let range: Range<Int>
    }

    private let bytes: [UInt8]
    private var offset = 0
    /// The backticks of the fence that is open.
    private var fence = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> Line? {
        guard offset < bytes.count else { return nil }
        let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
        defer { offset = end }
        return Line(kind: kind(of: offset..<end), range: offset..<end)
    }

    private mutating func kind(of range: Range<Int>) -> Kind {
        var line = bytes[range]
        while let last = line.last, last == UInt8(ascii: "\n") || last == UInt8(ascii: "\r") { line.removeLast() }
        let text = line.drop { $0 == UInt8(ascii: " ") }
        let backticks = text.prefix { $0 == UInt8(ascii: "`") }.count
        if fence > 0 {
            if backticks >= fence, backticks == text.count { fence = 0 }
            return .other
        }
        // A fence has no backticks after it; a code span has.
        if backticks >= 3, !text.dropFirst(backticks).contains(UInt8(ascii: "`")) {
            fence = backticks
            return .other
        }
        if line.starts(with: "## ".utf8) { return .heading }
        if line.starts(with: "<!-- page ".utf8), line.suffix(4) == Array(" -->".utf8)[...] {
            return .page(MarkdownText.fromComment(line.dropFirst(10).dropLast(4)))
        }
        if let entry = Self.entry(in: line) { return .entry(entry) }
        return task(in: text).map { .task($0) } ?? (Self.hasTickedBox(text) ? .strayTick : .other)
    }

    /// `- [Title](#page-0123456789ab) (1/3)`
    private static func entry(in line: ArraySlice<UInt8>) -> Entry? {
        guard line.last == UInt8(ascii: ")"), line.starts(with: "- [".utf8) else { return nil }
        let tasks = line.dropLast().reversed().prefix { $0.isASCIIDigit }
        let slash = line.endIndex - 2 - tasks.count
        guard !tasks.isEmpty, slash > line.startIndex, line[slash] == UInt8(ascii: "/") else { return nil }
        let digits = line[..<slash].reversed().prefix { $0.isASCIIDigit }
        let start = slash - digits.count
        let opening = ") (".utf8
        guard let done = Int(String(decoding: line[start..<slash], as: UTF8.self)),
            line[..<start].suffix(opening.count).elementsEqual(opening),
            let hash = line[..<(start - opening.count)].lastIndex(of: UInt8(ascii: "#"))
        else { return nil }
        let anchor = String(decoding: line[(hash + 1)..<(start - opening.count)], as: UTF8.self)
        return Entry(anchor: anchor, done: done, count: start..<slash)
    }

    /// `- [x] …`, `2. [X] …`.
    private static func hasTickedBox(_ line: ArraySlice<UInt8>) -> Bool {
        let rest = line.first == UInt8(ascii: "-") ? line.dropFirst() : line.drop { $0.isASCIIDigit }.dropFirst()
        return rest.starts(with: " [x] ".utf8) || rest.starts(with: " [X] ".utf8)
    }

    /// `- [ ] text <!-- id -->`, `12. [x] text <!-- id done -->`, `- [ ] text <!-- id changed -->`, `- [x] text <!-- id done 3 -->`.
    private func task(in line: ArraySlice<UInt8>) -> Task? {
        var rest = line
        if rest.first == UInt8(ascii: "-") {
            rest.removeFirst()
        } else {
            let digits = rest.prefix { $0.isASCIIDigit }
            rest = rest.dropFirst(digits.count)
            guard !digits.isEmpty, rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ")") else {
                return nil
            }
            rest.removeFirst()
        }
        guard rest.count > 5, rest.popFirst() == UInt8(ascii: " ") else { return nil }
        let box = rest.startIndex
        guard rest[box] == UInt8(ascii: "["), rest[box + 2] == UInt8(ascii: "]") else { return nil }
        let isDone = rest[box + 1] == UInt8(ascii: "x") || rest[box + 1] == UInt8(ascii: "X")
        guard isDone || rest[box + 1] == UInt8(ascii: " "), rest.suffix(4) == Array(" -->".utf8)[...] else {
            return nil
        }
        let inside = rest.dropLast(4)
        guard let open = inside.lastIndex(of: UInt8(ascii: "!")), open >= box + 5,
            bytes[(open - 2)..<(inside.endIndex)].starts(with: " <!-- ".utf8)
        else { return nil }
        let words = String(decoding: inside[(open + 4)...], as: UTF8.self).split(separator: " ")
        guard let id = words.first else { return nil }
        let written = TaskState.Mark(words: words.dropFirst())
        guard written != nil || words.count == 1 else { return nil }
        return Task(id: String(id), isDone: isDone, written: written, box: box, comment: open - 2)
    }
}
