import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// Control characters and replacement characters in a target.
struct ControlCharacter: SegmentRule {
    static let description = RuleDescription(
        "control-character", .error, .characterEncoding, "A control character or U+FFFD stands in the text.",
        discussion: """
            U+FFFD stands where a character was lost on the way. Control characters show as boxes or not at all. The rule
            speaks where the source has fewer of them. Write the character that was meant.
            """,
        bad: .init("Users", "Utilisateurs s\u{FFFD}lectionnés"), good: .init("Users", "Utilisateurs sélectionnés"),
        precision: "8 of 8 (fr-FR, de-DE, ru-RU)")
    static let appliesTo = SegmentContents.oddCharacters

    func check(_ pair: SegmentPair, _ report: inout Report) {
        let excused = OddCharacters.find(in: pair.markdown(.source)).count { $0.kind == .control }
        let found = OddCharacters.find(in: pair.markdown(.target)).filter { $0.kind == .control }.dropFirst(excused)
        // A text that lost all its characters has one finding, at the first.
        guard let first = found.first else { return }
        report.add(
            found.count == 1
                ? "\(first.name) stands in the text" : "\(first.name) and \(found.count - 1) more stand in the text",
            in: pair, .target, SideRange(first.range), evidence: .init(target: first.name))
    }
}
