import Hashing
import SystemPackage

/// How exchange files name pages, and how import finds them again.
struct ExchangePath {
    private let folder: FilePath?
    /// How many pages below the folder have each end of a path, such as `a/page.md` and `page.md`.
    private lazy var counts = Self.counts(below: folder ?? "")

    /// - Parameter folder: the one in which pages are looked for; nil for the working folder.
    init(folder: FilePath?) { self.folder = folder }

    /// The name of a page: its path from the working folder, or from the folder that the user named, with `/` between folders.
    static func name(of page: PageFinder.Found) -> String {
        let path = page.path.fromWorkingFolder
        return path.isRelative && !path.isEmpty ? path.string : page.name.lexicallyNormalized().string
    }

    /// The page that a file names: at the whole path below the folder, or without the folders that the path begins with. Such
    /// folders are those that the folder's own path ends with, or the end of the path must be that of one page only.
    ///
    /// - Parameter hash: the SHA-256 of the page, as the file has it. A page with this hash is the right one.
    /// - Returns: nil where there is no such page, or the name could lead out of the folder.
    mutating func page(named name: String, hash: String?) -> FilePath? {
        // Names of other systems, too.
        let path = FilePath(name.replacing("\\", with: "/")).lexicallyNormalized()
        guard path.isRelative, !path.isEmpty, !name.unicodeScalars.contains("\0"),
            path.components.allSatisfy({ $0.kind == .regular }), let last = path.lastComponent, PageFinder.isPage(last)
        else { return nil }
        let components = Array(path.components)
        for start in components.indices {
            let below = FilePath(root: nil, components[start...])
            let candidate = folder?.pushing(below) ?? below
            if FileSystem.kind(of: candidate) == .file {
                let dropped = FilePath(root: nil, components[..<start])
                let isRight =
                    start == 0 || folder?.fromRoot.ends(with: dropped) == true || counts[below.string] == 1
                    || Self.hash(of: candidate).map { hash?.hasPrefix($0) ?? false } == true
                return isRight && Self.isFile(candidate, below: folder) ? candidate : nil
            }
            // Without a folder to look in, only the whole path is meant.
            if folder == nil { return nil }
        }
        return nil
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
