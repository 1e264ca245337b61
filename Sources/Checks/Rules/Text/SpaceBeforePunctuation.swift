import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// A blank in front of a full stop or a comma.
struct SpaceBeforePunctuation: Rule {
    static let description = RuleDescription(
        "space-before-punctuation", .note, .whitespace, "A blank stands in front of a full stop or a comma.",
        discussion: """
            Machine translation leaves it behind code and links. It is seldom one alone, so the rule has one finding for each
            page, at the first place, with a count. Where a word or a file's ending follows (` .NET`), and where the source
            has such a blank too, nothing is wrong.
            """,
        bad: .init("Run `setup`.", "Exécutez `setup` ."), good: .init("Run `setup`.", "Exécutez `setup`."),
        precision: "18 of 18 (fr-FR, de-DE)")

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard tokenized.allTraits.contains(.detachedPunctuation) else { return }
        var first: (pair: SegmentPair, range: Range<Int>)?
        var count = 0
        for index in tokenized.traits.indices
        where tokenized.traits[index].isSuperset(of: [.isPaired, .detachedPunctuation])
            && !tokenized.traits[index].contains(.isSame)
        {
            let pair = SegmentPair(tokenized, index: index)
            let found = places(pair.text(.target))
            guard let place = found.first, places(pair.text(.source)).isEmpty else { continue }
            count += found.count
            first = first ?? (pair, place)
        }
        guard let (pair, range) = first else { return }
        let sign = pair.string(TextRange(range.upperBound - 1..<range.upperBound), .target)
        let others = count == 1 ? "" : "; \(count - 1) more on this page"
        report.add(
            "a blank stands in front of “\(sign)”\(others)", in: pair, .target,
            pair.sideRange(TextRange(range), .target),
                evidence: .init(target: pair.string(TextRange(range), .target)))
    }

    /// Blank and sign, where nothing but a blank or the end follows.
    private func places(_ text: ArraySlice<UInt8>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for index in text.indices.dropFirst() where text[index] == UInt8(ascii: ".") || text[index] == UInt8(ascii: ",")
        {
            guard text[index - 1] == 0x20, index + 1 == text.endIndex || text[index + 1].isASCIIBlank else { continue }
            found.append(index - 1..<index + 1)
        }
        return found
    }
}
