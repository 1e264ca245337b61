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

    @OptionGroup var pages: PageOptions

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
    }

    /// The same for the library.
    var plan: CheckPlan.Options {
        var options = pages.plan
        options.only = only
        options.off = off
        options.lexicons = lexicon
        options.glossaries = glossary
        return options
    }
}
