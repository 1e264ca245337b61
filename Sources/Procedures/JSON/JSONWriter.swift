/// Writes JSON (RFC 8259) as UTF-8, in the order in which it is told, so the same document is the same bytes.
///
/// Two blanks of indentation, `/` unescaped, no text escaped but what must be: quotes, backslashes and control characters.
public struct JSONWriter: Sendable {
    public private(set) var bytes: [UInt8] = []
    private var depth = 0
    /// Whether the innermost open object or array has nothing in it yet.
    private var isEmpty = true
    /// Whether a key was written that waits for its value.
    private var isAfterKey = false

    public init(reserving capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    // MARK: Structure

    /// Writes an object whose members `body` writes.
    public mutating func object(_ body: (inout JSONWriter) -> Void) { nest(UInt8(ascii: "{"), UInt8(ascii: "}"), body) }

    /// Writes an array with an element for each of `elements`.
    public mutating func array<S: Sequence>(_ elements: S, _ body: (inout JSONWriter, S.Element) -> Void) {
        nest(UInt8(ascii: "["), UInt8(ascii: "]")) { writer in
            for element in elements { body(&writer, element) }
        }
    }

    private mutating func nest(_ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void) {
        beginValue()
        bytes.append(open)
        depth += 1
        isEmpty = true
        body(&self)
        depth -= 1
        if !isEmpty { newLine() }
        bytes.append(close)
        isEmpty = false
    }

    /// Writes the key of the member that the next value belongs to.
    public mutating func key(_ key: String) {
        beginValue()
        write(key)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(UInt8(ascii: " "))
        isAfterKey = true
    }

    /// Writes the document's last line break.
    public mutating func finish() { bytes.append(UInt8(ascii: "\n")) }

    private mutating func beginValue() {
        if isAfterKey {
            isAfterKey = false
            return
        }
        guard depth > 0 else { return }
        if !isEmpty { bytes.append(UInt8(ascii: ",")) }
        isEmpty = false
        newLine()
    }

    private mutating func newLine() {
        bytes.append(UInt8(ascii: "\n"))
        for _ in 0..<depth {
            bytes.append(0x20)
            bytes.append(0x20)
        }
    }

    // MARK: Values

    public mutating func string(_ value: String?) {
        beginValue()
        if let value { write(value) } else { bytes += "null".utf8 }
    }

    public mutating func number(_ value: Int) {
        beginValue()
        if value >= 0, value < 10 { bytes.append(UInt8(ascii: "0") + UInt8(value)) } else { bytes += String(value).utf8 }
    }

    public mutating func bool(_ value: Bool) {
        beginValue()
        bytes += (value ? "true" : "false").utf8
    }

    public mutating func null() {
        beginValue()
        bytes += "null".utf8
    }

    private mutating func write(_ value: String) {
        bytes.append(UInt8(ascii: "\""))
        var value = value
        value.withUTF8 { text in
            var clean = 0
            for (index, byte) in text.enumerated() {
                guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F else { continue }
                bytes += text[clean..<index]
                clean = index + 1
                escape(byte)
            }
            bytes += text[clean...]
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\n"): bytes.append(UInt8(ascii: "n"))
        case UInt8(ascii: "\r"): bytes.append(UInt8(ascii: "r"))
        case UInt8(ascii: "\t"): bytes.append(UInt8(ascii: "t"))
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
        default:
            let hex = Array("0123456789abcdef".utf8)
            bytes += [UInt8(ascii: "u"), UInt8(ascii: "0"), UInt8(ascii: "0"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
        }
    }
}
