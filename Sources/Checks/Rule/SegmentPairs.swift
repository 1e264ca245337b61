import ParsedBitext

/// The segments of a bitext with certain contents, in order.
struct SegmentPairs: Sequence, IteratorProtocol {
    private var pair: SegmentPair
    private var following = 0
    private let all, any, none: SegmentContents

    /// - Parameters:
    ///   - all: what a segment must have.
    ///   - any: of what it must have one.
    ///   - none: what it must not have.
    init(
        _ tokenized: TokenizedBitext, all: SegmentContents, any: SegmentContents = .isPaired, none: SegmentContents = []
    ) {
        pair = SegmentPair(tokenized, index: 0)
        (self.all, self.any, self.none) = (all, any, none)
    }

    mutating func next() -> SegmentPair? {
        let count = pair.tokenized.contents.count
        while following < count {
            pair.index = following
            following += 1
            let found = pair.contents
            if found.isSuperset(of: all), !found.isDisjoint(with: any), found.isDisjoint(with: none) { return pair }
        }
        return nil
    }
}
