import Bitext
import Hashing
import Revisions
import SystemPackage

/// Finds the status of all pages that a user names.
package struct StatusRun: Sendable {
    /// All pages that were found.
    package let finder: PageFinder
    private let pages: [PageFinder.Found]
    private let missing: [MissingPages.Missing]
    private let judge: StatusJudge
    private let jobs: Int
    /// What could not be found or listed.
    package let errors: [FileError]
    /// What the user should know of the pairs, in words.
    package let notes: [String]

    /// - Parameters:
    ///   - arguments: pages and folders, as the user wrote them.
    ///   - lock: the lock file of all pages, in place of what configurations say.
    /// - Throws: where a configuration or a lock file cannot be read.
    package init(_ arguments: [String], _ options: CheckPlan.Options, lock: String? = nil, jobs: Int) throws {
        finder = PageFinder(arguments, options)
        try finder.requireUsableSource()
        pages = finder.pages.filter { $0.source != nil || $0.missingSource != nil }
        judge = try StatusJudge(pages, options, lock: lock)
        var search = try MissingPages(arguments, pages, options)
        missing = try search.all()
        errors = finder.errors + search.errors
        notes = finder.pairNotes.sentencesOnSources
        self.jobs = max(1, jobs)
    }

    /// How many pages have a status.
    package var count: Int { pages.count + missing.count }

    /// Refuses to write a report to a page or to the source of one.
    package func refuse(output: String?) throws(FileError) { try finder.refuse(output: output) }

    /// Finds the status of each page and reports it as soon as it is known, in the order of the pages; then those that are
    /// missing.
    package func run(deliver: (PageStatus) -> Void) async {
        await OrderedRun.run(pages, jobs: jobs) { [judge] page in
            judge.status(of: page)
        } deliver: { status in
            if let status { deliver(status) }
        }
        for page in missing {
            deliver(PageStatus(page: page.page, source: page.source, locale: page.locale, state: .missing))
        }
    }

    /// What ``accept()`` did.
    package struct Acceptance {
        /// The lock files that were written, with how many pages were accepted in each.
        package var files: [(path: FilePath, pages: Int)] = []
        /// Pages whose front matter names a revision, which counts before the lock file.
        package var overruled: [(page: FilePath, key: String)] = []
        package var failures: [FileError] = []
    }

    /// Takes the sources of all pages, as they are now, for those that the pages translate.
    package func accept() -> Acceptance {
        var acceptance = Acceptance()
        var locks: [FilePath: (lock: StatusLock, pages: Int)] = [:]
        for page in pages {
            guard let subject = judge.subjects[page.path] else {
                acceptance.failures.append(FileError(path: page.path.string, reason: "has no source to accept"))
                continue
            }
            do {
                let source = try subject.source.read()
                let hashes = try SourceHashes(of: source)
                var known = locks[subject.lock.path] ?? (subject.lock, 0)
                known.lock.accept(page.path, .init(sha256: SHA256Digest(of: source.bytes).hex, hashes: hashes))
                known.pages += 1
                locks[subject.lock.path] = known
                if let claim = subject.keys.claim(of: try page.read()) {
                    acceptance.overruled.append((page.path, claim.key))
                }
            } catch {
                acceptance.failures.append(
                    error as? FileError ?? FileError(path: page.path.string, reason: "\(error)"))
            }
        }
        for (path, known) in locks.sorted(by: { $0.key.string < $1.key.string }) {
            do {
                try known.lock.write()
                acceptance.files.append((path, known.pages))
            } catch {
                acceptance.failures.append(error)
            }
        }
        return acceptance
    }
}
