import Checks
import Exchange
import ParsedBitext
import SystemPackage

/// Imports units into pages: reads and checks all of them before the first one is written.
struct PageImports {
    typealias Outcome = ImportRun.Outcome

    private let options: ImportRun.Options
    private let plan: CheckPlan.Options
    private let pages: [ImportRun.Page]
    /// The units that are of every page with their sources.
    private let common: CommonUnits
    private let checkers: [Checker]
    /// How each page is read and checked, by its path from the root.
    private let items: [FilePath: CheckPlan.Item]
    /// What the user should know of the pages.
    private let notes: [String]
    /// Files that proved to be of other pages than they name.
    private var refused: Set<String> = []
    /// The indices of the common units that a page has.
    private var found: Set<Int> = []
    /// Pages whose sources cannot be found without the folder of the pages.
    private var withoutFolder: Set<FilePath> = []

    /// - Parameter deliver: gets the pages that cannot be found.
    /// - Throws: where a configuration cannot be read, or the source that the command line names cannot be used.
    init(
        into pages: [ImportRun.Page], _ common: CommonUnits, _ options: ImportRun.Options, _ plan: CheckPlan.Options,
        _ deliver: (Outcome) -> Void
    ) throws {
        // The sources of `--source` have the same paths as the pages of the folder.
        let paths =
            plan.source == nil
            ? pages.filter { $0.new == nil }.map(\.path.string) : [options.folder?.string ?? "."]
        let new = pages.compactMap(\.new)
        let finder = PageFinder(paths, plan)
        try finder.requireUsableSource()
        // A folder that gets its first pages is none to complain of.
        let folder = plan.source == nil ? nil : paths.first
        for error in finder.errors where new.isEmpty || error.path != folder {
            deliver(Outcome(path: FilePath(error.path), failure: error))
        }
        let checkPlan = try CheckPlan(finder.pages + new, plan)
        let items = Dictionary(
            checkPlan.items.map { ($0.page.path.fromRoot, $0) }, uniquingKeysWith: { first, _ in first })
        (self.options, self.plan, self.common, self.items) = (options, plan, common, items)
        (checkers, notes) = (checkPlan.checkers, finder.pairNotes.sentences)
        // What a configuration excludes is no page for a memory.
        self.pages = pages.filter { !$0.units.isEmpty || items[$0.path.fromRoot] != nil }
    }

    /// Imports, and reports the result of each page in its order.
    mutating func run(_ deliver: (Outcome) -> Void) {
        let outcomes = outcomes(deliver)
        reportPages(deliver)
        writeAll(outcomes, deliver)
        reportUnmatched(deliver)
    }

    // MARK: What pages become

    private mutating func outcomes(_ deliver: (Outcome) -> Void) -> [Outcome] {
        var outcomes: [Outcome] = []
        for page in pages { outcomes.append(outcome(of: page, deliver)) }
        // A file with several pages may have been refused for a later one.
        for (index, page) in pages.enumerated() where page.units.contains(where: { refused.contains($0.file) }) {
            outcomes[index] = outcome(of: page, deliver)
        }
        return outcomes
    }

    private mutating func outcome(of page: ImportRun.Page, _ deliver: (Outcome) -> Void) -> Outcome {
        while true {
            do throws(PageImporter.Failure) {
                return try imported(into: page)
            } catch {
                switch error {
                case .file(let error): return Outcome(path: page.path, failure: error)
                case .noSource where plan.source != nil && options.folder == nil:
                    withoutFolder.insert(page.path)
                    return Outcome(path: page.path)
                case .noSource: return Outcome(path: page.path, failure: noSource(page))
                // The units of its other files may be of this page.
                case .wrongPage(let wrong): refuse(wrong, deliver)
                }
            }
        }
    }

    private mutating func imported(into page: ImportRun.Page) throws(PageImporter.Failure) -> Outcome {
        guard let item = items[page.path.fromRoot] else {
            throw .file(
                FileError(
                    path: page.path.string,
                    reason:
                        "is not among the pages of this folder: a configuration or .gitignore excludes it, "
                        + "or it is behind a link"))
        }
        let units = page.units.filter { !refused.contains($0.file) }
        let importer = try PageImporter(
            item.page, units, common: common,
            locale: locale(item, units.isEmpty ? common.locale : Self.locale(of: units)),
            checker: options.checks ? checkers[item.checker] : nil)
        found.formUnion(importer.result.found)
        return Outcome(importer, minTranslated: options.minTranslated)
    }

    private mutating func refuse(_ wrong: PageImport.WrongPage, _ deliver: (Outcome) -> Void) {
        refused.insert(wrong.unit.file)
        let place = "\(wrong.unit.file):\(wrong.unit.unit.line)"
        deliver(
            Outcome(
                path: FilePath(wrong.unit.file),
                failure: FileError(path: place, reason: wrong.reason + ImportRun.nothing)))
    }

    /// The locale of a page's target, where the page does not name it. A file that was exported with `--locale` has it, and the
    /// texts of a page pair depend on it. What the command line says comes first; a file in another language is refused later.
    ///
    /// - Parameter named: by the files.
    private func locale(_ item: CheckPlan.Item, _ named: String?) -> String? {
        guard plan.locale == nil, let named, Language.isTag(Substring(named)) else { return item.locale }
        return item.locale.map { Language.agree(named, $0) ? named : $0 } ?? named
    }

    /// The language of all targets; nil if they name none, or several.
    private static func locale(of units: [ImportUnit]) -> String? {
        let named = Set(units.compactMap(\.unit.targetLocale))
        return named.count == 1 ? named.first : nil
    }

    /// Why nothing comes into a page that was exported with its source, which was not found.
    private func noSource(_ page: ImportRun.Page) -> FileError {
        let hint =
            plan.source.map { "\($0) has no page for it; --into and --source name the folders of the export" }
            ?? "name it with --source"
        return FileError(path: page.path.string, reason: "was exported with its source; \(hint)")
    }

    // MARK: Reports

    /// Says what is to be said of the pages as a whole.
    private func reportPages(_ deliver: (Outcome) -> Void) {
        if let source = plan.source, !withoutFolder.isEmpty {
            let pages = CountText.counted(withoutFolder.count, "page was", "pages were")
            let reason =
                "--into is missing: with --source, it names the folder of the pages; "
                + "\(pages) exported with a source, and nothing is imported there"
            deliver(Outcome(path: FilePath(source), failure: FileError(path: source, reason: reason)))
        } else if !notes.isEmpty {
            deliver(Outcome(path: options.folder ?? "", notes: notes))
        }
    }

    /// Reports the corrections of a list whose segments no page has.
    private func reportUnmatched(_ deliver: (Outcome) -> Void) {
        for (index, unit) in common.units.enumerated() where !found.contains(index) && unit.namesOldTarget {
            deliver(
                Outcome(
                    path: FilePath(unit.file),
                    issues: [
                        ImportIssue(
                            .missing, unit, "no page has a segment with this source and its old target; not imported")
                    ]))
        }
    }

    // MARK: Files

    private func writeAll(_ outcomes: [Outcome], _ deliver: (Outcome) -> Void) {
        for var outcome in outcomes {
            if let change = outcome.change, !options.isDry {
                do throws(FileError) {
                    if outcome.isNew {
                        try create(change.new, outcome.path)
                    } else {
                        try write(change.new, over: change.old, outcome.path)
                    }
                } catch {
                    (outcome.failure, outcome.change, outcome.imported) = (error, nil, 0)
                }
            }
            deliver(outcome)
        }
    }

    /// Writes a page that was not there.
    private func create(_ new: [UInt8], _ path: FilePath) throws(FileError) {
        let root = options.folder ?? "."
        var below = path.fromRoot
        guard FileSystem.kind(of: path, followsLinks: false) == nil, below.removePrefix(root.fromRoot) else {
            throw FileError(path: path.string, reason: "is there now; export it again")
        }
        try FileSystem.makeFolder(below.removingLastComponent().components, below: root)
        try FileSystem.write(new, to: path)
    }

    private func write(_ new: [UInt8], over old: [UInt8], _ path: FilePath) throws(FileError) {
        switch FileSystem.kind(of: path, followsLinks: false) {
        case .file: break
        case .link: throw FileError(path: path.string, reason: "is a link; import into the page that it leads to")
        default: throw FileError(path: path.string, reason: "is no file any more; not imported")
        }
        guard ExchangePath.isFile(path, below: options.folder) else {
            throw FileError(
                path: path.string, reason: "a link leads out of the folder of the pages; import into the page itself")
        }
        guard try FileSystem.read(path) == old else {
            throw FileError(path: path.string, reason: "changed while it was read; not imported")
        }
        try FileSystem.replace(path, with: new)
    }
}

extension ImportRun.Outcome {
    fileprivate init(_ importer: PageImporter, minTranslated: Int) {
        path = importer.path
        isNew = importer.isNew
        issues = importer.result.issues
        findings = importer.findings
        guard isNew else {
            imported = importer.result.count
            change = importer.new == importer.old ? nil : (importer.old, importer.new)
            return
        }
        let (segments, translated) = importer.result.progress
        guard translated > 0, let unit = importer.units.first else { return }
        if 100 * translated >= minTranslated * segments {
            imported = importer.result.changes.count
            change = ([], importer.new)
        } else {
            let reason =
                "\(path) is not there, and is made when \(minTranslated)% of its segments are translated (--keep); "
                + "now it is \(100 * translated / segments)%: \(translated) of \(segments)"
            issues.append(ImportIssue(.refused, unit, reason))
        }
    }
}
