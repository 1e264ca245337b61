import Bitext
import ParsedBitext

/// What a page says of two words: whether they are in the same segments, and hardly ever apart.
///
/// No lexicon knows the words of every product. Where a page says "mouvement de stock" in each segment with "inventory
/// transaction", it explains them itself.
struct PageEvidence {
    /// Segments with equal texts are one.
    private(set) var source = TermSegments()
    private(set) var target = TermSegments()
    /// For each segment, the first one with the same texts.
    private var firsts: [Int32]
    private var count: Float = 0

    /// So many segments must have both words.
    private static let minTogether = 2
    /// What is there by chance: the share of a pair of words that met so seldom is lower.
    private static let doubt: Float = 1.5

    /// - Parameters:
    ///   - wantedSource: the terms that will be asked for, and perhaps some more; nil for all.
    ///   - wantedTarget: the same of the target.
    init(
        _ page: TokenizedBitext, _ wantedSource: TermFilter? = nil, _ wantedTarget: TermFilter? = nil
    ) {
        firsts = Array(0..<Int32(page.contents.count))
        let hash = TextPairHash()
        var seen: [UInt64: Int32] = [:]
        seen.reserveCapacity(page.contents.count)
        page.source.withBuffers { sources in
            page.target.withBuffers { targets in
                for segment in page.contents.indices {
                    let contents = page.contents[segment]
                    guard contents.contains(.isPaired), !contents.contains(.isSame) else { continue }
                    let (left, right) = (page.source.segments[segment], page.target.segments[segment])
                    let key = hash(sources.text[left.textRange], targets.text[right.textRange])
                    if let first = seen[key] {
                        firsts[segment] = first
                        continue
                    }
                    seen[key] = Int32(segment)
                    count += 1
                    Self.add(sources, left, segment, wantedSource, &source)
                    Self.add(targets, right, segment, wantedTarget, &target)
                }
            }
        }
        source.sort()
        target.sort()
    }

    private static func add(
        _ lent: SideTokens.Buffers, _ ranges: SideTokens.SegmentRanges, _ segment: Int, _ wanted: TermFilter?,
        _ segments: inout TermSegments
    ) {
        func add(_ term: Term) {
            if wanted?.contains(term.hash) ?? true { segments.add(term.hash, Int32(segment)) }
        }
        var count = 0
        for token in lent.tokens(of: ranges) where count < TermReader.maxTerms {
            // Numbers and names are explained by themselves.
            guard token.kind == .word else {
                count += 1
                continue
            }
            if let term = TermReader.term(of: token, in: lent.text) {
                add(term)
                count += 1
            } else {
                TermReader.forEachUnspacedTerm(of: token, in: lent.text) { term in
                    if count < TermReader.maxTerms { add(term) }
                    count += 1
                }
            }
        }
    }

    /// In how many of the other segments that have one of two words both are, without those that have both by chance: 0 to 1.
    ///
    /// - Parameters:
    ///   - lefts: the segments that have the source's word.
    ///   - rights: those that have the target's.
    ///   - segment: the one that is in question.
    func share(_ lefts: TermSegments.List, _ rights: TermSegments.List, without segment: Int) -> Float {
        guard lefts.count >= Self.minTogether, rights.count >= Self.minTogether else { return 0 }
        let own = firsts[segment]
        var (together, one, other) = (0, 0, 0)
        var (i, j) = (lefts.startIndex, rights.startIndex)
        while i < lefts.endIndex || j < rights.endIndex {
            let left = i < lefts.endIndex ? lefts[i].segment : .max
            let right = j < rights.endIndex ? rights[j].segment : .max
            if min(left, right) != own {
                if left == right { together += 1 }
                if left <= right { one += 1 }
                if right <= left { other += 1 }
            }
            if left <= right { i += 1 }
            if right <= left { j += 1 }
        }
        guard together >= Self.minTogether else { return 0 }
        let chance = Float(one) * Float(other) / max(count, 1)
        let either = Float(one + other - together)
        return max(0, (Float(together) - chance) / (max(either - chance, 0) + Self.doubt))
    }
}

/// Which segments have which terms.
struct TermSegments {
    /// A term and a segment that has it, in one number, which is fast to compare.
    struct Entry: Comparable {
        private let value: UInt64

        init(_ hash: UInt32, _ segment: Int32) { value = UInt64(hash) << 32 | UInt64(segment) }

        var segment: Int32 { Int32(truncatingIfNeeded: value) }
        static func < (left: Self, right: Self) -> Bool { left.value < right.value }
    }

    typealias List = ArraySlice<Entry>

    /// By term, then by segment.
    private var entries: [Entry] = []

    /// More segments say nothing new, and would cost time on a page that repeats itself.
    private static let maxSegments = 64

    /// Adds that a segment has a term. After the last one, call ``sort()``.
    mutating func add(_ hash: UInt32, _ segment: Int32) { entries.append(Entry(hash, segment)) }

    /// Orders what was added, so that it can be asked for.
    mutating func sort() {
        entries.sort()
        // A segment can have a term twice.
        var count = 0
        for entry in entries where count == 0 || entries[count - 1] != entry {
            entries[count] = entry
            count += 1
        }
        entries.removeLast(entries.count - count)
    }

    /// The segments that have a term, in order: the first ``maxSegments``.
    subscript(hash: UInt32) -> List {
        let start = entries.partitioningIndex { $0 >= Entry(hash, 0) }
        let rest = entries[start...].prefix(Self.maxSegments)
        return rest[..<rest.partitioningIndex { $0 > Entry(hash, .max) }]
    }
}

/// A set of terms that may have others, too: 4,096 bits, by the hash. Most words of a page are told in no time not to be in it.
struct TermFilter {
    private var bits = Array(repeating: UInt64(0), count: 64)

    mutating func insert(_ hash: UInt32) { bits[Int(hash >> 6 & 63)] |= 1 << UInt64(hash & 63) }

    var isEmpty: Bool { bits.allSatisfy { $0 == 0 } }

    func contains(_ hash: UInt32) -> Bool { bits[Int(hash >> 6 & 63)] >> UInt64(hash & 63) & 1 != 0 }
}
