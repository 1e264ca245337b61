import SystemPackage

/// Refuses output folders that hold pages: what is in the output of a build is never read as a page, so these pages would be
/// left out from then on.
enum OutputPlace {
    /// - Parameter input: the folder of the pages. The output can be a folder in it that has no pages.
    static func refuse(_ output: FilePath, holding input: FilePath) throws(FileError) {
        guard let place = output.resolvingLinks, let pages = input.resolvingLinks else { return }
        guard !pages.isBelow(place), !place.isBelow(pages) || !hasPages(output) else { throw error(output) }
    }

    static func refuse(_ output: FilePath, holdingSourcesOf pages: [PageFinder.Found]) throws(FileError) {
        let place = output.fromRoot.lexicallyNormalized()
        guard !pages.contains(where: { $0.source?.path.fromRoot.isBelow(place) ?? false }) else { throw error(output) }
    }

    /// Whether a folder that no build wrote yet has pages.
    private static func hasPages(_ folder: FilePath) -> Bool {
        guard FileSystem.kind(of: folder) == .folder else { return false }
        var walk = FolderWalk(skipsOutputs: true)
        return walk.files(below: folder, where: PageFinder.isPage).contains {
            !BuildOutput.wrote(folder.pushing($0))
        }
    }

    private static func error(_ output: FilePath) -> FileError {
        FileError(path: output.string, reason: "holds the pages; build into another folder")
    }
}
