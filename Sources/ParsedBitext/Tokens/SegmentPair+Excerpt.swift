import Bitext

extension SegmentPair {
    /// Whether one variant has only blanks of any kind.
    package func isBlank(_ side: Side) -> Bool { markdown(side).isBlankText }

    /// The first characters of one variant, as evidence.
    package func excerpt(_ side: Side, limit: Int = 80) -> String { Self.excerpt(markdown(side), limit: limit) }

    package static func excerpt(_ markdown: ArraySlice<UInt8>, limit: Int = 80) -> String {
        let text = String(decoding: markdown.prefix(limit * 4), as: UTF8.self)
        return text.unicodeScalars.count <= limit ? text : String(Substring(text.unicodeScalars.prefix(limit))) + "…"
    }
}
