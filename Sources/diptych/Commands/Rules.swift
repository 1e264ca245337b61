import ArgumentParser
import Checks
import JSON
import ParsedBitext
import Reports

/// `diptych rules`: lists the rules of `check`.
struct Rules: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "List the rules of `diptych check`.",
        discussion: """
            `diptych explain RULE` explains one of them, with an example.

            Exit status:
              0  the list was written
              2  it could not be written
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json, markdown
    }

    @Option(
        help: ArgumentHelp(
            "The format of the list.", valueName: "format"))
    var format = Format.text

    func run() throws {
        let rules = RuleSet.all.map { $0.description }
        let list: [UInt8] =
            switch format {
            case .text: Array(Self.table(rules).utf8)
            case .json: Self.json(rules)
            case .markdown: Array(RuleBook(rules).markdown.utf8)
            }
        do {
            try Console.write(list)
        } catch {
            Console.end(with: error)
        }
    }

    private static func table(_ rules: [RuleDescription]) -> String {
        // A narrow terminal has no room for the categories.
        let hasCategories = Console.outputColumns.map { $0 >= 140 } ?? true
        var table = TextTable(["rule", "severity", "on"] + (hasCategories ? ["category"] : []) + ["what is wrong"])
        for rule in rules {
            table.add(
                [rule.name, rule.severity.rawValue, rule.isOnByDefault ? "on" : "off"]
                    + (hasCategories ? [rule.category.rawValue] : []) + [rule.summary])
        }
        return table.text(columns: Console.outputColumns)
    }

    private static func json(_ rules: [RuleDescription]) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("schemaVersion", 1)
            json.key("generator")
            json.object { $0.members(of: .diptych) }
            json.key("rules")
            json.array(rules) { $1.write(to: &$0) }
        }
        return json.finish()
    }
}

extension RuleDescription {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("name", name)
            json.member("severity", severity.rawValue)
            json.member("category", category.rawValue)
            json.key("on")
            json.bool(isOnByDefault)
            json.key("fixable")
            json.bool(isFixable)
            json.member("summary", summary)
            json.member("discussion", discussion)
            json.member("bad", bad)
            json.member("good", good)
            json.member("precision", precision)
        }
    }
}

extension JSONWriter {
    fileprivate mutating func member(_ key: StaticString, _ example: RuleDescription.Example) {
        self.key(key)
        inlineObject { json in
            json.member("source", example.source)
            json.member("target", example.target)
        }
    }
}
