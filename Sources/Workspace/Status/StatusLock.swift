import Hashing
import JSON
import Revisions
import SystemPackage

/// A file that remembers which revision of its source each page translates: hashes of the parts of the source.
///
/// `diptych status --accept` writes it. Pages and hashes are in order, one page after the other, so that the same pages give
/// the same bytes, and two branches that accept different pages can be merged.
struct StatusLock: Sendable {
    /// The name of the file where nothing else is configured.
    static let fileName = ".diptych-lock.json"
    private static let schemaVersion = 1

    struct Entry: Sendable, Equatable {
        /// The SHA-256 of the source's bytes.
        let sha256: String
        let hashes: SourceHashes
    }

    let path: FilePath
    private var entries: [String: Entry] = [:]

    private struct File: Codable {
        struct Page: Codable {
            let source: String
            let parts: String
        }

        let schemaVersion: Int
        let pages: [String: Page]
    }

    /// Reads a lock file; one that does not exist is empty.
    init(_ path: FilePath) throws(FileError) {
        self.path = path
        guard FileSystem.kind(of: path) != nil else { return }
        let bytes = try FileSystem.read(path)
        let file: File
        do {
            file = try JSONReading.decode(File.self, from: bytes)
        } catch {
            throw FileError(
                path: path.string,
                reason: "is no lock file of `diptych status`; delete it, and accept the pages again with --accept")
        }
        guard file.schemaVersion == Self.schemaVersion else {
            throw FileError(
                path: path.string,
                reason:
                    "is a lock file of version \(file.schemaVersion), and this diptych reads version \(Self.schemaVersion)"
            )
        }
        for (page, entry) in file.pages {
            let parts = entry.parts.split(separator: " ").compactMap { UInt64($0, radix: 16) }
            entries[page] = Entry(sha256: entry.source, hashes: SourceHashes(values: parts))
        }
    }

    /// What the lock says of a page.
    subscript(page: FilePath) -> Entry? { entries[name(of: page)] }

    /// Takes the source of a page, as it is now, for the one that it translates.
    mutating func accept(_ page: FilePath, _ entry: Entry) { entries[name(of: page)] = entry }

    /// Writes the file, whole or not at all. Pages that are gone are left out.
    func write() throws(FileError) {
        let folder = path.fromRoot.removingLastComponent()
        let pages = entries.filter { FileSystem.kind(of: folder.pushing(FilePath($0.key))) != nil }
        var json = JSONWriter()
        json.object { json in
            json.key("schemaVersion")
            json.number(Self.schemaVersion)
            json.key("pages")
            json.object { json in
                for (name, entry) in pages.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
                    json.key(escaping: name)
                    json.object { json in
                        json.key("source")
                        json.string(entry.sha256)
                        json.key("parts")
                        json.string(entry.hashes.values.map { $0.hexDigits(12) }.joined(separator: " "))
                    }
                }
            }
        }
        let file = try AtomicFile(path)
        try file.write(json.finish())
        try file.commit()
    }

    private func name(of page: FilePath) -> String { page.name(from: path.fromRoot.removingLastComponent()) }
}
