/// Reads little-endian numbers one after another.
struct ByteReader {
    private let bytes: ArraySlice<UInt8>
    private var offset: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        offset = bytes.startIndex
    }

    var isAtEnd: Bool { offset == bytes.endIndex }

    /// The next bytes; nil where fewer are left.
    mutating func bytes(_ count: Int) -> ArraySlice<UInt8>? {
        guard count >= 0, count <= bytes.endIndex - offset else { return nil }
        defer { offset += count }
        return bytes[offset..<offset + count]
    }

    mutating func uint32s(_ count: Int) -> [UInt32]? {
        bytes(4 * count)?.withUnsafeBytes { bytes in
            (0..<count).map {
                UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self))
            }
        }
    }

    mutating func uint32() -> UInt32? { uint32s(1)?[0] }
    mutating func floats(_ count: Int) -> [Float]? { uint32s(count)?.map { Float(bitPattern: $0) } }
    mutating func float() -> Float? { floats(1)?[0] }
}

extension [UInt8] {
    /// Appends a number, little-endian.
    mutating func append(littleEndian number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }

    mutating func append(littleEndian number: Float) { append(littleEndian: number.bitPattern) }
}
