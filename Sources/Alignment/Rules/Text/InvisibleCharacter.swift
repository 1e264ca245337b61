import Bitext

/// Zero-width and bidirectional characters that do not belong.
struct InvisibleCharacter: SegmentRule {
    static let description = RuleDescription(
        "invisible-character", .warning, .characterEncoding, "An invisible character stands in the text.",
        discussion: """
            A zero-width space inside a word breaks the search for it and the copying of commands; a bidirectional override
            turns text round. Joiners and marks are right in the scripts that need them (Arabic, Hebrew, Persian, Indic), soft
            hyphens nowhere in Markdown. The rule speaks where the source has fewer.
            """,
        bad: .init("server", "ser\u{200B}veur"), good: .init("server", "serveur"), precision: "4 of 4 (de-DE)",
        isFixable: true)
    static let looksFor = SegmentTraits.oddCharacters

    func check(_ pair: SegmentPair, _ report: inout Report) {
        let source = OddCharacters.find(in: pair.markdown(.source))
        for character in OddCharacters.find(in: pair.markdown(.target)) {
            switch character.kind {
            case .control: continue
            case .joiner, .mark:
                // Needed by some scripts; elsewhere nothing joins.
                guard
                    ![
                        "ar", "fa", "he", "ur", "hi", "bn", "ta", "te", "kn", "ml", "mr", "gu", "th", "km", "my", "si",
                        "ckb", "",
                    ]
                    .contains(pair.page.language.code), character.isBetweenLetters
                else { continue }
            case .override, .zeroWidth: break
            }
            guard source.count(where: { $0.name == character.name }) == 0 else { continue }
            report.add(
                "\(character.name) stands in the text", segment: pair.index, side: .target, at: character.range,
                evidence: .init(target: character.name),
                fix: character.kind == .zeroWidth ? .init(character.range, "") : nil)
        }
    }
}
