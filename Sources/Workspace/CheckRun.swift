import Alignment
import Bitext
import SystemPackage

/// Reads pages and checks them.
public struct CheckRun: Sendable {
    /// What became of one page.
    public struct Outcome: Sendable {
        /// What the page is called in messages.
        public let name: String
        /// How many segments it has.
        public var segments = 0
        /// What is wrong with it, in its order.
        public var findings: [Finding] = []
        /// The page, for who shows what the findings are about.
        public var page: Page?
        /// Why it could not be checked.
        public var failure: FileError?
    }

    /// The rules to run.
    public let checker: Checker
    /// How many pages are read at once.
    public let jobs: Int

    public init(checker: Checker = Checker(), jobs: Int) {
        self.checker = checker
        self.jobs = max(1, jobs)
    }

    /// Checks all pages and hands on what became of each, in their order, as soon as it is known.
    public func run(_ pages: [PageFinder.Found], deliver: (Outcome) -> Void) async {
        await OrderedRun.run(pages, jobs: jobs, work: check, deliver: deliver)
    }

    private func check(_ found: PageFinder.Found) -> Outcome {
        var outcome = Outcome(name: found.name.string)
        do {
            let page = try Page(try found.read())
            outcome.segments = page.segments.count
            outcome.findings = checker.check(BilingualPage(page, path: found.name.string, locale: Language.locale(inPath: found.path.string)))
            outcome.page = page
        } catch let error as FileError {
            outcome.failure = error
        } catch {
            outcome.failure = FileError(path: found.path.string, reason: String(describing: error))
        }
        return outcome
    }
}
