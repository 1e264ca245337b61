import Bitext

/// Damage of a page, or something doubtful on it, with its place.
public struct Diagnostic: Sendable, Equatable {
    public var severity: Defect.Severity
    /// A short name for the problem, e.g. `unclosed-span`.
    public var rule: String
    public var message: String
    public var location: Location
    public var position: Position

    /// - Parameter location: in a file of the bitext.
    public init(severity: Defect.Severity, rule: String, message: String, at location: Location, of bitext: Bitext) {
        self.severity = severity
        self.rule = rule
        self.message = message
        self.location = location
        position = bitext.position(of: location)
    }

    /// A defect of a bitext, with its position.
    public init(_ defect: Defect, of bitext: Bitext) {
        self.init(
            severity: defect.severity, rule: defect.kind.rawValue, message: defect.message, at: defect.location,
            of: bitext)
    }
}
