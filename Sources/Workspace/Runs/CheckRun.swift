import Bitext
import Checks
import ParsedBitext
import SystemPackage

/// Reads pages and checks them.
public struct CheckRun: Sendable {
    /// The result of one page.
    public struct Outcome: Sendable {
        /// The page as the user named it, or found below a folder that the user named: what an editor can open.
        public let path: FilePath
        /// The page that it translates, where that is another file.
        package var source: FilePath?
        /// How many segments it has.
        public var segments = 0
        /// How many of them have a text on both sides: those that can be compared.
        package var pairs = 0
        /// Whether it has a text on either side, compared or not.
        package var hasText = true
        /// What is wrong with it, in its order.
        public var findings: [Finding] = []
        /// The page, for who shows what the findings are about.
        public var page: Bitext?
        /// Why it could not be checked.
        public var failure: FileError?
        /// The target's locale, as the page, its path or the plan names it; empty where nothing does.
        package var locale = ""
        /// Whether its text is that of the file, so that `check --fix` may change it.
        package var isFixable = true
        /// Why its revision of the source is not known, or not from where it should be; empty without ``CheckRun/judge``.
        package var staleReasons: [String] = []

        package init(
            path: FilePath, segments: Int = 0, findings: [Finding] = [], page: Bitext? = nil, failure: FileError? = nil
        ) {
            self.path = path
            self.segments = segments
            self.findings = findings
            self.page = page
            self.failure = failure
        }
    }

    /// Which rules check which page.
    public let plan: CheckPlan
    /// How many pages are read at once.
    public let jobs: Int
    /// From which severity on a finding gives its outcome the page; nil where ``Outcome/page`` is not needed.
    public let leastShown: Finding.Severity?
    /// Says which parts of page pairs are out of date; nil where that is not asked for.
    package var judge: StatusJudge?
    /// The memories of the plan, in its order; empty where nothing is looked up.
    package var memories: [MemoryEvidence] = []
    /// From which severity on findings are looked up in a memory.
    package var leastLookedUp = Finding.Severity.note

    /// - Parameter leastShown: from which severity on findings need ``Outcome/page``, which takes memory or a second look at
    ///   the file; nil where it is not needed.
    public init(_ plan: CheckPlan, jobs: Int, pagesFrom leastShown: Finding.Severity? = .note) {
        self.plan = plan
        self.jobs = max(1, jobs)
        self.leastShown = leastShown
    }

    /// Checks all pages and reports the result of each, in their order.
    ///
    /// Where a rule compares pages with one another, that is when all are checked; else as soon as it is known.
    ///
    /// - Parameter progress: called for each page that was checked, which can be long before its result is known.
    /// - Returns: what was left out of the check, in words, or nil.
    @discardableResult
    public func run(progress: () -> Void = {}, deliver: (Outcome) -> Void) async -> String? {
        let indices = Array(plan.items.indices)
        guard plan.items.count > 1, plan.items.contains(where: { compares($0) && !$0.page.isStandardInput }) else {
            await OrderedRun.run(indices, jobs: jobs) {
                check($0)
            } deliver: {
                progress()
                deliver($0)
            }
            return nil
        }
        let (known, comparison) = await checkEach(progress)
        await OrderedRun.run(
            indices, jobs: jobs, work: { outcome(of: known[$0], $0, comparison) }, deliver: deliver)
        return comparison.omission
    }

    /// Whether the report needs the page of these findings.
    private func showsPage(_ findings: [Finding]) -> Bool {
        guard let leastShown else { return false }
        return findings.contains { $0.severity >= leastShown }
    }

    /// Whether the report, or a memory, needs the page of these findings.
    private func needsPage(_ findings: [Finding], _ item: CheckPlan.Item) -> Bool {
        showsPage(findings)
            || memory(of: item) != nil
                && findings.contains { $0.severity >= leastLookedUp && MemoryEvidence.concerns($0) }
    }

    /// The memory in which the findings of a page are looked up.
    private func memory(of item: CheckPlan.Item) -> MemoryEvidence? {
        item.memory.flatMap { memories.indices.contains($0) ? memories[$0] : nil }
    }

    /// Whether a page is compared with others.
    private func compares(_ item: CheckPlan.Item) -> Bool { plan.checkers[item.checker].comparesPages }

    /// Reads and checks a page at once.
    private func check(_ index: Int, comparedBy comparison: PageComparison? = nil) -> Outcome {
        let item = plan.items[index]
        do {
            let analysis = try PageAnalysis(item)
            let checker = plan.checkers[item.checker]
            let checked = check(analysis, item)
            var deviations: [Consistency.Deviation] = []
            if let comparison, compares(item) {
                deviations = comparison.deviations(of: analysis.summary().translations.keys)
            }
            return outcome(
                item, checked, analysis.bitext,
                checked.findings(in: analysis.bitext, comparedBy: deviations, checker))
        } catch {
            return Outcome(path: item.page.path, failure: error)
        }
    }

    /// Checks a page by itself.
    private func check(_ analysis: PageAnalysis, _ item: CheckPlan.Item) -> CheckedPage {
        let checker = plan.checkers[item.checker]
        guard let status = judge?.status(of: item.page) else { return analysis.check(checker) }
        var checked = analysis.check(checker, staleParts: status.staleParts)
        checked.staleReasons = status.reasons
        return checked
    }

    private func outcome(
        _ item: CheckPlan.Item, _ checked: CheckedPage, _ page: Bitext?, _ findings: [Finding]
    ) -> Outcome {
        var findings = findings
        if let page, let memory = memory(of: item) {
            findings = memory.adding(
                to: findings, from: leastLookedUp, on: page, named: item.page.exchangeName,
                locale: checked.language.locale)
        }
        var outcome = Outcome(
            path: item.page.path, segments: checked.segments, findings: findings,
            page: showsPage(findings) ? page : nil)
        outcome.pairs = checked.pairs
        outcome.hasText = checked.hasText
        outcome.source = item.page.source?.path
        outcome.locale = checked.language.locale
        outcome.isFixable = checked.isFixable
        outcome.staleReasons = checked.staleReasons
        return outcome
    }

    // MARK: Pages that are compared

    /// What is known of a page before the comparison.
    private enum Known: Sendable {
        case checked(CheckedPage)
        case failed(FileError)
        /// It takes too much memory to wait, and is checked again.
        case dropped
    }

    /// Checks each page by itself, and adds up how all of them translate what they have in common.
    private func checkEach(_ progress: () -> Void) async -> (known: [Known], comparison: PageComparison) {
        var comparison = PageComparison()
        var known: [Known] = []
        known.reserveCapacity(plan.items.count)
        await OrderedRun.run(Array(plan.items.indices), jobs: jobs) { index in
            let item = plan.items[index]
            return Swift.Result { () throws(FileError) in
                let analysis = try PageAnalysis(item)
                return (
                    page: check(analysis, item),
                    summary: compares(item) ? analysis.summary() : nil
                )
            }
        } deliver: { result in
            progress()
            switch result {
            case .success((var checked, let summary)):
                // Standard input counts for no other page.
                let item = plan.items[known.count]
                let isStandardInput = item.page.isStandardInput
                if let summary {
                    if !isStandardInput { comparison.add(summary) }
                    checked.keys = summary.translations.keys
                }
                let kept = comparison.keep(
                    checked, wantsPage: needsPage(checked.findings, item), isReadableOnce: isStandardInput)
                known.append(kept.map { .checked($0) } ?? .dropped)
            case .failure(let error): known.append(.failed(error))
            }
        }
        return (known, comparison)
    }

    /// Adds what the comparison says of a page.
    private func outcome(of known: Known, _ index: Int, _ comparison: PageComparison) -> Outcome {
        let item = plan.items[index]
        switch known {
        case .failed(let error): return Outcome(path: item.page.path, failure: error)
        case .dropped: return check(index, comparedBy: comparison)
        case .checked(let checked):
            let deviations = comparison.deviations(of: checked.keys)
            guard !deviations.isEmpty || needsPage(checked.findings, item) else {
                return outcome(item, checked, nil, checked.findings)
            }
            guard let page = checked.bitext(item, comparedBy: deviations) else {
                return check(index, comparedBy: comparison)
            }
            return outcome(
                item, checked, page, checked.findings(in: page, comparedBy: deviations, plan.checkers[item.checker]))
        }
    }
}
