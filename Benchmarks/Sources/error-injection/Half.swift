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

extension UInt8 {
    var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
    var isDigit: Bool { (0x30...0x39).contains(self) }
    var isCapital: Bool { (0x41...0x5A).contains(self) }
}
