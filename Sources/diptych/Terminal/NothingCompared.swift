import Workspace

/// A run compared no text with its translation, which must not look as if all were well.
struct NothingCompared: Error, CustomStringConvertible {
    let reason: String

    var description: String { "nothing was compared: \(reason)" }

    /// Why, and what to do.
    ///
    /// - Parameter checked: how many pages were read as translations.
    static func reason(_ finder: PageFinder, checked: Int) -> String {
        if checked > 0 {
            return finder.pages.contains { $0.source != nil }
                ? "no page has a text with its translation; make sure that the sources are those of these pages"
                : "no page has a text with its translation; name the sources with --source, or once for all with `diptych init`"
        }
        let hasOnlySources = finder.pages.allSatisfy(\.isSource)
        return hasOnlySources
            ? "these pages are the sources of others; name the translations, or the folder of both"
            : "all pages are sources of others, or excluded by .diptych.yml"
    }

    /// Whether a run may have nothing to compare: a git hook names the files that changed, and these can all be in one language, or
    /// have no text.
    static func isExpected(_ finder: PageFinder) -> Bool { !finder.hasFolder }
}
