import Checks
import SystemPackage
import TranslationModel

/// Which rules check which page: what the configuration files and the command line say, decided before the first page is read.
public struct CheckPlan: Sendable {
    /// What the command line says. It takes precedence over every file.
    public struct Options: Sendable {
        /// Only these rules, at their own severities.
        public var only: [String] = []
        /// Not these rules.
        public var off: [String] = []
        /// A configuration file for all pages, in place of those that are found.
        public var configuration: String?
        /// Whether configuration files are read.
        public var usesConfiguration = true
        /// Whether what a `.gitignore` excludes is no page of its folder.
        public var usesGitIgnore = true
        /// The target's locale of pages that name none.
        public var locale: String?
        /// The source of the page, or the folder of the sources of the pages, in place of what configurations say.
        public var source: String?
        /// Lexicon files, in place of those that come with diptych and those that configurations name.
        public var lexicons: [String] = []
        /// Lexicons without a file, in place of all others of their languages but those that configurations name.
        public var learned: [Lexicon] = []
        /// Glossary files, in place of those that configurations name.
        public var glossaries: [String] = []
        /// Pages and exchange files, or folders of them, in which the sources of findings are looked up, in place of those that
        /// configurations name.
        package var memories: [String] = []
        /// Takes what the user should know and need not act on.
        public var note: @Sendable (String) -> Void = { _ in }

        public init() {}
    }

    /// A page and how it is checked.
    struct Item: Sendable {
        let page: PageFinder.Found
        /// The index in ``checkers``.
        let checker: Int
        let locale: String?
        /// The index in ``CheckPlan/memories``; nil for a page without a memory.
        var memory: Int?
    }

    /// A file that the plan was made from.
    struct PlanFile: Sendable {
        enum Role: String {
            case configuration, lexicon, glossary, baseline
        }

        let role: Role
        let path: FilePath
    }

    let items: [Item]
    /// The pages, as the user named them.
    public var pages: [FilePath] { items.map(\.page.path) }
    let checkers: [Checker]
    /// All files that were read for the plan, each once.
    let files: [PlanFile]
    /// The rules that are on for any page, in the order of their precedence.
    public let rules: [ActiveRule]
    /// The baseline that a configuration names, if one does.
    public let baseline: FilePath?
    /// The different translation memories of the pages: what each is read from.
    package let memories: [[String]]

    /// - Throws: ``FileError`` or ``ConfigurationError``: nothing is checked by half of a configuration.
    public init(_ pages: [PageFinder.Found], _ options: Options = Options()) throws {
        var finder = try ConfigurationFinder(options)
        var checkers = try PlannedCheckers(options)
        var items: [Item] = []
        var baseline: FilePath?
        var memories: [[String]] = []
        var files = Self.files(options)
        for page in pages {
            let configured = try ConfiguredPage(page, &finder)
            if configured.isExcluded { continue }
            if let configuration = configured.configuration {
                baseline = baseline ?? configuration.baseline
                if !files.contains(where: { $0.path == configuration.file }) { files += Self.files(of: configuration) }
            }
            let memory = Self.memory(of: configured, options)
            if !memory.isEmpty, !memories.contains(memory) { memories.append(memory) }
            items.append(
                Item(
                    page: page, checker: try checkers.index(for: configured), locale: configured.locale(options),
                    memory: memories.firstIndex(of: memory)))
        }
        try checkers.loadLexicons(for: items.compactMap(\.locale))
        self.items = items
        self.checkers = checkers.checkers
        self.files = files
        self.baseline = baseline
        self.memories = memories
        rules = checkers.rules
        if let text = checkers.note { options.note(text) }
    }

    /// What the memory of a page is read from.
    private static func memory(of page: ConfiguredPage, _ options: Options) -> [String] {
        options.memories.isEmpty ? page.configuration?.memories.map(argument) ?? [] : options.memories
    }

    /// What the command line names, and what comes with diptych.
    private static func files(_ options: Options) -> [PlanFile] {
        LexiconFolder.resources.map { PlanFile(role: .lexicon, path: $0) }
            + options.lexicons.map { PlanFile(role: .lexicon, path: FilePath($0)) }
            + options.glossaries.map { PlanFile(role: .glossary, path: FilePath($0)) }
    }

    /// A configuration and what it names.
    private static func files(of configuration: Configuration) -> [PlanFile] {
        [PlanFile(role: .configuration, path: configuration.file)]
            + configuration.lexicons.map { PlanFile(role: .lexicon, path: $0) }
            + configuration.glossaries.map { PlanFile(role: .glossary, path: $0) }
            + [configuration.baseline].compactMap { $0 }.map { PlanFile(role: .baseline, path: $0) }
    }

    /// A path as one names it on the command line.
    private static func argument(_ path: FilePath) -> String {
        let path = path.fromWorkingFolder
        return path.isEmpty ? "." : path.string
    }
}
