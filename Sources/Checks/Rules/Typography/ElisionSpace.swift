import Bitext
import ParsedBitext

/// A blank after an elided word: `l' option`.
struct ElisionSpace: Rule {
    static let description = RuleDescription(
        "elision-space", .note, .whitespace, "A blank follows the apostrophe of an elided word.",
        discussion: """
            French, Italian and Catalan write `l'option` without a blank, also before code, bold text and links. Machine
            translation leaves blanks there: `l' **option**`, `d' [un serveur](a.md)`. Remove the blank.
            """,
        bad: .init("Select the **Save** option.", "Sélectionnez l' **option** Enregistrer."),
        good: .init("Select the **Save** option.", "Sélectionnez l'**option** Enregistrer."))

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard let elided = Self.elided[tokenized.language.code] else { return }
        for pair in tokenized.pairs() where pair.contents.isDisjoint(with: .isSame) {
            for range in places(pair.text(.target), elided) {
                let text = pair.string(TextRange(range), .target).trimmingWhitespace()
                report.add(
                    "a blank after “\(text)”", in: pair, .target, pair.sideRange(TextRange(range), .target),
                    evidence: .init(target: text))
            }
        }
    }

    /// The ranges of elided words with their apostrophe and the blank after it.
    private func places(_ text: ArraySlice<UInt8>, _ elided: Set<String>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = text.startIndex
        while index < text.endIndex {
            guard let apostrophe = text[index...].firstIndex(where: { $0 == UInt8(ascii: "'") || $0 == 0xE2 }) else {
                break
            }
            index = apostrophe + 1
            let isTypographic = text[apostrophe...].starts(with: [0xE2, 0x80, 0x99])
            guard isTypographic || text[apostrophe] == UInt8(ascii: "'") else { continue }
            let end = apostrophe + (isTypographic ? 3 : 1)
            let blanks = text[end...].prefix(while: \.isASCIIBlank).count
            let isNoBreak = text[end...].starts(with: [0xC2, 0xA0])
            guard blanks > 0 || isNoBreak, end + (isNoBreak ? 2 : blanks) < text.endIndex else { continue }
            let word = text.lettersBefore(apostrophe)
            guard elided.contains(word.lowercased()), !isQuoted(apostrophe - word.utf8.count, text) else { continue }
            found.append(apostrophe - word.utf8.count..<end + (isNoBreak ? 2 : blanks))
        }
        return found
    }

    /// Whether another apostrophe is before the word, so that the one after it closes a quotation: 'l'.
    private func isQuoted(_ start: Int, _ text: ArraySlice<UInt8>) -> Bool {
        guard start > text.startIndex else { return false }
        let before = text[start - 1]
        return before == UInt8(ascii: "'") || before == 0x98 || before == 0x99 || before == UInt8(ascii: "-")
    }

    private static let elided: [String: Set<String>] = [
        "fr": ["l", "d", "n", "s", "j", "m", "t", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"],
        "it": [
            "l", "d", "un", "c", "dell", "all", "nell", "sull", "dall", "quell", "quest", "coll", "sant", "bell",
            "anch",
        ],
        "ca": ["l", "d", "n", "s", "m", "t"],
    ]
}
