import Hashing
import Revisions
import SystemPackage

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The folder that a build writes to, changed as a whole.
///
/// New files wait in a folder of their own, ``staging``. When all are there, a journal is written that names each file's
/// place and what is to be removed; then they are renamed into their places. A build that is killed before the journal
/// leaves the last state whole; one that is killed after it is finished by the next build, before anything else. One
/// build at a time: the folder is locked, and the lock goes with the process that holds it.
final class OutputFolder: @unchecked Sendable {
    // `@unchecked`: the only thing that changes is the descriptor of the lock, which init and deinit alone touch; files are
    // staged under names that differ, by many threads at once.

    /// What the folder is opened for.
    enum Mode {
        /// To be changed.
        case write
        /// To be compared with what would be written.
        case compare
    }

    /// A file that is to come to its place.
    struct Staged: Sendable {
        /// Its name in ``staging``.
        let name: String
        let file: Manifest.File
    }

    static let staging: FilePath.Component = ".diptych"
    private static let journal: FilePath.Component = "journal"

    let path: FilePath
    let mode: Mode
    private var lock: FileDescriptor?

    /// Opens and locks the folder, makes it where it is not there, and finishes what an earlier build left unfinished.
    ///
    /// - Parameter waiting: called when another build has the folder, before waiting for it.
    /// - Throws: ``FileError`` where it cannot be made, locked or finished.
    init(_ path: FilePath, _ mode: Mode, waiting: () -> Void) throws(FileError) {
        self.path = path
        self.mode = mode
        if mode == .compare, FileSystem.kind(of: path) != .folder { return }
        try FileSystem.makeFolder(FilePath().components, below: path)
        try acquire(mode == .write ? LOCK_EX : LOCK_SH, waiting)
        let staging = path.appending(Self.staging)
        if FileSystem.kind(of: staging, followsLinks: false) == .link {
            throw FileError(path: staging.string, reason: "is a link; remove it")
        }
        if mode == .write { try recover() }
    }

    deinit { try? lock?.close() }

    private func acquire(_ kind: Int32, _ waiting: () -> Void) throws(FileError) {
        do {
            let descriptor = try FileDescriptor.open(path, .readOnly, options: [.directory, .closeOnExec])
            lock = descriptor
            guard flock(descriptor.rawValue, kind | LOCK_NB) != 0 else { return }
            guard errno == EWOULDBLOCK else { throw Errno(rawValue: errno) }
            waiting()
            while flock(descriptor.rawValue, kind) != 0 {
                guard errno == EINTR else { throw Errno(rawValue: errno) }
            }
        } catch {
            throw FileError(path: path.string, reason: "cannot be locked: \(error)")
        }
    }

    /// Whether a path stays below the folder that it starts from, and out of ``staging``.
    static func isInside(_ path: String) -> Bool {
        let path = FilePath(path)
        return path.isRelative && !path.isEmpty && path.components.allSatisfy { $0.kind == .regular }
            && path.components.first != staging
    }

    // MARK: Files

    /// A file's bytes, or nil where there is no such file.
    func contents(_ name: String) -> [UInt8]? {
        let path = path.pushing(FilePath(name))
        return FileSystem.kind(of: path, followsLinks: false) == .file ? try? FileSystem.read(path) : nil
    }

    /// What a staged file has.
    func contents(ofStaged file: Staged) -> [UInt8]? {
        try? FileSystem.read(path.appending(Self.staging).appending(file.name))
    }

    /// Whether a file is there as it was written.
    ///
    /// - Parameter since: files that were last written before that moment are known by their size alone.
    func has(_ file: Manifest.File, since: timespec?) -> Bool {
        let path = path.pushing(FilePath(file.path))
        guard let status = FileSystem.status(of: path), Int(status.st_size) == file.bytes else { return false }
        if let since, status.modification < since { return true }
        return (try? FileSystem.read(path)).map { SHA256Digest(of: $0).hex } == file.sha256
    }

    /// What stands in the way of files that are to be written, and is not this folder's own: at a file's place, or where a
    /// folder for it is needed. Files of others are never overwritten.
    ///
    /// - Parameters:
    ///   - places: of the files to be written.
    ///   - own: of the files that earlier builds wrote.
    ///   - adopts: whether a file that looks as if a build had written it is its own.
    func obstacles(to places: [String], own: Set<String>, adopts: Bool) -> [String] {
        // Nothing is in the way in a new folder.
        if let names = try? FileSystem.names(in: path), names.allSatisfy({ $0 == Self.staging }) { return [] }
        // What a killed build had written down is its own, too.
        let own = own.union(unfinishedPlaces)
        var found: [String] = []
        var folders: Set<FilePath> = []
        for place in places where !own.contains(place) {
            let file = path.pushing(FilePath(place))
            switch FileSystem.kind(of: file, followsLinks: false) {
            case nil: break
            case .file where adopts && BuildOutput.wrote(file): break
            default: found.append(place)
            }
            for folder in FileSystem.folders(of: FilePath(place)) where folders.insert(folder).inserted {
                switch FileSystem.kind(of: path.pushing(folder), followsLinks: false) {
                case .folder, nil: break
                case .file where own.contains(folder.string): break
                default: found.append(folder.string)
                }
            }
        }
        return found
    }

    /// When a file was last written.
    func modification(of name: String) -> timespec? {
        var status = stat()
        return path.appending(name).withPlatformString { lstat($0, &status) } == 0 ? status.modification : nil
    }

    /// Puts bytes aside for their place.
    ///
    /// - Parameter name: one that no other file of this build has.
    func stage(
        _ bytes: some Sequence<UInt8>, _ file: Manifest.File, as name: String
    ) throws(FileError) -> Staged {
        if mode == .write { try FileSystem.create(bytes, at: path.appending(Self.staging).appending(name)) }
        return Staged(name: name, file: file)
    }

    /// Makes room for what is staged.
    func beginStaging() throws(FileError) {
        guard mode == .write else { return }
        let folder = path.appending(Self.staging)
        try Interruption.uninterrupted { unfinished throws(FileError) in
            try FileSystem.makeFolder(FilePath(root: nil, [Self.staging]).components, below: path)
            unfinished.folders[folder] = { FileSystem.kind(of: folder.appending(Self.journal)) == nil }
        }
    }

    /// Brings all staged files to their places and removes others, so that a kill at any moment leaves the old state or,
    /// after the next build, the new one.
    func publish(_ staged: [Staged], removing removed: [String]) throws(FileError) {
        var journal: [UInt8] = []
        // Removals first: a folder may be needed where a file was.
        for path in removed { journal += Array("r\0\0\(path)\0".utf8) }
        for file in staged { journal += Array("w\0\(file.name)\0\(file.file.path)\0".utf8) }
        let folder = path.appending(Self.staging)
        let file = try AtomicFile(folder.appending(Self.journal))
        try file.write(journal + Array("end\0".utf8))
        try file.commit()
        try Interruption.uninterrupted { unfinished throws(FileError) in
            try carryOut(journal)
            clear()
            unfinished.folders[folder] = nil
        }
    }

    /// Gives up what is staged, unless it is on its way already.
    func discard() {
        guard mode == .write else { return }
        Interruption.uninterrupted { unfinished in
            unfinished.folders[path.appending(Self.staging)] = nil
            guard !isUnfinished, FileSystem.kind(of: path.appending(Self.staging)) != nil else { return }
            clear()
        }
    }

    // MARK: The journal

    /// Finishes what a killed build had written down, and removes what it had not.
    private func recover() throws(FileError) {
        guard FileSystem.kind(of: path.appending(Self.staging)) == .folder else { return }
        if let journal = try unfinishedJournal() { try carryOut(journal) }
        clear()
    }

    /// The journal of a build that was killed while it brought its files to their places.
    private func unfinishedJournal() throws(FileError) -> [UInt8]? {
        let journal = path.appending(Self.staging).appending(Self.journal)
        guard FileSystem.kind(of: journal) == .file else { return nil }
        let bytes = try FileSystem.read(journal)
        return bytes.suffix(4) == Array("end\0".utf8)[...] ? Array(bytes.dropLast(4)) : nil
    }

    /// The places of the files that such a build was to write.
    private var unfinishedPlaces: [String] {
        guard isUnfinished, let journal = try? unfinishedJournal() else { return [] }
        return Self.steps(of: journal).filter { $0.action == "w" }.map(\.place)
    }

    /// One line of a journal: a file to write, or one to remove.
    private struct Step {
        let action: String
        /// Its name in ``staging``.
        let name: String
        let place: String
    }

    private static func steps(of journal: [UInt8]) -> [Step] {
        let fields = journal.split(separator: 0, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        return stride(from: 0, to: fields.count - 2, by: 3).map { index in
            Step(action: fields[index], name: fields[index + 1], place: fields[index + 2])
        }
    }

    /// Whether a build was killed while it brought its files to their places.
    var isUnfinished: Bool { FileSystem.kind(of: path.appending(Self.staging).appending(Self.journal)) != nil }

    /// Does what a journal says. What is done already is left out, so it may be done twice.
    private func carryOut(_ journal: [UInt8]) throws(FileError) {
        let staging = path.appending(Self.staging)
        var folders: Set<FilePath> = []
        for step in Self.steps(of: journal) where Self.isInside(step.place) {
            let target = FilePath(step.place)
            if step.action == "r" {
                remove(target)
                continue
            }
            // Who wrote the journal is not known: nothing but a file of ours comes from there.
            guard let name = FilePath.Component(step.name), name.kind == .regular else { continue }
            let source = staging.appending(name)
            guard FileSystem.kind(of: source, followsLinks: false) == .file else { continue }
            let folder = target.removingLastComponent()
            if folders.insert(folder).inserted { try FileSystem.makeFolder(folder.components, below: path) }
            let destination = path.pushing(target)
            guard source.withPlatformString({ old in destination.withPlatformString { rename(old, $0) } }) == 0 else {
                throw FileError(path: destination.string, reason: "cannot be written: \(Errno(rawValue: errno))")
            }
        }
    }

    /// Removes a file, and the folders that it leaves empty.
    private func remove(_ name: FilePath) {
        var folder = path
        for component in name.removingLastComponent().components {
            folder.append(component)
            // Not through a link: what is behind it is not ours.
            guard FileSystem.kind(of: folder, followsLinks: false) == .folder else { return }
        }
        let file = path.pushing(name)
        guard FileSystem.kind(of: file, followsLinks: false) == .file else { return }
        _ = file.withPlatformString { unlink($0) }
        while folder != path, folder.withPlatformString({ rmdir($0) }) == 0 { folder.removeLastComponent() }
    }

    /// Removes ``staging``.
    private func clear() {
        let folder = path.appending(Self.staging)
        // The journal first: without it, the rest is nothing.
        _ = folder.appending(Self.journal).withPlatformString { unlink($0) }
        FileSystem.removeFolder(folder)
    }
}

extension stat {
    /// When the file was last written.
    var modification: timespec {
        #if canImport(Darwin)
            st_mtimespec
        #else
            st_mtim
        #endif
    }
}

extension timespec {
    static func < (left: timespec, right: timespec) -> Bool {
        (left.tv_sec, left.tv_nsec) < (right.tv_sec, right.tv_nsec)
    }
}
