import Bitext
import Checks
import ParsedBitext

/// A page that was checked by itself, until all pages are known.
struct CheckedPage: Sendable {
    /// The page; nil where it was not kept and is read again when it is needed.
    var bitext: Bitext?
    /// How many bytes and segments it has.
    let size: Int
    let segments: Int
    /// How many segments have a text on both sides.
    let pairs: Int
    /// Whether it has a text on either side, compared or not.
    let hasText: Bool
    /// All that the rules found, as what the comparison finds may take the place of some of it.
    let candidates: [Finding]
    /// The findings among them, as long as the comparison adds nothing.
    let findings: [Finding]
    /// How well the sides fit, from 0 to 1; nil if no rule of content is on or there is no lexicon.
    let alignment: Double?
    let language: Language
    /// Whether its text is that of the file, so that `check --fix` may change it.
    let isFixable: Bool
    /// Why its revision of the source is not known, or not from where it should be, for `check --stale`.
    var staleReasons: [String] = []
    /// What the page is compared by; empty where it is not.
    var keys: [Consistency.Entries.Key] = []

    init(bitext: Bitext, candidates: [Finding], findings: [Finding], alignment: Double?, language: Language) {
        self.bitext = bitext
        size = bitext.size
        segments = bitext.segments.count
        pairs = bitext.segments.count { $0.source != nil && $0.target != nil }
        hasText = segments > 0 || !bitext.unpairedBlocks.isEmpty
        self.candidates = candidates
        self.findings = findings
        self.alignment = alignment
        self.language = language
        isFixable = bitext.hasBytesOfFile
    }

    /// The findings with what the comparison adds.
    ///
    /// - Parameter bitext: the page, see ``bitext(_:comparedBy:)``.
    func findings(in bitext: Bitext, comparedBy deviations: [Consistency.Deviation], _ checker: Checker) -> [Finding] {
        deviations.isEmpty
            ? findings
            : checker.select(candidates, in: bitext, comparedBy: deviations, hasContent: alignment != nil)
    }

    /// The page, read again where it was not kept.
    ///
    /// - Parameter deviations: what the comparison says of it.
    /// - Returns: nil where its file is another one by now, as far as that matters.
    func bitext(_ item: CheckPlan.Item, comparedBy deviations: [Consistency.Deviation]) -> Bitext? {
        if let bitext { return bitext }
        guard let analysis = try? PageAnalysis(item), analysis.bitext.size == size,
            analysis.bitext.segments.count == segments,
            Consistency.holds(deviations, of: keys, in: analysis.bitext, language)
        else { return nil }
        return analysis.bitext
    }
}
