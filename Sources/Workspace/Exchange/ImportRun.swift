import Bitext
import BitextReaders
import Checks
import Exchange
import SystemPackage

/// Writes the targets of exchange files back into pages.
///
/// All files are read, and all pages checked, before the first page is written. A damaged file changes no page. A page is
/// written as a whole, and nothing of it changes but the targets that were edited.
public struct ImportRun {
    /// The result of one page, or of a file that could not be read.
    public struct Outcome: Sendable {
        /// The page or the file.
        public let path: FilePath
        /// How many targets came in.
        public var imported = 0
        /// The page as it was, empty if it is not there yet, and as it is to be; nil where nothing changes.
        public var change: (old: [UInt8], new: [UInt8])?
        /// Whether the page is not there yet.
        var isNew = false
        /// What was not imported, or not as the file says.
        public var issues: [ImportIssue] = []
        /// What the rules find in the new targets that they did not find in the old ones, where they were checked.
        public var findings: [Finding] = []
        /// What else is to be said of the pages.
        public var notes: [String] = []
        /// Why nothing was imported.
        public var failure: FileError?
    }

    /// What an import is asked to do.
    public struct Options: Sendable {
        /// The folder in which pages are looked for; nil for the working folder.
        public var folder: FilePath?
        /// Whether pages stay as they are.
        public var isDry = false
        /// Whether the new targets are checked, and those with errors are refused.
        public var checks = false
        /// How much of a page that is not there yet must be translated for it to be made, in percent.
        package var minTranslated = 80

        /// All pages below the working folder, unchecked.
        public init() {}
    }

    private let options: Options
    private let plan: CheckPlan.Options

    /// - Parameter plan: the configuration of the pages, and the rules.
    public init(_ options: Options, _ plan: CheckPlan.Options) {
        self.options = options
        self.plan = plan
    }

    /// A page, and the units of files that are for it.
    struct Page {
        let path: FilePath
        var units: [ImportUnit]
        /// The page, where it is not there yet.
        var new: PageFinder.Found?
    }

    /// Imports files, or all files of folders, and reports the result of each page, in the order in which the files name them.
    ///
    /// - Throws: where the configuration cannot be read.
    public func run(_ files: [String], deliver: (Outcome) -> Void) throws {
        var units: [ImportUnit] = []
        for path in expanded(files, deliver) {
            do throws(FileError) {
                units += try self.units(of: path)
            } catch {
                deliver(Outcome(path: path, failure: error))
            }
        }
        let common = CommonUnits(units.filter { $0.unit.isOfAllPages && !$0.isUnedited })
        var pages = try self.pages(of: units.filter { !$0.unit.isOfAllPages }, deliver)
        if !common.units.isEmpty { addPagesOfFolder(to: &pages, deliver) }
        var imports = try PageImports(into: pages, common, options, plan, deliver)
        imports.run(deliver)
    }

    // MARK: Files

    private func expanded(_ files: [String], _ deliver: (Outcome) -> Void) -> [FilePath] {
        files.flatMap { name -> [FilePath] in
            let path = FilePath(name)
            guard FileSystem.kind(of: path) == .folder else { return [path] }
            var walk = FolderWalk()
            let found = walk.files(below: path) { ExchangeFile(path: $0.string) != nil }.map { path.pushing($0) }
            for error in walk.errors { deliver(Outcome(path: path, failure: error)) }
            if found.isEmpty, walk.errors.isEmpty {
                let reason = "no exchange files in this folder (\(ExchangeFile.endings))"
                deliver(Outcome(path: path, failure: FileError(path: name, reason: reason)))
            }
            return found
        }
    }

    private func units(of path: FilePath) throws(FileError) -> [ImportUnit] {
        let bytes = try FileSystem.read(path)
        do {
            return try ExchangeFileReader.units(of: InputFile(path: path.string, bytes: bytes)).map { unit in
                var unit = unit
                // A list for all pages that names no language is for the one of `--locale`.
                if unit.isOfAllPages { unit.targetLocale = unit.targetLocale ?? plan.locale }
                return ImportUnit(unit, file: path.string)
            }
        } catch {
            throw FileError(path: "\(path):\(error.line)", reason: error.reason + Self.nothing)
        }
    }

    static let nothing = "; nothing of this file is imported"

    // MARK: Pages

    /// The pages that units name, in the order in which they are named first.
    private func pages(of units: [ImportUnit], _ deliver: (Outcome) -> Void) throws -> [Page] {
        var pages: [Page] = []
        /// The index of each named page; nil for one that is not there.
        var indices: [String: Int?] = [:]
        var indicesByPath: [FilePath: Int] = [:]
        var places = ExchangePath(folder: options.folder)
        var newPages: [FilePath: PageFinder.Found]?
        let renamed = self.renamed(units, &places)
        for (name, path) in renamed.paths.sorted(by: { $0.key < $1.key }) {
            deliver(
                Outcome(
                    path: path, notes: ["\(name) is not there any more; \(path) has its texts, and is taken for it"]))
        }
        for unit in units {
            let name = unit.unit.page ?? ""
            if indices[name] == nil {
                var path = places.page(named: name, hash: unit.unit.pageHash) ?? renamed.paths[name]
                var new: PageFinder.Found?
                if path == nil, PageFiles.isNew(unit.unit.pageHash) {
                    let all = try newPages ?? self.newPages()
                    newPages = all
                    new = places.newPage(named: name, among: all)
                    path = new?.path
                }
                if let path {
                    let known = indicesByPath[path]
                    indices[name] = .some(known ?? pages.count)
                    if known == nil {
                        indicesByPath[path] = pages.count
                        pages.append(Page(path: path, units: [], new: new))
                    }
                } else {
                    indices[name] = .some(nil)
                    let reason = (name.isEmpty ? "it names no page" : lost(name, renamed)) + Self.nothing
                    deliver(
                        Outcome(
                            path: FilePath(unit.file),
                            failure: FileError(path: "\(unit.file):\(unit.unit.line)", reason: reason)))
                }
            }
            if let index = indices[name] ?? nil { pages[index].units.append(unit) }
        }
        return pages
    }

    /// The pages of units whose names are not there any more.
    private func renamed(_ units: [ImportUnit], _ places: inout ExchangePath) -> RenamedExports {
        var missing: [String: [ImportUnit]] = [:]
        var named: Set<FilePath> = []
        var isGone: [String: Bool] = [:]
        for unit in units {
            guard let name = unit.unit.page, !PageFiles.isNew(unit.unit.pageHash) else { continue }
            if isGone[name] == nil {
                let path = places.page(named: name, hash: unit.unit.pageHash)
                if let path { named.insert(path.fromRoot) }
                isGone[name] = path == nil && places.isGone(name)
            }
            if isGone[name] == true { missing[name, default: []].append(unit) }
        }
        guard !missing.isEmpty else { return RenamedExports([:], named: [], among: []) }
        let pages = PageFinder([options.folder?.string ?? "."], plan).pages
        return RenamedExports(
            missing, named: named, among: pages.filter { ExchangePath.isFile($0.path, below: options.folder) })
    }

    /// Says that a page is not there, and what to do.
    private func lost(_ name: String, _ renamed: RenamedExports) -> String {
        let place = options.folder.map { "not below \($0)" } ?? "not here; --into names the folder of the pages"
        var hint = ""
        if let candidates = renamed.candidates[name] { hint += ". Its texts are on \(Self.list(candidates))" }
        if !renamed.unreadable.isEmpty {
            hint += ". It may be one that cannot be read: \(Self.list(renamed.unreadable))"
        }
        return "its page \(name) is \(place)\(hint). If it was renamed, write its new name into this file"
    }

    private static func list(_ pages: [FilePath]) -> String {
        pages.prefix(3).map(\.string).joined(separator: ", ") + (pages.count > 3 ? " and \(pages.count - 3) more" : "")
    }

    /// The pages of the folder that are not there yet, by their paths from the root.
    private func newPages() throws -> [FilePath: PageFinder.Found] {
        let pages = try NewPages(in: [options.folder?.string ?? "."], plan).pages
        return Dictionary(pages.map { ($0.path.fromRoot, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Adds the pages that a memory or a list of corrections may concern: all of the folder.
    private func addPagesOfFolder(to pages: inout [Page], _ deliver: (Outcome) -> Void) {
        let known = Set(pages.map { $0.path.fromRoot })
        let finder = PageFinder([options.folder?.string ?? "."], plan)
        // With `--source`, the folder is read once more, and its errors are reported then.
        if plan.source == nil {
            for error in finder.errors { deliver(Outcome(path: FilePath(error.path), failure: error)) }
        }
        for page in finder.pages where !page.isSource && !known.contains(page.path.fromRoot) {
            pages.append(Page(path: page.path.lexicallyNormalized(), units: []))
        }
    }
}
