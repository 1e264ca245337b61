import Workspace

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Standard output and standard error.
enum Console {
    /// Whether a person reads standard error at a terminal.
    static let isErrorTerminal = isatty(STDERR_FILENO) == 1

    /// Whether a person reads standard output at a terminal.
    static let isOutputTerminal = isatty(STDOUT_FILENO) == 1

    /// The width of the terminal at which a person reads standard output; nil if it is no terminal, or does not say it.
    static let outputColumns: Int? = {
        guard isOutputTerminal else { return nil }
        var size = winsize()
        let result = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size)
        if result == 0, size.ws_col > 0 { return Int(size.ws_col) }
        return environment("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    }()

    /// The value of a variable of the environment.
    static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    /// Ignores SIGPIPE and SIGXFSZ. So a closed pipe or a file of the maximal size is an error of the write, and not the
    /// silent end of the program.
    static func keepGoingWithoutReader() {
        _ = signal(SIGPIPE, SIG_IGN)
        _ = signal(SIGXFSZ, SIG_IGN)
    }

    /// Takes the numbers of standard streams that were closed (`>&-`), before the first file is opened that would get them:
    /// what is said would be written into that file. Opened the wrong way round, they still cannot be used.
    static func keepStandardStreamsApart() {
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) == -1 {
            _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
        }
    }

    /// Writes all bytes to standard output.
    ///
    /// A reader that has enough, as `head`, is no error: the program ends without a message, as one that SIGPIPE ends.
    ///
    /// - Parameter isOptional: whether the program goes on without a reader, because it has more to do.
    /// - Throws: ``OutputError`` where the disk is full, or standard output is closed.
    static func write(_ bytes: [UInt8], isOptional: Bool = false) throws(OutputError) {
        // Both streams go to one terminal, where the text would continue the line of the progress.
        if isOutputTerminal { clearProgress() }
        guard !write(bytes, to: STDOUT_FILENO) else { return }
        guard errno == EPIPE else { throw OutputError(reason: String(cString: strerror(errno))) }
        if !isOptional { exit(.readerGone) }
    }

    /// Writes text to standard output.
    static func write(_ text: String) throws(OutputError) { try write(Array(text.utf8)) }

    /// Writes a line to standard error, over the progress if there is any. A failure is ignored: there is no other place to
    /// report it.
    static func error(_ line: String) {
        clearProgress()
        _ = write(Array((line + "\n").utf8), to: STDERR_FILENO)
    }

    /// Shows a line on standard error until the next is written over it. Only a terminal shows it.
    static func showProgress(_ line: String) {
        guard isErrorTerminal else { return }
        _ = write(Array("\r\(line)\u{1B}[K".utf8), to: STDERR_FILENO)
    }

    /// Removes what ``showProgress(_:)`` shows.
    static func clearProgress() { showProgress("") }

    /// Says why something could not be done, and ends the program.
    static func end(with error: some Error) -> Never {
        self.error("diptych: error: \(printable(String(describing: error)))")
        exit(.failed)
    }

    /// Ends the program. A file that is not finished is taken away.
    static func exit(_ status: ExitStatus) -> Never {
        Interruption.takeAwayUnfinished()
        #if canImport(Darwin)
            Darwin.exit(status.rawValue)
        #elseif canImport(Musl)
            Musl.exit(status.rawValue)
        #else
            Glibc.exit(status.rawValue)
        #endif
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let part = UnsafeRawBufferPointer(rebasing: rest)
                #if canImport(Darwin)
                    let count = Darwin.write(descriptor, part.baseAddress, part.count)
                #elseif canImport(Musl)
                    let count = Musl.write(descriptor, part.baseAddress, part.count)
                #else
                    let count = Glibc.write(descriptor, part.baseAddress, part.count)
                #endif
                if count < 0 {
                    if errno == EINTR { continue }
                    return false
                }
                rest = rest.dropFirst(count)
            }
            return true
        }
    }
}

/// Standard output could not be written.
struct OutputError: Error, CustomStringConvertible {
    let reason: String
    var description: String { "standard output cannot be written: \(reason)" }
}

/// How a command ended.
enum ExitStatus: Int32 {
    /// Nothing to say.
    case clean = 0
    /// Something to look at; nothing was lost.
    case findings = 1
    /// Something could not be read as it was meant, or not at all.
    case failed = 2
    /// The reader of standard output is gone: 128 and the number of SIGPIPE.
    case readerGone = 141

    /// The worse of two.
    func or(_ other: ExitStatus) -> ExitStatus { rawValue >= other.rawValue ? self : other }
}
