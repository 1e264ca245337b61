import Bitext
import ParsedBitext

/// Reads the terms of one side's segments and looks them up in the lexicon.
final class SideTerms {
    private let reading: SideTokens
    private let table: TermTable
    /// The terms of the segments that were read, one segment after the other: the first ``count``.
    private let terms: UnsafeMutableBufferPointer<LexiconTerm>
    private var count = 0
    /// Where the terms of each segment are; nil where they are to be read.
    private var places: [Range<Int>?]

    /// So many terms are kept. A segment is compared with its neighbours and others; on a longer page it may be read again.
    private static let maxKept = 1 << 16

    init(_ reading: SideTokens, _ table: TermTable) {
        self.reading = reading
        self.table = table
        places = Array(repeating: nil, count: reading.segments.count)
        terms = .allocate(capacity: min(reading.text.count / 3, Self.maxKept) + TermReader.maxTerms)
    }

    deinit { terms.deallocate() }

    /// Calls `body` with the terms of a segment, at most ``TermReader/maxTerms``. Reading another segment may take their
    /// memory, so calls cannot be nested.
    func withTerms<Result>(of segment: Int, _ body: (Half) -> Result) -> Result {
        body(Half(rebasing: terms[places[segment] ?? read(segment)]))
    }

    private func read(_ segment: Int) -> Range<Int> {
        if count + TermReader.maxTerms > terms.count { forget() }
        let slice = reading.segments[segment]
        let free = UnsafeMutableBufferPointer(rebasing: terms[count..<count + TermReader.maxTerms])
        let end = reading.withBuffers { lent in
            var reader = HalfReader(lent.text, table, free)
            reader.read(lent.tokens(of: slice), end: Int(slice.text.upperBound))
            return count + reader.count
        }
        let place = count..<end
        places[segment] = place
        count = end
        return place
    }

    /// Makes room for more terms.
    private func forget() {
        count = 0
        for segment in places.indices { places[segment] = nil }
    }
}

/// Reads the terms of a half, and the punctuation between them.
private struct HalfReader {
    private let text: Bytes
    private let table: TermTable
    private let terms: UnsafeMutableBufferPointer<LexiconTerm>
    /// How many terms were read.
    private(set) var count = 0

    /// - Parameter terms: room for ``TermReader/maxTerms``.
    init(_ text: Bytes, _ table: TermTable, _ terms: UnsafeMutableBufferPointer<LexiconTerm>) {
        self.text = text
        self.table = table
        self.terms = terms
    }

    /// - Parameter end: of the segment's text.
    mutating func read(_ tokens: Slice<UnsafeBufferPointer<Token>>, end: Int) {
        guard let first = tokens.first else { return }
        var previous = Int(first.lower)
        for token in tokens where count < terms.count {
            var marks: TermMarks = []
            let gap = previous..<max(previous, Int(token.lower))
            // Nearly always a single space.
            if gap.count != 1 || text[previous] != 0x20 { marks = readGap(gap, end) }
            previous = max(previous, Int(token.upper))
            if let term = TermReader.term(of: token, in: text) {
                append(term, marks)
            } else {
                TermReader.forEachUnspacedTerm(of: token, in: text) { term in
                    guard count < terms.count else { return }
                    append(term, marks)
                    marks = []
                }
            }
        }
        readEnd(text[previous..<max(previous, min(end, previous + 8))])
    }

    @inline(__always)
    private mutating func append(_ term: Term, _ marks: TermMarks) {
        terms.initializeElement(at: count, to: table.lookUp(term, marks: marks))
        count += 1
    }

    /// Reads the punctuation between two terms: marks the end of a sentence on the last term.
    ///
    /// - Returns: the marks of the next term.
    private mutating func readGap(_ gap: Range<Int>, _ end: Int) -> TermMarks {
        var marks: TermMarks = []
        for offset in gap {
            if text.opensParenthesis(at: offset) {
                marks.insert(.opensParenthesis)
            } else if text.endsSentence(at: offset, before: end) {
                endSentence()
            }
        }
        return marks
    }

    /// Reads the punctuation after the last term.
    private mutating func readEnd(_ text: Slice<Bytes>) {
        let endsSentence = text.contains {
            switch $0 {
            // The last two are the last bytes of `。` and `：`.
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), 0x82, 0x9A: true
            default: false
            }
        }
        if endsSentence { endSentence() }
    }

    /// Marks the last term, if there is one.
    private mutating func endSentence() {
        if count > 0 { terms[count - 1].marks.insert(.endsSentence) }
    }
}
