import SystemPackage

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Finds the git repository that a file belongs to. Looks into each folder once.
package struct RepositoryFinder {
    /// The roots by folder; nil for folders that are in no repository.
    private var roots: [FilePath: FilePath?] = [:]

    package init() {}

    /// The root of the repository that a file is in, and the file's path from there; nil for a file in no repository.
    package mutating func location(of file: FilePath) -> (root: FilePath, path: FilePath)? {
        var path = file.fromRoot
        guard let root = root(above: path.removingLastComponent()), path.removePrefix(root) else { return nil }
        return (root, path)
    }

    /// The nearest folder, `folder` or one above it, that has a `.git`: a folder, or a file in work trees and submodules.
    ///
    /// - Parameter folder: a path from the root of the file system.
    mutating func root(above folder: FilePath) -> FilePath? {
        if let known = roots[folder] { return known }
        var root: FilePath?
        switch FileSystem.kind(of: folder.appending(".git")) {
        case .folder, .file: root = folder
        default:
            var parent = folder
            if parent.removeLastComponent() { root = self.root(above: parent) }
        }
        roots.updateValue(root, forKey: folder)
        return root
    }
}

extension FilePath {
    /// Whether this root of a repository is a shallow clone, which lacks a part of the history.
    var isShallowClone: Bool { FileSystem.kind(of: appending(".git").appending("shallow")) == .file }

    /// The path without symbolic links. The part of it that does not exist is taken as written.
    ///
    /// Nil where a link leads nowhere, and where `..` comes after a folder that does not exist.
    var resolvingLinks: FilePath? {
        if let real = withPlatformString({ realpath($0, nil) }) {
            defer { free(real) }
            return FilePath(platformString: real)
        }
        guard let name = lastComponent, name.kind == .regular, FileSystem.kind(of: self, followsLinks: false) == nil
        else { return nil }
        return removingLastComponent().resolvingLinks?.appending(name)
    }

    /// Whether the path is a folder or lies below it.
    func isBelow(_ folder: FilePath) -> Bool {
        var path = self
        return path.removePrefix(folder)
    }
}
