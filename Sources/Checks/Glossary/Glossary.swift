import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// Terms, and how they are to be translated.
///
///     let glossary = Glossary(try Glossary.terms(in: bytes))
///     let findings = Checker(glossary: glossary).check(tokenized)
public struct Glossary: Sendable {
    /// A term of the source, and what stands for it in the target.
    public struct Term: Sendable, Equatable {
        public let source: String
        /// Any of these will do; messages name the first ones.
        public let targets: [String]
        /// What must not stand in the target where the source has the term.
        public let forbidden: [String]
        /// For whoever reads a finding.
        public let note: String?
        /// The target's locale or language, or nil where the term is for every page.
        public let locale: String?

        public init(
            _ source: String, targets: [String], forbidden: [String] = [], note: String? = nil, locale: String? = nil
        ) {
            self.source = source
            self.targets = targets
            self.forbidden = forbidden
            self.note = note
            self.locale = locale
        }
    }

    /// Why bytes are no glossary.
    public struct ReadingError: Error, Equatable, CustomStringConvertible {
        /// 1-based, or nil where no line is to blame.
        public let line: Int?
        public let reason: String

        public var description: String { line.map { "line \($0): \(reason)" } ?? reason }
    }

    public let terms: [Term]
    let index: SourceTermIndex
    /// The targets as they are looked for, one for each of ``terms``.
    let forms: [TermForms]
    /// The locales that terms are for, each once; nil is every page.
    private let locales: [String?]

    public init(_ terms: [Term]) {
        self.terms = terms
        var locales: [String?] = []
        var numbers: [String?: Int] = [:]
        var index = SourceTermIndex()
        var forms: [TermForms] = []
        forms.reserveCapacity(terms.count)
        for (number, term) in terms.enumerated() {
            let locale = numbers[term.locale] ?? locales.count
            if locale == locales.count {
                locales.append(term.locale)
                numbers[term.locale] = locale
            }
            index.add(term.source, as: number)
            forms.append(TermForms(term, locale: locale))
        }
        self.index = index
        self.forms = forms
        self.locales = locales
    }

    /// Which of the glossary's locales are a page's, or nil where none is.
    func scope(of language: Language) -> [Bool]? {
        let scope = locales.map { locale in locale.map { language.answers(to: $0) } ?? true }
        return scope.contains(true) ? scope : nil
    }

    /// Reads a glossary file: TBX where it begins as XML does, else CSV.
    ///
    /// - Parameter locale: the locale of terms that name none.
    public static func terms(in bytes: [UInt8], locale: String? = nil) throws(ReadingError) -> [Term] {
        guard bytes.count <= largest else {
            throw ReadingError(line: nil, reason: "has \(bytes.count) bytes; a glossary can have at most \(largest)")
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw ReadingError(line: nil, reason: "is UTF-16; save it as UTF-8")
        }
        try validate(bytes)
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        guard let first = body.first(where: { !$0.isASCIIBlank }) else {
            throw ReadingError(line: nil, reason: "is empty")
        }
        let terms =
            first == UInt8(ascii: "<")
            ? try GlossaryTBX.terms(in: Array(body)) : try GlossaryCSV.terms(in: Array(body), locale: locale)
        guard terms.count <= mostTerms else {
            throw ReadingError(line: nil, reason: "has \(terms.count) terms; a glossary can have at most \(mostTerms)")
        }
        return terms
    }

    /// The largest file that is read, in bytes.
    static let largest = 1 << 26
    static let mostTerms = 1_000_000
    /// The longest term, in bytes. What is longer is no term but a damaged file.
    static let longestTerm = 1024

    private static func validate(_ bytes: [UInt8]) throws(ReadingError) {
        guard bytes.contains(0) || String(validating: bytes, as: UTF8.self) == nil else { return }
        // A line end is never part of another character, so the first bad line can be found by itself.
        var line = 1
        for part in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if part.contains(0) || String(validating: part, as: UTF8.self) == nil { break }
            line += 1
        }
        throw ReadingError(line: line, reason: "not UTF-8 text; save the glossary as UTF-8")
    }
}

extension Language {
    /// Whether what is written for a locale is for this language: `fr` is for `fr-FR` and `fr-CA`, `fr-CA` is not for
    /// `fr-FR`.
    func answers(to other: String) -> Bool {
        func parts(_ locale: String) -> [Substring] {
            locale.lowercased().split { $0 == "-" || $0 == "_" }
        }
        return zip(parts(locale), parts(other)).allSatisfy { $0 == $1 } && !locale.isEmpty
    }
}
