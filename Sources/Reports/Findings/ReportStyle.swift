/// How a report of findings looks. Which findings it has does not depend on it.
public struct ReportStyle: Sendable {
    /// Whether text is coloured for a terminal.
    public var isColourful = false
    /// How many columns the terminal has that shows the text; nil if no terminal does.
    public var columns: Int?
    /// Whether JSON has both texts of each finding's segment.
    public var showsTexts = true
    /// The address at which `Docs/rules.md` can be read, for the links in SARIF.
    public var rulesAddress: String?

    public init() {}
}
