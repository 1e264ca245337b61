import SystemPackage

/// Which pages are compared with which.
public struct DiffPlan: Sendable {
    /// A page as it was and as it is. One of them may be missing.
    struct Pair: Sendable {
        var old: PageVersion?
        var new: PageVersion?
        /// Whether they have different names and were found to be one page by what is on them.
        var isRenamed = false

        /// The name that the page has now.
        var name: String { new?.name ?? old?.name ?? "" }
    }

    /// What the user calls the old side: a path or a revision.
    public let old: String
    /// What the user calls the new side.
    public let new: String
    var pairs: [Pair] = []
    /// What could not be found or listed.
    public private(set) var errors: [FileError] = []

    /// How many pages there are, those of both sides once.
    public var pageCount: Int { pairs.count }

    /// Compares two files, or two folders. Each may be pages or page documents.
    public init(old: String, new: String) {
        self.old = old
        self.new = new
        var sources = OriginalFinder()
        let (olds, news) = (versions(at: old, &sources), versions(at: new, &sources))
        guard errors.isEmpty else { return }
        if let old = olds.file, let new = news.file {
            pairs = [Pair(old: old, new: new)]
        } else if olds.file != nil || news.file != nil {
            let folder = olds.file == nil ? old : new
            errors.append(
                FileError(path: folder, reason: "is a folder and the other is none; name two files or two folders"))
        } else {
            pair(olds.pages, news.pages)
        }
    }

    /// Compares revisions in the git repository where diptych was started.
    ///
    /// - Parameters:
    ///   - range: `OLD..NEW`, `OLD...NEW` for what NEW changed since it parted from OLD, or `OLD` for what the work tree changed.
    ///   - paths: pages and folders to look at, or none for all below the folder where diptych was started.
    public init(git range: String, paths: [String]) throws(FileError) {
        let revisions = try Revisions(range)
        (old, new) = (revisions.old, revisions.new ?? "work tree")
        let objects = try GitObjects()
        var outputs = BuildOutputFinder()
        var sources = OriginalFinder()
        func versions(_ tree: String) throws(FileError) -> [PageVersion] {
            let pages = try Git.pages(of: tree, at: paths).filter { !outputs.contain($0.path) }
            // A source can be outside of the paths.
            var all: [String: String]?
            return try pages.map { page throws(FileError) in
                let original = try sources.original(of: FilePath(page.path)) { name throws(FileError) in
                    if all == nil {
                        let entries = try Git.allPages(of: tree)
                        all = Dictionary(entries.map { ($0.path, $0.blob) }, uniquingKeysWith: { first, _ in first })
                    }
                    return all?[name].map { .blob($0, objects) }
                }
                return PageVersion(name: page.path, .blob(page.blob, objects), translating: original)
            }
        }
        let olds = try versions(try Git.tree(of: revisions.base))
        let news: [PageVersion]
        if let new = revisions.new {
            news = try versions(try Git.tree(of: new))
        } else {
            news = try Git.workTreePages(at: paths).filter { !outputs.contain($0) }.map {
                PageVersion(name: $0, .page(FilePath($0)), translating: sources.original(of: FilePath($0)))
            }
        }
        pair(olds, news)
        if pairs.isEmpty {
            let place = paths.isEmpty ? "below this folder" : "at these paths"
            errors.append(FileError(path: range, reason: "no pages \(place) (no .md file)"))
        }
    }

    /// The two ends of a range.
    private struct Revisions {
        var old: String
        /// Nil for the work tree.
        var new: String?
        /// What `new` is compared with.
        var base: String

        init(_ range: String) throws(FileError) {
            guard let dots = range.firstRange(of: "..") else {
                (old, new, base) = (range, nil, range)
                return
            }
            let isSymmetric = range[dots.upperBound...].hasPrefix(".")
            let rest = range[dots.upperBound...].dropFirst(isSymmetric ? 1 : 0)
            // As for git, an end that is left out is HEAD.
            old = dots.lowerBound == range.startIndex ? "HEAD" : String(range[..<dots.lowerBound])
            let new = rest.isEmpty ? "HEAD" : String(rest)
            self.new = new
            base = isSymmetric ? try Git.mergeBase(old, new) : old
        }
    }

    // MARK: Pairing

    private mutating func pair(_ olds: [PageVersion], _ news: [PageVersion]) {
        let withEnding = olds.contains(where: \.isDocument) == news.contains(where: \.isDocument)
        var waiting: [String: PageVersion] = [:]
        for old in olds { waiting[old.key(withEnding: withEnding)] = old }
        for new in news {
            pairs.append(Pair(old: waiting.removeValue(forKey: new.key(withEnding: withEnding)), new: new))
        }
        pairs += waiting.values.map { Pair(old: $0) }
        sort()
    }

    /// Takes pages that are only in one of the sides for one page.
    mutating func join(_ renamed: [(old: Int, new: Int)]) {
        for (old, new) in renamed {
            pairs[new].old = pairs[old].old
            pairs[new].isRenamed = true
            pairs[old].old = nil
        }
        pairs.removeAll { $0.old == nil && $0.new == nil }
        sort()
    }

    private mutating func sort() { pairs.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) } }

    // MARK: Files and folders

    private struct Versions {
        var file: PageVersion?
        var pages: [PageVersion] = []
    }

    private mutating func versions(at argument: String, _ sources: inout OriginalFinder) -> Versions {
        let path = FilePath(argument)
        if argument == "-" { return Versions(file: PageVersion(name: argument, .page(path))) }
        switch FileSystem.kind(of: path) {
        case .folder: return Versions(pages: pages(below: path, &sources))
        case nil:
            errors.append(FileError(path: argument, reason: "does not exist"))
            return Versions()
        default:
            let isDocument = path.extension?.lowercased() == "json"
            return Versions(
                file: PageVersion(
                    name: argument, isDocument ? .document(path) : .page(path),
                    translating: isDocument ? nil : sources.original(of: path)))
        }
    }

    /// The pages below a folder, or the page documents where it holds a build's output.
    private mutating func pages(below folder: FilePath, _ sources: inout OriginalFinder) -> [PageVersion] {
        var walk = FolderWalk(gitIgnore: GitIgnore(folder))
        let files = walk.files(below: folder) { name in PageFinder.isPage(name) || name.extension == "json" }
        errors += walk.errors
        let documents = files.filter { $0.extension == "json" && PageDocumentFile.isOne(folder.pushing($0)) }
        // Beside its documents a build writes a few pages of its own; pages may have their documents beside them.
        let pages = files.filter { $0.extension != "json" && $0.stem?.hasPrefix("checklists") != true }
        if documents.count > pages.count {
            return documents.map { PageVersion(name: $0.string, .document(folder.pushing($0))) }
        }
        return files.filter { $0.extension != "json" }.map {
            let path = folder.pushing($0)
            return PageVersion(name: $0.string, .page(path), translating: sources.original(of: path))
        }
    }
}

/// Recognizes page documents among other JSON files by their first bytes.
private enum PageDocumentFile {
    static func isOne(_ path: FilePath) -> Bool {
        // Reading it will report why it cannot be opened.
        guard let text = FileSystem.head(of: path, count: 4096) else { return true }
        return ["\"schemaVersion\"", "\"generator\"", "\"page\""].allSatisfy { text.contains($0) }
    }
}
