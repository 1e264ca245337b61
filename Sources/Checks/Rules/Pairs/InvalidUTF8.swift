import Bitext

/// Bytes that are not UTF-8.
struct InvalidUTF8: DefectRule {
    static let description = RuleDescription(
        "invalid-utf8", .error, .characterEncoding, "The page contains bytes that are not UTF-8.",
        discussion: """
            Each sequence of such bytes is read as U+FFFD. Most often the page was saved in an older encoding. Save it
            as UTF-8.
            """,
        bad: .init("Résumé, as Latin-1 bytes", "R\u{FFFD}sum\u{FFFD}"),
        good: .init("Résumé", "Résumé"))
    static let kind = Defect.Kind.invalidUTF8
}
