/// One of the two texts of a bitext.
public enum Side: String, Sendable, CaseIterable {
    /// The original text.
    case source
    /// The translation.
    case target

    /// The other side.
    public var opposite: Side { self == .source ? .target : .source }
}
