import Checks
import ParsedBitext
import SystemPackage
import TranslationModel

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

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
        var items: [Item] = []
        var checkers: [Checker] = []
        var known: [[String: Configuration.RuleSetting]: Int] = [:]
        var lexicons = try Lexicons(installedWith: options.lexicons, note: options.note)
        for lexicon in options.learned { lexicons.add(lexicon) }
        let glossary = try GlossaryReader.read(options.glossaries)
        var byFolder: [FilePath: (lexicons: Lexicons, glossary: Glossary?)] = [:]
        var baseline: FilePath?
        var memories: [[String]] = []
        var files = Self.files(options)
        var needs = LexiconNeeds()
        for page in pages {
            let path = page.path.fromRoot
            let configuration = try finder.configuration(for: path)
            if let configuration, configuration.excludes(path) { continue }
            baseline = baseline ?? configuration?.baseline
            if let configuration, !files.contains(where: { $0.path == configuration.file }) {
                files += Self.files(of: configuration)
            }
            let settings = configuration?.settings(of: path) ?? [:]
            var key = settings
            // Two configurations with the same rules and other lexicons or glossaries are two.
            if let configuration, !configuration.lexicons.isEmpty || !configuration.glossaries.isEmpty {
                key["resources \(configuration.folder)"] = .off
            }
            let index: Int
            if let found = known[key] {
                index = found
            } else {
                var own = (lexicons: lexicons, glossary: glossary)
                if let configuration {
                    own = try byFolder[configuration.folder] ?? Self.resources(of: configuration, options, own)
                    byFolder[configuration.folder] = own
                }
                index = checkers.count
                known[key] = index
                let rules = Self.rules(settings, options)
                needs.add(rules, own.lexicons)
                checkers.append(Checker(rules: rules, lexicons: own.lexicons, glossary: own.glossary))
            }
            let memory =
                options.memories.isEmpty
                ? configuration?.memories.map(Self.argument) ?? [] : options.memories
            if !memory.isEmpty, !memories.contains(memory) { memories.append(memory) }
            items.append(
                Item(
                    page: page, checker: index,
                    locale: options.locale ?? page.locale ?? configuration?.locale(of: path)
                        ?? Language.locale(inPath: path.string),
                    memory: memories.firstIndex(of: memory)))
        }
        if needs.areOn {
            // A damaged lexicon is an error where it is known now that a page needs it.
            for locale in Set(items.compactMap(\.locale)).sorted() { try lexicons.load(Language(locale: locale)) }
        }
        self.items = items
        self.checkers = checkers
        self.files = files
        self.baseline = baseline
        self.memories = memories
        let names = Set(checkers.flatMap { $0.rules.map { $0.rule.description.name } })
        let severities = checkers.first?.rules ?? Self.rules([:], options)
        rules = RuleSet.all.filter { names.isEmpty || names.contains($0.description.name) }.map { rule in
            severities.first { $0.rule == rule } ?? ActiveRule(rule)
        }
        if let text = needs.note { options.note(text) }
    }

    /// Whether content rules are on, and whether they have the lexicons that they need.
    private struct LexiconNeeds {
        private let contentRules = Set(RuleSet.contentRules)
        private(set) var areOn = false
        /// Whether content rules are on for pages that may be in a language without a lexicon.
        private var isMissing = false
        private var hasOthers = false

        mutating func add(_ rules: [ActiveRule], _ lexicons: Lexicons) {
            guard rules.contains(where: { contentRules.contains($0.rule.description.name) }) else { return }
            areOn = true
            // The lexicon for all languages comes with diptych.
            guard lexicons.general == nil else { return }
            isMissing = true
            if !lexicons.isEmpty { hasOthers = true }
        }

        /// What the user should know.
        var note: String? {
            guard areOn else { return nil }
            return isMissing && LexiconFolder.resources.isEmpty
                ? LexiconFolder.missing(hasOthers: hasOthers) : LexiconFolder.unused
        }
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

    /// A configuration's own lexicons and glossaries, where the command line names none.
    private static func resources(
        of configuration: Configuration, _ options: Options, _ given: (lexicons: Lexicons, glossary: Glossary?)
    ) throws -> (lexicons: Lexicons, glossary: Glossary?) {
        var own = given
        if !configuration.lexicons.isEmpty, options.lexicons.isEmpty {
            own.lexicons = try Lexicons(
                installedWith: configuration.lexicons.map(\.string), note: options.note)
        }
        if !configuration.glossaries.isEmpty, options.glossaries.isEmpty {
            own.glossary = try GlossaryReader.read(configuration.glossaries.map(\.string))
        }
        return own
    }

    /// The rules that are on: by the settings first, then by the command line.
    private static func rules(_ settings: [String: Configuration.RuleSetting], _ options: Options) -> [ActiveRule] {
        RuleSet.all.compactMap { rule in
            let name = rule.description.name
            guard !options.off.contains(name) else { return nil }
            var severity: Finding.Severity?
            switch settings[name] {
            case .off where !options.only.contains(name): return nil
            case .on(let wanted): severity = wanted
            default: break
            }
            if !options.only.isEmpty { return options.only.contains(name) ? .init(rule, severity: severity) : nil }
            return rule.description.isOnByDefault || severity != nil ? .init(rule, severity: severity) : nil
        }
    }
}

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
