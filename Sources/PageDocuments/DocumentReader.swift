import Bitext
import BitextReaders
import Checklists
import Hashing
import MarkdownSyntax
import ParsedBitext

extension PageDocument {
    /// Reads a bilingual page with spans. Damage of the page becomes a diagnostic.
    ///
    /// - Parameters:
    ///   - bytes: the bytes of the file: an array, `Data` or any other collection. An array is not copied.
    ///   - path: the page's path in the document.
    /// - Throws: ``BitextReadingError`` if the bytes are not text.
    public init(_ bytes: some Collection<UInt8>, path: String) throws(BitextReadingError) {
        let file = InputFile(path: path, bytes: bytes)
        let bitext = try SpanPageReader().read([file])
        self.init(ParsedBitext(bitext), path: path, sha256: SHA256Digest(of: file.bytes).hex)
    }

    /// Makes the document of a parsed bitext.
    ///
    /// - Parameters:
    ///   - path: the page's path in the document.
    ///   - sha256: the SHA-256 of the file's bytes, in hexadecimal digits.
    public init(_ parsed: ParsedBitext, path: String, sha256: String) {
        let bitext = parsed.bitext
        let content = PageContent(parsed)
        page = PageRecord(bitext, path: path, sha256: sha256, outline: content.outline)
        frontMatter = bitext.target?.frontMatter ?? bitext.source.frontMatter
        segments = SegmentRecords(bitext, content)
        checklists = content.checklists
        codeBlocks = content.codeBlocks
        diagnostics = bitext.defects.map { Diagnostic($0, of: bitext) } + content.diagnostics
        if let offset = parsed.source.tree.deepNesting {
            diagnostics.append(
                Diagnostic(
                    severity: .warning, rule: "deep-nesting",
                    message: MarkdownTree.deepNestingMessage,
                    at: bitext.location(of: offset..<offset, on: .source), of: bitext))
        }
        diagnostics.sort { $0.position.offset < $1.position.offset }
    }

    /// How many segments have both variants.
    public var pairedSegmentCount: Int {
        var count = 0
        for row in segments.rows where row.source != nil && row.target != nil { count += 1 }
        return count
    }

    /// How many items all checklists have, nested ones included.
    public var itemCount: Int { checklists.reduce(0) { $0 + $1.items.totalCount } }
}

extension PageRecord {
    fileprivate init(_ bitext: Bitext, path: String, sha256: String, outline: Outline) {
        self.path = path
        self.sha256 = sha256
        sourceLocale = bitext.sourceLocale
        targetLocale = bitext.targetLocale
        translationType = (bitext.target ?? bitext.source).frontMatter?["ms.translationtype"]
        title = Self.title(bitext, outline)
    }

    /// The first heading, or the title of the front matter: on page pairs also where the first heading is not of level 1, as
    /// many sites have the title in the front matter only.
    private static func title(_ bitext: Bitext, _ outline: Outline) -> BilingualText {
        // A block scalar, `title: >`, ends with a line break.
        let named = BilingualText(
            source: bitext.source.frontMatter?["title"]?.collapsingASCIIBlanks(),
            target: bitext.target?.frontMatter?["title"]?.collapsingASCIIBlanks())
        guard let first = outline.headings.first(where: { !($0.text.sharedSource?.isEmpty ?? true) }) else {
            return named
        }
        return bitext.isPagePair && first.level > 1 && named.sharedSource != nil ? named : first.text
    }
}
