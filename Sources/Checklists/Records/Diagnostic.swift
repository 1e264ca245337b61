import Bitext

/// Damage of a page, or something doubtful on it, with its place.
public struct Diagnostic: Sendable, Equatable {
    public var severity: Defect.Severity
    /// A short name for the problem, e.g. `unclosed-span`.
    public var rule: String
    public var message: String
    public var location: Location
    public var position: Position
    /// The file of the source of a page pair, if it is there; nil for the page's own file.
    public var sourcePath: String?

    /// - Parameter location: in a file of the bitext.
    public init(severity: Defect.Severity, rule: String, message: String, at location: Location, of bitext: Bitext) {
        self.severity = severity
        self.rule = rule
        self.message = message
        self.location = location
        position = bitext.position(of: location)
        sourcePath = location.file == bitext[.target].file ? nil : bitext.files[location.file].path
    }

    /// A defect of a bitext, with its position.
    public init(_ defect: Defect, of bitext: Bitext) {
        self.init(
            severity: defect.severity, rule: defect.kind.rawValue, message: defect.message, at: defect.location,
            of: bitext)
    }
}
