import SystemPackage

/// Repairs what is certain on pages, before they are checked.
public struct FixRun: Sendable {
    /// The result of a page.
    public struct Outcome: Sendable {
        /// The page, as the user named it.
        public let path: FilePath
        /// nil where there was nothing to fix.
        public var fix: PageFix?
        /// Why it could not be read or written.
        public var failure: FileError?
    }

    private let plan: CheckPlan
    private let jobs: Int
    /// Known findings, which are left alone.
    private let baseline: Baseline?
    /// Whether pages stay as they are.
    private let isDry: Bool
    /// Whether the fixes that are only likely are made, too.
    private let alsoUnsafe: Bool

    public init(_ plan: CheckPlan, baseline: Baseline? = nil, jobs: Int, isDry: Bool, alsoUnsafe: Bool = false) {
        self.plan = plan
        self.baseline = baseline
        self.jobs = max(1, jobs)
        self.isDry = isDry
        self.alsoUnsafe = alsoUnsafe
    }

    /// Fixes all pages and reports the result of each, in their order.
    public func run(deliver: (Outcome) -> Void) async {
        await OrderedRun.run(plan.items, jobs: jobs) { item in
            do throws(FileError) {
                let fix = try PageFix.write(
                    item, plan: plan, baseline: baseline, isDry: isDry, alsoUnsafe: alsoUnsafe)
                return Outcome(path: item.page.path, fix: fix)
            } catch {
                return Outcome(path: item.page.path, failure: error)
            }
        } deliver: {
            deliver($0)
        }
    }
}
