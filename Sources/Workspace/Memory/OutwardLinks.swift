import SystemPackage

/// Finds files in folders that are links to a file elsewhere.
///
/// Links to folders are not followed at all (``FolderWalk``). A link to a file is, within the repository of the folder, or
/// within the folder if there is no repository: a folder can come from a stranger, and a report quotes what is read there.
struct OutwardLinks {
    /// The folders that the user named, with what files in them may lead to.
    private var folders: [(path: FilePath, limit: FilePath)] = []
    private var finder = RepositoryFinder()

    mutating func add(_ folder: FilePath) {
        guard let real = folder.resolvingLinks else { return }
        folders.append((folder.fromRoot, finder.root(above: real) ?? real))
    }

    /// Whether a file was found in one of the folders and leads out of what that one may lead to.
    func contain(_ file: FilePath) -> Bool {
        guard FileSystem.kind(of: file, followsLinks: false) == .link else { return false }
        let owners = folders.filter { file.fromRoot.isBelow($0.path) }
        return !owners.isEmpty && !owners.contains { file.resolvingLinks?.isBelow($0.limit) ?? false }
    }
}
