import SystemPackage

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Why a file or folder could not be read or written, in words that name it and say what to do.
public struct FileError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The file or folder, as the user named it.
    public let path: String
    /// What is wrong.
    public let reason: String

    public init(path: String, reason: String) {
        self.path = path
        self.reason = reason
    }

    public var description: String { "\(path): \(reason)" }
}

/// The few calls to the operating system that Diptych needs, with errors that name the file.
enum FileSystem {
    enum Kind {
        case file, folder, link, other
    }

    /// The first bytes of a file. nil if it cannot be opened, empty if it cannot be read.
    static func head(of path: FilePath, count length: Int = 512) -> String? {
        guard let descriptor = try? FileDescriptor.open(path, .readOnly, options: .nonBlocking) else { return nil }
        defer { try? descriptor.close() }
        var head = [UInt8](repeating: 0, count: length)
        let count = (try? head.withUnsafeMutableBytes { try descriptor.read(into: $0) }) ?? 0
        return String(decoding: head[..<count], as: UTF8.self)
    }

    /// What is at a path, or nil if nothing is.
    ///
    /// - Parameter followsLinks: whether a link is what it points to.
    static func kind(of path: FilePath, followsLinks: Bool = true) -> Kind? {
        var status = stat()
        let result = path.withPlatformString { followsLinks ? stat($0, &status) : lstat($0, &status) }
        guard result == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        case S_IFLNK: return .link
        default: return .other
        }
    }

    /// The folders that a relative path is in, the innermost first.
    static func folders(of path: FilePath) -> [FilePath] {
        var folders: [FilePath] = []
        var folder = path.removingLastComponent()
        while !folder.isEmpty {
            folders.append(folder)
            folder.removeLastComponent()
        }
        return folders
    }

    /// What the system says of a file that may be replaced, or nil where there is none.
    static func status(of path: FilePath) -> stat? {
        var status = stat()
        guard path.withPlatformString({ lstat($0, &status) }) == 0, status.st_mode & S_IFMT == S_IFREG else {
            return nil
        }
        return status
    }

    /// What makes two paths one file or folder.
    struct Identity: Equatable {
        let device: dev_t
        let number: ino_t
    }

    /// Which file or folder a path leads to, or nil where it leads nowhere.
    static func identity(of path: FilePath) -> Identity? {
        var status = stat()
        guard path.withPlatformString({ stat($0, &status) }) == 0 else { return nil }
        return Identity(device: status.st_dev, number: status.st_ino)
    }

    /// A regular file's bytes.
    static func read(_ path: FilePath) throws(FileError) -> [UInt8] {
        do {
            // Without waiting, so that a pipe without a writer is an error and not a stop.
            let descriptor = try FileDescriptor.open(path, .readOnly, options: .nonBlocking)
            return try descriptor.closeAfter {
                var status = stat()
                guard fstat(descriptor.rawValue, &status) == 0 else { throw Errno(rawValue: errno) }
                switch status.st_mode & S_IFMT {
                case S_IFREG: return try readAll(descriptor, expecting: Int(status.st_size))
                case S_IFDIR: throw FileError(path: path.string, reason: "is a folder, not a page")
                default: throw FileError(path: path.string, reason: "is not a regular file")
                }
            }
        } catch let error as FileError {
            throw error
        } catch {
            throw FileError(path: path.string, reason: "cannot be read: \(error)")
        }
    }

    /// All of standard input.
    static func readStandardInput() throws(FileError) -> [UInt8] {
        do {
            return try readAll(.standardInput, expecting: 1 << 16)
        } catch {
            throw FileError(path: "-", reason: "standard input cannot be read: \(error)")
        }
    }

    private static func readAll(_ descriptor: FileDescriptor, expecting size: Int) throws -> [UInt8] {
        // One byte more, so that a file of the expected size ends with the first read.
        var bytes = try [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
            count = try descriptor.read(into: UnsafeMutableRawBufferPointer(buffer))
        }
        guard bytes.count == size + 1 || size == 0 || bytes.count < size else { return bytes }
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = try chunk.withUnsafeMutableBytes { try descriptor.read(into: $0) }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
        }
    }

    /// What a folder holds.
    struct Entry {
        let name: FilePath.Component
        /// nil where the file system does not say it with the name.
        let kind: Kind?
    }

    /// The names in a folder, in the order of their bytes.
    static func names(in folder: FilePath) throws(FileError) -> [FilePath.Component] {
        try entries(in: folder).map(\.name)
    }

    /// What a folder holds, in the order of the names' bytes.
    static func entries(in folder: FilePath) throws(FileError) -> [Entry] {
        guard let stream = folder.withPlatformString({ opendir($0) }) else { throw error(folder, "cannot be listed") }
        defer { closedir(stream) }
        var entries: [(bytes: [UInt8], entry: Entry)] = []
        while let entry = readdir(stream) {
            // A name is bytes up to a NUL; it need not be UTF-8.
            let (name, bytes) = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CInterop.PlatformChar.self, capacity: 1) {
                    (
                        FilePath.Component(platformString: $0),
                        Array(UnsafeRawBufferPointer(start: $0, count: strlen($0)))
                    )
                }
            }
            guard let name, name.kind == .regular else { continue }
            entries.append((bytes, Entry(name: name, kind: kind(entry.pointee.d_type))))
        }
        return entries.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }.map(\.entry)
    }

    /// What the type of a folder's entry says.
    private static func kind(_ type: UInt8) -> Kind? {
        switch Int32(type) {
        case Int32(DT_REG): .file
        case Int32(DT_DIR): .folder
        case Int32(DT_LNK): .link
        case Int32(DT_UNKNOWN): nil
        default: .other
        }
    }

    /// Makes a folder and those above it below `root`, which is made too. Links below `root` are refused: they could lead
    /// out of it.
    static func makeFolder(_ components: FilePath.ComponentView, below root: FilePath) throws(FileError) {
        var path = root
        try makeFolder(path, refusingLinks: false)
        for component in components {
            path.append(component)
            try makeFolder(path, refusingLinks: true)
        }
    }

    private static func makeFolder(_ path: FilePath, refusingLinks: Bool) throws(FileError) {
        switch kind(of: path, followsLinks: !refusingLinks) {
        case .folder: return
        case .link: throw FileError(path: path.string, reason: "is a link; output is not written through links")
        case .file, .other: throw FileError(path: path.string, reason: "is in the way: a folder is needed here")
        case nil: break
        }
        let parent = path.removingLastComponent()
        if !refusingLinks, !parent.isEmpty, parent != path, kind(of: parent) == nil {
            try makeFolder(parent, refusingLinks: false)
        }
        guard path.withPlatformString({ mkdir($0, 0o777) }) == 0 || errno == EEXIST else {
            throw error(path, "cannot be made")
        }
    }

    /// Writes a file beside its place and renames it, so that a reader sees the old bytes or the new, never half.
    static func write(_ bytes: some Sequence<UInt8>, to path: FilePath) throws(FileError) {
        let file = try AtomicFile(path)
        try file.write(bytes)
        try file.commit()
    }

    /// Gives a file new bytes. It keeps its permissions, its owner and its other names (hard links). Its time is new, so that
    /// editors and build tools see the change.
    ///
    /// It is written beside its place and renamed. Where a renamed file would lose the owner or a name, or the folder takes
    /// no new file, the file itself is written.
    static func replace(_ path: FilePath, with bytes: [UInt8]) throws(FileError) {
        if let old = status(of: path), old.st_nlink == 1, let file = try? AtomicFile(path), file.isOwned(as: old) {
            try file.write(bytes)
            return try file.commit()
        }
        do {
            // Not while an interruption ends the program: half of the file would remain.
            try Interruption.uninterrupted { _ in
                let descriptor = try FileDescriptor.open(path, .writeOnly, options: .noFollow)
                try descriptor.closeAfter {
                    _ = try descriptor.writeAll(bytes)
                    guard ftruncate(descriptor.rawValue, off_t(bytes.count)) == 0 else { throw Errno(rawValue: errno) }
                }
            }
        } catch {
            throw FileError(path: path.string, reason: "cannot be written: \(error)")
        }
    }

    /// Writes a file in place, without a temporary file: for a folder that no other program reads, as for staging.
    static func create(_ bytes: some Sequence<UInt8>, at path: FilePath) throws(FileError) {
        do {
            // Not while an interruption deletes unfinished files: the new file would remain.
            let descriptor = try Interruption.uninterrupted { _ in
                try FileDescriptor.open(
                    path, .writeOnly, options: [.create, .truncate, .noFollow],
                    permissions: [.ownerReadWrite, .groupRead, .otherRead])
            }
            _ = try descriptor.closeAfter { try descriptor.writeAll(bytes) }
        } catch {
            throw FileError(path: path.string, reason: "cannot be written: \(error)")
        }
    }

    /// Removes a folder and the files in it, as far as that can be done.
    static func removeFolder(_ folder: FilePath) {
        for name in (try? names(in: folder)) ?? [] { _ = folder.appending(name).withPlatformString { unlink($0) } }
        _ = folder.withPlatformString { rmdir($0) }
    }

    private static func error(_ path: FilePath, _ what: String) -> FileError {
        FileError(path: path.string, reason: "\(what): \(Errno(rawValue: errno))")
    }
}
