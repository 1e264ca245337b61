import Synchronization
import SystemPackage

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A file that is written beside its place, piece by piece, and renamed when it is whole: a reader sees the old bytes or
/// the new, never half. What is not committed leaves nothing behind. A file that is replaced keeps its permissions, and its owner where
/// the system allows it.
public final class AtomicFile {
    private let path: FilePath
    private let temporary: FilePath
    private let number: Int
    private var descriptor: FileDescriptor?

    public init(_ path: FilePath) throws(FileError) {
        var folder = path
        guard folder.removeLastComponent() else { throw FileError(path: path.string, reason: "is no file name") }
        self.path = path
        number = Self.begun.wrappingAdd(1, ordering: .relaxed).newValue
        // A name that no other file of this or another run has at the same time, and that is never too long.
        temporary = folder.appending("\(Self.prefix)\(number)\(Self.ending)")
        // A rename would put a file in the place of a device or a pipe.
        let replaced = FileSystem.kind(of: path)
        switch replaced {
        case .folder: throw FileError(path: path.string, reason: "is a folder, not a file")
        case .other: throw FileError(path: path.string, reason: "is not a regular file")
        case .file, .link, nil: break
        }
        Self.removeLeftovers(in: folder)
        do {
            descriptor = try Interruption.uninterrupted { unfinished in
                let descriptor = try FileDescriptor.open(
                    temporary, .writeOnly, options: [.create, .truncate, .noFollow],
                    permissions: [.ownerReadWrite, .groupRead, .otherRead])
                unfinished.files[number] = temporary
                // As long as this program lives, the file is no leftover, also for one that cannot see this process.
                flock(descriptor.rawValue, LOCK_EX | LOCK_NB)
                if replaced == .file, let old = FileSystem.status(of: path) {
                    // First the owner: to change it can take permissions away.
                    if old.st_uid != geteuid() || old.st_gid != getegid() {
                        _ = fchown(descriptor.rawValue, old.st_uid, old.st_gid)
                    }
                    fchmod(descriptor.rawValue, old.st_mode & 0o7777)
                }
                return descriptor
            }
        } catch {
            throw Self.error(path, error)
        }
    }

    deinit { discard() }

    /// How many files this run has begun.
    private static let begun = Atomic(0)
    private static let beginning = ".diptych-"
    private static let prefix = "\(beginning)\(getpid())-"
    private static let ending = ".tmp"

    // MARK: Leftovers

    /// The folders that are known to be without temporary files of killed runs.
    private static let cleanFolders = Mutex(Set<FilePath>())

    /// Takes away the temporary files of runs that were killed, and so could not do it themselves. A folder is looked at
    /// once.
    private static func removeLeftovers(in folder: FilePath) {
        guard cleanFolders.withLock({ $0.insert(folder).inserted }) else { return }
        for name in (try? FileSystem.names(in: folder.isEmpty ? "." : folder)) ?? [] {
            guard let process = process(ofTemporary: name.string), kill(process, 0) != 0, errno == ESRCH else {
                continue
            }
            let file = folder.appending(name)
            guard FileSystem.status(of: file) != nil,
                let descriptor = try? FileDescriptor.open(file, .readOnly, options: [.noFollow, .nonBlocking])
            else { continue }
            if flock(descriptor.rawValue, LOCK_EX | LOCK_NB) == 0 { _ = file.withPlatformString { unlink($0) } }
            try? descriptor.close()
        }
    }

    /// The number of the process that a temporary file is named after; nil for any other file.
    private static func process(ofTemporary name: String) -> pid_t? {
        guard name.hasPrefix(beginning), name.hasSuffix(ending) else { return nil }
        let numbers = name.dropFirst(beginning.count).dropLast(ending.count).split(
            separator: "-", omittingEmptySubsequences: false)
        guard numbers.count == 2,
            numbers.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { return nil }
        return pid_t(numbers[0]).flatMap { $0 > 0 ? $0 : nil }
    }

    // MARK: Writing

    /// Adds bytes at the end.
    public func write(_ bytes: some Sequence<UInt8>) throws(FileError) {
        guard let descriptor else { return }
        do {
            _ = try descriptor.writeAll(bytes)
        } catch {
            discard()
            throw Self.error(path, error)
        }
    }

    /// Whether the file has the owner and the group of another.
    func isOwned(as other: stat) -> Bool {
        var status = stat()
        guard let descriptor, fstat(descriptor.rawValue, &status) == 0 else { return false }
        return status.st_uid == other.st_uid && status.st_gid == other.st_gid
    }

    /// Puts the file in its place.
    public func commit() throws(FileError) {
        guard let descriptor else { return }
        do {
            self.descriptor = nil
            try descriptor.close()
            try Interruption.uninterrupted { unfinished in
                let isRenamed = temporary.withPlatformString { old in path.withPlatformString { rename(old, $0) } } == 0
                guard isRenamed else { throw Errno(rawValue: errno) }
                unfinished.files[number] = nil
            }
        } catch {
            removeTemporary()
            throw Self.error(path, error)
        }
    }

    /// Gives the file up; what stood in its place stays.
    public func discard() {
        guard let descriptor else { return }
        self.descriptor = nil
        try? descriptor.close()
        removeTemporary()
    }

    private func removeTemporary() {
        Interruption.uninterrupted { unfinished in
            _ = temporary.withPlatformString { unlink($0) }
            unfinished.files[number] = nil
        }
    }

    private static func error(_ path: FilePath, _ reason: any Error) -> FileError {
        FileError(path: path.string, reason: "cannot be written: \(reason)")
    }
}
