import ArgumentParser
import Workspace

/// The options that say how pages are found and read, for all commands that read folders of pages.
struct PageOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Use this configuration for all pages, not the .diptych.yml files above them.", valueName: "file"),
        completion: .file(extensions: ["yml", "yaml"]))
    var config: String?

    @Flag(name: .customLong("no-config"), help: "Read no configuration file.")
    var noConfig = false

    @Option(help: ArgumentHelp("The target's locale, for pages that do not name it: fr-FR.", valueName: "locale"))
    var locale: String?

    @Flag(name: .customLong("no-gitignore"), help: "In folders, also read the pages that .gitignore excludes.")
    var noGitIgnore = false

    func validate() throws {
        if config != nil, noConfig { throw ValidationError("Use either --config or --no-config, not both.") }
    }

    /// The same for the library.
    var plan: CheckPlan.Options {
        var options = CheckPlan.Options()
        options.configuration = config
        options.usesConfiguration = !noConfig
        options.usesGitIgnore = !noGitIgnore
        options.locale = locale
        return options
    }
}
