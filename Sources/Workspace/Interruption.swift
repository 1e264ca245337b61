import Dispatch
import Synchronization
import SystemPackage

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Temporary files to delete on SIGINT, SIGTERM and SIGHUP.
///
/// A signal is for the whole process, so this is one for the process too.
public enum Interruption {
    /// What would be left behind.
    struct Unfinished {
        /// Files that wait for being renamed, by their numbers.
        var files: [Int: FilePath] = [:]
        /// Folders of such files, with whether they may be given up.
        var folders: [FilePath: @Sendable () -> Bool] = [:]
    }

    private static let unfinished = Mutex(Unfinished())

    /// Does what must happen as a whole, or not at all: a stop waits for its end. Must be short, and cannot be nested.
    static func uninterrupted<Value: Sendable, Failure: Error>(
        _ body: (inout Unfinished) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        try unfinished.withLock { unfinished throws(Failure) in try body(&unfinished) }
    }

    /// From now on, a stop takes away what is not finished, and then ends the program as if nothing had been done.
    ///
    /// A signal that is ignored, as in a command that `nohup` runs, stays so.
    public static func cleanUpWhenStopped() {
        for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) {
            // Blocking it would not do: while an asynchronous `main` runs, Dispatch keeps the first thread waiting for
            // signals, with none of them blocked.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: DispatchQueue(label: "signals"))
            source.setEventHandler {
                // It holds itself, as long as the program runs.
                _ = source
                end(by: number)
            }
            source.resume()
        }
    }

    private static func end(by number: Int32) {
        unfinished.withLock { unfinished in
            takeAway(&unfinished)
            // The lock is still held, so no thread can begin a new temporary file. The program ends itself with the same
            // signal, so that its parent process sees which signal it was.
            var signals = sigset_t()
            sigemptyset(&signals)
            sigaddset(&signals, number)
            signal(number, SIG_DFL)
            pthread_sigmask(SIG_UNBLOCK, &signals, nil)
            kill(getpid(), number)
            _exit(128 + number)
        }
    }

    /// Takes away what is not finished; the program is about to end.
    public static func takeAwayUnfinished() { unfinished.withLock { takeAway(&$0) } }

    private static func takeAway(_ unfinished: inout Unfinished) {
        for file in unfinished.files.values { _ = file.withPlatformString { unlink($0) } }
        for (folder, isGivenUp) in unfinished.folders where isGivenUp() { FileSystem.removeFolder(folder) }
        unfinished = Unfinished()
    }

    private static func isIgnored(_ number: Int32) -> Bool {
        let old = signal(number, SIG_DFL)
        guard unsafeBitCast(old, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) else { return false }
        signal(number, SIG_IGN)
        return true
    }
}
