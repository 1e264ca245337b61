import Testing

@testable import PagePairs

@Suite struct BandedAlignerTests {
    private let moves = [(0, 1), (1, 0), (1, 1)].map { BandedAligner.Move(source: $0.0, target: $0.1) }

    /// The best score of all alignments of numbers, where equal numbers are worth 1.
    private func pairs(_ source: [Int], _ target: [Int], maxCells: Int) -> Int {
        let aligner = BandedAligner(sourceCount: source.count, targetCount: target.count, maxCells: maxCells)
        let steps = aligner.steps(moves: moves) { i, j, move in
            move < 2 ? 0 : source[i] == target[j] ? 1 : -10
        }
        #expect(steps.reduce(0) { $0 + $1.source.count } == source.count)
        #expect(steps.reduce(0) { $0 + $1.target.count } == target.count)
        return steps.count { !$0.source.isEmpty && !$0.target.isEmpty }
    }

    @Test func findsAllPairs() {
        #expect(pairs([1, 2, 3, 4], [0, 1, 3, 4, 5], maxCells: 1000) == 3)
        #expect(pairs([], [1, 2], maxCells: 1000) == 0)
        #expect(pairs([1, 2], [], maxCells: 1000) == 0)
        #expect(pairs([], [], maxCells: 1000) == 0)
    }

    /// A band is connected from the first cell to the last, whatever the lengths are.
    @Test(arguments: [(1, 5000), (5000, 1), (3, 4000), (4000, 3), (1000, 1000), (1000, 2900), (999, 1001)])
    func narrowBands(sourceCount: Int, targetCount: Int) {
        let (source, target) = (Array(0..<sourceCount), Array(0..<targetCount))
        let found = pairs(source, target, maxCells: 1)
        #expect(found <= min(sourceCount, targetCount))
        if abs(sourceCount - targetCount) < 10 { #expect(found == min(sourceCount, targetCount)) }
    }
}
