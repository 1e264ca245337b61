import Checks
import ParsedBitext
import SystemPackage
internal import Yams

/// Reads `.diptych.yml`. A key or rule that it does not know is an error that says what may have been meant.
struct ConfigurationReader {
    /// A larger file is no configuration.
    private static let maxBytes = 1 << 20
    private static let keys = [
        "rules", "locales", "exclude", "overrides", "glossary", "lexicon", "memory", "baseline", "pages", "output",
        "pairs", "status", "gitignore",
    ]

    /// The folder that everything a configuration names must be below.
    ///
    /// A configuration in a folder of pages is not trusted: it may come from a stranger, for example in a pull request. It
    /// must not make diptych read files outside this folder, quote them in messages, or write files there.
    private struct Limit {
        /// Without symbolic links.
        let folder: FilePath
        let isRepository: Bool

        /// - Parameter folder: the folder of the configuration.
        init(_ folder: FilePath) {
            let folder = folder.resolvingLinks ?? folder
            var finder = RepositoryFinder()
            let root = finder.root(above: folder)
            self.folder = root ?? folder
            isRepository = root != nil
        }

        func allows(_ path: FilePath) -> Bool { path.resolvingLinks?.isBelow(folder) ?? false }

        /// The folder that sources of page pairs must be below: they may also be beside the repository, where the repository of
        /// the source language is. Only pages are read there.
        var folderOfSources: FilePath { folder.removingLastComponent() }

        var name: String { isRepository ? "its repository" : "its own folder, as it belongs to no repository" }
    }

    private let path: FilePath
    /// Nil where the configuration may name any file.
    private let limit: Limit?
    private var configuration: Configuration

    /// - Parameters:
    ///   - path: a path from the root of the file system.
    ///   - isNamedByUser: whether the user named the file with `--config`. Then it may name any file, else only those in its
    ///     repository, or in its own folder where there is no repository.
    /// - Throws: ``FileError`` or ``ConfigurationError``.
    static func read(_ path: FilePath, isNamedByUser: Bool = false) throws -> Configuration {
        var reader = ConfigurationReader(path: path, limit: isNamedByUser ? nil : Limit(path.removingLastComponent()))
        // Before it is read, because messages quote it.
        if let limit = reader.limit, !limit.allows(path) {
            throw reader.error(
                "this file is a link that leads out of \(limit.name); put a copy here, or name the file with --config",
                line: 1, column: 1)
        }
        let bytes = try FileSystem.read(path)
        guard bytes.count <= maxBytes else {
            throw FileError(
                path: path.string,
                reason: "is too large for a configuration: \(bytes.count) bytes, at most \(maxBytes) are read")
        }
        try reader.read(String(decoding: bytes, as: UTF8.self))
        return reader.configuration
    }

    private init(path: FilePath, limit: Limit?) {
        self.path = path
        self.limit = limit
        configuration = Configuration(file: path)
    }

    private mutating func read(_ text: String) throws {
        // Anchors and aliases are refused: a configuration does not need them, and nested aliases can expand without bound.
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let value = line.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
            if let sign = value.firstIndex(where: { $0 == "&" || $0 == "*" }), isAlias(value, sign) {
                throw error(
                    "anchors and aliases are not read here; quote a pattern that begins with `*`", line: index + 1,
                    column: value.distance(from: value.startIndex, to: sign) + 1)
            }
            guard value.prefix(while: { $0 == " " }).count < 64, value.count(where: { $0 == "[" || $0 == "{" }) < 16
            else {
                throw error("too deeply nested", line: index + 1, column: 1)
            }
        }
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch let problem as YamlError {
            throw located(problem)
        }
        guard let root else { return }
        for (key, value) in try mapping(root, "a configuration") {
            switch key.text {
            case "rules": configuration.rules = try rules(value)
            case "locales": try readLocales(value)
            case "exclude": configuration.exclude = try strings(value).map { Glob($0) }
            case "overrides": configuration.overrides = try sequence(value).map(override)
            case "glossary": configuration.glossaries = try nodes(value).map(file)
            case "lexicon": configuration.lexicons = try nodes(value).map(file)
            case "memory": configuration.memories = try nodes(value).map(file)
            case "baseline": configuration.baseline = try file(value)
            case "pages": configuration.pages = try file(value)
            case "output": configuration.output = try file(value)
            case "pairs": configuration.pairs = try sequence(value).map(layout)
            case "status": try readStatus(value)
            case "gitignore": configuration.usesGitIgnore = try flag(value)
            default: throw unknown(key, among: Self.keys)
            }
        }
    }

    /// Whether a character begins a value, where YAML reads it as an anchor or an alias.
    private func isAlias(_ line: Substring, _ sign: Substring.Index) -> Bool {
        let before = line[..<sign].last { $0 != " " }
        return before == nil || before == ":" || before == "-" || before == "[" || before == ","
    }

    /// A file or folder that the configuration names.
    private func file(_ node: Node) throws -> FilePath {
        let name = try string(node)
        let path = configuration.folder.pushing(FilePath(name))
        if let limit, !limit.allows(path) {
            throw error(
                "`\(name)` is outside; this configuration may only name files in \(limit.name). "
                    + "Move the file there, or name the configuration with --config",
                node.mark)
        }
        return path
    }

    // MARK: Parts

    private func rules(_ node: Node) throws -> [String: Configuration.RuleSetting] {
        var settings: [String: Configuration.RuleSetting] = [:]
        for (key, value) in try mapping(node, "the rules") {
            guard RuleSet[key.text] != nil else { throw error(RuleSet.unknown(key.text), key.mark) }
            let word = try string(value)
            if word == "off" || word == "false" {
                settings[key.text] = .off
            } else if let severity = Finding.Severity(rawValue: word) {
                settings[key.text] = .on(severity)
            } else {
                throw error("`\(word)` is no severity; write off, note, warning or error", value.mark)
            }
        }
        return settings
    }

    private mutating func readLocales(_ node: Node) throws {
        for (key, value) in try mapping(node, "the locales") {
            configuration.locales.append((Glob(key.text), try string(value)))
        }
    }

    /// How the revisions of sources are found.
    private mutating func readStatus(_ node: Node) throws {
        for (key, value) in try mapping(node, "the status") {
            switch key.text {
            case "key": configuration.revisionKeys = try strings(value)
            case "lock": configuration.lock = try file(value)
            default: throw unknown(key, among: ["key", "lock"])
            }
        }
    }

    private func override(_ node: Node) throws -> Configuration.Override {
        var paths: [Glob] = []
        var settings: [String: Configuration.RuleSetting] = [:]
        for (key, value) in try mapping(node, "an override") {
            switch key.text {
            case "paths": paths = try strings(value).map { Glob($0) }
            case "rules": settings = try rules(value)
            default: throw unknown(key, among: ["paths", "rules"])
            }
        }
        guard !paths.isEmpty else {
            throw error("an override without `paths` matches no page; add `paths`", node.mark)
        }
        return Configuration.Override(paths: paths, rules: settings)
    }

    /// Where pages and their sources are.
    private func layout(_ node: Node) throws -> PairLayout {
        var target: PathPattern?
        var source: (pattern: PathPattern, mark: Mark?)?
        var locales: [PairLayout.ListedLocale] = []
        for (key, value) in try mapping(node, "a pair") {
            switch key.text {
            case "target": target = try pattern(value)
            case "source": source = (try pattern(value), value.mark)
            case "locales": locales = try nodes(value).map(listedLocale)
            default: throw unknown(key, among: ["target", "source", "locales"])
            }
        }
        guard var target, var source else { throw error("a pair needs `target` and `source`", node.mark) }
        if let name = source.pattern.names.first(where: { !target.names.contains($0) }) {
            throw error("`target` has no {\(name)}, so it is not known in `source`", source.mark)
        }
        guard !target.text.hasPrefix("../"), !target.text.hasPrefix("/") else {
            throw error("`target` must be in the folder of this configuration or below it", node.mark)
        }
        let folder = configuration.folder.pushing(FilePath(source.pattern.root)).lexicallyNormalized()
        if let limit, folder.resolvingLinks?.isBelow(limit.folderOfSources) != true {
            throw error(
                "`\(source.pattern.text)` is outside; sources may be in \(limit.name) or in a folder beside it. "
                    + "Name the configuration with --config to read others",
                source.mark)
        }
        target.locales = Set(locales.map { Language.canonical($0.name) })
        source.pattern.locales = target.locales
        return PairLayout(
            target: target, source: source.pattern, listed: locales, folder: configuration.folder,
            limit: limit?.folderOfSources)
    }

    private func listedLocale(_ node: Node) throws -> PairLayout.ListedLocale {
        let name = try string(node)
        guard !name.isEmpty else { throw error("a locale is needed here, such as fr", node.mark) }
        return PairLayout.ListedLocale(
            name: name, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    }

    private func pattern(_ node: Node) throws -> PathPattern {
        let text = try string(node)
        do throws(PathPattern.Problem) {
            return try PathPattern(text)
        } catch {
            throw self.error(error.message, node.mark)
        }
    }

    private func flag(_ node: Node) throws -> Bool {
        switch try string(node) {
        case "true": true
        case "false": false
        case let word: throw error("`\(word)` is neither true nor false", node.mark)
        }
    }

    // MARK: YAML

    private struct Key {
        let text: String
        let mark: Mark?
    }

    private func mapping(_ node: Node, _ what: String) throws -> [(Key, Node)] {
        guard let mapping = node.mapping else { throw error("\(what) must be keys and values", node.mark) }
        return try mapping.map { (Key(text: try string($0.key), mark: $0.key.mark), $0.value) }
    }

    private func sequence(_ node: Node) throws -> [Node] {
        guard let sequence = node.sequence else { throw error("a list is needed here", node.mark) }
        return Array(sequence)
    }

    /// One value, or a list of them.
    private func nodes(_ node: Node) throws -> [Node] { node.scalar != nil ? [node] : try sequence(node) }

    /// One string, or a list of them.
    private func strings(_ node: Node) throws -> [String] { try nodes(node).map(string) }

    private func string(_ node: Node) throws -> String {
        guard let scalar = node.scalar else { throw error("one word is needed here", node.mark) }
        return scalar.string
    }

    // MARK: Errors

    private func unknown(_ key: Key, among names: [String]) -> ConfigurationError {
        let near = Suggestion.nearest(to: key.text, among: names, limit: 1)
        let hint =
            near.first.map { "; did you mean `\($0)`?" } ?? "; known are \(names.prefix(10).joined(separator: ", "))"
        return error("no key is called `\(key.text)`\(hint)", key.mark)
    }

    private func error(_ message: String, _ mark: Mark?) -> ConfigurationError {
        error(message, line: mark?.line ?? 1, column: mark?.column ?? 1)
    }

    private func error(_ message: String, line: Int, column: Int) -> ConfigurationError {
        ConfigurationError(path: path.string, line: line, column: column, message: message)
    }

    private func located(_ problem: YamlError) -> ConfigurationError {
        switch problem {
        case .scanner(_, let reason, let mark, _), .parser(_, let reason, let mark, _),
            .composer(_, let reason, let mark, _):
            error(reason, mark)
        default: error("this is not YAML", line: 1, column: 1)
        }
    }
}
