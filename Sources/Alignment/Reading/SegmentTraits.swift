/// What stands in a segment, so that a rule looks only where there is something for it.
public struct SegmentTraits: OptionSet, Sendable {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Both halves are there.
    public static let isPaired = SegmentTraits(rawValue: 1 << 0)
    /// Both halves are there and equal byte for byte.
    public static let isSame = SegmentTraits(rawValue: 1 << 1)

    // What at least one half holds.
    public static let words = SegmentTraits(rawValue: 1 << 2)
    public static let numbers = SegmentTraits(rawValue: 1 << 3)
    /// Code-like names: dotted types, names with underscores or digits.
    public static let codeNames = SegmentTraits(rawValue: 1 << 4)
    public static let placeholders = SegmentTraits(rawValue: 1 << 5)
    public static let codeSpans = SegmentTraits(rawValue: 1 << 6)
    public static let links = SegmentTraits(rawValue: 1 << 7)
    public static let images = SegmentTraits(rawValue: 1 << 8)
    public static let emphasis = SegmentTraits(rawValue: 1 << 9)
    public static let htmlTags = SegmentTraits(rawValue: 1 << 10)
    public static let directives = SegmentTraits(rawValue: 1 << 11)
    /// Brackets or quotes in the text that a reader sees.
    public static let brackets = SegmentTraits(rawValue: 1 << 12)
    /// `*`, `_` or `~` in the text that a reader sees: markers that do not render.
    public static let visibleMarkers = SegmentTraits(rawValue: 1 << 13)
    /// Control, replacement, zero-width or bidirectional characters, or bytes that look like mojibake.
    public static let oddCharacters = SegmentTraits(rawValue: 1 << 14)
    /// A colon, semicolon, exclamation or question mark, or guillemets.
    public static let spacedPunctuation = SegmentTraits(rawValue: 1 << 15)
    /// Two blanks behind one another.
    public static let doubleBlanks = SegmentTraits(rawValue: 1 << 16)
    /// The same word twice behind one another.
    public static let repeatedWords = SegmentTraits(rawValue: 1 << 17)
    /// Code blocks inside the segment, or the segment inside code.
    public static let codeBlocks = SegmentTraits(rawValue: 1 << 18)
    /// A full stop or a comma behind a blank.
    public static let detachedPunctuation = SegmentTraits(rawValue: 1 << 19)
    /// A character that the first byte of another one may have become, with one behind it that the second may have become.
    public static let mojibake = SegmentTraits(rawValue: 1 << 20)
    /// Two words with nothing but the end of a sentence between them.
    public static let gluedWords = SegmentTraits(rawValue: 1 << 21)
    /// Nothing, or a blank at the beginning or the end.
    public static let blankEdges = SegmentTraits(rawValue: 1 << 22)
    /// In the target, small words of the source's language that the target's has not.
    public static let sourceWords = SegmentTraits(rawValue: 1 << 23)
    /// `Get-CsUser`
    public static let commands = SegmentTraits(rawValue: 1 << 24)
    /// `-Identity`, `/quiet`
    public static let parameters = SegmentTraits(rawValue: 1 << 25)
    /// Paths, files and variables.
    public static let paths = SegmentTraits(rawValue: 1 << 26)
    /// Addresses of the web and of mail.
    public static let addresses = SegmentTraits(rawValue: 1 << 27)
    /// A half is longer than ``longestCompared``.
    public static let isLong = SegmentTraits(rawValue: 1 << 28)
    /// Every segment with both halves.
    public static let any = isPaired

    /// Rules compare all that is in one half with all that is in the other, which nobody could wait for in a half of
    /// megabytes. The longest of 5,900 real pages of three locales has 1,745 bytes: what is longer than this is no sentence
    /// but a page that a damaged pair has swallowed, and the damage is reported.
    static let longestCompared = 1 << 14
}
