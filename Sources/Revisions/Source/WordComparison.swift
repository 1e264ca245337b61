/// Compares the words of units of two revisions: which units have the same words, also where sentences were joined or
/// divided, and which are the same ones with other words.
struct WordComparison {
    private let old: SourceUnits
    private let new: SourceUnits
    private let olds: [Int]
    private let news: [Int]
    /// By the places in `olds` and `news`.
    private(set) var isOldSame: [Bool]
    private(set) var isNewSame: [Bool]
    /// Units that have words in common and others that differ.
    private(set) var pairs: [(old: Int, new: Int)] = []

    init(_ old: SourceUnits, _ olds: [Int], _ new: SourceUnits, _ news: [Int]) {
        (self.old, self.olds, self.new, self.news) = (old, olds, new, news)
        isOldSame = Array(repeating: false, count: olds.count)
        isNewSame = Array(repeating: false, count: news.count)
    }

    /// The words of some units, with the place of the unit of each.
    private static func words(
        _ page: SourceUnits, _ indices: [Int], withSigns: Bool
    ) -> (texts: [String], owners: [Int]) {
        var texts: [String] = []
        var owners: [Int] = []
        for (place, index) in indices.enumerated() {
            for token in page.tokens[page.units[index].tokens] where withSigns || token.kind != .codeSign {
                texts.append(token.text)
                owners.append(place)
            }
        }
        return (texts, owners)
    }

    private static func codeWords(_ page: SourceUnits, _ indices: [Int]) -> Int {
        indices.reduce(0) { count, index in
            count + page.tokens[page.units[index].tokens].count { $0.kind == .code }
        }
    }

    mutating func compare() {
        // Where a name became code, or code became text, the signs in it say nothing.
        let withSigns = Self.codeWords(old, olds) == Self.codeWords(new, news)
        let left = Self.words(old, olds, withSigns: withSigns)
        let right = Self.words(new, news, withSigns: withSigns)
        // For each word, the same word in the other revision.
        var newOfOld = [Int?](repeating: nil, count: left.texts.count)
        var oldOfNew = [Int?](repeating: nil, count: right.texts.count)
        var shared: [UnitPair: Int] = [:]
        for step in SequenceDiff.steps(left.texts, right.texts) {
            guard case .same(let i, let j) = step else { continue }
            newOfOld[i] = j
            oldOfNew[j] = i
            shared[UnitPair(old: left.owners[i], new: right.owners[j]), default: 0] += 1
        }
        isOldSame = Self.same(left.owners, newOfOld, count: olds.count)
        isNewSame = Self.same(right.owners, oldOfNew, count: news.count)
        let lengths = (
            old: Self.lengths(left.owners, count: olds.count), new: Self.lengths(right.owners, count: news.count)
        )
        findPairs(shared, lengths.old, lengths.new)
    }

    private struct UnitPair: Hashable {
        let old: Int
        let new: Int
    }

    private static func lengths(_ owners: [Int], count: Int) -> [Int] {
        var lengths = [Int](repeating: 0, count: count)
        for owner in owners { lengths[owner] += 1 }
        return lengths
    }

    /// The units of which all words are in the other revision, one after the other.
    private static func same(_ owners: [Int], _ matches: [Int?], count: Int) -> [Bool] {
        var same = [Bool](repeating: true, count: count)
        for index in owners.indices {
            if let match = matches[index] {
                if index > 0, owners[index - 1] == owners[index], matches[index - 1] != match - 1 {
                    same[owners[index]] = false
                }
            } else {
                same[owners[index]] = false
            }
        }
        return same
    }

    private mutating func findPairs(_ shared: [UnitPair: Int], _ oldLengths: [Int], _ newLengths: [Int]) {
        var candidates: [(score: Double, pair: UnitPair)] = []
        for (pair, count) in shared where !isOldSame[pair.old] || !isNewSame[pair.new] {
            let (left, right) = (oldLengths[pair.old], newLengths[pair.new])
            let whole = 2 * Double(count) / Double(left + right)
            let part = min(left, right) >= 3 ? Double(count) / Double(min(left, right)) : 0
            let score = max(whole, 0.6 * part)
            if score >= 0.4 { candidates.append((score, pair)) }
        }
        candidates.sort {
            $0.score != $1.score ? $0.score > $1.score : ($0.pair.old, $0.pair.new) < ($1.pair.old, $1.pair.new)
        }
        var (takenOlds, takenNews): (Set<Int>, Set<Int>) = ([], [])
        for (_, pair) in candidates where !takenOlds.contains(pair.old) && !takenNews.contains(pair.new) {
            takenOlds.insert(pair.old)
            takenNews.insert(pair.new)
            pairs.append((olds[pair.old], news[pair.new]))
        }
    }
}
