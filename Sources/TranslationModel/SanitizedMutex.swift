#if THREAD_SANITIZER
    import Bitext

    typealias Mutex = SanitizedMutex
#endif
