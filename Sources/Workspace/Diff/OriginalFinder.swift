import SystemPackage

/// Finds the source of each page of a comparison, where configurations say that it is another file.
struct OriginalFinder {
    private var settings = ConfiguredPageSettings(CheckPlan.Options())
    private var lookup = SourceLookup()
    private var repositories = RepositoryFinder()

    /// The source of a page on disk; nil where it has none in another file.
    mutating func original(of page: FilePath) -> PageVersion.Original? {
        guard case .target(let source, _, let limit) = settings.role(of: page),
            let found = lookup.page(at: source, within: limit)
        else { return nil }
        return original(found.path, of: page, .page(found.path))
    }

    /// The source of a page of a tree in a git repository.
    ///
    /// - Parameters:
    ///   - page: its path from the working folder.
    ///   - find: the place of the page with a path from the root of the repository, nil where the tree has none.
    mutating func original(
        of page: FilePath, in find: (String) throws(FileError) -> PageVersion.Place?
    ) throws(FileError) -> PageVersion.Original? {
        guard case .target(let source, _, let limit) = settings.role(of: page) else { return nil }
        guard let root = repositories.location(of: page)?.root, source.isBelow(root) else {
            // The source of another repository is read as it is now.
            return lookup.page(at: source, within: limit).map { original($0.path, of: page, .page($0.path)) }
        }
        for path in SourceLookup.places(of: source) {
            var name = path
            if name.removePrefix(root), let place = try find(name.string) { return original(path, of: page, place) }
        }
        return nil
    }

    private func original(_ path: FilePath, of page: FilePath, _ place: PageVersion.Place) -> PageVersion.Original {
        let source = SourcePage(path, of: page, named: page)
        return PageVersion.Original(name: source.name, place: place, locale: source.locale)
    }
}
