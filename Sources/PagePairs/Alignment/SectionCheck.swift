import Bitext

/// Takes apart pairs of blocks that are in different sections: where a section was moved, as in a list of terms that each language
/// sorts in its own way, its text is no translation of what the other side has at its place.
struct SectionCheck {
    private let source: PageOutline
    private let target: PageOutline
    private let headings: PageOutline.KnownKeys

    init(_ source: PageOutline, _ target: PageOutline) {
        self.source = source
        self.target = target
        headings = PageOutline.KnownKeys(source, target)
    }

    /// The steps, with those of moved sections as blocks without a pair.
    func steps(_ steps: [BandedAligner.Step]) -> [BandedAligner.Step] {
        // Whether the section of each side is one that the other side has at another place.
        var isMoved = (source: false, target: false)
        var checked: [BandedAligner.Step] = []
        checked.reserveCapacity(steps.count)
        for step in steps {
            if let index = step.source.first(where: { source.blocks[$0].kind == .heading }) {
                isMoved.source = step.target.isEmpty && headings.areOnBothSides(source.blocks[index].key)
            }
            if let index = step.target.first(where: { target.blocks[$0].kind == .heading }) {
                isMoved.target = step.source.isEmpty && headings.areOnBothSides(target.blocks[index].key)
            }
            guard isMoved.source || isMoved.target, !step.source.isEmpty, !step.target.isEmpty else {
                checked.append(step)
                continue
            }
            checked += step.source.map {
                BandedAligner.Step(source: $0..<$0 + 1, target: step.target.lowerBound..<step.target.lowerBound)
            }
            checked += step.target.map {
                BandedAligner.Step(source: step.source.upperBound..<step.source.upperBound, target: $0..<$0 + 1)
            }
        }
        return checked
    }
}
