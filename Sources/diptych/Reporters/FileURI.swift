import SystemPackage

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Names of files as URI references (RFC 3986).
enum FileURI {
    /// A path seen from the working directory, percent-encoded byte for byte; a file elsewhere has its whole `file:` URI.
    static func relative(_ path: FilePath, to folder: FilePath? = workingDirectory) -> String {
        var path = path.lexicallyNormalized()
        if path.isAbsolute {
            guard let folder, path.removePrefix(folder.lexicallyNormalized()) else { return "file://\(encoded(path))" }
        }
        return encoded(path)
    }

    private static func encoded(_ path: FilePath) -> String {
        path.withPlatformString { pointer in
            UnsafeBufferPointer(start: pointer, count: strlen(pointer)).reduce(into: "") { result, unit in
                let byte = UInt8(bitPattern: unit)
                switch Unicode.Scalar(byte) {
                case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~", "/": result.unicodeScalars.append(.init(byte))
                default:
                    result += byte < 16 ? "%0" : "%"
                    result += String(byte, radix: 16, uppercase: true)
                }
            }
        }
    }

    private static var workingDirectory: FilePath? {
        guard let pointer = getcwd(nil, 0) else { return nil }
        defer { free(pointer) }
        return FilePath(platformString: pointer)
    }
}
