import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext
import Synchronization

/// The lexicons at hand, one for each language.
public struct Lexicons: Sendable {
    private var byLocale: [String: Entry] = [:]
    private var byLanguage: [String: Entry] = [:]

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
        let header = try LexiconFile.Header(file)
        try header.checkSum(of: file)
        add(Entry(.file(file)), locale: header.locale)
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

    public var isEmpty: Bool { byLocale.isEmpty }

    /// A language's code. Chinese in traditional characters is a language of its own: it is read in Taiwan, Hong Kong and Macau (CLDR
    /// 45, likely subtags).
    private static func writtenLanguage(_ language: Language) -> String {
        guard language.code == "zh" else { return language.code }
        let parts = language.locale.lowercased().split { $0 == "-" || $0 == "_" }.dropFirst()
        if parts.contains("hans") { return "zh" }
        return parts.contains { ["hant", "tw", "hk", "mo"].contains($0) } ? "zh-hant" : "zh"
    }

    /// A lexicon. Until a page of its language comes, its file.
    private final class Entry: Sendable {
        enum State {
            case file([UInt8])
            case read(Lexicon?)
        }

        private let state: Mutex<State>

        init(_ state: sending State) { self.state = Mutex(state) }

        /// Nil for a file that is damaged though its checksum is right: it was made so.
        var lexicon: Lexicon? {
            state.withLock { state in
                switch state {
                case .read(let lexicon): return lexicon
                case .file(let bytes):
                    let lexicon = try? Lexicon(bytes)
                    state = .read(lexicon)
                    return lexicon
                }
            }
        }
    }
}
