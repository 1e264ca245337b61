import Bitext
import JSON

/// What people have done: the boxes that are ticked, page by page.
struct TaskState: Sendable, Equatable {
    /// What is known of one item.
    enum Mark: Sendable, Equatable {
        case done
        /// It was done before its text or its code changed.
        case changed
    }

    /// By page and item id; what is neither done nor changed is not here.
    var marks: [String: [String: Mark]] = [:]

    var isEmpty: Bool { marks.isEmpty }

    subscript(page: String) -> [String: Mark] { marks[page] ?? [:] }

    mutating func set(_ mark: Mark, _ id: String, of page: String) { marks[page, default: [:]][id] = mark }

    /// A number of ticked boxes, for a message.
    static func boxes(_ count: Int) -> String { "\(count) ticked box\(count == 1 ? "" : "es")" }

    /// How many boxes are ticked in a file of tasks.
    func ticks(in file: String) -> Int {
        marks.reduce(0) { $1.key.hasPrefix(Self.key("", file)) ? $0 + $1.value.values.count { $0 == .done } : $0 }
    }

    /// Carries the marks of a page over from a file of tasks to another one: its locale changed.
    mutating func move(_ page: String, from old: String, to new: String) {
        guard old != new, let kept = marks.removeValue(forKey: Self.key(page, old)) else { return }
        marks[Self.key(page, new), default: [:]].merge(kept) { now, _ in now }
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
        for (id, mark) in old where items.contains(id) { new[id] = changed.contains(id) ? .changed : mark }
        marks[page] = new.isEmpty ? nil : new
    }
}

extension TaskState {
    /// The marks of each page as marks of its two files of tasks.
    func spread(over pages: [Manifest.Page]) -> TaskState {
        var result = TaskState()
        for page in pages {
            guard let marks = marks[page.path] else { continue }
            for side in [Side.source, .target] {
                result.marks[Self.key(page.path, TaskList.fileName(locale: page.locale, side: side))] = marks
            }
        }
        return result
    }

    /// The marks of each page's files of tasks as marks of the page.
    func merged() -> TaskState {
        var result = TaskState()
        for (key, marks) in marks {
            let page = key.split(separator: "\0", maxSplits: 1).last.map(String.init) ?? key
            result.marks[page, default: [:]].merge(marks) { left, right in left == .changed ? left : right }
        }
        return result
    }

    /// Names a page's part of one file of tasks.
    static func key(_ page: String, _ file: String) -> String { "\(file)\0\(page)" }

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
                for id in page.changed ?? [] { set(.changed, id, of: page.page) }
                for id in page.done { set(.done, id, of: page.page) }
            }
        } catch let error as FileError {
            throw error
        } catch {
            throw FileError(
                path: path,
                reason: "no list of what is done (\(error)); Schemas/state.schema.json says what one looks like")
        }
    }

    /// The same as JSON, pages and ids in the order of their bytes.
    func json() -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("schemaVersion", Self.schemaVersion)
            json.key("pages")
            json.array(marks.sorted { $0.key < $1.key }) { json, page in
                json.object { json in
                    json.member("page", page.key)
                    json.key("done")
                    json.inlineArray(page.value.filter { $0.value == .done }.keys.sorted()) { $0.string($1) }
                    json.key("changed")
                    json.inlineArray(page.value.filter { $0.value == .changed }.keys.sorted()) { $0.string($1) }
                }
            }
        }
        return json.finish()
    }
}
