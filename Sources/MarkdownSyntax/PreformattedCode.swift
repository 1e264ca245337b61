import Bitext

/// The code between `<pre>` and `</pre>`: without the tags and comments in it, and with characters in place of references.
struct PreformattedCode {
    private(set) var code: [UInt8] = []
    private(set) var pieces: [CodeBlock.Piece] = []
    /// After the end tag.
    let end: Int

    /// How many quotes the block is in. Each line has a marker of each.
    private let quotes: Int

    /// - Parameters:
    ///   - tag: the offset of `<pre`.
    ///   - limit: the end of the HTML block.
    ///   - quotes: how many quotes the block is in.
    /// - Returns: nil if the end tag is not in the block.
    init?(_ bytes: Bytes, at tag: Int, to limit: Int, quotes: Int) {
        guard let open = bytes.firstOffset(of: UInt8(ascii: ">"), from: tag, to: limit),
            let close = Self.endTag(in: bytes, from: open, to: limit)
        else { return nil }
        self.quotes = quotes
        end = (bytes.firstOffset(of: UInt8(ascii: ">"), from: close, to: limit) ?? limit - 1) + 1
        var offset = open + 1
        while offset < close {
            if bytes[offset - 1] == UInt8(ascii: "\n") { offset = afterMarkers(bytes, offset, to: close) }
            offset = addLine(of: bytes, from: offset, to: close)
        }
        if code.first == UInt8(ascii: "\n") { removeFirstLineBreak() }
        if code.last != UInt8(ascii: "\n") { code.append(UInt8(ascii: "\n")) }
    }

    /// The longest tag or reference in code, in bytes. A search for an end that is missing must not read the line each time.
    private static let longest = 256

    /// The end tag, which is in no comment.
    private static func endTag(in bytes: Bytes, from start: Int, to limit: Int) -> Int? {
        var offset = start
        while let sign = bytes.firstOffset(of: UInt8(ascii: "<"), from: offset, to: limit) {
            offset = sign + 1
            if bytes.hasTag("</pre", at: sign) { return sign }
            guard bytes.has("<!--", at: sign) else { continue }
            guard let comment = endOfComment(bytes, at: sign, to: limit) else { return nil }
            offset = comment
        }
        return nil
    }

    private static func endOfComment(_ bytes: Bytes, at start: Int, to limit: Int) -> Int? {
        bytes.firstOffset(of: "-->", from: start + 4, to: limit).map { $0 + 3 }
    }

    /// Where a line begins after the markers of the quotes.
    private func afterMarkers(_ bytes: Bytes, _ line: Int, to limit: Int) -> Int {
        var start = line
        for _ in 0..<quotes {
            var marker = start
            while marker < limit, bytes[marker] == 0x20 { marker += 1 }
            guard marker < limit, bytes[marker] == UInt8(ascii: ">") else { break }
            start = marker + 1
            if start < limit, bytes[start] == 0x20 { start += 1 }
        }
        return start
    }

    /// Adds a line, with its line break, or the rest of one. Returns where the next one begins, which is inside of a line
    /// after a tag of several lines.
    private mutating func addLine(of bytes: Bytes, from start: Int, to limit: Int) -> Int {
        let end = bytes.firstOffset(of: UInt8(ascii: "\n"), from: start, to: limit).map { $0 + 1 } ?? limit
        var offset = start
        while offset < end {
            let start = offset
            while offset < end, !bytes[offset].isOne(of: "<&") { offset += 1 }
            appendText(start..<offset, of: bytes)
            guard offset < end else { break }
            if let tag = endOfTag(bytes, at: offset, to: limit) {
                if bytes.hasTag("<br", at: offset) { code.append(UInt8(ascii: "\n")) }
                offset = tag
            } else if let reference = Entity.firstReference(
                in: bytes, from: offset, to: min(end, offset + Self.longest)),
                reference.lowerBound == offset
            {
                append(reference, Entity.resolved(Bytes(rebasing: bytes[reference])))
                offset = reference.upperBound
            } else {
                append(offset..<offset + 1, bytes[offset..<offset + 1])
                offset += 1
            }
        }
        return offset
    }

    /// Appends text of the side. A line ends in `\n` alone.
    private mutating func appendText(_ range: Range<Int>, of bytes: Bytes) {
        guard range.count > 1, bytes.has("\r\n", at: range.upperBound - 2) else {
            return append(range, bytes[range])
        }
        let (end, lineBreak) = (range.upperBound - 2, range.upperBound - 1)
        append(range.lowerBound..<end, bytes[range.lowerBound..<end])
        append(lineBreak..<lineBreak + 1, bytes[lineBreak..<lineBreak + 1])
    }

    private mutating func append(_ range: Range<Int>, _ text: some Collection<UInt8>) {
        guard !range.isEmpty else { return }
        pieces.append(.init(start: code.count, sideStart: range.lowerBound, sideEnd: range.upperBound))
        code += text
    }

    /// HTML leaves out a line break directly after the tag. It is a piece of its own, or `<br>`, which has none.
    private mutating func removeFirstLineBreak() {
        code.removeFirst()
        if pieces.first?.start == 0 { pieces.removeFirst() }
        for index in pieces.indices { pieces[index].start -= 1 }
    }

    /// The end of a tag or a comment, or nil for a sign in the code: `<` and `&`, and a tag that another one interrupts.
    private func endOfTag(_ bytes: Bytes, at start: Int, to limit: Int) -> Int? {
        guard bytes[start] == UInt8(ascii: "<"), start + 1 < limit else { return nil }
        if bytes.has("<!--", at: start) { return Self.endOfComment(bytes, at: start, to: limit) }
        let name = bytes[start + 1] == UInt8(ascii: "/") ? start + 2 : start + 1
        guard Self.tags.contains(where: { bytes.hasTag($0, at: name) }) else { return nil }
        let limit = min(limit, name + Self.longest)
        var quote: UInt8?
        var last: UInt8 = 0
        var offset = name
        while offset < limit {
            let byte = bytes[offset]
            offset += 1
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: ">") {
                return offset
            } else if byte == UInt8(ascii: "<") {
                return nil
            } else if last == UInt8(ascii: "="), byte.isOne(of: "\"'") {
                quote = byte
            }
            if byte == UInt8(ascii: "\n") { offset = afterMarkers(bytes, offset, to: limit) }
            if !byte.isASCIIBlank { last = byte }
        }
        return nil
    }

    /// The tags that code has. `<TenantName>` is a placeholder, which authors forget to escape.
    private static let tags: [StaticString] = [
        "code", "span", "b", "strong", "i", "em", "a", "br", "u", "kbd", "samp", "var", "mark", "font", "sub", "sup",
    ]
}
