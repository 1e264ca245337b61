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
    public func run(deliver: (Outcome) -> Void) async {
        await OrderedRun.run(plan.items, jobs: jobs, work: check, deliver: deliver)
    }

    private func check(_ item: CheckPlan.Item) -> Outcome {
        let found = item.page
        var outcome = Outcome(path: found.path)
        do {
            let page = try Page(try found.read())
            outcome.segments = page.segments.count
            outcome.findings = plan.checkers[item.checker].check(
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
