import SystemPackage

/// Finds files below a folder, without recursion. Links to folders are not followed, so a loop of links ends nowhere, and
/// hidden files and folders are left out.
enum FolderWalk {
    /// The files that are wanted, by their paths from the folder: a folder's own files first, then those of the folders in it,
    /// each in the order of their names' bytes.
    ///
    /// - Parameters:
    ///   - excluded: a folder that is left out with all below it.
    ///   - errors: takes what could not be listed.
    static func files(
        below root: FilePath, excluding excluded: FileSystem.Identity? = nil, errors: inout [FileError],
        where isWanted: (FilePath.Component) -> Bool
    ) -> [FilePath] {
        var files: [FilePath] = []
        var pending: [FilePath] = [""]
        while let below = pending.popLast() {
            let folder = root.pushing(below)
            if let excluded, FileSystem.identity(of: folder) == excluded { continue }
            let entries: [FileSystem.Entry]
            do {
                entries = try FileSystem.entries(in: folder)
            } catch {
                errors.append(error)
                continue
            }
            var folders: [FilePath] = []
            for entry in entries where !entry.name.isHidden {
                let relative = below.appending(entry.name)
                switch entry.kind ?? FileSystem.kind(of: root.pushing(relative), followsLinks: false) {
                case .folder: folders.append(relative)
                case .file where isWanted(entry.name): files.append(relative)
                case .link where isWanted(entry.name) && FileSystem.kind(of: root.pushing(relative)) == .file:
                    files.append(relative)
                default: continue
                }
            }
            pending += folders.reversed()
        }
        return files
    }
}

extension FilePath.Component {
    /// `.git` and the like hold no pages.
    var isHidden: Bool { string.utf8.first == UInt8(ascii: ".") }
}
