import SystemPackage

/// Finds a page on disk by the path that it should have.
struct SourceLookup {
    /// The names in a folder by what they are in lower case.
    private var folders: [FilePath: [String: FilePath.Component]] = [:]

    /// A page that was found.
    struct Found: Equatable {
        let path: FilePath
        /// Whether its path differs from the one that was looked for in upper and lower case.
        let differsInCase: Bool
    }

    /// The page at a path, or one with another ending of pages (`.mdx` for `.md`), or with another case.
    ///
    /// - Parameters:
    ///   - path: from the root of the file system.
    ///   - limit: the folder that the page must be below, links followed; nil for any.
    mutating func page(at path: FilePath, within limit: FilePath? = nil) -> Found? {
        guard let found = existingPage(at: path) else { return nil }
        guard let limit else { return found }
        return found.path.resolvingLinks?.isBelow(limit) ?? false ? found : nil
    }

    private mutating func existingPage(at path: FilePath) -> Found? {
        if FileSystem.kind(of: path) == .file { return Found(path: path, differsInCase: false) }
        let paths = Self.places(of: path)
        if let path = paths.dropFirst().first(where: { FileSystem.kind(of: $0) == .file }) {
            return Found(path: path, differsInCase: false)
        }
        for path in paths {
            if let found = anyCase(path) { return Found(path: found, differsInCase: true) }
        }
        return nil
    }

    /// A path, and the same with the other endings of pages.
    static func places(of path: FilePath) -> [FilePath] {
        let stem = path.withExtension(nil)
        return [path] + PageEnding.all.filter { $0 != path.extension }.map { stem.withExtension($0) }
    }

    private mutating func anyCase(_ path: FilePath) -> FilePath? {
        guard let name = path.lastComponent, let folder = existing(path.removingLastComponent()) else { return nil }
        return names(in: folder)[name.string.lowercased()].map { folder.appending($0) }
    }

    /// A folder in any case.
    private mutating func existing(_ folder: FilePath) -> FilePath? {
        if FileSystem.kind(of: folder) == .folder { return folder }
        return folder.lastComponent == nil ? nil : anyCase(folder)
    }

    private mutating func names(in folder: FilePath) -> [String: FilePath.Component] {
        if let known = folders[folder] { return known }
        let names = (try? FileSystem.names(in: folder)) ?? []
        let table = Dictionary(names.map { ($0.string.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
        folders[folder] = table
        return table
    }
}
