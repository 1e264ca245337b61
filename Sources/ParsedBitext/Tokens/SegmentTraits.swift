import Bitext
import MarkdownSyntax

/// What stands in a segment, so that a rule looks only where there is something for it.
package struct SegmentTraits: OptionSet, Sendable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Both halves are there.
    package static let isPaired = SegmentTraits(rawValue: 1 << 0)
    /// Both halves are there and equal byte for byte.
    package static let isSame = SegmentTraits(rawValue: 1 << 1)

    // What at least one half holds.
    package static let words = SegmentTraits(rawValue: 1 << 2)
    package static let numbers = SegmentTraits(rawValue: 1 << 3)
    /// Code-like names: dotted types, names with underscores or digits.
    package static let codeNames = SegmentTraits(rawValue: 1 << 4)
    package static let placeholders = SegmentTraits(rawValue: 1 << 5)
    package static let codeSpans = SegmentTraits(rawValue: 1 << 6)
    package static let links = SegmentTraits(rawValue: 1 << 7)
    package static let images = SegmentTraits(rawValue: 1 << 8)
    package static let emphasis = SegmentTraits(rawValue: 1 << 9)
    package static let htmlTags = SegmentTraits(rawValue: 1 << 10)
    package static let directives = SegmentTraits(rawValue: 1 << 11)
    /// Brackets or quotes in the text that a reader sees.
    package static let brackets = SegmentTraits(rawValue: 1 << 12)
    /// `*`, `_` or `~` in the text that a reader sees: markers that do not render.
    package static let visibleMarkers = SegmentTraits(rawValue: 1 << 13)
    /// Control, replacement, zero-width or bidirectional characters, or bytes that look like mojibake.
    package static let oddCharacters = SegmentTraits(rawValue: 1 << 14)
    /// A colon, semicolon, exclamation or question mark, or guillemets.
    package static let spacedPunctuation = SegmentTraits(rawValue: 1 << 15)
    /// Two blanks behind one another.
    package static let doubleBlanks = SegmentTraits(rawValue: 1 << 16)
    /// The same word twice behind one another.
    package static let repeatedWords = SegmentTraits(rawValue: 1 << 17)
    /// Code blocks inside the segment, or the segment inside code.
    package static let codeBlocks = SegmentTraits(rawValue: 1 << 18)
    /// A full stop or a comma behind a blank.
    package static let detachedPunctuation = SegmentTraits(rawValue: 1 << 19)
    /// A character that the first byte of another one may have become, with one behind it that the second may have become.
    package static let mojibake = SegmentTraits(rawValue: 1 << 20)
    /// Two words with nothing but the end of a sentence between them.
    package static let gluedWords = SegmentTraits(rawValue: 1 << 21)
    /// Nothing, or a blank at the beginning or the end.
    package static let blankEdges = SegmentTraits(rawValue: 1 << 22)
    /// In the target, small words of the source's language that the target's has not.
    package static let sourceWords = SegmentTraits(rawValue: 1 << 23)
    /// `Get-CsUser`
    package static let commands = SegmentTraits(rawValue: 1 << 24)
    /// `-Identity`, `/quiet`
    package static let parameters = SegmentTraits(rawValue: 1 << 25)
    /// Paths, files and variables.
    package static let paths = SegmentTraits(rawValue: 1 << 26)
    /// Addresses of the web and of mail.
    package static let addresses = SegmentTraits(rawValue: 1 << 27)
    /// A half is longer than ``longestCompared``.
    package static let isLong = SegmentTraits(rawValue: 1 << 28)
    /// Every segment with both halves.
    package static let any = isPaired

    /// Rules compare all that is in one half with all that is in the other, which nobody could wait for in a half of
    /// megabytes. The longest of 5,900 real pages of three locales has 1,745 bytes: what is longer than this is no sentence
    /// but a page that a damaged pair has swallowed, and the damage is reported.
    package static let longestCompared = 1 << 14
}
