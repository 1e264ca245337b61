import BitextReaders

/// Writes XML into memory.
///
/// In texts and values, a character that XML does not allow is escaped, see ``CodedText/safe(_:)``. Elements are closed by the
/// nesting of calls. Line breaks between elements are written by the caller, because in a text each blank counts. libxml2's writer makes four allocations for each element: with it, an export of 147,000 segments takes
/// 0.6 of 2.5 seconds more.
final class XMLWriter {
    /// In memory of its own: each access to a property of a class is checked at run time, which takes half of the time.
    private let state = UnsafeMutablePointer<State>.allocate(capacity: 1)

    private struct State {
        var bytes = ByteBuffer()
        /// The elements that are not closed yet.
        var open: [StaticString] = []
        /// Whether the last start tag can still get attributes.
        var isInTag = false
    }

    init() { state.initialize(to: State()) }

    deinit {
        state.pointee.bytes.deallocate()
        state.deinitialize(count: 1)
        state.deallocate()
    }

    /// The declaration.
    func startDocument() { append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }

    /// An element without line breaks around it.
    func element(_ name: StaticString, _ content: () -> Void = {}) {
        start(name)
        content()
        end()
    }

    /// An element on lines of its own.
    func lines(_ name: StaticString, _ content: () -> Void) {
        start(name)
        content()
        end()
        newLine()
    }

    func start(_ name: StaticString) {
        finishStartTag()
        append("<")
        append(name)
        state.pointee.open.append(name)
        state.pointee.isInTag = true
    }

    func end() {
        guard let name = state.pointee.open.popLast() else { return }
        if state.pointee.isInTag {
            append("/>")
            state.pointee.isInTag = false
        } else {
            append("</")
            append(name)
            append(">")
        }
    }

    func newLine() {
        finishStartTag()
        append("\n")
    }

    /// An attribute of the element that was begun last, before its content. Its value needs no references.
    func attribute(_ name: StaticString, _ value: StaticString) {
        append(" ")
        append(name)
        append("=\"")
        append(value)
        append("\"")
    }

    func attribute(_ name: StaticString, _ value: String) {
        var value = value
        value.withUTF8 { attribute(name, $0) }
    }

    func attribute(_ name: StaticString, _ value: ArraySlice<UInt8>) {
        value.withUnsafeBufferPointer { attribute(name, $0) }
    }

    private func attribute(_ name: StaticString, _ value: UnsafeBufferPointer<UInt8>) {
        append(" ")
        append(name)
        append("=\"")
        // A parser makes a space of each line break and tab that is not a reference (XML 1.0, 3.3.3).
        append(value, keepsBlanks: true)
        append("\"")
    }

    func text(_ bytes: ArraySlice<UInt8>) {
        finishStartTag()
        bytes.withUnsafeBufferPointer { append($0, keepsBlanks: false) }
    }

    func text(_ string: String) {
        finishStartTag()
        var string = string
        string.withUTF8 { append($0, keepsBlanks: false) }
    }

    /// What was written since the last call.
    func take() -> [UInt8] {
        finishStartTag()
        return state.pointee.bytes.take()
    }

    private func finishStartTag() {
        guard state.pointee.isInTag else { return }
        append(">")
        state.pointee.isInTag = false
    }

    private func append(_ text: StaticString) {
        state.pointee.bytes.append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Adds text, with references in place of markup.
    ///
    /// - Parameter keepsBlanks: whether tabs and line breaks are references, too.
    private func append(_ text: UnsafeBufferPointer<UInt8>, keepsBlanks: Bool) {
        var copied = 0
        func replace(_ range: Range<Int>, with replacement: StaticString) {
            state.pointee.bytes.append(UnsafeBufferPointer(rebasing: text[copied..<range.lowerBound]))
            append(replacement)
            copied = range.upperBound
        }
        func escape(_ range: Range<Int>) {
            let character = String(decoding: text[range], as: UTF8.self)
            var safe = CodedText.safe(character)
            guard safe != character else { return }
            replace(range, with: "")
            safe.withUTF8 { state.pointee.bytes.append($0) }
        }
        func addReference(for byte: UInt8, _ offset: Int) {
            switch byte {
            case UInt8(ascii: "&"): replace(offset..<offset + 1, with: "&amp;")
            case UInt8(ascii: "<"): replace(offset..<offset + 1, with: "&lt;")
            case UInt8(ascii: ">"): replace(offset..<offset + 1, with: "&gt;")
            case UInt8(ascii: "\""): replace(offset..<offset + 1, with: "&quot;")
            case UInt8(ascii: "\r"): replace(offset..<offset + 1, with: "&#13;")
            case UInt8(ascii: "\n"): if keepsBlanks { replace(offset..<offset + 1, with: "&#10;") }
            case UInt8(ascii: "\t"): if keepsBlanks { replace(offset..<offset + 1, with: "&#9;") }
            case 0xEF:
                // What XML does not allow is escaped, see ``CodedText/safe(_:)``. Besides controls, these are U+FFFE and U+FFFF.
                guard offset + 2 < text.count, text[offset + 1] == 0xBF, text[offset + 2] >= 0xBE else { return }
                escape(offset..<offset + 3)
            default: escape(offset..<offset + 1)
            }
        }
        var start = 0
        while start < text.count {
            let end = min(start + Self.stride, text.count)
            defer { start = end }
            if end - start == Self.stride, Self.isPlain(text, at: start) { continue }
            for offset in start..<end where Self.isSpecial(text[offset]) { addReference(for: text[offset], offset) }
        }
        state.pointee.bytes.append(UnsafeBufferPointer(rebasing: text[copied...]))
    }

    /// The bytes below 0x40 that are looked at, bit by bit: control characters and markup.
    private static let special: UInt64 = 0xFFFF_FFFF | 1 << 0x22 | 1 << 0x26 | 1 << 0x3C | 1 << 0x3E

    /// Without a branch for each byte: words are short, and a branch for blanks is mispredicted.
    private static func isSpecial(_ byte: UInt8) -> Bool {
        (special &>> UInt64(byte & 0x3F)) & (byte < 0x40 ? 1 : 0) | (byte == 0xEF ? 1 : 0) != 0
    }

    /// How many bytes are looked at in one step.
    private static let stride = 8

    /// Whether as many bytes are all written as they are.
    ///
    /// Finds bytes in a word as in "Bit Twiddling Hacks" by Sean Eron Anderson, "Determine if a word has a byte less than n".
    private static func isPlain(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        let bytes = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        let ones: UInt64 = 0x0101_0101_0101_0101
        // Of < and >, and of " and &, only one bit differs.
        let brackets = (bytes | ones &* 0x02) ^ ones &* 0x3E
        let others = (bytes | ones &* 0x04) ^ ones &* 0x26
        let last = bytes ^ ones &* 0xEF
        let found =
            ((bytes &- ones &* 0x20) & ~bytes) | ((brackets &- ones) & ~brackets) | ((others &- ones) & ~others)
            | ((last &- ones) & ~last)
        return found & (ones &* 0x80) == 0
    }
}

/// Bytes that grow at the end.
private struct ByteBuffer {
    private var memory: UnsafeMutableRawBufferPointer = .allocate(byteCount: 1 << 16, alignment: 1)
    private var count = 0

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
        if memory.count - count < bytes.count { grow(by: bytes.count) }
        memory.baseAddress?.advanced(by: count).copyMemory(from: start, byteCount: bytes.count)
        count += bytes.count
    }

    private mutating func grow(by needed: Int) {
        let larger = UnsafeMutableRawBufferPointer.allocate(
            byteCount: max(2 * memory.count, count + needed), alignment: 1)
        larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[..<count]))
        memory.deallocate()
        memory = larger
    }

    /// All bytes; none are left.
    mutating func take() -> [UInt8] {
        defer { count = 0 }
        return [UInt8](UnsafeRawBufferPointer(rebasing: memory[..<count]))
    }

    func deallocate() { memory.deallocate() }
}
