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

    public init(_ plan: CheckPlan, jobs: Int) {
        self.plan = plan
        self.jobs = max(1, jobs)
    }

    /// Checks all pages and hands on what became of each, in their order, as soon as it is known.
    ///
    /// - Returns: what was left out of the check, in words, or nil.
    @discardableResult
    public func run(deliver: (Outcome) -> Void) async -> String? {
        var checkers = plan.checkers
        let (consistency, pages) = await compare()
        for index in checkers.indices where checkers[index].comparesPages { checkers[index].consistency = consistency }
        await OrderedRun.run(
            Array(plan.items.indices), jobs: jobs,
            work: { [checkers, items = plan.items] index in
                check(items[index], checkers[items[index].checker], pages[index])
            }, deliver: deliver)
        guard consistency?.isFull == true else { return nil }
        return "the pages have more segments than are compared with one another; some went without"
    }

    /// How many bytes of pages the first pass keeps for the second. One repository of the usual size is read once; of more,
    /// the rest is read again, so that memory is bounded.
    private static let keptBytes = 64 << 20

    /// Reads the pages once for how they translate what they have in common. Standard input can be read only once.
    ///
    /// - Returns: also the pages that were kept, by their index in the plan.
    private func compare() async -> (consistency: Consistency?, pages: [Int: Page]) {
        let indices = plan.items.indices.filter {
            plan.checkers[plan.items[$0].checker].comparesPages && !plan.items[$0].page.isStandardInput
        }
        guard !indices.isEmpty, plan.items.count > 1 else { return (nil, [:]) }
        var consistency = Consistency()
        var pages: [Int: Page] = [:]
        var kept = 0
        await OrderedRun.run(
            indices, jobs: jobs,
            // What cannot be read is reported when it is checked.
            work: { [items = plan.items] index in
                (try? Page(try items[index].page.read())).map {
                    let entries = Consistency.Page($0, path: items[index].page.path.string, locale: items[index].locale)
                    return (index: index, page: $0, entries: entries)
                }
            },
            deliver: { outcome in
                guard let outcome else { return }
                consistency.add(outcome.entries)
                guard kept + outcome.page.bytes.count <= Self.keptBytes else { return }
                kept += outcome.page.bytes.count
                pages[outcome.index] = outcome.page
            })
        return (consistency, pages)
    }

    private func check(_ item: CheckPlan.Item, _ checker: Checker, _ known: Page?) -> Outcome {
        let found = item.page
        var outcome = Outcome(path: found.path)
        do {
            let page = try known ?? Page(try found.read())
            outcome.segments = page.segments.count
            outcome.findings = checker.check(
                BilingualPage(page, path: found.path.string, locale: item.locale))
            outcome.page = page
        } catch let error as FileError {
            outcome.failure = error
        } catch {
            outcome.failure = FileError(path: found.path.string, reason: String(describing: error))
        }
        return outcome
    }
}
