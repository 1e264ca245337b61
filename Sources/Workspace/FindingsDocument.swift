import Checks
import ParsedBitext
import TranslationModel
import Checklists
import Code
import Hashing
import JSON
import PageDocuments
import Revisions

/// The findings document, as `Schemas/findings.schema.json` describes it, piece by piece: a page's part can be made on any
/// thread, and kept.
package enum FindingsDocument {
    /// The version of the document's shape.
    package static let schemaVersion = 1

    /// What the document says in front of its pages.
    package struct Summary: Sendable, Equatable {
        package var pages = 0
        package var segments = 0
        package var errors = 0
        package var warnings = 0
        package var notes = 0

        package init() {}
    }

    /// What the document says of one page: an element of `pages`, from the line break in front of it.
    package static func element(path: String, segments: Int, findings: [Finding]) -> [UInt8] {
        var json = JSONWriter(reserving: 256 + findings.count * 512)
        // As if the document stood around it.
        json.beginObject()
        json.key("pages")
        json.beginArray()
        _ = json.drain()
        json.object { json in
            json.member("path", path)
            json.member("segments", segments)
            json.key("findings")
            json.array(findings) { $1.write(to: &$0) }
        }
        return logSafeJSON(json.drain())
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

    /// What stands behind the last page.
    package static func tail(isEmpty: Bool) -> [UInt8] { Array((isEmpty ? "]\n}\n" : "\n  ]\n}\n").utf8) }
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
    package mutating func member(_ key: StaticString, _ value: String?) {
        self.key(key)
        string(value)
    }

    package mutating func member(_ key: StaticString, _ value: Int) {
        self.key(key)
        number(value)
    }

    package mutating func members(of generator: Generator) {
        member("name", generator.name)
        member("version", generator.version)
    }
}
