import ArgumentParser
import Checks
import ParsedBitext
import Workspace

/// The options that decide which rules check which page.
struct PlanOptions: ParsableArguments {
    @Option(
        name: .customLong("rule"), parsing: .singleValue,
        help: ArgumentHelp("Run only this rule. Can be given several times.", valueName: "name"))
    var only: [String] = []

    @Option(
        name: .customLong("no-rule"), parsing: .singleValue,
        help: ArgumentHelp("Do not run this rule. Can be given several times.", valueName: "name"))
    var off: [String] = []

    @Option(
        help: ArgumentHelp(
            "Use this configuration for all pages, not the .diptych.yml files above them.", valueName: "file"),
        completion: .file(extensions: ["yml", "yaml"]))
    var config: String?

    @Flag(name: .customLong("no-config"), help: "Read no configuration file.")
    var noConfig = false

    @Option(help: ArgumentHelp("The target's locale, for pages that do not name it: fr-FR.", valueName: "locale"))
    var locale: String?

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "Use a lexicon from `diptych train`, not the one that comes with diptych. Can be given several times.",
            valueName: "file"),
        completion: .file(extensions: ["lexicon"]))
    var lexicon: [String] = []

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "Check terms by this glossary, a CSV or TBX file. Can be given several times.", valueName: "file"),
        completion: .file(extensions: ["csv", "tsv", "tbx", "xml"]))
    var glossary: [String] = []

    func validate() throws {
        for name in only + off where RuleSet[name] == nil {
            let near = Suggestion.nearest(to: name, among: RuleSet.names, limit: 1).first
            throw ValidationError(
                "No rule is called “\(printable(name))”. \(near.map { "Did you mean \($0)?" } ?? "`diptych rules` lists them.")"
            )
        }
        if config != nil, noConfig { throw ValidationError("Use either --config or --no-config, not both.") }
    }

    /// The same for the library.
    var plan: CheckPlan.Options {
        var options = CheckPlan.Options()
        options.only = only
        options.off = off
        options.configuration = config
        options.usesConfiguration = !noConfig
        options.locale = locale
        options.lexicons = lexicon
        options.glossaries = glossary
        return options
    }
}
