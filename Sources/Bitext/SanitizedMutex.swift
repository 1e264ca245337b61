#if THREAD_SANITIZER
    import Foundation

    /// A lock that the thread sanitizer understands, with the interface of the standard library's `Mutex`.
    ///
    /// On Linux, the `Mutex` of Swift 6.3 calls a library that is not instrumented, so the sanitizer does not see it and reports races on all
    /// that it guards. `Scripts/sanitize` defines `THREAD_SANITIZER`; with it, modules that use `Mutex` make it an alias of this class.
    package final class SanitizedMutex<Value>: @unchecked Sendable {
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
#endif
