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

/// `diptych watch`: builds each time a page is saved.
struct Watch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Build, and build again each time a page, a configuration or a glossary is saved.",
        discussion: """
            Builds as `diptych build` does, and rebuilds only what changed. Stop it with
            Ctrl-C.

              diptych watch docs -o out        build docs into out
              diptych watch                    the folders of .diptych.yml
              diptych watch --keep-state       keep ticked boxes ticked where their items
                                               did not change
              diptych watch --poll             for network folders

            Exit status:
              0  it was stopped
              2  it could not begin: a folder or a configuration is missing or wrong
            """)

    @OptionGroup var build: BuildOptions

    @Flag(help: "Look for changes twice a second. Use it where the system reports none, as on network folders.")
    var poll = false

    func run() async throws {
        var view = BuildView()
        var options: Build.Options
        // Watch before the first build reads, so that no page saved meanwhile is missed.
        let changes: [AsyncStream<Void>]
        do {
            options = try build.options(for: "watch")
            options.plan.note = { Messages(total: 0).note($0) }
            try Build(options).requireOutput()
            changes = try FolderWatch.all(for: options, isPolling: poll).map { try $0.changes() }
        } catch let error as ValidationError {
            throw error
        } catch {
            view.fail(error)
            Console.exit(.failed)
        }
        let (events, continuation) = AsyncStream<Event>.makeStream()
        // The first build.
        continuation.yield(.changed)
        let signals = Self.stops { continuation.yield(.stop) }
        let forwards = changes.map { changes in
            Task {
                for await _ in changes { continuation.yield(.changed) }
            }
        }
        var progress = Progress()
        for await event in events {
            if event == .stop { break }
            // Editors write a file in several steps.
            try? await Task.sleep(for: .milliseconds(30))
            await rebuild(options, &progress, &view)
            // Once is enough.
            options.plan.note = { _ in }
        }
        for forward in forwards { forward.cancel() }
        for signal in signals { signal.cancel() }
        Console.exit(.clean)
    }

    /// What was said already.
    private struct Progress {
        var isFirst = true
        /// Why the last build did nothing.
        var failure: String?
    }

    /// Builds, and prints what was built and what is wrong there. The first time, and after a failure, it also prints that
    /// nothing was.
    private func rebuild(_ options: Build.Options, _ progress: inout Progress, _ view: inout BuildView) async {
        let clock = ContinuousClock()
        let start = clock.now
        do {
            let result = try await Build(options).run { view.show($0) }
            defer { progress = Progress(isFirst: false) }
            let isNews = progress.isFirst || progress.failure != nil || result.built + result.removed > 0
            guard isNews else { return }
            let seconds = Double((clock.now - start) / .milliseconds(10)).rounded() / 100
            try Console.write("\(BuildView.done(result)) in \(seconds) s\n")
            try Console.write(BuildView.faults(result, namesPages: !progress.isFirst))
        } catch let error as OutputError {
            view.fail(error)
            Console.exit(.failed)
        } catch {
            // Many events can be about one failure.
            let failure = String(describing: error)
            if failure != progress.failure { view.fail(error) }
            progress.failure = failure
        }
    }

    private enum Event: Sendable {
        case changed, stop
    }

    /// Calls `stop` on SIGINT and SIGTERM. A build that runs is finished first; a second signal ends the program at once.
    private static func stops(_ stop: @escaping @Sendable () -> Void) -> [any DispatchSourceSignal] {
        [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number)
            nonisolated(unsafe) var count = 0
            source.setEventHandler {
                count += 1
                if count > 1 {
                    Console.exit(.clean)
                }
                stop()
            }
            source.resume()
            return source
        }
    }
}
