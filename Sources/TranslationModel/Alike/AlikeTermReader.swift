import Bitext
import MarkdownSyntax
import ParsedBitext

/// Makes terms of the halves of one side.
struct AlikeTermReader {
    private let page: TokenizedBitext
    private let side: Side
    private let reading: SideTokens
    private var terms: [AlikeTerm] = []
    /// The punctuation and markup before the next term.
    private var marks: AlikeTerm.Marks = []
    private var startsSentence = true

    init(_ page: TokenizedBitext, _ side: Side) {
        self.page = page
        self.side = side
        reading = page.tokens(side)
    }

    /// The terms of a segment, at most ``TermReader/maxTerms`` and the rest of the last token's.
    mutating func terms(of segment: Int) -> [AlikeTerm] {
        let slice = reading.segments[segment]
        let pair = SegmentPair(page, index: segment)
        var elements = pair.elements(side)
        (terms, marks, startsSentence) = ([], [], true)
        terms.reserveCapacity(slice.tokens.count + slice.elements.count)
        reading.withBuffers { lent in
            var previous = Int(slice.text.lowerBound)
            for token in lent.tokens(of: slice) where terms.count < TermReader.maxTerms {
                while let element = elements.first, element.textStart <= token.lower {
                    append(element, of: pair)
                    elements = elements.dropFirst()
                }
                readGap(previous..<max(previous, Int(token.lower)), lent.text)
                previous = max(previous, Int(token.upper))
                append(token, lent.text)
            }
        }
        for element in elements where terms.count < TermReader.maxTerms { append(element, of: pair) }
        return terms
    }

    /// Reads the punctuation between two tokens, which is nearly always a single space.
    private mutating func readGap(_ gap: Range<Int>, _ text: Bytes) {
        for offset in gap {
            if text.opensParenthesis(at: offset) {
                marks.insert(.opensParenthesis)
            } else if text[offset] == UInt8(ascii: ":") {
                marks.insert(.colon)
                startsSentence = true
            } else if text.endsSentence(at: offset, before: gap.upperBound) {
                endSentence()
            }
        }
    }

    private mutating func endSentence() {
        if !terms.isEmpty { terms[terms.count - 1].marks.insert(.endsSentence) }
        startsSentence = true
    }

    private mutating func append(_ token: Token, _ text: Bytes) {
        switch token.kind {
        case .word where TermReader.isUnspaced(token, in: text):
            TermReader.forEachUnspacedTerm(of: token, in: text) { part in
                append(
                    AlikeTerm(
                        key: 0, lower: part.lower, upper: part.upper, kind: .other, marks: marks, length: part.length))
            }
        case .word:
            if let key = Cognate.key(text, token.range.values) {
                append(token, key, kind(of: token))
            } else {
                append(token, 0, .other)
            }
        case .number:
            let digits = TermReader.digits(in: text, token.range.values)
            append(token, digits.hash, digits.count > 1 ? .number : .digit)
        case .name: append(token, token.hash, .name)
        default: append(token, token.hash, .identifier)
        }
        marks = []
        startsSentence = false
    }

    private func kind(of word: Token) -> AlikeTerm.Kind {
        if word.isAllCapitals { return .capitals }
        return !word.isCapitalised ? .word : startsSentence ? .initial : .capitalised
    }

    /// Code and links are terms, emphasis is a mark.
    private mutating func append(_ element: Element, of pair: SegmentPair) {
        var hash = WordHash()
        switch element.kind {
        case .codeSpan:
            for byte in pair.string(element, side).utf8 where byte > 0x20 && byte != UInt8(ascii: "`") {
                hash.append(byte)
            }
            // The constants keep code, links and words apart.
            append(element, hash.value ^ 0x5151_5151, .code)
        case .link, .image:
            guard let url = pair.destination(of: element, side)?.url else { return }
            for byte in Self.page(of: url.utf8[...]) { hash.append(byte.asciiLowercased) }
            append(element, hash.value ^ 0x2727_2727, .link)
        case .strong, .emphasis: marks.insert(.emphasised)
        default: break
        }
    }

    /// The part of an address that is the same in all languages: the page, without its folders and the place in it.
    private static func page(of url: Substring.UTF8View) -> Substring.UTF8View {
        let address = url.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
        guard !address.isEmpty else { return url }
        return address.split(separator: UInt8(ascii: "/")).last ?? address
    }

    private mutating func append(_ token: Token, _ key: UInt32, _ kind: AlikeTerm.Kind) {
        append(
            AlikeTerm(
                key: key, lower: token.lower, upper: token.upper, kind: kind, marks: marks,
                length: Float(token.range.values.count)))
    }

    private mutating func append(_ element: Element, _ key: UInt32, _ kind: AlikeTerm.Kind) {
        append(
            AlikeTerm(
                key: key, lower: element.textStart, upper: max(element.textStart, element.textEnd), kind: kind,
                marks: marks, length: 0))
    }

    private mutating func append(_ term: AlikeTerm) {
        terms.append(term)
        marks = []
    }
}
