import ArgumentParser
import ParsedBitext
import Reports
import Workspace

/// The options that say how pages are found and read, for all commands that read folders of pages.
struct PageOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Use this configuration for all pages, not the .diptych.yml files above them.", valueName: "file"),
        completion: .file(extensions: ["yml", "yaml"]))
    var config: String?

    @Flag(name: .customLong("no-config"), help: "Read no configuration file.")
    var noConfig = false

    @Option(help: ArgumentHelp("The target's locale, for pages that do not name it: fr-FR.", valueName: "locale"))
    var locale: String?

    @Option(
        help: ArgumentHelp(
            "The pages' sources, where they are other files: a folder with the same paths, or a page.",
            valueName: "pages"),
        completion: .file())
    var source: String?

    @Flag(name: .customLong("no-gitignore"), help: "In folders, also read the pages that .gitignore excludes.")
    var noGitIgnore = false

    func validate() throws {
        if config != nil, noConfig { throw ValidationError("Use either --config or --no-config, not both.") }
        try Self.validate(locale: locale)
    }

    /// Says what a locale looks like where it is none: a language, and perhaps a script and a region (RFC 5646).
    private static func validate(locale: String?) throws {
        guard let locale else { return }
        let parts = locale.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
        let isLocale =
            (2...3).contains(parts.first?.count ?? 0) && parts.first?.allSatisfy { $0.isASCII && $0.isLetter } == true
            && parts.dropFirst().allSatisfy { part in
                (2...8).contains(part.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
            }
        guard !isLocale else { return }
        throw ValidationError("“\(printable(locale))” is no locale. Write a language and a region, such as fr-FR.")
    }

    /// Says that no page needed ``locale``, as all of them name their own, or that its language is not known.
    ///
    /// - Parameter locales: the locales of the pages, with how many have each.
    func noteOnLocale(_ locales: [String: Int]) -> String? {
        guard let locale else { return nil }
        guard Language.isTag(locale[...]) else {
            return
                "“\(printable(locale))” is no locale that the rules know, so they know nothing of its numbers, quotes "
                + "and words; write a language and a region, such as fr-FR"
        }
        guard !locales.isEmpty,
            !locales.keys.contains(where: { $0.lowercased() == locale.lowercased() })
        else { return nil }
        let named = locales.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(5).map { name, count in
            "\(name) (\(CountText.counted(count, "page")))"
        }
        return "no page is checked as \(locale), as --locale is only for pages that do not name theirs; "
            + "the pages are \(named.joined(separator: ", "))"
    }

    /// The same for the library.
    var plan: CheckPlan.Options {
        var options = CheckPlan.Options()
        options.configuration = config
        options.usesConfiguration = !noConfig
        options.usesGitIgnore = !noGitIgnore
        options.locale = locale
        options.source = source
        return options
    }
}
