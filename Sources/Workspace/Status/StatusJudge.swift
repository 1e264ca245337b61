import Bitext
import BitextReaders
import Hashing
import PageDocuments
import PagePairs
import ParsedBitext
import Revisions
import SystemPackage

/// Finds the status of pages, from any thread.
///
/// The revision of the source that a page was translated from is looked for in the page's front matter, in the lock file
/// and in the history of git, in this order. If one of them names a revision that is not there, a note says so, and the next one counts.
package final class StatusJudge: Sendable {
    /// A page with the settings of its configuration.
    struct Subject: Sendable {
        let page: PageFinder.Found
        let source: SourcePage
        let keys: RevisionKeys
        let lock: StatusLock
    }

    private let history: SourceHistory
    let subjects: [FilePath: Subject]

    /// - Parameters:
    ///   - pages: all pages that will be asked for. Those without a source are left out.
    ///   - lock: the lock file of all pages, in place of what configurations say.
    /// - Throws: where a configuration or a lock file cannot be read.
    package init(_ pages: [PageFinder.Found], _ options: CheckPlan.Options, lock: String? = nil) throws {
        var configurations = try ConfigurationFinder(options)
        var repositories = RepositoryFinder()
        var locks: [FilePath: StatusLock] = [:]
        var subjects: [FilePath: Subject] = [:]
        for page in pages {
            // Standard input can be read only once, and is in no history.
            guard let source = page.source, !page.isStandardInput else { continue }
            let path = page.path.fromRoot
            let configuration = try configurations.configuration(for: path)
            // Beside the configuration, else at the root of the repository.
            let folder =
                configuration?.folder ?? repositories.root(above: path.removingLastComponent()) ?? FilePath("").fromRoot
            let file = lock.map { FilePath($0) } ?? configuration?.lock ?? folder.appending(StatusLock.fileName)
            let own = try locks[file] ?? StatusLock(file)
            locks[file] = own
            subjects[page.path] = Subject(
                page: page, source: source, keys: RevisionKeys(configured: configuration?.revisionKeys ?? []), lock: own
            )
        }
        self.subjects = subjects
        history = SourceHistory(subjects.values.map { ($0.page.path, $0.source.path) })
    }

    /// The status of a page; nil for one without a source in another file.
    package func status(of page: PageFinder.Found) -> PageStatus? {
        if let expected = page.missingSource {
            let locale = page.locale ?? SourcePage.locales(page.path, expected).target ?? ""
            var status = PageStatus(page: page.path, source: nil, locale: locale, state: .orphan)
            status.movedSource = history.newName(of: expected)?.fromWorkingFolder
            return status
        }
        guard let subject = subjects[page.path] else { return nil }
        var status = PageStatus(
            page: page.path, source: subject.source.path, locale: page.locale ?? "", state: .unknown)
        do {
            try judge(subject, &status)
        } catch {
            status.failure = error
        }
        return status
    }

    private func judge(_ subject: Subject, _ status: inout PageStatus) throws(FileError) {
        let page = InputFile(path: subject.page.name.string, bytes: try subject.page.read())
        let source = try subject.source.read()
        let isTranslation = !subject.isSameLanguage
        if isTranslation,
            try damage(of: page.path, { () throws(BitextReadingError) in try UntranslatedPage.isOne(page, of: source) })
        {
            status.state = .neverTranslated
            return
        }
        if let claim = subject.keys.claim(of: page.bytes) {
            let found = history.source(subject.source.path, at: claim.value)
            if try judge(found, .frontMatter(key: claim.key), page, source, subject, &status) { return }
        }
        if let entry = subject.lock[subject.page.path] {
            status.basis = .lock
            if entry.sha256 == SHA256Digest(of: source.bytes).hex {
                status.state = .current
            } else {
                try compare(page, source, subject, &status) { () throws(BitextReadingError) in
                    (try entry.hashes.changes(to: source), nil)
                }
            }
            return
        }
        let found = history.source(subject.source.path, whenChanged: subject.page.path)
        _ = try judge(found, .history, page, source, subject, &status)
    }

    /// - Returns: whether the revision of the source was found.
    private func judge(
        _ found: SourceHistory.Found, _ basis: PageStatus.Basis, _ page: InputFile, _ source: InputFile,
        _ subject: Subject, _ status: inout PageStatus
    ) throws(FileError) -> Bool {
        switch found {
        case .missing(let reason):
            status.reasons.append(reason)
            return false
        case .source(let bytes, let commit, _):
            status.basis = basis
            status.commit = commit
            if bytes == source.bytes {
                status.state = .current
            } else {
                let old = InputFile(path: source.path, bytes: bytes)
                try compare(page, source, subject, &status) { () throws(BitextReadingError) in
                    (try SourceDiff(old: old, new: source).changes, old)
                }
            }
            return true
        }
    }

    /// Finds the changes and their places.
    ///
    /// - Parameter changes: gives the changes, and the revision of the source that was translated, where that is known.
    private func compare(
        _ page: InputFile, _ source: InputFile, _ subject: Subject, _ status: inout PageStatus,
        _ changes: () throws(BitextReadingError) -> (changes: [SourceChange], old: InputFile?)
    ) throws(FileError) {
        let path = subject.page.path.string
        let (changes, oldSource) = try damage(of: path, changes)
        guard !changes.isEmpty else {
            status.state = .cosmetic
            return
        }
        let reader = PagePairReader.withLexicons(
            sourceLocale: subject.page.source?.locale, targetLocale: subject.page.locale)
        let places = try damage(of: path) { () throws(BitextReadingError) in
            try TargetPlaces(source: oldSource ?? source, target: page, reader)
        }
        let new = try PageReading(source)
        var old: PageReading?
        if let oldSource, changes.contains(where: { $0.kind == .removed }) { old = try PageReading(oldSource) }
        status.state = .stale
        status.changes = changes.map { change in
            let range = oldSource != nil ? change.old : change.kind == .added ? nil : change.new
            let mark = places.place(of: change, at: range)
            let item =
                change.kind == .removed
                ? change.old.flatMap { range in old?.items.item(at: range.lowerBound) }
                : change.new.flatMap { new.items.item(at: $0.lowerBound) }
            return PageStatus.Change(
                change: change, item: item, line: change.new.map { new.line(of: $0.lowerBound) }, target: mark,
                targetText: places.text(at: mark))
        }
    }

    /// A revision of a source by itself.
    private struct PageReading {
        let items: ItemPlaces
        private let file: SourceFile?

        init(_ page: InputFile) throws(FileError) {
            let analysis = try PageAnalysis(PageFiles(page.bytes), name: page.path, path: page.path)
            items = ItemPlaces(analysis.document)
            file = analysis.bitext.files.first
        }

        func line(of offset: Int) -> Int { file?.line(of: FileOffset(offset)) ?? 1 }
    }

    private func damage<Value>(
        of path: String, _ body: () throws(BitextReadingError) -> Value
    ) throws(FileError) -> Value {
        do {
            return try body()
        } catch {
            throw FileError(path: path, reason: error.description)
        }
    }
}

extension StatusJudge.Subject {
    /// Whether source and target are the same language, as American and British English are: then equal texts say nothing.
    fileprivate var isSameLanguage: Bool {
        guard let target = page.locale else { return false }
        return Language(locale: target).code == Language(locale: source.locale ?? "en").code
    }
}
