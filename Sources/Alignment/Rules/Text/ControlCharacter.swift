import Bitext

/// Control characters and replacement characters in a target.
struct ControlCharacter: SegmentRule {
    static let description = RuleDescription(
        "control-character", .error, .characterEncoding, "A control character or U+FFFD stands in the text.",
        discussion: """
            U+FFFD stands where a character was lost on the way. Control characters show as boxes or not at all. The rule
            speaks where the source has fewer of them. Write the character that was meant.
            """,
        bad: .init("Users", "Utilisateurs s\u{FFFD}lectionnés"), good: .init("Users", "Utilisateurs sélectionnés"))
    static let looksFor = SegmentTraits.oddCharacters

    func check(_ pair: SegmentPair, _ report: inout Report) {
        var excused = OddCharacters.find(in: pair.markdown(.source)).count { $0.kind == .control }
        for character in OddCharacters.find(in: pair.markdown(.target)) where character.kind == .control {
            if excused > 0 {
                excused -= 1
                continue
            }
            report.add(
                "\(character.name) stands in the text", segment: pair.index, side: .target, at: character.range,
                evidence: .init(target: character.name))
        }
    }
}
