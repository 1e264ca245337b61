import Bitext
import ParsedBitext

extension ReversalFinder {
    /// A "do not" or "never" that begins a command, of which the target has nothing. In a procedure, nothing is more dangerous.
    ///
    /// Other sentences with a "not" can be said without one, commands hardly: of 1,550 in fourteen languages (of the pairs that
    /// the lexicons are learned from, November 2026), the targets of 28 had no word that negates. About half of them said the
    /// opposite, the others were courtesies ("don't miss"), or Turkish forms. Where the target has no translation of the verb, it
    /// may say the same by another one: "do not turn it off" as "leave it on".
    func lostInCommand(_ left: Half, _ right: Half) -> PairReversal? {
        guard let first = left.first,
            let start = Self.prohibitions.lazy.compactMap({ endOf($0, at: first) }).first,
            let verb = left.first(where: { $0.range.lowerBound >= start }),
            WordsOfNegation.isNegated(text(right), page.language) == false,
            !Self.courtesies.contains(where: { begins($0, at: start) }),
            !hasWord(of: PolarityWords.otherNegations, right),
            let place = model.words.places(of: 0, in: left).first, !isInPhrase(place, left),
            // "Do not close it before you restart" is "close it after you restart".
            !left.contains(where: { begins("before ", at: $0.range.lowerBound) })
        else { return nil }
        // A lexicon cuts the words of the other languages into pieces.
        let isTranslated = negationsInWords != nil || right.contains { isTranslation($0, of: verb) }
        return PairReversal(source: place, target: nil, margin: isTranslated ? PolarityLimits.withoutAnyNegation : 0)
    }

    private static let prohibitions: [StaticString] = ["do not ", "don't ", "don’t ", "never "]

    /// How verbs begin after a "don't" that forbids nothing: "don't miss our blog" is "see our blog", and "don't forget to save" is
    /// "remember to save".
    private static let courtesies: [StaticString] = [
        "miss", "forget", "worry", "hesitate", "panic", "be ", "just", "only", "let", "see", "have", "know", "need",
        "want",
    ]

    /// A prohibition of the target, where the source commands, in languages that say it by words of which a lexicon knows little.
    ///
    /// Of the 150,000 pairs that the lexicon of simplified Chinese is learned from (November 2026), the targets of three began
    /// with "do not" where the source had no negation; all three sources said "instead of".
    func addedInCommand(_ left: Half, _ right: Half) -> PairReversal? {
        guard let first = right.first, let last = right.last, let place = prohibition(first, last, right.count),
            !hasReason(left), let start = left.first,
            !Self.states.contains(where: { begins($0, at: start.range.lowerBound) })
        else { return nil }
        return PairReversal(source: nil, target: place, margin: PolarityLimits.withoutAnyNegation)
    }

    /// The place of the term that forbids something in a target that begins or ends with it.
    private func prohibition(_ first: LexiconTerm, _ last: LexiconTerm, _ count: Int) -> Int? {
        guard let prohibitions else { return nil }
        let term = prohibitions.isLast ? last : first
        let text = page.target.text
        func begins(with words: [String]) -> Bool {
            words.contains { text[term.range.lowerBound...].starts(with: $0.utf8) }
        }
        func ends(with words: [String]) -> Bool {
            words.contains { text[term.range].suffix($0.utf8.count).elementsEqual($0.utf8) }
        }
        guard begins(with: prohibitions.beginnings), ends(with: prohibitions.endings),
            !begins(with: prohibitions.exceptions)
        else { return nil }
        return prohibitions.isLast ? count - 1 : 0
    }

    /// How English commands begin that keep something as it is: "keep it open" is "do not close it".
    private static let states: [StaticString] = ["keep", "leave", "let ", "stay", "hold", "remain", "resist", "be "]

    /// The end of some words if the source has them at a term.
    private func endOf(_ words: StaticString, at term: LexiconTerm) -> Int? {
        begins(words, at: term.range.lowerBound) ? term.range.lowerBound + words.utf8CodeUnitCount : nil
    }

    /// Whether the source has some words, in any case of letters, at an offset.
    func begins(_ words: StaticString, at offset: Int) -> Bool {
        page.source.text.withUnsafeBufferPointer { $0.hasIgnoringCase(words, at: offset) }
    }
}
