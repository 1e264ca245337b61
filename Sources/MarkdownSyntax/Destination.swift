import Bitext

/// The destination of a link or an image, and its title.
public struct Destination: Sendable, Equatable {
    /// With backslash escapes and entities resolved.
    public let url: String
    /// With backslash escapes and entities resolved; empty where there is none.
    public let title: String
    /// Where the destination is on the side, or nil if it was decoded or is in a reference definition.
    public var range: SideRange? { values.map { SideRange($0) } }
    /// ``range`` as plain numbers.
    var values: Range<Int>?
}
