import Bitext
import ParsedBitext

/// Zero-width and bidirectional characters where the language needs none.
struct InvisibleCharacter: SegmentRule {
    static let description = RuleDescription(
        "invisible-character", .warning, .characterEncoding, "The text contains an invisible character.",
        discussion: """
            With a zero-width space inside, a search does not find a word, and a copied command does not run. A
            bidirectional override reverses text. The rule ignores joiners and marks in the scripts that need them
            (Arabic, Hebrew, Persian, Indic) and between emoji, embeddings and isolates in right-to-left text that are
            opened and closed, direction marks in text with Arabic or Hebrew letters, and characters that the source
            has, too. Remove the character. `--fix` removes zero-width characters, and direction marks in left-to-right
            text, where they change nothing.
            """,
        bad: .init("server", "ser\u{200B}veur"), good: .init("server", "serveur"),
        precision: "10 of 10 on pages of five locales that nobody had read (30 November 2026)", isFixable: true)
    static let appliesTo = SegmentContents.oddCharacters

    func check(_ pair: SegmentPair, _ report: inout Report) {
        let found = OddCharacters.find(in: pair.markdown(.target))
        guard found.contains(where: { $0.kind != .control }) else { return }
        let source = OddCharacters.find(in: pair.markdown(.source))
        let code = pair.language.code
        let paired = Self.rightToLeft.contains(code) ? pairedControls(found) : []
        // Several equal ones in a row are one fault.
        var runs: [(first: OddCharacters.Found, range: Range<Int>)] = []
        for (index, character) in found.enumerated() {
            let isCorrect =
                switch character.kind {
                case .control: true
                case .joiner: code.isEmpty || Self.needJoiners.contains(code) || !character.isBetweenLetters
                case .directionMark:
                    code.isEmpty || Self.rightToLeft.contains(code) || hasRightToLeftLetters(pair.markdown(.target))
                case .isolate, .override: paired.contains(index)
                case .zeroWidth: character.scalar == 0x200B && Self.separateWordsInvisibly.contains(code)
                }
            guard !isCorrect, !source.contains(where: { $0.scalar == character.scalar }) else { continue }
            if let last = runs.last, last.first.scalar == character.scalar,
                last.range.upperBound == character.range.lowerBound
            {
                runs[runs.count - 1].range = last.range.lowerBound..<character.range.upperBound
            } else {
                runs.append((character, character.range))
            }
        }
        for (character, range) in runs {
            report.add(
                "invisible character: \(character.name)", in: pair, .target, SideRange(range),
                evidence: .init(target: character.name),
                fix: [.zeroWidth, .directionMark].contains(character.kind) ? "" : nil)
        }
    }

    /// Whether a text has a letter of Hebrew, Arabic, Syriac, Thaana, N'Ko or another right-to-left script (Unicode 15, Bidi_Class R
    /// and AL).
    private func hasRightToLeftLetters(_ text: ArraySlice<UInt8>) -> Bool {
        String(decoding: text, as: UTF8.self).unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0x61C: false
            case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
            default: false
            }
        }
    }

    /// The indices of embeddings and isolates that are opened and closed, in any nesting (Unicode Standard Annex 9, 2.1 and
    /// 2.2). An override is none: it shows Latin text backwards.
    private func pairedControls(_ found: [OddCharacters.Found]) -> Set<Int> {
        var paired: Set<Int> = []
        var open: [Int] = []
        for (index, character) in found.enumerated() {
            switch character.scalar {
            case 0x202A, 0x202B, 0x202D, 0x202E, 0x2066...0x2068: open.append(index)
            case 0x202C, 0x2069:
                let endsIsolate = character.scalar == 0x2069
                guard let last = open.last, (found[last].kind == .isolate) == endsIsolate else { continue }
                open.removeLast()
                if found[last].scalar != 0x202D, found[last].scalar != 0x202E { paired.formUnion([last, index]) }
            default: break
            }
        }
        return paired
    }

    private static let rightToLeft: Set<String> = ["ar", "he", "fa", "ur", "yi", "ps", "ckb", "ug", "sd", "dv"]
    /// The languages that separate words with a zero-width space, so that lines can break there.
    private static let separateWordsInvisibly: Set<String> = ["th", "km", "lo", "my", "bo", "dz"]
    /// The languages whose script needs joiners.
    private static let needJoiners: Set<String> = rightToLeft.union([
        "hi", "bn", "ta", "te", "kn", "ml", "mr", "gu", "pa", "ne", "th", "km", "lo", "my", "si",
    ])
}
