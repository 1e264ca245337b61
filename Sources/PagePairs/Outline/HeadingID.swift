import Bitext
import Hashing

/// What names a heading in links to it: an id that is written there, or the one that sites make of its words.
struct HeadingID: Equatable {
    let hash: UInt32
    /// Whether it is written there: `{#set-up}`, `<a name="set-up">`. A translation keeps it.
    let isExplicit: Bool
}

extension PageOutline {
    /// Reads which headings of two sides are one, by the ids that translations keep.
    struct KnownHeadings {
        private let sources: Set<UInt32>
        private let targets: Set<UInt32>

        init(_ source: PageOutline, _ target: PageOutline) {
            sources = Set(source.blocks.compactMap { $0.headingID?.hash })
            targets = Set(target.blocks.compactMap { $0.headingID?.hash })
        }

        /// Whether two headings are surely different ones: one of them has its id on the other side, at another heading.
        func areDifferent(_ source: HeadingID?, _ target: HeadingID?) -> Bool {
            guard let source, let target, source.hash != target.hash else { return false }
            return target.isExplicit && sources.contains(target.hash)
                || source.isExplicit && targets.contains(source.hash)
        }

        /// Whether the other side has a heading with an id.
        func hasCounterpart(_ id: HeadingID, of side: Side) -> Bool {
            (side == .source ? targets : sources).contains(id.hash)
        }
    }
}
