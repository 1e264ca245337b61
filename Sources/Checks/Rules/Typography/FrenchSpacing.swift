import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// French punctuation without the no-break space in front of it.
struct FrenchSpacing: Rule {
    static let description = RuleDescription(
        "french-spacing", .note, .localeConvention, "A no-break space is missing in front of French punctuation.",
        discussion: """
            In French a no-break space (U+00A0, or the narrow U+202F) stands in front of `:`, `;`, `!`, `?` and `»`, and behind
            `«`. A plain blank lets the line break there. Times, addresses, drives and code are left alone. Off by default,
            as many repositories write plain blanks throughout. Canadian and Swiss French have other habits and are not
            looked at.
            """,
        bad: .init("Note: restart it.", "Remarque : redémarrez-le."),
        good: .init("Note: restart it.", "Remarque\u{A0}: redémarrez-le."), isFixable: true, isOnByDefault: false)

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard tokenized.language.code == "fr", tokenized.language.locale.lowercased() != "fr-ca",
            tokenized.language.locale.lowercased() != "fr-ch"
        else { return }
        for index in tokenized.traits.indices where tokenized.traits[index].isSuperset(of: [.isPaired, .spacedPunctuation]) {
            let pair = SegmentPair(tokenized, index: index)
            let text = pair.text(.target)
            for offset in text.indices.dropFirst() where text[offset - 1] == 0x20 && isSpaced(text, offset) {
                report.add(
                    "a plain blank stands in front of “\(pair.string(TextRange(offset..<end(text, offset)), .target))”", in: pair,
                    .target,
                    pair.sideRange(TextRange(offset - 1..<offset), .target), evidence: .init(target: " "), fix: "\u{A0}")
            }
            for offset in text.indices.dropLast(2)
            where text[offset] == 0xC2 && text[offset + 1] == 0xAB && text[offset + 2] == 0x20 {
                report.add(
                    "a plain blank stands behind “«”", in: pair, .target,
                    pair.sideRange(TextRange(offset + 2..<offset + 3), .target),
                    evidence: .init(target: " "), fix: "\u{A0}")
            }
        }
    }

    /// `:`, `;`, `!`, `?` or `»`, set off by a blank and followed by none of what makes it code.
    private func isSpaced(_ text: ArraySlice<UInt8>, _ offset: Int) -> Bool {
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
