import ParsedBitext

/// An `ms.contentlocale` that is missing or differs from the folder's locale.
struct ContentLocale: Rule {
    static let description = RuleDescription(
        "content-locale", .warning, .localeConvention,
        "`ms.contentlocale` is missing, or differs from the folder's locale.",
        discussion: """
            The key is the target's locale. Publishing needs it, and so do the rules for numbers and punctuation. A
            bilingual page in a folder with the name of a locale (`fr-FR`, `docs.fr-FR`) must have that locale. If no
            folder has such a name, a missing key is a note. Pages without front matter, as fragments that other pages include, are ignored, and so
            are page pairs without any key that begins with `ms.`. Write the folder's locale.
            """,
        bad: .init("docs/fr-FR/page.md", "ms.contentlocale: de-DE"),
        good: .init("docs/fr-FR/page.md", "ms.contentlocale: fr-FR"))

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        let bitext = tokenized.bitext
        guard !bitext.segments.isEmpty, let frontMatter = bitext[.target].frontMatter else { return }
        let folder = Language.locale(inPath: tokenized.path)
        guard let entry = frontMatter.entries.first(where: { $0.key == "ms.contentlocale" || $0.key == "ms.locale" }),
            case .scalar(let locale) = entry.value, !locale.isEmpty
        else {
            if bitext.isPagePair, !frontMatter.entries.contains(where: { $0.key.hasPrefix("ms.") }) { return }
            report.add(
                "`ms.contentlocale` is missing", at: tokenized.frontMatterStart,
                evidence: .init(source: folder, target: nil), severity: folder == nil ? .note : nil)
            return
        }
        guard let folder, locale != folder, locale.lowercased() != folder.lowercased() else { return }
        // "fr" in a folder "fr-FR" is less exact, but not wrong.
        let isLessExact = folder.lowercased().hasPrefix(locale.lowercased() + "-")
        report.add(
            "the folder is \(folder), `\(entry.key)` is \(locale)", at: tokenized.location(ofLine: entry.line),
            evidence: .init(source: folder, target: locale), severity: isLessExact ? .note : nil)
    }
}
