import Checklists
import Code
import Hashing
import JSON
import PageDocuments
import Revisions

/// `index.json`: every checklist of all pages, to be found without opening a page document.
enum ChecklistIndex {
    static let schemaVersion = 1
    static let fileName = "index.json"

    /// What the index says of one page: an element for each checklist, as they stand in the document.
    static func elements(of document: PageDocument, path: String, scripts: [String: String]) -> [UInt8] {
        var json = JSONWriter(reserving: 1024 + document.checklists.count * 512)
        json.beginObject()
        json.key("checklists")
        json.beginArray()
        _ = json.drain()
        for checklist in document.checklists {
            json.object { checklist.write(to: &$0, of: document, path: path, script: scripts[checklist.id]) }
        }
        return json.drain()
    }

    /// The document around the elements.
    static func document(_ elements: [[UInt8]], totals: Totals) -> [UInt8] {
        var json = JSONWriter(reserving: 4096)
        json.beginObject()
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
        json.beginArray()
        var bytes = json.drain()
        bytes += elements.filter { !$0.isEmpty }.joined(separator: [UInt8(ascii: ",")])
        bytes += Array((totals.checklists == 0 ? "]\n}\n" : "\n  ]\n}\n").utf8)
        return bytes
    }

    struct Totals {
        var pages = 0
        var checklists = 0
        var tasks = 0
    }
}

extension Checklist {
    fileprivate func write(
        to json: inout JSONWriter, of document: PageDocument, path: String, script: String?
    ) {
        json.member("id", id)
        json.member("page", path)
        json.member("locale", document.page.targetLocale ?? document.page.sourceLocale)
        json.member("kind", kind.rawValue)
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
        var ids: [String] = []
        var blocks = 0
        collect(items, &ids, &blocks)
        json.member("items", ids.count)
        json.member("codeBlocks", blocks)
        json.key("itemIds")
        json.inlineArray(ids) { $0.string($1) }
        json.member("script", script)
    }

    /// All items, those below items among them, in the order of the page.
    private func collect(_ items: [Item], _ ids: inout [String], _ blocks: inout Int) {
        for item in items {
            ids.append(item.id)
            blocks += item.codeBlocks.count
            collect(item.items, &ids, &blocks)
        }
    }
}
