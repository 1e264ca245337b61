import Bitext
import Revisions
import SystemPackage

/// One revision of one page, where it can be read.
package struct PageVersion: Sendable {
    enum Place: Sendable {
        /// A page, or `-` for standard input.
        case page(FilePath)
        /// A page document that `diptych extract` or `diptych build` wrote.
        case document(FilePath)
        /// A page in a git repository.
        case blob(String, GitObjects)

        /// - Parameter name: what it is called in an error.
        fileprivate func read(_ name: String) throws(FileError) -> [UInt8] {
            switch self {
            case .page(let path): try path == "-" ? FileSystem.readStandardInput() : FileSystem.read(path)
            case .document(let path): try FileSystem.read(path)
            case .blob(let blob, let objects): try objects.read(blob, path: name)
            }
        }

        /// Whether both are surely the same bytes, as git knows without reading them.
        fileprivate func isSameBlob(as other: Place) -> Bool {
            guard case .blob(let left, _) = self, case .blob(let right, _) = other else { return false }
            return left == right
        }
    }

    /// The page that it translates, where that is another file.
    struct Original: Sendable {
        let name: String
        let place: Place
        let locale: String?
    }

    /// What the page is called: below a folder that the user named, the path from there.
    package let name: String
    let place: Place
    let original: Original?
    /// What it says, where it was read already.
    var known: PageRevision?

    init(name: String, _ place: Place, translating original: Original? = nil) {
        self.name = name
        self.place = place
        self.original = original
    }

    /// What two versions must have in common to be one page in two folders: the name, without the ending where one of the
    /// folders holds documents.
    func key(withEnding: Bool) -> String { withEnding ? name : FilePath(name).withExtension(nil).string }

    /// Where a user finds it.
    private var path: String {
        switch place {
        case .page(let path), .document(let path): path.string
        case .blob: name
        }
    }

    var isDocument: Bool { if case .document = place { true } else { false } }

    /// Whether both are surely the same bytes, as git knows without reading them.
    func isSameBlob(as other: PageVersion) -> Bool {
        guard place.isSameBlob(as: other.place) else { return false }
        switch (original, other.original) {
        case (nil, nil): return true
        case (let left?, let right?): return left.place.isSameBlob(as: right.place)
        default: return false
        }
    }

    func read() throws(FileError) -> PageFiles {
        let page = try place.read(name)
        guard let original else { return PageFiles(page) }
        let source = InputFile(path: original.name, bytes: try original.place.read(original.name))
        return PageFiles(page, source: source, sourceLocale: original.locale)
    }

    /// Reads the page's items.
    ///
    /// - Returns: nil for JSON that is no page document, which may stand among them.
    func revision(of files: PageFiles) throws(FileError) -> PageRevision? {
        guard isDocument else {
            return PageRevision(try PageAnalysis(files, name: name, path: path).document)
        }
        do {
            return try PageRevision(json: files.page)
        } catch PageRevision.ReadingError.notAPageDocument {
            return nil
        } catch {
            throw FileError(path: path, reason: error.description)
        }
    }
}
