import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// Zero-width and bidirectional characters that do not belong.
struct InvisibleCharacter: SegmentRule {
    static let description = RuleDescription(
        "invisible-character", .warning, .characterEncoding, "An invisible character stands in the text.",
        discussion: """
            A zero-width space inside a word breaks the search for it and the copying of commands; a bidirectional override
            turns text round. Joiners and marks are right in the scripts that need them (Arabic, Hebrew, Persian, Indic) and
            between emoji, isolates in right-to-left text where each is closed, soft hyphens nowhere in Markdown. The rule
            speaks where the source has no such character. `--fix` takes zero-width characters out.
            """,
        bad: .init("server", "ser\u{200B}veur"), good: .init("server", "serveur"),
        precision: "23 of 23 (fr-FR, de-DE, ja-JP; November 2026)", isFixable: true)
    static let looksFor = SegmentTraits.oddCharacters

    func check(_ pair: SegmentPair, _ report: inout Report) {
        let found = OddCharacters.find(in: pair.markdown(.target))
        guard found.contains(where: { $0.kind != .control }) else { return }
        let source = OddCharacters.find(in: pair.markdown(.source))
        let code = pair.language.code
        let hasIsolates = Self.rightToLeft.contains(code) && isBalanced(found)
        // Several behind one another are one fault.
        var runs: [(first: OddCharacters.Found, range: Range<Int>)] = []
        for character in found {
            let belongs =
                switch character.kind {
                case .control: true
                case .joiner, .mark: code.isEmpty || Self.joining.contains(code) || !character.isBetweenLetters
                case .isolate: hasIsolates
                case .override, .zeroWidth: false
                }
            guard !belongs, !source.contains(where: { $0.scalar == character.scalar }) else { continue }
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
                "\(character.name) stands in the text", in: pair, .target, SideRange(range),
                evidence: .init(target: character.name),
                fix: character.kind == .zeroWidth ? "" : nil)
        }
    }

    /// Whether each isolate is closed.
    private func isBalanced(_ found: [OddCharacters.Found]) -> Bool {
        var open = 0
        for character in found where character.kind == .isolate {
            open += character.scalar == 0x2069 ? -1 : 1
            if open < 0 { return false }
        }
        return open == 0
    }

    private static let rightToLeft: Set<String> = ["ar", "he", "fa", "ur", "yi", "ps", "ckb"]
    /// The languages whose script needs joiners or marks.
    private static let joining: Set<String> = rightToLeft.union([
        "hi", "bn", "ta", "te", "kn", "ml", "mr", "gu", "pa", "ne", "th", "km", "lo", "my", "si",
    ])
}
