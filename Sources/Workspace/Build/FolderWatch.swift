import SystemPackage

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Reports changes below a folder to files that a build depends on: pages, configurations, glossaries, lexicons.
///
/// On Linux the system reports them (inotify). On other systems, and if ``isPolling`` is set, the folder is read twice a
/// second.
public struct FolderWatch: Sendable {
    /// The folder that is watched with all below it.
    public let folder: FilePath
    /// What is written to, and so not watched.
    package let excluded: FilePath
    /// Whether the folder is read again and again. Network file systems need this: they report no changes.
    public let isPolling: Bool
    /// Whether what a `.gitignore` excludes is not watched.
    private let usesGitIgnore: Bool

    /// - Parameter options: say which configurations are read, for `gitignore`.
    public init(
        _ folder: FilePath, excluding excluded: FilePath, isPolling: Bool = false,
        _ options: CheckPlan.Options = .init()
    ) {
        self.folder = folder
        self.excluded = excluded
        var settings = ConfiguredPageSettings(options)
        usesGitIgnore = settings.usesGitIgnore(in: folder)
        #if os(Linux)
            self.isPolling = isPolling
        #else
            self.isPolling = true
        #endif
    }

    /// The watches that a build needs: of its pages, and where these have sources in another folder, of that.
    public static func all(for options: Build.Options, isPolling: Bool) -> [FolderWatch] {
        let pages = FolderWatch(options.input, excluding: options.output, isPolling: isPolling, options.plan)
        let finder = PageFinder([options.input.string], excluding: options.output, options.plan)
        guard let folder = finder.sourceFolder, !folder.isBelow(options.input.fromRoot) else { return [pages] }
        return [
            pages, FolderWatch(folder, excluding: options.output, isPolling: isPolling, options.plan),
        ]
    }

    /// One element for each change. Changes that come before the next element is requested are one element together.
    ///
    /// The folder may go and come back.
    ///
    /// - Throws: ``FileError`` where the folder does not exist, or the system cannot watch.
    public func changes() throws(FileError) -> AsyncStream<Void> {
        try Build.requireFolder(folder)
        let (stream, continuation) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let watcher = try watcher()
        // The system keeps its events until they are read. Polling reads the whole folder, so it is done less often.
        let interval = Duration.milliseconds(isPolling ? 500 : 20)
        let task = Task.detached {
            while !Task.isCancelled {
                try await Task.sleep(for: interval)
                if watcher.hasChanged() { continuation.yield() }
            }
        }
        continuation.onTermination = { _ in task.cancel() }
        return stream
    }

    private func watcher() throws(FileError) -> any Watcher {
        #if os(Linux)
            if !isPolling { return try INotify(self) }
        #endif
        return Poller(self)
    }

    /// Whether a build depends on a file of that name in the folder of the pages.
    static func isWatched(_ name: String) -> Bool { isSetting(name) || has(name, PageFinder.extensions) }

    /// Whether a file of that name may be a configuration, or a glossary or lexicon that a configuration names. The
    /// configuration is often above the pages, and these are beside it.
    static func isSetting(_ name: String) -> Bool {
        name == Configuration.fileName || name == GitIgnore.fileName || has(name, ["csv", "tsv", "tbx", "lexicon"])
    }

    private static func has(_ name: String, _ extensions: [String]) -> Bool {
        guard !name.hasPrefix("."), let dot = name.lastIndex(of: ".") else { return false }
        return extensions.contains(name[name.index(after: dot)...].lowercased())
    }

    /// A folder above the pages, where a configuration may be.
    struct Above {
        let path: FilePath
        /// What leads from it to the pages.
        let child: FilePath.Component
    }

    /// The folder and all below it that may hold pages, and the folders above it.
    func folders() -> (below: [FilePath], above: [Above]) {
        // What git ignores changes often, as `node_modules`, and can be very much.
        var walk = FolderWalk(
            excluded: FileSystem.identity(of: excluded), gitIgnore: usesGitIgnore ? GitIgnore(folder) : nil,
            skipsOutputs: true)
        _ = walk.files(below: folder) { _ in false }
        var above: [Above] = []
        var path = folder.fromRoot
        while let child = path.lastComponent, path.removeLastComponent() {
            above.append(Above(path: path, child: child))
        }
        return (walk.folders.map { folder.pushing($0) }, above)
    }
}

/// Knows whether something changed since it was asked last. One task asks.
private protocol Watcher: AnyObject, Sendable {
    func hasChanged() -> Bool
}

/// Looks at the files again and again. `@unchecked`: only the task that asks touches it.
private final class Poller: Watcher, @unchecked Sendable {
    private let watch: FolderWatch
    private var last: [FilePath: [Int64]] = [:]

    init(_ watch: FolderWatch) {
        self.watch = watch
        last = look()
    }

    func hasChanged() -> Bool {
        let now = look()
        defer { last = now }
        return now != last
    }

    /// Each file's number, size and time.
    private func look() -> [FilePath: [Int64]] {
        let (below, above) = watch.folders()
        var files: [FilePath: [Int64]] = [:]
        // The folder is there or not, also without pages.
        if FileSystem.kind(of: watch.folder) == .folder { files[watch.folder] = [] }
        for folder in above { add(filesOf: folder.path, where: FolderWatch.isSetting, &files) }
        for folder in below { add(filesOf: folder, where: FolderWatch.isWatched, &files) }
        return files
    }

    private func add(filesOf folder: FilePath, where isWatched: (String) -> Bool, _ files: inout [FilePath: [Int64]]) {
        for name in (try? FileSystem.names(in: folder)) ?? [] where isWatched(name.string) {
            add(folder.appending(name), &files)
        }
    }

    private func add(_ path: FilePath, _ files: inout [FilePath: [Int64]]) {
        var status = stat()
        guard path.withPlatformString({ stat($0, &status) }) == 0 else { return }
        let time = status.modification
        files[path] = [Int64(status.st_ino), Int64(status.st_size), Int64(time.tv_sec), Int64(time.tv_nsec)]
    }
}

#if os(Linux)
    /// Reads the events of inotify(7). `@unchecked`: only the task that reads the stream uses it.
    private final class INotify: Watcher, @unchecked Sendable {
        let descriptor: FileDescriptor
        private let folder: FolderWatch
        private var buffer = [UInt8](repeating: 0, count: 1 << 16)
        /// The folders above, of which only a configuration matters, and what leads from them to the pages.
        private var above: [Int32: FilePath.Component] = [:]
        /// What may have become of a file that is written in its place, or beside it and renamed.
        private static let events = UInt32(
            IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF)

        init(_ folder: FolderWatch) throws(FileError) {
            let number = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
            guard number >= 0 else {
                throw FileError(
                    path: folder.folder.string,
                    reason: "cannot be watched: \(Errno(rawValue: errno)); --poll looks instead")
            }
            descriptor = FileDescriptor(rawValue: number)
            self.folder = folder
            try watch()
        }

        deinit { try? descriptor.close() }

        /// Watches all folders; those that are watched already stay so.
        private func watch() throws(FileError) {
            let (below, above) = folder.folders()
            for (index, path) in (below + above.map(\.path)).enumerated() {
                let result = path.withPlatformString {
                    inotify_add_watch(descriptor.rawValue, $0, Self.events | UInt32(IN_ONLYDIR))
                }
                if result < 0, errno == ENOSPC {
                    throw FileError(
                        path: path.string,
                        reason: "too many folders to watch; raise fs.inotify.max_user_watches, or use --poll")
                }
                if result >= 0, index >= below.count { self.above[result] = above[index - below.count].child }
            }
        }

        /// Reads what has happened.
        func hasChanged() -> Bool {
            var hasChanged = false
            var hasNewFolder = false
            while let count = try? buffer.withUnsafeMutableBytes({ try descriptor.read(into: $0) }), count > 0 {
                buffer.withUnsafeBytes { bytes in
                    var offset = 0
                    // struct inotify_event: wd, mask, cookie, len, name.
                    while offset + 16 <= count {
                        let mask = bytes.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self)
                        let length = Int(bytes.loadUnaligned(fromByteOffset: offset + 12, as: UInt32.self))
                        let name = bytes[(offset + 16)..<min(offset + 16 + length, count)].prefix { $0 != 0 }
                        let start = offset
                        offset += 16 + length
                        let isFolder = mask & UInt32(IN_ISDIR) != 0
                        let isNew = mask & UInt32(IN_CREATE) != 0
                        if let child = above[bytes.loadUnaligned(fromByteOffset: start, as: Int32.self)] {
                            let name = String(decoding: name, as: UTF8.self)
                            // The folder of the pages, or one above it, went or came back.
                            let isOnTheWay = name == child.string
                            hasNewFolder = hasNewFolder || isOnTheWay
                            hasChanged = hasChanged || isOnTheWay || !isNew && FolderWatch.isSetting(name)
                            continue
                        }
                        let isOverflow = mask & UInt32(IN_Q_OVERFLOW) != 0
                        // Of folders whose events were dropped nothing is known.
                        hasNewFolder = hasNewFolder || isFolder || isOverflow
                        // A new file has a second event when it is written.
                        if isFolder || isOverflow || mask & UInt32(IN_DELETE_SELF | IN_MOVE_SELF) != 0
                            || (!isNew && FolderWatch.isWatched(String(decoding: name, as: UTF8.self)))
                        {
                            hasChanged = true
                        }
                    }
                }
            }
            if hasNewFolder { try? watch() }
            return hasChanged
        }
    }
#endif
