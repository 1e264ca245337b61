/// A file to read: its bytes and what it is called.
public struct InputFile: Sendable {
    /// What messages and documents call the file.
    public let path: String
    /// The bytes on disk.
    public let bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// Reads one form in which people keep a text and its translation.
///
/// Everything after the reader works on the ``Bitext`` and does not know the form. To add a form, write a reader; see
/// CONTRIBUTING.md.
public protocol BitextReader: Sendable {
    /// Reads a bitext, whatever its damage: what is damaged is in ``Bitext/defects``, and the rest is read.
    ///
    /// - Parameter files: one file for span pages and exchange files, the source's and the target's for page pairs.
    /// - Throws: where the bytes are no such file at all.
    func read(_ files: [InputFile]) throws(BitextReadingError) -> Bitext
}

/// Why a file cannot be read as a bitext.
public enum BitextReadingError: Error, Equatable, CustomStringConvertible {
    /// There is a NUL at `offset`: a picture, an archive, anything but text.
    case binary(offset: Int)
    /// Offsets are kept in 32 bits.
    case tooLarge(bytes: Int)
    /// The file is of the right kind, but damaged so that nothing after this line can be read.
    case damaged(line: Int, reason: String)
    /// The reader takes another number of files.
    case fileCount(Int, expected: Int)

    public var description: String {
        switch self {
        case .binary(let offset): "a binary file (NUL at byte \(offset)), not a page"
        case .tooLarge(let bytes): "\(bytes) bytes; a page can have at most \(SourceFile.maxSize)"
        case .damaged(let line, let reason): "line \(line): \(reason)"
        case .fileCount(let count, let expected): "\(count) files; this form has \(expected)"
        }
    }
}
