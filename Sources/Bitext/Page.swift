/// A bilingual page: its bytes, its front matter and its segments, each with its exact place.
///
/// A page without any pair is an ordinary monolingual page; it has no segments, and its two sides are equal.
///
///     let page = try Page(bytes)
///     let target = page.split(into: .target)   // the Markdown that readers of the translation get
public struct Page: Sendable {
    /// Why bytes are not a page at all.
    public enum ReadingError: Error, Equatable, CustomStringConvertible {
        /// There is a NUL at `offset`: a picture, an archive, anything but text.
        case binary(offset: Int)
        /// Offsets are kept in 32 bits.
        case tooLarge(bytes: Int)

        public var description: String {
            switch self {
            case .binary(let offset): "a binary file (NUL at byte \(offset)), not a page"
            case .tooLarge(let bytes): "\(bytes) bytes; a page can have at most \(Page.largest)"
            }
        }
    }

    /// The largest page that is read, in bytes: one gibibyte.
    public static let largest = 1 << 30

    /// The page as UTF-8 after the repairs that ``defects`` lists. All ranges and offsets in this module are of these
    /// bytes; ``place(of:)`` leads back to the file.
    public let bytes: [UInt8]
    public let frontMatter: FrontMatter?
    /// In the order of the page.
    public let segments: [Segment]
    /// In the order of the page; of each kind a thousand at most, and one that says how many more there are.
    public let defects: [Defect]
    /// Where the body begins, after the front matter and a byte order mark.
    public let bodyStart: Int

    private let pieces: [PairScanner.Piece]
    private let lines: LineIndex
    /// The bytes of the file, where they needed repair.
    private let original: [UInt8]?
    private let edits: [Repair.Edit]

    /// Reads a page. Linear in its length, whatever the damage.
    ///
    /// - Parameter file: the bytes of the file: UTF-8 with or without a byte order mark, or UTF-16 with one.
    /// - Throws: ``ReadingError`` where the bytes are no text.
    public init(_ file: [UInt8]) throws(ReadingError) {
        guard file.count <= Self.largest else { throw .tooLarge(bytes: file.count) }
        var defects = DefectList()
        var file = file
        if let text = Self.decodeUTF16(file) {
            file = text
            defects.append(.utf16, 0..<0, "the page is UTF-16; read as UTF-8, and places are counted in that form")
        }
        if let nul = file.withUnsafeBufferPointer({ $0.firstOffset(of: UInt8(0), from: 0) }) {
            throw .binary(offset: nul)
        }

        let repair = Repair(file, defects: defects)
        let bytes = repair?.bytes ?? file
        defects = repair?.defects ?? defects
        original = repair == nil ? nil : file
        edits = repair?.edits ?? []
        lines = file.withUnsafeBufferPointer { LineIndex($0) }
        self.bytes = bytes

        let (frontMatter, problems) = bytes.withUnsafeBufferPointer { FrontMatter.read($0) }
        self.frontMatter = frontMatter
        for problem in problems { defects.append(.frontMatter, problem.offset..<problem.offset, problem.message) }
        let bodyStart = frontMatter?.range.upperBound ?? (bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
        self.bodyStart = bodyStart

        let scanner = bytes.withUnsafeBufferPointer { PairScanner($0, from: bodyStart, defects: defects) }
        segments = scanner.segments
        pieces = scanner.pieces
        self.defects = scanner.defects.inOrder()
    }

    /// One side as ordinary Markdown: the bytes that both sides share, and the side's own half of each pair.
    public func split(into side: Side) -> SideText {
        bytes.withUnsafeBufferPointer { SideText(side, of: $0, pieces: pieces, bodyStart: bodyStart) }
    }

    /// Line, column and offset in the file of an offset in ``bytes``.
    public func place(of offset: Int) -> Place {
        guard let original else {
            return bytes.withUnsafeBufferPointer { lines.place(of: offset, in: $0) }
        }
        return original.withUnsafeBufferPointer { lines.place(of: fileOffset(of: offset), in: $0) }
    }

    /// The place of an offset, found from that of an earlier one: cheap for places in their order.
    public func place(of offset: Int, after known: Place) -> Place {
        guard original == nil else { return place(of: offset) }
        return bytes.withUnsafeBufferPointer { lines.place(of: offset, after: known, in: $0) }
    }

    /// The 1-based line in the file of an offset in ``bytes``.
    public func line(of offset: Int) -> Int { lines.line(of: fileOffset(of: offset)) }

    /// A stretch of the page as a string.
    public func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The way back over the repairs. O(log edits).
    private func fileOffset(of offset: Int) -> Int {
        var low = 0
        var high = edits.count
        while low < high {
            let middle = (low + high) / 2
            if edits[middle].repaired.lowerBound <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return offset }
        let edit = edits[low - 1]
        if offset < edit.repaired.upperBound { return edit.original.lowerBound }
        return edit.original.upperBound + offset - edit.repaired.upperBound
    }

    private static func decodeUTF16(_ file: [UInt8]) -> [UInt8]? {
        guard file.count >= 2, file.count % 2 == 0 else { return nil }
        let isLittleEndian = file[0] == 0xFF && file[1] == 0xFE
        guard isLittleEndian || (file[0] == 0xFE && file[1] == 0xFF) else { return nil }
        let units = stride(from: 2, to: file.count, by: 2).map { index in
            isLittleEndian
                ? UInt16(file[index]) | UInt16(file[index + 1]) << 8
                : UInt16(file[index]) << 8 | UInt16(file[index + 1])
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}
