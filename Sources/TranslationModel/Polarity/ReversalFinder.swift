import Bitext
import ParsedBitext

/// Finds what the target says the other way round: a word of the source whose opposite is in the target, or a negation that one
/// half has alone.
///
/// For each pair of ``Opposites``, and for negation, a regression over the terms of both halves says which of the two sides the
/// source has. Where the source has the other side, something was turned round. The other words of the source are features too,
/// so "only" explains a "ne", and "step-by-step" a "pas à pas".
struct ReversalFinder {
    let lexicon: Lexicon
    let page: TokenizedBitext
    /// That of the lexicon. A copy for each access would cost time.
    let model: PolarityModel
    /// Those of the target's language.
    let negationsInWords: NegationsInWords?
    /// That of the target's language, which is asked for of nearly each pair.
    let prohibitions: PolarityWords.Prohibition?

    init(_ page: TokenizedBitext, _ lexicon: Lexicon) {
        self.page = page
        self.lexicon = lexicon
        model = lexicon.polarity
        negationsInWords = NegationsInWords.of(page.language)
        prohibitions = PolarityWords.prohibitions[page.language.code]
    }

    /// The clearest reversal of a pair, if there is one.
    func reversal(_ left: Half, _ right: Half) -> PairReversal? {
        let source = left.reduce(TermMarks()) { $0.union($1.marks) }
        let target = right.reduce(TermMarks()) { $0.union($1.marks) }
        let found: PairReversal? =
            switch (source.contains(.negates), target.contains(.negates)) {
            case (true, false):
                lostInCommand(left, right) ?? lostInability(left, right) ?? lostNegation(left, right)
            case (true, true): lostInCommand(left, right) ?? lostInability(left, right)
            case (false, true): addedInCommand(left, right) ?? addedNegation(left, right)
            // Opposites are looked for only where neither half negates: "failed to" may be "did not succeed".
            case (false, false):
                addedInCommand(left, right)
                    ?? (source.contains(.opposes) && target.contains(.opposes) ? opposite(left, right) : nil)
            }
        return found.flatMap { $0.margin > PolarityLimits.note ? $0 : nil }
    }

    /// The log-odds that the source has not the side of a pair that it has; nil where the regression believes it.
    func reversalOdds(of pair: Int, _ isFirst: Bool, _ left: Half, _ right: Half) -> Float? {
        let logOdds = model.logOdds(of: pair, left, right)
        let odds = (isFirst ? -logOdds : logOdds) * model.weights.scales[pair]
        return odds > 0 ? odds : nil
    }

    // MARK: Opposites

    /// The clearest reversal of the pairs of which the source has one side, and the target a word that may mean the other.
    private func opposite(_ left: Half, _ right: Half) -> PairReversal? {
        let sides = model.sides(of: left)
        var answered: PairSet = []
        for term in right where term.marks.contains(.opposes) {
            guard let answer = model.answers[term.number] else { continue }
            answered.formUnion(sides.first.intersection(answer.second))
            answered.formUnion(sides.second.intersection(answer.first))
        }
        answered.formIntersection(sides.single)
        guard !answered.isEmpty else { return nil }
        var clearest: PairReversal?
        for pair in 1..<Opposites.count where answered.contains(pair: pair) {
            let side = OppositeSide(pair: pair, isFirst: sides.first.contains(pair: pair))
            if let odds = reversalOdds(of: pair, side.isFirst, left, right),
                let found = opposite(of: side, odds, left, right, sides),
                found.margin > clearest?.margin ?? -.infinity
            {
                clearest = found
            }
        }
        return clearest
    }

    /// A word of the target that translates the opposite of a word of the source, and no other word there.
    private func opposite(
        of side: OppositeSide, _ odds: Float, _ left: Half, _ right: Half, _ sides: OppositeSides
    ) -> PairReversal? {
        guard let word = model.words.places(of: side.pair, in: left).first, !followsHyphen(left[word]),
            !followsOutside(word, left), !isSwitchedBothWays(left[word], left)
        else { return nil }
        let (first, second) = model.words.sides[side.pair]
        let (own, other) = side.isFirst ? (first, second) : (second, first)
        let learned = cue(against: side, left, right)
        guard let place = learned ?? likeliest(other, left, right) else { return nil }
        let term = right[place]
        // "Kapatmayın" is "do not close".
        guard !isComparison(term), !isHelping(term, of: left[word]),
            !(negationsInWords?.isNegated(page.target.text[term.range]) ?? false)
        else { return nil }
        let probability = lexicon.translations.probability(of: term.number, given: other)
        guard probability > (learned == nil ? PolarityLimits.unlearnedOpposite : PolarityLimits.opposite),
            learned != nil
                || probability > PolarityLimits.unlearnedLift * ByteProbability.probability[Int(term.rarity)]
        else { return nil }
        let isExplained = left.contains {
            $0.isKnown && !other.contains(UInt32($0.number))
                && lexicon.translations.probability(of: term.number, given: $0.number)
                    > min(probability / PolarityLimits.ratio, PolarityLimits.explained)
        }
        // Nor may the target have a word that means what the source says.
        let isTranslated = right.contains { word in
            guard word.isKnown else { return false }
            let limit = probability / PolarityLimits.ratio
            return lexicon.translations.probability(of: word.number, given: own)
                > (word.number == term.number ? limit : min(limit, PolarityLimits.explained))
        }
        guard !isExplained, !isTranslated else { return nil }
        // "To prevent that, clear the box Enable …" has more than one opposite to confuse.
        let others = sides.second.subtracting(PairSet(pair: side.pair))
        let doubt =
            (side.isFirst && !others.isEmpty ? PolarityLimits.besideOthers : 0)
            + (learned == nil ? PolarityLimits.unlearned : 0)
        let margin = odds - PolarityLimits.turned - doubt
        // "Hors connexion" is the opposite of "connexion", and where two things are compared, one may be more and the other less.
        let comparisons = PolarityLimits.comparisons.subtracting(PairSet(pair: side.pair))
        let isDoubtful =
            PolarityLimits.loose.contains(pair: side.pair) || followsReverser(place, right)
            || (PolarityLimits.comparisons.contains(pair: side.pair)
                && !sides.first.union(sides.second).isDisjoint(with: comparisons))
            || hasWord(of: PolarityWords.undoing, right)
        return PairReversal(source: word, target: place, margin: isDoubtful ? min(margin, 0) : margin)
    }

    /// Whether a term of the target only compares: "più" of "la più vecchia" is no opposite of "older".
    private func isComparison(_ term: LexiconTerm) -> Bool {
        let word = page.target.text[term.range]
        return PolarityWords.comparatives.contains { word.elementsEqual($0.utf8) }
    }

    /// Whether a term of the source is the end of a compound, as of "un-encrypted" and "turn-off".
    private func followsHyphen(_ term: LexiconTerm) -> Bool {
        page.source.text[..<term.range.lowerBound].last == UInt8(ascii: "-")
    }

    /// Whether the word before a term of the target turns its meaning round.
    private func followsReverser(_ place: Int, _ right: Half) -> Bool {
        guard place > 0, let words = PolarityWords.reversers[page.language.code] else { return false }
        return isOne(right[place - 1], of: words)
    }

    /// Whether a term of the target is one of some words, in any case of letters.
    func isOne(_ term: LexiconTerm, of words: [StaticString]) -> Bool {
        page.target.text.withUnsafeBufferPointer { text in
            words.contains {
                $0.utf8CodeUnitCount == term.range.count && text.hasIgnoringCase($0, at: term.range.lowerBound)
            }
        }
    }

    /// Whether a term of the target begins like one of a list for its language.
    func hasWord(of lists: [String: [StaticString]], _ right: Half) -> Bool {
        guard let words = lists[page.language.code] else { return false }
        return page.target.text.withUnsafeBufferPointer { text in
            right.contains { term in words.contains { text.hasIgnoringCase($0, at: term.range.lowerBound) } }
        }
    }

    /// The place of the target's term that is likeliest for one of some words: the translation model may know what the regression
    /// did not learn, because one side is rare ("exclude") or is said in many ways ("start").
    private func likeliest(_ words: [UInt32], _ left: Half, _ right: Half) -> Int? {
        var best: (probability: Float, place: Int)?
        for (place, term) in right.enumerated() where term.isKnown && term.range.count > 1 {
            let probability = lexicon.translations.probability(of: term.number, given: words)
            if probability > best?.probability ?? 0, !left.contains(where: { $0.hash == term.hash }) {
                best = (probability, place)
            }
        }
        return best?.place
    }

    /// The place of the target's term that speaks most against a side that the source has, where none speaks for it.
    func cue(against side: OppositeSide, _ left: Half, _ right: Half) -> Int? {
        var (own, opposite): (Int32, Int32) = (0, 0)
        var place: Int?
        for (offset, term) in right.enumerated() where term.isKnown {
            let weight = model.weights.target.weight(of: term.number, for: side.pair) * (side.isFirst ? 1 : -1)
            own = max(own, weight)
            // A single letter is what an apostrophe left of a word.
            if weight < opposite, term.range.count > 1 { (opposite, place) = (weight, offset) }
        }
        guard let place, -opposite >= PolarityLimits.cue, -opposite > 2 * own else { return nil }
        // Where the source is in the target's language, it has the same word.
        return left.contains { $0.hash == right[place].hash } ? nil : place
    }
}
