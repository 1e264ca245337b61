import Bitext
import Checks
import Revisions

extension PageStatus {
    /// The changes as the checks report them.
    var staleParts: [StalePart] {
        changes.map { change in
            StalePart(
                change.stalePartKind, target: change.target.location.range,
                source: change.change.new.map { SideRange($0) }, message: change.message,
                text: change.change.newText ?? change.change.oldText ?? "")
        }
    }
}

extension PageStatus.Change {
    fileprivate var stalePartKind: StalePart.Kind {
        switch change.kind {
        case .changed: .changed
        case .added: .added
        case .removed: .removed
        case .moved: .moved
        }
    }

    /// What became of the source, in words.
    fileprivate var message: String {
        switch change.kind {
        case .added: return "the source has a new part: “\(excerpt(change.newText ?? ""))”"
        case .removed:
            guard let text = change.oldText else {
                return "the source no longer has a part that is translated near here"
            }
            return "the source no longer has this: “\(excerpt(text))”"
        case .moved: return "the source has this in another place now"
        case .changed:
            guard let old = change.oldText, let new = change.newText else {
                return "the source changed after this was translated; it says “\(excerpt(change.newText ?? ""))” now"
            }
            if change.part == .code { return "the code of the source changed after this was translated" }
            return "the source changed after this was translated: \(Self.difference(WordDiff(old, new)))"
        }
    }

    /// The first difference, and how many more there are: `“two” is “five” now`.
    private static func difference(_ diff: WordDiff) -> String {
        var differences: [(removed: String, added: String)] = []
        var isAfterSame = true
        for piece in diff.pieces {
            guard piece.kind != .same else {
                isAfterSame = true
                continue
            }
            if isAfterSame { differences.append(("", "")) }
            isAfterSame = false
            if piece.kind == .removed {
                differences[differences.count - 1].removed += piece.text
            } else {
                differences[differences.count - 1].added += piece.text
            }
        }
        guard let first = differences.first else { return "only blanks differ" }
        let (removed, added) = (excerpt(first.removed), excerpt(first.added))
        let text =
            removed.isEmpty
            ? "“\(added)” is new" : added.isEmpty ? "“\(removed)” is gone" : "“\(removed)” is “\(added)” now"
        return differences.count == 1 ? text : "\(text), and \(differences.count - 1) more"
    }

    private static func excerpt(_ text: String) -> String { text.collapsingBlanks().shortened(to: 80) }

    private func excerpt(_ text: String) -> String { Self.excerpt(text) }
}
