import Checks
import ParsedBitext
import TranslationModel
import ArgumentParser
import Workspace

/// What a user says about which rules check which page.
struct PlanOptions: ParsableArguments {
    @Option(
        name: .customLong("rule"), parsing: .singleValue,
        help: ArgumentHelp("Only this rule; may be said several times.", valueName: "name"))
    var only: [String] = []

    @Option(
        name: .customLong("no-rule"), parsing: .singleValue,
        help: ArgumentHelp("Not this rule; may be said several times.", valueName: "name"))
    var off: [String] = []

    @Option(
        help: ArgumentHelp(
            "A configuration for all pages, in the place of the .diptych.yml above each.", valueName: "file"),
        completion: .file(extensions: ["yml", "yaml"]))
    var config: String?

    @Flag(name: .customLong("no-config"), help: "Read no configuration.")
    var noConfig = false

    @Option(help: ArgumentHelp("The target's locale of pages that name none.", valueName: "locale"))
    var locale: String?

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "A lexicon of `diptych train`, in the place of the one that comes with diptych.", valueName: "file"),
        completion: .file(extensions: ["lexicon"]))
    var lexicon: [String] = []

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "Terms and their translations, as CSV or TBX; may be said several times.", valueName: "file"),
        completion: .file(extensions: ["csv", "tsv", "tbx", "xml"]))
    var glossary: [String] = []

    func validate() throws {
        for name in only + off where RuleSet[name] == nil {
            let near = Suggestion.nearest(to: name, among: RuleSet.names, limit: 1).first
            throw ValidationError(
                "No rule is called “\(printable(name))”. \(near.map { "Did you mean \($0)?" } ?? "`diptych rules` lists them.")"
            )
        }
        if config != nil, noConfig { throw ValidationError("Either --config or --no-config.") }
    }

    /// The options that settle which rules check which page.
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
