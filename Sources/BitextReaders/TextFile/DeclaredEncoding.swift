internal import CLibXML2

/// Converts a file from the encoding that it declares to UTF-8. Line and column of each character stay the same.
struct DeclaredEncoding {
    let name: String
    private let handler: xmlCharEncodingHandlerPtr

    /// - Parameter name: as the file has it: `ISO-8859-1`.
    /// - Returns: nil if nothing is to be converted, or if the encoding is not known.
    init?(_ name: String) {
        // ASCII is part of UTF-8. The others have NULs in the declaration itself, so here they are not what is declared.
        let upper = name.uppercased()
        if ["UTF", "UCS", "ISO-10646", "US-ASCII", "ASCII"].contains(where: { upper.hasPrefix($0) }) { return nil }
        xmlInitParser()
        guard let handler = xmlFindCharEncodingHandler(name) else { return nil }
        self.name = name
        self.handler = handler
    }

    /// The bytes as UTF-8. What is not in the encoding becomes U+FFFD.
    ///
    /// - Parameter bad: called with the range of each U+FFFD.
    func decode(_ bytes: [UInt8], bad: (Range<Int>) -> Void) -> [UInt8] {
        defer { xmlCharEncCloseFunc(handler) }
        // Without a function, libxml2 prints on standard error what it cannot convert.
        xmlSetStructuredErrorFunc(nil) { _, _ in }
        defer { xmlSetStructuredErrorFunc(nil, nil) }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count + bytes.count / 8)
        var offset = 0
        while offset < bytes.count {
            let end = min(offset + Self.chunkSize, bytes.count)
            let used = decode(bytes[offset..<end], into: &decoded)
            offset += used
            if used == 0 {
                bad(decoded.count..<decoded.count + 3)
                decoded += [0xEF, 0xBF, 0xBD]
                offset += 1
            }
        }
        return decoded
    }

    /// Whether bytes are UTF-8, whatever encoding they declare: they have letters of several bytes, and at most a few that are
    /// damaged. Text in another encoding is practically never so. ASCII alone is the same in both.
    static func isUTF8(_ bytes: [UInt8]) -> Bool {
        if bytes.withUnsafeBufferPointer(\.isUTF8) { return bytes.contains { $0 >= 0x80 } }
        var parser = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var (wellFormed, illFormed) = (0, 0)
        while true {
            switch parser.parseScalar(from: &iterator) {
            case .valid(let scalar): wellFormed += scalar.count > 1 ? 1 : 0
            case .error: illFormed += 1
            case .emptyInput: return wellFormed > 8 * illFormed
            }
        }
    }

    /// After bytes that cannot be converted, conversion begins again, so a chunk is small.
    private static let chunkSize = 4096

    /// - Returns: how many bytes were converted.
    private func decode(_ chunk: ArraySlice<UInt8>, into decoded: inout [UInt8]) -> Int {
        guard let input = xmlBufferCreate(), let output = xmlBufferCreate() else { return 0 }
        defer {
            xmlBufferFree(input)
            xmlBufferFree(output)
        }
        _ = chunk.withUnsafeBufferPointer { xmlBufferAdd(input, $0.baseAddress, Int32($0.count)) }
        _ = xmlCharEncInFunc(handler, output, input)
        decoded += UnsafeBufferPointer(start: xmlBufferContent(output), count: Int(xmlBufferLength(output)))
        return chunk.count - Int(xmlBufferLength(input))
    }
}
