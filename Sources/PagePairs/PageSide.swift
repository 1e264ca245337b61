import Bitext
import BitextReaders
import MarkdownSyntax

/// One page of a pair, parsed.
struct PageSide {
    let side: Side
    let file: SourceFile
    let defects: [Defect]
    let frontMatter: FrontMatter?
    let bodyStart: SideOffset
    let locale: String?
    let outline: PageOutline

    var tree: MarkdownTree { outline.tree }
    /// The index in ``Bitext/files``.
    var number: Int { side == .source ? 0 : 1 }

    /// - Parameters:
    /// - Parameter locale: the page's language where its front matter names none.
    init(_ input: InputFile, _ side: Side, locale: String?) throws(BitextReadingError) {
        let number = side == .source ? 0 : 1
        let text = try TextFile(input, number: number)
        var defects = text.defects
        let head = PageHead(of: text.file, &defects)
        self.side = side
        frontMatter = head.frontMatter
        self.locale = head.locale ?? locale
        self.defects = defects.inOrder()
        file = text.file
        bodyStart = SideOffset(head.bodyStart)
        outline = PageOutline(
            MarkdownTree(parsing: text.file.bytes, from: bodyStart), isComponentPage: input.path.hasSuffix(".mdx"))
    }
}

extension PageSide {
    /// The ISO 639 code of the page's language, or empty.
    var languageCode: String {
        String((locale ?? "").prefix { $0 != "-" && $0 != "_" }).lowercased()
    }
}
