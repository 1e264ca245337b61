import Synchronization
import SystemPackage

/// Finds a source page as it was when it was translated, in the repositories of the sources and of the translations.
///
/// Each repository is opened on its first use. What is not there is a reason in words, never a failure.
final class SourceHistory: Sendable {
    /// The source as it was.
    enum Found: Sendable {
        case source([UInt8], commit: String, path: FilePath)
        case missing(String)
    }

    /// Something that is made once.
    private final class Lazy<Value: Sendable>: Sendable {
        private let value = Mutex<Result<Value, FileError>?>(nil)

        func get(_ make: () throws(FileError) -> Value) -> Result<Value, FileError> {
            value.withLock { value in
                if let value { return value }
                let made = Result { () throws(FileError) in try make() }
                value = made
                return made
            }
        }
    }

    /// What is known of a repository.
    private final class Repository: Sendable {
        let root: FilePath
        let objects = Lazy<GitSources>()
        let changes = Lazy<[String: GitHistory.Change]>()
        let renames = Lazy<[GitHistory.Rename]>()
        let commits = Lazy<[GitHistory.Change]>()
        /// The translations in it, and the folders that they are in.
        let files: Mutex<Set<String>> = Mutex([])
        let sourceFolders: Mutex<Set<String>> = Mutex([])

        init(_ root: FilePath) { self.root = root }

        var isShallow: Bool { root.isShallowClone }
    }

    private struct Place {
        let repository: Repository
        let path: FilePath
    }

    private struct State {
        var finder = RepositoryFinder()
        var repositories: [FilePath: Repository] = [:]
    }

    private let state = Mutex(State())

    /// - Parameter pages: all that will be asked for, so that one `git log` finds them all.
    init(_ pages: [(page: FilePath, source: FilePath)]) {
        for (page, source) in pages {
            if let place = place(of: page) { place.repository.files.withLock { _ = $0.insert(place.path.string) } }
            if let place = place(of: source) {
                place.repository.sourceFolders.withLock { _ = $0.insert(Self.topFolder(of: place.path)) }
            }
        }
    }

    private func place(of file: FilePath) -> Place? {
        state.withLock { state in
            guard let (root, path) = state.finder.location(of: file) else { return nil }
            let repository = state.repositories[root] ?? Repository(root)
            state.repositories[root] = repository
            return Place(repository: repository, path: path)
        }
    }

    /// The first two folders of a path: enough to leave out most of a repository.
    private static func topFolder(of path: FilePath) -> String {
        path.removingLastComponent().components.prefix(2).map(\.string).joined(separator: "/")
    }

    // MARK: Commits that pages name

    /// A source at a commit that its translation names.
    func source(_ source: FilePath, at commit: String) -> Found {
        guard RevisionKeys.isCommit(commit) else { return .missing("“\(commit)” is no commit") }
        guard let place = place(of: source) else { return .missing("the source is in no git repository") }
        return self.source(place, at: commit)
    }

    private func source(_ place: Place, at commit: String) -> Found {
        let repository = place.repository
        switch repository.objects.get({ () throws(FileError) in try GitSources(repository.root) }) {
        case .failure(let error): return .missing(error.description)
        case .success(let objects):
            do {
                switch try objects.file(place.path, at: commit) {
                case .file(let bytes): return .source(bytes, commit: commit, path: place.path)
                case .noCommit:
                    let why = repository.isShallow ? ", which is a shallow clone" : ""
                    return .missing("commit \(commit) is not in the repository of the source\(why)")
                case .noFile: return try earlierName(of: place, at: commit, objects)
                }
            } catch {
                return .missing(error.description)
            }
        }
    }

    /// A source that had another name at a commit.
    private func earlierName(of place: Place, at commit: String, _ objects: GitSources) throws(FileError) -> Found {
        var path = place.path.string
        for rename in try renames(in: place.repository).get() where rename.new == path {
            path = rename.old
            if case .file(let bytes) = try objects.file(FilePath(path), at: commit) {
                return .source(bytes, commit: commit, path: FilePath(path))
            }
        }
        for other in Self.pagesInFolders(like: place.path) {
            if case .file(let bytes) = try objects.file(other, at: commit) {
                return .source(bytes, commit: commit, path: other)
            }
        }
        return .missing("commit \(commit) does not have \(place.path)")
    }

    /// The other ways to write a page that has a folder of its own: `page.md`, `page/index.md`, `page/_index.md`. Git does not
    /// see such a rename where the page changed much.
    private static func pagesInFolders(like path: FilePath) -> [FilePath] {
        let names = ["index", "_index"]
        guard let ending = path.extension, let stem = path.stem else { return [] }
        let folder = path.removingLastComponent()
        guard names.contains(stem) else { return names.map { folder.appending(stem).appending("\($0).\(ending)") } }
        guard let name = folder.lastComponent else { return [] }
        return [folder.removingLastComponent().appending("\(name.string).\(ending)")]
            + names.filter { $0 != stem }.map { folder.appending("\($0).\(ending)") }
    }

    private func renames(in repository: Repository) -> Result<[GitHistory.Rename], FileError> {
        repository.renames.get { () throws(FileError) in
            let folders = repository.sourceFolders.withLock { $0 }
            return try GitHistory.renames(in: repository.root, below: folders.contains("") ? [] : folders.sorted())
        }
    }

    /// What a source is called now that is not where it was.
    ///
    /// - Returns: nil where git knows no such file, or it was deleted.
    func newName(of source: FilePath) -> FilePath? {
        guard let place = place(of: source), case .success(let renames) = renames(in: place.repository) else {
            return nil
        }
        var path = place.path.string
        for rename in renames.reversed() where rename.old == path { path = rename.new }
        let found = place.repository.root.pushing(FilePath(path))
        return path != place.path.string && FileSystem.kind(of: found) == .file ? found : nil
    }

    // MARK: The history of the translation

    /// A source as it was when its translation changed last.
    func source(_ source: FilePath, whenChanged page: FilePath) -> Found {
        guard let target = place(of: page) else { return .missing("the page is in no git repository") }
        guard let place = place(of: source) else { return .missing("the source is in no git repository") }
        let repository = target.repository
        let changes = repository.changes.get { () throws(FileError) in
            let files = repository.files.withLock { $0 }
            let folders = Set(files.map { Self.topFolder(of: FilePath($0)) })
            return try GitHistory.lastChanges(
                of: files, in: repository.root, below: folders.contains("") ? [] : folders.sorted())
        }
        switch changes {
        case .failure(let error): return .missing(error.description)
        case .success(let changes):
            guard let change = changes[target.path.string] else { return .missing("the page is in no commit") }
            guard !change.isCutOff else {
                return .missing("the history of the page is cut off: the clone is shallow")
            }
            if place.repository === repository { return self.source(place, at: change.commit) }
            return self.source(place, at: change.time)
        }
    }

    /// A source as it was at a time, for a translation in another repository.
    private func source(_ place: Place, at time: Int) -> Found {
        let repository = place.repository
        let commits = repository.commits.get { () throws(FileError) in try GitHistory.commits(in: repository.root) }
        switch commits {
        case .failure(let error): return .missing(error.description)
        case .success(let commits):
            guard let commit = commits.first(where: { $0.time <= time }) else {
                return .missing("the repository of the source has no commit as old as the page")
            }
            return source(place, at: commit.commit)
        }
    }
}
