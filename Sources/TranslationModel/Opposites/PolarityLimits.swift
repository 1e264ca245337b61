/// The limits by which reversals are found. They were chosen on pages with known faults (`content-alignment` in Benchmarks) and
/// on findings that people read.
enum PolarityLimits {
    // Weights of ``PolarityWeights``, in sixteenths.

    /// What a single word must weigh to mean the opposite.
    static let cue: Int32 = 20
    /// From what weight on a word may be a negation.
    static let hint: Int32 = 12

    // Probabilities of the translation model.

    /// From how likely on a word may be a negation.
    static let possibleNegation: Float = 0.015
    /// How likely a word must be for another one to be its translation.
    static let translated: Float = 0.15
    /// The same for the word that is negated in the source.
    static let said: Float = 0.03
    /// How likely a word must be for the opposite of a word of the source.
    static let opposite: Float = 0.04
    /// The same where the regression has not learned the word.
    static let unlearnedOpposite: Float = 0.02
    /// How much likelier such a word must be for the opposite than anywhere.
    static let unlearnedLift: Float = 20
    /// How likely "not" must become a term that is a plain negation.
    static let plain: Float = 0.1
    /// How much likelier a word must be for the opposite than for any other word.
    static let ratio: Float = 3
    /// From how likely on a word of the target is taken for the translation of another word of the source: "afficher" for "see".
    static let explained: Float = 0.06
    /// The same for the word that an added negation negates.
    static let negated: Float = 0.02
    /// How much likelier such a word must be than anywhere, where it is less likely than ``negated``.
    static let negatedLift: Float = 50
    /// How many terms it may be away from the negation.
    static let negatedDistance = 2

    // How rare words are, as ``ByteProbability``.

    /// More frequent words are in nearly every sentence.
    static let common: UInt8 = 90
    /// More frequent words carry no content.
    static let content: UInt8 = 80
    /// Less frequent words are too rare for the regression to know.
    static let rare: UInt8 = 140

    // Log-odds that the target means the opposite.

    /// From where on a negation that the target has lost is a warning.
    static let lostNegation: Float = 2
    /// From where on a negation that the target has added is a warning.
    static let addedNegation: Float = 3.5
    /// The same for a plain negation in a short sentence.
    static let addedPlainNegation: Float = 2.5
    /// From where on a word that was turned into its opposite is a warning.
    static let turned: Float = 1.5
    /// How far above the limit of a warning a lost negation is where the target has no word at all that negates.
    static let withoutAnyNegation: Float = 0.5
    /// How far below the limit of a warning a reversal is still a note.
    static let note: Float = -2.2
    /// What a word that the regression has not learned must have more.
    static let unlearned: Float = 1
    /// What a negation must have more whose negated word the target does not seem to have: one word may mean both.
    static let unsaid: Float = 3
    /// How sure it must be by the source's terms that a target has no negation.
    static let withoutReason: Float = 4.5
    /// The same for a plain negation in a short sentence where the regression over both halves agrees.
    static let withoutReasonAgreed: Float = 1
    /// How much each unknown word of the source counts against ``withoutReason``.
    static let unknownWord: Float = 1
    /// How many terms a short sentence has at most: there the source's terms are enough for a plain negation.
    static let maxPlainTerms = 14
    /// What an added negation must have more where the source has a second side: "if it is off" is "if it is not on".
    static let besideOpposite: Float = 1.5
    /// What a word must have more where the source has other opposites too.
    static let besideOthers: Float = 2

    // Pairs of ``Opposites``.

    /// The pairs that languages say in many ways, which are notes: "before you go on" is "after which you go on", "off" may go with
    /// any verb, a word for "allow", "show", "include" or "start" helps many other verbs, and "source" is any origin. Of 18
    /// warnings about them that were read in November 2026, 1 was right and 2 were arguable.
    static let loose = pairs(["before", "above", "off", "allow", "show", "include", "start", "source"])
    /// The pairs by which two things are compared.
    static let comparisons = pairs(["above", "higher", "longer", "larger", "older", "increase", "maximum"])

    /// The pairs of which one side has a word.
    private static func pairs(_ words: [String]) -> PairSet {
        PairSet(
            Opposites.pairs.enumerated().lazy.filter { _, pair in
                "\(pair.0) \(pair.1)".split(separator: " ").contains { words.contains(String($0)) }
            }.map { PairSet(pair: $0.offset + 1) })
    }
}
