import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext

/// Compares halves of pairs by what stands in both alike, whatever the languages: numbers, names, code, links and cognates, the
/// length, the number of sentences and parentheses.
///
/// How much each of them says, the page itself tells (``AlikeTally``); what follows from it, judges that were grown on pages of
/// several languages.
final class AlikeReader: SampleReader {
    let lexicon: Lexicon
    var judges: Judges { lexicon.judges }
    private let page: TokenizedBitext
    /// All segments' terms, in memory of the reader's own, and where each half's are.
    private var terms = UnsafeMutableBufferPointer<AlikeTerm>(start: nil, count: 0)
    private var source: [Range<Int>] = []
    private var target: [Range<Int>] = []
    private var lengths = LengthModel()
    /// For each slot of the tally: the comparison that saw it last in the target, and its place there.
    private var seen = UnsafeMutableBufferPointer<(generation: Int32, place: Int32)>(start: nil, count: 0)
    private var generation: Int32 = 0

    init(_ page: TokenizedBitext, _ lexicon: Lexicon) {
        self.page = page
        self.lexicon = lexicon
        read()
    }

    deinit {
        terms.deallocate()
        seen.deallocate()
    }

    /// Takes all pairs apart that have two different halves, and counts.
    private func read() {
        let count = page.contents.count
        var (source, target): ([Range<Int>], [Range<Int>]) = ([], [])
        source.reserveCapacity(count)
        target.reserveCapacity(count)
        // Elements are terms too, and so are the characters of some scripts.
        var read = AlikeTermList(capacity: (page.source.tokens.count + page.target.tokens.count) * 5 / 4)
        var (left, right) = (AlikeTermReader(page, .source), AlikeTermReader(page, .target))
        for segment in 0..<count {
            let contents = page.contents[segment]
            let start = read.count
            let isCounted = contents.contains(.isPaired) && !contents.contains(.isSame)
            if isCounted { left.append(segment, to: &read) }
            let middle = read.count
            if isCounted { right.append(segment, to: &read) }
            source.append(start..<middle)
            target.append(middle..<read.count)
        }
        let terms = UnsafeMutableBufferPointer(rebasing: read.terms[..<read.count])
        var tally = AlikeTally(terms: terms.count)
        for index in terms.indices where terms[index].kind != .other {
            terms[index].slot = tally.slot(of: terms[index].key)
        }
        for segment in 0..<count where source[segment].lowerBound < target[segment].upperBound {
            tally.add(
                Int32(segment), UnsafeMutableBufferPointer(rebasing: terms[source[segment]]),
                UnsafeMutableBufferPointer(rebasing: terms[target[segment]]))
        }
        tally.finish()
        for segment in 0..<count {
            for index in source[segment] { tally.weigh(&terms[index], isSource: true) }
            for index in target[segment] { tally.weigh(&terms[index], isSource: false) }
        }
        seen = .allocate(capacity: tally.size)
        seen.initialize(repeating: (0, 0))
        (self.terms, self.source, self.target) = (terms, source, target)
        measure()
    }

    /// How long this page's targets are for their sources: the median, as a few may be no translations, and for a page of few
    /// pairs with what is usual.
    private func measure() {
        let pairLengths = pairLengths
        let ratios = pairLengths.filter { $0.source >= 20 }.map {
            Quantised.logarithm(($0.target + 4) / ($0.source + 4))
        }.sorted()
        let isLatin = page.target.isMostlyASCII
        guard !ratios.isEmpty else {
            let sums = pairLengths.reduce(SIMD2<Float>(4, 4)) { $0 + SIMD2($1.source, $1.target) }
            lengths = LengthModel(
                mean: isLatin ? lexicon.lengths.mean : Quantised.logarithm(sums[1] / sums[0]),
                deviation: lexicon.lengths.deviation)
            return
        }
        let median = (ratios[ratios.count / 2] + ratios[(ratios.count - 1) / 2]) / 2
        measuredLength = median
        // The words of other scripts have more bytes, or fewer letters.
        let usual = isLatin ? lexicon.lengths.mean : median
        let count = Float(ratios.count)
        let own = LengthModel(pairLengths)
        lengths = LengthModel(
            mean: (count * median + Self.few * usual) / (count + Self.few),
            deviation: count < 20
                ? lexicon.lengths.deviation
                : (count * own.deviation + Self.some * lexicon.lengths.deviation) / (count + Self.some))
    }

    /// How long the halves of each pair are, as far as they have any.
    var pairLengths: [(source: Float, target: Float)] {
        source.indices.compactMap { segment in
            let (left, right) = (length(half(source[segment])), length(half(target[segment])))
            return left > 0 && right > 0 ? (left, right) : nil
        }
    }
    /// The median of the logarithm of their ratios; nil where none is long enough to be measured.
    private(set) var measuredLength: Float?

    /// How many pairs what is usual counts for.
    private static let few: Float = 4
    /// The same of how much lengths vary, which takes more pairs to be seen.
    private static let some: Float = 20

    private typealias Half = UnsafeBufferPointer<AlikeTerm>

    private func half(_ range: Range<Int>) -> Half { Half(UnsafeMutableBufferPointer(rebasing: terms[range])) }

    private func length(_ terms: Half) -> Float { terms.reduce(0) { $0 + $1.length } }

    // MARK: What others ask

    /// What is to be known of each segment's pair on its own; nil for those that are not judged.
    func verdicts() -> [PairMemo.Verdict?] {
        var figures: [(segment: Int, figures: PairFigures)] = []
        figures.reserveCapacity(source.count)
        var verdicts: [PairMemo.Verdict?] = Array(repeating: nil, count: source.count)
        for segment in source.indices where ContentReader.isJudged(segment, page) {
            let pair = compare(source: segment, target: segment)
            var verdict = PairMemo.Verdict()
            verdict.likelihood = Self.likelihood(pair)
            verdict.isShort = source[segment].count < PairFigures.short
            // What is missing of what one would expect; where nothing is, nothing has moved.
            verdict.mayHaveMoved =
                max(pair[alike: .expected], pair[alike: .targetExpected]) - verdict.likelihood > Self.missing
            verdicts[segment] = verdict
            figures.append((segment, pair))
        }
        // All pairs go to one judge before they go to the next, so that its trees stay at hand.
        for fault in Judges.Fault.allCases {
            let forest = lexicon.forests[fault.rawValue]
            for pair in figures { verdicts[pair.segment]?.odds[fault.rawValue] = forest.judge(pair.figures) }
        }
        return verdicts
    }

    /// In nats: a word or two.
    private static let missing: Float = 3.5

    func entries(_ segment: Int, _ side: Side) -> [AlikeTerm] {
        Array(terms[side == .source ? source[segment] : target[segment]])
    }

    func mayFit(target: Int, source segment: Int, own: Float) -> Bool { source[segment].count >= 2 }

    static func isSame(_ one: AlikeTerm, _ other: AlikeTerm) -> Bool {
        one.key == other.key && one.length == other.length
    }

    func compare(source: Int, target: Int) -> PairFigures {
        compare(half(self.source[source]), half(self.target[target]))
    }

    func compare(_ source: [AlikeTerm], _ target: [AlikeTerm]) -> PairFigures {
        source.withUnsafeBufferPointer { left in target.withUnsafeBufferPointer { right in compare(left, right) } }
    }

    /// In nats; what is found counts once, though both halves have it.
    func likelihood(source: Int, target: Int) -> Float {
        Self.likelihood(compare(source: source, target: target))
    }

    private static func likelihood(_ figures: PairFigures) -> Float {
        // Less than a normal distribution would have it: pairs that are too long do not tell which other they belong to.
        let length = min(3, abs(figures[alike: .length]))
        return figures[alike: .support] - length * length / 4
    }

    /// The stretch of a half that lost most.
    func gap(_ segment: Int, _ side: Side) -> Range<Int>? {
        let own = half(side == .source ? source[segment] : target[segment])
        mark(half(side == .source ? target[segment] : source[segment]))
        var best: (sum: Float, range: Range<Int>)?
        var (sum, start): (Float, Int) = (0, own.startIndex)
        for index in own.indices {
            if sum <= 0 { (sum, start) = (0, index) }
            sum += isSeen(own[index]) ? -own[index].found : own[index].lost
            if sum > best?.sum ?? Self.noticeable { best = (sum, start..<index + 1) }
        }
        guard let best, let last = best.range.last else { return nil }
        let range = own[best.range.lowerBound].range.lowerBound..<own[last].range.upperBound
        return range.isEmpty ? nil : range
    }

    /// What a stretch must have lost, in nats, to be shown.
    private static let noticeable: Float = 1

    // MARK: Comparing

    private func mark(_ half: Half) {
        generation += 1
        let (seen, generation) = (seen, generation)
        var place: Int32 = 0
        for term in half {
            if term.slot >= 0, seen[Int(term.slot)].generation != generation {
                seen[Int(term.slot)] = (generation, place)
            }
            place += 1
        }
    }

    private func isSeen(_ term: AlikeTerm) -> Bool { term.slot >= 0 && seen[Int(term.slot)].generation == generation }

    /// One half, summed up.
    private struct Summary {
        var (found, lost, gap, tailLost, tailFound): (Float, Float, Float, Float, Float) = (0, 0, 0, 0, 0)
        var (verbatimLost, verbatimKept, expected, length): (Float, Float, Float, Float) = (0, 0, 0, 0)
        var (sentences, parentheses, emphasised, colons): (Float, Float, Float, Float) = (0, 0, 0, 0)
        /// How far the terms that were found stand from where the other half has them.
        var (distance, matches): (Float, Float) = (0, 0)
    }

    /// Sums up a half, where the other is marked.
    private func sum(_ half: Half, others: Int) -> Summary {
        let (seen, generation) = (seen, generation)
        var summary = Summary()
        var stretch: Float = 0
        let middle = half.startIndex + (half.count + 1) / 2
        let (scale, otherScale) = (1 / Float(max(1, half.count)), 1 / Float(max(1, others)))
        for index in half.indices {
            let term = half[index]
            summary.length += term.length
            if !term.marks.isEmpty {
                if term.marks.contains(.endsSentence), index + 1 < half.endIndex { summary.sentences += 1 }
                if term.marks.contains(.opensParenthesis) { summary.parentheses += 1 }
                if term.marks.contains(.emphasised) { summary.emphasised += 1 }
                if term.marks.contains(.colon) { summary.colons += 1 }
            }
            guard term.slot >= 0 else { continue }
            summary.expected += term.expected
            let place = seen[Int(term.slot)]
            if place.generation == generation {
                summary.found += term.found
                stretch = max(0, stretch - term.found)
                if index >= middle { summary.tailFound += term.found }
                if term.kind.isVerbatim { summary.verbatimKept += 1 }
                if term.found > 1 {
                    summary.distance += abs(Float(index - half.startIndex) * scale - Float(place.place) * otherScale)
                    summary.matches += 1
                }
            } else {
                summary.lost += term.lost
                stretch += term.lost
                summary.gap = max(summary.gap, stretch)
                if index >= middle { summary.tailLost += term.lost }
                if term.kind.isVerbatim { summary.verbatimLost += 1 }
            }
        }
        return summary
    }

    private func compare(_ left: Half, _ right: Half) -> PairFigures {
        mark(right)
        let one = sum(left, others: right.count)
        mark(left)
        let other = sum(right, others: left.count)
        var figures = PairFigures()
        figures[alike: .support] = max(one.found, other.found) - one.lost - other.lost
        figures[alike: .sourceLost] = one.lost
        figures[alike: .targetLost] = other.lost
        figures[alike: .found] = one.found
        figures[alike: .sourceGap] = one.gap
        figures[alike: .targetGap] = other.gap
        figures[alike: .sourceTailLost] = one.tailLost
        figures[alike: .targetTailLost] = other.tailLost
        figures[alike: .length] = lengths.surprise(source: one.length, target: other.length)
        figures[alike: .sourceTerms] = Float(left.count)
        figures[alike: .targetTerms] = Float(right.count)
        figures[alike: .sourceVerbatimLost] = one.verbatimLost
        figures[alike: .targetVerbatimAdded] = other.verbatimLost
        figures[alike: .verbatimKept] = one.verbatimKept
        figures[alike: .foundTail] = one.tailFound
        figures[alike: .order] = one.matches > 0 ? one.distance / one.matches : -1
        figures[alike: .expected] = one.expected
        figures[alike: .targetExpected] = other.expected
        figures[alike: .marks] = abs(one.emphasised - other.emphasised) + abs(one.colons - other.colons)
        figures[alike: .sentences] = other.sentences - one.sentences
        figures[alike: .parentheses] = other.parentheses - one.parentheses
        return figures
    }
}

extension SideTokens {
    /// Whether most of its bytes are ASCII, as those of a language in Latin letters are.
    var isMostlyASCII: Bool {
        text.withUnsafeBufferPointer { text in 2 * text.reduce(0) { $0 + ($1 < 0x80 ? 1 : 0) } > text.count }
    }
}
