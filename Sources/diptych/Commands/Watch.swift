import ArgumentParser
import Dispatch
import Workspace

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// `diptych watch`: builds whenever a page is saved.
struct Watch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Build, and build again whenever a page, a configuration or a glossary is saved.",
        discussion: """
            Takes what `diptych build` takes, and makes only what changed. Ctrl-C ends it.

              diptych watch                    Corpus to Output
              diptych watch docs -o out --keep-state
              diptych watch --poll             on file systems of other machines
            """)

    @OptionGroup var build: BuildOptions

    @Flag(help: "Look at the folder twice a second instead of being told by the system.")
    var poll = false

    func run() async throws {
        let options = build.options
        let watch = FolderWatch(options.input, excluding: options.output, isPolling: poll)
        var view = BuildView()
        // Watched before it is read: what is saved while the first build runs is not missed.
        let changes: AsyncStream<Void>
        do {
            changes = try watch.changes()
        } catch {
            view.fail(error)
            Console.exit(.failed)
        }
        let (events, continuation) = AsyncStream<Event>.makeStream()
        // The first build.
        continuation.yield(.changed)
        let signals = Self.stops { continuation.yield(.stop) }
        let forward = Task {
            for await _ in changes { continuation.yield(.changed) }
        }
        var isFirst = true
        for await event in events {
            if event == .stop { break }
            // Editors write a file in several steps.
            try? await Task.sleep(for: .milliseconds(30))
            await rebuild(options, isFirst: isFirst, &view)
            isFirst = false
        }
        forward.cancel()
        signals.forEach { $0.cancel() }
        Console.exit(.clean)
    }

    /// Tells what was built; the first time, also that nothing was.
    private func rebuild(_ options: Build.Options, isFirst: Bool, _ view: inout BuildView) async {
        let clock = ContinuousClock()
        let start = clock.now
        do {
            let result = try await Build(options).run { view.show($0) }
            guard isFirst || result.built + result.removed > 0 else { return }
            let seconds = Double((clock.now - start) / .milliseconds(10)).rounded() / 100
            try Console.write("\(BuildView.done(result)) in \(seconds) s\n")
            for page in result.builtPages.prefix(5) { try Console.write("  \(printable(page))\n") }
            if result.builtPages.count > 5 { try Console.write("  … and \(result.builtPages.count - 5) more\n") }
        } catch is OutputError {
            // Nobody listens any more.
            Console.exit(.failed)
        } catch {
            view.fail(error)
        }
    }

    private enum Event: Sendable {
        case changed, stop
    }

    /// Calls `stop` for Ctrl-C and for a polite kill. A build that runs is finished first; whoever asks twice does not wait.
    private static func stops(_ stop: @escaping @Sendable () -> Void) -> [any DispatchSourceSignal] {
        [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number)
            nonisolated(unsafe) var count = 0
            source.setEventHandler {
                count += 1
                if count > 1 {
                    Interruption.takeAwayUnfinished()
                    Console.exit(.clean)
                }
                stop()
            }
            source.resume()
            return source
        }
    }
}
