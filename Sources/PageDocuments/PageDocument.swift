import Bitext
import Checklists

/// Everything that Diptych reads from one page. Its JSON is described by `Schemas/page.schema.json`.
public struct PageDocument: Sendable {
    /// The version of the JSON format. It increases when a program for the old format could misread the new one.
    public static let schemaVersion = 2

    public var page: PageRecord
    /// The page's front matter as its author wrote it, or nil if there is none.
    public var frontMatter: FrontMatter?
    public let segments: SegmentRecords
    public var checklists: [Checklist]
    public var codeBlocks: [CodeBlockRecord]
    /// The mean probability that a segment's target translates its source, 0 to 1. It needs a lexicon, so it is nil after
    /// extraction.
    public var alignment: Double?
    /// Damage and doubtful places, in the order of the page. Not part of the JSON.
    public var diagnostics: [Diagnostic]
}

/// Path, hash, languages and title of a page.
public struct PageRecord: Sendable, Equatable {
    /// The path of the page, with `/` between folders.
    public var path: String
    /// The SHA-256 of the file's bytes, 64 lower-case hexadecimal digits.
    public var sha256: String
    /// The file of the source, where it is another one; nil for a page in one file.
    public var source: SourceFile?
    /// The language of the source, a BCP 47 tag. nil if the page does not say it.
    public var sourceLocale: String?
    /// The language of the target, a BCP 47 tag. nil for a page in one language.
    public var targetLocale: String?
    /// `MT` (machine translation) or `HT` (human translation), as the page says it.
    public var translationType: String?
    /// The first heading. If there is none, the front matter's title.
    public var title: BilingualText

    /// The file of a source that is not in the page's own file.
    public struct SourceFile: Sendable, Equatable, Codable {
        /// From the folder that ``PageRecord/path`` starts from, with `/` between folders.
        public var path: String
        /// The SHA-256 of the file's bytes, 64 lower-case hexadecimal digits.
        public var sha256: String

        package init(path: String, sha256: String) {
            self.path = path
            self.sha256 = sha256
        }
    }

    package init(
        path: String, sha256: String, sourceLocale: String?, targetLocale: String?, translationType: String?,
        title: BilingualText
    ) {
        self.path = path
        self.sha256 = sha256
        self.sourceLocale = sourceLocale
        self.targetLocale = targetLocale
        self.translationType = translationType
        self.title = title
    }
}
