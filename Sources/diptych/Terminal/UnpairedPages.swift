import Reports
import SystemPackage
import Workspace

/// The pages of a check without a segment: nothing is compared there, so "no findings" says nothing.
struct UnpairedPages {
    /// Whether --source names the sources. Then it is already said which pages have none.
    private let isSourceNamed: Bool
    private var withoutSource = Names()
    private var withSource = Names()

    init(isSourceNamed: Bool) { self.isSourceNamed = isSourceNamed }

    mutating func add(_ outcome: CheckRun.Outcome) {
        guard outcome.failure == nil, outcome.segments == 0 else { return }
        if outcome.source != nil {
            withSource.add(outcome.path)
        } else if !isSourceNamed {
            withoutSource.add(outcome.path)
        }
    }

    /// What the user should know; empty where all pages have segments.
    var notes: [String] {
        var notes: [String] = []
        if withSource.count > 0 {
            let subject = CountText.counted(withSource.count, "page has", "pages have")
            notes.append(
                "\(subject) no text in common with the source (\(withSource.list)), so no translation was checked there: "
                    + "one of the two has no text, or none of it belongs together")
        }
        if withoutSource.count > 0 {
            notes.append(
                Self.withoutSegments(withoutSource.count, named: " (\(withoutSource.list))")
                    + ": a segment is a pair of spans in one file (Docs/markup.md). "
                    + "Where the sources are other files, name them with --source, or once for all with `diptych init`")
        }
        return notes
    }

    /// Says that pages have no segments: `2 pages have no segments (a.md, b.md), so no translation was checked there`.
    static func withoutSegments(_ count: Int, named names: String = "") -> String {
        "\(CountText.counted(count, "page has", "pages have")) no segments\(names), so no translation was checked there"
    }

    /// How many pages there are, and the names of the first ones.
    private struct Names {
        private static let maxNamed = 3
        private(set) var count = 0
        private var names: [String] = []

        mutating func add(_ path: FilePath) {
            count += 1
            if names.count < Self.maxNamed { names.append(path.string) }
        }

        var list: String {
            let rest = count - names.count
            return names.joined(separator: ", ") + (rest > 0 ? " and \(CountText.number(rest)) more" : "")
        }
    }
}
