#if THREAD_SANITIZER
    import Foundation

    /// A lock that thread sanitizer sees. It does not see the standard library's, which on Linux is made of calls into a
    /// library without instruments, and takes all that it guards for races. `Scripts/sanitize` defines `THREAD_SANITIZER`.
    package final class SeenMutex<Value>: @unchecked Sendable {
        private let lock = NSLock()
        private var value: Value

        package init(_ value: Value) { self.value = value }

        package func withLock<Result, Failure: Error>(
            _ body: (inout Value) throws(Failure) -> Result
        ) throws(Failure) -> Result {
            lock.lock()
            defer { lock.unlock() }
            return try body(&value)
        }
    }

    typealias Mutex = SeenMutex
#endif
