import BitextReaders
import ParsedBitext

/// The units of memories and lists of corrections, which are of every page with their sources.
package struct CommonUnits {
    package let units: [ImportUnit]
    /// By the hash of the source's markup, and by that of its text without codes.
    private var byMarkup: [UInt64: [Int]] = [:]
    private var bySkeleton: [UInt64: [Int]] = [:]

    /// The language of all targets; nil if they name none, or several.
    package let locale: String?

    /// What an import makes of a unit depends on this alone.
    private struct Key: Hashable {
        let file: String
        let source: CodedText
        let target: CodedText?
        let oldTarget: String?
        let targetHash: String?
        let targetLocale: String?
        let page: String?
        let ids: [String]

        init(_ unit: ImportUnit) {
            file = unit.file
            (source, target) = (unit.unit.source, unit.unit.target)
            (oldTarget, targetHash) = (unit.unit.oldTarget, unit.unit.targetHash)
            (targetLocale, page, ids) = (unit.unit.targetLocale, unit.unit.page, unit.unit.moreIDs)
        }
    }

    /// - Parameter all: of several that are the same, the first is taken. A memory of 100 MB repeats most of its units.
    package init(_ all: [ImportUnit]) {
        var known: Set<Key> = []
        let units = all.filter { known.insert(Key($0)).inserted }
        self.units = units
        let locales = Set(units.compactMap(\.unit.targetLocale))
        locale = locales.count == 1 ? locales.first : nil
        for (index, unit) in units.enumerated() {
            if let markup = unit.unit.source.markup {
                byMarkup[PageTexts.hash(markup.utf8), default: []].append(index)
            }
            if !unit.unit.isMarkdown {
                bySkeleton[PageTexts.hash(PageTexts.skeleton(unit.unit.source).utf8), default: []].append(index)
            }
        }
    }

    /// The units whose source is on a page, and whose target has its language. In their order.
    func units(for page: PageTexts, locale: String?) -> [Int] {
        guard !units.isEmpty else { return [] }
        var found: Set<Int> = []
        for key in page.byMarkup.keys { found.formUnion(byMarkup[key] ?? []) }
        for key in page.bySkeleton.keys { found.formUnion(bySkeleton[key] ?? []) }
        return found.filter { Self.isSame(units[$0].unit.targetLocale, locale) }.sorted()
    }

    /// Whether two locales have the same language, as far as both are known.
    private static func isSame(_ left: String?, _ right: String?) -> Bool {
        guard let left, let right, !left.isEmpty, !right.isEmpty else { return true }
        return Language(locale: left).code == Language(locale: right).code
    }
}
