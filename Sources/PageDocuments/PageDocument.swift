import Bitext
import Checklists
import Code
import Hashing
import JSON
import MarkdownSyntax
import ParsedBitext

/// Everything that Diptych reads from one page: the page document of the published schema (`Schemas/page.schema.json`).
public struct PageDocument: Sendable {
    /// The version of the JSON's shape. It rises when a reader of the old shape could misread the new one.
    public static let schemaVersion = 1

    public var page: PageRecord
    /// The page's front matter as its author wrote it; nil where there is none.
    public var frontMatter: FrontMatter?
    public let segments: SegmentRecords
    public var checklists: [Checklist]
    public var codeBlocks: [CodeBlockRecord]
    /// How well the sides fit, from 0 to 1: the mean probability that a segment's target translates its source. Extraction does
    /// not know it; whoever asked a lexicon fills it in.
    public var alignment: Double?
    /// Damage and doubtful places, in the order of the page. Not part of the JSON; the command line prints them.
    public var diagnostics: [Diagnostic]
}

/// What the page is.
public struct PageRecord: Sendable, Equatable {
    /// Where the page is, as its reader names it, with `/` between folders.
    public var path: String
    /// The SHA-256 of the file's bytes, 64 lower-case hexadecimal digits.
    public var sha256: String
    /// The language of the original, a BCP 47 tag, or nil where the page does not say.
    public var sourceLocale: String?
    /// The language of the translation, a BCP 47 tag, or nil for a page in one language.
    public var targetLocale: String?
    /// `MT` (machine translation) or `HT` (human translation), as the page has it.
    public var translationType: String?
    /// The first heading, or the front matter's title where there is no heading.
    public var title: BilingualText

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
