import Checklists
import Code
import Revisions
import Workspace

/// Writes what changed, in one format.
package protocol DiffReporter: AnyObject {
    /// Takes a page that was compared; pages come in the order of their names.
    func add(_ page: DiffRun.Outcome, _ diff: PageDiff) throws

    /// Writes what is left to write.
    func finish(_ totals: DiffTotals) throws
}

/// The formats of a diff.
package enum DiffFormat: String, CaseIterable {
    case text, markdown, json
}

/// How many pages and items became what.
package struct DiffTotals {
    package init() {}

    private(set) var pages = 0
    /// Pages on which anything is other than it was, those that were added, removed or renamed among them.
    private(set) var changedPages = 0
    private(set) var failedPages = 0
    private(set) var pageKinds: [DiffRun.Outcome.Kind: Int] = [:]
    private(set) var items: [ItemChange: Int] = [:]
    private(set) var changedChecklists = 0
    /// Items whose source was edited and whose translation was not.
    private(set) var outdatedTranslations = 0

    package var hasChanges: Bool { changedPages > 0 }

    package mutating func add(_ page: DiffRun.Outcome) {
        pages += 1
        guard let diff = page.diff else {
            failedPages += 1
            return
        }
        pageKinds[page.kind, default: 0] += 1
        if page.hasChanges { changedPages += 1 }
        for list in diff.lists {
            if list.isHeadChanged { changedChecklists += 1 }
            for entry in list.entries {
                items[entry.change, default: 0] += 1
                if entry.isTranslationOutdated { outdatedTranslations += 1 }
            }
        }
    }

    func count(_ change: ItemChange) -> Int { items[change] ?? 0 }

    /// All in one line: `2 changed, 1 added, 40 unchanged items on 3 pages`.
    var line: String {
        let changes = ItemChange.allCases.filter { count($0) > 0 && $0 != .unchanged }.map {
            "\(count($0)) \($0.rawValue)"
        }
        let unchanged = count(.unchanged)
        let counts = changes.isEmpty ? "no item changed" : changes.joined(separator: ", ")
        var line = "\(counts); \(unchanged) unchanged, on \(CountText.counted(pages, "page"))"
        let kinds = [DiffRun.Outcome.Kind.added, .removed, .renamed].compactMap { kind in
            pageKinds[kind].map { "\($0) \(kind.rawValue)" }
        }
        if !kinds.isEmpty { line += " (\(kinds.joined(separator: ", ")))" }
        if outdatedTranslations > 0 {
            line += "; \(CountText.counted(outdatedTranslations, "translation")) not updated"
        }
        if failedPages > 0 { line += "; \(failedPages) could not be read" }
        return line
    }
}

extension DiffRun.Outcome {
    /// Whether anything about the page is other than it was.
    var hasChanges: Bool {
        guard let diff else { return false }
        return kind != .kept || diff.hasChanges || diff.lists.contains(where: \.isHeadChanged)
    }

    /// The page's names for a reader: `old.md → new.md` where it was renamed.
    var title: String {
        guard kind == .renamed, let oldName, let newName else { return name }
        return "\(oldName) → \(newName)"
    }
}

extension PageDiff.List {
    /// The checklist as it is, or as it was.
    var current: Checklist? { new ?? old }

    /// Whether the source text that is above a list that both revisions have, or what the list is for, differs.
    var isHeadChanged: Bool {
        guard let old, let new else { return false }
        return old.headText(.source) != new.headText(.source) || old.kind != new.kind
    }
}
