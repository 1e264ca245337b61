/// One translation unit: a sentence, a heading or a whole paragraph in both languages.
public struct Segment: Sendable, Equatable {
    /// The id in the file (`data-ttu-id`, a unit's id), or one that the reader made (the number of the line).
    public let id: String
    /// Where the id is in the file, or nil if the reader made it.
    public let idLocation: Location?
    /// nil if the segment has no source.
    public let source: Variant?
    /// nil if the segment has no target.
    public let target: Variant?
    /// The whole unit with its markup.
    public let location: Location
    /// Whether the variants may not belong together: two pages differ there, and neither words nor names say that one text translates the
    /// other.
    package let isDoubtful: Bool

    /// - Parameter location: of the whole unit with its markup.
    public init(id: String, idLocation: Location?, source: Variant?, target: Variant?, location: Location) {
        self.init(id: id, idLocation: idLocation, source: source, target: target, location: location, isDoubtful: false)
    }

    package init(
        id: String, idLocation: Location?, source: Variant?, target: Variant?, location: Location, isDoubtful: Bool
    ) {
        self.id = id
        self.idLocation = idLocation
        self.source = source
        self.target = target
        self.location = location
        self.isDoubtful = isDoubtful
    }

    /// The variant of one side.
    @inlinable
    public subscript(side: Side) -> Variant? { side == .source ? source : target }
}

/// A segment's text in one language (TMX's "tuv").
public struct Variant: Sendable, Equatable {
    /// The text on its side. If another segment interrupts the variant, the part before that segment.
    public let range: SideRange
    /// Where the text was read.
    public let origin: Location

    /// - Parameters:
    ///   - range: on the side.
    ///   - origin: where the text was read.
    public init(range: SideRange, origin: Location) {
        self.range = range
        self.origin = origin
    }
}
