import Bitext

/// How likely two blocks are translations of each other, as a logarithm of odds: 0 for as likely as not.
///
/// A class, so that passing it on copies one reference.
final class BlockScore {
    private let source: PageOutline
    private let target: PageOutline
    private let weights: FeatureWeights
    /// How much longer the target is than the source.
    private let ratio: Float
    let keys: PageOutline.KnownKeys
    /// nil where there is no lexicon, or none is needed.
    var meanings: MeaningScore?

    /// A block that one side lacks. Two blocks that are no translations of each other score less than two of these.
    static let skip: Float = -2.2
    private static let impossible: Float = -100
    /// Two headings or rows that have the same name, which no other block of their sides has.
    private static let sameKey: Float = 3

    init(
        _ source: PageOutline, _ target: PageOutline, _ sourceFeatures: OutlineFeatures,
        _ targetFeatures: OutlineFeatures
    ) {
        self.source = source
        self.target = target
        weights = FeatureWeights(
            sourceFeatures.ranges, of: sourceFeatures.all, targetFeatures.ranges, of: targetFeatures.all)
        ratio = source.lengthRatio(to: target)
        keys = PageOutline.KnownKeys(source, target)
    }

    func callAsFunction(_ sourceIndex: Int, _ targetIndex: Int) -> Float {
        let (left, right) = (source.blocks[sourceIndex], target.blocks[targetIndex])
        var shape = Self.shape(left, right)
        guard shape > Self.impossible, !keys.areDifferent(left.key, right.key),
            left.kind == right.kind || !keys.areOnBothSides(left.key) && !keys.areOnBothSides(right.key)
        else { return Self.impossible }
        if let key = left.key, key.hash == right.key?.hash, keys.areOnBothSides(key) { shape += Self.sameKey }
        let isEqual = left.kind == right.kind && left.textHash == right.textHash
        let (a, b) = (weights.source[sourceIndex], weights.target[targetIndex])
        let common = weights.common(a, b)
        let missing = a.hardWeight + b.hardWeight - 2 * common.hard
        var content: Float
        switch left.kind {
        case .code, .markup, .line:
            // Code is hardly translated.
            content =
                isEqual
                ? 3 + 0.5 * min(common.hard + common.soft, 8) : common.hard * 0.5 + common.soft * 0.3 - missing * 0.25
            if !isEqual { content -= 1 }
        case .heading, .paragraph, .row:
            content = common.hard * 0.8 + common.soft * 0.5 - missing * 0.3
            // Each has what the other lacks: another number, another link.
            content -= Self.exchanged * max(0, min(a.hardWeight, b.hardWeight) - common.hard)
            content += isEqual ? 2 : Self.lengths(left.length * ratio, right.length)
            if !isEqual {
                return shape + limited(content, sourceIndex..<sourceIndex + 1, targetIndex..<targetIndex + 1)
            }
        }
        return shape + Self.compressed(content)
    }

    /// How likely one paragraph is the translation of two, or two of one.
    ///
    /// - Parameters:
    ///   - sources: one or two neighbours of the source.
    ///   - targets: the same of the target.
    func joined(_ sources: Range<Int>, _ targets: Range<Int>) -> Float {
        let first = source.blocks[sources.lowerBound]
        guard sources.allSatisfy({ source.blocks[$0].kind == .paragraph }),
            targets.allSatisfy({ target.blocks[$0].kind == .paragraph })
        else { return Self.impossible }
        let lengths = (
            sources.reduce(0) { $0 + source.blocks[$1].length } * ratio,
            targets.reduce(0) { $0 + target.blocks[$1].length }
        )
        let fit = Self.lengths(lengths.0, lengths.1)
        let areJoined = isLongAsBoth(sources, targets, fit) && meanings?.areJoined(sources, targets) ?? false
        let areAlike =
            sources.allSatisfy { Self.canBeJoined(source.blocks[$0], first) }
            && targets.allSatisfy { Self.canBeJoined(target.blocks[$0], first) }
        guard areJoined || areAlike else { return Self.impossible }
        var (hard, missing): (Float, Float) = (0, 0)
        var soft: Float = 0
        for i in sources {
            missing += weights.source[i].hardWeight
            for j in targets {
                let common = weights.common(weights.source[i], weights.target[j])
                (hard, soft) = (hard + common.hard, soft + common.soft)
            }
        }
        for j in targets { missing += weights.target[j].hardWeight }
        missing -= 2 * hard
        let content = hard * 0.8 + soft * 0.5 - missing * 0.3 + fit
        let shape = Self.joining + (areAlike ? 0 : Self.joiningOthers) + (areJoined ? Self.joiningByWords : 0)
        return shape + limited(content, sources, targets)
    }

    private static let exchanged: Float = 0.3

    /// Evidence with the words of the blocks, with a limit at the top; and at the bottom for what is no word.
    private func limited(_ content: Float, _ sources: Range<Int>, _ targets: Range<Int>) -> Float {
        guard let meanings else { return Self.compressed(content) }
        let sum = max(content, Self.lowest) + meanings(sources, targets)
        return min(sum, Self.compressed(sum))
    }

    /// Whether the lengths fit about as well as those of each of the blocks alone.
    private func isLongAsBoth(_ sources: Range<Int>, _ targets: Range<Int>, _ fit: Float) -> Bool {
        sources.allSatisfy { source in
            targets.allSatisfy { target in
                let (left, right) = (self.source.blocks[source], self.target.blocks[target])
                return fit > Self.lengths(left.length * ratio, right.length) - 1
            }
        }
    }

    /// Few translators join paragraphs or split one.
    private static let joining: Float = -2.5
    /// Fewer join an item and the paragraph after it.
    private static let joiningOthers: Float = -1
    /// Where the words say so.
    private static let joiningByWords: Float = 2.5

    private static func canBeJoined(_ block: OutlineBlock, _ first: OutlineBlock) -> Bool {
        block.context == first.context && !block.isFirstOfItem
    }

    /// Evidence beyond a few bits counts less, so that one block with much evidence does not outweigh several neighbours.
    /// Two blocks of the same shape at the same place belong together, whatever they say: a translation can be wrong. Only
    /// words that a lexicon knows can part them.
    private static func compressed(_ content: Float) -> Float {
        if content > 3 { return 3 + min(content - 3, 12) * 0.1 }
        return max(content, lowest)
    }
    private static let lowest: Float = -4

    /// What the kinds of the blocks and the blocks around them say.
    private static func shape(_ left: OutlineBlock, _ right: OutlineBlock) -> Float {
        var score: Float = 0.5
        if left.kind != right.kind {
            switch (left.kind, right.kind) {
            case (.heading, .paragraph), (.paragraph, .heading): score = -3
            case (.row, .paragraph), (.paragraph, .row), (.markup, .paragraph), (.paragraph, .markup): score = -4
            default: return impossible
            }
        } else if left.value != right.value {
            score = left.kind == .heading ? -1 : -2
        } else if left.kind == .row, let key = left.key, let other = right.key, key != other {
            // A row keeps the code that it begins with.
            score = -5.5
        } else if left.kind == .heading {
            // Readers know a page by its headings.
            score = 1.5
        }
        if left.context != right.context { score -= 1.5 }
        if left.isFirstOfItem != right.isFirstOfItem { score -= 1.2 }
        return score
    }

    /// What the lengths of the texts say.
    static func lengths(_ left: Float, _ right: Float) -> Float {
        let difference = approximateLogarithm((right + 4) / (left + 4))
        let deviation: Float = 0.22 + 1 / (left + right + 8).squareRoot()
        let distance = difference / deviation
        return max(-6, approximateLogarithm(0.9 / deviation) - distance * distance / 2)
    }
}
