import BitextReaders
import ParsedBitext

/// Says whether units of exchange files can have been made of a page, whatever its name is.
package struct PageFit {
    private let texts: PageTexts

    package init(_ parsed: ParsedBitext) { texts = PageTexts(parsed) }

    /// How well units fit to a page.
    package enum Degree: Comparable {
        /// A source is not on the page.
        case none
        /// The page has all sources.
        case sources
        /// It has all targets that went out, too.
        case targets
    }

    /// How well units fit. Very short texts fit to no page: others may have them, too.
    package func degree(of units: [ImportUnit]) -> Degree {
        var size = 0
        var hasTargets = true
        for unit in units {
            let segments = texts.segments(withSourceOf: unit.unit)
            guard let first = segments.first else { return .none }
            size += texts.source(first).utf8.count
            let hash = unit.unit.targetHash
            hasTargets = hasTargets && hash != nil && segments.contains { texts.targetHash($0) == hash }
        }
        guard size >= Self.minSize else { return .none }
        return hasTargets ? .targets : .sources
    }

    /// How many bytes the sources must have: some words.
    private static let minSize = 24
}
