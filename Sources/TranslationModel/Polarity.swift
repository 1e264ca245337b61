import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext

/// What says in the target that the source says one thing rather than its opposite.
///
/// For each pair of ``Opposites``, and for negation, a logistic regression over the terms of both halves tells which of the
/// two the source must have. Where the source has the other, something was turned round. As the other words of the source are
/// asked too, "only" explains a "ne", and "step-by-step" a "pas à pas".
struct Polarity: Sendable {
    /// Weights are kept in sixteenths.
    static let unit: Float = 16

    /// A term's say in one of the pairs.
    struct Weight: Sendable, Equatable {
        var pair: UInt8
        var value: Int8
    }

    /// What is learned, and stored.
    struct Weights: Sendable, Equatable {
        var biases: [Float] = Array(repeating: 0, count: Opposites.count)
        /// How far the sums may be trusted, as measured on pages that they were not learned from.
        var scales: [Float] = Array(repeating: 0, count: Opposites.count)
        /// Of negation, for each term of the vocabularies.
        var sourceNegation: [Int8] = []
        var targetNegation: [Int8] = []
        /// Of the pairs: `source[sourceRows[term] ..< sourceRows[term + 1]]`.
        var sourceRows: [UInt32] = [0]
        var source: [Weight] = []
        var targetRows: [UInt32] = [0]
        var target: [Weight] = []
    }

    let seeds: OppositeSeeds
    let weights: Weights
    private let answers: OppositeAnswers
    /// How likely each target term is for a word that negates.
    let negation: [Float]
    /// The source's plain negations.
    private let denials: [Int32]
    /// The one among them that is no word of its own: the t of "don't".
    private let shortest: Int32

    init(
        seeds: OppositeSeeds, weights: Weights, answers: OppositeAnswers, negation: [Float], denials: [Int32],
        shortest: Int32
    ) {
        self.seeds = seeds
        self.weights = weights
        self.answers = answers
        self.negation = negation
        self.denials = denials
        self.shortest = shortest
    }

    typealias Half = UnsafeBufferPointer<PairEntry>

    /// What a term has to do with opposites.
    func marks(of term: Int32, _ side: Side) -> PairEntry.Marks {
        guard !weights.sourceNegation.isEmpty else { return [] }
        guard side == .target else { return seeds.marks(of: term) }
        var marks: PairEntry.Marks = Int32(weights.targetNegation[Int(term)]) >= Self.cue ? .negates : []
        if !answers.sides(of: term).isEmpty { marks.insert(.opposes) }
        return marks
    }

    /// Which sides of the pairs the source has.
    private func sides(_ left: Half) -> OppositeSides {
        var sides = OppositeSides()
        seeds.each(in: left) { code, _ in sides.insert(code) }
        return sides
    }

    /// Calls with each pair that the source has one side of, and negation in any case: its number, +1 for the first side, and
    /// the log-odds of the first side.
    func each(_ left: Half, _ right: Half, _ body: (Int, Float, Float) -> Void) {
        guard !weights.sourceNegation.isEmpty else { return }
        let sides = sides(left)
        body(0, sides.isNegated ? 1 : -1, negationOdds(left, right))
        eachPair(sides.single, sides, left, right, body)
    }

    /// The log-odds that the source is negated.
    private func negationOdds(_ left: Half, _ right: Half) -> Float {
        var sum: Int32 = 0
        weights.sourceNegation.withUnsafeBufferPointer { weights in
            for entry in left where entry.index >= 0 { sum += Int32(weights[Int(entry.index)]) }
        }
        weights.targetNegation.withUnsafeBufferPointer { weights in
            for entry in right where entry.index >= 0 { sum += Int32(weights[Int(entry.index)]) }
        }
        return weights.biases[0] + Float(sum) / Self.unit
    }

    /// The pairs of which the source has one side, and the target a word that may stand for the other.
    private func answered(_ sides: OppositeSides, _ right: Half) -> UInt64 {
        var answered: UInt64 = 0
        for entry in right where entry.marks.contains(.opposes) {
            let answer = answers.sides(of: entry.index)
            answered |= sides.first & answer.second | sides.second & answer.first
        }
        return sides.single & answered
    }

    @inline(__always)
    private func eachPair(
        _ pairs: UInt64, _ sides: OppositeSides, _ left: Half, _ right: Half, _ body: (Int, Float, Float) -> Void
    ) {
        guard pairs != 0 else { return }
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: 64) { sums in
            sums.initialize(repeating: 0)
            Self.add(right, weights.targetRows, weights.target, to: sums)
            Self.add(left, weights.sourceRows, weights.source, to: sums)
            var rest = pairs
            while rest != 0 {
                let pair = rest.trailingZeroBitCount
                rest &= rest - 1
                body(
                    pair, sides.first >> UInt64(pair) & 1 != 0 ? 1 : -1,
                    weights.biases[pair] + Float(sums[pair]) / Self.unit)
            }
        }
    }

    private static func add(
        _ half: Half, _ rows: [UInt32], _ weights: [Weight], to sums: UnsafeMutableBufferPointer<Int32>
    ) {
        rows.withUnsafeBufferPointer { rows in
            weights.withUnsafeBufferPointer { weights in
                for entry in half where entry.index >= 0 {
                    for index in Int(rows[Int(entry.index)])..<Int(rows[Int(entry.index) + 1]) {
                        sums[Int(weights[index].pair)] += Int32(weights[index].value)
                    }
                }
            }
        }
    }

    /// The clearest reversal of a pair, if there is one.
    ///
    /// - Parameter marks: of all terms of each half; most pairs are let go by them.
    func reversal(
        _ left: Half, _ right: Half, marks: (source: PairEntry.Marks, target: PairEntry.Marks), _ page: TokenizedBitext,
        _ lexicon: Lexicon
    ) -> PairMemo.Reversal? {
        var worst: PairMemo.Reversal?
        func take(_ found: PairMemo.Reversal?) {
            if let found, found.margin > Self.note, found.margin > worst?.margin ?? -.infinity { worst = found }
        }
        // Opposites are looked for only where neither half says no: "failed to" may be "did not succeed".
        switch (marks.source.contains(.negates), marks.target.contains(.negates)) {
        case (true, true): break
        case (true, false):
            let odds = -negationOdds(left, right) * weights.scales[0]
            if odds > 0 { take(lostNegation(odds, left, right, lexicon, page)) }
        case (false, true):
            let odds = negationOdds(left, right) * weights.scales[0]
            if odds > 0 { take(addedNegation(odds, left, right, page)) }
        case (false, false):
            guard marks.source.contains(.opposes), marks.target.contains(.opposes) else { break }
            let sides = sides(left)
            eachPair(answered(sides, right), sides, left, right) { pair, side, sum in
                let odds = -side * sum * weights.scales[pair]
                if odds > 0 { take(opposite(pair, side, odds, left, right, lexicon)) }
            }
        }
        return worst
    }

    /// A negation of the source that nothing in the target could be.
    private func lostNegation(
        _ odds: Float, _ left: Half, _ right: Half, _ lexicon: Lexicon, _ page: TokenizedBitext
    ) -> PairMemo.Reversal? {
        guard let seed = onlySeed(0, left) else { return nil }
        for entry in right {
            if entry.hash == left[seed].hash { return nil }
            guard entry.index >= 0 else { continue }
            // Of a rare word, "introuvable", half as much will do as of another; of one that stands everywhere, a share of a
            // phrase is not enough.
            let hint =
                entry.information < Self.common
                ? Int8(Self.cue) : entry.information < Self.rare ? Self.hint : Self.hint / 2
            if weights.targetNegation[Int(entry.index)] >= hint { return nil }
            let possible = negation[Int(entry.index)]
            // Of a word that stands everywhere the regression has seen enough to know. What another word of the source says is no
            // negation either.
            if possible > Self.possible, entry.information > Self.common,
                !left.contains(where: {
                    $0.index >= 0 && !seeds.members[0].contains(UInt32($0.index))
                        && lexicon.probability(
                            of: UInt16(truncatingIfNeeded: entry.index), given: Int($0.index)) > Self.ratio * possible
                })
            {
                return nil
            }
        }
        if left[seed].index == shortest, !Self.followsApostrophe(left[seed], page) { return nil }
        let isStock = page.source.text.withUnsafeBufferPointer { isPhrase(seed, left, $0) }
        // "Not found" may be one word in the target, "introuvable", that is seldom said otherwise. Where what is negated is
        // there in a word as common as ever, the negation is gone.
        let rest = seed + 1..<min(left.count, seed + 5)
        let said = rest.first { left[$0].information >= Self.content }
        let isSaid = said.map { place in
            right.contains { entry in
                entry.hash == left[place].hash
                    || (entry.information < Self.rare && entry.index >= 0 && left[place].index >= 0
                        && lexicon.probability(
                            of: UInt16(truncatingIfNeeded: entry.index), given: Int(left[place].index)) > Self.said)
            }
        }
        let margin = odds - (isSaid ?? true ? Self.lost : Self.lost + 3)
        guard margin > Self.note else { return nil }
        let isDoubtful = isStock || !denials.contains(left[seed].index)
        // "Without" and "no" have many ways of being said.
        return .init(
            source: Int16(seed), target: nil,
            margin: isDoubtful || hidesNegation(right, of: left[(seed + 1)...].prefix(3), page, lexicon)
                ? min(margin, 0) : margin)
    }

    /// Whether a negation is part of a phrase that other languages put without one.
    private func isPhrase(_ seed: Int, _ left: Half, _ text: Bytes) -> Bool {
        func begins(_ place: Int, _ words: [StaticString]) -> Bool {
            left.indices.contains(place) && words.contains { text.hasIgnoringCase($0, at: Int(left[place].lower)) }
        }
        // "Whether or not", "may or may not", "can and cannot", "more often than not".
        if begins(seed - 1, ["or ", "than "]) || begins(seed - 2, ["or "]) { return true }
        if begins(seed - 1, ["and ", "(and "]), begins(seed - 2, ["can ", "may ", "do ", "does "]) { return true }
        if begins(seed + 1, Self.indefinite) { return true }
        // "False if it is not."
        let end = Int(left[seed].upper)
        if seed + 1 == left.count || (end < text.count && ".,;:)".utf8.contains(text[end])) { return true }
        // "Not … unless" is "only … if".
        return left.contains { entry in ["unless", "until"].contains { text.hasIgnoringCase($0, at: Int(entry.lower)) }
        }
    }

    /// A negation in the target that nothing in the source calls for.
    private func addedNegation(_ odds: Float, _ left: Half, _ right: Half, _ page: TokenizedBitext) -> PairMemo.Reversal?
    {
        guard let place = cue(0, -1, left, right),
            // "Pas à pas".
            !right.indices.contains(where: {
                abs($0 - place) <= 2 && $0 != place && right[$0].hash == right[place].hash
            })
        else { return nil }
        // "Unsure" is "not sure".
        let isNegative = page.source.text.withUnsafeBufferPointer { text in
            left.contains { entry in Self.negative.contains { text.hasIgnoringCase($0, at: Int(entry.lower)) } }
        }
        if isNegative { return nil }
        // "If it is off" is "if it is not on".
        return .init(
            source: nil, target: Int16(place),
            margin: odds - (sides(left).second == 0 ? Self.added : Self.added + 1.5))
    }

    /// A word of the target that the lexicon has for the opposite of a word of the source, and for no other word there.
    private func opposite(
        _ pair: Int, _ side: Float, _ odds: Float, _ left: Half, _ right: Half, _ lexicon: Lexicon
    ) -> PairMemo.Reversal? {
        guard let seed = seed(pair, left) else { return nil }
        let (first, second) = seeds.sides[pair]
        let (own, other) = side > 0 ? (first, second) : (second, first)
        let learned = cue(pair, side, left, right)
        guard let place = learned ?? likeliest(other, left, right, lexicon) else { return nil }
        let term = UInt16(truncatingIfNeeded: right[place].index)
        let expected = Self.probability(of: term, other, lexicon)
        guard expected > (learned == nil ? Self.hardlyKnown : Self.known),
            learned != nil || expected > Self.lift * Quantised.probability[Int(right[place].information)]
        else { return nil }
        for entry in left where entry.index >= 0 && !other.contains(UInt32(entry.index)) {
            if lexicon.probability(of: term, given: Int(entry.index)) * Self.ratio > expected { return nil }
        }
        // Nor is a word there that says what the source says.
        for entry in right where entry.index >= 0 {
            let term = UInt16(truncatingIfNeeded: entry.index)
            for word in own where lexicon.probability(of: term, given: Int(word)) * Self.ratio > expected { return nil }
        }
        // "To prevent that, clear the box Enable …" has more than one opposite to mix up.
        let others = sides(left).second & ~(1 << UInt64(pair))
        let doubt = (side > 0 && others != 0 ? 2 : 0) + (learned == nil ? Self.unlearned : 0)
        return .init(source: Int16(seed), target: Int16(place), margin: odds - Self.turned - doubt)
    }

    /// What ``opposite(_:_:_:_:_:_:)`` may find in the target, for each side of each pair.
    ///
    /// - Parameters:
    ///   - links: of a word of the source: terms of the target, and how likely they are for it.
    ///   - background: how likely a term is anywhere.
    static func answers(
        _ seeds: OppositeSeeds, _ weights: Weights, size: Int, links: (UInt32) -> [(term: Int, probability: Float)],
        background: (Int) -> Float
    ) -> OppositeAnswers {
        var answers = OppositeAnswers(size: size)
        guard !weights.targetNegation.isEmpty else { return answers }
        for pair in seeds.sides.indices.dropFirst() {
            for (side, words) in [seeds.sides[pair].first, seeds.sides[pair].second].enumerated() {
                for link in words.flatMap(links) where link.probability > hardlyKnown {
                    let weight = weights.ofTarget(Int32(link.term), pair)
                    let isLearned = link.probability > known && (side == 0 ? weight >= cue : -weight >= cue)
                    if isLearned || link.probability > lift * background(link.term) {
                        answers.insert(UInt8(2 * pair + side), link.term)
                    }
                }
            }
        }
        return answers
    }

    /// How likely a term of the target is for the likeliest of some words.
    static func probability(of term: UInt16, _ words: [UInt32], _ lexicon: Lexicon) -> Float {
        words.reduce(0) { max($0, lexicon.probability(of: term, given: Int($1))) }
    }

    /// The place of the target's term that is likeliest for one of some words: what a regression did not learn, because one side
    /// is rare ("exclude") or said in many ways ("start"), the translation model may know.
    private func likeliest(_ words: [UInt32], _ left: Half, _ right: Half, _ lexicon: Lexicon) -> Int? {
        var best: (probability: Float, place: Int)?
        for (place, entry) in right.enumerated() where entry.index >= 0 && entry.range.count > 1 {
            let found = Self.probability(of: UInt16(truncatingIfNeeded: entry.index), words, lexicon)
            if found > best?.probability ?? 0, !left.contains(where: { $0.hash == entry.hash }) {
                best = (found, place)
            }
        }
        return best?.place
    }

    /// The place of the target's term that speaks most against what the source has, where none speaks for it.
    private func cue(_ pair: Int, _ side: Float, _ left: Half, _ right: Half) -> Int? {
        var (own, opposite): (Int32, Int32) = (0, 0)
        var place: Int?
        for (offset, entry) in right.enumerated() where entry.index >= 0 {
            let weight = weights.ofTarget(entry.index, pair) * (side > 0 ? 1 : -1)
            own = max(own, weight)
            // A single letter is what an apostrophe left of a word.
            if weight < opposite, entry.range.count > 1 { (opposite, place) = (weight, offset) }
        }
        guard let place, -opposite >= Self.cue, -opposite > 2 * own else { return nil }
        // A page whose source is in the target's language says so in the same word.
        return left.contains { $0.hash == right[place].hash } ? nil : place
    }

    private func seed(_ pair: Int, _ left: Half) -> Int? {
        var found: Int?
        seeds.each(in: left) { code, place in
            if Int(code >> 1) == pair, found == nil { found = place }
        }
        return found
    }

    /// The place of the only word of a kind; nil where there are several.
    private func onlySeed(_ pair: Int, _ left: Half) -> Int? {
        var found: Int?
        var count = 0
        seeds.each(in: left) { code, place in
            guard Int(code >> 1) == pair else { return }
            count += 1
            found = place
        }
        return count == 1 ? found : nil
    }

    /// Whether a term is the end of "don't"; the t of "ITU-T" is not.
    private static func followsApostrophe(_ entry: PairEntry, _ page: TokenizedBitext) -> Bool {
        guard entry.lower > 0 else { return false }
        let before = page.source.text[Int(entry.lower) - 1]
        return before == UInt8(ascii: "'") || before == 0x99
    }

    /// Beginnings of words that negate without a word for it.
    private static let negative: [StaticString] = [
        "una", "unb", "unc", "und", "une", "unf", "unh", "unin", "unk", "unl", "unm", "unn", "unp", "unr", "uns", "unt",
        "unu", "unv", "unw", "non", "disa", "dislike", "dismiss", "illeg", "irre", "impo", "inac", "inco", "inva",
        "insu",
        "inel", "fail", "except", "instead", "restrict", "new ",
    ]

    /// What a single word must say for the opposite, in sixteenths.
    static let cue: Int32 = 20
    /// From what on a word may stand for a negation, in sixteenths…
    private static let hint: Int8 = 12
    /// …or by the translation model.
    private static let possible: Float = 0.015
    /// How well what is negated must be explained; words that say less than so much, in ``Quantised``, are passed over.
    static let said: Float = 0.15
    static let content: UInt8 = 80
    static let rare: UInt8 = 140
    private static let common: UInt8 = 90
    /// How likely a word must be for the opposite, and how much likelier than for any other word.
    private static let known: Float = 0.04
    /// The same where no regression learned it: how likely, how much likelier than it is anywhere, and how much surer the sum
    /// must be.
    static let hardlyKnown: Float = 0.02
    private static let lift: Float = 20
    private static let unlearned: Float = 1
    private static let ratio: Float = 3
    /// What makes of a negation a phrase that other languages put without one.
    private static let indefinite: [StaticString] = ["only", "just", "incl", "many", "much", "now", "nece", "yet"]

    /// The log-odds from which on a reversal is a warning.
    private static let lost: Float = 2
    private static let added: Float = 3.5
    private static let turned: Float = 1.5
    /// How far below is a note.
    private static let note: Float = -1.5
}

extension Polarity.Weights {
    /// The say of a term of the target in a pair, in sixteenths.
    func ofTarget(_ term: Int32, _ pair: Int) -> Int32 {
        if pair == 0 { return Int32(targetNegation[Int(term)]) }
        for index in Int(targetRows[Int(term)])..<Int(targetRows[Int(term) + 1])
        where Int(target[index].pair) == pair {
            return Int32(target[index].value)
        }
        return 0
    }

    /// As bytes, little-endian.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        func put(_ value: UInt32) { withUnsafeBytes(of: value.littleEndian) { bytes += $0 } }
        put(Opposites.fingerprint)
        put(UInt32(Opposites.count))
        biases.forEach { put($0.bitPattern) }
        scales.forEach { put($0.bitPattern) }
        put(UInt32(sourceNegation.count))
        put(UInt32(targetNegation.count))
        bytes += sourceNegation.map { UInt8(bitPattern: $0) }
        bytes += targetNegation.map { UInt8(bitPattern: $0) }
        for (rows, weights) in [(sourceRows, source), (targetRows, target)] {
            bytes += zip(rows, rows.dropFirst()).map { UInt8($1 - $0) }
            put(UInt32(weights.count))
            for weight in weights { bytes += [weight.pair, UInt8(bitPattern: weight.value)] }
        }
        return bytes
    }

    /// Reads what ``bytes`` wrote; nil where something is missing. Weights for another list of opposites say nothing.
    init?(_ bytes: UnsafeRawBufferPointer, sourceSize: Int, targetSize: Int) {
        var offset = 0
        func number() -> UInt32? {
            guard offset + 4 <= bytes.count else { return nil }
            defer { offset += 4 }
            return UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
        }
        func numbers(_ count: Int) -> [Float]? {
            let found = (0..<count).compactMap { _ in number().map { Float(bitPattern: $0) } }
            return found.count == count ? found : nil
        }
        func stretch(_ count: Int) -> UnsafeRawBufferPointer? {
            guard count >= 0, offset + count <= bytes.count else { return nil }
            defer { offset += count }
            return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
        }
        guard let list = number(), let count = number() else { return nil }
        guard list == Opposites.fingerprint, count == Opposites.count else {
            self.init()
            return
        }
        guard let biases = numbers(Opposites.count), let scales = numbers(Opposites.count),
            let sourceCount = number(), let targetCount = number()
        else { return nil }
        self.init()
        (self.biases, self.scales) = (biases, scales)
        guard sourceCount == 0 || (sourceCount == sourceSize && targetCount == targetSize),
            let one = stretch(Int(sourceCount)), let other = stretch(Int(targetCount))
        else { return nil }
        sourceNegation = one.map { Int8(bitPattern: $0) }
        targetNegation = other.map { Int8(bitPattern: $0) }
        for side in [Side.source, .target] {
            guard let sizes = stretch(Int(side == .source ? sourceCount : targetCount)), let total = number(),
                let pairs = stretch(2 * Int(total))
            else { return nil }
            var rows: [UInt32] = [0]
            rows.reserveCapacity(sizes.count + 1)
            for size in sizes { rows.append(rows[rows.count - 1] + UInt32(size)) }
            guard rows[rows.count - 1] == total else { return nil }
            let weights = stride(from: 0, to: pairs.count, by: 2).map {
                Polarity.Weight(pair: pairs[$0], value: Int8(bitPattern: pairs[$0 + 1]))
            }
            guard weights.allSatisfy({ $0.pair < Opposites.count }) else { return nil }
            if side == .source {
                (sourceRows, source) = (rows, weights)
            } else {
                (targetRows, target) = (rows, weights)
            }
        }
        guard offset == bytes.count else { return nil }
    }
}
