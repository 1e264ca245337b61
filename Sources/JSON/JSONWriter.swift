import Bitext

/// Writes JSON (RFC 8259) as UTF-8, in the order of the calls, so the same document is always the same bytes.
///
/// Indentation is two blanks. Only what must be escaped is: quotes, backslashes and control characters, but not `/`.
/// An object or array without members is `{}` or `[]`; small ones can be asked to stay on their line.
///
/// What writes a key or calls a closure is inlined into the modules that use it: a document has a hundred thousand of both.
@usableFromInline
package struct JSONWriter: ~Copyable {
    @usableFromInline
    var storage: UnsafeMutablePointer<UInt8>
    @usableFromInline
    var count = 0
    @usableFromInline
    var capacity: Int
    @usableFromInline
    var depth = 0
    /// Whether the innermost open object or array has nothing in it yet.
    @usableFromInline
    var isEmpty = true
    /// Whether a key was written that waits for its value.
    @usableFromInline
    var isAfterKey = false
    /// How many objects and arrays that stay on their line are open.
    @usableFromInline
    var inlineDepth = 0

    /// - Parameter capacity: how many bytes are expected.
    package init(reserving capacity: Int = 4096) {
        self.capacity = max(capacity, 256)
        storage = .allocate(capacity: self.capacity)
    }

    deinit { storage.deallocate() }

    /// What has been written, with a line break at the end.
    package consuming func finish() -> [UInt8] { finish { Array($0) } }

    /// Calls `body` with all that has been written and a line break at the end, without a copy.
    package consuming func finish<Result, Failure: Error>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        put(UInt8(ascii: "\n"))
        return try body(UnsafeBufferPointer(start: storage, count: count))
    }

    // MARK: Structure

    /// Writes an object whose members `body` writes.
    @inlinable
    package mutating func object(_ body: (inout JSONWriter) -> Void) {
        open(UInt8(ascii: "{"))
        body(&self)
        close(UInt8(ascii: "}"))
    }

    /// Writes an object on one line, with everything in it.
    @inlinable
    package mutating func inlineObject(_ body: (inout JSONWriter) -> Void) {
        beginValue()
        inlineDepth += 1
        put(UInt8(ascii: "{"))
        isEmpty = true
        body(&self)
        put(UInt8(ascii: "}"))
        inlineDepth -= 1
        isEmpty = false
    }

    /// Writes an array on one line, with an element for each of `elements`.
    @inlinable
    package mutating func inlineArray<Element>(_ elements: [Element], _ body: (inout JSONWriter, Element) -> Void) {
        beginValue()
        inlineDepth += 1
        put(UInt8(ascii: "["))
        isEmpty = true
        for element in elements { body(&self, element) }
        put(UInt8(ascii: "]"))
        inlineDepth -= 1
        isEmpty = false
    }

    /// Writes an array with an element for each of `elements`.
    @inlinable
    package mutating func array<Element>(_ elements: [Element], _ body: (inout JSONWriter, Element) -> Void) {
        open(UInt8(ascii: "["))
        // A buffer and no iterator: an iterator retains each element, which costs a reference count for each reference in it.
        elements.withUnsafeBufferPointer { elements in
            for index in elements.indices { body(&self, elements[index]) }
        }
        close(UInt8(ascii: "]"))
    }

    /// Opens an object that ``endObject()`` closes, for a document that is written piece by piece.
    @inlinable
    package mutating func beginObject() { open(UInt8(ascii: "{")) }

    /// Closes the object that ``beginObject()`` opened.
    @inlinable
    package mutating func endObject() { close(UInt8(ascii: "}")) }

    /// Opens an array that ``endArray()`` closes.
    @inlinable
    package mutating func beginArray() { open(UInt8(ascii: "[")) }

    /// Closes the array that ``beginArray()`` opened.
    @inlinable
    package mutating func endArray() { close(UInt8(ascii: "]")) }

    /// Returns what has been written since the last call, so that a long document is never in memory as a whole.
    package mutating func drain() -> [UInt8] {
        defer { count = 0 }
        return Array(UnsafeBufferPointer(start: storage, count: count))
    }

    @usableFromInline
    mutating func open(_ bracket: UInt8) {
        beginValue()
        put(bracket)
        depth += 1
        isEmpty = true
    }

    @usableFromInline
    mutating func close(_ bracket: UInt8) {
        depth -= 1
        if !isEmpty { newLine() }
        put(bracket)
        isEmpty = false
    }

    /// Writes the key of the member that the next value belongs to. `key` needs no escaping.
    ///
    /// Inlined, so that a key is written by a few stores and not by a call that asks for its length.
    @inlinable
    @inline(__always)
    package mutating func key(_ key: StaticString) {
        beginValue()
        let length = key.utf8CodeUnitCount
        reserve(length + 4)
        storage[count] = UInt8(ascii: "\"")
        (storage + count + 1).update(from: key.utf8Start, count: length)
        storage[count + 1 + length] = UInt8(ascii: "\"")
        count += length + 2
        endKeyWithRoom()
    }

    /// Writes a key that a page's author chose.
    ///
    /// Not `key(_:)`, because a literal is a `String` where it can be: `key("id")` would call this, and search for what to escape.
    package mutating func key(escaping key: String) {
        beginValue()
        write(key)
        reserve(2)
        endKeyWithRoom()
    }

    /// Writes what follows a key. The caller has reserved room for it.
    @inlinable
    @inline(__always)
    mutating func endKeyWithRoom() {
        storage[count] = UInt8(ascii: ":")
        storage[count + 1] = UInt8(ascii: " ")
        count += 2
        isAfterKey = true
    }

    @inlinable
    @inline(__always)
    mutating func beginValue() {
        if isAfterKey {
            isAfterKey = false
        } else {
            separate()
        }
    }

    /// Writes what comes before a key, or before a value without one.
    @usableFromInline
    mutating func separate() {
        if inlineDepth > 0 {
            if !isEmpty {
                reserve(2)
                storage[count] = UInt8(ascii: ",")
                storage[count + 1] = UInt8(ascii: " ")
                count += 2
            }
            isEmpty = false
            return
        }
        guard depth > 0 else { return }
        newLine(after: isEmpty ? nil : UInt8(ascii: ","))
        isEmpty = false
    }

    /// Begins a line.
    ///
    /// - Parameter mark: what ends the line before, such as a comma.
    @inline(__always)
    private mutating func newLine(after mark: UInt8? = nil) {
        let indentation = 2 * depth
        // Eight blanks at once, so up to seven more than are kept.
        reserve(2 + indentation + 7)
        if let mark {
            storage[count] = mark
            count += 1
        }
        storage[count] = UInt8(ascii: "\n")
        var written = 0
        while written < indentation {
            UnsafeMutableRawPointer(storage + count + 1 + written)
                .storeBytes(of: 0x2020_2020_2020_2020, as: UInt64.self)
            written += 8
        }
        count += 1 + indentation
    }

    // MARK: Values

    /// Writes a string, or null.
    @usableFromInline
    package mutating func string(_ value: String?) {
        guard let value else { return null() }
        beginValue()
        write(value)
    }

    /// Writes a string.
    package mutating func string(_ value: SharedText) {
        beginValue()
        value.withUTF8 { write($0) }
    }

    /// Writes UTF-8 as a string.
    package mutating func string(_ value: UnsafeBufferPointer<UInt8>) {
        beginValue()
        write(value)
    }

    /// Writes a string that needs no escaping.
    package mutating func plainString(_ value: StaticString) {
        beginValue()
        put(UInt8(ascii: "\""))
        put(value)
        put(UInt8(ascii: "\""))
    }

    /// Writes a whole number.
    @usableFromInline
    package mutating func number(_ value: Int) {
        beginValue()
        // Most are small, and need no loop.
        if let small = UInt16(exactly: value), small < 1000 {
            reserve(3)
            let (hundreds, tens, ones) = (small / 100, small / 10 % 10, small % 10)
            if small >= 100 { append(digit: hundreds) }
            if small >= 10 { append(digit: tens) }
            return append(digit: ones)
        }
        var digits = value.magnitude
        var length = 1
        while digits >= 10 {
            digits /= 10
            length += 1
        }
        if value < 0 { put(UInt8(ascii: "-")) }
        reserve(length)
        digits = value.magnitude
        // From the last digit to the first.
        for index in (0..<length).reversed() {
            storage[count + index] = UInt8(ascii: "0") + UInt8(digits % 10)
            digits /= 10
        }
        count += length
    }

    /// Writes one digit. The caller has reserved room for it.
    @inline(__always)
    private mutating func append(digit: UInt16) {
        storage[count] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
        count += 1
    }

    /// Writes a number that is not negative with two digits after the point.
    package mutating func hundredths(_ value: Int) {
        number(value / 100)
        reserve(3)
        storage[count] = UInt8(ascii: ".")
        count += 1
        append(digit: UInt16(value / 10 % 10))
        append(digit: UInt16(value % 10))
    }

    /// Writes `true` or `false`.
    package mutating func bool(_ value: Bool) {
        beginValue()
        put(value ? "true" : "false")
    }

    /// Writes `null`.
    package mutating func null() {
        beginValue()
        put("null")
    }

    /// Writes an earlier value again, as the next value.
    ///
    /// - Parameter written: the place of the earlier value, from ``place(ofValue:)``, with no ``drain()`` since then.
    package mutating func repeatValue(_ written: Range<Int>) {
        precondition(written.lowerBound >= 0 && written.upperBound <= count)
        beginValue()
        reserve(written.count)
        (storage + count).update(from: storage + written.lowerBound, count: written.count)
        count += written.count
    }

    /// Writes a value and returns its place in the bytes written since the last ``drain()``.
    @inlinable
    @inline(__always)
    package mutating func place(ofValue body: (inout JSONWriter) -> Void) -> Range<Int> {
        let start = count
        body(&self)
        return start..<count
    }

    private mutating func write(_ value: String) {
        // Without a copy where the string is UTF-8, which nearly every one is.
        if value.utf8.withContiguousStorageIfAvailable({ write($0) }) != nil { return }
        var copy = value
        copy.withUTF8 { write($0) }
    }

    /// Writes UTF-8 as a string.
    private mutating func write(_ text: UnsafeBufferPointer<UInt8>) {
        put(UInt8(ascii: "\""))
        // In parts, because each must have room for the longest escape, six bytes, everywhere.
        var start = 0
        while text.count - start > 16_384 {
            writeEscaped(UnsafeBufferPointer(rebasing: text[start..<start + 16_384]))
            start += 16_384
        }
        writeEscaped(UnsafeBufferPointer(rebasing: text[start...]))
        put(UInt8(ascii: "\""))
    }

    private mutating func writeEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        guard let base = text.baseAddress else { return }
        // Room for the longest escapes, and for one whole word after them.
        reserve(text.count * 6 + 16)
        let from = UnsafeRawPointer(base)
        let to = UnsafeMutableRawPointer(storage)
        let end = text.count
        var next = count
        var offset = 0
        while offset < end {
            // Sixteen bytes at once, then eight, where none of them needs an escape.
            while offset + 16 <= end {
                let first = from.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                let second = from.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)
                if !Self.isPlain(Self.plainBytes(first) & Self.plainBytes(second)) { break }
                to.storeBytes(of: first, toByteOffset: next, as: UInt64.self)
                to.storeBytes(of: second, toByteOffset: next + 8, as: UInt64.self)
                next += 16
                offset += 16
            }
            if offset + 8 <= end {
                let word = from.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                if Self.isPlain(Self.plainBytes(word)) {
                    to.storeBytes(of: word, toByteOffset: next, as: UInt64.self)
                    next += 8
                    offset += 8
                    continue
                }
            } else if end >= 8 {
                // The last few bytes together with those before them. Where none of the eight needs an escape, the earlier
                // ones are written already, and are written again as they are.
                let word = from.loadUnaligned(fromByteOffset: end - 8, as: UInt64.self)
                if Self.isPlain(Self.plainBytes(word)) {
                    next += end - offset
                    to.storeBytes(of: word, toByteOffset: next - 8, as: UInt64.self)
                    break
                }
            }
            // Up to the next byte that needs one.
            repeat {
                let byte = base[offset]
                offset += 1
                if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F {
                    next = escape(byte, at: next)
                    break
                }
                storage[next] = byte
                next += 1
            } while offset < end
        }
        count = next
    }

    /// The highest bit of each of eight bytes: whether the byte is no control character, no quote and no backslash.
    ///
    /// No carry crosses a byte: only the low seven bits are tested, and a byte of 128 or more is always plain.
    @inline(__always)
    private static func plainBytes(_ word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let low = word & (ones &* 0x7F)
        let noControl = low &+ ones &* 0x60
        let noQuote = (low ^ ones &* 0x22) &+ ones &* 0x7F
        let noBackslash = (low ^ ones &* 0x5C) &+ ones &* 0x7F
        let delete = low &+ ones
        return noControl & noQuote & noBackslash & ~delete | word
    }

    @inline(__always)
    private static func isPlain(_ bytes: UInt64) -> Bool { bytes & 0x8080_8080_8080_8080 == 0x8080_8080_8080_8080 }

    private func escape(_ byte: UInt8, at offset: Int) -> Int {
        storage[offset] = UInt8(ascii: "\\")
        switch byte {
        case UInt8(ascii: "\n"): storage[offset + 1] = UInt8(ascii: "n")
        case UInt8(ascii: "\r"): storage[offset + 1] = UInt8(ascii: "r")
        case UInt8(ascii: "\t"): storage[offset + 1] = UInt8(ascii: "t")
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): storage[offset + 1] = byte
        default:
            storage[offset + 1] = UInt8(ascii: "u")
            storage[offset + 2] = UInt8(ascii: "0")
            storage[offset + 3] = UInt8(ascii: "0")
            storage[offset + 4] = Self.hexDigit(byte >> 4)
            storage[offset + 5] = Self.hexDigit(byte & 15)
            return offset + 6
        }
        return offset + 2
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }

    // MARK: Bytes

    @inlinable
    mutating func put(_ byte: UInt8) {
        reserve(1)
        storage[count] = byte
        count += 1
    }

    private mutating func put(_ text: StaticString) {
        put(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private mutating func put(_ text: UnsafeBufferPointer<UInt8>) {
        guard let base = text.baseAddress else { return }
        reserve(text.count)
        (storage + count).update(from: base, count: text.count)
        count += text.count
    }

    /// Makes room. Each write to the storage comes after a call of this with at least as many bytes as it writes.
    @inlinable
    @inline(__always)
    mutating func reserve(_ additional: Int) {
        if count + additional > capacity { grow(additional) }
    }

    @usableFromInline
    mutating func grow(_ additional: Int) {
        let larger = max(capacity * 2, count + additional)
        let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        copy.update(from: storage, count: count)
        storage.deallocate()
        storage = copy
        capacity = larger
    }
}
