/// Two ranges that correspond: the two variants of a segment, or text outside of segments.
public struct Anchor: Sendable, Equatable {
    /// Empty where the source has nothing for the target.
    public let source: SideRange
    /// Empty where the target has nothing for the source. It is then where the translation would be.
    public let target: SideRange
    /// The index in ``Bitext/segments``, or nil for text outside of segments.
    public let segment: Int?
    /// Whether both sides share the text, byte for byte. On page pairs, text outside of segments can differ, too.
    public let isShared: Bool

    /// - Parameter isShared: whether both sides share the text; nil if they do wherever there is no segment.
    public init(source: SideRange, target: SideRange, segment: Int?, isShared: Bool? = nil) {
        self.source = source
        self.target = target
        self.segment = segment
        self.isShared = isShared ?? (segment == nil)
    }
}
