import Checks

/// Prints what was measured, as Markdown.
enum Tables {
    static func printRecall(_ tallies: [String: Tally]) {
        var counted: [Tally] = []
        print("| kind | injected | warning or error | with notes | by any rule |\n|---|---:|---:|---:|---:|")
        for group in Kinds.groups {
            print("| **\(group.name)** | | | | |")
            counted += printRows(of: group, tallies)
        }
        let measured = counted.filter { $0.injected > 0 }
        let columns: [KeyPath<Tally, Int>] = [\.warned, \.named, \.noticed]
        let means = columns.map { column in
            measured.map { Double($0[keyPath: column]) / Double($0.injected) }.reduce(0, +) / Double(measured.count)
        }
        print("| **mean of the kinds** | | \(means.map { percent($0) }.joined(separator: " | ")) |\n")
        for (column, name) in zip(columns, ["as warning or error", "with notes"]) {
            let worst = measured.min {
                $0[keyPath: column] * $1.injected < $1[keyPath: column] * $0.injected
            }
            if let worst {
                print("worst \(name): \(worst.kind), \(percent(worst[keyPath: column], of: worst.injected))")
            }
        }
        print("\n| content | injected | warning or error | with notes | by any rule |\n|---|---:|---:|---:|---:|")
        _ = printRows(of: Kinds.content, tallies)
    }

    private static func printRows(of group: Kinds.Group, _ tallies: [String: Tally]) -> [Tally] {
        group.kinds.compactMap { tallies[$0.name] }.map { tally in
            let cells = [tally.warned, tally.named, tally.noticed].map { percent($0, of: tally.injected) }
            print("| \(tally.kind) | \(tally.injected) | \(cells.joined(separator: " | ")) |")
            return tally
        }
    }

    static func printUntouched(_ untouched: Corpus.Untouched) {
        print("\n\(untouched.pages) untouched pages, \(untouched.segments) segments, flagged by their gravest finding:")
        print("\n| | segments | share |\n|---|---:|---:|")
        for severity in [Finding.Severity.error, .warning, .note] {
            let count = untouched.flagged[severity] ?? 0
            print("| \(severity) | \(count) | \(percent(count, of: untouched.segments, digits: 2)) |")
        }
        print("\nfindings outside of segments: \(untouched.elsewhere)")
        print("\n| rule | errors | warnings | notes |\n|---|---:|---:|---:|")
        let rules = untouched.rules.sorted { left, right in
            let (a, b) = (left.value.values.reduce(0, +), right.value.values.reduce(0, +))
            return a != b ? a > b : left.key < right.key
        }
        for (rule, counts) in rules {
            let cells = [Finding.Severity.error, .warning, .note].map { String(counts[$0] ?? 0) }
            print("| \(rule) | \(cells.joined(separator: " | ")) |")
        }
    }

    static func printExamples(of tally: Tally, onlyMissed: Bool) {
        for example in tally.examples where !onlyMissed || !example.isFound {
            print("\(example.isFound ? "found" : "MISSED") \(example.place)")
            if !example.source.isEmpty { print("  source  \(example.source)") }
            print("  before  \(example.before)\n  after   \(example.after)")
            for finding in example.findings { print("  · \(finding)") }
        }
        print(
            "\(tally.kind): \(tally.warned) of \(tally.injected) found as warning or error, \(tally.named) with notes")
    }

    private static func percent(_ count: Int, of whole: Int, digits: Int = 1) -> String {
        whole > 0 ? percent(Double(count) / Double(whole), digits: digits) : "–"
    }

    private static func percent(_ share: Double, digits: Int = 1) -> String {
        let scale = digits == 1 ? 10 : 100
        let scaled = Int((share * 100 * Double(scale)).rounded())
        let fraction = String(scaled % scale)
        return "\(scaled / scale).\(String(repeating: "0", count: digits - fraction.count))\(fraction)%"
    }
}
