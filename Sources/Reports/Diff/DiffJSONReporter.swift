import Bitext
import Checklists
import JSON
import Revisions
import Workspace

/// A diff as data, as `Schemas/diff.schema.json` describes it: every item of every page.
package final class DiffJSONReporter: DiffReporter {
    /// The version of the document's shape.
    static let schemaVersion = 1

    private let sink: any ReportSink
    private let plan: DiffPlan
    // What the pages add to each of the arrays, which follow one another.
    private let pages = Part()
    private let checklists = Part()
    private let items = Part()

    package init(to sink: any ReportSink, _ plan: DiffPlan) {
        self.sink = sink
        self.plan = plan
    }

    /// The elements of one array of the document.
    private final class Part {
        private let spool = Spool()
        private var writer = JSONWriter(reserving: 1 << 12)

        init() {
            // As if the object and the key stood before it.
            writer.beginObject()
            writer.key("")
            writer.beginArray()
            _ = writer.drain()
        }

        func write(_ body: (inout JSONWriter) -> Void) { writer.object(body) }

        /// Moves what was written out of memory.
        func flush() throws { try spool.write(logSafeJSON(writer.drain())) }

        func finish(to sink: any ReportSink) throws {
            writer.endArray()
            try flush()
            try spool.drain { try sink.write($0) }
        }
    }

    package func add(_ page: DiffRun.Outcome, _ diff: PageDiff) throws {
        pages.write { json in
            json.member("page", page.name)
            json.member("change", page.changeName)
            json.member("old", page.kind == .added ? nil : page.oldName)
            json.member("new", page.kind == .removed ? nil : page.newName)
        }
        for list in diff.lists {
            checklists.write { $0.members(of: list, on: page) }
            for entry in list.entries { items.write { $0.members(of: entry, in: list, on: page) } }
        }
        for part in [pages, checklists, items] { try part.flush() }
    }

    package func finish(_ totals: DiffTotals) throws {
        var head = JSONWriter()
        head.beginObject()
        head.member("schemaVersion", Self.schemaVersion)
        head.key("generator")
        head.object { $0.members(of: .diptych) }
        head.member("old", plan.old)
        head.member("new", plan.new)
        head.key("summary")
        head.object { json in
            json.member("pages", totals.pages)
            json.member("changedPages", totals.changedPages)
            json.member("failedPages", totals.failedPages)
            json.member("changedChecklists", totals.changedChecklists)
            json.member("outdatedTranslations", totals.outdatedTranslations)
            json.key("items")
            json.object { json in
                for change in ItemChange.allCases {
                    json.key(escaping: change.rawValue)
                    json.number(totals.count(change))
                }
            }
        }
        try sink.write(logSafeJSON(head.drain()))
        for (name, part) in [("pages", pages), ("checklists", checklists), ("items", items)] {
            head.key(escaping: name)
            try sink.write(head.drain())
            head.beginArray()
            _ = head.drain()
            head.endArray()
            _ = head.drain()
            try sink.write("[")
            try part.finish(to: sink)
        }
        head.endObject()
        try sink.write(head.drain() + [0x0A])
    }
}

extension DiffRun.Outcome {
    fileprivate var changeName: String { kind == .kept ? (hasChanges ? "changed" : "unchanged") : kind.rawValue }
}

extension JSONWriter {
    fileprivate mutating func members(of list: PageDiff.List, on page: DiffRun.Outcome) {
        member("id", list.id)
        member("page", page.name)
        member(
            "change",
            list.old == nil ? "added" : list.new == nil ? "removed" : list.isHeadChanged ? "changed" : "unchanged")
        for (key, checklist) in [("old", list.old), ("new", list.new)] {
            self.key(escaping: key)
            guard let checklist else {
                null()
                continue
            }
            object { json in
                json.member("id", checklist.id)
                json.member("kind", checklist.kind.rawValue)
                json.text("title", checklist.title)
                json.text("leadIn", checklist.leadIn?.text)
                json.member("line", checklist.line)
            }
        }
    }

    fileprivate mutating func members(of entry: PageDiff.Entry, in list: PageDiff.List, on page: DiffRun.Outcome) {
        member("id", entry.id)
        member("change", entry.change.rawValue)
        key("changes")
        inlineArray(entry.changes) { $0.string($1.rawValue) }
        key("translationOutdated")
        bool(entry.isTranslationOutdated)
        member("page", page.name)
        member("checklist", list.id)
        for (key, appearance) in [("old", entry.old), ("new", entry.new)] {
            self.key(escaping: key)
            guard let appearance else {
                null()
                continue
            }
            object { $0.members(of: appearance) }
        }
        guard let words = entry.words else { return }
        key("words")
        array(words.pieces) { json, piece in
            json.inlineObject { json in
                json.member("kind", piece.kind.rawValue)
                json.member("text", piece.text)
            }
        }
    }

    private mutating func members(of appearance: PageDiff.Appearance) {
        member("id", appearance.id)
        member("checklist", appearance.checklist)
        member("parent", appearance.parent)
        member("position", appearance.position)
        member("marker", appearance.marker)
        member("line", appearance.line)
        text("text", appearance.text)
        key("code")
        inlineArray(appearance.code) { $0.string($1) }
    }

    private mutating func text(_ key: StaticString, _ text: BilingualText?) {
        self.key(key)
        guard let text else { return null() }
        inlineObject { json in
            json.member("source", text.source)
            json.member("target", text.target)
        }
    }
}
