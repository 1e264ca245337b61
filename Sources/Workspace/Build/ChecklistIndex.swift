import Checklists
import JSON
import Revisions

/// `index.json`: every checklist of all pages, to be found without opening a page document.
enum ChecklistIndex {
    static let schemaVersion = 1
    static let fileName = "index.json"

    /// What the index says of one checklist.
    struct Entry: Sendable, Equatable, Decodable {
        struct Title: Sendable, Equatable, Decodable {
            let source: String?
            let target: String?
        }

        let id: String
        let page: String
        let locale: String?
        let kind: String
        let title: Title?
        let line: Int
        /// How many items and code blocks the list has, those below items among them.
        let items: Int
        let codeBlocks: Int
        let itemIds: [String]
        let script: String?
    }

    /// How much there is on all pages.
    struct Totals {
        var pages = 0
        var checklists = 0
        var tasks = 0
    }

    /// The entries of one page, in its order.
    ///
    /// - Parameters:
    ///   - path: what the index calls the page.
    ///   - scripts: for the ids of checklists, the files of their scripts.
    static func entries(of page: PageRevision, path: String, scripts: [String: String]) -> [Entry] {
        page.checklists.map { checklist in
            Entry(
                checklist, page: path, locale: page.page.targetLocale ?? page.page.sourceLocale,
                script: scripts[checklist.id])
        }
    }

    /// The whole document, as `Schemas/index.schema.json` describes it.
    static func document(_ entries: [Entry], totals: Totals) -> [UInt8] {
        var json = JSONWriter(reserving: 4096 + entries.count * 512)
        json.object { json in
            json.member("schemaVersion", schemaVersion)
            json.key("generator")
            json.object { $0.members(of: .diptych) }
            json.key("summary")
            json.object { json in
                json.member("pages", totals.pages)
                json.member("checklists", totals.checklists)
                json.member("tasks", totals.tasks)
            }
            json.key("checklists")
            json.array(entries) { json, entry in json.object { entry.write(to: &$0) } }
        }
        return json.finish()
    }

    /// Reads the entries of a document that an earlier build wrote.
    static func entries(in json: [UInt8]) throws -> [Entry] {
        struct Document: Decodable {
            let checklists: [Entry]
        }
        return try JSONReading.decode(Document.self, from: json).checklists
    }
}

extension ChecklistIndex.Entry {
    fileprivate init(_ checklist: Checklist, page: String, locale: String?, script: String?) {
        var ids: [String] = []
        var blocks = 0
        func collect(_ items: [Item]) {
            for item in items {
                ids.append(item.id)
                blocks += item.codeBlocks.count
                collect(item.items)
            }
        }
        collect(checklist.items)
        self.init(
            id: checklist.id, page: page, locale: locale, kind: checklist.kind.rawValue,
            title: checklist.title.map { Title(source: $0.source, target: $0.target) }, line: checklist.line,
            items: ids.count, codeBlocks: blocks, itemIds: ids, script: script)
    }

    fileprivate func write(to json: inout JSONWriter) {
        json.member("id", id)
        json.member("page", page)
        json.member("locale", locale)
        json.member("kind", kind)
        json.key("title")
        if let title {
            json.inlineObject { json in
                json.member("source", title.source)
                json.member("target", title.target)
            }
        } else {
            json.null()
        }
        json.member("line", line)
        json.member("items", items)
        json.member("codeBlocks", codeBlocks)
        json.key("itemIds")
        json.inlineArray(itemIds) { $0.string($1) }
        json.member("script", script)
    }
}
