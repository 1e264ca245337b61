import Bitext

/// A page in UTF-16.
struct UTF16Page: DefectRule {
    static let description = RuleDescription(
        "utf16", .warning, .characterEncoding, "The page is UTF-16.",
        discussion: "Diptych reads the page, but tools that expect UTF-8 do not. Save it as UTF-8.",
        bad: .init("(UTF-16)", "(UTF-16)"),
        good: .init("Restart it.", "Redémarrez-le."))
    static let kind = Defect.Kind.utf16
}
