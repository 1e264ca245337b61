import SystemPackage

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Keeps bytes for later, the first megabyte in memory and all else in a file without a name: memory stays bounded, and
/// nothing is left behind however the program ends.
public final class Spool {
    private var buffer: [UInt8] = []
    private var file: FileDescriptor?
    private let limit: Int

    public init(limit: Int = 1 << 20) { self.limit = limit }

    deinit { try? file?.close() }

    /// Adds bytes at the end.
    public func write(_ bytes: [UInt8]) throws(FileError) {
        buffer += bytes
        guard buffer.count > limit else { return }
        if file == nil { file = try Self.temporaryFile() }
        guard let file else { return }
        do {
            _ = try file.writeAll(buffer)
        } catch {
            throw FileError(path: "temporary file", reason: "cannot be written: \(error)")
        }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Calls `body` with all bytes, in order and in portions.
    public func drain(_ body: ([UInt8]) throws -> Void) throws {
        if let file {
            try file.seek(offset: 0, from: .start)
            var chunk = [UInt8](repeating: 0, count: 1 << 16)
            while true {
                let count = try chunk.withUnsafeMutableBytes { try file.read(into: $0) }
                guard count > 0 else { break }
                try body(Array(chunk[..<count]))
            }
        }
        try body(buffer)
        buffer = []
    }

    /// A file without a name, which is gone when it is closed.
    static func temporaryFile() throws(FileError) -> FileDescriptor {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? ""
        var path = Array("\(folder.isEmpty ? "/tmp" : folder)/diptych-XXXXXX".utf8CString)
        let descriptor = mkstemp(&path)
        guard descriptor >= 0 else {
            throw FileError(
                path: folder.isEmpty ? "/tmp" : folder,
                reason: "no temporary file can be made here: \(Errno(rawValue: errno)); set TMPDIR to another folder")
        }
        unlink(path)
        return FileDescriptor(rawValue: descriptor)
    }
}
