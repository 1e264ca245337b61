/// One translation unit: a sentence, a heading or a whole paragraph in both languages.
public struct Segment: Sendable, Equatable {
    /// The name that the reader found or gave: `data-ttu-id`, a unit's id, the number of a line.
    public let id: String
    /// Where the id is written, or nil where the reader gave it.
    public let idLocation: Location?
    /// The original, or nil where it is missing.
    public let source: Variant?
    /// The translation, or nil where it is missing.
    public let target: Variant?
    /// The whole unit with its markup.
    public let location: Location

    public init(id: String, idLocation: Location?, source: Variant?, target: Variant?, location: Location) {
        self.id = id
        self.idLocation = idLocation
        self.source = source
        self.target = target
        self.location = location
    }

    /// The variant of one side.
    public subscript(side: Side) -> Variant? { side == .source ? source : target }
}

/// A segment's text in one language (TMX's "tuv").
public struct Variant: Sendable, Equatable {
    /// The text on its side. Of a variant that another segment interrupts, the first part.
    public let range: SideRange
    /// Where the text was read.
    public let origin: Location

    public init(range: SideRange, origin: Location) {
        self.range = range
        self.origin = origin
    }
}
