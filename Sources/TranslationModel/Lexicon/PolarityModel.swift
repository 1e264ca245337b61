import ParsedBitext

/// What a lexicon knows of opposites: its regressions, and what follows from its translations.
struct PolarityModel: Sendable {
    /// The words of the source that are on the list.
    let words: OppositeWords
    let weights: PolarityWeights
    /// The terms of the target that may mean one side of a pair.
    let answers: [Int32: OppositeSides]
    /// For each term of the target, how likely it is for a word that negates.
    let negation: [Float]
    /// The source's plainest negations.
    let plainNegations: [Int32]
    /// The one among them that is no word of its own: the t of "don't".
    let apostropheT: Int32

    /// - Parameter frequency: how likely a term of the target is anywhere.
    init(
        _ weights: PolarityWeights, _ table: TranslationTable, source: TermTable, targetSize: Int,
        frequency: (Int32) -> Float
    ) {
        func terms(_ words: String) -> [Int32] {
            words.split(separator: " ").map { source[WordHash($0.utf8).value].number }
        }
        self.weights = weights
        words = OppositeWords { source[$0].number }
        plainNegations = terms(Opposites.plainNegations)
        apostropheT = source[Token.hash(of: "t")].number
        answers = Self.answers(words, weights, table, frequency: frequency)
        var negation = Array(repeating: Float(0), count: targetSize)
        let inabilities = terms(Opposites.inabilities)
        for word in words.members[0] where !inabilities.contains(Int32(word)) {
            for link in table.links(of: Int32(word)) {
                let probability = ByteProbability.probability[Int(link.forward)]
                negation[Int(link.target)] = max(negation[Int(link.target)], probability)
            }
        }
        self.negation = negation
    }

    private static func answers(
        _ words: OppositeWords, _ weights: PolarityWeights, _ table: TranslationTable, frequency: (Int32) -> Float
    ) -> [Int32: OppositeSides] {
        guard !weights.isEmpty else { return [:] }
        var answers: [Int32: OppositeSides] = [:]
        for pair in 1..<Opposites.count {
            for (terms, isFirst) in [(words.sides[pair].first, true), (words.sides[pair].second, false)] {
                for link in terms.flatMap({ table.links(of: Int32($0)) }) {
                    let probability = ByteProbability.probability[Int(link.forward)]
                    guard probability > PolarityLimits.unlearnedOpposite else { continue }
                    let weight = weights.target.weight(of: link.target, for: pair) * (isFirst ? 1 : -1)
                    let isLearned = probability > PolarityLimits.opposite && weight >= PolarityLimits.cue
                    if isLearned || probability > PolarityLimits.unlearnedLift * frequency(link.target) {
                        answers[link.target, default: OppositeSides()].insert(
                            OppositeSide(pair: pair, isFirst: isFirst))
                    }
                }
            }
        }
        return answers
    }

    /// The terms of the source that negate or have an opposite.
    var sourceMarks: [Int32: TermMarks] { weights.isEmpty ? [:] : words.marks }

    /// The terms of the target that negate or may mean an opposite.
    var targetMarks: [Int32: TermMarks] {
        var marks = answers.mapValues { _ in TermMarks.opposes }
        for (term, weight) in weights.target.negation.enumerated() where weight >= PolarityLimits.cue {
            marks[Int32(term), default: []].insert(.negates)
        }
        return marks
    }

    // MARK: Scores

    /// Of which pairs a half of the source has which sides.
    func sides(of source: Half) -> OppositeSides {
        var sides = OppositeSides()
        words.forEachMeaning(in: source) { side, _ in sides.insert(side) }
        return sides
    }

    /// The log-odds that the source has the first side of a pair; of pair 0, that it is negated.
    func logOdds(of pair: Int, _ source: Half, _ target: Half) -> Float {
        func sum(_ half: Half, _ terms: PolarityWeights.Terms) -> Int32 {
            half.reduce(0) { $0 + ($1.isKnown ? terms.weight(of: $1.number, for: pair) : 0) }
        }
        return weights.biases[pair] + Float(sum(source, weights.source) + sum(target, weights.target))
            / PolarityWeights.unit
    }

    /// The log-odds that the target of a source without a negation has none; nil where nothing was learned of that.
    func logOddsOfNoNegation(_ source: Half) -> Float? {
        guard weights.scales[PolarityWeights.reasons] > 0 else { return nil }
        let sum = source.reduce(Int32(0)) {
            $0 + ($1.isKnown ? weights.source.weight(of: $1.number, for: PolarityWeights.reasons) : 0)
        }
        return -weights.biases[PolarityWeights.reasons] - Float(sum) / PolarityWeights.unit
    }
}
