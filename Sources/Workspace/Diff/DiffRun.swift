import Checklists
import Code
import Revisions
import SystemPackage

/// Reads pages in two revisions and finds what changed.
public struct DiffRun: Sendable {
    /// The result of one page.
    public struct Outcome: Sendable {
        /// The change of the page as a whole.
        public enum Kind: String, Sendable {
            case added, removed, renamed, kept
        }

        /// What the page is called now, or was called where it is gone.
        public var name: String
        /// What it was called; nil where it was not there.
        public var oldName: String?
        /// What it is called; nil where it is gone.
        public var newName: String?
        /// What became of it as a whole.
        public var kind: Kind
        /// What changed; nil where a revision could not be read.
        public var diff: PageDiff?
        /// Why a revision could not be read.
        public var failures: [FileError] = []
    }

    /// Which pages are compared.
    public let plan: DiffPlan
    /// How many pages are read at once.
    public let jobs: Int

    public init(_ plan: DiffPlan, jobs: Int) {
        self.plan = plan
        self.jobs = max(1, jobs)
    }

    /// Compares all pages and reports the result of each, in the order of their names, as soon as it is known.
    public func run(deliver: (Outcome) -> Void) async {
        var plan = plan
        plan.join(await RenamedPages.find(in: &plan.pairs, jobs: jobs))
        await OrderedRun.run(plan.pairs, jobs: jobs, work: Self.compare) { outcome in
            if let outcome { deliver(outcome) }
        }
    }

    /// - Returns: nil where neither is a page document after all.
    private static func compare(_ pair: DiffPlan.Pair) -> Outcome? {
        var outcome = Outcome(
            name: pair.name, oldName: pair.old?.name, newName: pair.new?.name,
            kind: pair.old == nil ? .added : pair.new == nil ? .removed : pair.isRenamed ? .renamed : .kept)
        func read<Value>(_ body: () throws(FileError) -> Value?) -> Value? {
            do {
                return try body()
            } catch {
                outcome.failures.append(error)
                return nil
            }
        }
        func files(_ version: PageVersion?) -> PageFiles? {
            guard let version, version.known == nil else { return nil }
            return read { () throws(FileError) in try version.read() }
        }
        let oldFiles = files(pair.old)
        // What is the same on both sides is read once.
        let isSame = pair.old.flatMap { old in pair.new.map { old.isSameBlob(as: $0) } } ?? false
        let newFiles = isSame ? oldFiles : files(pair.new)
        func revision(_ version: PageVersion?, _ files: PageFiles?) -> PageRevision? {
            guard let version else { return nil }
            if let known = version.known { return known }
            return files.flatMap { files in read { () throws(FileError) in try version.revision(of: files) } }
        }
        let old = revision(pair.old, oldFiles)
        var new: PageRevision?
        if let old, let oldFiles, let newFiles, oldFiles.hasSameBytes(as: newFiles),
            pair.old?.isDocument == pair.new?.isDocument
        {
            new = old
            if let name = pair.new?.name, pair.new?.isDocument == false { new?.page.path = name }
        } else if outcome.failures.isEmpty {
            new = revision(pair.new, newFiles)
        }
        guard outcome.failures.isEmpty else { return outcome }
        if old == nil, new == nil { return nil }
        outcome.kind = old == nil ? .added : new == nil ? .removed : outcome.kind
        outcome.diff = PageDiff(old, new)
        return outcome
    }
}
