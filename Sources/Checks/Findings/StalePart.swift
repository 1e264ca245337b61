import Bitext

/// A part of a page pair whose source says something else than when it was translated, see ``StaleSegment``.
package struct StalePart: Sendable {
    /// What became of the part of the source.
    package enum Kind: Sendable {
        case changed, added, removed, moved
    }

    package let kind: Kind
    /// In the file of the target. Empty where the target has nothing for it.
    package let target: FileRange
    /// In the source as it is; nil where the part was removed.
    package let source: SideRange?
    /// What changed, in words.
    package let message: String
    /// The text of the source as it is, or as it was where it was removed.
    package let text: String

    package init(_ kind: Kind, target: FileRange, source: SideRange?, message: String, text: String) {
        self.kind = kind
        self.target = target
        self.source = source
        self.message = message
        self.text = text
    }
}
