import Foundation
import Synchronization
import SystemPackage

/// Reads files of one repository as they were at commits, through one `git cat-file --batch`.
final class GitSources: Sendable {
    /// What git has of a file at a commit.
    enum Found: Equatable {
        case file([UInt8])
        /// The commit does not have the file.
        case noFile
        /// The commit is not in the repository.
        case noCommit
    }

    private struct State {
        let process: GitProcess
        /// Whether the repository has each commit that was asked for.
        var commits: [String: Bool] = [:]
    }

    private let state: Mutex<State>

    init(_ root: FilePath) throws(FileError) {
        state = Mutex(State(process: try GitProcess(["-C", root.string, "cat-file", "--batch"])))
    }

    deinit { state.withLock { try? $0.process.input.close() } }

    /// - Parameters:
    ///   - path: from the root of the repository.
    ///   - commit: see ``RevisionKeys/isCommit(_:)``.
    func file(_ path: FilePath, at commit: String) throws(FileError) -> Found {
        // A name with a line break would be two requests.
        guard !path.string.contains("\n") else { return .noFile }
        do {
            return try state.withLock { state in
                if let object = try Self.object("\(commit):\(path.string)", state.process), object.kind == "blob" {
                    return .file(object.bytes)
                }
                let isKnown = try state.commits[commit] ?? (Self.object("\(commit)^{commit}", state.process) != nil)
                state.commits[commit] = isKnown
                return isKnown ? .noFile : .noCommit
            }
        } catch {
            // What git says, where it did not start at all.
            do {
                try state.withLock { state throws(FileError) in try state.process.end() }
            } catch {
                throw error
            }
            throw FileError(path: path.string, reason: "git cannot read it; it ended")
        }
    }

    /// An object of any kind; nil where there is none of this name, or several.
    private static func object(_ name: String, _ process: GitProcess) throws -> (kind: Substring, bytes: [UInt8])? {
        try process.input.write(contentsOf: Data("\(name)\n".utf8))
        // `<hash> blob <size>\n<bytes>\n`, or `<name> missing\n`, or `<name> ambiguous\n`.
        let fields = String(decoding: try process.line().dropLast(), as: UTF8.self).split(separator: " ")
        guard fields.count == 3, ["blob", "tree", "commit", "tag"].contains(fields[1]), let size = Int(fields[2]) else {
            return nil
        }
        let bytes = try process.bytes(size)
        _ = try process.bytes(1)
        return (fields[1], bytes)
    }
}
