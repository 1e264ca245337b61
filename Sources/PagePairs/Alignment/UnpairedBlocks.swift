import Bitext
import MarkdownSyntax

/// Finds what one side lacks as a whole: not each paragraph of a section, but the section.
struct UnpairedBlocks {
    private let side: Side
    private let outline: PageOutline
    /// For each block of the side without a pair, where it would be on the other side.
    private var places: [SideOffset?]
    private var found: [Found] = []

    /// A block that the other side lacks.
    private struct Found {
        let kind: UnpairedBlock.Kind
        let range: SideRange
        /// Where it would be on the other side.
        let place: SideOffset
        /// The number of its step.
        let order: Int
        /// The index of its first block in the outline, and how many it has.
        let index: Int
        let count: Int
    }

    /// The blocks that one side lacks, in the order of the steps.
    static func all(
        _ source: PageOutline, _ target: PageOutline, _ steps: [BandedAligner.Step]
    ) -> [UnpairedBlock] {
        guard steps.contains(where: { $0.source.isEmpty || $0.target.isEmpty }) else { return [] }
        var onSource = UnpairedBlocks(.source, source)
        var onTarget = UnpairedBlocks(.target, target)
        var orders = (
            source: [Int](repeating: 0, count: source.blocks.count),
            target: [Int](repeating: 0, count: target.blocks.count)
        )
        var (placesOnSource, placesOnTarget) = (Places(source), Places(target))
        for (order, step) in steps.enumerated() {
            for index in step.source {
                orders.source[index] = order
                if step.target.isEmpty { onSource.places[index] = placesOnTarget.place(of: source.blocks[index]) }
                placesOnSource.pass(index)
            }
            for index in step.target {
                orders.target[index] = order
                if step.source.isEmpty { onTarget.places[index] = placesOnSource.place(of: target.blocks[index]) }
                placesOnTarget.pass(index)
            }
        }
        onSource.group(orders.source)
        onTarget.group(orders.target)
        let moves = moves(onSource.found, source, onTarget.found, target)
        let joined = JoinedTexts(source, target, steps)
        let blocks =
            onSource.found.map { found in
                let mayBeJoined = joined.mayHave(found.index..<found.index + found.count, at: found.order)
                return (found.order, block(found, .source, moves.source[found.index], mayBeJoined: mayBeJoined))
            } + onTarget.found.map { ($0.order, block($0, .target, moves.target[$0.index])) }
        return blocks.sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// Where the blocks that the other side has would be on this one.
    private struct Places {
        private let outline: PageOutline
        private var last: SideOffset
        private var lastBlock: Int?

        init(_ outline: PageOutline) {
            self.outline = outline
            last = outline.bodyStart
        }

        mutating func pass(_ index: Int) {
            last = max(last, outline.blocks[index].range.upperBound)
            lastBlock = index
        }

        /// After the last block; for a heading, after the list or quote that this is in.
        mutating func place(of block: OutlineBlock) -> SideOffset {
            if block.kind == .heading, var node = lastBlock.map({ outline.blocks[$0].node }) {
                while let parent = outline.tree.parent(of: node), parent != MarkdownTree.root { node = parent }
                if node != MarkdownTree.root { last = max(last, outline.tree[node].range.upperBound) }
                lastBlock = nil
            }
            return last
        }
    }

    private static func block(
        _ found: Found, _ side: Side, _ movedTo: SideRange?, mayBeJoined: Bool = false
    ) -> UnpairedBlock {
        UnpairedBlock(
            found.kind, on: side, source: side == .source ? found.range : found.place..<found.place,
            target: side == .target ? found.range : found.place..<found.place, movedTo: movedTo,
            mayBeJoined: mayBeJoined)
    }

    /// For the blocks that both sides have, but at different places: where the other side has them, by the index of the first
    /// block. They have as many blocks, and the same id of a heading, or the same code, numbers and addresses at the beginning.
    private static func moves(
        _ onSource: [Found], _ source: PageOutline, _ onTarget: [Found], _ target: PageOutline
    ) -> (source: [Int: SideRange], target: [Int: SideRange]) {
        var moves: (source: [Int: SideRange], target: [Int: SideRange]) = ([:], [:])
        let headings = (source: source.sections, target: target.sections)
        for found in onSource {
            moves.source[found.index] = sameSection(as: found, of: source, headings.source, headings.target)
        }
        for found in onTarget {
            moves.target[found.index] = sameSection(as: found, of: target, headings.target, headings.source)
        }
        guard !onSource.isEmpty, !onTarget.isEmpty else { return moves }
        let targets = keys(onTarget, target)
        for (key, found) in keys(onSource, source) {
            guard let found, let other = targets[key] ?? nil, found.kind == other.kind, found.count == other.count
            else { continue }
            moves.source[found.index] = other.range
            moves.target[other.index] = found.range
        }
        return moves
    }

    /// Where the other side has the heading of a section, which is paired with another one there: in a list of terms that each
    /// language sorts in its own way.
    private static func sameSection(
        as found: Found, of outline: PageOutline, _ own: [UInt32: PageOutline.Section?],
        _ others: [UInt32: PageOutline.Section?]
    ) -> SideRange? {
        guard found.kind == .section || found.kind == .heading, let key = outline.blocks[found.index].key?.hash,
            let own = own[key] ?? nil, let other = others[key] ?? nil, own.hasText == other.hasText
        else { return nil }
        return other.heading
    }

    /// The blocks by what identifies them on both sides; nil for what identifies several.
    private static func keys(_ found: [Found], _ outline: PageOutline) -> [UInt64: Found?] {
        var keys: [UInt64: Found?] = [:]
        for block in found {
            let first = outline.blocks[block.index]
            let key: UInt64
            if let id = first.key {
                key = UInt64(id.hash)
            } else {
                let anchor = AnchorKey(first, OutlineFeatures.features(of: first, in: outline))
                guard anchor.isStrong else { continue }
                key = anchor.hash
            }
            keys.updateValue(keys.keys.contains(key) ? nil : block, forKey: key)
        }
        return keys
    }

    private init(_ side: Side, _ outline: PageOutline) {
        self.side = side
        self.outline = outline
        places = Array(repeating: nil, count: outline.blocks.count)
    }

    private mutating func group(_ orders: [Int]) {
        let counts = countByNode()
        let ends = ends()
        var index = 0
        while index < places.count {
            guard let place = places[index] else {
                index += 1
                continue
            }
            let order = orders[index]
            let block = outline.blocks[index]
            // A heading and what comes after it without a pair, up to the end of its section at most.
            let end = min(ends.sections[index], ends.unpaired[index])
            if block.kind == .heading, end > index + 1 {
                let range = range(of: block).lowerBound..<range(of: outline.blocks[end - 1]).upperBound
                add(.section, range, place, order, index..<end)
                index = end
                continue
            }
            // The outermost block that the other side lacks completely.
            var node = block.node
            while let parent = outline.tree.parent(of: node), parent != MarkdownTree.root,
                counts[parent].all == counts[parent].unpaired
            {
                node = parent
            }
            let count = max(1, Int(counts[node].unpaired))
            let isWhole = counts[node].all == counts[node].unpaired && node != MarkdownTree.root
            add(
                isWhole ? kind(of: node, block) : kind(of: block.node, block),
                isWhole && !outline.tree[node].range.isEmpty ? outline.tree[node].range : block.range, place, order,
                index..<index + (isWhole ? count : 1))
            index += isWhole ? count : 1
        }
    }

    private mutating func add(
        _ kind: UnpairedBlock.Kind, _ range: SideRange, _ place: SideOffset, _ order: Int, _ blocks: Range<Int>
    ) {
        // Markup of HTML can have no place. A comment is for authors. A box has another form, or no title, on another site.
        guard !range.isEmpty, kind != .markup || !outline.isComment(range), !outline.isHeadOfAlert(range),
            !outline.isAttributes(range)
        else {
            return
        }
        found.append(
            Found(
                kind: kind, range: range, place: place, order: order, index: blocks.lowerBound,
                count: blocks.count))
    }

    private func range(of block: OutlineBlock) -> SideRange {
        let range = outline.tree[block.node].range
        return block.node == MarkdownTree.root || range.isEmpty ? block.range : range
    }

    private func kind(of node: MarkdownTree.ID, _ block: OutlineBlock) -> UnpairedBlock.Kind {
        switch outline.tree[node].kind {
        case .list: .list
        case .item: .item
        case .table: .table
        case .blockQuote, .alert: .quote
        default:
            switch block.kind {
            case .heading: .heading
            case .paragraph: .paragraph
            case .code: .code
            case .row: .row
            case .markup, .line: .markup
            }
        }
    }

    /// How many blocks are below each node, and how many of these have no pair.
    private func countByNode() -> [(all: Int32, unpaired: Int32)] {
        var counts = [(all: Int32, unpaired: Int32)](repeating: (0, 0), count: outline.tree.ids.count)
        for (index, block) in outline.blocks.enumerated() {
            var node: MarkdownTree.ID? = block.node
            while let id = node {
                counts[id].all += 1
                if places[index] != nil { counts[id].unpaired += 1 }
                node = outline.tree.parent(of: id)
            }
        }
        return counts
    }

    /// For each block, where the sequence of blocks without a pair ends that it is in; for each heading, where its section
    /// ends.
    private func ends() -> (unpaired: [Int], sections: [Int]) {
        let count = places.count
        var unpaired = [Int](repeating: count, count: count)
        var sections = unpaired
        // The headings after the current block, the nearest last, each of a lower level than those after it.
        var headings: [Int] = []
        for index in (0..<count).reversed() {
            if places[index] == nil {
                unpaired[index] = index
            } else if index + 1 < count {
                unpaired[index] = unpaired[index + 1]
            }
            let block = outline.blocks[index]
            guard block.kind == .heading else { continue }
            while let next = headings.last, outline.blocks[next].value > block.value { headings.removeLast() }
            sections[index] = headings.last ?? count
            headings.append(index)
        }
        return (unpaired, sections)
    }
}

extension PageOutline {
    fileprivate struct Section {
        /// The range of its heading.
        let heading: SideRange
        /// Whether something is between its heading and the next one.
        let hasText: Bool
    }

    /// The sections by what names their headings; nil for what names several.
    fileprivate var sections: [UInt32: Section?] {
        var sections: [UInt32: Section?] = [:]
        for (index, block) in blocks.enumerated() where block.kind == .heading {
            guard let key = block.key?.hash else { continue }
            let hasText = index + 1 < blocks.count && blocks[index + 1].kind != .heading
            sections.updateValue(
                sections.keys.contains(key) ? nil : Section(heading: block.range, hasText: hasText), forKey: key)
        }
        return sections
    }
}
