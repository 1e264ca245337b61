import Bitext

/// Compares halves of pairs by a lexicon.
///
/// One reader serves one page on one thread; its memory is used again for each pair.
struct ContentReader {
    private let lexicon: Lexicon
    private let source: Half
    private let target: Half
    private let page: BilingualPage
    /// For each target term of the vocabulary: the pair that saw it last, and where.
    private var stamps: [UInt32]
    private var places: [UInt16]
    private var generation: UInt32 = 0
    /// The terms of the pair at hand, as indices of the halves' terms.
    private var left: [Int] = []
    private var right: [Int] = []
    /// Expected counts of the pair at hand.
    private var targetCover: [Float] = []
    private var sourceCover: [Float] = []

    /// One side's terms, looked up once for the whole page.
    struct Half {
        var terms: [Term] = []
        var starts: [Int32] = [0]
        /// The number in the vocabulary, or -1.
        var indices: [Int32] = []
        /// -ln P(term): how much it says.
        var information: [Float] = []
        /// How long, in bytes; of overlapping terms each has its share.
        var lengths: [Float] = []

        func range(_ segment: Int) -> Range<Int> { Int(starts[segment])..<Int(starts[segment + 1]) }
    }

    init(_ page: BilingualPage, _ lexicon: Lexicon) {
        self.page = page
        self.lexicon = lexicon
        source = Self.half(page.source, lexicon, .source)
        target = Self.half(page.target, lexicon, .target)
        stamps = Array(repeating: 0, count: lexicon.targetSize)
        places = Array(repeating: 0, count: lexicon.targetSize)
        targetCover = Array(repeating: 0, count: TermReader.most * 2)
        sourceCover = targetCover
    }

    private static func half(_ reading: SideReading, _ lexicon: Lexicon, _ side: Side) -> Half {
        var half = Half()
        half.terms.reserveCapacity(reading.tokens.count)
        reading.text.withUnsafeBufferPointer { text in
            for slice in reading.slices {
                let tokens = reading.tokens[Int(slice.tokens.lowerBound)..<Int(slice.tokens.upperBound)]
                TermReader.append(tokens, of: text, to: &half.terms)
                half.starts.append(Int32(half.terms.count))
            }
        }
        half.indices.reserveCapacity(half.terms.count)
        half.information.reserveCapacity(half.terms.count)
        let information = lexicon.information(side)
        let table = side == .source ? lexicon.sourceTerms : lexicon.targetTerms
        half.lengths.reserveCapacity(half.terms.count)
        for term in half.terms {
            let index = table[term.hash]
            half.indices.append(index)
            half.lengths.append(term.length)
            half.information.append(
                index < 0 ? lexicon.unknownInformation : Quantised.information[Int(information[Int(index)])])
        }
        return half
    }

    /// Whether a segment has words enough to be judged: both halves, different ones, with three terms or more.
    static func isJudged(_ segment: Int, _ page: BilingualPage, _ reader: ContentReader) -> Bool {
        let traits = page.pairs[segment].traits
        return traits.contains(.isPaired) && !traits.contains(.isSame)
            && reader.source.range(segment).count >= 3 && !reader.target.range(segment).isEmpty
    }

    /// How many terms a segment's half has.
    func terms(_ segment: Int, _ side: Side) -> ArraySlice<Term> {
        let half = side == .source ? source : target
        return half.terms[half.range(segment)]
    }

    /// Compares the source of one segment with the target of one, mostly the same.
    mutating func compare(source sourceSegment: Int, target targetSegment: Int) -> PairFigures {
        left.removeAll(keepingCapacity: true)
        right.removeAll(keepingCapacity: true)
        left.append(contentsOf: source.range(sourceSegment))
        right.append(contentsOf: target.range(targetSegment))
        return compare()
    }

    /// Compares any terms of the source with any of the target: halves that were cut or put together.
    mutating func compare(source: [Int], target: [Int]) -> PairFigures {
        left = Array(source.prefix(TermReader.most))
        right = Array(target.prefix(TermReader.most))
        return compare()
    }

    private mutating func compare() -> PairFigures {
        cover()
        var figures = PairFigures()
        summarise(&figures)
        figures[.length] = lexicon.lengths.surprise(
            source: left.reduce(0) { $0 + source.lengths[$1] }, target: right.reduce(0) { $0 + target.lengths[$1] })
        return figures
    }

    /// The terms of a segment's half, as indices for ``compare(source:target:)-(_,[Int])``.
    func positions(_ segment: Int, _ side: Side) -> Range<Int> { (side == .source ? source : target).range(segment) }

    /// How well each term of the pair that was compared last is explained by the other half, 0 to 1.
    func explained(_ side: Side, count: Int) -> ArraySlice<Float> {
        (side == .source ? sourceCover : targetCover)[..<count]
    }

    // MARK: Single words

    /// A term of the source's number in the vocabulary, or -1.
    func sourceIndex(_ position: Int) -> Int32 { source.indices[position] }

    /// The term of the target that is likeliest for any of some source terms, in the pair that was compared last.
    func best(of terms: [Int32]) -> (place: Int, probability: Float)? {
        var best: (place: Int, probability: Float)?
        for term in terms {
            for cell in Int(lexicon.rows[Int(term)])..<Int(lexicon.rows[Int(term) + 1]) {
                let entry = lexicon.cells[cell]
                guard stamps[Int(entry.target)] == generation else { continue }
                let probability = Quantised.probability[Int(entry.forward)]
                if probability > best?.probability ?? 0 { best = (Int(places[Int(entry.target)]), probability) }
            }
        }
        return best
    }

    /// The term of the target that most likely stands for any of some source terms.
    func bestBackward(of terms: [Int32]) -> (place: Int, probability: Float)? {
        var best: (place: Int, probability: Float)?
        for term in terms {
            for cell in Int(lexicon.rows[Int(term)])..<Int(lexicon.rows[Int(term) + 1]) {
                let entry = lexicon.cells[cell]
                guard stamps[Int(entry.target)] == generation else { continue }
                // A single letter is what an apostrophe left of a word.
                let place = Int(places[Int(entry.target)])
                guard target.terms[right[place]].range.count > 1 else { continue }
                let probability = Quantised.probability[Int(entry.backward)]
                if probability > best?.probability ?? 0 { best = (Int(places[Int(entry.target)]), probability) }
            }
        }
        return best
    }

    /// Whether a term of the source begins with some lower-case letters, in any case.
    func sourceTerm(_ position: Int, begins letters: StaticString) -> Bool {
        page.source.text.withUnsafeBufferPointer {
            $0.hasIgnoringCase(letters, at: source.terms[position].range.lowerBound)
        }
    }

    /// Whether a term of the source and one of the target are the same word.
    func isSameTerm(_ one: Int, _ other: Int) -> Bool { source.terms[one].hash == target.terms[other].hash }

    /// Whether a term of the source is a word, or the end of "don't"; the t of "ITU-T" is neither.
    func isWholeWord(_ position: Int) -> Bool {
        let range = source.terms[position].range
        guard range.count == 1, range.lowerBound >= 2 else { return true }
        let before = page.source.text[range.lowerBound - 1]
        return before == UInt8(ascii: "'") || before == 0x99
    }

    /// How likely a term of the target, by its place, is given the likeliest of some source terms.
    func probability(of place: Int, given terms: [Int32]) -> Float {
        let wanted = target.indices[right[place]]
        var best: Float = 0
        for term in terms {
            for cell in Int(lexicon.rows[Int(term)])..<Int(lexicon.rows[Int(term) + 1])
            where Int32(lexicon.cells[cell].target) == wanted {
                best = max(best, Quantised.probability[Int(lexicon.cells[cell].forward)])
            }
        }
        return best
    }

    /// The stretch of a half that is explained least, in the side's text, in the pair that was compared last.
    func gap(_ side: Side) -> Range<Int>? {
        let half = side == .source ? source : target
        let positions = side == .source ? left : right
        let cover = side == .source ? sourceCover : targetCover
        var best: (sum: Float, range: Range<Int>)?
        var (sum, start): (Float, Int) = (0, 0)
        for (offset, position) in positions.enumerated() {
            if sum <= 0 { (sum, start) = (0, offset) }
            if half.indices[position] >= 0 || half.terms[position].kind == .verbatim {
                sum += half.information[position] * (0.6 - min(1, cover[offset] * 2))
            }
            if sum > best?.sum ?? 0 { best = (sum, start..<offset + 1) }
        }
        guard let range = best?.range, let first = range.first, let last = range.last else { return nil }
        return half.terms[positions[first]].range.lowerBound..<half.terms[positions[last]].range.upperBound
    }

    /// Where a term of a half stands in the side's text.
    func textRange(of position: Int, _ side: Side) -> Range<Int> {
        (side == .source ? source : target).terms[position].range
    }

    // MARK: Covering

    /// Fills in how often the other half leads one to expect each term.
    private mutating func cover() {
        generation += 1
        for offset in 0..<right.count { targetCover[offset] = 0 }
        for offset in 0..<left.count { sourceCover[offset] = 0 }
        for (offset, position) in right.enumerated() {
            let index = target.indices[position]
            guard index >= 0, stamps[Int(index)] != generation else { continue }
            stamps[Int(index)] = generation
            places[Int(index)] = UInt16(truncatingIfNeeded: offset)
        }
        let cells = lexicon.cells
        let rows = lexicon.rows
        for (offset, position) in left.enumerated() {
            let index = source.indices[position]
            if index >= 0 {
                for cell in Int(rows[Int(index)])..<Int(rows[Int(index) + 1]) {
                    let entry = cells[cell]
                    let other = Int(entry.target)
                    guard stamps[other] == generation else { continue }
                    let place = Int(places[other])
                    targetCover[place] += Quantised.probability[Int(entry.forward)]
                    sourceCover[offset] += Quantised.probability[Int(entry.backward)]
                }
            }
            coverVerbatim(offset, position)
        }
        // A term that stands twice is explained twice.
        for (offset, position) in right.enumerated() {
            let index = target.indices[position]
            guard index >= 0 else { continue }
            targetCover[offset] = max(targetCover[offset], targetCover[Int(places[Int(index)])])
        }
    }

    /// Numbers and names stand in both halves alike, and so do words that no lexicon knows, or their beginnings.
    private mutating func coverVerbatim(_ offset: Int, _ position: Int) {
        let term = source.terms[position]
        guard term.kind == .verbatim || source.indices[position] < 0 else { return }
        for (place, other) in right.enumerated() where target.terms[other].hash == term.hash {
            sourceCover[offset] = max(sourceCover[offset], 0.9)
            targetCover[place] = max(targetCover[place], 0.9)
            return
        }
        guard term.kind == .word, term.range.count >= 5 else { return }
        for (place, other) in right.enumerated() where target.indices[other] < 0 && target.terms[other].kind == .word {
            guard beginsAlike(term, target.terms[other]) else { continue }
            sourceCover[offset] = max(sourceCover[offset], 0.5)
            targetCover[place] = max(targetCover[place], 0.5)
            return
        }
    }

    /// Cognates: the same four letters at the beginning (Simard, Foster, Isabelle: Using cognates to align sentences in
    /// bilingual corpora, 1992).
    private func beginsAlike(_ one: Term, _ other: Term) -> Bool {
        guard other.range.count >= 5 else { return false }
        for offset in 0..<4
        where page.source.text[one.range.lowerBound + offset].asciiLowercased
            != page.target.text[other.range.lowerBound + offset].asciiLowercased
        {
            return false
        }
        return true
    }

    // MARK: Summing up

    private func summarise(_ figures: inout PairFigures) {
        let sourceSum = Summary(source, left, sourceCover, others: right.count)
        let targetSum = Summary(target, right, targetCover, others: left.count)
        figures[.sourceSupport] = sourceSum.support
        figures[.targetSupport] = targetSum.support
        figures[.sourceCoverage] = sourceSum.coverage
        figures[.targetCoverage] = targetSum.coverage
        figures[.sourceGap] = sourceSum.gap
        figures[.targetGap] = targetSum.gap
        figures[.sourceRest] = sourceSum.rest
        figures[.targetRest] = targetSum.rest
        figures[.sourceTerms] = Float(left.count)
        figures[.targetTerms] = Float(right.count)
        figures[.sourceVerbatimLost] = sourceSum.verbatimLost
        figures[.targetVerbatimAdded] = targetSum.verbatimLost
        figures[.verbatimKept] = sourceSum.verbatimKept
        figures[.unknown] = (sourceSum.unknown + targetSum.unknown) / Float(max(1, left.count + right.count))
        figures[.sourceHead] = sourceSum.head
        figures[.sourceTail] = sourceSum.tail
        figures[.targetHead] = targetSum.head
        figures[.targetTail] = targetSum.tail
    }

    /// One half, summed up.
    private struct Summary {
        var support: Float = 0
        var coverage: Float = 0
        var gap: Float = 0
        var rest: Float = 0
        var head: Float = 0
        var tail: Float = 0
        var verbatimLost: Float = 0
        var verbatimKept: Float = 0
        var unknown: Float = 0

        init(_ half: Half, _ range: [Int], _ cover: [Float], others: Int) {
            guard !range.isEmpty else { return }
            var information: Float = 0
            var explained: Float = 0
            var stretch: Float = 0
            let third = max(1, range.count / 3)
            var (headInformation, tailInformation): (Float, Float) = (0, 0)
            for (offset, position) in range.enumerated() {
                let says = half.information[position]
                let share = min(1, cover[offset] * 2)
                let isVerbatim = half.terms[position].kind == .verbatim
                if half.indices[position] < 0, !isVerbatim, cover[offset] == 0 {
                    // Nobody knows what it means, so it speaks neither for the pair nor against it.
                    unknown += 1
                    continue
                }
                // IBM model 1's mixture against the language alone; a tenth is left to chance.
                let expected = cover[offset] / Float(others + 1)
                let background = Quantised.probability(information: says)
                support += Quantised.logarithm((0.9 * expected + 0.1 * background) / background)
                information += says
                explained += says * share
                rest += says * (1 - share)
                // The stretch with the largest sum (Kadane); what is half explained ends it slowly.
                stretch = max(0, stretch + says * (0.6 - share))
                gap = max(gap, stretch)
                if isVerbatim { if share > 0.5 { verbatimKept += 1 } else { verbatimLost += 1 } }
                if offset < third {
                    head += says * share
                    headInformation += says
                }
                if offset >= range.count - third {
                    tail += says * share
                    tailInformation += says
                }
            }
            support /= max(1, Float(range.count) - unknown)
            coverage = explained / max(information, 1)
            head /= max(headInformation, 1)
            tail /= max(tailInformation, 1)
        }
    }
}

/// Probabilities in a byte: tenths of a halving, so from 1 down to 2⁻²⁵.
enum Quantised {
    static func byte(_ probability: Float) -> UInt8 {
        let halvings = -Logarithm.natural(Double(max(probability, 1e-9))) / 0.693147180559945
        return UInt8(max(0, min(255, (halvings * 10).rounded())))
    }

    static let probability: [Float] = (0...255).map {
        Float(Logarithm.exponential(-Double($0) / 10 * 0.693147180559945))
    }
    /// -ln of it.
    static let information: [Float] = (0...255).map { Float(Double($0) / 10 * 0.693147180559945) }

    /// The probability of a term that says so much; the inverse of ``information``, found by its byte.
    static func probability(information: Float) -> Float {
        probability[Int(max(0, min(255, (information * 14.42695).rounded())))]
    }

    /// ln, from the exponent and a polynomial of the mantissa, to three digits: enough for a sum of log ratios, and several
    /// times as fast as the library's.
    static func logarithm(_ x: Float) -> Float {
        let bits = x.bitPattern
        let exponent = Float(Int32(bits >> 23) - 127)
        let mantissa = Float(bitPattern: bits & 0x7F_FFFF | 0x3F80_0000)
        let log2 = exponent + (-0.33582878 * mantissa + 2) * mantissa - 1.65871022
        return log2 * 0.69314718
    }
}
