import Bitext
import Checklists

/// Procedures of which a reader does one, because the heading above both says so: "To create a relay" and "To modify a relay"
/// below "Create or modify a relay".
enum HeadingChoice {
    /// The indices of procedures that are the first one of a choice.
    static func starts(in checklists: [Checklist]) -> Set<Int> {
        var starts: Set<Int> = []
        for (index, first) in checklists.enumerated() {
            guard first.kind == .procedure, let (parent, title) = place(of: first), let verbs = verbs(of: parent),
                beginsWith(verbs.first, title),
                // A procedure can have several lists.
                let next = checklists[(index + 1)...].first(where: { place(of: $0)?.title != title }),
                next.kind == .procedure, let other = place(of: next), other.parent == parent,
                beginsWith(verbs.second, other.title),
                index == 0 || place(of: checklists[index - 1])?.title != title
            else { continue }
            starts.insert(index)
        }
        return starts
    }

    /// The heading of a list and the one above it, in the source.
    private static func place(of checklist: Checklist) -> (parent: String, title: String)? {
        var headings = checklist.section
        if let title = checklist.title, title != headings.last { headings.append(title) }
        guard headings.count > 1, let title = headings[headings.count - 1].source,
            let parent = headings[headings.count - 2].source
        else { return nil }
        return (parent, title)
    }

    /// The verbs of "Create or modify a relay", in lower case.
    private static func verbs(of heading: String) -> (first: String, second: String)? {
        let words = heading.lowercased().split(separator: " ", maxSplits: 3)
        guard words.count > 3, words[1] == "or" else { return nil }
        return (String(words[0]), String(words[2]))
    }

    /// Whether a title begins with a verb: "To create a relay", "Create a relay".
    private static func beginsWith(_ verb: String, _ title: String) -> Bool {
        var words = title.lowercased().split(separator: " ", maxSplits: 2)[...]
        if words.first == "to" { words.removeFirst() }
        return words.first == verb[...]
    }
}
