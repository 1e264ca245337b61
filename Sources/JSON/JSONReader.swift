import Bitext

/// Reads JSON (RFC 8259) from front to back, without making anything of what nobody asks for: a page document is mostly
/// segments, and who compares revisions needs none of them.
package struct JSONReader {
    /// Where and why the text is no JSON, or not the JSON that was expected.
    package struct Failure: Error, Equatable {
        package var offset: Int
        package var reason: String
    }

    private let bytes: [UInt8]
    private(set) var offset = 0
    /// How many objects and arrays are open.
    private var depth = 0

    /// Far deeper than any document that Diptych writes, and far from the end of a thread's stack.
    private static let deepest = 512

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        // A byte order mark, which RFC 8259 lets a reader ignore.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    }

    // MARK: Structure

    /// Reads an object; `member` is told each key and must read or ``skip()`` its value.
    package mutating func object(_ member: (inout JSONReader, String) throws(Failure) -> Void) throws(Failure) {
        try open(UInt8(ascii: "{"), "an object")
        if take(UInt8(ascii: "}")) {
            depth -= 1
            return
        }
        repeat {
            let key = try string()
            guard take(UInt8(ascii: ":")) else { throw failure("`:` is missing behind a key") }
            try member(&self, key)
        } while take(UInt8(ascii: ","))
        try close(UInt8(ascii: "}"), "an object")
    }

    /// Reads an array, an element with each call of `element`.
    package mutating func array<Element>(
        _ element: (inout JSONReader) throws(Failure) -> Element
    ) throws(Failure) -> [Element] {
        var elements: [Element] = []
        try open(UInt8(ascii: "["), "an array")
        if take(UInt8(ascii: "]")) {
            depth -= 1
            return elements
        }
        repeat { elements.append(try element(&self)) } while take(UInt8(ascii: ","))
        try close(UInt8(ascii: "]"), "an array")
        return elements
    }

    /// Whether the next value is an object.
    package var isAtObject: Bool {
        mutating get { next == UInt8(ascii: "{") }
    }

    /// Makes sure that nothing stands behind the value.
    package mutating func end() throws(Failure) {
        skipBlanks()
        if offset < bytes.count { throw failure("something stands behind the end") }
    }

    private mutating func open(_ bracket: UInt8, _ what: String) throws(Failure) {
        guard take(bracket) else { throw failure("\(what) is expected") }
        depth += 1
        if depth > Self.deepest { throw failure("too deeply nested") }
    }

    private mutating func close(_ bracket: UInt8, _ what: String) throws(Failure) {
        guard take(bracket) else { throw failure("\(what) is never closed") }
        depth -= 1
    }

    // MARK: Values

    /// Reads a value of any kind and forgets it.
    package mutating func skip() throws(Failure) {
        switch next {
        case UInt8(ascii: "{"): try object { json, _ throws(Failure) in try json.skip() }
        case UInt8(ascii: "["): _ = try array { json throws(Failure) in try json.skip() }
        case UInt8(ascii: "\""): _ = try rawString()
        case UInt8(ascii: "t"): try literal("true")
        case UInt8(ascii: "f"): try literal("false")
        case UInt8(ascii: "n"): try literal("null")
        default: try skipNumber()
        }
    }

    /// What `body` reads, or nil for a null.
    package mutating func optional<Value>(
        _ body: (inout JSONReader) throws(Failure) -> Value
    ) throws(Failure) -> Value? {
        guard next == UInt8(ascii: "n") else { return try body(&self) }
        try literal("null")
        return nil
    }

    package mutating func string() throws(Failure) -> String {
        let (range, isEscaped) = try rawString()
        return isEscaped ? try unescaped(range) : String(decoding: bytes[range], as: UTF8.self)
    }

    package mutating func bool() throws(Failure) -> Bool {
        if next == UInt8(ascii: "t") {
            try literal("true")
            return true
        }
        try literal("false")
        return false
    }

    /// Reads a whole number.
    package mutating func integer() throws(Failure) -> Int {
        skipBlanks()
        let start = offset
        if peek == UInt8(ascii: "-") { offset += 1 }
        while let byte = peek, isDigit(byte) { offset += 1 }
        guard let value = Int(String(decoding: bytes[start..<offset], as: UTF8.self)) else {
            offset = start
            throw failure("a whole number is expected")
        }
        return value
    }

    private mutating func literal(_ text: StaticString) throws(Failure) {
        skipBlanks()
        for index in 0..<text.utf8CodeUnitCount {
            guard peek == text.utf8Start[index] else { throw failure("`\(text)` is expected") }
            offset += 1
        }
    }

    private mutating func skipNumber() throws(Failure) {
        let start = offset
        while let byte = peek, isDigit(byte) || "+-.eE".utf8.contains(byte) { offset += 1 }
        if offset == start { throw failure("a value is expected") }
    }

    // MARK: Strings

    /// The bytes between the quotes, and whether any of them is escaped.
    private mutating func rawString() throws(Failure) -> (range: Range<Int>, isEscaped: Bool) {
        guard take(UInt8(ascii: "\"")) else { throw failure("a string is expected") }
        let start = offset
        var isEscaped = false
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "\""):
                offset += 1
                return (start..<offset - 1, isEscaped)
            case UInt8(ascii: "\\"):
                isEscaped = true
                offset += 2
            case 0..<0x20: throw failure("a control character in a string")
            default: offset += 1
            }
        }
        offset = start
        throw failure("a string is never closed")
    }

    private func unescaped(_ range: Range<Int>) throws(Failure) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            guard bytes[index] == UInt8(ascii: "\\") else {
                text.append(bytes[index])
                index += 1
                continue
            }
            let escape = bytes[index + 1]
            index += 2
            switch escape {
            case UInt8(ascii: "n"): text.append(0x0A)
            case UInt8(ascii: "r"): text.append(0x0D)
            case UInt8(ascii: "t"): text.append(0x09)
            case UInt8(ascii: "b"): text.append(0x08)
            case UInt8(ascii: "f"): text.append(0x0C)
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(escape)
            case UInt8(ascii: "u"): text += String(try scalar(at: &index, before: range.upperBound)).utf8
            default: throw Failure(offset: index - 1, reason: "an unknown escape in a string")
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The character that `\uXXXX` stands for, two of them where it is a surrogate pair; half a pair is U+FFFD.
    private func scalar(at index: inout Int, before end: Int) throws(Failure) -> Unicode.Scalar {
        let first = try codeUnit(at: &index, before: end)
        guard (0xD800..<0xDC00).contains(first), index + 1 < end, bytes[index] == UInt8(ascii: "\\"),
            bytes[index + 1] == UInt8(ascii: "u")
        else {
            return Unicode.Scalar(first) ?? "\u{FFFD}"
        }
        var ahead = index + 2
        let second = try codeUnit(at: &ahead, before: end)
        guard (0xDC00..<0xE000).contains(second) else { return "\u{FFFD}" }
        index = ahead
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + second - 0xDC00) ?? "\u{FFFD}"
    }

    private func codeUnit(at index: inout Int, before end: Int) throws(Failure) -> UInt32 {
        guard index + 4 <= end,
            let value = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
        else {
            throw Failure(offset: index, reason: "four hexadecimal digits are expected")
        }
        index += 4
        return value
    }

    // MARK: Bytes

    private var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    /// The first byte of the next value.
    private var next: UInt8? {
        mutating get {
            skipBlanks()
            return peek
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        offset += 1
        return true
    }

    private mutating func skipBlanks() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { offset += 1 }
    }

    private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// A failure here, or at the end where the text ends too early.
    package func failure(_ reason: String) -> Failure {
        offset >= bytes.count
            ? Failure(offset: bytes.count, reason: "it ends too early") : Failure(offset: offset, reason: reason)
    }
}
