import SystemPackage
import Workspace

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Names of files as URI references (RFC 3986), percent-encoded byte for byte.
enum FileURI {
    /// A path seen from the working folder. A file elsewhere has its whole `file:` URI.
    static func relative(_ path: FilePath, to folder: FilePath? = FilePath.workingFolder) -> String {
        var path = path.lexicallyNormalized()
        if path.isAbsolute {
            guard let folder, path.removePrefix(folder.lexicallyNormalized()) else { return whole(path) }
        }
        return encoded(path)
    }

    /// The `file:` URI of a file, given from the root of the file system.
    static func whole(_ path: FilePath) -> String { "file://\(encoded(path))" }

    /// The `file:` URI of a folder, with the slash at its end that references are resolved by.
    static func folder(_ path: FilePath) -> String { path.components.isEmpty ? "file:///" : "\(whole(path))/" }

    /// A path as it is: a reference that is resolved by a base.
    static func encoded(_ path: FilePath) -> String {
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
}
