import Bitext

/// A term of one half, looked up: what the comparison of two halves needs of it.
struct PairEntry: Sendable {
    /// ``Term/hash``.
    var hash: UInt32
    /// Its number in the vocabulary, or -1.
    var index: Int32
    /// Where it stands in ``SideReading/text``.
    var lower: Int32
    var upper: Int32
    /// How much it says, as ``Quantised`` puts it.
    var information: UInt8
    var kind: Term.Kind
    var marks: Marks

    /// The punctuation around it.
    struct Marks: OptionSet, Sendable {
        let rawValue: UInt8
        static let endsSentence = Marks(rawValue: 1)
        static let opensParenthesis = Marks(rawValue: 2)
    }

    var range: Range<Int> { Int(lower)..<Int(upper) }

    /// Its bytes; a bigram shares each of its two characters with a neighbour.
    var length: Float { kind == .bigram ? Float(upper - lower) / 2 : Float(upper - lower) }
}

/// One side's terms, looked up segment by segment as they are asked for.
struct PairEntries {
    private(set) var entries: [PairEntry] = []
    private var ranges: [Range<Int32>?] = []
    private var terms: [Term] = []
    private let side: Side
    private let table: TermTable
    private let information: UnsafeBufferPointer<UInt8>

    /// What a term that the lexicon does not know says: 12 nats.
    static let unknown: UInt8 = 173

    init(_ lexicon: Lexicon, _ side: Side) {
        self.side = side
        table = side == .source ? lexicon.sourceTerms : lexicon.targetTerms
        information = lexicon.information(side)
    }

    /// Forgets all; the memory stays for the next page.
    mutating func begin(segments: Int) {
        entries.removeAll(keepingCapacity: true)
        ranges.removeAll(keepingCapacity: true)
        ranges.append(contentsOf: repeatElement(nil, count: segments))
    }

    /// The place of a segment's terms in ``entries``.
    mutating func range(_ segment: Int, _ reading: SideReading) -> Range<Int> {
        if let known = ranges[segment] { return Int(known.lowerBound)..<Int(known.upperBound) }
        let start = entries.count
        let slice = reading.slices[segment]
        reading.withBytes { lent in append(lent.tokens(of: slice), lent.text, Int(slice.text.upperBound)) }
        ranges[segment] = Int32(start)..<Int32(entries.count)
        return start..<entries.count
    }

    private mutating func append(_ tokens: Slice<UnsafeBufferPointer<Token>>, _ text: Bytes, _ end: Int) {
        let start = entries.count
        var previous = tokens.first.map { Int($0.lower) } ?? 0
        for token in tokens {
            guard entries.count - start < TermReader.most else { break }
            var marks: PairEntry.Marks = []
            // Nearly always a single blank.
            let gap = previous..<max(previous, Int(token.lower))
            for offset in gap where gap.count != 1 || text[offset] != 0x20 {
                switch text[offset] {
                case UInt8(ascii: "("): marks.insert(.opensParenthesis)
                // Of `。`, `！` and `？` the last bytes; nothing else between words ends so but rare signs.
                case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
                    if offset + 1 < end, text[offset + 1] <= 0x20 { endSentence(start) }
                case 0x82 where offset >= 2 && text[offset - 1] == 0x80 && text[offset - 2] == 0xE3: endSentence(start)
                case 0x88 where offset >= 2 && text[offset - 1] == 0xBC && text[offset - 2] == 0xEF:
                    marks.insert(.opensParenthesis)
                default: break
                }
            }
            previous = max(previous, Int(token.upper))
            let first = text[Int(token.lower)]
            if token.kind == .word, first < 0xE0 {
                append(token.stem, token.lower, token.upper, .word, marks)
            } else {
                terms.removeAll(keepingCapacity: true)
                TermReader.append(token, of: text, to: &terms)
                for term in terms where entries.count - start < TermReader.most {
                    append(term.hash, term.lower, term.upper, term.kind, marks)
                    marks = []
                }
            }
        }
        // The last sentence's end counts where something is put behind it.
        for offset in previous..<max(previous, min(end, previous + 8)) {
            switch text[offset] {
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), 0x82: endSentence(start)
            default: break
            }
        }
    }

    /// Marks the last term so far.
    private mutating func endSentence(_ start: Int) {
        if entries.count > start { entries[entries.count - 1].marks.insert(.endsSentence) }
    }

    @inline(__always)
    private mutating func append(
        _ hash: UInt32, _ lower: Int32, _ upper: Int32, _ kind: Term.Kind, _ marks: PairEntry.Marks
    ) {
        let index = table[hash]
        entries.append(
            PairEntry(
                hash: hash, index: index, lower: lower, upper: upper,
                information: index < 0 ? Self.unknown : information[Int(index)], kind: kind, marks: marks))
    }
}
