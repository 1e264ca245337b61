import Alignment
import Bitext
import Procedures
import Workspace

/// The findings document, as `Schemas/findings.schema.json` describes it.
///
/// The summary stands before the pages and is known behind them, so the pages wait in a ``Spool``, whose memory is bounded.
final class JSONReporter: FindingsReporter {
    /// The version of the document's shape.
    static let schemaVersion = 1

    private let sink: any ReportSink
    private let spool = Spool()
    private var writer = JSONWriter(reserving: 1 << 16)

    init(to sink: any ReportSink) {
        self.sink = sink
        // The pages are written as if the head stood before them; the head is written last.
        Self.begin(&writer, head: nil)
        _ = writer.drain()
    }

    func add(_ page: CheckedPage) throws {
        writer.object { json in
            json.member("path", page.path)
            json.member("segments", page.outcome.segments)
            json.key("findings")
            json.array(page.findings) { $1.write(to: &$0) }
        }
        try spool.write(logSafeJSON(writer.drain()))
    }

    func finish(_ totals: FindingTotals) throws {
        writer.endArray()
        writer.endObject()
        try spool.write(writer.drain())
        var head = JSONWriter()
        Self.begin(&head, head: totals)
        try sink.write(head.drain())
        try spool.drain { try sink.write($0) }
        try sink.write("\n")
    }

    /// Opens the document up to its first page.
    private static func begin(_ json: inout JSONWriter, head totals: FindingTotals?) {
        json.beginObject()
        if let totals {
            json.member("schemaVersion", schemaVersion)
            json.key("generator")
            json.object { $0.members(of: .diptych) }
            json.key("summary")
            json.object { json in
                json.member("pages", totals.pages)
                json.member("segments", totals.segments)
                json.member("errors", totals.errors)
                json.member("warnings", totals.warnings)
                json.member("notes", totals.notes)
            }
        }
        json.key("pages")
        json.beginArray()
    }
}

extension Finding {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("rule", rule)
            json.member("severity", severity.rawValue)
            json.member("category", category.rawValue)
            json.member("message", message)
            json.member("segment", segment)
            json.member("side", side?.rawValue)
            json.member("line", start.line)
            json.member("column", start.column)
            json.member("endLine", end.line)
            json.member("endColumn", end.column)
            json.key("evidence")
            json.inlineObject { json in
                json.member("source", evidence.source)
                json.member("target", evidence.target)
            }
            json.member("fingerprint", fingerprint)
        }
    }
}

extension JSONWriter {
    mutating func member(_ key: StaticString, _ value: String?) {
        self.key(key)
        string(value)
    }

    mutating func member(_ key: StaticString, _ value: Int) {
        self.key(key)
        number(value)
    }

    mutating func members(of generator: Generator) {
        member("name", generator.name)
        member("version", generator.version)
    }
}
