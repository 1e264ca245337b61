import Bitext
import Markdown

extension PageDocument {
    /// The language of the original where a bilingual page does not name it: the vendor translates from English.
    public static let defaultSourceLocale = "en-US"

    /// Reads a page, whatever its damage.
    ///
    /// - Parameters:
    ///   - file: the bytes of the file.
    ///   - path: what the page is called in the document.
    /// - Throws: ``Page/ReadingError`` where the bytes are no text.
    public init(_ file: [UInt8], path: String) throws(Page.ReadingError) {
        self.init(Panels(try Page(file)), path: path, sha256: SHA256Digest(of: file).hex)
    }

    /// Reads a page that is parsed already.
    ///
    /// - Parameter sha256: the SHA-256 of the file's bytes.
    package init(_ panels: Panels, path: String, sha256: String) {
        let page = panels.page
        let texts = SegmentTexts(panels)
        let reader = BlockReader(panels, texts)
        let outline = Outline(reader)

        var code = CodeBlockReader(panels)
        var checklistReader = ChecklistReader(reader, outline: outline, code: code.byNode)
        let checklists = checklistReader.checklists()
        code.assign(checklistReader.codeItems)

        self.page = PageRecord(page, path: path, sha256: sha256, outline: outline)
        frontMatter = page.frontMatter
        segments = SegmentRecords(panels, texts, outline: outline)
        self.checklists = checklists
        codeBlocks = code.records
        diagnostics = page.defects.map { Diagnostic($0, on: page) }
        diagnostics += code.diagnostics
        diagnostics.sort { $0.place.offset < $1.place.offset }
    }

    /// Segments with both halves.
    public var pairedSegments: Int {
        var count = 0
        for row in segments.rows where row.source != nil && row.target != nil { count += 1 }
        return count
    }

    /// Items of all checklists, nested ones included.
    public var itemCount: Int { checklists.reduce(0) { $0 + $1.items.deepCount } }
}

extension PageRecord {
    fileprivate init(_ page: Page, path: String, sha256: String, outline: Outline) {
        let locale = page.frontMatter?["ms.contentlocale"] ?? page.frontMatter?["ms.locale"]
        let isBilingual = !page.segments.isEmpty
        let frontMatterTitle = page.frontMatter?["title"]
        self.path = path
        self.sha256 = sha256
        sourceLocale = isBilingual ? PageDocument.defaultSourceLocale : locale
        targetLocale = isBilingual ? locale : nil
        translationType = page.frontMatter?["ms.translationtype"]
        // Front matter is translated without a pair, so it can only stand for the page's own language.
        title =
            outline.headings.first { !($0.text.sharedSource?.isEmpty ?? true) }?.text
            ?? BilingualText(source: isBilingual ? nil : frontMatterTitle, target: isBilingual ? frontMatterTitle : nil)
    }
}

extension Diagnostic {
    /// A page's defect, with its place.
    public init(_ defect: Defect, on page: Page) {
        self.init(
            severity: defect.severity, rule: defect.kind.rawValue, message: defect.message,
            place: page.place(of: defect.range.lowerBound))
    }
}
