import Reports
import SystemPackage
import Workspace

/// The pages of a check without a segment: nothing is compared there, so "no findings" says nothing.
struct UnpairedPages {
    private static let maxNamed = 3
    private var count = 0
    private var names: [String] = []

    mutating func add(_ outcome: CheckRun.Outcome) {
        guard outcome.failure == nil, outcome.segments == 0 else { return }
        count += 1
        if names.count < Self.maxNamed { names.append(outcome.path.string) }
    }

    /// What the user should know; nil where all pages have segments.
    var note: String? {
        guard count > 0 else { return nil }
        let rest = count - names.count
        let list = names.joined(separator: ", ") + (rest > 0 ? " and \(CountText.number(rest)) more" : "")
        let subject = count == 1 ? "1 page has" : "\(CountText.number(count)) pages have"
        return "\(subject) no segments (\(list)), so no translation was checked there: "
            + "a segment is a pair of spans in one file (Docs/markup.md). "
            + "Where the sources are other files, name them with --source, or once for all with `diptych init`"
    }
}
