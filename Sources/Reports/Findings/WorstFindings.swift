import Checks
import ParsedBitext

/// Chooses the worst of the findings that come one after the other: errors before warnings before notes, and of one severity
/// the first ones.
struct WorstFindings {
    /// At most this many are chosen.
    let limit: Int
    /// How many came, by severity.
    private var counts: [Finding.Severity: Int] = [:]

    init(limit: Int) { self.limit = limit }

    /// Counts the next finding.
    ///
    /// - Returns: whether it may be chosen. If not, there are enough worse or earlier ones already.
    mutating func add(_ severity: Finding.Severity) -> Bool {
        let before = counts.reduce(0) { $0 + ($1.key >= severity ? $1.value : 0) }
        counts[severity, default: 0] += 1
        return before < limit
    }

    /// How many came.
    var total: Int { counts.values.reduce(0, +) }

    /// How many of them are not chosen.
    var left: Int { max(0, total - limit) }

    /// Says which findings are chosen, when they are passed again in the same order. Those that ``add(_:)`` refused may be
    /// left out.
    var choice: Choice {
        var room = limit
        var rest: [Finding.Severity: Int] = [:]
        for severity in Finding.Severity.allCases.sorted(by: >) {
            let count = min(room, counts[severity, default: 0])
            rest[severity] = count
            room -= count
        }
        return Choice(rest: rest)
    }

    /// Which findings are chosen.
    struct Choice {
        /// How many more of each severity are chosen.
        fileprivate var rest: [Finding.Severity: Int]

        /// Whether the next finding is chosen.
        mutating func takes(_ severity: Finding.Severity) -> Bool {
            guard let count = rest[severity], count > 0 else { return false }
            rest[severity] = count - 1
            return true
        }
    }
}
