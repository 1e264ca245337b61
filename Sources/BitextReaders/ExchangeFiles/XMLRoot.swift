import Bitext

/// The first element of a file that should be XML: what the file is, also where it is no XML.
enum XMLRoot: Equatable {
    /// The name without its namespace, and where it is.
    case element(String, at: Int)
    /// The file begins as XML, and ends before its first element.
    case cutOff
    /// No XML.
    case none

    init(_ bytes: [UInt8]) { self = bytes.withUnsafeBufferPointer { Self.find(in: $0) } }

    private static func find(in bytes: Bytes) -> XMLRoot {
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        guard let first = text.firstIndex(where: { !$0.isASCIIBlank }), bytes[first] == UInt8(ascii: "<") else {
            return .none
        }
        var offset: Int? = first
        while let open = offset.flatMap({ bytes.firstOffset(of: UInt8(ascii: "<"), from: $0) }) {
            if bytes.has("<!--", at: open) {
                offset = bytes.firstOffset(of: "-->", from: open + 4)
            } else if bytes.has("<?", at: open) {
                offset = bytes.firstOffset(of: "?>", from: open + 2)
            } else if bytes.has("<!", at: open) {
                offset = endOfDeclaration(from: open + 2, in: bytes)
            } else {
                let end = bytes[(open + 1)...].firstIndex { $0.isASCIIBlank || $0.isOne(of: "/>") }
                guard let end else { return .cutOff }
                let name = String(decoding: bytes[open + 1..<end], as: UTF8.self)
                return .element(name.split(separator: ":").last.map { String($0) } ?? name, at: open)
            }
        }
        return .cutOff
    }

    /// Where a document type ends. The declarations in it are between brackets, and may have quoted text that looks like an element.
    private static func endOfDeclaration(from start: Int, in bytes: Bytes) -> Int? {
        var (depth, offset) = (0, start)
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                guard let end = bytes.firstOffset(of: bytes[offset], from: offset + 1) else { return nil }
                offset = end
            case UInt8(ascii: "<") where bytes.has("<!--", at: offset):
                guard let end = bytes.firstOffset(of: "-->", from: offset + 4) else { return nil }
                offset = end + 2
            case UInt8(ascii: "["), UInt8(ascii: "<"): depth += 1
            case UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: ">"):
                if depth == 0 { return offset + 1 }
                depth -= 1
            default: break
            }
            offset += 1
        }
        return nil
    }
}
