import Bitext

/// Front matter that is not valid YAML.
struct BrokenFrontMatter: DefectRule {
    static let description = RuleDescription(
        "front-matter", .error, .markup, "The front matter is not valid YAML.",
        discussion: """
            Front matter that a YAML parser rejects is read key by key as far as possible. Quote values that contain
            `: `, and indent with spaces.
            """,
        bad: .init("title: Relay: set up", "title: Relais : configuration: a"),
        good: .init("title: \"Relay: set up\"", "title: \"Relais : configuration\""))
    static let kind = Defect.Kind.frontMatter
}
