import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext

/// A term of one half, looked up: what the comparison of two halves needs of it.
struct PairEntry: Sendable {
    /// ``Term/hash``.
    var hash: UInt32
    /// Its number in the vocabulary, or -1.
    var index: Int32
    /// Where it stands in ``SideTokens/text``.
    var lower: Int32
    var upper: Int32
    /// How much it says, as ``Quantised`` puts it.
    var information: UInt8
    var kind: Term.Kind
    var marks: Marks

    /// The punctuation around it, what ``Polarity`` asks for first, and whether it is a word that the lexicon knows.
    struct Marks: OptionSet, Sendable {
        let rawValue: UInt8
        static let endsSentence = Marks(rawValue: 1)
        static let opensParenthesis = Marks(rawValue: 2)
        /// A word that says no.
        static let negates = Marks(rawValue: 4)
        /// A word of the source that has an opposite, or one of the target that may stand for an opposite.
        static let opposes = Marks(rawValue: 8)
        static let polar: Marks = [.negates, .opposes]
        /// A word or a bigram that the lexicon does not know.
        static let isUnknown = Marks(rawValue: 16)
        static let isVerbatim = Marks(rawValue: 32)
        /// What the other half may have as it is.
        static let alike: Marks = [.isUnknown, .isVerbatim]
        /// What is no word of the vocabulary, or has punctuation around it.
        static let unusual: Marks = [.endsSentence, .opensParenthesis, .isUnknown, .isVerbatim]
    }

    var range: Range<Int> { Int(lower)..<Int(upper) }

    /// Its bytes; a bigram shares each of its two characters with a neighbour.
    var length: Float { kind == .bigram ? Float(upper - lower) / 2 : Float(upper - lower) }
}

/// One side's terms, looked up segment by segment as they are asked for.
///
/// They stand in memory of their own, for whoever has it to give back (``deallocate()``): terms come by the million, and an array
/// would ask before each whether it is its only owner.
struct PairEntries {
    private var entries: UnsafeMutablePointer<PairEntry>
    private var count = 0
    private var capacity = 1 << 12
    private var ranges: [Range<Int32>?] = []
    /// What ``TermTable/Slots/touch(_:)`` returns: who keeps it may not leave out the reading.
    private var touched: UInt32 = 0
    private var terms: [Term] = []
    private let slots: TermTable.Slots
    /// The marks of all terms of each segment that was asked for.
    private var marks: [PairEntry.Marks] = []

    /// - Parameter table: must be there as long as the entries are.
    init(_ table: TermTable) {
        slots = table.slots
        entries = .allocate(capacity: capacity)
    }

    func deallocate() { entries.deallocate() }

    /// The marks of all terms together, except for where sentences end, of a segment whose ``range(_:_:)`` was asked for.
    func marks(of segment: Int) -> PairEntry.Marks { marks[segment] }

    /// The terms in a range that ``range(_:_:)`` returned, until the next one is asked for.
    @inline(__always)
    subscript(range: Range<Int>) -> UnsafeBufferPointer<PairEntry> {
        UnsafeBufferPointer(start: entries + range.lowerBound, count: range.count)
    }

    /// Makes room for one half more.
    private mutating func reserve() {
        guard capacity - count < TermReader.most else { return }
        let grown = UnsafeMutablePointer<PairEntry>.allocate(capacity: 2 * capacity)
        grown.moveInitialize(from: entries, count: count)
        entries.deallocate()
        entries = grown
        capacity *= 2
    }

    /// Forgets all; the memory stays for the next page.
    mutating func begin(segments: Int) {
        count = 0
        ranges.removeAll(keepingCapacity: true)
        ranges.append(contentsOf: repeatElement(nil, count: segments))
        marks.removeAll(keepingCapacity: true)
        marks.append(contentsOf: repeatElement([], count: segments))
    }

    /// The place of a segment's terms, where they were asked for before.
    func known(_ segment: Int) -> Range<Int>? {
        ranges[segment].map { Int($0.lowerBound)..<Int($0.upperBound) }
    }

    /// Takes back the terms that were added last, a segment's, so that the memory at hand is used again.
    mutating func forget(_ segment: Int) {
        guard let range = ranges[segment], Int(range.upperBound) == count else { return }
        count = Int(range.lowerBound)
        ranges[segment] = nil
    }

    /// The place of a segment's terms in ``entries``.
    mutating func range(_ segment: Int, _ reading: SideTokens) -> Range<Int> {
        if let known = known(segment) { return known }
        let start = count
        let slice = reading.segments[segment]
        reserve()
        marks[segment] = reading.withBuffers { buffers in
            append(UnsafeBufferPointer(rebasing: buffers.tokens(of: slice)), buffers.text, Int(slice.text.upperBound))
        }
        ranges[segment] = Int32(start)..<Int32(count)
        return start..<count
    }

    /// A term, looked up.
    @inline(__always)
    private static func entry(
        _ hash: UInt32, _ kind: Term.Kind, _ lower: Int32, _ upper: Int32, _ marks: PairEntry.Marks,
        _ slots: TermTable.Slots
    ) -> PairEntry {
        var known = slots[hash]
        if kind == .verbatim { known.marks = known.marks.subtracting(.isUnknown).union(.isVerbatim) }
        return PairEntry(
            hash: hash, index: known.number, lower: lower, upper: upper, information: known.information, kind: kind,
            marks: marks.union(known.marks))
    }

    /// Adds the terms of a half.
    ///
    /// - Returns: the marks of all of them together, except for where sentences end.
    private mutating func append(
        _ tokens: UnsafeBufferPointer<Token>, _ text: Bytes, _ end: Int
    ) -> PairEntry.Marks {
        let start = count
        var all: PairEntry.Marks = []
        // The compiler need not fetch what is local again after each store.
        let (slots, entries) = (slots, entries)
        var touched: UInt32 = 0
        for place in 0..<tokens.count { touched &+= slots.touch(tokens[place].stem) }
        self.touched &+= touched
        var previous = tokens.isEmpty ? 0 : Int(tokens[0].lower)
        var next = count
        for place in 0..<tokens.count {
            guard next &- start < TermReader.most else { break }
            let token = tokens[place]
            let lower = Int(token.lower)
            var marks: PairEntry.Marks = []
            // Nearly always a single blank.
            if lower != previous &+ 1 || text[previous] != 0x20 {
                count = next
                marks = readGap(previous..<max(previous, lower), text, end, start)
            }
            previous = max(previous, Int(token.upper))
            if token.kind == .word, text[lower] < 0xE0 {
                let entry = Self.entry(token.stem, .word, token.lower, token.upper, marks, slots)
                all.formUnion(entry.marks)
                (entries + next).initialize(to: entry)
                next &+= 1
            } else {
                count = next
                all.formUnion(appendTerms(of: token, text, marks, start))
                next = count
            }
        }
        count = next
        // How the half ends. Of `。`, `！`, `？` and `：` the last bytes.
        for offset in previous..<max(previous, min(end, previous + 8)) {
            switch text[offset] {
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), 0x82, 0x9A:
                endSentence(start)
            default: break
            }
        }
        return all
    }

    /// What stands between two terms.
    @inline(never)
    private mutating func readGap(_ gap: Range<Int>, _ text: Bytes, _ end: Int, _ start: Int) -> PairEntry.Marks {
        var marks: PairEntry.Marks = []
        for offset in gap {
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
        return marks
    }

    @inline(never)
    private mutating func appendTerms(
        of token: Token, _ text: Bytes, _ marks: PairEntry.Marks, _ start: Int
    ) -> PairEntry.Marks {
        terms.removeAll(keepingCapacity: true)
        TermReader.append(token, of: text, to: &terms)
        var (marks, all) = (marks, PairEntry.Marks())
        for term in terms where count - start < TermReader.most {
            let entry = Self.entry(term.hash, term.kind, term.lower, term.upper, marks, slots)
            all.formUnion(entry.marks)
            (entries + count).initialize(to: entry)
            count += 1
            marks = []
        }
        return all
    }

    /// Marks the last term so far.
    private mutating func endSentence(_ start: Int) {
        if count > start { entries[count - 1].marks.insert(.endsSentence) }
    }
}
