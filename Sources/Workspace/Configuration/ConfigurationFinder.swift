import SystemPackage

/// Finds the configuration of each page: the nearest file upwards. Each file is read once.
struct ConfigurationFinder {
    /// The configuration that the command line names.
    private let fixed: Configuration?
    private let isOff: Bool
    private var known: [FilePath: Configuration?] = [:]

    init(_ options: CheckPlan.Options) throws {
        isOff = !options.usesConfiguration
        fixed = try options.configuration.map {
            try ConfigurationReader.read(FilePath($0).fromRoot, isNamedByUser: true)
        }
    }

    /// The configuration of a page, or nil where there is none.
    mutating func configuration(for page: FilePath) throws -> Configuration? {
        try configuration(forFolder: page.removingLastComponent())
    }

    /// The configuration of the pages directly in a folder, or nil where there is none.
    mutating func configuration(forFolder folder: FilePath) throws -> Configuration? {
        if isOff { return nil }
        if let fixed { return fixed }
        return try configuration(in: folder)
    }

    private mutating func configuration(in folder: FilePath) throws -> Configuration? {
        if let found = known[folder] { return found }
        let file = folder.appending(Configuration.fileName)
        var found: Configuration?
        if FileSystem.kind(of: file) == .file {
            found = try ConfigurationReader.read(file)
        } else if folder != folder.removingLastComponent(), !folder.isEmpty {
            found = try configuration(in: folder.removingLastComponent())
        }
        known[folder] = found
        return found
    }
}
