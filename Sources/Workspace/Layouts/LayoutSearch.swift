import ParsedBitext
import SystemPackage

/// Looks in a tree of folders for the layouts that documentation in several languages usually has.
public struct LayoutSearch {
    /// The paths of the pages from the folder.
    private let paths: [String]
    private let known: Set<String>
    private let folder: FilePath
    /// What could not be listed.
    public let errors: [FileError]

    /// - Parameter folder: with the configuration that is to be written.
    /// - Throws: ``FileError`` if it is no folder.
    public init(listing folder: FilePath) throws(FileError) {
        try Build.requireFolder(folder)
        var walk = FolderWalk(gitIgnore: GitIgnore(folder), skipsOutputs: true)
        paths = walk.files(below: folder, where: PageFinder.isPage).map(\.string)
        known = Set(paths)
        errors = walk.errors
        self.folder = folder
    }

    /// How many pages there are.
    public var pageCount: Int { paths.count }

    /// The layouts of the tree, those with the most pages first. Of a page in several, the first counts.
    public var layouts: [FoundLayout] {
        let found = docusaurus + localeFolders + fileNames
        // A repository per locale has no locale in its paths.
        return found.isEmpty
            ? repository.map { [$0] } ?? [] : found.sorted { ($1.paired, $0.target) < ($0.paired, $1.target) }
    }

    // MARK: Docusaurus

    /// `i18n/LOCALE/docusaurus-plugin-content-docs/current` and its kin (https://docusaurus.io/docs/i18n/introduction).
    private var docusaurus: [FoundLayout] {
        let folders = Set(
            paths.compactMap { path in
                path.firstRange(of: "i18n/").flatMap { range in
                    range.lowerBound == path.startIndex || path[..<range.lowerBound].hasSuffix("/")
                        ? String(path[..<range.lowerBound]) : nil
                }
            })
        return folders.sorted().flatMap { site in
            Self.docusaurusFolders.compactMap { translated, original in
                layout("Docusaurus", target: "\(site)i18n/{locale}/\(translated)", source: "\(site)\(original)")
            }
        }
    }

    private static let docusaurusFolders = [
        ("docusaurus-plugin-content-docs/current/{path}", "docs/{path}"),
        ("docusaurus-plugin-content-docs/version-{version}/{path}", "versioned_docs/version-{version}/{path}"),
        ("docusaurus-plugin-content-blog/{path}", "blog/{path}"),
        ("docusaurus-plugin-content-pages/{path}", "src/pages/{path}"),
    ]

    // MARK: A folder per locale

    /// `content/fr/page.md`, with `content/en/page.md` or `content/page.md` as the source.
    private var localeFolders: [FoundLayout] {
        // The pages below each folder that may hold a folder per locale.
        var places: [String: [String]] = [:]
        for path in paths where !path.contains("i18n/") {
            let folders = path.split(separator: "/").dropLast()
            for (index, name) in folders.enumerated() where Language.isTag(name) {
                places[folders[..<index].map { $0 + "/" }.joined(), default: []].append(path)
            }
        }
        return places.sorted { $0.key < $1.key }.compactMap { place, pages in
            let target = "\(place){locale}/{path}"
            var sources = english(below: place).map { "\(place)\($0)/{path}" }
            sources.append("\(place){path}")
            // MDN has its English pages in a repository of their own (https://github.com/mdn/translated-content).
            for name in ["content", "docs"] {
                sources += english(below: "../\(name)/\(place)").map { "../\(name)/\(place)\($0)/{path}" }
            }
            return sources.compactMap { layout("a folder per locale", target: target, source: $0, of: pages) }
                .max { $0.paired < $1.paired }
        }
    }

    /// The folders with English pages in a folder, such as `en` and `en-us`.
    private func english(below place: String) -> [String] {
        let names = (try? FileSystem.names(in: folder.pushing(FilePath(place)).lexicallyNormalized())) ?? []
        return names.map(\.string).filter { Language.isTag($0[...]) && Language(locale: $0).code == "en" }
    }

    // MARK: File names

    /// `page.fr.md`, with `page.md` or `page.en.md` as the source.
    private var fileNames: [FoundLayout] {
        let endings = PageFinder.extensions
        return endings.compactMap { ending in
            let target = "{path}.{locale}.\(ending)"
            return ["{path}.\(ending)", "{path}.en.\(ending)"].compactMap {
                layout("file names with a locale", target: target, source: $0)
            }.max { $0.paired < $1.paired }
        }
    }

    // MARK: A repository per locale

    /// `docs.fr-fr` beside `docs`, `docs.en` or `docs.en-us`; `fr.site` beside `site` or `en.site`.
    private var repository: FoundLayout? {
        let root = folder.fromRoot
        guard let name = root.lastComponent?.string, !paths.isEmpty else { return nil }
        let parts = name.split(separator: ".")
        guard let index = parts.lastIndex(where: { Language.isTag($0) }),
            Language(locale: String(parts[index])).code != "en"
        else { return nil }
        let rest = parts[..<index] + parts[(index + 1)...]
        let siblings = (try? FileSystem.names(in: root.removingLastComponent()).map(\.string)) ?? []
        let source = siblings.first { sibling in
            let others = sibling.split(separator: ".")
            if others.elementsEqual(rest) { return true }
            return others.count == parts.count && Language.isTag(others[index])
                && Language(locale: String(others[index])).code == "en"
                && others[..<index].elementsEqual(parts[..<index])
                && others[(index + 1)...].elementsEqual(parts[(index + 1)...])
        }
        guard let source else { return nil }
        return layout(
            "a repository per locale", target: "{path}", source: "../\(source)/{path}",
            locale: Language.canonical(String(parts[index])))
    }

    // MARK: Counting

    /// The layout, if at least one page in it has its source, and half of the pages of a locale do.
    ///
    /// - Parameter pages: those that can be in it; nil for all.
    private func layout(
        _ name: String, target: String, source: String, of pages: [String]? = nil, locale: String? = nil
    ) -> FoundLayout? {
        guard let targetPattern = try? PathPattern(target), let sourcePattern = try? PathPattern(source) else {
            return nil
        }
        var counts: [String: (pages: Int, paired: Int)] = [:]
        for path in pages ?? paths {
            guard let values = targetPattern.values(in: path), let place = sourcePattern.path(values), place != path
            else { continue }
            counts[values["locale"].map { String($0) } ?? "", default: (0, 0)].pages += 1
            if isPage(place) { counts[values["locale"].map { String($0) } ?? "", default: (0, 0)].paired += 1 }
        }
        // A folder that only looks like a locale has no sources.
        counts = counts.filter { 2 * $0.value.paired >= $0.value.pages }
        let (pages, paired) = counts.values.reduce((0, 0)) { ($0.0 + $1.pages, $0.1 + $1.paired) }
        guard paired > 0 else { return nil }
        return FoundLayout(
            name, target: target, source: source, locales: counts.keys.filter { !$0.isEmpty }.sorted(), pages: pages,
            paired: paired, locale: locale)
    }

    private func isPage(_ path: String) -> Bool {
        path.hasPrefix("../")
            ? FileSystem.kind(of: folder.pushing(FilePath(path)).lexicallyNormalized()) == .file : known.contains(path)
    }
}
