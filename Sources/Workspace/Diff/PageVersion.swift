import Revisions
import SystemPackage

/// One revision of one page, where it can be read.
package struct PageVersion: Sendable {
    enum Source: Sendable {
        /// A page, or `-` for standard input.
        case page(FilePath)
        /// A page document that `diptych extract` or `diptych build` wrote.
        case document(FilePath)
        /// A page in a git repository.
        case blob(String, GitObjects)
    }

    /// What the page is called: below a folder that the user named, the path from there.
    package let name: String
    let source: Source
    /// What it says, where it was read already.
    var known: PageRevision?

    init(name: String, source: Source) {
        self.name = name
        self.source = source
    }

    /// What two versions must have in common to be one page in two folders: the name, without the ending where one of the
    /// folders holds documents.
    func key(withEnding: Bool) -> String { withEnding ? name : FilePath(name).withoutExtension.string }

    /// Where a user finds it.
    private var place: String {
        switch source {
        case .page(let path), .document(let path): path.string
        case .blob: name
        }
    }

    var isDocument: Bool { if case .document = source { true } else { false } }

    /// Whether both are surely the same bytes, as git knows without reading them.
    func isSameBlob(as other: PageVersion) -> Bool {
        guard case .blob(let left, _) = source, case .blob(let right, _) = other.source else { return false }
        return left == right
    }

    func read() throws(FileError) -> [UInt8] {
        switch source {
        case .page(let path): try path == "-" ? FileSystem.readStandardInput() : FileSystem.read(path)
        case .document(let path): try FileSystem.read(path)
        case .blob(let blob, let objects): try objects.read(blob, path: name)
        }
    }

    /// Reads the page's items.
    ///
    /// - Returns: nil for JSON that is no page document, which may stand among them.
    func revision(of bytes: [UInt8]) throws(FileError) -> PageRevision? {
        guard isDocument else {
            return PageRevision(try PageAnalysis(PageFiles(bytes), name: name, path: place).document)
        }
        do {
            return try PageRevision(json: bytes)
        } catch PageRevision.ReadingError.notAPageDocument {
            return nil
        } catch {
            throw FileError(path: place, reason: error.description)
        }
    }
}

extension FilePath {
    fileprivate var withoutExtension: FilePath {
        var copy = self
        copy.extension = nil
        return copy
    }
}
