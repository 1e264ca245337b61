import SystemPackage

/// What the history of a repository says of files: which commit changed each last, and what they were called.
enum GitHistory {
    /// A commit that changed a file.
    struct Change: Sendable, Equatable {
        let commit: String
        /// When it was made, in seconds since 1970.
        let time: Int
        /// Whether the history ends there because the clone is shallow: then it is not known what the commit changed.
        let isCutOff: Bool
    }

    struct Rename: Sendable, Equatable {
        let old: String
        let new: String
    }

    /// The last commit that changed each file. To rename a file without a change is no change.
    ///
    /// One `git log`, which ends when the last of the files is found.
    ///
    /// - Parameters:
    ///   - files: from the root of the repository.
    ///   - folders: where they are.
    static func lastChanges(
        of files: Set<String>, in root: FilePath, below folders: [String]
    ) throws(FileError) -> [String: Change] {
        let isShallow = root.isShallowClone
        var changes: [String: Change] = [:]
        // The name that each file has at the commits that are read now.
        var names = Dictionary(uniqueKeysWithValues: files.map { ($0, $0) })
        var change: Change?
        let log = try GitLog(root, ["--name-status", "-M"], folders)
        while let entry = log.next() {
            switch entry {
            case .commit(let commit, let time, let hasParents):
                change = Change(commit: commit, time: time, isCutOff: isShallow && !hasParents)
            case .renamed(let old, let new, isSame: true):
                guard let file = names.removeValue(forKey: new) else { continue }
                names[old] = file
            case .renamed(_, let path, _), .changed(let path):
                guard let change, let file = names.removeValue(forKey: path) else { continue }
                changes[file] = change
            }
            if names.isEmpty {
                log.stop()
                return changes
            }
        }
        try log.end()
        return changes
    }

    /// All files that were renamed, the latest first.
    static func renames(in root: FilePath, below folders: [String]) throws(FileError) -> [Rename] {
        var renames: [Rename] = []
        let log = try GitLog(root, ["--name-status", "-M", "--diff-filter=R"], folders)
        while let entry = log.next() {
            if case .renamed(let old, let new, _) = entry { renames.append(Rename(old: old, new: new)) }
        }
        try log.end()
        return renames
    }

    /// All commits with their times, the latest first.
    static func commits(in root: FilePath) throws(FileError) -> [Change] {
        var commits: [Change] = []
        let log = try GitLog(root, ["--first-parent"], [])
        while let entry = log.next() {
            if case .commit(let commit, let time, _) = entry {
                commits.append(Change(commit: commit, time: time, isCutOff: false))
            }
        }
        try log.end()
        return commits
    }
}

/// A running `git log`.
private final class GitLog {
    enum Entry {
        case commit(String, time: Int, hasParents: Bool)
        case changed(String)
        case renamed(old: String, new: String, isSame: Bool)
    }

    private let process: GitProcess

    /// - Parameter folders: none for the whole repository.
    init(_ root: FilePath, _ options: [String], _ folders: [String]) throws(FileError) {
        // A repository can configure a program that checks signatures. It is not trusted.
        process = try GitProcess(
            ["-C", root.string, "--literal-pathspecs", "-c", "log.showSignature=false", "log", "-z"] + options
                + ["--format=%x01%H %ct %P", "HEAD", "--"] + folders)
        try? process.input.close()
    }

    /// nil at the end, also where git failed: then ``end()`` says why.
    func next() -> Entry? {
        while let field = field() {
            if field.hasPrefix("\u{1}") {
                let parts = field.dropFirst().split(separator: " ")
                guard parts.count >= 2, let time = Int(parts[1]) else { continue }
                return .commit(String(parts[0]), time: time, hasParents: parts.count > 2)
            }
            let status = field.drop { $0 == "\n" }
            guard let letter = status.first, let path = self.field() else { continue }
            guard letter == "R" || letter == "C" else { return .changed(path) }
            guard let new = self.field() else { return nil }
            if letter == "R" { return .renamed(old: path, new: new, isSame: status == "R100") }
            return .changed(new)
        }
        return nil
    }

    private func field() -> String? {
        (try? process.line(endingWith: 0)).map { String(decoding: $0.dropLast(), as: UTF8.self) }
    }

    func stop() { process.stop() }

    func end() throws(FileError) { try process.end() }
}
