import Bitext

/// A bitext as the rules see it: both sides parsed and split into tokens, segment by segment.
public final class TokenizedBitext: Sendable {
    /// The name of the bitext in findings.
    public let path: String
    /// The language of the source.
    public let sourceLanguage: Language
    /// The language of the target.
    public let language: Language
    package let parsed: ParsedBitext
    @usableFromInline
    package let source: SideTokens
    @usableFromInline
    package let target: SideTokens
    /// What each segment contains, both sides together.
    @usableFromInline
    package let contents: [SegmentContents]
    /// What the segments contain that have two different variants, all together.
    @usableFromInline
    package let allContents: SegmentContents

    /// The bitext, as it was read.
    public var bitext: Bitext { parsed.bitext }

    /// - Parameters:
    ///   - path: gives the target's locale if the bitext does not.
    ///   - locale: the target's locale if neither gives it.
    public init(_ parsed: ParsedBitext, path: String, locale: String? = nil) {
        let bitext = parsed.bitext
        self.parsed = parsed
        self.path = path
        language = Language(ofTarget: bitext, path: path, locale: locale)
        sourceLanguage = Language(ofSource: bitext)
        let count = bitext.segments.count
        let source = SideTokens(parsed.source, segmentCount: count, language: sourceLanguage, isSource: true)
        let target = SideTokens(parsed[.target], segmentCount: count, language: language, isSource: false)
        var contents: [SegmentContents] = []
        contents.reserveCapacity(count)
        var all: SegmentContents = []
        bitext.withSides { sourceBytes, targetBytes in
            for index in 0..<count {
                var own = Self.contents(of: bitext.segments[index], sourceBytes, targetBytes)
                own.formUnion(source.contents[index])
                own.formUnion(target.contents[index])
                contents.append(own)
                if own.contains(.isPaired), !own.contains(.isSame) { all.formUnion(own) }
            }
        }
        self.source = source
        self.target = target
        self.contents = contents
        allContents = all
    }

    /// What can be said about a segment from the bytes of its two variants.
    private static func contents(of segment: Segment, _ sourceBytes: Bytes, _ targetBytes: Bytes) -> SegmentContents {
        guard let source = segment.source?.range.values, let target = segment.target?.range.values else { return [] }
        var contents = SegmentContents.isPaired
        if sourceBytes.isEqual(source, targetBytes, target) { contents.insert(.isSame) }
        if sourceBytes.hasBlankEdge(source) || targetBytes.hasBlankEdge(target) { contents.insert(.blankEdges) }
        if max(source.count, target.count) > SegmentContents.maxComparedLength { contents.insert(.isLong) }
        return contents
    }

    /// The tokens of one side.
    @inlinable
    package func tokens(_ side: Side) -> SideTokens { side == .source ? source : target }
}

extension UnsafeBufferPointer where Element == UInt8 {
    /// Whether a range has the same bytes as a range of another text.
    fileprivate func isEqual(_ own: Range<Int>, _ other: Bytes, _ range: Range<Int>) -> Bool {
        // Most unequal variants differ in length, in the first byte or in the last.
        guard own.count == range.count, let last = own.last, let otherLast = range.last else {
            return own.isEmpty && range.isEmpty
        }
        return self[own.lowerBound] == other[range.lowerBound] && self[last] == other[otherLast]
            && UnsafeBufferPointer(rebasing: self[own]).elementsEqual(UnsafeBufferPointer(rebasing: other[range]))
    }

    /// Whether a variant is empty, or begins or ends with a blank of any kind.
    @inline(__always)
    fileprivate func hasBlankEdge(_ range: Range<Int>) -> Bool {
        guard range.count > 0 else { return true }
        let first = self[range.lowerBound]
        if self[range.upperBound - 1].isASCIIBlank || first.isASCIIBlank { return true }
        guard first >= 0xC2, range.count >= 2 else { return false }
        let second = self[range.lowerBound + 1]
        switch first {
        case 0xC2: return second == 0xA0
        case 0xE2: return second == 0x80 || second == 0x81
        case 0xE3: return second == 0x80
        default: return false
        }
    }
}
