import Bitext

/// The shortcodes of a page, of Hugo and Liquid: `{{< name >}}`, `{{% name %}}`, `{% name %}`.
///
/// One that encloses text, `{{% alert %}}…{{% /alert %}}`, is markup between texts, also where no line ends beside it. One
/// that is replaced by text is a part of its sentence.
struct Shortcodes {
    private let bytes: Bytes
    /// The hashes of the names that have an end on the page.
    private var enclosing: Set<UInt32> = []

    init(_ bytes: Bytes, from start: Int) {
        self.bytes = bytes
        var offset = start
        while let brace = bytes.firstOffset(of: UInt8(ascii: "{"), from: offset) {
            offset = brace + 1
            let name = self.name(at: brace)
            guard name.isEnd else { continue }
            enclosing.insert(name.hash)
        }
    }

    /// The name of the shortcode at an offset, and whether it is the end of one.
    private func name(at start: Int) -> (hash: UInt32, isEnd: Bool) {
        var offset = start
        // At most `{{<-`. A page may be full of braces.
        while offset < bytes.count, offset < start + 4, bytes[offset].isOne(of: "{%<-") { offset += 1 }
        while offset < bytes.count, bytes[offset].isASCIIBlank { offset += 1 }
        var isEnd = false
        if bytes.has("/", at: offset) {
            isEnd = true
            offset += 1
        } else if bytes.has("end", at: offset) {
            // Liquid’s `{% endnote %}`.
            isEnd = true
            offset += 3
        }
        while offset < bytes.count, bytes[offset].isASCIIBlank { offset += 1 }
        var hash = KeyHash32()
        let first = offset
        while offset < bytes.count, bytes[offset].isASCIIAlphanumeric || bytes[offset].isOne(of: "_-./") {
            hash.add(bytes[offset])
            offset += 1
        }
        return (hash.value, isEnd && offset > first)
    }

    /// The offset after the shortcode that begins at an offset, or nil.
    func end(from start: Int, to limit: Int) -> Int? {
        // None is longer, and a search for an end that is missing must not read the page each time.
        let limit = min(limit, start + 1024)
        if bytes.has("{{", at: start) {
            return bytes.firstOffset(of: "}}", from: start + 2, to: limit).map { $0 + 2 }
        }
        if bytes.has("{%", at: start) {
            return bytes.firstOffset(of: "%}", from: start + 2, to: limit).map { $0 + 2 }
        }
        return nil
    }

    /// Where the shortcode begins that ends at an offset, or nil.
    func start(before end: Int, from limit: Int) -> Int? {
        guard end - 2 > limit, bytes.has("}}", at: end - 2) || bytes.has("%}", at: end - 2) else { return nil }
        var start = end - 2
        let limit = max(limit, end - 1024)
        while start > limit, bytes[start - 1] != UInt8(ascii: "{") { start -= 1 }
        while start > limit, bytes[start - 1] == UInt8(ascii: "{") { start -= 1 }
        return self.end(from: start, to: end) == end ? start : nil
    }

    /// Whether a shortcode is markup between texts: it encloses text, or it is alone on its lines.
    func isMarkup(_ range: Range<Int>) -> Bool {
        let name = name(at: range.lowerBound)
        return name.isEnd || enclosing.contains(name.hash) || isLine(range)
    }

    /// Whether nothing else is on the lines of a shortcode, markers of quotes aside.
    private func isLine(_ range: Range<Int>) -> Bool {
        var start = range.lowerBound
        while start > 0, bytes[start - 1].isOne(of: " \t>") { start -= 1 }
        guard start == 0 || bytes[start - 1] == UInt8(ascii: "\n") else { return false }
        var end = range.upperBound
        while end < bytes.count, bytes[end].isOne(of: " \t\r") { end += 1 }
        return end >= bytes.count || bytes[end] == UInt8(ascii: "\n")
    }
}
