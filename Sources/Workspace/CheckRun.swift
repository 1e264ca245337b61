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

    /// The rules to run.
    public let checker: Checker
    /// How many pages are read at once.
    public let jobs: Int

    public init(checker: Checker = Checker(), jobs: Int) {
        self.checker = checker
        self.jobs = max(1, jobs)
    }

    /// Checks all pages and hands on what became of each, in their order, as soon as it is known.
    ///
    /// - Returns: what was left out of the check, in words, or nil.
    @discardableResult
    public func run(_ pages: [PageFinder.Found], deliver: (Outcome) -> Void) async -> String? {
        var checker = checker
        checker.consistency = await compare(pages)
        await OrderedRun.run(pages, jobs: jobs, work: { [checker] in check($0, checker) }, deliver: deliver)
        guard checker.consistency?.isFull == true else { return nil }
        return "the pages have more segments than are compared with one another; some went without"
    }

    /// Reads all pages once for how they translate what they have in common. Standard input can be read only once.
    private func compare(_ pages: [PageFinder.Found]) async -> Consistency? {
        guard pages.count > 1, checker.comparesPages else { return nil }
        var consistency = Consistency()
        await OrderedRun.run(
            pages.filter { !$0.isStandardInput }, jobs: jobs,
            // What cannot be read is reported when it is checked.
            work: { found in
                (try? Page(try found.read())).map { Consistency.Page($0, path: found.path.string) }
            },
            deliver: { page in
                if let page { consistency.add(page) }
            })
        return consistency
    }

    private func check(_ found: PageFinder.Found, _ checker: Checker) -> Outcome {
        var outcome = Outcome(path: found.path)
        do {
            let page = try Page(try found.read())
            outcome.segments = page.segments.count
            outcome.findings = checker.check(BilingualPage(page, path: found.path.string))
            outcome.page = page
        } catch let error as FileError {
            outcome.failure = error
        } catch {
            outcome.failure = FileError(path: found.path.string, reason: String(describing: error))
        }
        return outcome
    }
}
