import Bitext
import Checklists
import Checks
import MarkdownSyntax
import PageDocuments
import ParsedBitext
import SystemPackage

/// One page, read once and parsed once for everything that is made of it.
///
/// Each part is made on its first use: a check needs no page document, an extraction needs no tokens, and a build needs
/// both, of the same parsed sides. It belongs to one thread and one page of work; what is
/// kept longer is a ``CheckedPage`` and a ``PageSummary``.
final class PageAnalysis {
    /// What documents call the page, and what findings and messages do.
    private let name: String
    private let path: String
    /// The target's locale where the page does not name one.
    private let locale: String?
    /// The same where the command line or a configuration says it, and not only the names of folders.
    private let givenLocale: String?
    let files: PageFiles
    let bitext: Bitext

    /// The trees of a page pair, which the alignment of its files needed.
    private let trees: (source: MarkdownTree, target: MarkdownTree)?
    /// Both sides as trees of Markdown.
    private(set) lazy var sides = trees.map { ParsedBitext(bitext, trees: $0) } ?? ParsedBitext(bitext)
    /// The page document, as a fresh extraction makes it.
    private(set) lazy var document = {
        var document = PageDocument(sides, path: name, sha256: files.sha256)
        document.page.source = files.sourceRecord
        if !bitext.segments.isEmpty { document.page.targetLocale = document.page.targetLocale ?? givenLocale }
        return document
    }()
    /// The page as the rules see it.
    private lazy var tokens = TokenizedBitext(sides, path: path, locale: locale)

    /// Analyzes files that are read already.
    ///
    /// - Parameters:
    ///   - name: what documents call the page.
    ///   - path: what findings and messages call it.
    init(
        _ files: PageFiles, name: String, path: String, locale: String? = nil, givenLocale: String? = nil
    ) throws(FileError) {
        self.files = files
        self.name = name
        self.path = path
        self.locale = locale
        self.givenLocale = givenLocale
        (bitext, trees) = try files.text(name: name, path: path, targetLocale: givenLocale ?? locale)
    }

    /// Reads a page.
    convenience init(_ page: PageFinder.Found) throws(FileError) {
        try self.init(page.readFiles(), name: page.name.string, path: page.path.string, givenLocale: page.locale)
    }

    /// Reads a page that is to be checked.
    ///
    /// - Parameter locale: of the target, where nothing else says it.
    convenience init(_ item: CheckPlan.Item, locale: String? = nil) throws(FileError) {
        try self.init(item, item.page.readFiles(), locale: locale)
    }

    /// Analyzes a page that is to be checked and was read already.
    convenience init(_ item: CheckPlan.Item, _ files: PageFiles, locale: String? = nil) throws(FileError) {
        try self.init(
            files, name: item.page.name.string, path: item.page.path.string, locale: item.locale ?? locale,
            givenLocale: item.page.locale)
    }

    /// What the rules find on the page by itself.
    ///
    /// - Parameter staleParts: what is known to be out of date.
    func check(_ checker: Checker, staleParts: [StalePart] = []) -> CheckedPage {
        let inspection = checker.inspect(tokens, staleParts: staleParts)
        return CheckedPage(
            bitext: bitext, candidates: inspection.candidates,
            findings: checker.select(
                inspection.candidates, in: bitext, inspection.suppressions, hasContent: inspection.alignment != nil),
            alignment: inspection.alignment, language: tokens.language)
    }

    /// What the page yields for the comparison of all pages. Needs no parsed sides.
    func summary() -> PageSummary {
        PageSummary(path: path, translations: Consistency.Entries(bitext, path: path, locale: locale))
    }
}
