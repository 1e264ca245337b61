import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext

/// The limits that hold for all lexicons.
enum ScoreLimits {
    /// No lexicon warns below these log-odds, whatever it was calibrated on: of content that is a translation with more than 60%
    /// probability, or 50% where it is short; of omissions with more than 20% and 10%; of additions with more than 10%.
    static let warning = PerFault<Float>(4.19, 5.98, 6.79)
    static let shortWarning = PerFault<Float>(4.6, 6.79, 6.79)
    /// The prior log-odds of a wrong pair: one in a hundred.
    static let prior = -4.595
    /// A lexicon of more pairs needs no help by the general one.
    static let pairsWithoutHelp = 60_000
}
