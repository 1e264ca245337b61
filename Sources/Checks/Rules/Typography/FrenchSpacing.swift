import Bitext
import ParsedBitext

/// French punctuation without the no-break space before it.
struct FrenchSpacing: Rule {
    static let description = RuleDescription(
        "french-spacing", .note, .localeConvention, "A no-break space is missing at French punctuation.",
        discussion: """
            French has a no-break space (U+00A0, or the narrow U+202F) before `:`, `;`, `!`, `?` and `»`, and after `«`.
            At a plain space, the line can break. The rule ignores times, addresses, drives and code, and Canadian and
            Swiss French, which have other conventions. It is off by default, as many repositories always write plain
            spaces. Replace the space by a no-break space. `--fix` replaces it.
            """,
        bad: .init("Note: restart it.", "Remarque : redémarrez-le."),
        good: .init("Note: restart it.", "Remarque\u{A0}: redémarrez-le."), isFixable: true, isOnByDefault: false)

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard tokenized.language.code == "fr", tokenized.language.locale.lowercased() != "fr-ca",
            tokenized.language.locale.lowercased() != "fr-ch"
        else { return }
        for pair in tokenized.pairs(with: .spacedPunctuation) {
            let text = pair.text(.target)
            for offset in text.indices.dropFirst() where text[offset - 1] == 0x20 && isPunctuation(text, offset) {
                let sign = pair.string(TextRange(offset..<end(text, offset)), .target)
                addFinding("a plain space before “\(sign)”; write a no-break space", offset - 1, pair, &report)
            }
            for offset in text.indices.dropLast(2) where text[offset...].starts(with: [0xC2, 0xAB, 0x20]) {
                addFinding("a plain space after “«”; write a no-break space", offset + 2, pair, &report)
            }
        }
    }

    private func addFinding(_ message: String, _ space: Int, _ pair: SegmentPair, _ report: inout Report) {
        report.add(
            message, in: pair, .target, pair.sideRange(TextRange(space..<space + 1), .target),
            evidence: .init(target: " "), fix: "\u{A0}")
    }

    /// Whether `:`, `;`, `!`, `?` or `»` is at an offset, and no text directly after it, as in code.
    private func isPunctuation(_ text: ArraySlice<UInt8>, _ offset: Int) -> Bool {
        switch text[offset] {
        case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"):
            let after = offset + 1 < text.endIndex ? text[offset + 1] : 0x20
            return after.isASCIIBlank || after < 0x09
        case 0xC2: return offset + 1 < text.endIndex && text[offset + 1] == 0xBB
        default: return false
        }
    }

    private func end(_ text: ArraySlice<UInt8>, _ offset: Int) -> Int { text[offset] < 0x80 ? offset + 1 : offset + 2 }
}
