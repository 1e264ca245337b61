import ParsedBitext
import SystemPackage

/// Finds the sources that have no translation in a locale.
struct MissingPages {
    struct Missing: Sendable {
        /// Where the translation would be.
        let page: FilePath
        let source: FilePath
        let locale: String
    }

    private let options: CheckPlan.Options
    /// The folders that the user named.
    private let folders: [FilePath]
    private let pages: [PageFinder.Found]
    private var configurations: ConfigurationFinder
    private var found: [Missing] = []
    /// What could not be listed.
    private(set) var errors: [FileError] = []

    /// - Parameters:
    ///   - arguments: what the user named: only what would be in a folder among it is missing.
    ///   - pages: the pages that were found there.
    init(_ arguments: [String], _ pages: [PageFinder.Found], _ options: CheckPlan.Options) throws {
        self.options = options
        self.pages = pages
        var known: Set<FilePath> = []
        folders = arguments.map { FilePath($0) }.filter {
            $0 != "-" && FileSystem.kind(of: $0) == .folder && known.insert($0.fromRoot).inserted
        }
        configurations = try ConfigurationFinder(options)
    }

    /// In the order of their paths.
    mutating func all() throws -> [Missing] {
        if let source = options.source {
            addAll(below: FilePath(source))
        } else {
            try addAllOfLayouts()
        }
        return found.sorted { $0.page.string.utf8.lexicographicallyPrecedes($1.page.string.utf8) }
    }

    /// Those of a folder of sources that the command line names.
    private mutating func addAll(below source: FilePath) {
        guard FileSystem.kind(of: source) == .folder else { return }
        let paths = self.paths(below: source)
        let translated = Set(pages.compactMap { page in page.source.map { [$0.path.fromRoot, page.path.fromRoot] } })
        for folder in folders {
            let own = Set(translated.filter { $0[1].isBelow(folder.fromRoot) }.map { $0[0] })
            for path in paths {
                let file = source.pushing(path)
                guard !own.contains(file.fromRoot), !file.fromRoot.isBelow(folder.fromRoot) else { continue }
                let page = folder.pushing(path)
                found.append(
                    Missing(
                        page: page, source: file,
                        locale: options.locale ?? SourcePage.locales(page, file).target ?? ""))
            }
        }
    }

    private mutating func addAllOfLayouts() throws {
        var files: Set<FilePath> = []
        for folder in folders + pages.map({ $0.path.removingLastComponent() }) {
            guard let configuration = try configurations.configuration(forFolder: folder.fromRoot),
                files.insert(configuration.file).inserted
            else { continue }
            for layout in configuration.pairs { addAll(of: layout, configuration) }
        }
    }

    private mutating func addAll(of layout: PairLayout, _ configuration: Configuration) {
        var translated: Set<[String]> = []
        var locales = Set(layout.locales)
        for page in pages {
            guard
                let source = page.source ?? page.missingSource.map({ SourcePage($0, of: page.path, named: page.name) }),
                let locale = layout.localeFolder(of: page.path.fromRoot)
            else { continue }
            translated.insert([source.path.fromRoot.string, locale])
            if layout.locales.isEmpty { locales.insert(locale) }
        }
        let root = layout.folder.pushing(FilePath(layout.source.root)).lexicallyNormalized()
        for path in paths(below: root) {
            let source = root.pushing(path)
            guard configuration.role(of: source) == .source else { continue }
            for locale in locales.sorted() where !translated.contains([source.string, locale]) {
                guard let page = layout.translation(of: source, locale: locale), !configuration.excludes(page),
                    folders.contains(where: { page.isBelow($0.fromRoot) }), FileSystem.kind(of: page) == nil,
                    case .target(source, let name, _)? = configuration.role(of: page)
                else { continue }
                found.append(
                    Missing(
                        page: page.fromWorkingFolder, source: source.fromWorkingFolder,
                        locale: name ?? configuration.locale(of: page) ?? options.locale ?? ""))
            }
        }
    }

    private mutating func paths(below folder: FilePath) -> [FilePath] {
        guard FileSystem.kind(of: folder) == .folder else { return [] }
        var walk = FolderWalk(gitIgnore: options.usesGitIgnore ? GitIgnore(folder) : nil, skipsOutputs: true)
        let paths = walk.files(below: folder, where: PageFinder.isPage)
        errors += walk.errors
        return paths
    }
}

extension PairLayout {
    /// The locale as the path of a translation has it; empty where the layout has none, nil for a page of another layout.
    fileprivate func localeFolder(of page: FilePath) -> String? {
        var path = page
        guard path.removePrefix(folder), let values = target.values(in: path.string) else { return nil }
        return values["locale"].map { String($0) } ?? ""
    }
}
