import SystemPackage

/// Finds the page that each page translates, where that is another file: as the command line says, else the configuration.
struct SourceFinder {
    /// What the command line names.
    private enum Given {
        case file(FilePath)
        case folder(FilePath)
    }

    private let given: Given?
    private var lookup = SourceLookup()
    /// Why what the command line names cannot be used.
    let error: FileError?

    /// - Parameters:
    ///   - source: the source of the page, or the folder of the sources; nil where the command line names none.
    ///   - isForOnePage: whether one page was named, and no folder.
    init(_ source: FilePath?, isForOnePage: Bool) {
        guard let source else {
            (given, error) = (nil, nil)
            return
        }
        switch FileSystem.kind(of: source) {
        case .folder: (given, error) = (.folder(source), nil)
        case nil: (given, error) = (nil, FileError(path: source.string, reason: "does not exist"))
        default:
            given = isForOnePage ? .file(source) : nil
            error =
                isForOnePage
                ? nil
                : FileError(
                    path: source.string,
                    reason:
                        "is one file, which can be the source of one page only; name one page, or the folder of the sources"
                )
        }
    }

    /// What a page is; nil for one without a source in another file.
    mutating func role(of page: PageFinder.Found, _ settings: inout ConfiguredPageSettings) -> PairLayout.Role? {
        switch given {
        case .file(let path): return .target(source: path, locale: nil, within: nil)
        case .folder(let folder): return .target(source: place(of: page, below: folder), locale: nil, within: nil)
        case nil:
            // Standard input is in no folder.
            return page.isStandardInput ? nil : settings.role(of: page.path)
        }
    }

    /// A page on disk, see ``SourceLookup``.
    mutating func page(at path: FilePath, within limit: FilePath?) -> SourceLookup.Found? {
        lookup.page(at: path, within: limit)
    }

    /// Where the source of a page is below a folder: at the page's own path from the folder that the user named. Of a page
    /// that the user named, the longest end of its path that is there.
    private mutating func place(of page: PageFinder.Found, below folder: FilePath) -> FilePath {
        guard page.name == page.path else { return folder.pushing(page.name) }
        var components = page.path.fromRoot.components[...]
        while components.count > 1 {
            let place = folder.pushing(FilePath(root: nil, components))
            if lookup.page(at: place) != nil { return place }
            components.removeFirst()
        }
        return folder.pushing(FilePath(root: nil, components))
    }
}
