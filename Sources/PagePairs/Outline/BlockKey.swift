/// What names a block, and is not translated: of a heading the id that links use, which is written there or made of its words by
/// the site; of a row the code that it begins with; of an item this, or the place that it links to.
struct BlockKey: Equatable {
    let hash: UInt32
    /// Whether it is written there: `{#set-up}`, `<a name="set-up">`, a code span. A translation keeps it.
    let isExplicit: Bool
}

extension PageOutline {
    /// Knows which blocks of two sides are one, by the keys that translations keep.
    struct KnownKeys {
        /// The keys that one block of each side has.
        private let common: Set<UInt32>

        init(_ source: PageOutline, _ target: PageOutline) {
            common = Self.unique(source).intersection(Self.unique(target))
        }

        /// The keys that only one block has: of three headings "Installation", none is known by its id.
        private static func unique(_ outline: PageOutline) -> Set<UInt32> {
            var counts: [UInt32: Int] = [:]
            for block in outline.blocks { if let id = block.key { counts[id.hash, default: 0] += 1 } }
            return Set(counts.lazy.filter { $0.value == 1 }.map(\.key))
        }

        /// Whether two blocks are surely different ones: one of them has its key on the other side, at another block.
        func areDifferent(_ source: BlockKey?, _ target: BlockKey?) -> Bool {
            guard let source, let target, source.hash != target.hash else { return false }
            let (hasSource, hasTarget) = (common.contains(source.hash), common.contains(target.hash))
            return hasSource && hasTarget || hasTarget && target.isExplicit || hasSource && source.isExplicit
        }

        /// Whether both sides have the block.
        func areOnBothSides(_ id: BlockKey?) -> Bool { id.map { common.contains($0.hash) } ?? false }
    }
}
