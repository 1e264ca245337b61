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
        /// The lexicon's file.
        public let lexicon: [UInt8]
        /// The locale of its targets.
        public let locale: String
        /// How many different pairs it was learned from.
        public let pairs: Int
        /// What could not be read; the rest was.
        public let failures: [FileError]
        /// The exchange files with damaged places, which were left out.
        public let damage: [FileDamage]
    }

    /// The defects of an exchange file.
    public struct FileDamage: Sendable {
        /// The file, as the user named it.
        public let path: String
        /// The first where something is lost, or else the first.
        public let first: Diagnostic
        /// How many there are.
        public let count: Int
    }

    /// Why nothing was learned.
    public enum Failure: Error, CustomStringConvertible {
        /// Nothing names the target's locale, or exchange files have several.
        case noLocale(named: [String] = [], failures: [FileError])
        /// No page and no unit is in the language of the locale that the user gave. With the locales that they name, the most
        /// frequent first.
        case otherLocales(String, named: [String], failures: [FileError])
        /// With what could not be read, which may be why.
        case tooFew(Int, failures: [FileError], damage: [FileDamage] = [])

        /// What could not be read.
        public var failures: [FileError] {
            switch self {
            case .noLocale(_, let failures), .tooFew(_, let failures, _), .otherLocales(_, _, let failures): failures
            }
        }

        /// The exchange files with damaged places.
        public var damage: [FileDamage] {
            if case .tooFew(_, _, let damage) = self { damage } else { [] }
        }

        public var description: String {
            switch self {
            case .noLocale(let named, _) where !named.isEmpty:
                "the files have translations into \(named.joined(separator: ", ")); choose one, such as "
                    + "--locale \(named[0])"
            case .noLocale: "nothing names the target's locale; give it with --locale, such as --locale fr-FR"
            case .otherLocales(let locale, let named, _):
                "nothing is in the language of --locale \(locale); the pages and files have "
                    + named.joined(separator: ", ")
            case .tooFew(let pairs, _, _):
                "\(CountText.counted(pairs, "different pair")); a lexicon needs \(TrainingRun.fewest) to learn from"
            }
        }
    }

    /// Fewer pairs are too few to learn from.
    package static let fewest = 200

    /// What one argument names: a folder of pages, or an exchange file. Pages that are named one by one are one product.
    private struct Product {
        var pages: [PageFinder.Found] = []
        var file: (path: String, form: ExchangeFile)?
    }

    private let products: [Product]
    private let locale: String?
    private var pages: [PageFinder.Found] { products.flatMap(\.pages) }
    private var files: [(path: String, form: ExchangeFile)] { products.compactMap(\.file) }

    /// - Parameters:
    ///   - paths: pages, folders of pages, and exchange files (``ExchangeFile``). Each folder and each file is taken for the
    ///     documentation of a product of its own.
    ///   - locale: the target's, in any case of letters, where the pages do not name one, or several.
    ///   - options: say which configurations are read.
    public init(_ paths: [String], locale: String?, _ options: CheckPlan.Options = .init()) {
        var options = options
        // A folder's name says more than one locale for all pages.
        options.locale = nil
        var singlePages: [String] = []
        var products: [Product] = []
        var errors: [FileError] = []
        var wrongSource: FileError?
        func add(_ paths: [String]) {
            let finder = PageFinder(paths, options)
            errors += finder.errors
            wrongSource = wrongSource ?? finder.wrongSource
            if !finder.pages.isEmpty { products.append(Product(pages: finder.pages)) }
        }
        for path in paths {
            if let form = ExchangeFile(path: path) {
                products.append(Product(file: (path, form)))
            } else if FileSystem.kind(of: FilePath(path)) == .folder {
                add([path])
            } else {
                singlePages.append(path)
            }
        }
        if !singlePages.isEmpty { add(singlePages) }
        (self.products, self.errors, self.wrongSource) = (products, errors, wrongSource)
        self.locale = locale.map { Language.canonical($0) }
    }

    private let errors: [FileError]
    /// Why the source that the command line names cannot be used.
    private let wrongSource: FileError?

    /// The general lexicon is trained on at most about so many pages, evenly chosen: it has no words to learn.
    private static let maxPagesForAll = 2_400

    /// Reads pages of several languages twice, and trains the classifiers of the general lexicon.
    ///
    /// Each page must name its locale, or be in a folder that does.
    public func runForAll(progress: (String) -> Void) throws -> Outcome {
        if let wrongSource { throw wrongSource }
        var failures = errors
        var trainer = GeneralTrainer()
        let pages = pages
        let some = stride(from: 0, to: pages.count, by: max(1, pages.count / Self.maxPagesForAll)).map { pages[$0] }
        let read = readable(some, &failures)
        each(read, "reading", progress) { page in bilingual(page, locale).map { trainer.read($0) } }
        guard trainer.pairCount >= Self.fewest else { throw Failure.tooFew(trainer.pairCount, failures: failures) }
        each(read, "comparing sentences of", progress) { page in bilingual(page, locale).map { trainer.sample($0) } }
        progress("writing")
        return Outcome(
            lexicon: trainer.finish(), locale: Lexicon.general, pairs: trainer.pairCount, failures: failures,
            damage: [])
    }

    /// Reads everything and adds what it teaches to the lexicon of its language; learns a new one, as ``run(progress:)`` does, for a
    /// language that has none.
    public func run(addingTo lexicons: Lexicons, progress: (String) -> Void) throws -> Outcome {
        if let wrongSource { throw wrongSource }
        var failures = errors
        let locale = try self.locale ?? commonLocale(failures)
        guard let lexicon = lexicons[Language(locale: locale)], !lexicon.isGeneral else {
            return try run(progress: progress)
        }
        var adaptation = LexiconAdaptation(lexicon)
        var damage: [FileDamage] = []
        let pages = readable(pages, &failures)
        each(pages, "reading", progress) { page in translation(page, locale).map { adaptation.read($0) } }
        for file in files {
            do throws(FileError) {
                if let found = try readUnits(file, locale, { adaptation.read($0) }) { damage.append(found) }
            } catch {
                failures.append(error)
            }
        }
        progress("learning words of \(adaptation.pairCount) pairs")
        return Outcome(
            lexicon: adaptation.finish(), locale: locale, pairs: adaptation.pairCount, failures: failures,
            damage: damage)
    }

    /// Reads everything twice and learns.
    public func run(progress: (String) -> Void) throws -> Outcome {
        if let wrongSource { throw wrongSource }
        var failures = errors
        let locale = try self.locale ?? commonLocale(failures)
        var trainer = LexiconTrainer(locale: locale)
        var read = products
        for index in read.indices { read[index].pages = readable(read[index].pages, &failures) }
        let pageCount = read.reduce(0) { $0 + $1.pages.count }
        var damage: [FileDamage] = []
        var done = 0
        for product in read {
            trainer.beginProduct()
            each(product.pages, "reading", progress, after: done, of: pageCount) { page in
                translation(page, locale).map { trainer.read($0) }
            }
            done += product.pages.count
            guard let file = product.file else { continue }
            do throws(FileError) {
                if let found = try readUnits(file, locale, { trainer.read($0) }) { damage.append(found) }
            } catch {
                failures.append(error)
            }
        }
        if trainer.pairCount == 0, damage.isEmpty {
            let named = localesOfPages() + localesOfFiles()
            let code = Language(locale: locale).code
            if !named.isEmpty, !named.contains(where: { Language(locale: $0).code == code }) {
                throw Failure.otherLocales(locale, named: named, failures: failures)
            }
        }
        guard trainer.pairCount >= Self.fewest else {
            throw Failure.tooFew(trainer.pairCount, failures: failures, damage: damage)
        }
        progress("learning words of \(trainer.pairCount) pairs")
        trainer.learnWords()
        done = 0
        for product in read {
            each(product.pages, "comparing sentences of", progress, after: done, of: pageCount) { page in
                translation(page, locale).map { trainer.sample($0) }
            }
            done += product.pages.count
            // What cannot be read was said the first time.
            if let file = product.file { _ = try? readUnits(file, locale) { trainer.sample($0) } }
        }
        progress("writing")
        return Outcome(
            lexicon: trainer.finish(), locale: locale, pairs: trainer.pairCount, failures: failures, damage: damage)
    }

    /// Does something with each page, and reports how many are done.
    private func each(
        _ pages: [PageFinder.Found], _ what: String, _ progress: (String) -> Void, after done: Int = 0,
        of count: Int? = nil, _ body: (PageFinder.Found) -> Void
    ) {
        for (index, page) in pages.enumerated() {
            if index % 16 == 0 {
                progress("\(what) \(CountText.counted(count ?? pages.count, "page")): \(done + index) done")
            }
            body(page)
        }
    }

    /// The locale that most pages name. If none does, the only one that the exchange files have translations into.
    private func commonLocale(_ failures: [FileError]) throws(Failure) -> String {
        if let locale = localesOfPages().first { return locale }
        let named = localesOfFiles()
        guard let locale = named.first, named.count == 1 else { throw .noLocale(named: named, failures: failures) }
        return locale
    }

    /// The locales that pages name, the most frequent first.
    private func localesOfPages() -> [String] {
        var counts: [String: Int] = [:]
        for page in pages.prefix(500) {
            guard let bitext = try? page.readBitext(), bitext.target != nil else { continue }
            let named = bitext.targetLocale ?? page.locale ?? Language.locale(inPath: page.path.string)
            if let named, !named.isEmpty { counts[Language.canonical(named), default: 0] += 1 }
        }
        return Self.mostFrequentFirst(counts)
    }

    /// The locales that the exchange files have translations into, the most frequent first.
    private func localesOfFiles() -> [String] {
        var counts: [String: Int] = [:]
        for (path, form) in files {
            guard let input = try? InputFile(contentsOf: path) else { continue }
            for (locale, count) in Self.targetLocales(in: input, form) { counts[locale, default: 0] += count }
        }
        return Self.mostFrequentFirst(counts)
    }

    private static func mostFrequentFirst(_ counts: [String: Int]) -> [String] {
        counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }

    /// The locales that an exchange file has translations in, and how many.
    private static func targetLocales(in input: InputFile, _ form: ExchangeFile) -> [String: Int] {
        switch form {
        case .tmx:
            let languages = (try? TMXReader.languages(in: input)) ?? [:]
            return Dictionary(languages.map { (Language.canonical($0), $1) }, uniquingKeysWith: +)
                .filter { Language(locale: $0.key).code != Language.english.code }
        case .po, .xlf, .xliff, .mqxliff, .sdlxliff:
            let source = SpanPageReader.defaultSourceLocale
            let reader: any UnitReader =
                form == .po ? POReader(sourceLocale: source, targetLocale: nil) : XLIFFReader(sourceLocale: source)
            guard let bitext = try? reader.read([input]), let locale = bitext.targetLocale else { return [:] }
            return [Language.canonical(locale): bitext.segments.count]
        case .tsv: return [:]
        }
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

    /// A page in a language; nil for one in another language, which would teach wrong words.
    private func translation(_ page: PageFinder.Found, _ locale: String) -> TokenizedBitext? {
        bilingual(page, locale).flatMap { $0.language.code == Language(locale: locale).code ? $0 : nil }
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
        let input = try InputFile(contentsOf: path)
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
        case .xlf, .xliff, .mqxliff, .sdlxliff:
            XLIFFReader(sourceLocale: SpanPageReader.defaultSourceLocale, targetLocale: locale)
        }
    }
}
