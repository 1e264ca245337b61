import SystemPackage

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A file in memory that the system reads as it is looked at. Read-only, so threads may share it.
///
/// A file that is made shorter while it is mapped ends the program that looks behind its end; who replaces such a file writes
/// it beside and renames it, as ``AtomicFile`` does.
final class MappedFile: @unchecked Sendable {
    let bytes: UnsafeRawBufferPointer

    init(_ path: FilePath) throws(FileError) {
        do {
            // Without waiting, so that a pipe without a writer is an error and not a stop.
            let descriptor = try FileDescriptor.open(path, .readOnly, options: .nonBlocking)
            defer { try? descriptor.close() }
            guard FileSystem.kind(of: path) == .file else { throw Errno.invalidArgument }
            let size = try descriptor.seek(offset: 0, from: .end)
            guard size > 0, size < 1 << 31 else { throw Errno.invalidArgument }
            guard let memory = mmap(nil, Int(size), PROT_READ, MAP_PRIVATE, descriptor.rawValue, 0),
                memory != MAP_FAILED
            else {
                throw Errno(rawValue: errno)
            }
            bytes = UnsafeRawBufferPointer(start: memory, count: Int(size))
        } catch {
            throw FileError(path: path.string, reason: "cannot be mapped: \(error)")
        }
    }

    deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }
}
