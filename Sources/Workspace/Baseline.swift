import Checks
import JSON
import ParsedBitext
import SystemPackage

/// A list of known findings that are not reported again, also when their lines and segment ids change.
public struct Baseline: Sendable {
    /// A finding, named by what stays when segments get new ids.
    struct Entry: Codable, Hashable, Comparable {
        /// From the baseline's folder.
        let path: String
        let rule: String
        let fingerprint: String

        static func < (left: Self, right: Self) -> Bool {
            (left.path, left.rule, left.fingerprint) < (right.path, right.rule, right.fingerprint)
        }
    }

    private struct File: Codable {
        let schemaVersion: Int
        let findings: [Entry]
    }

    private let folder: FilePath
    /// How many more times each finding is hidden.
    private var rest: [Entry: Int] = [:]
    /// The pages and the rules that the baseline names.
    private var pages: Set<String> = []
    private var rules: Set<String> = []
    /// The pages that were checked.
    private var checked: Set<String> = []
    /// How many findings the baseline hid.
    public private(set) var hidden = 0
    private var new: [Entry] = []

    /// An empty baseline, to fill and write to `path`.
    public init(for path: String) { folder = FilePath(path).fromRoot.removingLastComponent() }

    /// Reads a baseline.
    ///
    /// - Throws: ``FileError`` where the file cannot be read, or is not a baseline. Nothing of it is quoted.
    public init(reading path: String) throws(FileError) {
        self.init(for: path)
        let bytes = try FileSystem.read(FilePath(path))
        do {
            let file = try JSONReading.decode(File.self, from: bytes)
            guard file.schemaVersion == 1 else {
                throw FileError(
                    path: path,
                    reason: "is a baseline of version \(file.schemaVersion), and this diptych reads version 1; "
                        + "write it again with --write-baseline")
            }
            for entry in file.findings { rest[entry, default: 0] += 1 }
            pages = Set(file.findings.map(\.path))
            rules = Set(file.findings.map(\.rule))
        } catch let error as FileError {
            throw error
        } catch {
            throw FileError(path: path, reason: "is not a baseline; write one with --write-baseline")
        }
    }

    /// The entries that hid no finding.
    public struct Unmet: Sendable, Equatable {
        /// How many are about pages and rules that were checked, or about pages that are gone.
        public var count = 0
        /// Whether the baseline has entries of other pages or rules. Then a new baseline from the same check would lack
        /// them.
        public var isPartial = false
    }

    /// The entries that hid no finding.
    ///
    /// - Parameter active: the rules that were checked.
    public func unmet(by active: [ActiveRule]) -> Unmet {
        let active = Set(active.map(\.description.name))
        // A page that was not checked is gone, or it was not asked for.
        let others = pages.subtracting(checked).filter { FileSystem.kind(of: folder.pushing(FilePath($0))) != nil }
        var unmet = Unmet(isPartial: !others.isEmpty || !rules.isSubset(of: active))
        for (entry, count) in rest where active.contains(entry.rule) && !others.contains(entry.path) {
            unmet.count += count
        }
        return unmet
    }

    /// The findings of a page that are not hidden. An entry that is listed twice hides two.
    public mutating func filter(_ findings: [Finding], of page: FilePath) -> [Finding] {
        let names = names(of: page)
        checked.formUnion(names)
        guard !rest.isEmpty else { return findings }
        return findings.filter { finding in
            guard let entry = entry(for: finding, names, where: { rest[$0] != nil }) else { return true }
            let count = rest[entry, default: 0]
            rest[entry] = count > 1 ? count - 1 : nil
            hidden += 1
            return false
        }
    }

    /// The findings of a page that are not hidden. Does not count for ``hidden`` and ``unmet``.
    func unexcused(_ findings: [Finding], of page: FilePath) -> [Finding] {
        guard !rest.isEmpty, !findings.isEmpty else { return findings }
        let names = names(of: page)
        var used: [Entry: Int] = [:]
        return findings.filter { finding in
            let entry = entry(for: finding, names) { used[$0, default: 0] < rest[$0, default: 0] }
            guard let entry else { return true }
            used[entry, default: 0] += 1
            return false
        }
    }

    /// Adds a page's findings to what ``write(to:)`` writes.
    public mutating func add(_ findings: [Finding], of page: FilePath) {
        let path = names(of: page)[0]
        new += findings.map { Entry(path: path, rule: $0.rule, fingerprint: $0.fingerprint) }
    }

    /// Writes the baseline: sorted, a line for each finding, so that `git diff` shows what changed.
    public func write(to path: String) throws(FileError) {
        var json = JSONWriter()
        json.object { json in
            json.key("schemaVersion")
            json.number(1)
            json.key("findings")
            json.array(new.sorted()) { json, entry in
                json.inlineObject { json in
                    json.key("path")
                    json.string(entry.path)
                    json.key("rule")
                    json.string(entry.rule)
                    json.key("fingerprint")
                    json.string(entry.fingerprint)
                }
            }
        }
        try FileSystem.write(json.finish(), to: FilePath(path))
    }

    /// How many findings ``write(to:)`` writes.
    public var count: Int { new.count }

    /// The names of a page in entries. The first one is written: its path from the baseline's folder, so that it does not
    /// matter where diptych was started. Version 0.1.0 named a page outside of that folder as the user wrote it.
    private func names(of page: FilePath) -> [String] {
        if page == "-" { return [page.string] }
        let name = page.name(from: folder)
        return name.hasPrefix("../") ? [name, page.string] : [name]
    }

    private func entry(for finding: Finding, _ names: [String], where isKnown: (Entry) -> Bool) -> Entry? {
        names.lazy.map { Entry(path: $0, rule: finding.rule, fingerprint: finding.fingerprint) }.first(where: isKnown)
    }
}
