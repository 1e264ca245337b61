/// Finds the best monotone alignment of two sequences: a dynamic program in a band around the diagonal.
///
/// O(cells of the band), which is linear for long sequences.
struct BandedAligner {
    /// How many elements of each sequence belong together: 1-1, 1-0, 0-1, 2-1 and so on.
    struct Move: Equatable {
        let source: Int
        let target: Int
    }

    /// Elements that belong together. One of the ranges can be empty.
    struct Step: Equatable {
        let source: Range<Int>
        let target: Range<Int>
        /// Whether they may not belong together. Only of blocks.
        var isDoubtful = false
    }

    /// The number of cells up to which the band is the whole table.
    static let maxCells = 1 << 21
    /// The half width of the band around the diagonal of very long sequences.
    static let minHalfWidth = 48

    let sourceCount: Int
    let targetCount: Int
    private let halfWidth: Int

    init(sourceCount: Int, targetCount: Int, maxCells: Int = Self.maxCells) {
        self.sourceCount = sourceCount
        self.targetCount = targetCount
        let (rows, columns) = (sourceCount + 1, targetCount + 1)
        // Two rows of the band must overlap, so it is at least as wide as the diagonal is steep.
        let steepness = columns / rows + 2
        halfWidth = min(columns, max(maxCells / (2 * rows), Self.minHalfWidth, steepness))
    }

    private func lowest(_ row: Int) -> Int { max(0, center(row) - halfWidth) }
    private func highest(_ row: Int) -> Int { min(targetCount, center(row) + halfWidth) }
    private func center(_ row: Int) -> Int { sourceCount == 0 ? targetCount : row * targetCount / sourceCount }

    /// The steps of the best alignment, in order.
    ///
    /// - Parameters:
    ///   - moves: the allowed moves. `1-0` and `0-1` must be among them. At most three elements of a side.
    ///   - score: how likely elements belong together, for the first element of each side and the index of the move.
    func steps(moves: [Move], score: (_ source: Int, _ target: Int, _ move: Int) -> Float) -> [Step] {
        guard sourceCount > 0 else { return (0..<targetCount).map { Step(source: 0..<0, target: $0..<$0 + 1) } }
        let width = min(2 * halfWidth, targetCount) + 1
        let unreached = -Float.infinity
        // The last four rows.
        var scores = [Float](repeating: unreached, count: 4 * width)
        var trace = [UInt8](repeating: UInt8.max, count: (sourceCount + 1) * width)
        for row in 0...sourceCount {
            let (low, high) = (lowest(row), highest(row))
            let line = row % 4 * width
            for column in low...high {
                var best = row == 0 && column == 0 ? 0 : unreached
                var chosen = UInt8.max
                for (index, move) in moves.enumerated() {
                    let (source, target) = (row - move.source, column - move.target)
                    guard source >= 0, target >= 0 else { continue }
                    let before = lowest(source)
                    guard target >= before, target <= highest(source) else { continue }
                    let known = scores[source % 4 * width + target - before]
                    guard known > unreached else { continue }
                    let total = known + score(source, target, index)
                    if total > best {
                        best = total
                        chosen = UInt8(index)
                    }
                }
                scores[line + column - low] = best
                trace[row * width + column - low] = chosen
            }
        }
        return path(trace, width: width, moves: moves)
    }

    private func path(_ trace: [UInt8], width: Int, moves: [Move]) -> [Step] {
        var steps: [Step] = []
        var (row, column) = (sourceCount, targetCount)
        while row > 0 || column > 0 {
            let chosen = trace[row * width + column - lowest(row)]
            precondition(chosen != UInt8.max, "the band is not connected")
            let move = moves[Int(chosen)]
            steps.append(Step(source: row - move.source..<row, target: column - move.target..<column))
            row -= move.source
            column -= move.target
        }
        return steps.reversed()
    }
}
