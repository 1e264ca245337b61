import Bitext
import SystemPackage

/// What the `.gitignore` files of a repository exclude, seen from one of its folders.
///
/// Like git, the last pattern that matches counts, of the nearest file that has one. What is below an excluded folder is
/// excluded. Files that git tracks nevertheless are excluded, too: the index of git is not read.
struct GitIgnore: Sendable {
    static let fileName = ".gitignore"
    /// Larger files are not read.
    private static let maxBytes = 1 << 20

    private struct File {
        /// How long the path of its folder is, with the slash after it.
        let folderLength: Int
        let patterns: [IgnorePattern]
    }

    /// The files that apply, the nearest last.
    private var files: [File] = []
    /// The folder's path from the root of the repository, with a slash after each folder.
    private var path: [UInt8] = []

    /// The files that apply to a folder.
    ///
    /// A folder that is excluded itself is read nevertheless, because the user named it. Then the files above it do not count.
    ///
    /// - Returns: nil for a folder in no repository.
    init?(_ folder: FilePath) {
        let folder = folder.resolvingLinks ?? folder.fromRoot
        var finder = RepositoryFinder()
        var below = folder
        guard let root = finder.root(above: folder), below.removePrefix(root) else { return nil }
        read(root)
        var current = root
        for component in below.components {
            let isExcluded = excludes(component, isFolder: true)
            current.append(component)
            enter(component)
            if isExcluded { files = [] }
            read(current)
        }
    }

    /// What applies to a folder in this one.
    ///
    /// - Parameters:
    ///   - below: its path from `root`.
    ///   - entries: what is in it.
    func entering(_ below: FilePath, in root: FilePath, _ entries: [FileSystem.Entry]) -> GitIgnore {
        var inner = self
        if let name = below.lastComponent { inner.enter(name) }
        // In another repository, the files above do not apply.
        if FolderWalk.has(".git", entries) { inner.files = [] }
        if FolderWalk.has(Self.fileName, entries) { inner.read(root.pushing(below)) }
        return inner
    }

    /// Whether something in this folder is excluded.
    func excludes(_ name: FilePath.Component, isFolder: Bool) -> Bool {
        guard !files.isEmpty else { return false }
        let name = Array(name.string.utf8)
        let whole = path + name
        for file in files.reversed() {
            for pattern in file.patterns.reversed()
            where pattern.matches(whole[file.folderLength...], name: name[...], isFolder: isFolder) {
                return !pattern.isNegated
            }
        }
        return false
    }

    private mutating func enter(_ name: FilePath.Component) { path += Array(name.string.utf8) + [UInt8(ascii: "/")] }

    /// Adds the file of the folder, if there is one. Like git, it follows no link.
    private mutating func read(_ folder: FilePath) {
        let file = folder.appending(Self.fileName)
        guard let status = FileSystem.status(of: file), status.st_size <= Self.maxBytes,
            let bytes = try? FileSystem.read(file), bytes.count <= Self.maxBytes
        else { return }
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        let patterns = text.split(separator: UInt8(ascii: "\n")).compactMap { IgnorePattern($0) }
        if !patterns.isEmpty { files.append(File(folderLength: path.count, patterns: patterns)) }
    }
}
