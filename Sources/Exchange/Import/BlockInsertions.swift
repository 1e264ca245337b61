import Bitext
import ParsedBitext

/// Puts new targets for which a page pair has no place together to blocks that can be inserted.
struct BlockInsertions {
    /// In the order of the source.
    private(set) var insertions: [BlockInsertion] = []
    /// What cannot be inserted, and why.
    private(set) var refused: [(change: PageImport.Change, reason: String)] = []
    private let texts: PageTexts
    private let bitext: Bitext
    private let joinsSentences: Bool
    private let items: (source: ListItems, target: ListItems)
    private var beside: TextsBeside
    /// What only the target has, in its order.
    private let ownBlocks: [SideRange]
    private let limit: Int

    /// - Parameters:
    ///   - changes: new targets of segments without a target, by the index of the segment.
    ///   - limit: no more blocks are put into a page at once.
    init(_ changes: [Int: PageImport.Change], in texts: PageTexts, limit: Int = 1_000) {
        self.limit = limit
        let bitext = texts.parsed.bitext
        self.texts = texts
        self.bitext = bitext
        joinsSentences = UnspacedSentences.areJoined(in: bitext)
        items = (ListItems(texts.parsed.source.tree), ListItems(texts.parsed[.target].tree))
        beside = TextsBeside(bitext)
        ownBlocks = bitext.unpairedBlocks.filter { $0.side == .target }.map(\.target)
            .sorted { $0.lowerBound < $1.lowerBound }
        var rest = bitext.segments.indices.lazy.filter { bitext.segments[$0].target == nil }.compactMap { index in
            bitext.segments[index].source.flatMap { source in
                source.range.isEmpty ? nil : (index: index, start: source.range.lowerBound)
            }
        }.sorted { $0.start < $1.start }[...]
        let blocks = bitext.unpairedBlocks.filter { $0.side == .source }.sorted {
            $0.source.lowerBound < $1.source.lowerBound
        }
        for (block, companion) in zip(blocks, Self.companions(of: blocks, bitext.source.bytes)) {
            let before = rest.prefix { $0.start < block.source.lowerBound }
            refuseSentences(before.compactMap { changes[$0.index] })
            rest = rest.dropFirst(before.count)
            let segments = rest.prefix { $0.start < block.source.upperBound }
            rest = rest.dropFirst(segments.count)
            let new = segments.compactMap { changes[$0.index] }
            guard !new.isEmpty else { continue }
            // A text without words is its own translation.
            let lacking = segments.count { changes[$0.index] == nil && texts.hasWords($0.index) }
            if lacking == 0 {
                insert(block, new, besides: companion)
            } else {
                refuse(
                    new,
                    "it comes in when all \(new.count + lacking) texts of its \(block.kind.rawValue) are translated, "
                        + "now \(new.count) of them")
            }
        }
        refuseSentences(rest.compactMap { changes[$0.index] })
        refuseUndefinedReferences()
    }

    /// For each block that the target lacks: what it may not come in without, code right beside it, or markup beside it or beside other
    /// such blocks next to it. Two blocks of code with nothing between them are one in Markdown, so the place can be in the middle of the
    /// code that the target has; and `::: zone` or `<details>` around a text says for whom it is.
    private static func companions(of blocks: [UnpairedBlock], _ bytes: [UInt8]) -> [UnpairedBlock.Kind?] {
        var companions: [UnpairedBlock.Kind?] = Array(repeating: nil, count: blocks.count)
        var start = 0
        while start < blocks.count {
            var end = start + 1
            while end < blocks.count,
                areTogether(blocks[end - 1].source.upperBound, blocks[end].source.lowerBound, bytes)
            {
                end += 1
            }
            let hasMarkup = blocks[start..<end].contains { $0.kind == .markup }
            for index in start..<end {
                let isBesideCode =
                    index > start && blocks[index - 1].kind == .code
                    || index + 1 < end && blocks[index + 1].kind == .code
                companions[index] = hasMarkup ? .markup : isBesideCode ? .code : nil
            }
            start = end
        }
        return companions
    }

    /// Whether nothing but blanks is between the end of a block and the beginning of another one.
    private static func areTogether(_ end: SideOffset, _ start: SideOffset, _ bytes: [UInt8]) -> Bool {
        end <= start && bytes[end.value..<start.value].allSatisfy(\.isASCIIBlank)
    }

    /// Whether a place of the target is right before or after a block that the source lacks. Then their order is not
    /// known.
    private func isBesideOwnBlock(_ place: SideOffset) -> Bool {
        let bytes = bitext[.target].bytes
        let low = ownBlocks.partitioningIndex { $0.lowerBound >= place }
        let before = low > 0 && Self.areTogether(ownBlocks[low - 1].upperBound, place, bytes)
        return before || low < ownBlocks.count && Self.areTogether(place, ownBlocks[low].lowerBound, bytes)
    }

    private mutating func insert(
        _ block: UnpairedBlock, _ changes: [PageImport.Change], besides companion: UnpairedBlock.Kind?
    ) {
        guard insertions.count < limit else {
            return refuse(changes, "\(limit) others come in first; import it again")
        }
        do throws(BlockInsertion.Refusal) {
            if isBesideOwnBlock(block.target.lowerBound) {
                throw BlockInsertion.Refusal(reason: "the page has a block of its own there")
            }
            if let companion {
                throw BlockInsertion.Refusal(reason: "the \(companion.rawValue) beside it is missing, too")
            }
            if let line = beside.lineOfSameText(as: changes) {
                throw BlockInsertion.Refusal(reason: "line \(line) already says nearly the same")
            }
            let list = ListPlace(
                block, at: end(before: block.target.lowerBound), source: items.source, target: items.target)
            insertions.append(try BlockInsertion(block, changes, in: bitext, list, joins: joinsSentences))
        } catch {
            refuse(changes, TargetEdit.noPlace(error.reason))
        }
    }

    /// Where the last line with text before a place of the target ends: a list ends there, too.
    private func end(before place: SideOffset) -> SideOffset {
        let bytes = bitext[.target].bytes
        var end = min(place.value, bytes.count)
        while end > 0, bytes[end - 1].isASCIIBlank { end -= 1 }
        return SideOffset(end)
    }

    private mutating func refuseSentences(_ changes: [PageImport.Change]) {
        refuse(changes, TargetEdit.noPlace("it is in a block that the page has"))
    }

    /// Refuses blocks that refer to what only the source defines: readers would see the brackets.
    private mutating func refuseUndefinedReferences() {
        let references = References(texts.parsed.source.tree)
        let labels = insertions.map { references.labels(in: $0.source) }
        let side = bitext[.target]
        let undefined = References.undefined(
            Set(labels.joined()), in: side.bytes[min(side.bodyStart.value, side.bytes.count)...],
            with: insertions.map(\.lines))
        guard !undefined.isEmpty else { return }
        var defined: [BlockInsertion] = []
        for (insertion, labels) in zip(insertions, labels) {
            guard let label = labels.first(where: { undefined.contains($0) }) else {
                defined.append(insertion)
                continue
            }
            let name = String(decoding: label, as: UTF8.self).prefix(60)
            refuse(
                insertion.changes, "it refers to “\(name)”, which the page does not define; add the definition first")
        }
        insertions = defined
    }

    private mutating func refuse(_ changes: [PageImport.Change], _ reason: String) {
        refused += changes.map { ($0, reason) }
    }
}
