import Bitext
import BitextReaders
import Checklists
import ParsedBitext
import SystemPackage
import TranslationModel

/// Learns a lexicon from pages, translation memories and tab-separated pairs.
public struct TrainingRun {
    /// What was learned.
    public struct Outcome: Sendable {
        public let lexicon: [UInt8]
        public let locale: String
        public let pairs: Int
        /// What could not be read; the rest was.
        public let failures: [FileError]
        /// The exchange files with damaged places, which were left out.
        public let damage: [FileDamage]
    }

    /// The defects of an exchange file.
    public struct FileDamage: Sendable {
        public let path: String
        /// The first where something is lost, or else the first.
        public let first: Diagnostic
        public let count: Int
    }

    /// Why nothing was learned.
    public enum Failure: Error, CustomStringConvertible {
        case noLocale(failures: [FileError])
        /// With what could not be read, which may be why.
        case tooFew(Int, failures: [FileError], damage: [FileDamage] = [])

        /// What could not be read.
        public var failures: [FileError] {
            switch self {
            case .noLocale(let failures), .tooFew(_, let failures, _): failures
            }
        }

        /// The exchange files with damaged places.
        public var damage: [FileDamage] {
            if case .tooFew(_, _, let damage) = self { damage } else { [] }
        }

        public var description: String {
            switch self {
            case .noLocale: "no page names the target's locale; give it with --locale"
            case .tooFew(let pairs, _, _):
                "\(TrainingRun.counted(pairs, "different pair")); a lexicon needs \(TrainingRun.fewest) to learn from"
            }
        }
    }

    /// Fewer pairs say nothing of a language.
    package static let fewest = 200

    private let pages: [PageFinder.Found]
    private let files: [(path: String, form: ExchangeFile)]
    private let locale: String?

    /// - Parameters:
    ///   - paths: pages, folders of pages, and exchange files (``ExchangeFile``).
    ///   - locale: the target's, where the pages do not name one, or several.
    ///   - options: say which configurations are read.
    public init(_ paths: [String], locale: String?, _ options: CheckPlan.Options = .init()) {
        var options = options
        // A folder's name says more than one locale for all pages.
        options.locale = nil
        files = paths.compactMap { path in ExchangeFile(path: path).map { (path, $0) } }
        let finder = PageFinder(paths.filter { ExchangeFile(path: $0) == nil }, options)
        pages = finder.pages
        errors = finder.errors
        self.locale = locale
    }

    private let errors: [FileError]

    /// So many pages, evenly chosen, are enough for what no words are learned for.
    private static let enoughForAll = 2_400

    /// Reads pages of several languages twice, and trains the classifiers of the general lexicon.
    ///
    /// Each page must name its locale, or stand in a folder that does.
    public func runForAll(progress: (String) -> Void) throws -> Outcome {
        var failures = errors
        var trainer = GeneralTrainer()
        let some = stride(from: 0, to: pages.count, by: max(1, pages.count / Self.enoughForAll)).map { pages[$0] }
        progress("reading \(some.count) of \(Self.counted(pages.count, "page"))")
        let read = readable(some, &failures)
        for page in read { bilingual(page, locale).map { trainer.read($0) } }
        guard trainer.pairCount >= Self.fewest else { throw Failure.tooFew(trainer.pairCount, failures: failures) }
        progress("judging \(trainer.pairCount) pairs")
        for page in read { bilingual(page, locale).map { trainer.sample($0) } }
        progress("writing")
        return Outcome(
            lexicon: trainer.finish(), locale: Lexicon.general, pairs: trainer.pairCount, failures: failures,
            damage: [])
    }

    /// Reads everything twice and learns.
    public func run(progress: (String) -> Void) throws -> Outcome {
        var failures = errors
        guard let locale = locale ?? commonLocale() else { throw Failure.noLocale(failures: failures) }
        var trainer = LexiconTrainer(locale: locale)
        progress("reading \(Self.counted(pages.count, "page"))")
        let read = readable(pages, &failures)
        for page in read { bilingual(page, locale).map { trainer.read($0) } }
        var damage: [FileDamage] = []
        for file in files {
            do {
                if let found = try readUnits(file, locale, { trainer.read($0) }) { damage.append(found) }
            } catch {
                failures.append(error)
            }
        }
        guard trainer.pairCount >= Self.fewest else {
            throw Failure.tooFew(trainer.pairCount, failures: failures, damage: damage)
        }
        progress("learning words of \(trainer.pairCount) pairs")
        trainer.learnWords()
        progress("judging")
        for page in read { bilingual(page, locale).map { trainer.sample($0) } }
        // What cannot be read was said the first time.
        for file in files { _ = try? readUnits(file, locale) { trainer.sample($0) } }
        progress("writing")
        return Outcome(
            lexicon: trainer.finish(), locale: locale, pairs: trainer.pairCount, failures: failures, damage: damage)
    }

    private static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

    /// The locale that most pages name.
    private func commonLocale() -> String? {
        var counts: [String: Int] = [:]
        for page in pages.prefix(500) {
            guard let bitext = try? page.readBitext(), bitext.target != nil else { continue }
            let named = bitext.targetLocale ?? page.locale ?? Language.locale(inPath: page.path.string)
            if let named, !named.isEmpty { counts[named, default: 0] += 1 }
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// The pages that can be read, in their order.
    private func readable(_ pages: [PageFinder.Found], _ failures: inout [FileError]) -> [PageFinder.Found] {
        pages.filter { page in
            do throws(FileError) {
                _ = try page.readBitext()
                return true
            } catch {
                failures.append(error)
                return false
            }
        }
    }

    private func bilingual(_ found: PageFinder.Found, _ locale: String?) -> TokenizedBitext? {
        guard let bitext = try? found.readBitext(), bitext.target != nil else { return nil }
        return TokenizedBitext(
            ParsedBitext(bitext), path: found.name.string,
            locale: found.locale ?? Language.locale(inPath: found.name.string) ?? locale)
    }

    /// Hands on the units of an exchange file, in parts of a bounded size.
    ///
    /// - Returns: what was damaged, if anything was.
    private func readUnits(
        _ file: (path: String, form: ExchangeFile), _ locale: String, _ body: (TokenizedBitext) -> Void
    ) throws(FileError) -> FileDamage? {
        var damage: FileDamage?
        let path = file.path
        let input = InputFile(path: path, bytes: try FileSystem.read(FilePath(path)))
        do {
            try reader(of: file.form, locale).readInParts(input) { part in
                body(TokenizedBitext(ParsedBitext(part), path: path, locale: locale))
                let loss = part.defects.first { $0.severity == .error }
                guard let first = loss ?? part.defects.first else { return }
                damage = FileDamage(
                    path: path, first: Diagnostic(first, of: part), count: part.defects.count)
            }
        } catch {
            throw FileError(path: path, reason: error.description)
        }
        return damage
    }

    private func reader(of form: ExchangeFile, _ locale: String) -> any UnitReader {
        switch form {
        case .tmx: TMXReader(targetLocale: locale)
        case .tsv: TSVReader(sourceLocale: SpanPageReader.defaultSourceLocale, targetLocale: locale)
        case .po: POReader(sourceLocale: SpanPageReader.defaultSourceLocale, targetLocale: locale)
        }
    }
}
