import SystemPackage

/// What the command line and the configurations set for pages before they are read.
struct ConfiguredPageSettings {
    private let options: CheckPlan.Options
    private var finder: ConfigurationFinder?
    /// The configurations that were asked for page pairs, by their files.
    private(set) var pairConfigurations: [FilePath: Configuration] = [:]
    /// The first error of a configuration. From then on, no configuration counts.
    private(set) var error: FileError?

    init(_ options: CheckPlan.Options) {
        self.options = options
        do {
            finder = try ConfigurationFinder(options)
        } catch {
            note(error)
        }
    }

    /// Whether what a `.gitignore` excludes is no page of a folder.
    mutating func usesGitIgnore(in folder: FilePath) -> Bool {
        options.usesGitIgnore
            && (configuration { try $0.configuration(forFolder: folder.fromRoot) }?.usesGitIgnore ?? true)
    }

    /// The target's locale of a page that names none.
    mutating func locale(of page: FilePath) -> String? {
        if let locale = options.locale { return locale }
        let path = page.fromRoot
        return configuration { try $0.configuration(for: path) }?.locale(of: path)
    }

    /// What a page is in the layouts of page pairs that a configuration names; nil for a page that is in none.
    mutating func role(of page: FilePath) -> PairLayout.Role? {
        let path = page.fromRoot
        guard let configuration = configuration({ try $0.configuration(for: path) }) else { return nil }
        if !configuration.pairs.isEmpty { pairConfigurations[configuration.file] = configuration }
        return configuration.role(of: path)
    }

    /// The language of a page that is a source in a layout; nil where its path says nothing.
    mutating func localeOfSource(_ page: FilePath) -> String? {
        let path = page.fromRoot
        return configuration { try $0.configuration(for: path) }?.pairs.lazy.compactMap { $0.localeOfSource(path) }
            .first
    }

    /// The source of all pages, or the folder of their sources, that the command line names.
    var source: FilePath? { options.source.map { FilePath($0) } }

    private mutating func configuration(
        _ find: (inout ConfigurationFinder) throws -> Configuration?
    ) -> Configuration? {
        guard error == nil, finder != nil else { return nil }
        do {
            return try find(&finder!)
        } catch {
            note(error)
            return nil
        }
    }

    private mutating func note(_ problem: any Error) {
        if let problem = problem as? ConfigurationError {
            error = FileError(path: "\(problem.path):\(problem.line):\(problem.column)", reason: problem.message)
        } else {
            error = problem as? FileError ?? FileError(path: Configuration.fileName, reason: "\(problem)")
        }
    }
}

extension PageFinder {
    /// Pages that a user names are found in any case. In a folder, what a `.gitignore` excludes is left out, and so is the
    /// output of a build.
    ///
    /// - Parameters:
    ///   - arguments: paths as the user wrote them. If there are several, the documents of each folder go to a folder of the
    ///     same name.
    ///   - excluded: a folder without pages: the one that is written to.
    ///   - options: say which configurations are read, for the locales of pages and for `gitignore`.
    public init(_ arguments: [String], excluding excluded: FilePath? = nil, _ options: CheckPlan.Options = .init()) {
        var settings = ConfiguredPageSettings(options)
        self.init(arguments, excluding: excluded, &settings)
    }
}
