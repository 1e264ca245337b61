import Bitext
import Checks
import Code
import JSON
import ParsedBitext
import SystemPackage
import Workspace

/// SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0), for code scanning and editors.
///
/// Pages are named from the root of their repository, wherever diptych was started: that is how code scanning finds them.
final class SARIFReporter: FindingsReporter {
    /// GitHub refuses a run with more results
    /// (https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning).
    static let maxResults = 25_000

    private let sink: any ReportSink
    private let ruleIndices: [String: Int]
    private var writer: JSONWriter
    private var failures: [FileError] = []
    private var places = PlaceFinder()
    /// Chooses the results of the report.
    private var worst: WorstFindings
    /// The results that may be chosen. They wait until all are known, as a worse one may come.
    private let results = Spool()
    /// The same results: how severe each is, and how many bytes it has.
    private var waiting: [(severity: Finding.Severity, bytes: Int)] = []
    private let head: [UInt8]

    /// - Parameters:
    ///   - rules: those that are on. A viewer gets their descriptions from here.
    ///   - rulesAddress: where `Docs/rules.md` can be read, for links; nil if it is not published.
    ///   - limit: how many results the report has at most.
    init(to sink: any ReportSink, rules: [ActiveRule], rulesAddress: String? = nil, limit: Int = maxResults) {
        self.sink = sink
        worst = WorstFindings(limit: limit)
        let descriptions = rules.map { $0.rule.description }
        ruleIndices = Dictionary(
            descriptions.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        var writer = JSONWriter(reserving: 1 << 16)
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
                if let rulesAddress { json.member("informationUri", rulesAddress) }
                json.key("rules")
                json.array(descriptions) { $1.write(to: &$0, rulesAddress) }
            }
        }
        writer.member("columnKind", "unicodeCodePoints")
        writer.key("results")
        writer.beginArray()
        head = writer.drain()
        self.writer = writer
    }

    func add(_ page: ShownPage) throws {
        let place = places.place(of: page.outcome.path)
        for finding in page.findings where worst.add(finding.severity) {
            write(finding, at: place, isFixable: page.outcome.isFixable)
            // What separates it from the one before is written when that is known.
            let bytes = logSafeJSON(writer.drain()).drop { $0 == UInt8(ascii: ",") }
            waiting.append((finding.severity, bytes.count))
            try results.write(Array(bytes))
        }
    }

    func add(_ failure: FileError) { failures.append(failure) }

    func finish(_ totals: FindingTotals) throws {
        try sink.write(logSafeJSON(head))
        try writeResults()
        writer.endArray()
        if let root = places.root {
            writer.key("originalUriBaseIds")
            writer.object { json in
                json.key(escaping: PlaceFinder.rootName)
                json.object { $0.member("uri", FileURI.folder(root)) }
            }
        }
        let failures = failures.map { (reason: $0.reason, place: places.place(of: FilePath($0.path))) }
        writer.key("invocations")
        writer.array([failures]) { json, failures in
            json.object { json in
                json.key("executionSuccessful")
                json.bool(failures.isEmpty)
                json.key("toolExecutionNotifications")
                json.array(failures) { json, failure in
                    json.object { json in
                        json.member("level", "error")
                        json.text("message", Self.plain(failure.reason))
                        json.location(failure.place)
                    }
                }
            }
        }
        writer.endObject()
        writer.endArray()
        writer.endObject()
        try sink.write(logSafeJSON(writer.drain()) + [UInt8(ascii: "\n")])
    }

    var notes: [String] {
        guard worst.left > 0 else { return [] }
        return [
            "the SARIF report has only the worst \(CountText.number(worst.limit)) of "
                + "\(CountText.counted(worst.total, "finding")), as code scanning takes no more of one run; "
                + "use --severity warning, or check the folders one by one"
        ]
    }

    /// Writes the chosen results, in the order of the pages.
    private func writeResults() throws {
        var choice = worst.choice
        var waiting = waiting.makeIterator()
        // How many bytes of the current result are still to come, and whether it is chosen.
        var (rest, isChosen) = (0, false)
        var isFirst = true
        try results.drain { chunk in
            var chunk = chunk[...]
            var output: [UInt8] = []
            while !chunk.isEmpty {
                if rest == 0 {
                    guard let next = waiting.next() else { break }
                    rest = next.bytes
                    isChosen = choice.takes(next.severity)
                    if isChosen, !isFirst { output.append(UInt8(ascii: ",")) }
                    if isChosen { isFirst = false }
                }
                let part = chunk.prefix(rest)
                if isChosen { output += part }
                rest -= part.count
                chunk = chunk.dropFirst(part.count)
            }
            try sink.write(output)
        }
    }

    /// In a message `[text](target)` is a link (3.11.6); page text must not make one.
    fileprivate static func plain(_ message: String) -> String {
        guard message.contains("](") else { return message }
        return message.replacing("\\", with: "\\\\").replacing("[", with: "\\[").replacing("]", with: "\\]")
    }

    /// - Parameter isFixable: whether `check --fix` may change the page.
    private func write(_ finding: Finding, at place: PlaceFinder.Place, isFixable: Bool) {
        writer.object { json in
            json.member("ruleId", finding.rule)
            if let index = ruleIndices[finding.rule] { json.member("ruleIndex", index) }
            json.member("level", finding.severity.rawValue)
            json.text("message", Self.plain(finding.messageWithMemory))
            json.location(place) { $0.region("region", finding.start, finding.end) }
            if !finding.places.isEmpty {
                json.key("relatedLocations")
                json.array(Array(finding.places.dropFirst())) { json, related in
                    json.physicalLocation(place) { $0.region("region", related.start, related.end) }
                }
            }
            json.key("partialFingerprints")
            json.object { $0.member("diptych/v1", finding.fingerprint) }
            if let memory = finding.memory {
                json.key("properties")
                json.object { json in
                    json.key("memory")
                    json.object { $0.members(of: memory) }
                }
            }
            let changes = Change.all(of: finding)
            guard isFixable, !changes.isEmpty else { return }
            json.key("fixes")
            json.array([changes]) { json, changes in json.write(changes, at: place) }
        }
    }
}

extension RuleDescription {
    fileprivate func write(to json: inout JSONWriter, _ rulesAddress: String?) {
        json.object { json in
            json.member("id", name)
            if let rulesAddress { json.member("helpUri", "\(rulesAddress)#\(name)") }
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

/// A fix with the region that it replaces.
private struct Change {
    let fix: Finding.Fix
    let start: Position
    let end: Position

    /// The fixes of a finding. The regions are those of the finding, so a fix of another place has none.
    static func all(of finding: Finding) -> [Change] {
        if finding.places.isEmpty {
            guard let fix = finding.fix, fix.location == finding.location else { return [] }
            return [Change(fix: fix, start: finding.start, end: finding.end)]
        }
        return finding.places.compactMap { place in
            guard let fix = place.fix, fix.location == place.location else { return nil }
            return Change(fix: fix, start: place.start, end: place.end)
        }
    }
}

/// Finds how SARIF names files.
private struct PlaceFinder {
    /// The name that SARIF viewers know for the root of the sources.
    static let rootName = "%SRCROOT%"

    /// A file: a reference, and whether it is to be resolved from ``root``.
    struct Place {
        let uri: String
        let isBelowRoot: Bool
    }

    /// The root of the repository that the first file in one belongs to. A run has one root of sources.
    private(set) var root: FilePath?
    private var finder = RepositoryFinder()

    mutating func place(of path: FilePath) -> Place {
        guard path != "-", let (root, below) = finder.location(of: path) else {
            return Place(uri: FileURI.relative(path), isBelowRoot: false)
        }
        if self.root == nil { self.root = root }
        return self.root == root
            ? Place(uri: FileURI.encoded(below), isBelowRoot: true)
            : Place(uri: FileURI.whole(root.pushing(below)), isBelowRoot: false)
    }
}

extension JSONWriter {
    fileprivate mutating func text(_ key: StaticString, _ text: String) {
        self.key(key)
        object { $0.member("text", text) }
    }

    /// `artifactLocation`: which file.
    fileprivate mutating func artifact(_ place: PlaceFinder.Place) {
        key("artifactLocation")
        object { json in
            json.member("uri", place.uri)
            if place.isBelowRoot { json.member("uriBaseId", PlaceFinder.rootName) }
        }
    }

    /// Where in the file something is.
    fileprivate mutating func region(_ key: StaticString, _ start: Position, _ end: Position) {
        self.key(key)
        object { json in
            json.member("startLine", start.line)
            json.member("startColumn", start.column)
            json.member("endLine", end.line)
            json.member("endColumn", end.column)
        }
    }

    /// A fix of the file, which changes all places of the finding.
    fileprivate mutating func write(_ changes: [Change], at place: PlaceFinder.Place) {
        let option = changes.allSatisfy(\.fix.isSafe) ? "--fix" : "--fix --unsafe"
        object { json in
            json.text("description", "What `diptych check \(option)` does")
            json.key("artifactChanges")
            json.array([place]) { json, place in
                json.object { json in
                    json.artifact(place)
                    json.key("replacements")
                    json.array(changes) { json, change in
                        json.object { json in
                            json.region("deletedRegion", change.start, change.end)
                            json.text("insertedContent", change.fix.replacement)
                        }
                    }
                }
            }
        }
    }

    /// `locations` with the one place in a file.
    fileprivate mutating func location(
        _ place: PlaceFinder.Place, _ region: (inout JSONWriter) -> Void = { _ in }
    ) {
        key("locations")
        array([place]) { json, place in json.physicalLocation(place, region) }
    }

    /// A place in a file.
    fileprivate mutating func physicalLocation(_ place: PlaceFinder.Place, _ region: (inout JSONWriter) -> Void) {
        object { json in
            json.key("physicalLocation")
            json.object { json in
                json.artifact(place)
                region(&json)
            }
        }
    }
}
