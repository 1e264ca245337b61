import Bitext
import ParsedBitext

/// A space before a full stop or a comma.
struct SpaceBeforePunctuation: Rule {
    static let description = RuleDescription(
        "space-before-punctuation", .note, .whitespace, "There is a space before a full stop or a comma.",
        discussion: """
            Machine translation leaves such spaces after code and links, often many on one page. The rule reports one
            finding for each page, at the first place, with their number. It ignores a full stop with a word after it
            (` .NET`), and segments whose source has such a space, too. Remove the space.
            """,
        bad: .init("Run `setup`.", "Exécutez `setup` ."), good: .init("Run `setup`.", "Exécutez `setup`."),
        precision: "18 of 18 (fr-FR, de-DE)")

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard tokenized.allContents.contains(.detachedPunctuation) else { return }
        var first: (pair: SegmentPair, range: Range<Int>)?
        var count = 0
        for pair in tokenized.pairs(with: .detachedPunctuation) where !pair.contents.contains(.isSame) {
            let found = places(pair.text(.target))
            guard let place = found.first, places(pair.text(.source)).isEmpty else { continue }
            count += found.count
            first = first ?? (pair, place)
        }
        guard let (pair, range) = first else { return }
        let sign = pair.string(TextRange(range.upperBound - 1..<range.upperBound), .target)
        let others = count == 1 ? "" : "; \(count - 1) more on this page"
        report.add(
            "a space before “\(sign)”\(others)", in: pair, .target, pair.sideRange(TextRange(range), .target),
            evidence: .init(target: pair.string(TextRange(range), .target)))
    }

    /// The ranges of a space and a sign with another space or the end after them.
    private func places(_ text: ArraySlice<UInt8>) -> [Range<Int>] {
        text.indices.dropFirst().compactMap { index in
            guard text[index] == UInt8(ascii: ".") || text[index] == UInt8(ascii: ","), text[index - 1] == 0x20,
                index + 1 == text.endIndex || text[index + 1].isASCIIBlank
            else { return nil }
            return index - 1..<index + 1
        }
    }
}
