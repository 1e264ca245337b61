import Checks
import ParsedBitext
import SystemPackage

/// The locales that a layout of page pairs lists and no page has.
struct UnusedLocales {
    /// A locale that no page has.
    struct Unused {
        let listed: PairLayout.ListedLocale
        /// Whether it is probably misspelt: it is no language, and pages have a name like it, which are left out.
        let isMisspelt: Bool
        /// What is wrong, and what to do.
        let message: String
    }

    private(set) var found: [Unused] = []

    /// - Parameters:
    ///   - pages: those that are read now, as paths from the root of the file system.
    ///   - hasFolder: whether the user named a folder. Else the folder of the layout is only searched if the layout leaves out
    ///     one of the pages.
    ///   - usesGitIgnore: whether what a `.gitignore` excludes is no page.
    init(_ layout: PairLayout, pages: [FilePath], hasFolder: Bool, usesGitIgnore: Bool) {
        guard layout.target.names.contains("locale") else { return }
        let listed = Set(layout.locales.map(Language.canonical))
        /// The names that paths have, by their locales.
        var present = Self.names(pages.lazy.compactMap(layout.localeOfTranslation))
        guard !listed.isSubset(of: present.keys), hasFolder || !listed.isSuperset(of: present.keys) else { return }
        // Perhaps only some of the pages are read now.
        present.merge(Self.names(of: layout, usesGitIgnore: usesGitIgnore)) { first, _ in first }
        let others = present.keys.filter { !listed.contains($0) }.sorted()
        for locale in layout.listed where present[Language.canonical(locale.name)] == nil {
            let near = Self.nearest(to: locale.name, among: others).flatMap { present[$0] }
            let isMisspelt = near != nil && !Language.isKnown(locale.name)
            found.append(
                Unused(
                    listed: locale, isMisspelt: isMisspelt,
                    message: Self.message(locale.name, layout, near: near, isMisspelt: isMisspelt)))
        }
    }

    private static func message(_ locale: String, _ layout: PairLayout, near: String?, isMisspelt: Bool) -> String {
        if layout.isOfSources(locale) {
            return "`\(locale)` is the language of the sources, so no page is a translation into it; remove it here"
        }
        let hint = near.map { "; did you mean `\($0)`?" }
        if isMisspelt {
            return "`\(locale)` is no language that Diptych knows, and no page has it\(hint ?? "")"
        }
        return "no page of `\(layout.target.text)` has the locale `\(locale)`"
            + (hint ?? "; write it as the paths of its pages do, or remove it here")
    }

    private static func names(_ locales: some Sequence<String>) -> [String: String] {
        Dictionary(locales.map { (Language.canonical($0), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The locales of all pages that have the place of a translation.
    private static func names(of layout: PairLayout, usesGitIgnore: Bool) -> [String: String] {
        let root = layout.folder.pushing(FilePath(layout.target.root)).lexicallyNormalized()
        guard FileSystem.kind(of: root) == .folder else { return [:] }
        var walk = FolderWalk(gitIgnore: usesGitIgnore ? GitIgnore(root) : nil, skipsOutputs: true)
        let files = walk.files(below: root, where: PageFinder.isPage)
        return names(files.lazy.compactMap { layout.localeOfTranslation(root.pushing($0)) })
    }

    /// The locale that was probably meant: one of the same language, else one that begins with the same letter and differs in one
    /// letter of three.
    private static func nearest(to name: String, among locales: [String]) -> String? {
        let locale = Language.canonical(name)
        let language = locale.split(separator: "-").first
        if let same = locales.first(where: { $0.split(separator: "-").first == language }) { return same }
        let near = locales.filter {
            $0.first == locale.first && Suggestion.distance(locale, $0) <= max(1, locale.count / 3)
        }
        return near.min { Suggestion.distance(locale, $0) < Suggestion.distance(locale, $1) }
    }
}
