/// Finds inline markup, in the simple forms that stand in nearly all segments.
struct SpanReader {
    let bytes: [UInt8]
    var spans: [Half.Span] = []
    var opaque: [Range<Int>] = []
    /// The content of code spans, by where their markers begin.
    var code: [Int: Range<Int>] = [:]
    private var bold: Int?
    /// Where to go on behind the text of a link.
    private var jumps: [Int: Int] = [:]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func read() {
        var index = 0
        while index < bytes.count {
            if let next = jumps[index] {
                opaque.append(index..<next)
                index = next
                continue
            }
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 2
            case UInt8(ascii: "`"): index = readCode(index)
            case UInt8(ascii: "["): index = readLink(index)
            case UInt8(ascii: "*"): index = readBold(index)
            case UInt8(ascii: "<"): index = readTag(index)
            case UInt8(ascii: "h"), UInt8(ascii: "w"): index = readAddress(index)
            default: index += 1
            }
        }
    }

    private mutating func readCode(_ start: Int) -> Int {
        let end = codeEnd(start)
        guard let end else { return run(of: bytes[start], start).upperBound }
        let count = run(of: bytes[start], start).count
        spans.append(
            .init(kind: .code, range: start..<end, inner: start + count..<end - count, destination: end..<end))
        opaque.append(start..<end)
        code[start] = start + count..<end - count
        return end
    }

    private func run(of byte: UInt8, _ start: Int) -> Range<Int> {
        var end = start
        while end < bytes.count, bytes[end] == byte { end += 1 }
        return start..<end
    }

    private func codeEnd(_ start: Int) -> Int? {
        let opening = run(of: UInt8(ascii: "`"), start)
        var index = opening.upperBound
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "`") else {
                index += 1
                continue
            }
            let closing = run(of: UInt8(ascii: "`"), index)
            if closing.count == opening.count { return closing.upperBound }
            index = closing.upperBound
        }
        return nil
    }

    private mutating func readLink(_ start: Int) -> Int {
        guard let close = partner(start, UInt8(ascii: "["), UInt8(ascii: "]")), close + 1 < bytes.count,
            bytes[close + 1] == UInt8(ascii: "("),
            let end = partner(close + 1, UInt8(ascii: "("), UInt8(ascii: ")"))
        else { return start + 1 }
        var destination = close + 2..<end
        if let blank = bytes[destination].firstIndex(of: 0x20) { destination = close + 2..<blank }
        let isImage = start > 0 && bytes[start - 1] == UInt8(ascii: "!")
        spans.append(
            .init(
                kind: isImage ? .image : .link, range: (isImage ? start - 1 : start)..<end + 1,
                inner: start + 1..<close, destination: destination))
        jumps[close] = end + 1
        return start + 1
    }

    private func partner(_ start: Int, _ opening: UInt8, _ closing: UInt8) -> Int? {
        var depth = 0
        var index = start
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "`"):
                if let end = codeEnd(index) { index = end - 1 }
            case opening: depth += 1
            case closing:
                depth -= 1
                if depth == 0 { return index }
            default: break
            }
            index += 1
        }
        return nil
    }

    private mutating func readBold(_ start: Int) -> Int {
        let markers = run(of: UInt8(ascii: "*"), start)
        guard markers.count == 2 else { return markers.upperBound }
        if let open = bold, bytes[start - 1] > 0x20 {
            spans.append(
                .init(
                    kind: .bold, range: open..<markers.upperBound, inner: open + 2..<start,
                    destination: start..<start))
            bold = nil
        } else if markers.upperBound < bytes.count, bytes[markers.upperBound] > 0x20 {
            bold = start
        }
        return markers.upperBound
    }

    private mutating func readTag(_ start: Int) -> Int {
        guard start + 1 < bytes.count, bytes[start + 1].isLetter || bytes[start + 1] == UInt8(ascii: "/"),
            let end = bytes[start...].firstIndex(of: UInt8(ascii: ">"))
        else { return start + 1 }
        let isAddress = bytes[start + 1..<end].starts(with: "http".utf8)
        spans.append(
            .init(
                kind: isAddress ? .address : .tag, range: start..<end + 1, inner: start + 1..<end,
                destination: end..<end))
        opaque.append(start..<end + 1)
        return end + 1
    }

    private mutating func readAddress(_ start: Int) -> Int {
        let rest = bytes[start...]
        guard start == 0 || !bytes[start - 1].isLetter,
            ["http://", "https://", "www."].contains(where: { rest.starts(with: $0.utf8) })
        else { return start + 1 }
        var end = start
        while end < bytes.count, bytes[end] > 0x20, bytes[end] < 0x80, !"<>()[]`*\"".utf8.contains(bytes[end]) {
            end += 1
        }
        while end > start, ".,;:!?".utf8.contains(bytes[end - 1]) { end -= 1 }
        spans.append(.init(kind: .address, range: start..<end, inner: start..<end, destination: end..<end))
        opaque.append(start..<end)
        return end
    }
}
