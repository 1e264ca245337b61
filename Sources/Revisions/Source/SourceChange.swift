/// A part of a source page that differs from an earlier revision of the page.
package struct SourceChange: Sendable, Equatable {
    /// What became of the part.
    package enum Kind: String, Sendable, CaseIterable {
        case changed, added, removed
        /// It is at another place, and place matters there.
        case moved
    }

    /// What the part is.
    package enum Part: String, Sendable, CaseIterable {
        case title, description
        case section, heading, paragraph, list, item, table, row, quote, code, markup
    }

    package let kind: Kind
    package let part: Part
    /// Its bytes in the old revision; nil where it was added, or where the old revision is not known.
    package var old: Range<Int>?
    /// Its bytes in the new revision; nil where it was removed.
    package var new: Range<Int>?
    /// What an added or removed part follows, in the revision that the translation has: nil at the beginning of the page.
    package var previous: Range<Int>?
    /// The text as the pages have it, on one line; nil where a revision does not have it.
    package var oldText: String?
    package var newText: String?
}
