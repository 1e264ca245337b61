import Checks
import ParsedBitext

/// Compares pages with one another, and keeps what was found on each until all are known. ``PageSummary`` says how.
///
/// Memory is bounded: pages beyond the bounds are read, or checked, once more at the end.
struct PageComparison: Sendable {
    /// How many bytes of findings wait for the comparison, and how many of pages.
    private let maxFindings: Int
    private let maxPages: Int

    private var consistency = Consistency()
    /// How many bytes of each are kept, estimated.
    private var findings = 0
    private var pages = 0

    init(maxFindings: Int = 64 << 20, maxPages: Int = 24 << 20) {
        self.maxFindings = maxFindings
        self.maxPages = maxPages
    }

    /// What was left out of the comparison, in words, or nil.
    var omission: String? {
        consistency.isFull
            ? "the pages have more segments than are compared with one another; some went without" : nil
    }

    // MARK: Reduce

    /// Adds a page; to be called in the order of the pages.
    mutating func add(_ summary: PageSummary) { consistency.add(summary.translations) }

    /// What is kept of a checked page until all are known.
    ///
    /// - Parameters:
    ///   - wantsPage: whether the page itself is needed in the end even if the comparison finds nothing.
    ///   - isReadableOnce: whether it cannot be read again, so that all of it is kept.
    /// - Returns: nil where the page is to be checked again.
    mutating func keep(_ checked: CheckedPage, wantsPage: Bool, isReadableOnce: Bool = false) -> CheckedPage? {
        var kept = checked
        // A page that deviates from those before it is likely to deviate in the end.
        let isNeeded = wantsPage || consistency.disagrees(with: checked.keys)
        if !isReadableOnce, !isNeeded || pages + 4 * checked.size > maxPages { kept.bitext = nil }
        guard isReadableOnce || findings + kept.cost <= maxFindings else { return nil }
        findings += kept.cost
        if kept.bitext != nil { pages += 4 * checked.size }
        return kept
    }

    // MARK: Map

    /// What the comparison says of a page: the segments that most pages translate in another way.
    func deviations(of keys: [Consistency.Entries.Key]) -> [Consistency.Deviation] { consistency.deviations(of: keys) }
}

extension CheckedPage {
    /// About as many bytes as it takes, without the page.
    fileprivate var cost: Int {
        keys.count * MemoryLayout<Consistency.Entries.Key>.stride + candidates.count * 1024
    }
}
