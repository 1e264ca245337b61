import SystemPackage

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension FilePath {
    /// The folder in which diptych was started; nil where it is gone.
    package static var workingFolder: FilePath? {
        guard let buffer = getcwd(nil, 0) else { return nil }
        defer { free(buffer) }
        return FilePath(platformString: buffer)
    }

    /// The path from the root, without `.` and `..`.
    var fromRoot: FilePath {
        guard isRelative, let folder = FilePath.workingFolder else { return lexicallyNormalized() }
        return folder.pushing(self).lexicallyNormalized()
    }

    /// The path from the working folder where it is below it, else from the root.
    var fromWorkingFolder: FilePath {
        let absolute = fromRoot
        var path = absolute
        return path.removePrefix(FilePath("").fromRoot) ? path : absolute
    }

    /// The names that lead from a folder to the path, `..` for each folder to leave; and how many folders both have in common.
    func steps(from folder: FilePath) -> (names: [String], shared: Int) {
        let (start, end) = (folder.fromRoot.components.map(\.string), fromRoot.components.map(\.string))
        let shared = zip(start, end).prefix { $0 == $1 }.count
        return (Array(repeating: "..", count: start.count - shared) + end[shared...], shared)
    }

    /// The path from a folder, with `..` for each folder to leave: the name of a file in a file of that folder, the same
    /// wherever diptych was started.
    func name(from folder: FilePath) -> String { steps(from: folder).names.joined(separator: "/") }

    /// The same path with another ending, or without one.
    func withExtension(_ ending: String?) -> FilePath {
        var copy = self
        copy.extension = ending
        return copy
    }
}
