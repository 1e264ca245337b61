import Bitext

/// Aligns the blocks of two sides.
///
/// Blocks that are equally unmistakable on both sides are anchors. Between two anchors, a dynamic program finds the best
/// alignment, so that a block that one side lacks does not shift its neighbours.
struct BlockAligner {
    typealias Step = BandedAligner.Step

    private let source: PageOutline
    private let target: PageOutline
    private let score: BlockScore
    private let sourceKeys: [AnchorKey]
    private let targetKeys: [AnchorKey]
    private var steps: [Step] = []

    /// Up to so many pairs of blocks are compared without anchors.
    private static let maxPairs = 1 << 10
    private static let maxDepth = 4
    /// Blocks that are no translations of each other seldom score more.
    private static let goodScore: Float = 1

    init(_ source: PageOutline, _ target: PageOutline) {
        self.source = source
        self.target = target
        let features = (source: OutlineFeatures(source), target: OutlineFeatures(target))
        score = BlockScore(source, target, features.source, features.target)
        sourceKeys = AnchorKey.all(of: source, features.source)
        targetKeys = AnchorKey.all(of: target, features.target)
    }

    /// The steps in order: pairs of blocks, and blocks that one side lacks.
    ///
    /// - Parameter words: what the words of the two languages mean, where that is known. It is asked for only where the blocks
    ///   of the sides differ.
    static func steps(
        _ source: PageOutline, _ target: PageOutline, words: () -> (any WordMeanings)? = { nil }
    ) -> [Step] {
        let inStep = { source.blocks.indices.map { Step(source: $0..<$0 + 1, target: $0..<$0 + 1) } }
        if source.isInStep(with: target) { return inStep() }
        var aligner = BlockAligner(source, target)
        if aligner.areInStep(source.blocks.indices, target.blocks.indices) { return inStep() }
        if let words = words() { aligner.score.meanings = MeaningScore(source, target, words) }
        aligner.align(source.blocks.indices, target.blocks.indices, depth: 0)
        return aligner.doubted(SectionCheck(source, target, aligner.score).steps(aligner.steps))
    }

    /// The steps, with a mark on pairs of texts that are no better than others: one page was rewritten there.
    private func doubted(_ steps: [Step]) -> [Step] {
        steps.map { step in
            guard let i = step.source.first, let j = step.target.first else { return step }
            let isOneToOne = step.source.count == 1 && step.target.count == 1
            var step = step
            step.isDoubtful = (isOneToOne ? score(i, j) : score.joined(step.source, step.target)) <= Self.goodScore
            return step
        }
    }

    private mutating func align(_ left: Range<Int>, _ right: Range<Int>, depth: Int) {
        guard left.count * right.count > Self.maxPairs, depth < Self.maxDepth else { return alignAll(left, right) }
        let anchors = Self.withoutMoved(self.anchors(left, right), left, right)
        guard !anchors.isEmpty else { return alignAll(left, right) }
        var (i, j) = (left.lowerBound, right.lowerBound)
        for anchor in anchors {
            align(i..<anchor.source, j..<anchor.target, depth: depth + 1)
            steps.append(Step(source: anchor.source..<anchor.source + 1, target: anchor.target..<anchor.target + 1))
            (i, j) = (anchor.source + 1, anchor.target + 1)
        }
        align(i..<left.upperBound, j..<right.upperBound, depth: depth + 1)
    }

    /// Of equally good alignments the one is chosen that has blocks without a pair last: of equal moves, the first is made
    /// last.
    private static let moves = [
        BandedAligner.Move(source: 0, target: 1), BandedAligner.Move(source: 1, target: 0),
        BandedAligner.Move(source: 1, target: 1), BandedAligner.Move(source: 1, target: 2),
        BandedAligner.Move(source: 2, target: 1),
    ]

    private mutating func alignAll(_ left: Range<Int>, _ right: Range<Int>) {
        var (left, right) = (left, right)
        // Of very many blocks without anchors, those that are equal at the beginning need no comparison.
        if left.count * right.count > BandedAligner.maxCells {
            while let i = left.first, let j = right.first, isEqual(i, j) {
                steps.append(Step(source: i..<i + 1, target: j..<j + 1))
                (left, right) = (i + 1..<left.upperBound, j + 1..<right.upperBound)
            }
        }
        guard !areInStep(left, right) else {
            for (i, j) in zip(left, right) { steps.append(Step(source: i..<i + 1, target: j..<j + 1)) }
            return
        }
        let score = self.score
        let aligner = BandedAligner(sourceCount: left.count, targetCount: right.count)
        let found = aligner.steps(moves: Self.moves) { i, j, move in
            let (i, j) = (left.lowerBound + i, right.lowerBound + j)
            switch move {
            case 0, 1: return BlockScore.skip
            case 2: return score(i, j)
            default: return score.joined(i..<i + Self.moves[move].source, j..<j + Self.moves[move].target)
            }
        }
        for step in found {
            let (i, j) = (left.lowerBound, right.lowerBound)
            steps.append(
                Step(
                    source: step.source.lowerBound + i..<step.source.upperBound + i,
                    target: step.target.lowerBound + j..<step.target.upperBound + j))
        }
    }

    /// Removes anchors of blocks that were moved: those that leave many blocks before and after them without a pair.
    private static func withoutMoved(_ anchors: [BlockPair], _ left: Range<Int>, _ right: Range<Int>) -> [BlockPair] {
        var kept: [BlockPair] = []
        for (index, anchor) in anchors.enumerated() {
            let before = kept.last ?? BlockPair(source: left.lowerBound - 1, target: right.lowerBound - 1)
            let after =
                index + 1 < anchors.count
                ? anchors[index + 1] : BlockPair(source: left.upperBound, target: right.upperBound)
            let (sourceBefore, targetBefore) = (anchor.source - before.source - 1, anchor.target - before.target - 1)
            let (sourceAfter, targetAfter) = (after.source - anchor.source - 1, after.target - anchor.target - 1)
            // How many blocks can have a pair with the anchor, and without it.
            let with = min(sourceBefore, targetBefore) + min(sourceAfter, targetAfter) + 1
            let without = min(sourceBefore + sourceAfter, targetBefore + targetAfter) + 1
            if without < with + 2 { kept.append(anchor) }
        }
        return kept
    }

    /// Whether each block fits the one at the same place of the other side, as on most pages. Then no program is needed.
    private func areInStep(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        guard left.count == right.count else { return false }
        return zip(left, right).allSatisfy { score($0, $1) > Self.goodScore }
    }

    private func isEqual(_ sourceIndex: Int, _ targetIndex: Int) -> Bool {
        let (left, right) = (source.blocks[sourceIndex], target.blocks[targetIndex])
        return left.kind == right.kind && left.textHash == right.textHash && left.context == right.context
    }

    private struct BlockPair {
        let source: Int
        let target: Int
    }

    /// The pairs of blocks that have the same key, which no other block of the ranges has; the longest sequence that is in
    /// order on both sides.
    private func anchors(_ left: Range<Int>, _ right: Range<Int>) -> [BlockPair] {
        let onTarget = Self.unique(targetKeys, in: right)
        let onSource = Self.unique(sourceKeys, in: left)
        var pairs: [BlockPair] = []
        for index in left where sourceKeys[index].isStrong && onSource[sourceKeys[index].hash] == index {
            guard let other = onTarget[sourceKeys[index].hash], other >= 0, score(index, other) > 1 else { continue }
            pairs.append(BlockPair(source: index, target: other))
        }
        return Self.longestIncreasing(pairs)
    }

    /// The index of each key that only one block of a range has; -1 for the others.
    private static func unique(_ keys: [AnchorKey], in range: Range<Int>) -> [UInt64: Int] {
        var found: [UInt64: Int] = [:]
        found.reserveCapacity(range.count)
        for index in range where keys[index].isStrong {
            if found.updateValue(index, forKey: keys[index].hash) != nil { found[keys[index].hash] = -1 }
        }
        return found
    }

    /// The longest subsequence with increasing targets: patience sorting, O(n log n).
    private static func longestIncreasing(_ pairs: [BlockPair]) -> [BlockPair] {
        var ends: [Int] = []
        var before = [Int](repeating: -1, count: pairs.count)
        for (index, pair) in pairs.enumerated() {
            let length = ends.partitioningIndex { pairs[$0].target >= pair.target }
            if length > 0 { before[index] = ends[length - 1] }
            if length == ends.count { ends.append(index) } else { ends[length] = index }
        }
        var chain: [BlockPair] = []
        var next = ends.last ?? -1
        while next >= 0 {
            chain.append(pairs[next])
            next = before[next]
        }
        return chain.reversed()
    }
}

extension PageOutline {
    /// Whether the blocks at each place have the same form, and no two neighbours differ in length, digits or marks of code. A single
    /// one that differs is taken as changed text. Then no features need to be read.
    fileprivate func isInStep(with other: PageOutline) -> Bool {
        guard blocks.count == other.blocks.count else { return false }
        let ratio = lengthRatio(to: other)
        var differedBefore = false
        var keys: (source: Set<UInt32>, target: Set<UInt32>) = ([], [])
        for (left, right) in zip(blocks, other.blocks) {
            guard left.hasForm(of: right) else { return false }
            let differs = !left.isLike(right, ratio: ratio)
            if differs, differedBefore { return false }
            differedBefore = differs
            if let key = left.key?.hash, let otherKey = right.key?.hash, key != otherKey {
                keys.source.insert(key)
                keys.target.insert(otherKey)
            }
        }
        // A name that both sides have at different places.
        return keys.source.isDisjoint(with: keys.target)
    }
}

extension OutlineBlock {
    fileprivate func hasForm(of other: OutlineBlock) -> Bool {
        kind == other.kind && value == other.value && context == other.context && isFirstOfItem == other.isFirstOfItem
            && (key == other.key || !(key?.isExplicit ?? false) || !(other.key?.isExplicit ?? false))
    }

    fileprivate func isLike(_ other: OutlineBlock, ratio: Float) -> Bool {
        if textHash == other.textHash { return true }
        switch kind {
        case .code, .markup, .line: return false
        case .heading, .paragraph, .row:
            return marks == other.marks && BlockScore.lengths(length * ratio, other.length) > Self.alikeInLength
        }
    }

    /// For texts of 100 characters: one is up to 1.4 times as long as the other.
    private static let alikeInLength: Float = 0.4
}
