import Checks
import ParsedBitext
import TranslationModel
import Workspace

/// A rule's description as Markdown: for `explain`, for viewers of SARIF, and for the documentation.
package enum RuleText {
    /// Discussion, examples and precision; the title and the summary are the reader's to place.
    package static func markdown(_ rule: RuleDescription) -> String {
        var parts = [
            rule.discussion, example("Wrong", rule.bad), example("Right", rule.good),
        ]
        if let precision = rule.precision { parts.append("Right on real pages: \(precision).") }
        if rule.usesMemory {
            parts.append("`diptych check --memory` shows how the source is translated elsewhere.")
        }
        if rule.isFixable { parts.append("`diptych check --fix` can repair it.") }
        return parts.joined(separator: "\n\n")
    }

    private static func example(_ title: String, _ example: RuleDescription.Example) -> String {
        let text = ["source", "target"].map { label in
            block(label, label == "source" ? example.source : example.target)
        }.joined(separator: "\n")
        let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: text) + 1))
        return "\(title):\n\n\(fence)text\n\(text)\n\(fence)"
    }

    /// `source  text`, with further lines below the first. A text of blanks only is shown as `␣`, to be visible.
    private static func block(_ label: String, _ text: String) -> String {
        let visible = text.allSatisfy { $0 == " " } ? String(repeating: "␣", count: text.count) : text
        let lines = visible.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().map { index, line in
            "\(index == 0 ? label : String(repeating: " ", count: label.count))  \(printable(String(line)))"
        }.joined(separator: "\n")
    }

    private static func longestRun(of character: Character, in text: String) -> Int {
        var longest = 0
        var run = 0
        for next in text {
            run = next == character ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }
}
