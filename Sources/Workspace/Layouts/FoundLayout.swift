/// Where a tree of folders keeps translations and their sources, as ``LayoutSearch`` found it.
public struct FoundLayout: Sendable, Equatable {
    /// What people call the layout: "a folder per locale".
    public let name: String
    /// The pattern of the translations, as `pairs` in a `.diptych.yml` has it.
    public let target: String
    /// The pattern of their sources.
    public let source: String
    /// The names of the locales as they are written in paths, in order.
    public let locales: [String]
    /// How many translations there are.
    public let pages: Int
    /// How many of them have their source.
    public let paired: Int
    /// The locale of all pages, where the paths of the pages do not have it.
    public let locale: String?

    init(
        _ name: String, target: String, source: String, locales: [String], pages: Int, paired: Int,
        locale: String? = nil
    ) {
        self.name = name
        self.target = target
        self.source = source
        self.locales = locales
        self.pages = pages
        self.paired = paired
        self.locale = locale
    }
}
