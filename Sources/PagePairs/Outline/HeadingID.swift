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
        /// The ids that one heading of each side has.
        private let common: Set<UInt32>

        init(_ source: PageOutline, _ target: PageOutline) {
            common = Self.unique(source).intersection(Self.unique(target))
        }

        /// The ids that only one heading has: of three headings "Installation", none is known by its id.
        private static func unique(_ outline: PageOutline) -> Set<UInt32> {
            var counts: [UInt32: Int] = [:]
            for block in outline.blocks { if let id = block.headingID { counts[id.hash, default: 0] += 1 } }
            return Set(counts.lazy.filter { $0.value == 1 }.map(\.key))
        }

        /// Whether two headings are surely different ones: one of them has its id on the other side, at another heading.
        func areDifferent(_ source: HeadingID?, _ target: HeadingID?) -> Bool {
            guard let source, let target, source.hash != target.hash else { return false }
            return target.isExplicit && common.contains(target.hash)
                || source.isExplicit && common.contains(source.hash)
        }

        /// Whether both sides have the heading.
        func areOnBothSides(_ id: HeadingID?) -> Bool { id.map { common.contains($0.hash) } ?? false }
    }
}
