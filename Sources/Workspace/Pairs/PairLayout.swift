import ParsedBitext
import SystemPackage

/// Where translations and their sources are: an entry of `pairs` in a `.diptych.yml`.
///
///     pairs:
///       - target: "content/{locale}/{path}"
///         source: "content/en/{path}"
struct PairLayout: Sendable {
    let target: PathPattern
    let source: PathPattern
    /// The locales that the pages are translated into, as the configuration lists them; empty for all that there are.
    let listed: [ListedLocale]
    /// The folder of the configuration, from which both patterns start.
    let folder: FilePath
    /// The folder that sources must be below, without links; nil where the user named the configuration.
    let limit: FilePath?

    /// A locale that a configuration lists, and where.
    struct ListedLocale: Sendable {
        let name: String
        let line: Int
        let column: Int
    }

    /// The names of the locales that are listed.
    var locales: [String] { listed.map(\.name) }

    /// What a layout says of a page.
    enum Role: Equatable {
        /// It is a translation.
        /// - Parameter within: the folder that the source must be below, links followed; nil for any.
        case target(source: FilePath, locale: String?, within: FilePath?)
        case source
    }

    /// What a page is.
    ///
    /// - Parameter page: a path from the root of the file system.
    /// - Returns: nil for a page that is not in the layout.
    func role(of page: FilePath) -> Role? {
        guard let path = path(of: page) else { return source(of: page) }
        if let values = target.values(in: path), let name = source.path(values) {
            let place = place(name)
            if place == page { return .source }
            // A value can lead out of the folder of the sources with `..`, or to a file that is no page.
            guard place.isBelow(self.place(self.source.root)), place.lastComponent.map(isPage) ?? false else {
                return nil
            }
            let locale = values["locale"].map { Language.canonical(String($0)) }
            guard locales.isEmpty || locale.map(includes) ?? true else { return nil }
            return .target(source: place, locale: locale, within: limit)
        }
        return source(of: page)
    }

    /// The locale of a page that has the place of a translation, as its path has it, whether the locale is listed or not.
    ///
    /// - Parameter page: a path from the root of the file system.
    func localeOfTranslation(_ page: FilePath) -> String? {
        guard let values = path(of: page).flatMap(target.values), let locale = values["locale"],
            let name = source.path(values), place(name) != page
        else { return nil }
        return String(locale)
    }

    /// Whether a locale is that of the sources: its translations would be in their places.
    func isOfSources(_ locale: String) -> Bool {
        var values = PathPattern.Values(target.names.map { ($0, "x") }, uniquingKeysWith: { first, _ in first })
        values["locale"] = locale[...]
        return target.path(values).map { path in source.path(values).map(place) == place(path) } ?? false
    }

    /// The translation of a source page.
    ///
    /// - Parameter locale: as the folders are named.
    /// - Returns: nil for a page that is no source in this layout.
    func translation(of page: FilePath, locale: String) -> FilePath? {
        guard var values = sourceValues(of: page) else { return nil }
        values["locale"] = values["locale"] ?? locale[...]
        return target.path(values).map(place)
    }

    /// The language that the path of a source says, and the paths of its translations do not.
    func localeOfSource(_ page: FilePath) -> String? {
        // No language has this tag.
        translation(of: page, locale: "qqq").flatMap { SourcePage.locales($0, page).source }
    }

    private func source(of page: FilePath) -> Role? { sourceValues(of: page) == nil ? nil : .source }

    private func sourceValues(of page: FilePath) -> PathPattern.Values? {
        // A source can be in a folder beside that of the configuration.
        var (path, root) = (page, folder)
        var pattern = source.text[...]
        var prefix = ""
        while pattern.hasPrefix("../") {
            pattern = pattern.dropFirst(3)
            prefix += "../"
            root.removeLastComponent()
        }
        guard path.removePrefix(root) else { return nil }
        return source.values(in: prefix + path.string)
    }

    private func isPage(_ name: FilePath.Component) -> Bool {
        PageEnding.all.contains(name.extension?.lowercased() ?? "")
    }

    private func includes(_ locale: String) -> Bool {
        locales.contains { Language.canonical($0) == locale }
    }

    private func path(of page: FilePath) -> String? {
        var path = page
        return path.removePrefix(folder) ? path.string : nil
    }

    private func place(_ path: String) -> FilePath { folder.pushing(FilePath(path)).lexicallyNormalized() }
}
