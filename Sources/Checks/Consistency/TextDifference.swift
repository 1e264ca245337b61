import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// Where two texts differ, and both around that place, short enough for a message.
struct TextDifference {
    /// The words of the text at hand that the other has not, as offsets of what was handed in; all of it where it only
    /// lacks some.
    let range: Range<Int>
    let here: String
    let elsewhere: String

    /// How many bytes of what both have are shown in front of the difference.
    private static let context = 32
    private static let shown = 80

    /// - Parameter isWhole: whether the other text is all there, so that the ends can be compared too.
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
        let start = prefix <= Self.context ? 0 : Self.wordStart(text, prefix - Self.context / 2)
        here = Self.excerpt(text, from: start, isWhole: true)
        elsewhere = Self.excerpt(other, from: start, isWhole: isWhole)
    }

    /// The beginning of the word that the byte at `count` belongs to.
    private static func wordStart(_ text: ArraySlice<UInt8>, _ count: Int) -> Int {
        var count = count
        while count > 0, !text[text.startIndex + count - 1].isASCIIBlank { count -= 1 }
        return count
    }

    /// As many bytes of the end as are whole words.
    private static func wordEnd(_ text: ArraySlice<UInt8>, _ count: Int) -> Int {
        var count = count
        while count > 0, !text[text.endIndex - count].isASCIIBlank { count -= 1 }
        return count
    }

    private static func excerpt(_ text: ArraySlice<UInt8>, from start: Int, isWhole: Bool) -> String {
        let rest = text.dropFirst(start)
        let string = String(decoding: rest.prefix(shown * 4), as: UTF8.self).onOneLine().trimmingBlanks()
        let scalars = string.unicodeScalars
        let isCut = scalars.count > shown || rest.count > shown * 4
        let end = isCut ? scalars.index(scalars.startIndex, offsetBy: min(shown, scalars.count)) : scalars.endIndex
        return (start > 0 ? "…" : "") + String(scalars[..<end]) + (isCut || !isWhole ? "…" : "")
    }
}
