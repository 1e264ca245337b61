import ParsedBitext
import SystemPackage

/// A page that a user names, and its configuration.
struct ConfiguredPage {
    let page: PageFinder.Found
    /// The configuration of the page, or nil where there is none.
    let configuration: Configuration?
    /// From the root of the file system, as configurations ask for it.
    private let path: FilePath

    /// - Throws: where the configuration cannot be read.
    init(_ page: PageFinder.Found, _ finder: inout ConfigurationFinder) throws {
        self.page = page
        path = page.path.fromRoot
        configuration = try finder.configuration(for: path)
    }

    /// Whether the configuration says that it is no page.
    var isExcluded: Bool { configuration?.excludes(path) ?? false }

    /// What the configuration says of rules.
    var settings: [String: Configuration.RuleSetting] { configuration?.settings(of: path) ?? [:] }

    /// The target's locale where the page does not name it; nil where nothing says it.
    func locale(_ options: CheckPlan.Options) -> String? {
        options.locale ?? page.locale ?? configuration?.locale(of: path) ?? Language.locale(inPath: path.string)
    }
}
