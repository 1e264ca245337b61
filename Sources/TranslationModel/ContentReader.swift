import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext

/// Compares halves of pairs by a lexicon.
///
/// A reader looks at one page after the other; its memory is used again for all of them. One thread at a time uses it, which
/// ``ReaderPool`` sees to.
final class ContentReader: @unchecked Sendable {
    /// Whoever has a reader has its lexicon, which keeps the readers that are not at work.
    unowned let lexicon: Lexicon
    var judges: Judges { lexicon.judges }
    private(set) var page: TokenizedBitext?
    /// Both sides' terms, in memory where nobody checks at each step who else is at them.
    private let sides: UnsafeMutablePointer<PairEntries>
    private var source: UnsafeMutablePointer<PairEntries> { sides }
    private var target: UnsafeMutablePointer<PairEntries> { sides + 1 }
    /// What is known of pairs of texts that were seen before: four of ten pairs of a repository are there more than once.
    let memo = PairMemo()

    /// For each target term of the vocabulary its place in the target at hand and one more, or 0: nearly all links of the lexicon
    /// lead to terms that are not there.
    private let places: UnsafeMutableBufferPointer<UInt16>
    /// Links whose terms are there: the cell's number, and above it the place of the source's term.
    private let hits: UnsafeMutableBufferPointer<UInt64>
    private static let mostHits = 1 << 10
    /// The places of target terms that stood there before.
    private let repeats: UnsafeMutableBufferPointer<Int32>
    /// Terms of a half at hand.
    private let present = TermBits()
    /// Expected counts of the pair at hand.
    private let targetCover: UnsafeMutableBufferPointer<Float>
    private let sourceCover: UnsafeMutableBufferPointer<Float>
    /// Pairs of a page that wait for the judges: all pairs go to one judge before they go to the next, so that its trees stay at
    /// hand.
    private var doubtful: [Doubtful] = []
    private struct Doubtful {
        let segment: Int
        var verdict: PairMemo.Verdict
        let figures: PairFigures
        let reversal: PairMemo.Reversal?
    }

    private let forests: [Judges.Forest]
    private let lengths: LengthModel
    private let rows: UnsafeBufferPointer<UInt32>
    private let cells: UnsafeBufferPointer<LexiconFile.Cell>
    private let probability = Quantised.probability
    private let information = Quantised.information

    init(_ lexicon: Lexicon) {
        self.lexicon = lexicon
        sides = .allocate(capacity: 2)
        sides.initialize(to: PairEntries(lexicon.sourceTerms))
        (sides + 1).initialize(to: PairEntries(lexicon.targetTerms))
        forests = lexicon.forests
        lengths = lexicon.lengths
        rows = lexicon.rows
        cells = lexicon.cells
        places = .allocate(capacity: max(1, lexicon.targetSize))
        places.initialize(repeating: 0)
        hits = .allocate(capacity: Self.mostHits)
        hits.initialize(repeating: 0)
        repeats = .allocate(capacity: 2 * TermReader.most)
        repeats.initialize(repeating: 0)
        targetCover = .allocate(capacity: 2 * TermReader.most)
        targetCover.initialize(repeating: 0)
        sourceCover = .allocate(capacity: 2 * TermReader.most)
        sourceCover.initialize(repeating: 0)
    }

    deinit {
        for side in [source, target] { side.pointee.deallocate() }
        sides.deinitialize(count: 2)
        sides.deallocate()
        places.deallocate()
        present.deallocate()
        hits.deallocate()
        repeats.deallocate()
        targetCover.deallocate()
        sourceCover.deallocate()
    }

    /// Turns to a page.
    func begin(_ page: TokenizedBitext) {
        self.page = page
        memo.begin()
        source.pointee.begin(segments: page.contents.count)
        target.pointee.begin(segments: page.contents.count)
    }

    /// Lets go of the page.
    func end() { page = nil }

    /// Whether a segment has words enough to be judged: both halves, different ones, with three words or more.
    static func isJudged(_ segment: Int, _ page: TokenizedBitext) -> Bool {
        let contents = page.contents[segment]
        return contents.contains(.isPaired) && !contents.contains(.isSame)
            && page.source.segments[segment].tokens.count >= 3 && !page.target.segments[segment].tokens.isEmpty
    }

    /// The terms of a segment's half.
    func entries(_ segment: Int, _ side: Side) -> [PairEntry] {
        let place = place(segment, side)
        return Array((side == .source ? source : target).pointee[place])
    }

    /// Lends the terms of two halves.
    private func withEntries<Result>(
        _ sourceSegment: Int, _ targetSegment: Int, _ page: TokenizedBitext,
        _ body: (UnsafeBufferPointer<PairEntry>, UnsafeBufferPointer<PairEntry>) -> Result
    ) -> Result {
        let one = source.pointee.range(sourceSegment, page.source)
        let other = target.pointee.range(targetSegment, page.target)
        return body(source.pointee[one], target.pointee[other])
    }

    /// Compares the source of one segment with the target of one, mostly the same.
    func compare(source: Int, target: Int) -> PairFigures {
        guard let page else { return PairFigures() }
        return withEntries(source, target, page) { compare($0, $1, thoroughly: true) }
    }

    /// The log-likelihood ratio of both directions, all terms together, of the source of one segment and the target of another.
    func likelihood(source: Int, target: Int) -> Float {
        guard let page else { return 0 }
        return withEntries(source, target, page) { left, right in
            cover(left, right)
            return HalfSummary.support(left, UnsafeBufferPointer(sourceCover), others: right.count) * Float(left.count)
                + HalfSummary.support(right, UnsafeBufferPointer(targetCover), others: left.count) * Float(right.count)
        }
    }

    /// A target that fits its own source fits another one only where both sources say nearly the same: titles that differ in a
    /// word.
    func mayFit(target segment: Int, source other: Int, own: Float) -> Bool {
        guard let page, page.source.segments[other].tokens.count >= 2 else { return false }
        if !own.isNaN {
            let terms = place(segment, .source).count + place(segment, .target).count
            if own < Self.fits * Float(terms) { return true }
        }
        return shared(page.source, segment, other) > Self.similar
    }

    /// Where a half's terms stand; the page is asked only where that is not known yet.
    private func place(_ segment: Int, _ side: Side) -> Range<Int> {
        let entries = side == .source ? source : target
        if let known = entries.pointee.known(segment) { return known }
        guard let page else { return 0..<0 }
        return entries.pointee.range(segment, side == .source ? page.source : page.target)
    }

    /// How much of one segment's words stands in another of the same side, by their letters, 0 to 1.
    private func shared(_ side: SideTokens, _ one: Int, _ other: Int) -> Float {
        let present = present
        present.clear()
        return side.withBuffers { buffers in
            for token in buffers.tokens(of: side.segments[other]) { present.insert(Int(token.stem)) }
            var (shared, all) = (0, 1)
            for token in buffers.tokens(of: side.segments[one]) {
                let length = Int(token.upper &- token.lower)
                all &+= length
                shared &+= length &* present[Int(token.stem)]
            }
            return Float(shared) / Float(all)
        }
    }

    /// From so many nats for each term on a pair fits.
    private static let fits: Float = 1.2
    /// How much of its words a source must share with one that its target fits as well.
    private static let similar: Float = 0.5

    /// Compares any terms of the source with any of the target: halves that were cut or put together.
    func compare(_ source: [PairEntry], _ target: [PairEntry]) -> PairFigures {
        source.withUnsafeBufferPointer { left in
            target.withUnsafeBufferPointer { right in
                compare(
                    UnsafeBufferPointer(rebasing: left.prefix(TermReader.most)),
                    UnsafeBufferPointer(rebasing: right.prefix(TermReader.most)), thoroughly: true)
            }
        }
    }

    /// What is to be known of each segment's pair on its own.
    ///
    /// - Parameter keys: of both texts of each pair, or 0 for one that is not judged.
    func verdicts(_ keys: [UInt64]) -> [PairMemo.Verdict?] {
        guard let page else { return Array(repeating: nil, count: keys.count) }
        // Kept, so that the reading is not left out.
        hits[0] = memo.touch(keys)
        // Handed on, so that nobody has to hold it for each pair anew.
        let lexicon = lexicon
        var verdicts: [PairMemo.Verdict?] = []
        verdicts.reserveCapacity(keys.count)
        for segment in keys.indices {
            let key = keys[segment]
            verdicts.append(key == 0 ? nil : memo.known(key) ?? verdict(segment, key, page, lexicon))
        }
        judge { verdicts[$0.segment] = memo.remember(keys[$0.segment], $0.verdict, $0.reversal) }
        return verdicts
    }

    /// Hears the judges on all pairs that wait for them, and hands on what is to be known of each then.
    private func judge(_ deliver: (Doubtful) -> Void) {
        doubtful.withUnsafeMutableBufferPointer { doubtful in
            for fault in Judges.Fault.allCases {
                let forest = forests[fault.rawValue]
                for place in doubtful.indices where !doubtful[place].figures.isClear(of: fault) {
                    doubtful[place].verdict.odds[fault.rawValue] = forest.judge(doubtful[place].figures)
                }
            }
            doubtful.forEach(deliver)
        }
        doubtful.removeAll(keepingCapacity: true)
    }

    /// What is to be known of a pair before the judges have seen it, where they must.
    private func verdict(
        _ segment: Int, _ key: UInt64, _ page: TokenizedBitext, _ lexicon: Lexicon
    ) -> PairMemo.Verdict {
        withEntries(segment, segment, page) { left, right in
            let figures = compare(left, right, thoroughly: false)
            // Nothing for a judge, where it stays so.
            var verdict = PairMemo.Verdict()
            verdict.isShort = figures.isShort
            let reversal = lexicon.polarity.reversal(
                left, right, marks: (source.pointee.marks(of: segment), target.pointee.marks(of: segment)), page,
                lexicon)
            guard !figures.isClear else {
                verdict.mayHaveMoved = Moves.mayHaveMoved(figures, nil)
                // Nobody asks for them again but now and then one that looks for what moved.
                source.pointee.forget(segment)
                target.pointee.forget(segment)
                return memo.remember(key, verdict, reversal)
            }
            verdict.likelihood =
                figures[.sourceSupport] * Float(left.count) + figures[.targetSupport] * Float(right.count)
            verdict.mayHaveMoved = Moves.mayHaveMoved(figures, verdict.likelihood / Float(left.count + right.count))
            doubtful.append(Doubtful(segment: segment, verdict: verdict, figures: figures, reversal: reversal))
            return verdict
        }
    }

    /// Both halves compared.
    ///
    /// - Parameter thoroughly: whether to add what costs most even where the pair is clear without it.
    private func compare(
        _ left: UnsafeBufferPointer<PairEntry>, _ right: UnsafeBufferPointer<PairEntry>, thoroughly: Bool
    ) -> PairFigures {
        cover(left, right)
        var figures = summarise(left, right)
        if thoroughly || !figures.isClear {
            figures[.sourceSupport] = HalfSummary.support(left, UnsafeBufferPointer(sourceCover), others: right.count)
            figures[.targetSupport] = HalfSummary.support(right, UnsafeBufferPointer(targetCover), others: left.count)
        }
        return figures
    }

    // MARK: Covering

    /// Fills in how often the other half leads one to expect each term.
    @inline(__always)
    private func cover(_ left: UnsafeBufferPointer<PairEntry>, _ right: UnsafeBufferPointer<PairEntry>) {
        // The compiler need not fetch what is local again after each store.
        let (places, targetCover, sourceCover) = (places, targetCover, sourceCover)
        let (rows, cells, hits, repeats) = (rows, cells, hits, repeats)
        var repeated = 0
        for offset in 0..<right.count {
            targetCover[offset] = 0
            let index = Int(right[offset].index)
            guard index >= 0 else { continue }
            guard places[index] == 0 else {
                repeats[repeated] = Int32(truncatingIfNeeded: offset)
                repeated += 1
                continue
            }
            places[index] = UInt16(truncatingIfNeeded: offset &+ 1)
        }
        // Read what the walk will read, so that it is waited for once and not term by term.
        if let last = cells.indices.last {
            var touched: UInt16 = 0
            for offset in 0..<left.count {
                touched &+= cells[min(Int(rows[max(0, Int(left[offset].index))]), last)].target
            }
            // Kept, so that the reading is not left out.
            hits[0] = UInt64(touched)
        }
        probability.withUnsafeBufferPointer { probability in
            var count = 0
            @inline(__always)
            func addHits() {
                for hit in 0..<count {
                    let entry = cells[Int(hits[hit] & 0xFFFF_FFFF)]
                    targetCover[Int(places[Int(entry.target)]) &- 1] += probability[Int(entry.forward)]
                    sourceCover[Int(hits[hit] &>> 32)] += probability[Int(entry.backward)]
                }
                count = 0
            }
            for offset in 0..<left.count {
                sourceCover[offset] = 0
                let index = Int(left[offset].index)
                if index >= 0 {
                    let place = UInt64(truncatingIfNeeded: offset) &<< 32
                    var cell = Int(rows[index])
                    let end = Int(rows[index &+ 1])
                    while cell < end {
                        // Which links count nobody can foresee: all are taken, and those that do not are written over.
                        let stop = min(end, cell + Self.mostHits - count)
                        while cell < stop {
                            hits[count] = UInt64(truncatingIfNeeded: cell) | place
                            count &+= places[Int(cells[cell].target)] == 0 ? 0 : 1
                            cell &+= 1
                        }
                        if count == Self.mostHits { addHits() }
                    }
                }
                if !left[offset].marks.isDisjoint(with: .alike) {
                    addHits()
                    coverVerbatim(offset, left, right)
                }
            }
            addHits()
        }
        // A term that stands twice is explained twice.
        for place in 0..<repeated {
            let offset = Int(repeats[place])
            let first = Int(places[Int(right[offset].index)]) - 1
            targetCover[offset] = max(targetCover[offset], targetCover[first])
        }
        for offset in 0..<right.count where right[offset].index >= 0 { places[Int(right[offset].index)] = 0 }
    }

    /// Numbers and names stand in both halves alike, and so do words that no lexicon knows, or their beginnings.
    private func coverVerbatim(
        _ offset: Int, _ left: UnsafeBufferPointer<PairEntry>, _ right: UnsafeBufferPointer<PairEntry>
    ) {
        let term = left[offset]
        for place in 0..<right.count where right[place].hash == term.hash {
            sourceCover[offset] = max(sourceCover[offset], 0.9)
            targetCover[place] = max(targetCover[place], 0.9)
            return
        }
        guard term.kind == .word, term.range.count >= 5, let page else { return }
        for place in 0..<right.count where right[place].index < 0 && right[place].kind == .word {
            guard Self.beginAlike(term, right[place], page) else { continue }
            sourceCover[offset] = max(sourceCover[offset], 0.5)
            targetCover[place] = max(targetCover[place], 0.5)
            return
        }
    }

    /// Cognates: the same four letters at the beginning (Simard, Foster, Isabelle: Using cognates to align sentences in
    /// bilingual corpora, 1992).
    private static func beginAlike(_ one: PairEntry, _ other: PairEntry, _ page: TokenizedBitext) -> Bool {
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

    private func summarise(
        _ left: UnsafeBufferPointer<PairEntry>, _ right: UnsafeBufferPointer<PairEntry>
    ) -> PairFigures {
        var figures = PairFigures()
        let (one, other) = information.withUnsafeBufferPointer { information in
            (
                HalfSummary(left, UnsafeBufferPointer(sourceCover), information),
                HalfSummary(right, UnsafeBufferPointer(targetCover), information)
            )
        }
        figures[.sourceCoverage] = one.coverage
        figures[.targetCoverage] = other.coverage
        figures[.sourceGap] = one.gap
        figures[.targetGap] = other.gap
        figures[.sourceRest] = one.rest
        figures[.targetRest] = other.rest
        figures[.sourceTerms] = Float(left.count)
        figures[.targetTerms] = Float(right.count)
        figures[.sourceVerbatimLost] = one.verbatimLost
        figures[.targetVerbatimAdded] = other.verbatimLost
        figures[.verbatimKept] = one.verbatimKept
        figures[.unknown] = (one.unknown + other.unknown) / Float(max(1, left.count + right.count))
        figures[.sourceHead] = one.head
        figures[.sourceTail] = one.tail
        figures[.targetHead] = other.head
        figures[.targetTail] = other.tail
        figures[.sentences] = other.sentences - one.sentences
        figures[.parentheses] = other.parentheses - one.parentheses
        figures[.end] = one.end - other.end
        figures[.length] = lengths.surprise(source: one.length, target: other.length)
        return figures
    }

    // MARK: Places

    /// The stretch of a segment's half that is explained least, in the side's text, where the segment is the pair that was
    /// compared last.
    func gap(_ segment: Int, _ side: Side) -> Range<Int>? {
        let entries = entries(segment, side)
        let cover = side == .source ? sourceCover : targetCover
        var best: (sum: Float, range: Range<Int>)?
        var (sum, start): (Float, Int) = (0, 0)
        for (offset, entry) in entries.enumerated() {
            if sum <= 0 { (sum, start) = (0, offset) }
            if entry.index >= 0 || entry.kind == .verbatim {
                sum += information[Int(entry.information)] * (0.6 - min(1, cover[offset] * 2))
            }
            if sum > best?.sum ?? 0 { best = (sum, start..<offset + 1) }
        }
        guard let range = best?.range, let first = range.first, let last = range.last else { return nil }
        return entries[first].range.lowerBound..<entries[last].range.upperBound
    }
}
