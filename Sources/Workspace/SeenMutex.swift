#if THREAD_SANITIZER
    import Alignment

    typealias Mutex = SeenMutex
#endif
