/// Two ranges that correspond: the two variants of a segment, or text that both sides share.
public struct Anchor: Sendable, Equatable {
    public let source: SideRange
    /// Empty where the target has nothing for the source. It is then where the translation would be.
    public let target: SideRange
    /// The index in ``Bitext/segments``, or nil for text that both sides share, byte for byte.
    public let segment: Int?

    public init(source: SideRange, target: SideRange, segment: Int?) {
        self.source = source
        self.target = target
        self.segment = segment
    }
}
