import Bitext
import BitextReaders
import Hashing
import MarkdownSyntax
import PageDocuments
import PagePairs

/// The bytes of a page: of its file, and of a page pair those of its source, too.
struct PageFiles: Sendable {
    let page: [UInt8]
    /// nil for a page in one file.
    let source: InputFile?
    /// The language of the source where it does not name one.
    let sourceLocale: String?

    /// A page in one file.
    init(_ page: [UInt8]) {
        self.page = page
        source = nil
        sourceLocale = nil
    }

    /// - Parameters:
    ///   - page: the bytes of the page.
    ///   - source: the page that it translates, which is read.
    init(_ page: [UInt8], source: SourcePage?) throws(FileError) {
        self.page = page
        self.source = try source?.read()
        sourceLocale = source?.locale
    }

    init(_ page: [UInt8], source: InputFile?, sourceLocale: String?) {
        self.page = page
        self.source = source
        self.sourceLocale = sourceLocale
    }

    /// The same with other bytes of the page.
    func with(page: [UInt8]) -> PageFiles { PageFiles(page, source: source, sourceLocale: sourceLocale) }

    /// The files as a bitext, and its trees where it is a page pair, whose alignment needs them.
    typealias Text = (bitext: Bitext, trees: (source: MarkdownTree, target: MarkdownTree)?)

    /// Reads the files as a bitext.
    ///
    /// - Parameters:
    ///   - name: what documents call the page.
    ///   - path: what messages call it.
    ///   - targetLocale: the language of the target of a page pair that does not name one.
    /// - Throws: ``FileError`` where they are no text.
    func text(name: String, path: String, targetLocale: String?) throws(FileError) -> Text {
        let page = InputFile(path: name, bytes: page)
        do {
            guard let source else { return (try SpanPageReader().read([page]), nil) }
            return try PagePairReader.withLexicons(sourceLocale: sourceLocale, targetLocale: targetLocale)
                .readParsed([source, page])
        } catch {
            guard let source, (try? PagePairReader().read([source, source])) == nil else {
                throw FileError(path: path, reason: error.description)
            }
            throw FileError(path: path, reason: "its source, \(source.path): \(error.description)")
        }
    }

    /// Whether two pages have the same bytes in all files.
    func hasSameBytes(as other: PageFiles) -> Bool { page == other.page && source?.bytes == other.source?.bytes }

    /// How many bytes there are.
    var size: Int { page.count + (source?.bytes.count ?? 0) }

    /// The SHA-256 of the page, as hexadecimal digits.
    var sha256: String { SHA256Digest(of: page).hex }

    /// What documents say of the source's file.
    var sourceRecord: PageRecord.SourceFile? {
        source.map { PageRecord.SourceFile(path: $0.path, sha256: SHA256Digest(of: $0.bytes).hex) }
    }
}
