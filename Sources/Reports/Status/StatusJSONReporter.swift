import Checks
import JSON
import PageDocuments
import Revisions
import Workspace

/// The status of pages as data, as `Schemas/status.schema.json` describes it.
package final class StatusJSONReporter: StatusReporter {
    /// The version of the document's shape.
    static let schemaVersion = 1

    private let sink: any ReportSink
    private var writer = JSONWriter(reserving: 1 << 12)

    package init(to sink: any ReportSink) throws {
        self.sink = sink
        writer.beginObject()
        writer.member("schemaVersion", Self.schemaVersion)
        writer.key("generator")
        writer.object { $0.members(of: .diptych) }
        writer.key("pages")
        writer.beginArray()
        try flush()
    }

    private func flush() throws { try sink.write(logSafeJSON(writer.drain())) }

    package func add(_ page: PageStatus) throws {
        writer.object { $0.members(of: page) }
        try flush()
    }

    package func finish(_ totals: StatusTotals) throws {
        writer.endArray()
        writer.key("summary")
        writer.object { json in
            json.member("pages", totals.pages)
            json.member("failedPages", totals.failedPages)
            json.member("changes", totals.changes)
            json.key("statuses")
            json.object { json in
                for state in PageStatus.State.allCases {
                    json.key(escaping: state.rawValue)
                    json.number(totals.count(state))
                }
            }
            json.key("locales")
            json.array(totals.byLocale) { json, row in
                json.object { json in
                    json.member("locale", row.locale)
                    for state in PageStatus.State.allCases {
                        json.key(escaping: state.rawValue)
                        json.number(row.counts[state] ?? 0)
                    }
                }
            }
        }
        writer.endObject()
        try sink.write(logSafeJSON(writer.drain()) + [0x0A])
    }
}

extension JSONWriter {
    fileprivate mutating func members(of page: PageStatus) {
        member("page", page.page.string)
        member("source", page.source?.string)
        member("locale", page.locale)
        member("status", page.failure == nil ? page.state.rawValue : nil)
        member("basis", page.basis?.name)
        var key: String?
        if case .frontMatter(let name) = page.basis { key = name }
        member("key", key)
        member("commit", page.commit)
        member("movedSource", page.movedSource?.string)
        member("error", page.failure?.description)
        self.key("reasons")
        array(page.reasons) { $0.string($1) }
        self.key("changes")
        array(page.changes) { json, change in json.object { $0.members(of: change) } }
    }

    private mutating func members(of change: PageStatus.Change) {
        member("change", change.change.kind.rawValue)
        member("part", change.change.part.rawValue)
        key("item")
        if let item = change.item {
            inlineObject { json in
                json.member("id", item.id)
                json.member("marker", item.marker)
                json.key("isStep")
                json.bool(item.isStep)
            }
        } else {
            null()
        }
        key("line")
        if let line = change.line { number(line) } else { null() }
        member("old", change.change.oldText)
        member("new", change.change.newText)
        key("target")
        object { json in
            json.member("startLine", change.target.start.line)
            json.member("startColumn", change.target.start.column)
            json.member("endLine", change.target.end.line)
            json.member("endColumn", change.target.end.column)
            json.member("text", change.targetText)
        }
    }
}
