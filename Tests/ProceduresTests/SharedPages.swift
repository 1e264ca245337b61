import Foundation

/// Real pages beside the repository, in `../shared`. They never enter it; tests that need them run where they are.
enum SharedPages {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared")

    static var areHere: Bool { FileManager.default.fileExists(atPath: folder.appendingPathComponent("corpus").path) }

    static func bytes(_ file: URL) throws -> [UInt8] { [UInt8](try Data(contentsOf: file)) }

    /// The pages below a folder, by their paths from there.
    static func pages(below folder: URL) -> [String] {
        (FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? [])
            .filter { $0.hasSuffix(".md") }.sorted()
    }

    /// Unpacks a locale's pages into a temporary folder for the length of `body`.
    static func withCorpus<Result>(_ locale: String, _ body: (URL) throws -> Result) throws -> Result {
        let temporary = FileManager.default.temporaryDirectory.appendingPathComponent(
            "diptych-corpus-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: temporary) }
        let tar = Process()
        tar.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        tar.arguments = [
            "tar", "-xJf", folder.appendingPathComponent("corpus/\(locale).tar.xz").path, "-C", temporary.path,
        ]
        try tar.run()
        tar.waitUntilExit()
        guard tar.terminationStatus == 0 else { throw CocoaError(.fileReadCorruptFile) }
        return try body(temporary)
    }
}
