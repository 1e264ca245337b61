import Revisions
import Workspace

/// Writes the status of pages, in one format.
package protocol StatusReporter: AnyObject {
    func add(_ page: PageStatus) throws

    /// Writes what is left to write.
    func finish(_ totals: StatusTotals) throws
}

/// The formats of a status.
package enum StatusFormat: String, CaseIterable {
    case text, table, markdown, json
}

extension PageStatus {
    /// What says which revision was translated, in words: `1ececa06 (default_lang_commit)`.
    var basisText: String? {
        switch basis {
        case .frontMatter(let key): commit.map { "\($0.prefix(10)) (\(key))" }
        case .lock: "the revision in the lock file"
        case .history: commit.map { "\($0.prefix(10)) (last change of the page)" }
        case nil: nil
        }
    }
}

extension PageStatus.Change {
    /// What changed, in words: `step 3.`, `code`, `paragraph`.
    var name: String {
        guard change.part == .item || change.part == .paragraph || change.part == .code, let item else {
            return change.part.rawValue
        }
        let kind = item.isStep ? "step" : "item"
        let marker = item.marker.contains(where: \.isNumber) ? " \(item.marker)" : ""
        return change.part == .code ? "code of \(kind)\(marker)" : kind + marker
    }

    /// The words that were removed and added; nil where one of the texts is missing, or where they are code.
    var words: WordDiff? {
        guard change.kind == .changed, let old = change.oldText, let new = change.newText else { return nil }
        return WordDiff(old, new)
    }

    /// The text that shows what it is about.
    var text: String { change.newText ?? change.oldText ?? "" }
}
