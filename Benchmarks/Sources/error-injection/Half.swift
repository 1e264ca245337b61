/// One half of a segment, taken apart by the benchmark itself: what is measured must not choose where it is measured.
struct Half: Sendable {
    /// A piece of inline markup.
    struct Span: Sendable {
        enum Kind { case code, link, image, bold, tag, address }
        let kind: Kind
        /// With its markers.
        let range: Range<Int>
        /// What stands between the markers; a link's text.
        let inner: Range<Int>
        /// Where a link or an image leads, without the title.
        let destination: Range<Int>
    }

    /// What stands between blanks, without the punctuation around it.
    struct Token: Sendable {
        enum Kind { case word, number, unspaced, other }
        let kind: Kind
        let range: Range<Int>
        let isCode: Bool
    }

    let bytes: [UInt8]
    let spans: [Span]
    /// Outside link destinations, tags and addresses, in order.
    let tokens: [Token]
    /// No prose: code spans, link destinations, tags and addresses, in order.
    let opaque: [Range<Int>]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var reader = SpanReader(bytes)
        reader.read()
        spans = reader.spans.sorted { $0.range.lowerBound < $1.range.lowerBound }
        opaque = reader.opaque.sorted { $0.lowerBound < $1.lowerBound }
        var tokens: [Token] = []
        var start = 0
        for range in opaque {
            if start < range.lowerBound { Tokenizer.read(bytes, start..<range.lowerBound, false, into: &tokens) }
            if let code = reader.code[range.lowerBound] { Tokenizer.read(bytes, code, true, into: &tokens) }
            start = max(start, range.upperBound)
        }
        if start < bytes.count { Tokenizer.read(bytes, start..<bytes.count, false, into: &tokens) }
        self.tokens = tokens
    }

    subscript(range: Range<Int>) -> [UInt8] { Array(bytes[range]) }

    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    func spans(_ kind: Span.Kind) -> [Span] { spans.filter { $0.kind == kind } }

    /// Words of the prose, without numbers and names that look like code.
    var words: [Token] { tokens.filter { $0.kind == .word && !$0.isCode } }

    /// Words that begin with a small letter, or with one outside ASCII.
    var smallWords: [Token] { words.filter { !(0x41...0x5A).contains(bytes[$0.range.lowerBound]) } }

    /// Words in small ASCII letters: in an English source, what a translator translates.
    var asciiWords: [Token] {
        words.filter { word in bytes[word.range].allSatisfy { (0x61...0x7A).contains($0) } }
    }

    func isOpaque(_ offset: Int) -> Bool { opaque.contains { $0.contains(offset) } }

    /// Whether an offset lies inside markup of any kind.
    func isInSpan(_ offset: Int) -> Bool {
        spans.contains { $0.range.lowerBound < offset && offset < $0.range.upperBound }
    }

    /// Where some bytes stand in prose.
    func prosePlaces(of needle: String) -> [Int] { places(of: Array(needle.utf8)).filter { !isOpaque($0) } }

    func places(of needle: [UInt8]) -> [Int] {
        guard let first = needle.first, needle.count <= bytes.count else { return [] }
        var places: [Int] = []
        var offset = 0
        while offset + needle.count <= bytes.count {
            if bytes[offset] == first, bytes[offset..<offset + needle.count].elementsEqual(needle) {
                places.append(offset)
                offset += needle.count
            } else {
                offset += 1
            }
        }
        return places
    }

    func contains(_ needle: [UInt8]) -> Bool { !places(of: needle).isEmpty }

    /// Where a word ends nearest to the middle, outside all markup.
    var middle: Int? {
        let spaced = tokens.indices.dropLast().filter { index in
            let end = tokens[index].range.upperBound
            return !tokens[index].isCode && !isInSpan(end) && end < bytes.count && bytes[end] == 0x20
        }.map { tokens[$0].range.upperBound }
        // Text without blanks can be cut between any two characters.
        let unspaced = tokens.filter { $0.kind == .unspaced }.flatMap { token in
            token.range.dropFirst().filter { bytes[$0] & 0xC0 != 0x80 && !isInSpan($0) }
        }
        return (unspaced.isEmpty ? spaced : unspaced).min { abs($0 - bytes.count / 2) < abs($1 - bytes.count / 2) }
    }
}

/// Finds inline markup, in the simple forms that stand in nearly all segments.
private struct SpanReader {
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

/// Cuts prose into words, numbers and the rest.
private enum Tokenizer {
    static func read(_ bytes: [UInt8], _ range: Range<Int>, _ isCode: Bool, into tokens: inout [Half.Token]) {
        var index = range.lowerBound
        var start: Int?
        var isUnspaced = false
        func finish(_ end: Int) {
            guard let first = start else { return }
            start = nil
            add(bytes, first..<end, isUnspaced, isCode, into: &tokens)
        }
        while index < range.upperBound {
            let (scalar, length) = decode(bytes, index, range.upperBound)
            if isBlank(scalar) || isApostrophe(scalar) {
                finish(index)
            } else {
                let isNextUnspaced = isUnspacedScript(scalar)
                if start != nil, isNextUnspaced != isUnspaced { finish(index) }
                isUnspaced = isNextUnspaced
                if start == nil { start = index }
            }
            index += length
        }
        finish(min(index, range.upperBound))
    }

    private static func add(
        _ bytes: [UInt8], _ range: Range<Int>, _ isUnspaced: Bool, _ isCode: Bool, into tokens: inout [Half.Token]
    ) {
        var scalars: [(scalar: UInt32, offset: Int)] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let (scalar, length) = decode(bytes, index, range.upperBound)
            scalars.append((scalar, index))
            index += length
        }
        while let first = scalars.first, isPunctuation(first.scalar) { scalars.removeFirst() }
        var end = range.upperBound
        while let last = scalars.last, isPunctuation(last.scalar) {
            end = last.offset
            scalars.removeLast()
        }
        guard let first = scalars.first else { return }
        let kind: Half.Token.Kind
        if isUnspaced {
            kind = .unspaced
        } else if scalars.allSatisfy({ (0x30...0x39).contains($0.scalar) }) {
            kind = .number
        } else if scalars.allSatisfy({ isLetter($0.scalar) }) {
            kind = .word
        } else {
            kind = .other
        }
        tokens.append(.init(kind: kind, range: first.offset..<end, isCode: isCode))
    }

    private static func decode(_ bytes: [UInt8], _ index: Int, _ end: Int) -> (UInt32, Int) {
        let lead = bytes[index]
        let length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard length > 1, index + length <= end else { return (UInt32(lead), 1) }
        var scalar = UInt32(lead) & (0x7F >> UInt32(length))
        for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F) }
        return (scalar, length)
    }

    private static func isBlank(_ scalar: UInt32) -> Bool {
        scalar <= 0x20 || [0xA0, 0x202F, 0x3000, 0x2009, 0x200B].contains(scalar)
    }

    private static func isApostrophe(_ scalar: UInt32) -> Bool { scalar == 0x27 || scalar == 0x2019 }

    private static func isUnspacedScript(_ scalar: UInt32) -> Bool {
        (0x2E80...0xA4CF).contains(scalar) || (0xF900...0xFAFF).contains(scalar) || (0xFE30...0xFFEF).contains(scalar)
    }

    private static func isPunctuation(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x21, 0x22, 0x28...0x2A, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5B, 0x5D, 0x7C: true
        case 0xA1, 0xAB, 0xBB, 0xBF, 0x2010...0x205E, 0x3001...0x303F, 0xFF01...0xFF0F, 0xFF1A...0xFF1F: true
        default: false
        }
    }

    private static func isLetter(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x41...0x5A, 0x61...0x7A: true
        case 0xC0...0x1FFF: scalar != 0xD7 && scalar != 0xF7
        default: false
        }
    }
}

extension UInt8 {
    var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
    var isDigit: Bool { (0x30...0x39).contains(self) }
    var isCapital: Bool { (0x41...0x5A).contains(self) }
}
