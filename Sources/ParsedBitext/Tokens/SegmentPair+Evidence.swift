import Bitext


extension SegmentPair {
    /// Whether one half holds nothing but blanks of any kind.
    package func isBlank(_ side: Side) -> Bool {
        var markdown = markdown(side)
        while let first = markdown.first {
            switch first {
            case _ where first.isASCIIBlank: markdown.removeFirst()
            // No-break space, zero-width space and their kin, ideographic space.
            case 0xC2 where markdown.dropFirst().first == 0xA0: markdown.removeFirst(2)
            case 0xE2 where markdown.startsWithWideBlank: markdown.removeFirst(3)
            case 0xE3 where markdown.starts(with: [0xE3, 0x80, 0x80]): markdown.removeFirst(3)
            default: return false
            }
        }
        return true
    }

    /// The beginning of one half, as evidence.
    package func excerpt(_ side: Side, limit: Int = 80) -> String { Self.excerpt(markdown(side), limit: limit) }

    package static func excerpt(_ markdown: ArraySlice<UInt8>, limit: Int = 80) -> String {
        let text = String(decoding: markdown.prefix(limit * 4), as: UTF8.self)
        return text.unicodeScalars.count <= limit ? text : String(text.unicodeScalars.prefix(limit)) + "…"
    }
}

extension String {
    fileprivate init(_ scalars: Substring.UnicodeScalarView) {
        self.init(Substring(scalars))
    }
}
