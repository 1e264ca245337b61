import Bitext
import JSON

/// What people have done: the boxes that are ticked, page by page. The files of tasks of both languages share it.
struct TaskState: Sendable, Equatable {
    /// What is known of the box of one item.
    struct Mark: Sendable, Equatable {
        enum Kind: String, Sendable {
            case done
            /// It was done before its text or its code changed.
            case changed
            /// A person ticked it, and later took the tick away.
            case open
        }

        let kind: Kind
        /// How often the box was ticked and unticked so far. Of two files, the one with the higher number is the newer one.
        let changes: Int

        init(_ kind: Kind, changes: Int? = nil) {
            self.kind = kind
            self.changes = min(changes ?? Self.leastChanges(kind), Self.maxChanges)
        }

        /// What follows from a mark, if there is one.
        init(_ kind: Kind, after mark: Mark?) { self.init(kind, changes: mark.map { $0.changes + 1 }) }

        /// How a file of tasks writes it: `done`, or `done 3` where the box was changed more often than it must have been.
        var words: String { changes == Self.leastChanges(kind) ? kind.rawValue : "\(kind.rawValue) \(changes)" }

        /// Reads ``words``.
        init?(words: some Collection<Substring>) {
            guard let first = words.first, words.count <= 2, let kind = Kind(rawValue: String(first)) else {
                return nil
            }
            var changes: Int?
            if let second = words.dropFirst().first {
                guard let number = Int(second), (1...Self.maxChanges).contains(number) else { return nil }
                changes = number
            }
            self.init(kind, changes: changes)
        }

        private static func leastChanges(_ kind: Kind) -> Int { kind == .done ? 1 : 2 }

        private static let maxChanges = 999_999
    }

    /// By page and item id; a box that was never ticked is not here.
    var marks: [String: [String: Mark]] = [:]

    var isEmpty: Bool { marks.isEmpty }

    subscript(page: String) -> [String: Mark] { marks[page] ?? [:] }

    mutating func set(_ mark: Mark, _ id: String, of page: String) { marks[page, default: [:]][id] = mark }

    /// A number of ticked boxes, for a message.
    static func boxes(_ count: Int) -> String { CountText.counted(count, "ticked box", "ticked boxes") }

    /// How many boxes are ticked.
    var count: Int { marks.values.reduce(0) { $0 + $1.values.count { $0.kind == .done } } }

    /// Ticks go with what their page says, to the name that it has now.
    mutating func move(with origins: PageOrigins) {
        let before = marks
        let renamed = origins.renamed
        for path in renamed.map(\.old) + origins.replaced { marks[path] = nil }
        for (old, new) in renamed { marks[new] = before[old] }
    }

    /// The ticks that a page keeps when its items changed: a tick stays if its item says and does the same as before.
    ///
    /// - Parameters:
    ///   - items: the ids of all items that the page has now.
    ///   - changed: of those that say or do something else than before.
    mutating func update(_ page: String, items: [String], changed: Set<String>) {
        guard let old = marks[page] else { return }
        let items = Set(items)
        var new: [String: Mark] = [:]
        for (id, mark) in old where items.contains(id) {
            new[id] = mark.kind == .done && changed.contains(id) ? Mark(.changed, after: mark) : mark
        }
        marks[page] = new.isEmpty ? nil : new
    }
}

extension TaskState {
    /// The form of a JSON of done ids, which other tools keep: `--state`.
    private struct Document: Decodable {
        struct Page: Decodable {
            var page: String
            var done: [String]
            var changed: [String]?
        }

        var schemaVersion: Int
        var pages: [Page]
    }

    static let schemaVersion = 1

    /// Reads a JSON of done ids.
    ///
    /// - Throws: ``FileError`` where it is none.
    init(json: [UInt8], path: String) throws(FileError) {
        do {
            let document = try JSONReading.decode(Document.self, from: json)
            guard document.schemaVersion == Self.schemaVersion else {
                throw FileError(
                    path: path, reason: "version \(document.schemaVersion); this diptych reads \(Self.schemaVersion)")
            }
            for page in document.pages {
                for id in page.changed ?? [] { set(Mark(.changed), id, of: page.page) }
                for id in page.done { set(Mark(.done), id, of: page.page) }
            }
        } catch let error as FileError {
            throw error
        } catch {
            throw FileError(
                path: path,
                reason: "no list of what is done (\(error)); Schemas/state.schema.json says what one looks like")
        }
    }

    /// The same boxes, with the numbers of changes that follow those of the files of tasks.
    func counted(after files: TaskState) -> TaskState {
        var result = self
        for (page, marks) in files.marks {
            for (id, before) in marks {
                if let now = self[page][id] {
                    result.set(now.kind == before.kind ? before : Mark(now.kind, after: before), id, of: page)
                } else {
                    result.set(before.kind == .open ? before : Mark(.open, after: before), id, of: page)
                }
            }
        }
        return result
    }

    /// What is done or changed as JSON, pages and ids in the order of their bytes.
    func json() -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("schemaVersion", Self.schemaVersion)
            json.key("pages")
            json.array(
                marks.filter { $0.value.values.contains { $0.kind != .open } }.sorted { $0.key < $1.key }
            ) { json, page in
                json.object { json in
                    json.member("page", page.key)
                    json.key("done")
                    json.inlineArray(page.value.filter { $0.value.kind == .done }.keys.sorted()) { $0.string($1) }
                    json.key("changed")
                    json.inlineArray(page.value.filter { $0.value.kind == .changed }.keys.sorted()) { $0.string($1) }
                }
            }
        }
        return json.finish()
    }
}
