import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext

/// The limits that hold for all lexicons.
enum ScoreLimits {
    /// Lower bounds, as log-odds, for the limits of every lexicon. A pair gets no warning of wrong content if it is a
    /// translation with a probability of more than 60% (short pairs: 50%), none of an omission with more than 20% (short
    /// pairs: 10%), and none of an addition with more than 10%.
    static let warning = PerFault<Float>(4.19, 5.98, 6.79)
    static let shortWarning = PerFault<Float>(4.6, 6.79, 6.79)
    /// The prior log-odds of a wrong pair: one in a hundred.
    static let prior = -4.595
    /// A lexicon of more pairs needs no help by the general one.
    static let pairsWithoutHelp = 60_000
}
