import Bitext
import Exchange
import Hashing
import ParsedBitext
import SystemPackage

/// Finds the pages of exchange files whose names are not there any more: pages that were renamed since.
///
/// A page is the one if its bytes are those that went out, or if it is the only page with all sources and old targets of the file.
/// Sources alone do not prove it: many pages have the same.
struct RenamedExports {
    /// The paths of the pages, by the names that the files have.
    private(set) var paths: [String: FilePath] = [:]
    /// The pages that could be the one, where it is not certain.
    private(set) var candidates: [String: [FilePath]] = [:]
    /// The pages that cannot be read, of which each could be the one.
    private(set) var unreadable: [FilePath] = []

    /// - Parameters:
    ///   - missing: the units of each page that is not there, by its name.
    ///   - named: the pages that files name, as paths from the root: none of these is another one.
    ///   - pages: those among which they are looked for.
    init(_ missing: [String: [ImportUnit]], named: Set<FilePath>, among pages: [PageFinder.Found]) {
        let pages = pages.filter { !$0.isSource && !named.contains($0.path.fromRoot) }
        addSameBytes(missing, pages)
        let rest = missing.filter { paths[$0.key] == nil }
        if !rest.isEmpty { addSameTexts(rest, pages) }
        // Two files cannot be of one page.
        let owners = Dictionary(grouping: paths.keys) { paths[$0] }
        for names in owners.values where names.count > 1 {
            for name in names { paths[name] = nil }
        }
    }

    private mutating func addSameBytes(_ missing: [String: [ImportUnit]], _ pages: [PageFinder.Found]) {
        var names: [Substring: [String]] = [:]
        for (name, units) in missing {
            // Of a page pair, the first half is the translation's.
            if let hash = units.first?.unit.pageHash?.split(separator: "-").first {
                names[hash, default: []].append(name)
            }
        }
        var found: [String: [FilePath]] = [:]
        for page in pages {
            guard let bytes = try? page.read() else {
                unreadable.append(page.path.lexicallyNormalized())
                continue
            }
            for name in names[SHA256Digest(of: bytes).hex[...]] ?? []
            where Self.agree(missing[name]?.first?.unit.targetLocale, page.locale) {
                found[name, default: []].append(page.path.lexicallyNormalized())
            }
        }
        for (name, pages) in found where pages.count == 1 { paths[name] = pages[0] }
    }

    private mutating func addSameTexts(_ missing: [String: [ImportUnit]], _ pages: [PageFinder.Found]) {
        var found: [String: [(path: FilePath, degree: PageFit.Degree)]] = [:]
        for page in pages {
            guard let bitext = try? page.readBitext(), !bitext.segments.isEmpty else { continue }
            let fit = PageFit(ParsedBitext(bitext))
            let locale = bitext.targetLocale ?? page.locale
            for (name, units) in missing where Self.agree(units.first?.unit.targetLocale, locale) {
                let degree = fit.degree(of: units)
                if degree > .none { found[name, default: []].append((page.path.lexicallyNormalized(), degree)) }
            }
        }
        for (name, pages) in found {
            guard let best = pages.map(\.degree).max() else { continue }
            let paths = pages.filter { $0.degree == best }.map(\.path)
            if paths.count == 1, best == .targets { self.paths[name] = paths[0] } else { candidates[name] = paths }
        }
    }

    private static func agree(_ tag: String?, _ locale: String?) -> Bool {
        guard let tag, let locale, Language.isTag(Substring(tag)) else { return true }
        return Language.agree(tag, locale)
    }
}
