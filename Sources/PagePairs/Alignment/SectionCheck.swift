/// Takes apart pairs of blocks that are in different sections: where a section was moved, as in a list of terms that each language
/// sorts in its own way, its text is no translation of what the other side has at its place.
///
/// A heading can also be moved alone. So the text of a section is compared with what it is paired with, and with what follows its
/// heading on the other side: the better of both counts.
struct SectionCheck {
    private let source: PageOutline
    private let target: PageOutline
    private let score: BlockScore

    init(_ source: PageOutline, _ target: PageOutline, _ score: BlockScore) {
        self.source = source
        self.target = target
        self.score = score
    }

    /// The steps, with those of moved sections as blocks without a pair.
    func steps(_ steps: [BandedAligner.Step]) -> [BandedAligner.Step] {
        let moved = movedBlocks(steps)
        guard !moved.source.isEmpty || !moved.target.isEmpty else { return steps }
        return steps.flatMap { step -> [BandedAligner.Step] in
            guard !step.source.isEmpty, !step.target.isEmpty,
                step.source.contains(where: moved.source.contains) || step.target.contains(where: moved.target.contains)
            else { return [step] }
            let (i, j) = (step.source.upperBound, step.target.lowerBound)
            return step.source.map { .init(source: $0..<$0 + 1, target: j..<j) }
                + step.target.map { .init(source: i..<i, target: $0..<$0 + 1) }
        }
    }

    /// The blocks of each side that are paired at their place, but belong to a section that the other side has elsewhere.
    private func movedBlocks(_ steps: [BandedAligner.Step]) -> (source: Set<Int>, target: Set<Int>) {
        let unpaired = (
            source: steps.filter(\.target.isEmpty).compactMap(\.source.first).filter {
                source.blocks[$0].kind == .heading
            },
            target: steps.filter(\.source.isEmpty).compactMap(\.target.first).filter {
                target.blocks[$0].kind == .heading
            }
        )
        guard !unpaired.source.isEmpty, !unpaired.target.isEmpty else { return ([], []) }
        var pairs: (ofSource: [Int: Int], ofTarget: [Int: Int]) = ([:], [:])
        for step in steps where step.source.count == 1 && step.target.count == 1 {
            pairs.ofSource[step.source.lowerBound] = step.target.lowerBound
            pairs.ofTarget[step.target.lowerBound] = step.source.lowerBound
        }
        let targets = Dictionary(
            unpaired.target.compactMap { index in target.blocks[index].key.map { ($0.hash, index) } },
            uniquingKeysWith: { first, _ in first })
        var moved: (source: Set<Int>, target: Set<Int>) = ([], [])
        for heading in unpaired.source {
            guard let key = source.blocks[heading].key, score.keys.areOnBothSides(key), let other = targets[key.hash]
            else {
                continue
            }
            let left = heading + 1..<endOfSection(heading, source)
            let right = other + 1..<endOfSection(other, target)
            if isMoved(left, pairs.ofSource, to: right, { score($0, $1) }) { moved.source.formUnion(left) }
            if isMoved(right, pairs.ofTarget, to: left, { score($1, $0) }) { moved.target.formUnion(right) }
        }
        return moved
    }

    /// Whether the text of a section fits what follows its heading on the other side better than what it is paired with.
    private func isMoved(
        _ section: Range<Int>, _ pairs: [Int: Int], to other: Range<Int>, _ score: (Int, Int) -> Float
    ) -> Bool {
        var (here, there): (Float, Float) = (0, 0)
        for (offset, index) in section.enumerated() {
            guard let paired = pairs[index] else { continue }
            here += score(index, paired)
            let place = other.lowerBound + offset
            there += other.contains(place) ? max(score(index, place), 2 * BlockScore.skip) : 2 * BlockScore.skip
        }
        return there > here
    }

    /// The next heading, or the end of the page.
    private func endOfSection(_ heading: Int, _ outline: PageOutline) -> Int {
        outline.blocks[(heading + 1)...].firstIndex { $0.kind == .heading } ?? outline.blocks.count
    }
}
