/// One of the two panels of a bilingual page.
public enum Side: String, Sendable, CaseIterable {
    /// The original text (`data-stu-id`).
    case source
    /// The translation (`data-ttu-id`).
    case target

    /// The other panel.
    public var opposite: Side { self == .source ? .target : .source }
}
