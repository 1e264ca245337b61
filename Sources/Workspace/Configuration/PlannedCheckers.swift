import Checks
import ParsedBitext
import SystemPackage
import TranslationModel

/// The checkers of a plan. Pages with the same rules, lexicons and glossaries have the same one.
struct PlannedCheckers {
    /// What pages with the same checker have in common.
    private struct Key: Hashable {
        let settings: [String: Configuration.RuleSetting]
        /// The folder of their configuration, where it names lexicons or glossaries of its own.
        let folder: FilePath?
    }

    /// What rules look up.
    private struct Resources {
        var lexicons: Lexicons
        var glossary: Glossary?
    }

    private let options: CheckPlan.Options
    private(set) var checkers: [Checker] = []
    private var known: [Key: Int] = [:]
    /// What comes with diptych, and what the command line names.
    private let common: Resources
    /// The resources of configurations that name their own, by their folders: each is read once.
    private var byFolder: [FilePath: Resources] = [:]
    private var needs = LexiconNeeds()

    /// - Throws: where a lexicon or a glossary that the command line names cannot be read.
    init(_ options: CheckPlan.Options) throws {
        self.options = options
        var lexicons = try Lexicons(installedWith: options.lexicons, note: options.note)
        for lexicon in options.learned { lexicons.add(lexicon) }
        common = Resources(lexicons: lexicons, glossary: try GlossaryReader.read(options.glossaries))
    }

    /// The index of a page's checker in ``checkers``.
    ///
    /// - Throws: where a lexicon or a glossary that the page's configuration names cannot be read.
    mutating func index(for page: ConfiguredPage) throws -> Int {
        let own = page.configuration.flatMap { $0.lexicons.isEmpty && $0.glossaries.isEmpty ? nil : $0 }
        let key = Key(settings: page.settings, folder: own?.folder)
        if let index = known[key] { return index }
        let found = if let own { try resources(of: own) } else { common }
        let rules = Self.rules(key.settings, options)
        needs.add(rules, found.lexicons)
        known[key] = checkers.count
        checkers.append(Checker(rules: rules, lexicons: found.lexicons, glossary: found.glossary))
        return checkers.count - 1
    }

    /// Reads the lexicons that come with diptych and that pages of these locales need.
    ///
    /// - Throws: where one is damaged, because it is known now that a page needs it.
    func loadLexicons(for locales: [String]) throws {
        guard needs.areOn else { return }
        for locale in Set(locales).sorted() { try common.lexicons.load(Language(locale: locale)) }
    }

    /// What the user should know of the lexicons.
    var note: String? { needs.note }

    /// The rules that are on for any page, in the order of their precedence.
    var rules: [ActiveRule] {
        let names = Set(checkers.flatMap { $0.rules.map { $0.rule.description.name } })
        let severities = checkers.first?.rules ?? Self.rules([:], options)
        return RuleSet.all.filter { names.isEmpty || names.contains($0.description.name) }.map { rule in
            severities.first { $0.rule == rule } ?? ActiveRule(rule)
        }
    }

    /// A configuration's own lexicons and glossaries, where the command line names none.
    private mutating func resources(of configuration: Configuration) throws -> Resources {
        if let known = byFolder[configuration.folder] { return known }
        var own = common
        if !configuration.lexicons.isEmpty, options.lexicons.isEmpty {
            own.lexicons = try Lexicons(installedWith: configuration.lexicons.map(\.string), note: options.note)
        }
        if !configuration.glossaries.isEmpty, options.glossaries.isEmpty {
            own.glossary = try GlossaryReader.read(configuration.glossaries.map(\.string))
        }
        byFolder[configuration.folder] = own
        return own
    }

    /// The rules that are on: by the settings first, then by the command line.
    private static func rules(
        _ settings: [String: Configuration.RuleSetting], _ options: CheckPlan.Options
    ) -> [ActiveRule] {
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
