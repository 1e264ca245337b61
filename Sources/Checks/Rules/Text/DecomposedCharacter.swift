import Bitext
import ParsedBitext

/// Letters with a separate accent: `e` and U+0301 for `é`.
struct DecomposedCharacter: Rule {
    static let description = RuleDescription(
        "decomposed-character", .note, .characterEncoding, "A letter and its accent are two characters.",
        discussion: """
            They look like one character, but a search for the word does not find it. Most often the text comes from a
            file name. The rule reports one finding for each page, at the first place, with their number. Convert the
            text to Unicode's normalization form NFC.
            """,
        bad: .init("Automatic", "Automa\u{301}tico"), good: .init("Automatic", "Automático"),
        precision: "4 of 4 (es-ES)")

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        var offsets: [Int] = []
        tokenized.target.text.withUnsafeBufferPointer { text in
            // The combining marks that Latin, Greek and Cyrillic letters are composed with: U+0300 to U+033F.
            var offset = 1
            while let mark = text.firstOffset(of: 0xCC, from: offset), mark + 1 < text.count {
                offset = mark + 2
                if text[mark - 1].isASCIILetter { offsets.append(mark) }
            }
            // The voicing marks of kana: U+3099 and U+309A.
            offset = 3
            let isJapanese = tokenized.language.code == "ja"
            while isJapanese, let lead = text.firstOffset(of: 0xE3, from: offset), lead + 2 < text.count {
                offset = lead + 3
                if text[lead + 1] == 0x82, text[lead + 2] == 0x99 || text[lead + 2] == 0x9A { offsets.append(lead) }
            }
        }
        let found = tokenized.changedSegments(at: offsets)
        guard let (offset, pair) = found.first else { return }
        // Kana and their marks have three bytes each. Letters have one, and accents have two.
        let isKana = tokenized.target.text[offset] == 0xE3
        let range = TextRange(isKana ? offset - 3..<offset + 3 : offset - 1..<offset + 2)
        let others = found.count == 1 ? "" : "; \(found.count - 1) more on this page"
        let text = pair.string(range, .target)
        report.add(
            "“\(text)” is two characters, a letter and an accent\(others)", in: pair, .target,
            pair.sideRange(range, .target), evidence: .init(target: text))
    }
}
