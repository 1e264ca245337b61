import ArgumentParser
import SystemPackage
import Workspace

/// The options of a build, for `build` and `watch`.
struct BuildOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp("The folder of the pages. (default: `pages` in .diptych.yml)", valueName: "folder"),
        completion: .directory)
    var folder: String?

    @Option(
        name: [.short, .customLong("output")],
        help: ArgumentHelp("The folder to write to. (default: `output` in .diptych.yml)", valueName: "folder"),
        completion: .directory)
    var output: String?

    @OptionGroup var jobs: JobsOptions

    @Flag(
        name: .customLong("keep-state"),
        help: "Keep the ticked boxes of checklists.*.md where the items did not change.")
    var keepState = false

    @Option(
        help: ArgumentHelp(
            "A JSON file that lists the done items. It replaces the boxes and is updated by the build.",
            valueName: "file"),
        completion: .file(extensions: ["json"]))
    var state: String?

    @OptionGroup var plan: PlanOptions

    func validate() throws {
        if folder == "" { throw ValidationError("The folder of the pages must have a name.") }
        if output == "" { throw ValidationError("-o must name a folder.") }
    }

    /// The same for the library.
    ///
    /// - Parameter command: the name of the command, for the message that says how to name the folders.
    /// - Throws: `ValidationError` if neither the arguments nor the configuration name the folders; other errors if the
    ///   configuration cannot be read.
    func options(for command: String) throws -> Build.Options {
        let folders: BuildFolders
        do {
            folders = try BuildFolders(pages: folder, output: output, plan.plan)
        } catch let missing as BuildFolders.Missing {
            throw ValidationError(Self.help(missing, command))
        }
        var options = Build.Options(input: folders.pages, output: folders.output)
        options.jobs = jobs.count
        options.keepsState = keepState
        options.state = state.map { FilePath($0) }
        options.plan = plan.plan
        return options
    }

    /// Says which folder is missing, and where to write it.
    private static func help(_ missing: BuildFolders.Missing, _ command: String) -> String {
        var what: [String] = []
        var lines: [String] = []
        if missing.isPagesMissing {
            what.append("the folder of the pages")
            lines.append("  pages: docs")
        }
        if missing.isOutputMissing {
            what.append("the folder to write to")
            lines.append("  output: out")
        }
        let file =
            missing.configuration.map { "into \(printable($0))" }
            ?? "into a file .diptych.yml in this folder or one above it"
        return """
            Name \(what.joined(separator: " and ")):

              diptych \(command) docs -o out

            or write it \(file):

            \(lines.joined(separator: "\n"))
            """
    }
}
