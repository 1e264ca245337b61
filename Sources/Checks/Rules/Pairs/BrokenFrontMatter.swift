import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// Front matter is not YAML.
struct BrokenFrontMatter: DefectRule {
    static let description = RuleDescription(
        "front-matter", .error, .markup, "Front matter is not YAML.",
        discussion: """
            What a YAML parser does not take is read key by key, as far as it can be. Quote values that hold `: `, and indent with
            blanks.
            """,
        bad: .init("title: Relay: set up", "title: Relais : configuration: a"),
        good: .init("title: \"Relay: set up\"", "title: \"Relais : configuration\""))
    static let kind = Defect.Kind.frontMatter
}
