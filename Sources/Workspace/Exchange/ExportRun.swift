import Bitext
import BitextReaders
import Checks
import Exchange
import PageDocuments
import SystemPackage

/// Writes pages as exchange files for the tools of translators.
public struct ExportRun: Sendable {
    /// The result of one page.
    public struct Outcome: Sendable {
        /// The page, as the user named it.
        public let path: FilePath
        /// How many segments are in the file. A page without any has no file.
        public var segments = 0
        /// Why there is no file of the page.
        public var failure: FileError?
        /// Why its revision of the source is not known, or not from where it should be; empty without ``ExportRun/judge``.
        package var staleReasons: [String] = []
    }

    private let plan: CheckPlan
    private let form: ExchangeForm
    private let output: FilePath
    private let selection: ExchangeSelection
    private let jobs: Int
    /// Says which parts of page pairs are out of date; nil where that is not asked for.
    package var judge: StatusJudge?

    /// - Parameters:
    ///   - plan: the pages, and which rules find what is noted.
    ///   - output: the folder that is written to.
    public init(
        _ plan: CheckPlan, to form: ExchangeForm, output: FilePath, selection: ExchangeSelection, jobs: Int
    ) {
        self.plan = plan
        self.form = form
        self.output = output
        self.selection = selection
        self.jobs = max(1, jobs)
    }

    /// The name of the memory of all pages.
    public static let memoryName = "pages.tmx"

    /// Writes all pages and reports the result of each: in their order, those without a locale last.
    ///
    /// - Throws: ``FileError`` where nothing can be written to the folder at all.
    public func run(deliver: (Outcome) -> Void) async throws(FileError) {
        try PageOutputs.refuseBuildOutput(output)
        try FileSystem.makeFolder(FilePath().components, below: output)
        if form == .tmx { try await writeMemory(deliver) } else { await writePages(deliver) }
    }

    /// What became of a page.
    private struct Result: Sendable {
        var outcome: Outcome
        /// The target's locale.
        var locale: String?
        /// Whether it waits until the locales of the other pages are known.
        var waits = false
        /// What is written to a common file.
        var page: ExchangePage?
    }

    /// Makes all pages. Those that do not name the language of their target, such as includes, come last, with the language
    /// that most of the others have.
    private func makeAll(
        _ items: [CheckPlan.Item], keepsPages: Bool = false,
        _ make: @escaping @Sendable (ExchangePage, CheckPlan.Item) throws(FileError) -> Int,
        _ deliver: (Result) -> Void
    ) async {
        var locales: [String: Int] = [:]
        var waiting: [CheckPlan.Item] = []
        @Sendable func result(_ item: CheckPlan.Item, _ locale: String?, isLast: Bool) -> Result {
            var result = Result(outcome: Outcome(path: item.page.path))
            do throws(FileError) {
                let page = try self.page(item, locale, &result.outcome.staleReasons)
                result.locale = page.targetLocale
                result.outcome.segments = page.segmentCount
                if page.segmentCount == 0 {
                    if keepsPages { result.page = page }
                    return result
                }
                guard page.targetLocale != nil else {
                    result.waits = true
                    if !isLast { return result }
                    throw FileError(
                        path: item.page.path.string,
                        reason: "does not name the language of its target; give it with --locale")
                }
                result.outcome.segments = try make(page, item)
                if keepsPages { result.page = page }
            } catch {
                result.outcome.segments = 0
                result.outcome.failure = error
            }
            return result
        }
        var next = items.startIndex
        await OrderedRun.run(items, jobs: jobs) {
            result($0, nil, isLast: false)
        } deliver: { result in
            if let locale = result.locale, result.outcome.segments > 0 { locales[locale, default: 0] += 1 }
            if result.waits { waiting.append(items[next]) } else { deliver(result) }
            next += 1
        }
        let common = locales.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        await OrderedRun.run(waiting, jobs: jobs) {
            result($0, common, isLast: true)
        } deliver: {
            deliver($0)
        }
    }

    /// Reads and checks a page.
    private func page(
        _ item: CheckPlan.Item, _ locale: String?, _ staleReasons: inout [String]
    ) throws(FileError) -> ExchangePage {
        if item.page.isStandardInput {
            throw FileError(
                path: "-", reason: "standard input has no name by which `diptych import` could find it again")
        }
        let analysis = try PageAnalysis(item, locale: locale)
        let status = judge?.status(of: item.page)
        let staleParts = status?.staleParts ?? []
        staleReasons = status?.reasons ?? []
        // There is nothing to find yet.
        let findings =
            item.page.isNew
            ? [] : analysis.check(plan.checkers[item.checker], staleParts: staleParts).findings
        return ExchangePage(
            analysis.sides, name: item.page.exchangeName, sha256: analysis.files.exchangeHash,
            targetLocale: item.locale ?? locale, findings: findings, selection, staleParts: staleParts,
            isNew: item.page.isNew)
    }

    // MARK: Files that are there already

    /// The targets of an exchange file that were edited after it was exported.
    ///
    /// - Throws: where the file does not say it any more, because it is cut off or was damaged by hand.
    private static func editedTargets(
        of bytes: [UInt8], _ path: FilePath
    ) throws(FileError) -> [ExchangePage.EditedTarget] {
        guard !bytes.isEmpty else { return [] }
        var edited: [ExchangePage.EditedTarget] = []
        do throws(ExchangeDamage) {
            try ExchangeFileReader.read(InputFile(path: path.string, bytes: bytes)) { unit in
                if !ImportUnit(unit, file: path.string).isUnedited { edited.append(ExchangePage.EditedTarget(unit)) }
            }
        } catch {
            if error == .emptyFile || error == .noUnits && !mayHaveUnits(bytes) { return [] }
            throw FileError(
                path: "\(path):\(error.line)",
                reason: "\(error.reason); it may have edited targets; repair or delete it, or name another folder")
        }
        return edited
    }

    /// Whether a file in which no unit was found has text that looks like one: the namespace can be another one.
    private static func mayHaveUnits(_ bytes: [UInt8]) -> Bool {
        ["<segment", "<trans-unit", "<tuv", "msgstr \""].contains { bytes[...].firstRange(of: Array($0.utf8)) != nil }
    }

    /// What is in an exchange file that is there already.
    private static func contents(of path: FilePath) throws(FileError) -> [UInt8]? {
        FileSystem.kind(of: path) == .file ? try FileSystem.read(path) : nil
    }

    private static func isEdited(_ path: FilePath) -> FileError {
        FileError(path: path.string, reason: "has edited targets; import it first, or name another folder")
    }

    // MARK: A file for each page

    private func writePages(_ deliver: (Outcome) -> Void) async {
        let (distinct, doubles) = PageOutputs.separateDoubles(plan.items.map(\.page), hasOutput: true)
        let refused = PageOutputs.makeFolders(for: distinct, below: output)
        let isDistinct = Set(distinct.map(\.path))
        await makeAll(plan.items.filter { isDistinct.contains($0.page.path) }) { page, item throws(FileError) in
            if let error = refused[item.page.output.removingLastComponent()] { throw error }
            let path = output.pushing(item.page.output.withExtension(form.ending))
            var document = page.document(form, version: Generator.diptych.version)
            if let old = try Self.contents(of: path) {
                if old == document.bytes { return document.segments }
                let edited = try Self.editedTargets(of: old, path)
                if !edited.isEmpty {
                    guard let kept = page.keeping(edited) else { throw Self.isEdited(path) }
                    document = kept.document(form, version: Generator.diptych.version)
                }
            }
            try FileSystem.write(document.bytes, to: path)
            return document.segments
        } _: {
            deliver($0.outcome)
        }
        for double in doubles { deliver(Outcome(path: double.path, failure: PageOutputs.error(ofDouble: double))) }
    }

    // MARK: One file for all pages

    private func writeMemory(_ deliver: (Outcome) -> Void) async throws(FileError) {
        let path = output.appending(Self.memoryName)
        var edited: Set<String> = []
        if let old = try Self.contents(of: path) { edited = Set(try Self.editedTargets(of: old, path).map(\.target)) }
        let file = try AtomicFile(path)
        var writer = TMXWriter()
        try file.write(writer.beginning(version: Generator.diptych.version))
        var failure: FileError?
        var segments = 0
        await makeAll(plan.items, keepsPages: true) { page, _ throws(FileError) in
            page.segmentCount
        } _: { result in
            var outcome = result.outcome
            do throws(FileError) {
                if let page = result.page {
                    if !edited.isEmpty { edited.subtract(page.targets) }
                    let units = writer.units(of: page)
                    outcome.segments = units.segments
                    if failure == nil { try file.write(units.bytes) }
                }
            } catch {
                failure = error
            }
            segments += outcome.segments
            deliver(outcome)
        }
        if let failure { throw failure }
        guard edited.isEmpty else { throw Self.isEdited(path) }
        guard segments > 0 else { return file.discard() }
        try file.write(writer.end())
        try file.commit()
    }
}
