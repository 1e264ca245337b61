import Checks
import ParsedBitext
import SystemPackage

/// What a `.diptych.yml` says.
package struct Configuration: Sendable {
    /// The name of the file, which is looked for in each page's folder and in those above it.
    package static let fileName = ".diptych.yml"

    /// Whether a rule is on, and how severe its findings are.
    package enum RuleSetting: Sendable, Hashable {
        case off
        case on(Finding.Severity)
    }

    /// Other settings for some pages.
    struct Override: Sendable {
        let paths: [Glob]
        let rules: [String: RuleSetting]
    }

    /// The folder of the file. All paths in the file start from it.
    let folder: FilePath
    var rules: [String: RuleSetting] = [:]
    /// The target's locale of pages that name none. The first pattern that matches a page counts.
    var locales: [(pattern: Glob, locale: String)] = []
    var exclude: [Glob] = []
    var overrides: [Override] = []
    /// Glossaries, as paths.
    package internal(set) var glossaries: [FilePath] = []
    /// Lexicons of `diptych train`, as paths.
    package internal(set) var lexicons: [FilePath] = []
    /// What translation memories are read from, as paths.
    package internal(set) var memories: [FilePath] = []
    /// The baseline, as a path.
    package internal(set) var baseline: FilePath?
    /// The folder of the pages that `diptych build` reads.
    package internal(set) var pages: FilePath?
    /// The folder that `diptych build` writes to.
    package internal(set) var output: FilePath?
    /// Where pages have their sources in other files. The first layout that a page is in counts.
    var pairs: [PairLayout] = []
    /// Keys of the front matter that name the revision of the source, besides those that are known.
    var revisionKeys: [String] = []
    /// The lock file of `diptych status`, as a path.
    var lock: FilePath?
    /// Whether what a `.gitignore` excludes is no page; nil where the file does not say it.
    var usesGitIgnore: Bool?

    /// The file itself.
    let file: FilePath

    /// A configuration with the defaults only.
    init(file: FilePath) {
        self.file = file
        folder = file.removingLastComponent()
    }

    /// A page's path from the configuration's folder, or nil for a page that is not below it.
    func relative(_ page: FilePath) -> String? {
        var path = page
        return path.removePrefix(folder) ? path.string : nil
    }

    func excludes(_ page: FilePath) -> Bool {
        guard let path = relative(page) else { return false }
        return exclude.contains { $0.matches(path) }
    }

    func locale(of page: FilePath) -> String? {
        guard let path = relative(page) else { return nil }
        return locales.first { $0.pattern.matches(path) }?.locale
    }

    /// What a page is in the layouts of page pairs; nil for a page that is in none.
    ///
    /// - Parameter page: a path from the root of the file system.
    func role(of page: FilePath) -> PairLayout.Role? {
        for layout in pairs {
            if let role = layout.role(of: page) { return role }
        }
        return nil
    }

    /// The settings of a page: the file's, then those of each override that matches it. The last one counts.
    func settings(of page: FilePath) -> [String: RuleSetting] {
        guard let path = relative(page) else { return rules }
        return overrides.reduce(into: rules) { settings, override in
            if override.paths.contains(where: { $0.matches(path) }) {
                settings.merge(override.rules) { _, new in new }
            }
        }
    }
}

/// What is wrong with a file that a user wrote for diptych, and where.
public struct ConfigurationError: Error, CustomStringConvertible {
    /// The file.
    public let path: String
    /// The 1-based line.
    public let line: Int
    /// The 1-based column, in characters.
    public let column: Int
    /// What is wrong, and what to do.
    public let message: String

    /// `docs/.diptych.yml:3:5: no key is called `rles`; did you mean `rules`?`
    public var description: String { "\(path):\(line):\(column): \(message)" }
}
