import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext

extension ReversalFinder {
    /// A "do not" or "never" that begins a command, of which the target has nothing. In a procedure, nothing is more dangerous.
    ///
    /// Other sentences with a "not" can be said without one, commands hardly: of 1,500 in fifteen languages, the targets of 28 had no
    /// word that negates, and most of them said the opposite.
    func lostInCommand(_ left: Half, _ right: Half) -> PairReversal? {
        guard let first = left.first, let last = right.last, let start = right.first,
            let verb = Self.prohibitions.lazy.compactMap({ endOf($0, at: first) }).first,
            WordsOfNegation.isNegated(page.target.text[start.range.lowerBound..<last.range.upperBound], page.language)
                == false,
            !Self.courtesies.contains(where: { begins($0, at: verb) }), !hasOtherNegation(right),
            let place = model.words.places(of: 0, in: left).first, !isInPhrase(place, left)
        else { return nil }
        return PairReversal(source: place, target: nil, margin: PolarityLimits.command)
    }

    private static let prohibitions: [StaticString] = ["do not ", "don't ", "don’t ", "never "]

    /// How verbs begin after a "don't" that forbids nothing: "don't miss our blog" is "see our blog", and "don't forget to save" is
    /// "remember to save".
    private static let courtesies: [StaticString] = [
        "miss", "forget", "worry", "hesitate", "panic", "be ", "just", "only", "let", "see", "have", "know", "need",
        "want",
    ]

    /// The end of some words if the source has them at a term.
    private func endOf(_ words: StaticString, at term: LexiconTerm) -> Int? {
        begins(words, at: term.range.lowerBound) ? term.range.lowerBound + words.utf8CodeUnitCount : nil
    }

    private func begins(_ words: StaticString, at offset: Int) -> Bool {
        page.source.text.withUnsafeBufferPointer { $0.hasIgnoringCase(words, at: offset) }
    }
}
