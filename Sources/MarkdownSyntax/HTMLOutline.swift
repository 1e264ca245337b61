import Bitext

/// The tags of an HTML block, with comments for the offsets of tags and for texts.
struct HTMLOutline {
    /// Begins with the body, because libxml2 would put comments without one before its root.
    private(set) var html: [UInt8] = Array("<body>".utf8)
    /// The ranges of the texts on the side.
    private(set) var texts: [Range<Int>] = []
    /// The ranges of alternative texts, by the offset of the image's tag.
    private(set) var imageText: [Int: Range<Int>] = [:]
    /// Whether there is text or an image.
    private(set) var hasContent = false

    private let bytes: Bytes
    private var textStart: Int?
    /// Whether the last tag is an inline element's.
    private var endsInline = false
    /// The end tag of the open script or style sheet, whose content is no text.
    private var endOfCode: StaticString?
    /// A tag or comment that began on an earlier line.
    private var unfinished: Unfinished?

    /// In bytes. libxml2 compares each attribute of a tag with all before it, so the rest of a longer tag is left out.
    private static let maxTagLength = 4096
    /// Where the current tag begins in ``html``.
    private var tagStart = 0

    private enum Unfinished {
        /// A tag with its open quote or 0, and the last byte before it that is no blank: a quote opens a value only after `=`.
        case tag(quote: UInt8, last: UInt8, isEmitted: Bool)
        case comment
    }

    init(_ bytes: Bytes) { self.bytes = bytes }

    /// Adds the next line, or part of a line, of the block.
    mutating func add(_ range: Range<Int>) {
        var offset = range.lowerBound
        if let state = unfinished { offset = resume(state, offset, range.upperBound) }
        while offset < range.upperBound {
            if let end = endOfCode {
                guard bytes.hasIgnoringCase(end, at: offset) else {
                    offset += 1
                    continue
                }
                endOfCode = nil
            }
            guard bytes[offset] == UInt8(ascii: "<"), offset + 1 < range.upperBound else {
                if textStart == nil { textStart = offset }
                offset += 1
                continue
            }
            let next = bytes[offset + 1]
            if bytes.has("<!--", at: offset) {
                endText(at: offset)
                offset = resume(.comment, offset + 4, range.upperBound)
            } else if next.isASCIILetter || next == UInt8(ascii: "/") {
                endText(at: offset)
                beginTag(at: offset, to: range.upperBound)
                tagStart = html.count
                html.append(UInt8(ascii: "<"))
                offset = resume(.tag(quote: 0, last: 0, isEmitted: true), offset + 1, range.upperBound)
            } else if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
                endText(at: offset)
                offset = resume(.tag(quote: 0, last: 0, isEmitted: false), offset + 1, range.upperBound)
            } else {
                if textStart == nil { textStart = offset }
                offset += 1
            }
        }
        // The next line is another text, as a quote has markers between the lines. The line break is a blank.
        if textStart == nil, unfinished == nil, endsInline { textStart = range.upperBound }
        // md4c leaves out the blanks before it.
        var end = range.upperBound
        while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
        let lineBreak = bytes.has("\n", at: end) ? 1 : bytes.has("\r\n", at: end) ? 2 : 0
        endText(at: lineBreak == 0 ? range.upperBound : end + lineBreak)
        if unfinished != nil { html.append(UInt8(ascii: "\n")) }
    }

    mutating func finish() {
        if case .tag(_, _, true) = unfinished { html.append(UInt8(ascii: ">")) }
    }

    private mutating func resume(_ state: Unfinished, _ start: Int, _ end: Int) -> Int {
        switch state {
        case .comment:
            if let close = bytes.firstOffset(of: "-->", from: start, to: end) {
                unfinished = nil
                return close + 3
            }
            unfinished = .comment
            return end
        case .tag(var quote, var last, var isEmitted):
            var offset = start
            while offset < end {
                let byte = bytes[offset]
                offset += 1
                if isEmitted { html.append(byte) }
                if isEmitted, quote == 0, byte == 0x20, html.count - tagStart > Self.maxTagLength {
                    html.append(UInt8(ascii: ">"))
                    isEmitted = false
                }
                if quote != 0 {
                    if byte == quote { quote = 0 }
                } else if last == UInt8(ascii: "="), byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                    quote = byte
                } else if byte == UInt8(ascii: ">") {
                    unfinished = nil
                    return offset
                }
                if !byte.isASCIIBlank { last = byte }
            }
            unfinished = .tag(quote: quote, last: last, isEmitted: isEmitted)
            return end
        }
    }

    private mutating func beginTag(at offset: Int, to end: Int) {
        html += Array("<!--\(offset)-->".utf8)
        endsInline = isInline(tagAt: offset)
        if bytes.hasTag("<style", at: offset) { endOfCode = "</style" }
        if bytes.hasTag("<script", at: offset) { endOfCode = "</script" }
        guard bytes.hasTag("<img", at: offset) else { return }
        hasContent = true
        let close = bytes.firstOffset(of: UInt8(ascii: ">"), from: offset, to: end) ?? end
        if let alt = bytes.firstOffset(of: "alt=\"", from: offset, to: close),
            let quote = bytes.firstOffset(of: UInt8(ascii: "\""), from: alt + 5, to: end)
        {
            imageText[offset] = alt + 5..<quote
        }
    }

    private func isInline(tagAt offset: Int) -> Bool {
        let name = bytes.has("</", at: offset) ? offset + 2 : offset + 1
        for inline: StaticString in ["a", "b", "i", "em", "strong", "code", "span", "kbd", "u", "sub", "sup"]
        where bytes.hasTag(inline, at: name) {
            return true
        }
        return false
    }

    private mutating func endText(at end: Int) {
        guard let start = textStart else { return }
        textStart = nil
        let text = start..<end
        if !bytes.trimmed(text).isEmpty { hasContent = true }
        html += Array("<!--t\(texts.count)-->".utf8)
        texts.append(text)
    }
}
