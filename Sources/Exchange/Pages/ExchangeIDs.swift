import Bitext

/// The ids of a page's segments in exchange files: those of the page, where they can be XML names tokens and are unique.
enum ExchangeIDs {
    /// The id of each segment. Depends only on the page, so that import finds the segment again.
    static func all(of bitext: Bitext) -> [String] {
        var used: Set<String> = []
        used.reserveCapacity(bitext.segments.count)
        return bitext.segments.enumerated().map { index, segment in
            if isToken(segment.id), used.insert(segment.id).inserted { return segment.id }
            var id = "segment.\(index + 1)"
            while !used.insert(id).inserted { id += "." }
            return id
        }
    }

    /// Whether a text is a name token of ASCII characters, and is so in XLIFF, TMX and PO (XML 1.0, production 7).
    private static func isToken(_ id: String) -> Bool {
        !id.isEmpty && id.utf8.count <= 128
            && id.utf8.allSatisfy { $0.isASCIIAlphanumeric || $0.isOne(of: "-._") }
    }
}
