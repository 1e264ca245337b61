import Foundation

/// The repository that the tests belong to.
package enum Repository {
    package static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
}

/// Real pages beside the repository, in `../shared`. They never enter it; tests that need them run where they are.
package enum SharedPages {
    package static let folder = Repository.folder.deletingLastPathComponent().appendingPathComponent("shared")

    package static var areHere: Bool {
        FileManager.default.fileExists(atPath: folder.appendingPathComponent("corpus").path)
    }

    package static func bytes(_ file: URL) throws -> [UInt8] { [UInt8](try Data(contentsOf: file)) }

    /// The pages below a folder, by their paths from there.
    package static func pages(below folder: URL) -> [String] {
        (FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? [])
            .filter { $0.hasSuffix(".md") }.sorted()
    }

    /// Unpacks some of a locale's pages into a temporary folder for the length of `body`.
    ///
    /// - Parameter names: paths in the archive, of which those are unpacked that are there; nil for all of it.
    package static func withCorpus<Result>(
        _ locale: String, only names: [String]? = nil, _ body: (URL) throws -> Result
    ) throws -> Result {
        let temporary = try TemporaryFolder()
        let tar = Process()
        tar.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        tar.arguments =
            ["tar", "-xJf", folder.appendingPathComponent("corpus/\(locale).tar.xz").path, "-C", temporary.path]
            + (names ?? []).flatMap { ["./" + $0, $0] }
        tar.standardError = FileHandle.nullDevice
        try tar.run()
        tar.waitUntilExit()
        // A name that is not there is a failure to tar, which unpacks the others.
        guard tar.terminationStatus == 0 || names != nil else { throw CocoaError(.fileReadCorruptFile) }
        return try withExtendedLifetime(temporary) { try body(URL(fileURLWithPath: temporary.path)) }
    }
}
