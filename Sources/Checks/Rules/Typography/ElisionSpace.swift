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
        for (apostrophe, pair) in tokenized.changedSegments(at: apostrophes(tokenized.target.text)) {
            guard let range = elision(at: apostrophe, in: pair.text(.target), elided) else { continue }
            let text = pair.string(TextRange(range), .target).trimmingWhitespace()
            report.add(
                "a blank after “\(text)”", in: pair, .target, pair.sideRange(TextRange(range), .target),
                evidence: .init(target: text))
        }
    }

    /// The offsets of the apostrophes with a blank after them.
    private func apostrophes(_ text: [UInt8]) -> [Int] {
        text.withUnsafeBufferPointer { text in
            func places(_ sign: StaticString) -> [Int] {
                var found: [Int] = []
                var start = 0
                while let next = text.firstOffset(of: sign, from: start) {
                    start = next + sign.utf8CodeUnitCount
                    if start < text.count, text[start].isASCIIBlank || text[start] == 0xC2 { found.append(next) }
                }
                return found
            }
            return (places("'") + places("’")).sorted()
        }
    }

    /// The range of an elided word with its apostrophe and the blank after it.
    private func elision(at apostrophe: Int, in text: ArraySlice<UInt8>, _ elided: Set<String>) -> Range<Int>? {
        let rest = text[apostrophe...].dropFirst(text[apostrophe] == UInt8(ascii: "'") ? 1 : "’".utf8.count)
        let blanks = rest.starts(with: "\u{A0}".utf8) ? 2 : rest.prefix(while: \.isASCIIBlank).count
        guard blanks > 0, blanks < rest.count else { return nil }
        let word = text.lettersBefore(apostrophe)
        let start = apostrophe - word.utf8.count
        guard elided.contains(word.lowercased()), !isQuoted(start, text) else { return nil }
        return start..<rest.startIndex + blanks
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
