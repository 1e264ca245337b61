import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext

/// What may stand in both halves of a pair alike, whatever their languages: a number, a name, code, a link, a cognate.
struct AlikeTerm: Sendable {
    /// What a term is; how often the other half has its like depends on it most.
    enum Kind: UInt8, CaseIterable, Sendable {
        case number, digit, identifier, name, code, link
        /// Latin, Cyrillic or Greek words: all in capitals, with a capital inside a sentence, with one at its beginning, without.
        case capitals, capitalised, initial, word
        /// What no other half has: it counts for the length only.
        case other

        /// Whether it is not to be translated, in any language.
        var isVerbatim: Bool { rawValue <= Kind.link.rawValue }
    }

    /// The punctuation and markup in front of it, and whether it ends a sentence.
    struct Marks: OptionSet, Sendable {
        let rawValue: UInt8
        static let endsSentence = Marks(rawValue: 1)
        static let opensParenthesis = Marks(rawValue: 2)
        static let emphasised = Marks(rawValue: 4)
        static let colon = Marks(rawValue: 8)
    }

    /// Equal for terms that are alike.
    let key: UInt32
    /// Where it stands in ``SideTokens/text``.
    let lower: Int32
    let upper: Int32
    let kind: Kind
    var marks: Marks
    /// Its bytes, as far as they are text.
    let length: Float
    /// Its place in the page's tally; -1 for ``Kind/other``.
    var slot: Int32 = -1
    /// Whether its own pair has it in both halves.
    var isKept = false
    /// What it says, in nats, that the other half has its like, and that it has not.
    var found: Float = 0
    var lost: Float = 0
    /// How much less or more unlikely that is than one would expect, of a right pair.
    var expected: Float = 0

    var range: Range<Int> { Int(lower)..<Int(upper) }
}

/// Terms one behind the other, in memory of their own, for whoever has them to give back: an array would ask before each whether
/// it is its only owner.
struct AlikeTermList {
    private(set) var terms: UnsafeMutableBufferPointer<AlikeTerm>
    private(set) var count = 0

    /// - Parameter capacity: how many there will be, more or less.
    init(capacity: Int) { terms = .allocate(capacity: max(64, capacity)) }

    /// Makes room for a half.
    mutating func reserve() {
        // As many as a half has at most, and those of the last token.
        let needed = count + 2 * TermReader.most
        guard needed > terms.count else { return }
        let grown = UnsafeMutableBufferPointer<AlikeTerm>.allocate(capacity: max(needed, 2 * terms.count))
        _ = grown.moveInitialize(fromContentsOf: terms[..<count])
        terms.deallocate()
        terms = grown
    }

    @inline(__always)
    mutating func append(_ term: AlikeTerm) {
        (terms.baseAddress.unsafelyUnwrapped + count).initialize(to: term)
        count += 1
    }

    /// Marks the last of at least one term.
    mutating func endSentence() { terms[count - 1].marks.insert(.endsSentence) }
}

/// Takes halves apart into terms.
struct AlikeTermReader {
    private let side: Side
    private let reading: SideTokens
    private let page: TokenizedBitext
    private var unspaced: [Term] = []
    private let letters = Cognate.letters

    init(_ page: TokenizedBitext, _ side: Side) {
        self.page = page
        self.side = side
        reading = page.tokens(side)
    }

    /// Appends a segment's terms, at most ``TermReader/most``.
    mutating func append(_ segment: Int, to terms: inout AlikeTermList) {
        let slice = reading.segments[segment]
        let elements = reading.elements[Int(slice.elements.lowerBound)..<Int(slice.elements.upperBound)]
        terms.reserve()
        let start = terms.count
        reading.withBuffers { buffers in
            let text = buffers.text
            var element = elements.startIndex
            var marks: AlikeTerm.Marks = []
            var startsSentence = true
            var previous = Int(slice.text.lowerBound)
            for token in buffers.tokens(of: slice) {
                guard terms.count - start < TermReader.most else { break }
                while element < elements.endIndex, elements[element].textStart <= token.lower {
                    append(elements[element], &marks, to: &terms)
                    element += 1
                }
                let lower = Int(token.lower)
                if previous < lower, lower - previous > 1 || text[previous] != 0x20 {
                    for offset in previous..<lower {
                        switch text[offset] {
                        case UInt8(ascii: "("): marks.insert(.opensParenthesis)
                        case 0x88 where offset >= 2 && text[offset - 1] == 0xBC && text[offset - 2] == 0xEF:
                            marks.insert(.opensParenthesis)
                        case UInt8(ascii: ":"):
                            marks.insert(.colon)
                            startsSentence = true
                        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
                            guard offset + 1 < lower, text[offset + 1] <= 0x20 else { break }
                            if terms.count > start { terms.endSentence() }
                            startsSentence = true
                        // Of `。` the last byte.
                        case 0x82 where offset >= 2 && text[offset - 1] == 0x80 && text[offset - 2] == 0xE3:
                            if terms.count > start { terms.endSentence() }
                            startsSentence = true
                        default: break
                        }
                    }
                }
                previous = max(previous, Int(token.upper))
                append(token, text, marks, startsSentence: startsSentence, to: &terms)
                marks = []
                startsSentence = false
            }
            while element < elements.endIndex, terms.count - start < TermReader.most {
                append(elements[element], &marks, to: &terms)
                element += 1
            }
        }
    }

    private mutating func append(
        _ token: Token, _ text: Bytes, _ marks: AlikeTerm.Marks, startsSentence: Bool, to terms: inout AlikeTermList
    ) {
        let range = Int(token.lower)..<Int(token.upper)
        func term(_ key: UInt32, _ kind: AlikeTerm.Kind) -> AlikeTerm {
            AlikeTerm(
                key: key, lower: token.lower, upper: token.upper, kind: kind, marks: marks, length: Float(range.count))
        }
        switch token.kind {
        case .word:
            let first = text[range.lowerBound]
            if first >= 0xE3 || (first == 0xE0 && text[range.lowerBound + 1] >= 0xB8) {
                unspaced.removeAll(keepingCapacity: true)
                TermReader.append(token, of: text, to: &unspaced)
                var marks = marks
                for part in unspaced.prefix(TermReader.most) {
                    terms.append(
                        AlikeTerm(
                            key: 0, lower: part.lower, upper: part.upper, kind: .other, marks: marks,
                            length: part.length))
                    marks = []
                }
            } else if let key = Cognate.key(text, range, letters) {
                let kind: AlikeTerm.Kind =
                    token.isAllCapitals
                    ? .capitals : !token.isCapitalised ? .word : startsSentence ? .initial : .capitalised
                terms.append(term(key, kind))
            } else {
                terms.append(term(0, .other))
            }
        case .number:
            var hash = WordHash()
            var count = 0
            for offset in range where text[offset].isASCIIDigit {
                hash.append(text[offset])
                count += 1
            }
            terms.append(term(hash.value, count > 1 ? .number : .digit))
        case .name: terms.append(term(token.hash, .name))
        default: terms.append(term(token.hash, .identifier))
        }
    }

    /// Code and links are terms, emphasis is a mark.
    private func append(_ element: Element, _ marks: inout AlikeTerm.Marks, to terms: inout AlikeTermList) {
        var hash = WordHash()
        switch element.kind {
        case .codeSpan:
            for byte in page.bitext[side][element.range] where byte > 0x20 && byte != UInt8(ascii: "`") {
                hash.append(byte)
            }
            terms.append(term(element, hash.value ^ 0x5151_5151, .code, marks))
            marks = []
        case .link, .image:
            guard let url = page.parsed[side].tree.destination(of: Int(element.node))?.url else { return }
            for byte in Self.page(of: url.utf8[...]) { hash.append(byte.asciiLowercased) }
            terms.append(term(element, hash.value ^ 0x2727_2727, .link, marks))
            marks = []
        case .strong, .emphasis: marks.insert(.emphasised)
        default: break
        }
    }

    private func term(
        _ element: Element, _ key: UInt32, _ kind: AlikeTerm.Kind, _ marks: AlikeTerm.Marks
    ) -> AlikeTerm {
        AlikeTerm(
            key: key, lower: element.textStart, upper: max(element.textStart, element.textEnd), kind: kind,
            marks: marks, length: 0)
    }

    /// What of an address is the same in all languages: the page, without its folders and the place in it.
    private static func page(of url: Substring.UTF8View) -> Substring.UTF8View {
        let address = url.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
        guard !address.isEmpty else { return url }
        let name = address.split(separator: UInt8(ascii: "/")).last ?? address
        return name
    }
}
