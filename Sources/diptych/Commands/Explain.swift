import ArgumentParser
import Checks
import ParsedBitext
import Reports
import Workspace

/// `diptych explain`: explains a rule.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explain a rule of `diptych check`: what is wrong, why it matters, what to do, with an example.",
        discussion: """
            `diptych rules` lists the names of all rules.

              diptych explain empty-target

            Exit status:
              0  the rule was explained
              2  there is no such rule
            """)

    @Argument(help: "The name of a rule, as `check` writes it after a finding.")
    var rule: String

    func run() throws {
        guard let found = RuleSet[rule]?.description else { Console.end(with: NoSuchRule(name: rule)) }
        let title = "\(found.name) (\(RuleBook.facts(found)))"
        do {
            let text = "\(title)\n\n\(found.summary)\n\n\(RuleText.markdown(found))"
            // A line of an example goes on below its text.
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                let isExample = line.hasPrefix("source  ") || line.hasPrefix("target  ")
                return String(line).wrapped(to: Console.outputColumns, indent: isExample ? "source  ".count : 0) + "\n"
            }
            try Console.write(lines.joined())
        } catch {
            Console.end(with: error)
        }
    }
}

/// There is no rule of that name.
struct NoSuchRule: Error, CustomStringConvertible {
    let name: String

    var description: String { RuleSet.unknown(name) }
}
