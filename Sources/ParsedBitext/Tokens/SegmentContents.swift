/// What a segment contains, so that a rule looks only at segments that concern it.
///
/// Unless a member says otherwise, it is set when at least one variant contains the thing.
package struct SegmentContents: OptionSet, Sendable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The segment has both variants.
    package static let isPaired = SegmentContents(rawValue: 1 << 0)
    /// The segment has both variants, and they are equal byte for byte.
    package static let isSame = SegmentContents(rawValue: 1 << 1)

    package static let words = SegmentContents(rawValue: 1 << 2)
    package static let numbers = SegmentContents(rawValue: 1 << 3)
    /// Names of types and the like, with dots, underscores or digits.
    package static let codeNames = SegmentContents(rawValue: 1 << 4)
    package static let placeholders = SegmentContents(rawValue: 1 << 5)
    package static let codeSpans = SegmentContents(rawValue: 1 << 6)
    package static let links = SegmentContents(rawValue: 1 << 7)
    package static let images = SegmentContents(rawValue: 1 << 8)
    package static let emphasis = SegmentContents(rawValue: 1 << 9)
    package static let htmlTags = SegmentContents(rawValue: 1 << 10)
    package static let directives = SegmentContents(rawValue: 1 << 11)
    /// Brackets or quotes in the text that a reader sees.
    package static let brackets = SegmentContents(rawValue: 1 << 12)
    /// `*`, `_` or `~` in the text that a reader sees: markers that do not render.
    package static let visibleMarkers = SegmentContents(rawValue: 1 << 13)
    /// Control, replacement, zero-width or bidirectional characters, or bytes that look like mojibake.
    package static let oddCharacters = SegmentContents(rawValue: 1 << 14)
    /// A colon, semicolon, exclamation or question mark, or guillemets.
    package static let spacedPunctuation = SegmentContents(rawValue: 1 << 15)
    /// Two blanks in a row.
    package static let doubleBlanks = SegmentContents(rawValue: 1 << 16)
    /// The same word twice in a row.
    package static let repeatedWords = SegmentContents(rawValue: 1 << 17)
    /// A code block in the segment, or the segment is part of one.
    package static let codeBlocks = SegmentContents(rawValue: 1 << 18)
    /// A full stop or a comma after a blank.
    package static let detachedPunctuation = SegmentContents(rawValue: 1 << 19)
    /// Two characters in a row that can be the first two bytes of one character in the wrong encoding.
    package static let mojibake = SegmentContents(rawValue: 1 << 20)
    /// Two words with only the punctuation of a sentence's end between them.
    package static let gluedWords = SegmentContents(rawValue: 1 << 21)
    /// A blank at the beginning or the end, or no text at all.
    package static let blankEdges = SegmentContents(rawValue: 1 << 22)
    /// Function words of the source's language in the target, which are no words of the target's language.
    package static let sourceWords = SegmentContents(rawValue: 1 << 23)
    /// `Get-CsUser`
    package static let commands = SegmentContents(rawValue: 1 << 24)
    /// `-Identity`, `/quiet`
    package static let parameters = SegmentContents(rawValue: 1 << 25)
    /// Paths, files and variables.
    package static let paths = SegmentContents(rawValue: 1 << 26)
    /// Web and mail addresses.
    package static let addresses = SegmentContents(rawValue: 1 << 27)
    /// A variant is longer than ``maxComparedLength``.
    package static let isLong = SegmentContents(rawValue: 1 << 28)
    /// Every segment with both variants.
    package static let any = isPaired

    /// The longest variant that rules compare piece by piece, in bytes, because that takes quadratic time. The longest of
    /// 5,900 real pages of three locales has 1,745 bytes: a longer one is a page that a damaged pair has swallowed, and the
    /// damage is reported.
    package static let maxComparedLength = 1 << 14
}
