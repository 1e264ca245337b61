import Bitext
import ParsedBitext

/// Finds what a target leaves out in the target before or after it: a sentence was cut in another place.
struct MovedText {
    private let reader: LexiconReader

    /// Terms that are explained by less are not translated.
    private static let explained: Float = 0.25
    /// How much of what is missing a neighbour must have: two or three words, in nats, and either this share of all that is missing, or
    /// so much that it is this share of what the neighbour adds. Of 149 warnings of seven corpora four are above, all of them sentences
    /// that were cut elsewhere; the next ones have no more than two thirds of a limit.
    private static let minNats: Float = 10
    private static let minShare: Float = 0.4
    private static let minShareOfAdded: Float = 0.55

    init(_ reader: LexiconReader) { self.reader = reader }

    /// Makes notes of the warnings of omissions whose words are in a neighbour's target, where its own source does not say them.
    func lower(_ scores: inout [ContentAlignment.Score?]) {
        for segment in scores.indices {
            guard let score = scores[segment], score.fault == .omission, score.level == .warning else { continue }
            let neighbours = [segment - 1, segment + 1].filter { scores.indices.contains($0) }
            if neighbours.contains(where: { has($0, whatIsMissingIn: segment) }) {
                scores[segment] = score.lowered
            }
        }
    }

    /// Whether a neighbour's target adds to its own source what the target of a segment leaves out.
    func has(_ neighbour: Int, whatIsMissingIn segment: Int) -> Bool {
        let missing = unexplained(segment, .source, by: segment)
        let extra = unexplained(neighbour, .target, by: neighbour)
        guard missing.count >= 2, extra.count >= 2 else { return false }
        return missing.withUnsafeBufferPointer { left in
            extra.withUnsafeBufferPointer { right in
                reader.coverage.compare(left, right)
                let said = Self.sum(of: left, reader.coverage.source)
                let added = Self.sum(of: right, reader.coverage.target)
                return said.nats >= Self.minNats && (said.share >= Self.minShare || added.share >= Self.minShareOfAdded)
            }
        }
    }

    /// How much of the information of some terms is explained, in nats, and as a share.
    private static func sum(of half: Half, _ cover: Scratch<Float>) -> (nats: Float, share: Float) {
        var (all, explained): (Float, Float) = (0, 0)
        for place in half.indices {
            let nats = ByteProbability.information[Int(half[place].rarity)]
            all += nats
            if cover[place] >= Self.explained { explained += nats }
        }
        return (explained, explained / max(all, 1))
    }

    /// The known terms of one half of a segment that the other half of one does not explain.
    private func unexplained(_ segment: Int, _ side: Side, by other: Int) -> [LexiconTerm] {
        reader.withHalves(side == .source ? segment : other, side == .source ? other : segment) { left, right in
            reader.coverage.compare(left, right)
            let (half, cover) = side == .source ? (left, reader.coverage.source) : (right, reader.coverage.target)
            return half.indices.filter { half[$0].isKnown && cover[$0] < Self.explained }.map { half[$0] }
        }
    }
}

extension ContentAlignment.Score {
    fileprivate var lowered: Self {
        .init(odds: odds, fault: fault, level: .note, margin: min(margin, 0), stretch: stretch, origin: origin)
    }
}
