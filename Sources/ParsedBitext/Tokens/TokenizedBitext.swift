import Bitext
import MarkdownSyntax

/// A bitext as the rules see it: both sides parsed and taken apart, segment by segment.
public final class TokenizedBitext: Sendable {
    /// What the bitext is called in findings.
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
    /// What is in each segment, both sides together.
    @usableFromInline
    package let traits: [SegmentTraits]
    /// What is in any segment with both variants that differ.
    @usableFromInline
    package let allTraits: SegmentTraits

    public var bitext: Bitext { parsed.bitext }

    /// - Parameters:
    ///   - path: names the locale of the target where the bitext does not.
    ///   - locale: names it where neither does.
    public init(_ parsed: ParsedBitext, path: String, locale: String? = nil) {
        let bitext = parsed.bitext
        self.parsed = parsed
        self.path = path
        language = Language(ofTarget: bitext, path: path, locale: locale)
        sourceLanguage = Language(ofSource: bitext)
        let count = bitext.segments.count
        let source = SideTokens(parsed.source, segments: count, language: sourceLanguage, isSource: true)
        let target = SideTokens(parsed[.target], segments: count, language: language, isSource: false)
        var traits: [SegmentTraits] = []
        traits.reserveCapacity(count)
        var all: SegmentTraits = []
        bitext.withSides { sourceBytes, targetBytes in
            for index in 0..<count {
                var own = Self.traits(of: bitext.segments[index], sourceBytes, targetBytes)
                own.formUnion(source.traits[index])
                own.formUnion(target.traits[index])
                traits.append(own)
                if own.contains(.isPaired), !own.contains(.isSame) { all.formUnion(own) }
            }
        }
        self.source = source
        self.target = target
        self.traits = traits
        allTraits = all
    }

    /// What a segment's two variants show as bytes.
    private static func traits(of segment: Segment, _ sourceBytes: Bytes, _ targetBytes: Bytes) -> SegmentTraits {
        guard let source = segment.source?.range.values, let target = segment.target?.range.values else { return [] }
        var traits = SegmentTraits.isPaired
        if sourceBytes.isEqual(source, targetBytes, target) { traits.insert(.isSame) }
        if sourceBytes.hasBlankEdge(source) || targetBytes.hasBlankEdge(target) { traits.insert(.blankEdges) }
        if max(source.count, target.count) > SegmentTraits.longestCompared { traits.insert(.isLong) }
        return traits
    }

    /// One side, taken apart.
    @inlinable
    package func tokens(_ side: Side) -> SideTokens { side == .source ? source : target }
}

extension UnsafeBufferPointer where Element == UInt8 {
    /// Whether a stretch is the same bytes as a stretch of another text.
    fileprivate func isEqual(_ own: Range<Int>, _ other: Bytes, _ range: Range<Int>) -> Bool {
        // Most that are not equal differ in length, at the beginning or at the end.
        guard own.count == range.count, let last = own.last, let otherLast = range.last else {
            return own.isEmpty && range.isEmpty
        }
        return self[own.lowerBound] == other[range.lowerBound] && self[last] == other[otherLast]
            && UnsafeBufferPointer(rebasing: self[own]).elementsEqual(UnsafeBufferPointer(rebasing: other[range]))
    }

    /// Whether a half is empty, or begins or ends with a blank of any kind.
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
