import ParsedBitext

/// Terms and their translations.
///
///     let glossary = Glossary(try Glossary.terms(in: bytes))
///     let findings = Checker(glossary: glossary).check(tokenized)
public struct Glossary: Sendable {
    /// A term of the source and its translations.
    public struct Term: Sendable, Equatable {
        public let source: String
        /// The allowed translations. Messages name the first ones.
        public let targets: [String]
        /// Words that must not be in the target if the source has the term.
        package let forbidden: [String]
        /// An explanation for the messages.
        public let note: String?
        /// The locale or language of the targets; nil for all.
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

    /// Why a file is not a glossary.
    public struct ReadingError: Error, Equatable, CustomStringConvertible {
        /// 1-based; nil if the reason is not in one line.
        public let line: Int?
        public let reason: String

        public var description: String { line.map { "line \($0): \(reason)" } ?? reason }
    }

    public let terms: [Term]
    let index: SourceTermIndex
    /// How to find the targets of each term in ``terms``.
    let patterns: [TermPatterns]
    /// The locales of the terms, each once; nil is for all locales.
    private let locales: [String?]

    public init(_ terms: [Term]) {
        self.terms = terms
        var locales: [String?] = []
        var numbers: [String?: Int] = [:]
        var index = SourceTermIndex()
        var patterns: [TermPatterns] = []
        patterns.reserveCapacity(terms.count)
        for (number, term) in terms.enumerated() {
            let locale = numbers[term.locale] ?? locales.count
            if locale == locales.count {
                locales.append(term.locale)
                numbers[term.locale] = locale
            }
            index.add(term.source, as: number)
            patterns.append(TermPatterns(term, locale: locale))
        }
        self.index = index
        self.patterns = patterns
        self.locales = locales
    }

    /// Whether each of the glossary's locales applies to a language; nil if none does.
    func scope(of language: Language) -> [Bool]? {
        let scope = locales.map { locale in locale.map { language.matches($0) } ?? true }
        return scope.contains(true) ? scope : nil
    }

    /// Reads a glossary file: TBX if it begins like XML, else CSV.
    ///
    /// - Parameter locale: for the terms without a locale.
    public static func terms(in bytes: [UInt8], locale: String? = nil) throws(ReadingError) -> [Term] {
        guard bytes.count <= maxSize else {
            throw ReadingError(line: nil, reason: "has \(bytes.count) bytes; a glossary can have at most \(maxSize)")
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
        guard terms.count <= maxTerms else {
            throw ReadingError(line: nil, reason: "has \(terms.count) terms; a glossary can have at most \(maxTerms)")
        }
        return terms
    }

    /// The maximum size of a file, in bytes.
    static let maxSize = 1 << 26
    static let maxTerms = 1_000_000
    /// The maximum length of a term, in bytes. A longer one is a sign of a damaged file.
    static let maxTermLength = 1024

    private static func validate(_ bytes: [UInt8]) throws(ReadingError) {
        guard bytes.contains(0) || String(validating: bytes, as: UTF8.self) == nil else { return }
        // In UTF-8, the byte of a line end is never part of another character, so each line can be validated alone.
        var line = 1
        for part in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if part.contains(0) || String(validating: part, as: UTF8.self) == nil { break }
            line += 1
        }
        throw ReadingError(line: line, reason: "not UTF-8 text; save the glossary as UTF-8")
    }
}

extension Language {
    /// Whether terms of a locale apply to this language: those of `fr` apply to `fr-FR` and `fr-CA`, those of `fr-CA`
    /// do not apply to `fr-FR`.
    func matches(_ other: String) -> Bool {
        func parts(_ locale: String) -> [Substring] {
            locale.lowercased().split { $0 == "-" || $0 == "_" }
        }
        return zip(parts(locale), parts(other)).allSatisfy { $0 == $1 } && !locale.isEmpty
    }
}
