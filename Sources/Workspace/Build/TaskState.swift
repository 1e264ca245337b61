import Bitext
import JSON

/// What people have done: the boxes that are ticked, page by page. The files of tasks of both languages share it.
struct TaskState: Sendable, Equatable {
    /// What is known of one item.
    enum Mark: String, Sendable {
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

    /// How many boxes are ticked.
    var count: Int { marks.values.reduce(0) { $0 + $1.values.count { $0 == .done } } }

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
