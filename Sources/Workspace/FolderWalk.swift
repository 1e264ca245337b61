import SystemPackage

/// Finds files below a folder, without recursion. Links to folders are not followed, so a loop of links ends nowhere, and
/// hidden files and folders are left out.
struct FolderWalk {
    /// A folder that is left out with all below it.
    var excluded: FileSystem.Identity?
    /// What git ignores is left out, too; nil where all files are wanted.
    var gitIgnore: GitIgnore?
    /// Whether the outputs of builds are left out.
    var skipsOutputs = false

    /// The folders that were listed, by their paths from the first one.
    private(set) var folders: [FilePath] = []
    /// Whether the first folder is the output of a build.
    private(set) var isOutput = false
    /// Whether something was left out because git ignores it.
    private(set) var hasIgnored = false
    /// What could not be listed.
    private(set) var errors: [FileError] = []

    /// The files that are wanted, by their paths from the folder: a folder's own files first, then those of the folders in it,
    /// each in the order of their names' bytes.
    mutating func files(below root: FilePath, where isWanted: (FilePath.Component) -> Bool) -> [FilePath] {
        var files: [FilePath] = []
        var pending: [(below: FilePath, outer: GitIgnore?)] = [("", nil)]
        while let (below, outer) = pending.popLast() {
            let folder = root.pushing(below)
            if let excluded, FileSystem.identity(of: folder) == excluded { continue }
            let entries: [FileSystem.Entry]
            do {
                entries = try FileSystem.entries(in: folder)
            } catch {
                errors.append(error)
                continue
            }
            if skipsOutputs, Self.has(BuildOutput.manifestName, entries), BuildOutput.isOne(folder) {
                isOutput = isOutput || below.isEmpty
                continue
            }
            let gitIgnore = below.isEmpty ? self.gitIgnore : outer?.entering(below, in: root, entries)
            folders.append(below)
            var inner: [FilePath] = []
            for entry in entries where !entry.name.isHidden {
                let relative = below.appending(entry.name)
                var kind = entry.kind ?? FileSystem.kind(of: root.pushing(relative), followsLinks: false)
                if kind == .link, isWanted(entry.name), FileSystem.kind(of: root.pushing(relative)) == .file {
                    kind = .file
                }
                guard kind == .folder || kind == .file && isWanted(entry.name) else { continue }
                if let gitIgnore, gitIgnore.excludes(entry.name, isFolder: kind == .folder) {
                    hasIgnored = true
                } else if kind == .folder {
                    inner.append(relative)
                } else {
                    files.append(relative)
                }
            }
            pending += inner.reversed().map { ($0, gitIgnore) }
        }
        return files
    }

    /// Whether a folder has something of a name.
    static func has(_ name: String, _ entries: [FileSystem.Entry]) -> Bool {
        entries.contains { $0.name.string == name }
    }
}

extension FilePath.Component {
    /// `.git` and the like hold no pages.
    var isHidden: Bool { string.utf8.first == UInt8(ascii: ".") }
}
