import ParsedBitext
import Synchronization

/// The lexicons at hand, one for each language.
public struct Lexicons: Sendable {
    private var byLocale: [String: Entry] = [:]
    private var byLanguage: [String: Entry] = [:]

    /// Takes lexicons. Of two of the same locale, the later one counts.
    public init(_ lexicons: [Lexicon] = []) {
        for lexicon in lexicons { add(lexicon) }
    }

    /// Takes a lexicon in the place of one of the same locale.
    public mutating func add(_ lexicon: Lexicon) { add(Entry(.read(lexicon)), locale: lexicon.locale) }

    /// Takes a lexicon's file. Its tables are made when the first page of its language comes: a run pays for the languages that it
    /// has.
    ///
    /// - Throws: ``LexiconFile/ReadingError`` if the file is none, of another version, or damaged by accident.
    package mutating func add(file: [UInt8]) throws(LexiconFile.ReadingError) {
        let header = try LexiconFile.Header(file, fileSize: file.count)
        try header.checkSum(of: file)
        add(Entry(.unread { try Lexicon(file) }), locale: header.locale)
    }

    /// Takes the beginning of a lexicon's file. The rest is read when the first page of its language comes, or by
    /// ``load(_:)``.
    ///
    /// - Parameters:
    ///   - beginning: the first ``LexiconFile/headerSize`` bytes.
    ///   - read: reads the file.
    ///   - report: called if a page needs the lexicon and its file cannot be read then. The page is checked without it.
    /// - Throws: ``LexiconFile/ReadingError`` if the file is none, of another version, or cut off.
    package mutating func add(
        beginning: [UInt8], fileSize: Int, read: @escaping @Sendable () throws -> Lexicon,
        report: @escaping @Sendable (any Error) -> Void
    ) throws(LexiconFile.ReadingError) {
        let header = try LexiconFile.Header(beginning, fileSize: fileSize)
        add(Entry(.unread(read), report), locale: header.locale)
    }

    /// Reads the lexicon of a language now, if that was not done yet.
    ///
    /// - Throws: what reading its file throws.
    package func load(_ language: Language) throws {
        try (byLocale[language.locale.lowercased()] ?? byLanguage[Self.writtenLanguage(language)])?.load()
    }

    private mutating func add(_ entry: Entry, locale: String) {
        byLocale[locale.lowercased()] = entry
        byLanguage[Self.writtenLanguage(Language(locale: locale))] = entry
    }

    /// The lexicon of a locale, or else of its language: French of France reads French of Canada too; or else the one for all
    /// languages.
    public subscript(language: Language) -> Lexicon? {
        byLocale[language.locale.lowercased()]?.lexicon ?? byLanguage[Self.writtenLanguage(language)]?.lexicon
            ?? general
    }

    /// The lexicon for languages that have none of their own.
    public var general: Lexicon? { byLocale[Lexicon.general]?.lexicon }

    /// Whether there is no lexicon.
    public var isEmpty: Bool { byLocale.isEmpty }

    /// A language's code. Chinese in traditional characters is a language of its own: it is read in Taiwan, Hong Kong and Macau (CLDR
    /// 45, likely subtags).
    private static func writtenLanguage(_ language: Language) -> String {
        guard language.code == "zh" else { return language.code }
        let parts = language.locale.lowercased().split { $0 == "-" || $0 == "_" }.dropFirst()
        if parts.contains("hans") { return "zh" }
        return parts.contains { ["hant", "tw", "hk", "mo"].contains($0) } ? "zh-hant" : "zh"
    }

    /// A lexicon, which is read when the first page of its language comes.
    private final class Entry: Sendable {
        enum State {
            case unread(@Sendable () throws -> Lexicon)
            /// Nil if the file is damaged.
            case read(Lexicon?)
        }

        private let state: Mutex<State>
        private let report: @Sendable (any Error) -> Void

        init(_ state: sending State, _ report: @escaping @Sendable (any Error) -> Void = { _ in }) {
            self.state = Mutex(state)
            self.report = report
        }

        /// Nil if its file is damaged, which is reported once.
        var lexicon: Lexicon? {
            do {
                return try load()
            } catch {
                report(error)
                return nil
            }
        }

        /// - Throws: the first time only.
        @discardableResult
        func load() throws -> Lexicon? {
            try state.withLock { state in
                switch state {
                case .read(let lexicon): return lexicon
                case .unread(let read):
                    state = .read(nil)
                    let lexicon = try read()
                    state = .read(lexicon)
                    return lexicon
                }
            }
        }
    }
}
