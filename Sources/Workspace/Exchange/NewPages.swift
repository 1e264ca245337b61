import SystemPackage

/// The pages that are not there yet: those that a source has no translation in.
package struct NewPages {
    package private(set) var pages: [PageFinder.Found] = []
    /// What could not be found or listed.
    package let errors: [FileError]

    /// - Parameter folders: only what would be in one of these is a new page.
    /// - Throws: where a configuration cannot be read, or the source that the command line names cannot be used.
    package init(in folders: [String], _ plan: CheckPlan.Options) throws {
        let finder = PageFinder(folders, plan)
        try finder.requireUsableSource()
        var search = try MissingPages(
            folders, finder.pages.filter { $0.source != nil || $0.missingSource != nil }, plan)
        let roots = folders.map { FilePath($0) }
        for missing in try search.all() {
            guard let root = roots.first(where: { missing.page.fromRoot.isBelow($0.fromRoot) }) else { continue }
            var below = missing.page.fromRoot
            guard below.removePrefix(root.fromRoot) else { continue }
            let prefix = roots.count > 1 ? root.lexicallyNormalized().lastComponent : nil
            let output = FilePath(root: nil, prefix?.kind == .regular ? [prefix].compactMap { $0 } : []).pushing(below)
            var page = PageFinder.Found(path: missing.page, name: below, output: output.withExtension("json"))
            page.locale = missing.locale.isEmpty ? nil : missing.locale
            page.source = SourcePage(missing.source, of: missing.page, named: below)
            page.isNew = true
            pages.append(page)
        }
        // A folder that has no pages yet is none to complain of.
        let found = pages
        errors =
            finder.errors.filter { error in
                !found.contains { $0.path.fromRoot.isBelow(FilePath(error.path).fromRoot) }
            } + search.errors
    }
}
