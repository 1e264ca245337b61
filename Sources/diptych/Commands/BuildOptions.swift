import ArgumentParser
import SystemPackage
import Workspace

/// What a user says about a build, once or again and again.
struct BuildOptions: ParsableArguments {
    @Argument(help: "The folder of the pages.", completion: .directory)
    var folder = "Corpus"

    @Option(name: [.short, .customLong("output")], help: "The folder to write to.", completion: .directory)
    var output = "Output"

    @Option(help: "How many pages to read at once.")
    var jobs = 1

    @Flag(name: .customLong("keep-state"), help: "Carry the ticked boxes of checklists.*.md over to the new files.")
    var keepState = false

    @Option(
        help: ArgumentHelp(
            "A JSON of what is done, which counts in the place of the boxes and is brought up to date.",
            valueName: "file"),
        completion: .file(extensions: ["json"]))
    var state: String?

    @OptionGroup var plan: PlanOptions

    func validate() throws {
        guard jobs > 0 else { throw ValidationError("--jobs must be at least 1.") }
        if output.isEmpty { throw ValidationError("-o must name a folder.") }
    }

    /// The same for the library.
    var options: Build.Options {
        var options = Build.Options(input: FilePath(folder), output: FilePath(output))
        options.jobs = jobs
        options.keepsState = keepState
        options.state = state.map { FilePath($0) }
        options.plan = plan.plan
        return options
    }
}
