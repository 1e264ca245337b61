import SystemPackage

/// What the user should know of the page pairs that were found.
public struct PairNotes: Sendable {
    private var orphans: [(page: FilePath, source: FilePath)] = []
    private var caseDifferences: [(page: FilePath, source: FilePath)] = []
    private var swapped: [(page: FilePath, source: FilePath)] = []
    private var selves: [FilePath] = []
    private var unusedLocales: [String] = []
    /// How many pages a note names.
    private static let maxNamed = 3

    mutating func addOrphan(_ page: FilePath, expecting source: FilePath) { orphans.append((page, source)) }

    mutating func addCaseDifference(_ page: FilePath, _ source: FilePath) { caseDifferences.append((page, source)) }

    /// Adds a page in English with a source in another language.
    mutating func addSwapped(_ page: FilePath, _ source: FilePath) { swapped.append((page, source)) }

    /// Adds a page that is named as its own source.
    mutating func addSelf(_ page: FilePath) { selves.append(page) }

    /// Adds what is to be said of a locale of a configuration that no page has.
    mutating func addUnusedLocale(_ sentence: String) { unusedLocales.append(sentence) }

    /// Whole sentences, without a full stop.
    public var sentences: [String] {
        var sentences: [String] = []
        if let first = orphans.first {
            let subject = CountText.counted(orphans.count, "page has", "pages have")
            sentences.append(
                "\(subject) no source, so no translation was compared there: \(Self.names(orphans)); "
                    + "looked for \(first.source.fromWorkingFolder)\(orphans.count == 1 ? "" : " for the first")")
        }
        return sentences + sentencesOnSources
    }

    /// Those about pages that have a source.
    var sentencesOnSources: [String] {
        var sentences = unusedLocales
        if let first = selves.first {
            let others = selves.count > 1 ? " and \(selves.count - 1) more" : ""
            sentences.append("\(first)\(others): the page and its source are one file, so nothing was compared there")
        }
        if let first = swapped.first {
            let subject = CountText.counted(swapped.count, "page is", "pages are")
            sentences.append(
                "\(subject) checked as a translation into English: \(Self.names(swapped)). If English is the source, name the "
                    + "other one as the page: diptych check \(first.source.fromWorkingFolder) --source \(first.page)")
        }
        if !caseDifferences.isEmpty {
            let subject = CountText.counted(caseDifferences.count, "page differs", "pages differ")
            sentences.append(
                "\(subject) from the source in upper and lower case of the path: \(Self.names(caseDifferences)). "
                    + "Links break where the file system tells them apart; rename one")
        }
        return sentences
    }

    private static func names(_ pages: [(page: FilePath, source: FilePath)]) -> String {
        let rest = pages.count - maxNamed
        return pages.prefix(maxNamed).map(\.page.string).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }
}
