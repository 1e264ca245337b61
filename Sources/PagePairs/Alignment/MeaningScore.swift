import Bitext
import MarkdownSyntax

/// What the words of two blocks say of whether they are translations of each other.
///
/// Of the words that a lexicon knows, 63 to 75 of a hundred translate a word of the source in blocks that belong together, and 8 to
/// 13 in others (five languages, 22,000 blocks; Chinese has 25 and 3).
struct MeaningScore {
    private let source: Meanings
    private let target: Meanings
    /// What a word without a counterpart adds: a lexicon that knows few words of the page says little.
    private let unmatched: Float
    /// Of the words of the target, how many translate a word of the source, on the whole page.
    private let knownShare: Float
    /// Half of those that translations have.
    private static let ownShare: Float = 0.4
    private static let fewest = 3
    private static let matched: Float = 1.2
    private static let highest: Float = 3
    /// A free translation can have only words without a counterpart, so few of them count little.
    private static let lowestByWord: Float = -0.25
    private static let lowest: Float = -5.5

    init(_ source: PageOutline, _ target: PageOutline, _ words: any WordMeanings) {
        self.source = Meanings(source, .source, words)
        self.target = Meanings(target, .target, words)
        let onPage = Set(self.source.numbers)
        let known = self.target.numbers.count { onPage.contains($0) }
        knownShare = Float(known) / Float(max(1, self.target.numbers.count))
        unmatched = 0.7 * approximateLogarithm(max(0.1, 1 - 0.9 * knownShare))
    }

    /// How likely the words are in translations, compared with other blocks: a logarithm of odds.
    func callAsFunction(_ sources: Range<Int>, _ targets: Range<Int>) -> Float {
        let known = sources.reduce(0) { $0 | source.masks[$1] }
        var (score, count): (Float, Float) = (0, 0)
        for j in targets {
            count += Float(target.ranges[j].count)
            if known & target.masks[j] == 0 {
                score += unmatched * Float(target.ranges[j].count)
                continue
            }
            for number in target.numbers[target.ranges[j]] {
                score += sources.contains { source.contains(number, $0) } ? Self.matched : unmatched
            }
        }
        return min(max(score, Self.lowestByWord * count, Self.lowest), Self.highest)
    }

    /// Whether the words say that two blocks were joined into one, or one was split: each of the two has its own share.
    func areJoined(_ sources: Range<Int>, _ targets: Range<Int>) -> Bool {
        if targets.count == 1 {
            let words = target.numbers[target.ranges[targets.lowerBound]]
            let all = sources.reduce(0) { $0 + source.ranges[$1].count }
            return sources.allSatisfy { own in
                // The part of the words that one expects to translate this block.
                let share = Float(words.count * source.ranges[own].count) / Float(max(1, all))
                let count = words.count { word in
                    source.contains(word, own) && !sources.contains { $0 != own && source.contains(word, $0) }
                }
                return count >= max(Self.fewest, min(words.count / 4, Int(share * knownShare * Self.ownShare)))
            }
        }
        return targets.allSatisfy { own in
            let words = target.numbers[target.ranges[own]]
            let count = words.count { word in sources.contains { source.contains(word, $0) } }
            return count >= max(2, words.count * 2 / 5)
        }
    }

    /// The meanings of each block of a side.
    private struct Meanings {
        /// Of one block after the other, those of each sorted, each once.
        private(set) var numbers: [Int32] = []
        /// Of each block in the numbers.
        private(set) var ranges: [Range<Int>] = []
        /// A bit for each number of a block, so that most pairs need no search.
        private(set) var masks: [UInt64] = []

        /// So many words of a block say enough. Each pair of blocks is compared.
        private static let maxNumbers = 96

        init(_ outline: PageOutline, _ side: Side, _ words: any WordMeanings) {
            outline.tree.bytes.withUnsafeBufferPointer { bytes in
                for block in outline.blocks {
                    let first = numbers.count
                    switch block.kind {
                    case .heading, .paragraph, .row:
                        let found = Set(words.meanings(of: bytes, block.range.values, on: side)).sorted()
                        numbers += side == .target ? found.prefix(Self.maxNumbers) : found[...]
                    case .code, .markup, .line: break
                    }
                    ranges.append(first..<numbers.count)
                    masks.append(numbers[first...].reduce(0) { $0 | 1 << UInt64($1 & 63) })
                }
            }
        }

        func contains(_ number: Int32, _ block: Int) -> Bool {
            let place = numbers[ranges[block]].partitioningIndex { $0 >= number }
            return place < ranges[block].upperBound && numbers[place] == number
        }
    }
}
