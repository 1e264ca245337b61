#if THREAD_SANITIZER
    import TranslationModel

    typealias Mutex = SeenMutex
#endif
