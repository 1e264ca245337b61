/// Whether a probability of a tenth means one in ten, where one pair in a hundred is wrong.
struct Calibration {
    /// The probabilities of pairs as they are, which are taken for right, and of those that were made wrong.
    var untouched: [Double] = []
    var spoiled: [Double] = []

    /// Prints, by what was foretold, the share of right pairs among as many as if one in a hundred were wrong.
    func print() {
        guard !untouched.isEmpty, !spoiled.isEmpty else { return }
        let edges = [0, 0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 1.001]
        var line = "probability foretold, real (right pairs of 10,000):"
        for (low, high) in zip(edges, edges.dropFirst()) {
            let right = untouched.filter { low <= $0 && $0 < high }
            let wrong = spoiled.filter { low <= $0 && $0 < high }
            let (a, b) = (
                0.99 * Double(right.count) / Double(untouched.count), 0.01 * Double(wrong.count) / Double(spoiled.count)
            )
            guard a + b > 0 else { continue }
            let foretold =
                (0.99 * right.reduce(0, +) / Double(untouched.count) + 0.01 * wrong.reduce(0, +) / Double(spoiled.count))
                / (a + b)
            line +=
                "\n  \((foretold * 1000).rounded() / 1000), \((a / (a + b) * 1000).rounded() / 1000) (\(Int(a * 10_000)))"
        }
        Swift.print(line)
    }
}
