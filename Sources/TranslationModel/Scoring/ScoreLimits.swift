/// The limits that hold for all lexicons.
enum ScoreLimits {
    /// Lower bounds, as log-odds, for the limits of every lexicon. A pair gets no warning of wrong content if it is a
    /// translation with a probability of more than 60% (short pairs: 52%, or 70% on a page with evidence),
    /// none of an omission with more than 20%, and none of an addition with more than 10%.
    static let warning = PerFault<Float>(4.19, 5.98, 6.79)
    static let shortWarning = PerFault<Float>(4.5, 5.98, 6.79)
    /// Above those, a pair of wrong content is a warning only from these log-odds on, or where the origin of its target is found
    /// (``TargetOrigins``): a probability of 35%. Of 32 pairs with 35 to 50% that were read in November 2026, 16 were right, 9
    /// wrong, and 7 arguable.
    static let certainContent: Float = 5.214
    /// The limit of a warning of an omission where a whole clause is missing: a probability of 35%. Of 7 notes above it that were
    /// read in November 2026, 5 were right; the other two were as long as expected.
    static let clauseWarning: Float = 5.21
    /// The information in nats of a stretch that is a clause.
    static let clauseGap: Float = 24
    /// By how many standard deviations such a target is shorter than expected.
    static let clauseLength: Float = -1
    /// A label of a few words is often translated freely, and has no other word that could show it: a probability of 20% is
    /// needed for a warning of wrong content.
    static let labelWarning: Float = 5.98
    /// So many terms both halves of a label have at most.
    static let labelTerms = 12
    /// How far below the limits of wrong content in the file those with a page as evidence (``PageEvidence``) are: they were measured
    /// without it.
    static let evidence: Float = 0.7
    /// A page of fewer segments is no evidence.
    static let segmentsOfEvidence = 20
    /// The prior log-odds of a wrong pair: one in a hundred.
    static let prior = -4.595
    /// A lexicon of more pairs needs no help by the general one.
    static let pairsWithoutHelp = 40_000
}
