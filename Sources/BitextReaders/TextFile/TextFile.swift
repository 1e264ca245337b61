import Bitext

/// A file as text: UTF-16 is decoded, damage is repaired, and binary files are rejected.
package struct TextFile {
    package let file: SourceFile
    package let defects: DefectList

    /// - Parameters:
    ///   - number: the file's index in the bitext.
    ///   - quotes: whether to repair escaped quotes of attributes (see ``Repair``).
    ///   - noun: what messages call the file.
    ///   - encoding: the name of the encoding that the bytes declare, if they do.
    /// - Throws: if the bytes are not text, or too many.
    package init(
        _ input: InputFile, number: Int = 0, repairingQuotes quotes: Bool = false, noun: String = "page",
        encoding: String? = nil
    ) throws(BitextReadingError) {
        guard input.bytes.count <= SourceFile.maxSize else { throw .tooLarge(bytes: input.bytes.count) }
        var defects = DefectList(file: number)
        var bytes = input.bytes
        let utf16 = Self.decodeUTF16(bytes)
        if let text = utf16 {
            bytes = text
            defects.append(.utf16, 0..<0, "the \(noun) is UTF-16; read as UTF-8, and places are counted in that form")
        }
        if let nul = bytes.withUnsafeBufferPointer({ $0.firstOffset(of: UInt8(0), from: 0) }) {
            if Self.isUTF16(bytes) {
                throw .damaged(line: 1, reason: "UTF-16 without a byte order mark; save the \(noun) as UTF-8")
            }
            throw .binary(offset: nul)
        }
        if utf16 == nil, let declared = encoding.flatMap({ DeclaredEncoding($0) }) {
            let name = declared.name
            if DeclaredEncoding.isUTF8(bytes) {
                throw .damaged(
                    line: 1, reason: "the file says \(name), but its bytes are UTF-8; correct the declaration")
            }
            defects.append(
                .otherEncoding, 0..<0, "the file is \(name); read as UTF-8, and offsets are counted in that form")
            bytes = declared.decode(bytes) {
                defects.append(.invalidUTF8, $0, "not \(name); read as U+FFFD")
            }
        }
        // Decoded and repaired text can be longer than the file.
        guard bytes.count <= SourceFile.maxSize else { throw .tooLarge(bytes: bytes.count) }
        if let repair = Repair(bytes, quotes: quotes, noun: noun, defects: defects) {
            guard repair.bytes.count <= SourceFile.maxSize else { throw .tooLarge(bytes: repair.bytes.count) }
            file = SourceFile(path: input.path, bytes: repair.bytes, original: bytes, edits: repair.edits)
            self.defects = repair.defects
        } else {
            file = SourceFile(path: input.path, bytes: bytes)
            self.defects = defects
        }
    }

    /// Whether bytes without a byte order mark begin as mostly ASCII in UTF-16: every other one is NUL.
    private static func isUTF16(_ bytes: [UInt8]) -> Bool {
        let beginning = bytes.prefix(256)
        var nuls = [0, 0]
        for (index, byte) in beginning.enumerated() where byte == 0 { nuls[index % 2] += 1 }
        return min(nuls[0], nuls[1]) == 0 && 4 * max(nuls[0], nuls[1]) >= beginning.count && beginning.count >= 4
    }

    private static func decodeUTF16(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count >= 2, bytes.count % 2 == 0 else { return nil }
        let isLittleEndian = bytes[0] == 0xFF && bytes[1] == 0xFE
        guard isLittleEndian || (bytes[0] == 0xFE && bytes[1] == 0xFF) else { return nil }
        let units = stride(from: 2, to: bytes.count, by: 2).map { index in
            isLittleEndian
                ? UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8
                : UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}

extension [InputFile] {
    /// The file of a form that has one file.
    func single() throws(BitextReadingError) -> InputFile {
        guard count == 1, let file = first else { throw .fileCount(count, expected: 1) }
        return file
    }
}
