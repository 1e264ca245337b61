import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// Letters whose accents are characters of their own: `e` and U+0301 for `é`.
struct DecomposedCharacter: Rule {
    static let description = RuleDescription(
        "decomposed-character", .note, .characterEncoding, "A letter and its accent are two characters.",
        discussion: """
            They look like the one character that is meant, but a search for the word does not find it. Most often a text
            that came from a file name is the cause. One finding for each page, at the first place, with a count. Bring the text
            into Unicode's form NFC.
            """,
        bad: .init("Automatic", "Automa\u{301}tico"), good: .init("Automatic", "Automático"),
        precision: "4 of 4 (es-ES)")

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        var places: [Int] = []
        tokenized.target.text.withUnsafeBufferPointer { text in
            // The combining marks that Latin, Greek and Cyrillic letters are composed with: U+0300 to U+033F.
            var offset = 1
            while let mark = text.firstOffset(of: 0xCC, from: offset), mark + 1 < text.count {
                offset = mark + 2
                if text[mark - 1].isASCIILetter { places.append(mark) }
            }
            // The voicing marks of kana: U+3099 and U+309A.
            offset = 3
            while tokenized.language.code == "ja", let lead = text.firstOffset(of: 0xE3, from: offset), lead + 2 < text.count
            {
                offset = lead + 3
                if text[lead + 1] == 0x82, text[lead + 2] == 0x99 || text[lead + 2] == 0x9A { places.append(lead) }
            }
        }
        let found = tokenized.translated(places)
        guard let (place, pair) = found.first else { return }
        let length = tokenized.language.code == "ja" && tokenized.target.text[place] == 0xE3 ? 3 : 2
        let base = length == 3 ? 3 : 1
        let range = TextRange(place - base..<place + length)
        let others = found.count == 1 ? "" : "; \(found.count - 1) more on this page"
        let text = pair.string(range, .target)
        report.add(
            "“\(text)” is a letter and an accent of its own\(others)", in: pair, .target,
            pair.sideRange(range, .target), evidence: .init(target: text))
    }
}

extension TokenizedBitext {
    /// Of places in the target's text, ascending, those in segments whose halves differ. Linear.
    func translated(_ places: [Int]) -> [(place: Int, pair: SegmentPair)] {
        guard !places.isEmpty else { return [] }
        var found: [(place: Int, pair: SegmentPair)] = []
        var next = 0
        for index in traits.indices where traits[index].contains(.isPaired) {
            let text = target.slices[index].text
            while next < places.count, places[next] < text.lowerBound { next += 1 }
            while next < places.count, places[next] < text.upperBound {
                if !traits[index].contains(.isSame) {
                    found.append((places[next], SegmentPair(self, index: index)))
                }
                next += 1
            }
        }
        return found
    }
}
