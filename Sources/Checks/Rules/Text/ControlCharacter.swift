import Bitext
import ParsedBitext

/// Control characters and replacement characters in a target.
struct ControlCharacter: SegmentRule {
    static let description = RuleDescription(
        "control-character", .error, .characterEncoding, "The text contains a control character or U+FFFD.",
        discussion: """
            U+FFFD replaces a character that was lost in a conversion. Control characters are shown as boxes or not at
            all. The rule reports them if the target has more of them than the source. Write the correct character.
            """,
        bad: .init("Users", "Utilisateurs s\u{FFFD}lectionnés"), good: .init("Users", "Utilisateurs sélectionnés"),
        precision: "8 of 8 (fr-FR, de-DE, ru-RU)")
    static let appliesTo = SegmentContents.oddCharacters

    func check(_ pair: SegmentPair, _ report: inout Report) {
        let sourceCount = OddCharacters.find(in: pair.markdown(.source)).count { $0.kind == .control }
        let found = OddCharacters.find(in: pair.markdown(.target)).filter { $0.kind == .control }.dropFirst(sourceCount)
        guard let first = found.first else { return }
        // One finding: of the whole target if it has lost many of its characters, else at the first one.
        let isRuined = found.count >= 3 && found.count * 20 >= pair.markdown(.target).count
        report.add(
            found.count == 1
                ? "\(first.name) in the text" : "\(first.name) and \(found.count - 1) more in the text",
            in: pair, .target, isRuined ? nil : SideRange(first.range), evidence: .init(target: first.name))
    }
}
