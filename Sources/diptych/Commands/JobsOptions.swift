import ArgumentParser
import Foundation

/// How many pages are read at once.
struct JobsOptions: ParsableArguments {
    @Option(
        name: .customLong("jobs"),
        help: ArgumentHelp(
            "How many pages to read at once. The result is the same for any number. (default: the number of cores)",
            valueName: "number"))
    var jobs: Int?

    /// The number that the user gave, or that of the cores.
    var count: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
    }
}
