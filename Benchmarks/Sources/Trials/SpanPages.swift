import Bitext
import BitextReaders
import ParsedBitext

/// Reads a bilingual page of spans.
public func readPage(_ bytes: [UInt8]) throws(BitextReadingError) -> Bitext {
    try SpanPageReader().read([InputFile(path: "", bytes: bytes)])
}

extension Bitext {
    /// The bytes of the page that it was read from.
    public var page: [UInt8] { files[0].bytes }

    /// A stretch of the page as a string.
    public func text(_ range: Range<Int>) -> String { String(decoding: page[range], as: UTF8.self) }

    /// The page as rules see it.
    public func tokenized(path: String = "", locale: String? = nil) -> TokenizedBitext {
        TokenizedBitext(ParsedBitext(self), path: path, locale: locale)
    }
}

extension Segment {
    /// The whole pair with its tags, in bytes of the page.
    public var range: Range<Int> { location.range.values }
}

extension Variant {
    /// What is between a half's tags, in bytes of the page.
    public var content: Range<Int> { origin.range.values }
}
