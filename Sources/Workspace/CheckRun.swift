import Alignment
import Bitext
import SystemPackage

/// Reads pages and checks them.
public struct CheckRun: Sendable {
    /// What became of one page.
    public struct Outcome: Sendable {
        /// The page as the user named it, or found below a folder that the user named: what an editor can open.
        public let path: FilePath
        /// How many segments it has.
        public var segments = 0
        /// What is wrong with it, in its order.
        public var findings: [Finding] = []
        /// The page, for who shows what the findings are about.
        public var page: Page?
        /// Why it could not be checked.
        public var failure: FileError?

        package init(
            path: FilePath, segments: Int = 0, findings: [Finding] = [], page: Page? = nil, failure: FileError? = nil
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
    /// From which severity on a finding gives its outcome the page; nil where nobody looks at ``Outcome/page``.
    public let leastShown: Finding.Severity?

    /// - Parameter leastShown: from which severity on findings need ``Outcome/page``, which takes memory or a second look at
    ///   the file; nil where nobody looks at it.
    public init(_ plan: CheckPlan, jobs: Int, pagesFrom leastShown: Finding.Severity? = .note) {
        self.plan = plan
        self.jobs = max(1, jobs)
        self.leastShown = leastShown
    }

    /// Checks all pages and hands on what became of each, in their order.
    ///
    /// Where a rule compares pages with one another, that is when all are checked; else as soon as it is known.
    ///
    /// - Returns: what was left out of the check, in words, or nil.
    @discardableResult
    public func run(deliver: (Outcome) -> Void) async -> String? {
        guard plan.items.count > 1, plan.items.contains(where: { compares($0) && !$0.page.isStandardInput }) else {
            await OrderedRun.run(
                Array(plan.items.indices), jobs: jobs, work: { index in check(index, comparedBy: nil) },
                deliver: deliver)
            return nil
        }
        let (known, consistency) = await checkEach()
        await OrderedRun.run(
            Array(plan.items.indices), jobs: jobs,
            work: { index in
                guard let known = known[index] else { return check(index, comparedBy: consistency) }
                return compare(known, index, consistency)
            }, deliver: deliver)
        guard consistency.isFull else { return nil }
        return "the pages have more segments than are compared with one another; some went without"
    }

    /// Whether a page is compared with others.
    private func compares(_ item: CheckPlan.Item) -> Bool { plan.checkers[item.checker].comparesPages }

    /// Whether somebody looks at the page of these findings.
    private func givesPage(for findings: [Finding]) -> Bool {
        guard let leastShown else { return false }
        return findings.contains { $0.severity >= leastShown }
    }

    /// Reads and checks a page.
    private func check(_ index: Int, comparedBy consistency: Consistency?) -> Outcome {
        let item = plan.items[index]
        var checker = plan.checkers[item.checker]
        if compares(item) { checker.consistency = consistency }
        return read(item) { page, outcome in
            outcome.findings = checker.check(page)
            if givesPage(for: outcome.findings) { outcome.page = page.page }
        }
    }

    private func read(_ item: CheckPlan.Item, _ body: (BilingualPage, inout Outcome) -> Void) -> Outcome {
        let path = item.page.path
        var outcome = Outcome(path: path)
        do {
            let page = try Page(try item.page.read())
            outcome.segments = page.segments.count
            body(BilingualPage(page, path: path.string, locale: item.locale), &outcome)
        } catch let error as FileError {
            outcome.failure = error
        } catch {
            outcome.failure = FileError(path: path.string, reason: String(describing: error))
        }
        return outcome
    }

    // MARK: Pages that are compared

    /// How many bytes of what was found wait for the comparison. Pages beyond that are checked again, so that memory is bounded.
    private static let mostFound = 64 << 20
    /// How many bytes of pages do, which need only be read again.
    private static let mostPages = 24 << 20

    /// A page that was checked before the others were known.
    private struct Checked: Sendable {
        var outcome: Outcome
        /// All that the rules found, as what the comparison finds may take the place of some of it.
        var suspicions: [Finding] = []
        /// The page, where it is looked at again and there is memory for it.
        var page: Page?
        var entries: Consistency.Page?
        var keys: [Consistency.Page.Key] = []
        var language = Language(locale: "")
        /// The page's bytes.
        var size = 0

        /// About as many bytes as it takes while it waits.
        var cost: Int {
            keys.count * MemoryLayout<Consistency.Page.Key>.stride + suspicions.count * 1024
        }
        /// The same of the page.
        var pageCost: Int { page == nil ? 0 : 2 * size }
    }

    /// Checks each page for itself, and notes how all of them translate what they have in common. So each page is read and taken
    /// apart once, and need not be kept: only those that turn out to deviate are looked at again.
    private func checkEach() async -> (known: [Checked?], consistency: Consistency) {
        var consistency = Consistency()
        var known: [Checked?] = []
        known.reserveCapacity(plan.items.count)
        var (found, pages) = (0, 0)
        await OrderedRun.run(
            Array(plan.items.indices), jobs: jobs, work: checkForItself,
            deliver: { checked in
                var checked = checked
                // What can be read only once is kept, and counts for nobody else.
                let isStandardInput = plan.items[known.count].page.isStandardInput
                if let entries = checked.entries {
                    if !isStandardInput { consistency.add(entries) }
                    checked.keys = entries.keys
                    checked.entries = nil
                }
                // What deviates now is likely to do so in the end.
                let isWanted = givesPage(for: checked.outcome.findings) || consistency.disagrees(with: checked.keys)
                if !isStandardInput, !isWanted || pages + checked.pageCost > Self.mostPages { checked.page = nil }
                let isKept = isStandardInput || found + checked.cost <= Self.mostFound
                if isKept {
                    found += checked.cost
                    pages += checked.pageCost
                }
                known.append(isKept ? checked : nil)
            })
        return (known, consistency)
    }

    private func checkForItself(_ index: Int) -> Checked {
        let item = plan.items[index]
        let checker = plan.checkers[item.checker]
        var checked = Checked(outcome: Outcome(path: item.page.path))
        checked.outcome = read(item) { page, outcome in
            checked.size = page.page.bytes.count
            checked.language = page.language
            checked.suspicions = checker.suspicions(of: page)
            outcome.findings = checker.select(checked.suspicions, on: page)
            if compares(item) { checked.entries = Consistency.Page(page) }
            checked.page = page.page
        }
        return checked
    }

    /// Adds what the other pages say of a page.
    private func compare(_ checked: Checked, _ index: Int, _ consistency: Consistency) -> Outcome {
        var outcome = checked.outcome
        let disagrees = consistency.disagrees(with: checked.keys)
        guard disagrees || givesPage(for: outcome.findings) else { return outcome }
        let item = plan.items[index]
        // Where the file is gone or another one by now, all is to be done again.
        guard let page = try? checked.page ?? Page(try item.page.read()), page.bytes.count == checked.size,
            page.segments.count == outcome.segments
        else { return check(index, comparedBy: consistency) }
        if disagrees {
            guard
                checked.page != nil
                    || Consistency.Page(page, path: item.page.path.string, locale: item.locale).keys == checked.keys
            else { return check(index, comparedBy: consistency) }
            outcome.findings = plan.checkers[item.checker].select(
                checked.suspicions, on: page, checked.language, comparedBy: consistency)
        }
        if givesPage(for: outcome.findings) { outcome.page = page }
        return outcome
    }
}
