import SystemPackage

/// The folders that `diptych build` reads and writes: those that the command line names, else those of the configuration.
public struct BuildFolders: Sendable {
    /// The folder of the pages.
    public let pages: FilePath
    /// The folder to write to.
    public let output: FilePath

    /// Neither the command line nor a configuration names a folder.
    public struct Missing: Error {
        /// Whether nothing names the folder of the pages.
        public let isPagesMissing: Bool
        /// Whether nothing names the folder to write to.
        public let isOutputMissing: Bool
        /// The configuration that was read, which names no folder; nil where none was found.
        public let configuration: String?
    }

    /// - Parameters:
    ///   - pages: the folder of the pages, as the user named it.
    ///   - output: the folder to write to, as the user named it.
    ///   - options: say which configuration is read: one that the user names, else the nearest one upwards from the working
    ///     folder.
    /// - Throws: ``Missing``, or ``FileError`` or ``ConfigurationError`` where the configuration cannot be read.
    public init(pages: String?, output: String?, _ options: CheckPlan.Options) throws {
        if let pages, let output {
            self.pages = FilePath(pages)
            self.output = FilePath(output)
            return
        }
        let workingFolder = FilePath("").fromRoot
        var finder = try ConfigurationFinder(options)
        let configuration = try finder.configuration(forFolder: workingFolder)
        // As a user in the working folder would write it: messages quote it.
        func shortened(_ path: FilePath) -> FilePath {
            var short = path
            return short.removePrefix(workingFolder) && !short.isEmpty ? short : path
        }
        let readPages = pages.map { FilePath($0) } ?? configuration?.pages.map(shortened)
        let readOutput = output.map { FilePath($0) } ?? configuration?.output.map(shortened)
        guard let readPages, let readOutput else {
            throw Missing(
                isPagesMissing: readPages == nil, isOutputMissing: readOutput == nil,
                configuration: configuration.map { shortened($0.file).string })
        }
        self.pages = readPages
        self.output = readOutput
    }
}
