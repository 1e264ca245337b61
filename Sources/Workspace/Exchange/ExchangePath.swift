import SystemPackage

/// How exchange files name pages, and how import finds them again.
enum ExchangePath {
    /// The name of a page: its path from the working folder, or from the folder that the user named, with `/` between folders.
    static func name(of page: PageFinder.Found) -> String {
        let working = FilePath("").fromRoot
        var path = page.path.fromRoot
        return path.removePrefix(working) && !path.isEmpty ? path.string : page.name.lexicallyNormalized().string
    }

    /// The page that a file names, below a folder: at the whole path, or without the folders that the path begins with.
    ///
    /// - Returns: nil where there is no such page, or the name could lead out of the folder.
    static func page(named name: String, below folder: FilePath?) -> FilePath? {
        // Names of other systems, too.
        let path = FilePath(name.replacing("\\", with: "/"))
        guard path.isRelative, !path.isEmpty, !name.unicodeScalars.contains("\0"),
            path.components.allSatisfy({ $0.kind == .regular }), let last = path.lastComponent, PageFinder.isPage(last)
        else { return nil }
        var components = Array(path.components)
        while !components.isEmpty {
            let below = FilePath(root: nil, components)
            let candidate = folder?.pushing(below) ?? below
            if FileSystem.kind(of: candidate) == .file { return candidate }
            // Without a folder to look in, only the whole path is meant.
            if folder == nil { return nil }
            components.removeFirst()
        }
        return nil
    }
}
