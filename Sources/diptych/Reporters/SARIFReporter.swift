import Checks
import ParsedBitext
import TranslationModel
import Checklists
import Code
import Hashing
import JSON
import PageDocuments
import Revisions
import SystemPackage
import Workspace

/// SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0), for code scanning and editors.
final class SARIFReporter: FindingsReporter {
    private let sink: any ReportSink
    private let ruleIndices: [String: Int]
    private var writer = JSONWriter(reserving: 1 << 16)
    private var failures: [FileError] = []

    /// - Parameter rules: those that are on; a viewer gets their descriptions from here.
    init(to sink: any ReportSink, rules: [ActiveRule]) {
        self.sink = sink
        let descriptions = rules.map { $0.rule.description }
        ruleIndices = Dictionary(
            descriptions.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        writer.beginObject()
        writer.member(
            "$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
        writer.member("version", "2.1.0")
        writer.key("runs")
        writer.beginArray()
        writer.beginObject()
        writer.key("tool")
        writer.object { json in
            json.key("driver")
            json.object { json in
                json.members(of: .diptych)
                json.key("rules")
                json.array(descriptions) { $1.write(to: &$0) }
            }
        }
        writer.member("columnKind", "unicodeCodePoints")
        writer.key("results")
        writer.beginArray()
    }

    func add(_ page: CheckedPage) throws {
        let uri = FileURI.relative(page.outcome.path)
        for finding in page.findings { write(finding, at: uri) }
        try sink.write(logSafeJSON(writer.drain()))
    }

    func add(_ failure: FileError) { failures.append(failure) }

    func finish(_ totals: FindingTotals) throws {
        writer.endArray()
        writer.key("invocations")
        writer.array([failures]) { json, failures in
            json.object { json in
                json.key("executionSuccessful")
                json.bool(failures.isEmpty)
                json.key("toolExecutionNotifications")
                json.array(failures) { $1.write(to: &$0) }
            }
        }
        writer.endObject()
        writer.endArray()
        writer.endObject()
        try sink.write(logSafeJSON(writer.drain()) + [UInt8(ascii: "\n")])
    }

    /// In a message `[text](target)` is a link (3.11.6); page text must not make one.
    fileprivate static func plain(_ message: String) -> String {
        guard message.contains("](") else { return message }
        return message.replacing("\\", with: "\\\\").replacing("[", with: "\\[").replacing("]", with: "\\]")
    }

    private func write(_ finding: Finding, at uri: String) {
        writer.object { json in
            json.member("ruleId", finding.rule)
            if let index = ruleIndices[finding.rule] { json.member("ruleIndex", index) }
            json.member("level", finding.severity.rawValue)
            json.text("message", Self.plain(finding.message))
            json.location(uri) { json in
                json.key("region")
                json.object { json in
                    json.member("startLine", finding.start.line)
                    json.member("startColumn", finding.start.column)
                    json.member("endLine", finding.end.line)
                    json.member("endColumn", finding.end.column)
                }
            }
            json.key("partialFingerprints")
            json.object { $0.member("diptych/v1", finding.fingerprint) }
        }
    }
}

extension RuleDescription {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", name)
            json.text("shortDescription", summary)
            json.text("fullDescription", discussion)
            json.key("help")
            json.object { json in
                json.member("text", "\(summary)\n\n\(discussion)")
                json.member("markdown", RuleText.markdown(self))
            }
            json.key("defaultConfiguration")
            json.object { $0.member("level", severity.rawValue) }
            json.key("properties")
            json.object { $0.member("category", category.rawValue) }
        }
    }
}

extension FileError {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("level", "error")
            json.text("message", SARIFReporter.plain(reason))
            json.location(FileURI.relative(FilePath(path)))
        }
    }
}

extension JSONWriter {
    fileprivate mutating func text(_ key: StaticString, _ text: String) {
        self.key(key)
        object { $0.member("text", text) }
    }

    /// `locations` with the one place in a file.
    fileprivate mutating func location(_ uri: String, _ region: (inout JSONWriter) -> Void = { _ in }) {
        key("locations")
        array([uri]) { json, uri in
            json.object { json in
                json.key("physicalLocation")
                json.object { json in
                    json.key("artifactLocation")
                    json.object { $0.member("uri", uri) }
                    region(&json)
                }
            }
        }
    }
}
