import Bitext
import PageDocuments
import SystemPackage

extension InputFile {
    /// Reads a file.
    ///
    /// - Parameter path: where the file is. Messages and documents call it the same.
    /// - Throws: ``FileError`` if it cannot be read.
    public init(contentsOf path: String) throws(FileError) {
        self.init(path: path, bytes: try FileSystem.read(FilePath(path)))
    }
}

extension PageDocument {
    /// Reads a bilingual page with spans from a file. Damage of the page becomes a diagnostic.
    ///
    /// - Parameter path: where the page is, and its path in the document.
    /// - Throws: ``FileError`` if the file cannot be read, or is not text.
    public init(contentsOf path: String) throws(FileError) {
        let file = try InputFile(contentsOf: path)
        do {
            try self.init(file.bytes, path: path)
        } catch {
            throw FileError(path: path, reason: error.description)
        }
    }
}
