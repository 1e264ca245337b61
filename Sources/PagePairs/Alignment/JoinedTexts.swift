/// Finds texts of the target that are so much longer than their counterparts that they may also say what the target seems to lack.
struct JoinedTexts {
    private let source: PageOutline
    private let target: PageOutline
    private let steps: [BandedAligner.Step]
    /// How much longer the target is than the source.
    private let ratio: Float

    /// So many steps before and after a block are near.
    private static let distance = 3

    init(_ source: PageOutline, _ target: PageOutline, _ steps: [BandedAligner.Step]) {
        self.source = source
        self.target = target
        self.steps = steps
        ratio = source.lengthRatio(to: target)
    }

    /// Whether a text near a step may say what some blocks of the source say.
    func mayHave(_ blocks: Range<Int>, at step: Int) -> Bool {
        let length = blocks.reduce(0) { $0 + source.blocks[$1].length } * ratio
        return steps[max(0, step - Self.distance)..<min(steps.count, step + Self.distance + 1)].contains { near in
            guard near.source.count == 1, near.target.count == 1, let i = near.source.first, let j = near.target.first
            else { return false }
            let (left, right) = (source.blocks[i], target.blocks[j])
            guard left.kind == .paragraph || left.kind == .row, right.kind == left.kind else { return false }
            let expected = left.length * ratio
            let surplus = right.length - expected
            return surplus >= length * Self.share && surplus >= expected * Self.usual
        }
    }

    /// How much of the missing text the surplus has.
    private static let share: Float = 0.6
    /// So much longer than usual is one text in six.
    private static let usual: Float = 0.25
}
