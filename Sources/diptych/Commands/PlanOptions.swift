import ArgumentParser
import Checks
import ParsedBitext
import Reports
import Workspace

/// The options that decide which rules check which page.
struct PlanOptions: ParsableArguments {
    @Option(
        name: .customLong("rule"), parsing: .singleValue,
        help: ArgumentHelp("Run only these rules: names with commas between them.", valueName: "names"))
    var only: [String] = []

    @Option(
        name: .customLong("no-rule"), parsing: .singleValue,
        help: ArgumentHelp("Do not run these rules: names with commas between them.", valueName: "names"))
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
        for name in Self.names(only + off) where RuleSet[name] == nil {
            throw ValidationError(printable(RuleSet.unknown(name)))
        }
    }

    /// The names in the values of an option: `a,b` and `a, b` are two.
    private static func names(_ values: [String]) -> [String] {
        values.flatMap { $0.split(omittingEmptySubsequences: true) { $0 == "," || $0 == " " }.map { String($0) } }
    }

    /// The same for the library.
    var plan: CheckPlan.Options {
        var options = pages.plan
        options.only = Self.names(only)
        options.off = Self.names(off)
        options.lexicons = lexicon
        options.glossaries = glossary
        return options
    }
}
