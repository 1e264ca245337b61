/// A file to read: its path and its bytes.
public struct InputFile: Sendable {
    /// The path that messages and documents show.
    public let path: String
    /// The bytes on disk.
    public let bytes: [UInt8]

    /// - Parameter bytes: an array, `Data` or any other collection. An array is not copied.
    public init(path: String, bytes: some Collection<UInt8>) {
        self.path = path
        self.bytes = Array(bytes)
    }
}

/// Reads one form of file that holds a text and its translation.
///
/// Everything after the reader works on the ``Bitext`` and does not depend on the form. To add a form, write a reader: see
/// CONTRIBUTING.md.
public protocol BitextReader: Sendable {
    /// Reads a bitext. Damage is reported in ``Bitext/defects``, and the rest of the file is read.
    ///
    /// - Parameter files: one file for span pages and exchange files; for page pairs the source's, then the target's.
    /// - Throws: if the bytes are not a file of this form at all.
    func read(_ files: [InputFile]) throws(BitextReadingError) -> Bitext
}

extension BitextReader {
    /// Reads a bitext from the bytes of one file: an array, `Data` or any other collection.
    ///
    /// - Parameter path: what messages and documents call the file.
    public func read(_ bytes: some Collection<UInt8>, path: String) throws(BitextReadingError) -> Bitext {
        try read([InputFile(path: path, bytes: bytes)])
    }
}

/// Why a file cannot be read as a bitext.
public enum BitextReadingError: Error, Equatable, CustomStringConvertible {
    /// There is a NUL at `offset`, so the file is not text but a picture, an archive or the like.
    case binary(offset: Int)
    /// The file is larger than ``SourceFile/maxSize``.
    case tooLarge(bytes: Int)
    /// The file has the right form, but is damaged so that nothing after this line can be read.
    case damaged(line: Int, reason: String)
    /// The form has another number of files.
    case fileCount(Int, expected: Int)

    public var description: String {
        switch self {
        case .binary(let offset): "a binary file (NUL at byte \(offset)), not text"
        case .tooLarge(let bytes): "\(bytes) bytes; a file can have at most \(SourceFile.maxSize)"
        case .damaged(let line, let reason): "line \(line): \(reason)"
        case .fileCount(let count, let expected): "\(count) file\(count == 1 ? "" : "s"); this form has \(expected)"
        }
    }
}
