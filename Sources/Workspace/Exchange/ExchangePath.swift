import Hashing
import SystemPackage

/// Finds the pages that exchange files name.
struct ExchangePath {
    private let folder: FilePath?
    /// How many pages below the folder have each end of a path, such as `a/page.md` and `page.md`.
    private lazy var counts = Self.counts(below: folder ?? "")

    /// - Parameter folder: the one in which pages are looked for; nil for the working folder.
    init(folder: FilePath?) { self.folder = folder }

    /// The page that a file names: at the whole path below the folder, or without the folders that the path begins with. Such
    /// folders are those that the folder's own path ends with, or the end of the path must be that of one page only.
    ///
    /// - Parameter hash: the SHA-256 of the page, as the file has it. A page with this hash is the right one.
    /// - Returns: nil where there is no such page, or the name could lead out of the folder.
    mutating func page(named name: String, hash: String?) -> FilePath? {
        for (candidate, below, dropped) in candidates(for: name) where FileSystem.kind(of: candidate) == .file {
            let isRight =
                isOwn(dropped) || counts[below.string] == 1
                || Self.hash(of: candidate).map { hash?.hasPrefix($0) ?? false } == true
            return isRight && Self.isFile(candidate, below: folder) ? candidate : nil
        }
        return nil
    }

    /// The page that a file names, if it is among some that are not there yet.
    ///
    /// - Parameter pages: by their paths from the root.
    func newPage(named name: String, among pages: [FilePath: PageFinder.Found]) -> PageFinder.Found? {
        for (candidate, _, dropped) in candidates(for: name) where isOwn(dropped) {
            if let page = pages[candidate.fromRoot] { return page }
        }
        return nil
    }

    /// Whether a name is that of a page in the folder, and nothing is there: the page may have been renamed. What is there may be
    /// a link that leads out of the folder, which is never followed.
    func isGone(_ name: String) -> Bool {
        let candidates = candidates(for: name)
        return !candidates.isEmpty
            && candidates.allSatisfy { !isOwn($0.dropped) || FileSystem.kind(of: $0.path, followsLinks: false) == nil }
    }

    /// Where a page with a name can be, the whole path first: its path, the same from the folder, and the folders that the
    /// name begins with and the path does not. None where the name could lead out of the folder.
    private func candidates(for name: String) -> [(path: FilePath, below: FilePath, dropped: FilePath)] {
        // No system has longer paths (PATH_MAX of Linux).
        guard name.utf8.count <= 4096 else { return [] }
        // Names of other systems, too.
        let path = FilePath(name.replacing("\\", with: "/")).lexicallyNormalized()
        guard path.isRelative, !path.isEmpty, !name.unicodeScalars.contains("\0"),
            path.components.allSatisfy({ $0.kind == .regular }), let last = path.lastComponent, PageFinder.isPage(last)
        else { return [] }
        // Without a folder to look in, only the whole path is meant.
        guard let folder else { return [(path, path, "")] }
        let components = Array(path.components)
        return components.indices.map { start in
            let below = FilePath(root: nil, components[start...])
            return (folder.pushing(below), below, FilePath(root: nil, components[..<start]))
        }
    }

    /// Whether the folders that a name begins with are those that the folder's own path ends with.
    private func isOwn(_ dropped: FilePath) -> Bool {
        dropped.isEmpty || folder?.fromRoot.ends(with: dropped) == true
    }

    /// Whether a path is a file that is below a folder when links are followed.
    ///
    /// - Parameter folder: nil for the working folder.
    static func isFile(_ path: FilePath, below folder: FilePath?) -> Bool {
        guard FileSystem.kind(of: path) == .file, let root = (folder ?? "").fromRoot.resolvingLinks else {
            return false
        }
        return path.fromRoot.resolvingLinks?.isBelow(root) == true
    }

    private static func hash(of page: FilePath) -> String? {
        (try? FileSystem.read(page)).map { SHA256Digest(of: $0).hex }
    }

    private static func counts(below folder: FilePath) -> [String: Int] {
        var counts: [String: Int] = [:]
        var walk = FolderWalk()
        for page in walk.files(below: folder, where: PageFinder.isPage) {
            var end = page.components[...]
            while !end.isEmpty {
                counts[FilePath(root: nil, end).string, default: 0] += 1
                end.removeFirst()
            }
        }
        return counts
    }
}
