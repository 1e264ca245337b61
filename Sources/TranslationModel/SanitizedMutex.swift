#if THREAD_SANITIZER

    typealias Mutex = SanitizedMutex
#endif
