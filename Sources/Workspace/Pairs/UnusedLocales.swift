import Checks
import ParsedBitext
import SystemPackage

/// The locales that a layout of page pairs lists and no page has.
struct UnusedLocales {
    /// A locale that no page has.
    struct Unused {
        let listed: PairLayout.ListedLocale
        /// Whether pages can have it: `{locale}` matches only the tags of languages that Diptych knows.
        let canBeUsed: Bool
        /// What is wrong, and what was probably meant.
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
        var present = Set(pages.compactMap(layout.localeOfTranslation))
        guard !listed.isSubset(of: present), hasFolder || !present.isSubset(of: listed) else { return }
        // Perhaps only some of the pages are read now.
        present.formUnion(Self.locales(of: layout, usesGitIgnore: usesGitIgnore))
        let others = present.subtracting(listed).sorted()
        for locale in layout.listed where !present.contains(Language.canonical(locale.name)) {
            let isTag = Language.isTag(Language.canonical(locale.name)[...])
            let hint = Self.nearest(to: locale.name, among: others).map { "; did you mean `\($0)`?" } ?? ""
            found.append(
                Unused(
                    listed: locale, canBeUsed: isTag,
                    message: isTag
                        ? "no page of `\(layout.target.text)` has the locale `\(locale.name)`\(hint)"
                        : "`\(locale.name)` is no locale that Diptych knows, so no page has it\(hint)"))
        }
    }

    /// The locales of all pages that have the place of a translation.
    private static func locales(of layout: PairLayout, usesGitIgnore: Bool) -> Set<String> {
        let root = layout.folder.pushing(FilePath(layout.target.root)).lexicallyNormalized()
        guard FileSystem.kind(of: root) == .folder else { return [] }
        var walk = FolderWalk(gitIgnore: usesGitIgnore ? GitIgnore(root) : nil, skipsOutputs: true)
        let files = walk.files(below: root, where: PageFinder.isPage)
        return Set(files.compactMap { layout.localeOfTranslation(root.pushing($0)) })
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
