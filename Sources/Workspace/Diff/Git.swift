import Foundation
import Synchronization
import SystemPackage

/// Runs git: its own command, without a shell, in the folder where diptych was started.
struct Git: Sendable {
    /// A page in a tree.
    struct Entry: Sendable, Equatable {
        /// From the folder where diptych was started, or from the root of the repository.
        var path: String
        var blob: String
    }

    /// The tree that a user names by a revision.
    static func tree(of revision: String) throws(FileError) -> String {
        guard !revision.hasPrefix("-") else {
            throw FileError(path: revision, reason: "is an option, not a revision")
        }
        do {
            return try line("rev-parse", "--verify", "\(revision)^{tree}")
        } catch {
            throw FileError(path: revision, reason: "no revision of this repository (\(error.reason))")
        }
    }

    /// Where two revisions parted.
    static func mergeBase(_ left: String, _ right: String) throws(FileError) -> String {
        for revision in [left, right] { _ = try tree(of: revision) }
        return try line("merge-base", left, right)
    }

    /// The pages of a tree, below the folder where diptych was started or at the given paths.
    static func pages(of tree: String, at paths: [String]) throws(FileError) -> [Entry] {
        entries(in: try run(["ls-tree", "-r", "-z", tree, "--"] + paths))
    }

    /// All pages of a tree, by their paths from the root of the repository.
    static func allPages(of tree: String) throws(FileError) -> [Entry] {
        entries(in: try run(["ls-tree", "-r", "-z", "--full-tree", tree]))
    }

    private static func entries(in listing: [UInt8]) -> [Entry] {
        listing.split(separator: 0).compactMap { line in
            // `100644 blob 587be6b…\tfolder/page.md`
            guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else { return nil }
            let fields = String(decoding: line[..<tab], as: UTF8.self).split(separator: " ")
            let path = String(decoding: line[(tab + 1)...], as: UTF8.self)
            // Links and submodules are no pages.
            guard fields.count == 3, fields[0].hasPrefix("100"), fields[1] == "blob", isPage(path) else { return nil }
            return Entry(path: path, blob: String(fields[2]))
        }
    }

    /// The pages in the work tree, those that git does not know yet among them, but none that it ignores.
    static func workTreePages(at paths: [String]) throws(FileError) -> [String] {
        let listing = try run(["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--"] + paths)
        let files = Set(listing.split(separator: 0).map { String(decoding: $0, as: UTF8.self) })
        // What was deleted is listed as long as it is in the index.
        return files.filter { isPage($0) && FileSystem.kind(of: FilePath($0), followsLinks: false) == .file }.sorted()
    }

    private static func isPage(_ path: String) -> Bool {
        FilePath(path).lastComponent.map(PageFinder.isPage) ?? false
    }

    private static func line(_ arguments: String...) throws(FileError) -> String {
        String(decoding: try run(arguments), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static func run(_ arguments: [String]) throws(FileError) -> [UInt8] {
        let process = try GitProcess(arguments)
        try? process.input.close()
        let output = (try? process.output.readToEnd()) ?? nil
        try process.end()
        return output.map { [UInt8]($0) } ?? []
    }
}

/// Reads blobs through one `git cat-file --batch`, one at a time, from any thread.
final class GitObjects: Sendable {
    private let process: Mutex<GitProcess>

    init() throws(FileError) { process = Mutex(try GitProcess(["cat-file", "--batch"])) }

    deinit { process.withLock { try? $0.input.close() } }

    /// A blob's bytes.
    ///
    /// - Parameter path: what it is called in an error.
    func read(_ blob: String, path: String) throws(FileError) -> [UInt8] {
        do {
            return try process.withLock { process in try Self.read(blob, from: process) }
        } catch let error as Failure {
            throw FileError(path: path, reason: "git cannot read it: \(error.reason)")
        } catch {
            throw FileError(path: path, reason: "git cannot read it; it ended")
        }
    }

    private struct Failure: Error {
        var reason: String
    }

    private static func read(_ blob: String, from process: GitProcess) throws -> [UInt8] {
        try process.input.write(contentsOf: Data("\(blob)\n".utf8))
        // `<blob> blob <size>\n<bytes>\n`, or `<blob> missing\n`.
        let header = try process.line()
        let fields = String(decoding: header, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard fields.count == 3, fields[1] == "blob", let size = Int(fields[2]) else {
            throw Failure(reason: fields.dropFirst().joined(separator: " "))
        }
        let content = try process.bytes(size)
        _ = try process.bytes(1)
        return content
    }
}

/// A running git.
final class GitProcess {
    let input: FileHandle
    let output: FileHandle
    private let process: Process
    private let messages: FileDescriptor
    /// What was read and not asked for yet.
    private var read: [UInt8] = []
    private var readStart = 0

    init(_ arguments: [String]) throws(FileError) {
        process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        // A repository can configure a program (core.fsmonitor) that git runs to find changed files. It is not trusted.
        process.arguments = ["git", "--no-optional-locks", "-c", "core.fsmonitor=false"] + arguments
        let (standardInput, standardOutput) = (Pipe(), Pipe())
        // A file and not a pipe: the messages are read at the end, and git would wait if a pipe were full.
        messages = try Spool.temporaryFile()
        process.standardInput = standardInput
        process.standardOutput = standardOutput
        process.standardError = FileHandle(fileDescriptor: messages.rawValue, closeOnDealloc: false)
        input = standardInput.fileHandleForWriting
        output = standardOutput.fileHandleForReading
        do {
            try process.run()
        } catch {
            try? messages.close()
            throw FileError(path: "git", reason: "cannot be run: \(error.localizedDescription)")
        }
    }

    deinit { try? messages.close() }

    /// The next line of the output, with the byte that ends it.
    func line(endingWith terminator: UInt8 = 0x0A) throws -> [UInt8] {
        // Only what was not searched yet: a line can be long.
        var searched = 0
        while true {
            if let end = read[(readStart + searched)...].firstIndex(of: terminator) { return take(end + 1 - readStart) }
            searched = read.count - readStart
            try readMore()
        }
    }

    /// Ends it before its work is done.
    func stop() {
        try? output.close()
        process.terminate()
    }

    /// The next bytes of the output.
    func bytes(_ count: Int) throws -> [UInt8] {
        while read.count - readStart < count { try readMore() }
        return take(count)
    }

    private func take(_ count: Int) -> [UInt8] {
        defer { readStart += count }
        return Array(read[readStart..<readStart + count])
    }

    private func readMore() throws {
        read.removeFirst(readStart)
        readStart = 0
        // Not through the handle, which waits until all that it was asked for is there.
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        let count = try chunk.withUnsafeMutableBytes {
            try FileDescriptor(rawValue: output.fileDescriptor).read(into: $0)
        }
        guard count > 0 else { throw EndOfOutput() }
        read += chunk[..<count]
    }

    private struct EndOfOutput: Error {}

    /// Waits for the end.
    ///
    /// - Throws: what git says, where it did not do what it was asked.
    func end() throws(FileError) {
        process.waitUntilExit()
        guard process.terminationStatus != 0 else { return }
        var said = [UInt8](repeating: 0, count: 4096)
        let count = (try? said.withUnsafeMutableBytes { try messages.read(fromAbsoluteOffset: 0, into: $0) }) ?? 0
        let text = String(decoding: said[..<count], as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        throw FileError(path: "git", reason: text.isEmpty ? "ended with status \(process.terminationStatus)" : text)
    }
}
