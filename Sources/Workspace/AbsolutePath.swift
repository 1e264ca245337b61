import SystemPackage

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension FilePath {
    /// The path from the root, without `.` and `..`.
    var fromRoot: FilePath {
        guard isRelative, let buffer = getcwd(nil, 0) else { return lexicallyNormalized() }
        defer { free(buffer) }
        return FilePath(platformString: buffer).pushing(self).lexicallyNormalized()
    }
    /// The path from the working folder where it is below it, else from the root.
    var fromWorkingFolder: FilePath {
        var path = fromRoot
        return path.removePrefix(FilePath("").fromRoot) ? path : fromRoot
    }

    func withExtension(_ ending: String?) -> FilePath {
        var copy = self
        copy.extension = ending
        return copy
    }
}
