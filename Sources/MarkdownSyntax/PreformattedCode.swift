import Bitext

/// The code between `<pre>` and `</pre>`: without the tags in it, and with characters in place of references.
struct PreformattedCode {
    private(set) var code: [UInt8] = []
    private(set) var pieces: [CodeBlock.Piece] = []
    /// After the end tag.
    let end: Int

    /// - Parameters:
    ///   - tag: the offset of `<pre`.
    ///   - limit: the end of the HTML block.
    ///   - quotes: how many quotes the block is in. Each line has a marker of each.
    /// - Returns: nil if the end tag is not in the block.
    init?(_ bytes: Bytes, at tag: Int, to limit: Int, quotes: Int) {
        guard let open = bytes.firstOffset(of: UInt8(ascii: ">"), from: tag, to: limit),
            let close = Self.endTag(in: bytes, from: open, to: limit)
        else { return nil }
        end = (bytes.firstOffset(of: UInt8(ascii: ">"), from: close, to: limit) ?? limit - 1) + 1
        var line = open + 1
        while line < close {
            let next = bytes.firstOffset(of: UInt8(ascii: "\n"), from: line, to: close).map { $0 + 1 } ?? close
            let start = line == open + 1 ? line : Self.afterMarkers(quotes, bytes, line..<next)
            add(start..<next, of: bytes)
            line = next
        }
        // HTML leaves out a line break directly after the tag.
        if code.first == UInt8(ascii: "\n") {
            code.removeFirst()
            for index in pieces.indices { pieces[index].start = max(0, pieces[index].start - 1) }
        }
        if code.last != UInt8(ascii: "\n") { code.append(UInt8(ascii: "\n")) }
    }

    /// The longest tag or reference in code, in bytes. A search for an end that is missing must not read the line each time.
    private static let longest = 256

    private static func endTag(in bytes: Bytes, from start: Int, to limit: Int) -> Int? {
        var offset = start
        while let tag = bytes.firstOffset(of: "</", from: offset, to: limit) {
            if bytes.hasTag("pre", at: tag + 2) { return tag }
            offset = tag + 2
        }
        return nil
    }

    private static func afterMarkers(_ quotes: Int, _ bytes: Bytes, _ line: Range<Int>) -> Int {
        var start = line.lowerBound
        for _ in 0..<quotes {
            var marker = start
            while marker < line.upperBound, bytes[marker] == 0x20 { marker += 1 }
            guard marker < line.upperBound, bytes[marker] == UInt8(ascii: ">") else { break }
            start = marker + 1
            if start < line.upperBound, bytes[start] == 0x20 { start += 1 }
        }
        return start
    }

    /// Adds one line, with its line break.
    private mutating func add(_ line: Range<Int>, of bytes: Bytes) {
        var offset = line.lowerBound
        while offset < line.upperBound {
            let start = offset
            while offset < line.upperBound, !bytes[offset].isOne(of: "<&") { offset += 1 }
            append(start..<offset, bytes[start..<offset])
            guard offset < line.upperBound else { return }
            if let tag = endOfTag(bytes, at: offset, to: line.upperBound) {
                if bytes.hasTag("<br", at: offset) { code.append(UInt8(ascii: "\n")) }
                offset = tag
            } else if let reference = Entity.firstReference(
                in: bytes, from: offset, to: min(line.upperBound, offset + Self.longest)),
                reference.lowerBound == offset
            {
                append(reference, Entity.resolved(Bytes(rebasing: bytes[reference])))
                offset = reference.upperBound
            } else {
                append(offset..<offset + 1, bytes[offset..<offset + 1])
                offset += 1
            }
        }
    }

    private mutating func append(_ range: Range<Int>, _ text: some Collection<UInt8>) {
        guard !range.isEmpty else { return }
        pieces.append(.init(start: code.count, sideStart: range.lowerBound, sideEnd: range.upperBound))
        code += text
    }

    /// The end of a tag or a comment on one line, or nil for a sign in the code.
    private func endOfTag(_ bytes: Bytes, at start: Int, to limit: Int) -> Int? {
        guard bytes[start] == UInt8(ascii: "<"), start + 1 < limit else { return nil }
        let name = bytes[start + 1] == UInt8(ascii: "/") ? start + 2 : start + 1
        let isTag = Self.tags.contains { bytes.hasTag($0, at: name) } || bytes.has("<!--", at: start)
        guard isTag, let end = bytes.firstOffset(of: UInt8(ascii: ">"), from: name, to: min(limit, name + Self.longest))
        else { return nil }
        return end + 1
    }

    /// The tags that code has. `<TenantName>` is a placeholder, which authors forget to escape.
    private static let tags: [StaticString] = [
        "code", "span", "b", "strong", "i", "em", "a", "br", "u", "kbd", "samp", "var", "mark", "font", "sub", "sup",
    ]
}
