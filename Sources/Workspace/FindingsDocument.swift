import Bitext
import Checks
import Code
import JSON
import PageDocuments
import ParsedBitext

/// The findings document, as `Schemas/findings.schema.json` describes it, piece by piece: a page's part can be made on any
/// thread, and kept.
package enum FindingsDocument {
    /// The version of the document's shape.
    package static let schemaVersion = 1

    /// What the document says before its pages.
    package struct Summary: Sendable, Equatable {
        /// How many pages were checked.
        package var pages = 0
        /// How many segments they have.
        package var segments = 0
        /// How many findings are errors, shown or not.
        package var errors = 0
        /// How many findings are warnings, shown or not.
        package var warnings = 0
        /// How many findings are notes, shown or not.
        package var notes = 0

        package init() {}
    }

    /// What the document says of one page.
    struct Element: Sendable, Equatable, Decodable {
        let path: String
        /// The page that it translates; nil where that is in the same file.
        let source: String?
        let segments: Int
        let findings: [Record]
    }

    /// What the document says of one finding.
    struct Record: Sendable, Equatable, Decodable {
        struct Evidence: Sendable, Equatable, Decodable {
            let source: String?
            let target: String?
        }

        /// Both texts of a segment, as the page has them.
        struct Text: Sendable, Equatable, Decodable {
            var source: String?
            var target: String?
        }

        /// A range of the page. Where it is part of something else, its members are among the other ones.
        struct Mark: Sendable, Equatable, Decodable {
            let line: Int
            let column: Int
            let endLine: Int
            let endColumn: Int
        }

        /// One of the places of a fault that repeats.
        struct Place: Sendable, Equatable {
            let segment: String?
            let mark: Mark
            let fingerprint: String
        }

        /// A change that repairs the fault.
        struct Fix: Sendable, Equatable {
            let mark: Mark
            let replacement: String
            let isSafe: Bool
        }

        let rule: String
        let severity: String
        let category: String
        let message: String
        let segment: String?
        let side: String?
        /// nil where the document leaves out texts.
        let text: Text?
        let line: Int
        let column: Int
        let endLine: Int
        let endColumn: Int
        let evidence: Evidence
        /// nil where no memory was looked in, or it has nothing like the source.
        let memory: MemoryMatch?
        /// Where the other side has what the finding is about.
        let counterpart: Mark?
        /// nil where there is none, or it is at another place than the finding.
        let fix: Fix?
        /// Empty where the fault does not repeat.
        let places: [Place]
        let fingerprint: String
    }

    /// So many findings of one segment have its texts. Hundreds of findings on a long segment would make the document much
    /// longer than the page.
    static let maxTextsOfSegment = 16

    /// What the document says of one page: an element of `pages`, from the line break before it.
    ///
    /// - Parameters:
    ///   - source: the page that it translates, where that is another file.
    ///   - page: the page, to show the texts of the findings' segments; nil to leave them out.
    package static func element(
        path: String, source: String?, segments: Int, findings: [Finding], textsOf page: Bitext?
    ) -> [UInt8] {
        var shown: [Int: Int] = [:]
        let records = findings.map { finding in
            guard let page else { return Record(finding, text: nil) }
            guard let index = finding.segmentIndex, page.segments.indices.contains(index),
                shown[index, default: 0] < maxTextsOfSegment
            else { return Record(finding, text: .init()) }
            shown[index, default: 0] += 1
            let segment = page.segments[index]
            func text(_ side: Side) -> String? { segment[side].map { page[side].text($0.range) } }
            return Record(finding, text: .init(source: text(.source), target: text(.target)))
        }
        return json(Element(path: path, source: source, segments: segments, findings: records))
    }

    /// An element as ``element(path:segments:findings:textsOf:)`` makes it.
    static func json(_ element: Element) -> [UInt8] {
        var json = JSONWriter(reserving: 256 + element.findings.count * 512)
        // As if the document stood around it.
        json.beginObject()
        json.key("pages")
        json.beginArray()
        _ = json.drain()
        json.object { json in
            json.member("path", element.path)
            if let source = element.source { json.member("source", source) }
            json.member("segments", element.segments)
            json.key("findings")
            json.array(element.findings) { $1.write(to: &$0) }
        }
        return logSafeJSON(json.drain())
    }

    /// Reads the elements of a whole document.
    static func elements(in json: [UInt8]) throws -> [Element] {
        struct Document: Decodable {
            let pages: [Element]
        }
        return try JSONReading.decode(Document.self, from: json).pages
    }

    /// The document up to its first page.
    package static func head(_ summary: Summary) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("schemaVersion", schemaVersion)
        json.key("generator")
        json.object { $0.members(of: .diptych) }
        json.key("summary")
        json.object { json in
            json.member("pages", summary.pages)
            json.member("segments", summary.segments)
            json.member("errors", summary.errors)
            json.member("warnings", summary.warnings)
            json.member("notes", summary.notes)
        }
        json.key("pages")
        json.beginArray()
        return json.drain()
    }

    /// The document after its last page.
    package static func tail(isEmpty: Bool) -> [UInt8] { Array((isEmpty ? "]\n}\n" : "\n  ]\n}\n").utf8) }
}

extension FindingsDocument.Record {
    fileprivate init(_ finding: Finding, text: Text?) {
        self.init(
            rule: finding.rule, severity: finding.severity.rawValue, category: finding.category.rawValue,
            message: finding.message, segment: finding.segment, side: finding.side?.rawValue,
            text: text, line: finding.start.line, column: finding.start.column, endLine: finding.end.line,
            endColumn: finding.end.column,
            evidence: Evidence(source: finding.evidence.source, target: finding.evidence.target),
            memory: finding.memory,
            counterpart: finding.counterpart.map { Mark($0.start, $0.end) },
            fix: finding.fix.flatMap { fix in
                guard fix.location == finding.location else { return nil }
                return Fix(
                    mark: Mark(finding.start, finding.end), replacement: fix.replacement, isSafe: fix.isSafe)
            },
            places: finding.places.map {
                Place(segment: $0.segment, mark: Mark($0.start, $0.end), fingerprint: $0.fingerprint)
            },
            fingerprint: finding.fingerprint)
    }

    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("rule", rule)
            json.member("severity", severity)
            json.member("category", category)
            json.member("message", message)
            json.member("segment", segment)
            json.member("side", side)
            if let text {
                json.key("text")
                json.inlineObject { json in
                    json.member("source", text.source)
                    json.member("target", text.target)
                }
            }
            json.member("line", line)
            json.member("column", column)
            json.member("endLine", endLine)
            json.member("endColumn", endColumn)
            json.key("evidence")
            json.inlineObject { json in
                json.member("source", evidence.source)
                json.member("target", evidence.target)
            }
            if let memory {
                json.key("memory")
                json.inlineObject { $0.members(of: memory) }
            }
            json.key("counterpart")
            if let counterpart { json.inlineObject { counterpart.writeMembers(to: &$0) } } else { json.null() }
            json.key("fix")
            if let fix { fix.write(to: &json) } else { json.null() }
            json.key("places")
            json.array(places) { $1.write(to: &$0) }
            json.member("fingerprint", fingerprint)
        }
    }
}

extension FindingsDocument.Record.Mark {
    fileprivate init(_ start: Position, _ end: Position) {
        self.init(line: start.line, column: start.column, endLine: end.line, endColumn: end.column)
    }

    fileprivate func writeMembers(to json: inout JSONWriter) {
        json.member("line", line)
        json.member("column", column)
        json.member("endLine", endLine)
        json.member("endColumn", endColumn)
    }
}

extension FindingsDocument.Record.Fix: Decodable {
    private enum CodingKeys: CodingKey {
        case replacement, isSafe
    }

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            mark: try .init(from: decoder), replacement: try members.decode(String.self, forKey: .replacement),
            isSafe: try members.decode(Bool.self, forKey: .isSafe))
    }

    fileprivate func write(to json: inout JSONWriter) {
        json.inlineObject { json in
            mark.writeMembers(to: &json)
            json.member("replacement", replacement)
            json.key("isSafe")
            json.bool(isSafe)
        }
    }
}

extension FindingsDocument.Record.Place: Decodable {
    private enum CodingKeys: CodingKey {
        case segment, fingerprint
    }

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            segment: try members.decodeIfPresent(String.self, forKey: .segment), mark: try .init(from: decoder),
            fingerprint: try members.decode(String.self, forKey: .fingerprint))
    }

    fileprivate func write(to json: inout JSONWriter) {
        json.inlineObject { json in
            json.member("segment", segment)
            mark.writeMembers(to: &json)
            json.member("fingerprint", fingerprint)
        }
    }
}

extension JSONWriter {
    /// Writes what a memory says, as members of the open object.
    package mutating func members(of memory: MemoryMatch) {
        member("percent", memory.percent)
        member("source", memory.source)
        member("target", memory.target)
        member("places", memory.places)
        member("origin", memory.origin)
    }

    /// Writes which program wrote the document, as members of the open object.
    package mutating func members(of generator: Generator) {
        member("name", generator.name)
        member("version", generator.version)
    }
}
