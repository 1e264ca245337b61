import Checks
import Foundation
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
            let file = try JSONDecoder().decode(File.self, from: Data(bytes))
            guard file.schemaVersion == 1 else {
                throw FileError(
                    path: path,
                    reason: "is a baseline of version \(file.schemaVersion), and this diptych reads version 1; "
                        + "write it again with --write-baseline")
            }
            for entry in file.findings { rest[entry, default: 0] += 1 }
        } catch let error as FileError {
            throw error
        } catch {
            throw FileError(path: path, reason: "is not a baseline; write one with --write-baseline")
        }
    }

    /// How many entries hid no finding.
    public var unmet: Int { rest.values.reduce(0, +) }

    /// The findings of a page that are not hidden. An entry that is listed twice hides two.
    public mutating func filter(_ findings: [Finding], of page: FilePath) -> [Finding] {
        guard !rest.isEmpty else { return findings }
        let path = relative(page)
        return findings.filter { finding in
            let entry = Entry(path: path, rule: finding.rule, fingerprint: finding.fingerprint)
            guard let count = rest[entry] else { return true }
            rest[entry] = count > 1 ? count - 1 : nil
            hidden += 1
            return false
        }
    }

    /// The findings of a page that are not hidden. Does not count for ``hidden`` and ``unmet``.
    func unexcused(_ findings: [Finding], of page: FilePath) -> [Finding] {
        guard !rest.isEmpty, !findings.isEmpty else { return findings }
        let path = relative(page)
        var used: [Entry: Int] = [:]
        return findings.filter { finding in
            let entry = Entry(path: path, rule: finding.rule, fingerprint: finding.fingerprint)
            guard used[entry, default: 0] < rest[entry, default: 0] else { return true }
            used[entry, default: 0] += 1
            return false
        }
    }

    /// Adds a page's findings to what ``write(to:)`` writes.
    public mutating func add(_ findings: [Finding], of page: FilePath) {
        let path = relative(page)
        new += findings.map { Entry(path: path, rule: $0.rule, fingerprint: $0.fingerprint) }
    }

    /// Writes the baseline: sorted, a line for each finding, so that `git diff` shows what changed.
    public func write(to path: String) throws(FileError) {
        var text = "{\n  \"schemaVersion\": 1,\n  \"findings\": ["
        for (index, entry) in new.sorted().enumerated() {
            text += index == 0 ? "\n" : ",\n"
            text +=
                "    {\"path\": \(quoted(entry.path)), \"rule\": \(quoted(entry.rule)), \"fingerprint\": \(quoted(entry.fingerprint))}"
        }
        text += new.isEmpty ? "]\n}\n" : "\n  ]\n}\n"
        try FileSystem.write(Array(text.utf8), to: FilePath(path))
    }

    /// How many findings ``write(to:)`` writes.
    public var count: Int { new.count }

    private func relative(_ page: FilePath) -> String {
        var path = page.fromRoot
        return path.removePrefix(folder) ? path.string : page.string
    }

    private func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case "\u{0}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
