/// What a segment contains, so that a rule looks only at segments that concern it.
///
/// Unless a member says otherwise, it is set when at least one variant contains the thing. Frozen and inlined, because rules
/// in other modules read it for each segment.
@frozen
@usableFromInline
package struct SegmentContents: OptionSet, Sendable {
    @usableFromInline
    package let rawValue: UInt32

    @inlinable
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The segment has both variants.
    @inlinable package static var isPaired: SegmentContents { SegmentContents(rawValue: 1 << 0) }
    /// The segment has both variants, and they are equal byte for byte.
    @inlinable package static var isSame: SegmentContents { SegmentContents(rawValue: 1 << 1) }

    @inlinable package static var words: SegmentContents { SegmentContents(rawValue: 1 << 2) }
    @inlinable package static var numbers: SegmentContents { SegmentContents(rawValue: 1 << 3) }
    /// Names of types and the like, with dots, underscores or digits.
    @inlinable package static var codeNames: SegmentContents { SegmentContents(rawValue: 1 << 4) }
    @inlinable package static var placeholders: SegmentContents { SegmentContents(rawValue: 1 << 5) }
    @inlinable package static var codeSpans: SegmentContents { SegmentContents(rawValue: 1 << 6) }
    @inlinable package static var links: SegmentContents { SegmentContents(rawValue: 1 << 7) }
    @inlinable package static var images: SegmentContents { SegmentContents(rawValue: 1 << 8) }
    @inlinable package static var emphasis: SegmentContents { SegmentContents(rawValue: 1 << 9) }
    @inlinable package static var htmlTags: SegmentContents { SegmentContents(rawValue: 1 << 10) }
    @inlinable package static var directives: SegmentContents { SegmentContents(rawValue: 1 << 11) }
    /// Brackets or quotes in the text that a reader sees.
    @inlinable package static var brackets: SegmentContents { SegmentContents(rawValue: 1 << 12) }
    /// `*`, `_` or `~` in the text that a reader sees: markers that do not render.
    @inlinable package static var visibleMarkers: SegmentContents { SegmentContents(rawValue: 1 << 13) }
    /// Control, replacement, zero-width or bidirectional characters, or bytes that look like mojibake.
    @inlinable package static var oddCharacters: SegmentContents { SegmentContents(rawValue: 1 << 14) }
    /// A colon, semicolon, exclamation or question mark, or guillemets.
    @inlinable package static var spacedPunctuation: SegmentContents { SegmentContents(rawValue: 1 << 15) }
    /// Two blanks in a row.
    @inlinable package static var doubleBlanks: SegmentContents { SegmentContents(rawValue: 1 << 16) }
    /// The same word twice in a row.
    @inlinable package static var repeatedWords: SegmentContents { SegmentContents(rawValue: 1 << 17) }
    /// A code block in the segment, or the segment is part of one.
    @inlinable package static var codeBlocks: SegmentContents { SegmentContents(rawValue: 1 << 18) }
    /// A full stop or a comma after a blank.
    @inlinable package static var detachedPunctuation: SegmentContents { SegmentContents(rawValue: 1 << 19) }
    /// Two characters in a row that can be the first two bytes of one character in the wrong encoding.
    @inlinable package static var mojibake: SegmentContents { SegmentContents(rawValue: 1 << 20) }
    /// Two words with only the punctuation of a sentence's end between them.
    @inlinable package static var gluedWords: SegmentContents { SegmentContents(rawValue: 1 << 21) }
    /// A blank at the beginning or the end, or no text at all.
    @inlinable package static var blankEdges: SegmentContents { SegmentContents(rawValue: 1 << 22) }
    /// Function words of the source's language in the target, which are no words of the target's language.
    @inlinable package static var sourceWords: SegmentContents { SegmentContents(rawValue: 1 << 23) }
    /// `Get-CsUser`
    @inlinable package static var commands: SegmentContents { SegmentContents(rawValue: 1 << 24) }
    /// `-Identity`, `/quiet`
    @inlinable package static var parameters: SegmentContents { SegmentContents(rawValue: 1 << 25) }
    /// Paths, files and variables.
    @inlinable package static var paths: SegmentContents { SegmentContents(rawValue: 1 << 26) }
    /// Web and mail addresses.
    @inlinable package static var addresses: SegmentContents { SegmentContents(rawValue: 1 << 27) }
    /// `PowerShell`, `SharePoint`: words with capitals inside.
    @inlinable package static var names: SegmentContents { SegmentContents(rawValue: 1 << 29) }
    /// A variant is longer than ``maxComparedLength``.
    @inlinable package static var isLong: SegmentContents { SegmentContents(rawValue: 1 << 28) }
    /// Every segment with both variants.
    @inlinable package static var any: SegmentContents { isPaired }

    /// The longest variant that rules compare piece by piece, in bytes, because that takes quadratic time. The longest of
    /// 5,900 real pages of three locales has 1,745 bytes: a longer one is a page that a damaged pair has swallowed, and the
    /// damage is reported.
    package static let maxComparedLength = 1 << 14
}
