import Bitext
import Hashing
import PageDocuments

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

    /// Reads the files of a page.
    init(_ found: PageFinder.Found) throws(FileError) { try self.init(found.read(), source: found.source) }

    /// - Parameters:
    ///   - page: the bytes of the page.
    ///   - source: the page that it translates, which is read.
    init(_ page: [UInt8], source: SourcePage?) throws(FileError) {
        self.page = page
        self.source = try source?.read()
        sourceLocale = source?.locale
    }

    private init(_ page: [UInt8], source: InputFile?, sourceLocale: String?) {
        self.page = page
        self.source = source
        self.sourceLocale = sourceLocale
    }

    /// The same with other bytes of the page.
    func with(page: [UInt8]) -> PageFiles { PageFiles(page, source: source, sourceLocale: sourceLocale) }

    /// How many bytes there are.
    var size: Int { page.count + (source?.bytes.count ?? 0) }

    /// The SHA-256 of the page, as hexadecimal digits.
    var sha256: String { SHA256Digest(of: page).hex }

    /// What documents say of the source's file.
    var sourceRecord: PageRecord.SourceFile? {
        source.map { PageRecord.SourceFile(path: $0.path, sha256: SHA256Digest(of: $0.bytes).hex) }
    }
}
