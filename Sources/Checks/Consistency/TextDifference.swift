/// The difference between two texts, with an excerpt of both around it for a message.
struct TextDifference {
    /// The range of the words in the first text that the second one does not have. The whole text if it only lacks
    /// words.
    let range: Range<Int>
    /// An excerpt of the first text.
    let text: String
    /// An excerpt of the second text.
    let other: String

    /// The maximum number of equal bytes to show before the difference.
    private static let maxContext = 32
    /// The maximum number of characters in an excerpt.
    private static let maxExcerpt = 80

    /// - Parameter isWhole: whether the second text is complete, so that the ends can be compared.
    init(_ text: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>, isWhole: Bool) {
        var prefix = zip(text, other).prefix { $0 == $1 }.count
        prefix = Self.wordStart(text, prefix)
        var suffix = 0
        if isWhole {
            let limit = min(text.count, other.count) - prefix
            suffix = zip(text.reversed(), other.reversed()).prefix { $0 == $1 }.count
            suffix = Self.wordEnd(text, min(suffix, limit))
        }
        let lower = text.startIndex + prefix
        let upper = text.endIndex - suffix
        range = lower < upper ? lower..<upper : text.startIndex..<text.endIndex
        let start = prefix <= Self.maxContext ? 0 : Self.wordStart(text, prefix - Self.maxContext / 2)
        self.text = Self.excerpt(text, from: start, isWhole: true)
        self.other = Self.excerpt(other, from: start, isWhole: isWhole)
    }

    /// The largest number of first bytes, up to `count`, that does not end inside a word.
    private static func wordStart(_ text: ArraySlice<UInt8>, _ count: Int) -> Int {
        var count = count
        while count > 0, !text[text.startIndex + count - 1].isASCIIBlank { count -= 1 }
        return count
    }

    /// The largest number of last bytes, up to `count`, that does not begin inside a word.
    private static func wordEnd(_ text: ArraySlice<UInt8>, _ count: Int) -> Int {
        var count = count
        while count > 0, !text[text.endIndex - count].isASCIIBlank { count -= 1 }
        return count
    }

    private static func excerpt(_ text: ArraySlice<UInt8>, from start: Int, isWhole: Bool) -> String {
        let rest = text.dropFirst(start)
        let string = String(decoding: rest.prefix(maxExcerpt * 4), as: UTF8.self).replacingControlCharacters()
            .trimmingWhitespace()
        let scalars = string.unicodeScalars
        let isCut = scalars.count > maxExcerpt || rest.count > maxExcerpt * 4
        let end = isCut ? scalars.index(scalars.startIndex, offsetBy: min(maxExcerpt, scalars.count)) : scalars.endIndex
        return (start > 0 ? "…" : "") + String(scalars[..<end]) + (isCut || !isWhole ? "…" : "")
    }
}
