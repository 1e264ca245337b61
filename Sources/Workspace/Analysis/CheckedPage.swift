import Alignment
import Bitext

/// A page that was checked by itself, until all pages are known.
struct CheckedPage: Sendable {
    /// The page; nil where it is read again in case somebody needs it.
    var page: Page?
    /// How many bytes and segments it has.
    let size: Int
    let segments: Int
    /// All that the rules found, as what the comparison finds may take the place of some of it.
    let candidates: [Finding]
    /// The findings among them, as long as the comparison adds nothing.
    let findings: [Finding]
    /// How well the sides fit, from 0 to 1; nil where nobody knows.
    let alignment: Double?
    let language: Language
    /// What the page is compared by; empty where it is not.
    var keys: [Consistency.Page.Key] = []

    init(page: Page, candidates: [Finding], findings: [Finding], alignment: Double?, language: Language) {
        self.page = page
        size = page.bytes.count
        segments = page.segments.count
        self.candidates = candidates
        self.findings = findings
        self.alignment = alignment
        self.language = language
    }

    /// The findings with what the comparison adds.
    ///
    /// - Parameter page: the page, see ``page(_:comparedBy:)``.
    func findings(on page: Page, comparedBy deviations: [Consistency.Deviation], _ checker: Checker) -> [Finding] {
        deviations.isEmpty ? findings : checker.select(candidates, on: page, language, comparedBy: deviations)
    }

    /// The same; nil where the page's file is another one by now.
    func findings(
        _ item: CheckPlan.Item, comparedBy deviations: [Consistency.Deviation], _ checker: Checker
    ) -> [Finding]? {
        if deviations.isEmpty { return findings }
        return page(item, comparedBy: deviations).map { findings(on: $0, comparedBy: deviations, checker) }
    }

    /// The page, read again where it was not kept.
    ///
    /// - Parameter deviations: what the comparison says of it.
    /// - Returns: nil where its file is another one by now, as far as that matters.
    func page(_ item: CheckPlan.Item, comparedBy deviations: [Consistency.Deviation]) -> Page? {
        if let page { return page }
        guard let analysis = try? PageAnalysis(item), analysis.page.bytes.count == size,
            analysis.page.segments.count == segments,
            deviations.isEmpty || analysis.summary().translations.keys == keys
        else { return nil }
        return analysis.page
    }
}
