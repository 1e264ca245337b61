import Bitext
import BitextReaders
import Exchange
import ParsedBitext
import SystemPackage

/// Reads the pairs of all pages and exchange files that a user names, one after the other.
struct MemorySources {
    private let pages: [BilingualPages.Page]
    private let files: [FilePath]
    private let plan: CheckPlan.Options
    private let jobs: Int
    /// What could not be found or listed.
    private let errors: [FileError]

    /// What was read.
    struct Counts {
        var pages = 0
        var files = 0
    }

    /// - Parameters:
    ///   - arguments: pages, exchange files, and folders of both.
    ///   - output: a file that is not read.
    /// - Throws: where a configuration cannot be read.
    init(_ arguments: [String], excluding output: FilePath?, _ plan: CheckPlan.Options, jobs: Int) throws {
        self.plan = plan
        self.jobs = jobs
        var settings = ConfiguredPageSettings(plan)
        var files: [FilePath] = []
        var pageArguments: [String] = []
        /// Folders that need no pages, because they have exchange files.
        var foldersWithFiles: Set<String> = []
        /// What the user names itself is read, wherever a link leads.
        var named: Set<FilePath> = []
        var outward = OutwardLinks()
        for argument in arguments {
            let path = FilePath(argument)
            if ExchangeFile(path: argument) != nil, FileSystem.kind(of: path) != .folder {
                files.append(path)
                named.insert(path.fromRoot)
                continue
            }
            pageArguments.append(argument)
            guard FileSystem.kind(of: path) == .folder else {
                named.insert(path.fromRoot)
                continue
            }
            outward.add(path)
            var walk = FolderWalk(
                gitIgnore: settings.usesGitIgnore(in: path) ? GitIgnore(path) : nil, skipsOutputs: true)
            let found = walk.files(below: path) { ExchangeFile(path: $0.string) != nil }
            // What cannot be listed is said of the pages.
            if !found.isEmpty, walk.errors.isEmpty { foldersWithFiles.insert(argument) }
            files += found.map { path.pushing($0) }
        }
        let excluded = output.flatMap { FileSystem.identity(of: $0) }
        var known: Set<FilePath> = []
        var links: [FileError] = []
        func isBound(_ file: FilePath) -> Bool {
            guard !named.contains(file.fromRoot), outward.contain(file) else { return true }
            links.append(
                FileError(path: file.string, reason: "is a link to a file elsewhere; name the file itself to read it"))
            return false
        }
        self.files = files.filter { file in
            known.insert(file.fromRoot).inserted && (excluded == nil || FileSystem.identity(of: file) != excluded)
                && isBound(file)
        }
        let found = try BilingualPages(pageArguments, plan)
        pages = found.pages.filter { isBound($0.found.path) }
        errors = found.errors.filter { !foldersWithFiles.contains($0.path) } + links
    }

    /// What became of a page.
    private struct Result: Sendable {
        var pairs: [MemoryPair] = []
        var failure: FileError?
        /// Whether it waits until the locales of the other pages are known.
        var waits = false
    }

    /// Reads everything: first the pages, then the files. Those that do not name the language of their targets come last, with the
    /// language that most of the others have.
    ///
    /// - Parameters:
    ///   - fail: takes what could not be read. Nothing of a damaged file is used.
    ///   - undo: is called before a file is read. What it returns takes back the pairs of this file, if it is damaged. Where
    ///     nothing can be taken back, each file is read twice.
    ///   - each: takes each pair, in the same order for the same input.
    func read(
        fail: (FileError) -> Void, undo: (() -> () -> Void)? = nil, _ each: (MemoryPair) -> Void
    ) async -> Counts {
        for error in errors { fail(error) }
        var counts = Counts()
        var locales: [String: Int] = [:]
        func add(_ pair: MemoryPair) {
            locales[pair.targetLocale, default: 0] += 1
            if isWanted(pair.targetLocale) { each(pair) }
        }
        func add(_ result: Result) {
            if let failure = result.failure { return fail(failure) }
            counts.pages += 1
            for pair in result.pairs { add(pair) }
        }
        var waitingPages: [BilingualPages.Page] = []
        var next = pages.startIndex
        await OrderedRun.run(pages, jobs: jobs) {
            Self.result($0, nil, isLast: false)
        } deliver: { result in
            if result.waits { waitingPages.append(pages[next]) } else { add(result) }
            next += 1
        }
        var waitingFiles: [FilePath] = []
        func read(_ file: FilePath, _ locale: String?, isLast: Bool) {
            let (takeBack, before) = (undo?(), locales)
            do throws(FileError) {
                let isRead = try Self.read(file, locale, isLast: isLast, readsOnce: takeBack != nil, add)
                if isRead {
                    counts.files += 1
                    return
                }
                waitingFiles.append(file)
            } catch {
                fail(error)
            }
            takeBack?()
            locales = before
        }
        for file in files { read(file, plan.locale ?? Language.locale(inPath: file.string), isLast: false) }
        let common = locales.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        await OrderedRun.run(waitingPages, jobs: jobs) {
            Self.result($0, common, isLast: true)
        } deliver: {
            add($0)
        }
        for file in waitingFiles { read(file, common, isLast: true) }
        return counts
    }

    /// Whether translations into a language are wanted: `fr` are those into `fr-FR`, too.
    private func isWanted(_ locale: String) -> Bool { plan.locale.map { Language.agree($0, locale) } ?? true }

    private static let noLocale = "does not name the language of its target; give it with --locale"

    private static func result(_ page: BilingualPages.Page, _ common: String?, isLast: Bool) -> Result {
        var result = Result()
        do throws(FileError) {
            let path = page.found.path.string
            let analysis = try PageAnalysis(page.found)
            let exchanged = ExchangePage(
                analysis.sides, name: page.found.exchangeName, sha256: "",
                targetLocale: page.locale ?? common, findings: [], ExchangeSelection())
            if exchanged.segmentCount > 0, exchanged.targetLocale == nil {
                guard isLast else {
                    result.waits = true
                    return result
                }
                throw FileError(path: path, reason: noLocale)
            }
            result.pairs = MemoryPair.all(of: exchanged)
        } catch {
            result.failure = error
        }
        return result
    }

    /// Reads a file, twice where its pairs cannot be taken back: nothing of a damaged one is used, and its units need not all be
    /// in memory.
    ///
    /// - Returns: whether it was read; if not, it needs a locale.
    private static func read(
        _ file: FilePath, _ locale: String?, isLast: Bool, readsOnce: Bool, _ add: (MemoryPair) -> Void
    ) throws(FileError) -> Bool {
        let input = InputFile(path: file.string, bytes: try FileSystem.read(file))
        var needsLocale = false
        do throws(ExchangeDamage) {
            try ExchangeFileReader.read(input) { unit in
                needsLocale = needsLocale || unit.targetLocale == nil
                guard readsOnce, let pair = MemoryPair(unit, file: file.string, locale: locale) else { return }
                add(pair)
            }
            if needsLocale, locale == nil {
                guard isLast else { return false }
                throw ExchangeDamage(line: 1, reason: noLocale)
            }
            if readsOnce { return true }
            try ExchangeFileReader.read(input) { unit in
                if let pair = MemoryPair(unit, file: file.string, locale: locale) { add(pair) }
            }
        } catch {
            throw FileError(path: "\(file):\(error.line)", reason: "\(error.reason); nothing of this file is used")
        }
        return true
    }
}
