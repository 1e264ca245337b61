import Bitext
import MarkdownSyntax

/// What stands in a segment, so that a rule looks only where there is something for it.
///
/// Frozen and inlined: rules in other modules ask for it for each segment.
@frozen
@usableFromInline
package struct SegmentTraits: OptionSet, Sendable {
    @usableFromInline
    package let rawValue: UInt32

    @inlinable
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Both halves are there.
    @inlinable package static var isPaired: SegmentTraits { SegmentTraits(rawValue: 1 << 0) }
    /// Both halves are there and equal byte for byte.
    @inlinable package static var isSame: SegmentTraits { SegmentTraits(rawValue: 1 << 1) }

    // What at least one half holds.
    @inlinable package static var words: SegmentTraits { SegmentTraits(rawValue: 1 << 2) }
    @inlinable package static var numbers: SegmentTraits { SegmentTraits(rawValue: 1 << 3) }
    /// Code-like names: dotted types, names with underscores or digits.
    @inlinable package static var codeNames: SegmentTraits { SegmentTraits(rawValue: 1 << 4) }
    @inlinable package static var placeholders: SegmentTraits { SegmentTraits(rawValue: 1 << 5) }
    @inlinable package static var codeSpans: SegmentTraits { SegmentTraits(rawValue: 1 << 6) }
    @inlinable package static var links: SegmentTraits { SegmentTraits(rawValue: 1 << 7) }
    @inlinable package static var images: SegmentTraits { SegmentTraits(rawValue: 1 << 8) }
    @inlinable package static var emphasis: SegmentTraits { SegmentTraits(rawValue: 1 << 9) }
    @inlinable package static var htmlTags: SegmentTraits { SegmentTraits(rawValue: 1 << 10) }
    @inlinable package static var directives: SegmentTraits { SegmentTraits(rawValue: 1 << 11) }
    /// Brackets or quotes in the text that a reader sees.
    @inlinable package static var brackets: SegmentTraits { SegmentTraits(rawValue: 1 << 12) }
    /// `*`, `_` or `~` in the text that a reader sees: markers that do not render.
    @inlinable package static var visibleMarkers: SegmentTraits { SegmentTraits(rawValue: 1 << 13) }
    /// Control, replacement, zero-width or bidirectional characters, or bytes that look like mojibake.
    @inlinable package static var oddCharacters: SegmentTraits { SegmentTraits(rawValue: 1 << 14) }
    /// A colon, semicolon, exclamation or question mark, or guillemets.
    @inlinable package static var spacedPunctuation: SegmentTraits { SegmentTraits(rawValue: 1 << 15) }
    /// Two blanks behind one another.
    @inlinable package static var doubleBlanks: SegmentTraits { SegmentTraits(rawValue: 1 << 16) }
    /// The same word twice behind one another.
    @inlinable package static var repeatedWords: SegmentTraits { SegmentTraits(rawValue: 1 << 17) }
    /// Code blocks inside the segment, or the segment inside code.
    @inlinable package static var codeBlocks: SegmentTraits { SegmentTraits(rawValue: 1 << 18) }
    /// A full stop or a comma behind a blank.
    @inlinable package static var detachedPunctuation: SegmentTraits { SegmentTraits(rawValue: 1 << 19) }
    /// A character that the first byte of another one may have become, with one behind it that the second may have become.
    @inlinable package static var mojibake: SegmentTraits { SegmentTraits(rawValue: 1 << 20) }
    /// Two words with nothing but the end of a sentence between them.
    @inlinable package static var gluedWords: SegmentTraits { SegmentTraits(rawValue: 1 << 21) }
    /// Nothing, or a blank at the beginning or the end.
    @inlinable package static var blankEdges: SegmentTraits { SegmentTraits(rawValue: 1 << 22) }
    /// In the target, small words of the source's language that the target's has not.
    @inlinable package static var sourceWords: SegmentTraits { SegmentTraits(rawValue: 1 << 23) }
    /// `Get-CsUser`
    @inlinable package static var commands: SegmentTraits { SegmentTraits(rawValue: 1 << 24) }
    /// `-Identity`, `/quiet`
    @inlinable package static var parameters: SegmentTraits { SegmentTraits(rawValue: 1 << 25) }
    /// Paths, files and variables.
    @inlinable package static var paths: SegmentTraits { SegmentTraits(rawValue: 1 << 26) }
    /// Addresses of the web and of mail.
    @inlinable package static var addresses: SegmentTraits { SegmentTraits(rawValue: 1 << 27) }
    /// A half is longer than ``longestCompared``.
    @inlinable package static var isLong: SegmentTraits { SegmentTraits(rawValue: 1 << 28) }
    /// Every segment with both halves.
    @inlinable package static var any: SegmentTraits { isPaired }

    /// Rules compare all that is in one half with all that is in the other, which nobody could wait for in a half of
    /// megabytes. The longest of 5,900 real pages of three locales has 1,745 bytes: what is longer than this is no sentence
    /// but a page that a damaged pair has swallowed, and the damage is reported.
    package static let longestCompared = 1 << 14
}
