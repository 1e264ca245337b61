/// How an item changed from one revision of its page to the next. The most serious change comes first.
public enum ItemChange: String, Sendable, CaseIterable, Comparable {
    /// Only the new revision has it.
    case added
    /// Only the old revision has it.
    case removed
    /// Its source text was edited.
    case changed
    /// The code that belongs to it was edited, added or taken.
    case codeChanged = "code-changed"
    /// It is in another checklist, below another item, or in another order among those that stayed.
    case moved
    /// The source of what is below its text was edited: paragraphs, pictures, tables, notes, destinations of links.
    case detailsChanged = "details-changed"
    /// Only the translation differs.
    case retranslated
    /// A reader of the page sees the same. Segment ids, lines, numbers, markup and indentation may differ.
    case unchanged

    /// Whether it is graver.
    public static func < (left: ItemChange, right: ItemChange) -> Bool { left.gravity < right.gravity }

    private var gravity: Int { -(Self.allCases.firstIndex(of: self) ?? 0) }
}

extension [ItemChange] {
    /// Whether the item says or does something else than before, so that a tick of it no longer counts.
    package var changeTask: Bool { contains { $0 == .changed || $0 == .codeChanged || $0 == .detailsChanged } }
}
