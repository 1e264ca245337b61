import SystemPackage

/// Refuses output folders that hold pages: what is in the output of a build is never read as a page, so these pages would be
/// left out from then on.
enum OutputPlace {
    /// - Parameters:
    ///   - input: the folder of the pages. The output can be a folder in it that has no pages.
    ///   - plan: says which files of the folder are pages.
    static func refuse(_ output: FilePath, holding input: FilePath, _ plan: CheckPlan.Options) throws(FileError) {
        guard let place = output.resolvingLinks, let folder = input.resolvingLinks else { return }
        let holdsAll = folder.isBelow(place)
        guard holdsAll || place.isBelow(folder) && hasFiles(output) else { return }
        if let page = page(of: input, in: place, plan) { throw error(output, page) }
        if holdsAll { throw error(output, input) }
    }

    static func refuse(_ output: FilePath, holdingSourcesOf pages: [PageFinder.Found]) throws(FileError) {
        let place = real(output.fromRoot)
        /// Whether each folder of sources is in the output.
        var isHeld: [FilePath: Bool] = [:]
        for source in pages.lazy.compactMap(\.source) {
            let folder = source.path.fromRoot.removingLastComponent()
            if isHeld[folder] == nil { isHeld[folder] = real(folder).isBelow(place) }
            if isHeld[folder] == true { throw error(output, source.path) }
        }
    }

    /// The path without symbolic links, where they lead somewhere.
    private static func real(_ path: FilePath) -> FilePath { path.resolvingLinks ?? path.lexicallyNormalized() }

    /// Whether a folder that no build wrote yet has files that can be pages.
    private static func hasFiles(_ folder: FilePath) -> Bool {
        guard FileSystem.kind(of: folder) == .folder else { return false }
        var walk = FolderWalk(skipsOutputs: true)
        return walk.files(below: folder, where: PageFinder.isPage).contains {
            !BuildOutput.wrote(folder.pushing($0))
        }
    }

    /// The first page of a folder that is in another one and would be read: not excluded, and not written by a build.
    private static func page(of input: FilePath, in place: FilePath, _ plan: CheckPlan.Options) -> FilePath? {
        // A configuration that cannot be read stops the build later.
        var configurations = try? ConfigurationFinder(plan)
        return PageFinder([input.string], plan).pages.lazy.map(\.path).first { page in
            guard real(page.fromRoot.removingLastComponent()).isBelow(place), !BuildOutput.wrote(page) else {
                return false
            }
            let configuration = try? configurations?.configuration(for: page.fromRoot)
            return configuration?.excludes(page.fromRoot) != true
        }
    }

    private static func error(_ output: FilePath, _ page: FilePath) -> FileError {
        FileError(path: output.string, reason: "holds pages, such as \(page); build into another folder")
    }
}
