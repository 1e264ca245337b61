import Bitext

/// Puts new targets for which a page pair has no place together to blocks that can be inserted.
struct BlockInsertions {
    /// In the order of the source.
    private(set) var insertions: [BlockInsertion] = []
    /// What cannot be inserted, and why.
    private(set) var refused: [(change: PageImport.Change, reason: String)] = []
    private let bitext: Bitext

    /// No more blocks are put into a page at once.
    private static let maxInsertions = 1_000

    /// - Parameter changes: new targets of segments without a target, by the index of the segment.
    init(_ changes: [Int: PageImport.Change], in bitext: Bitext) {
        self.bitext = bitext
        var rest = bitext.segments.indices.lazy.filter { bitext.segments[$0].target == nil }.compactMap { index in
            bitext.segments[index].source.flatMap { source in
                source.range.isEmpty ? nil : (index: index, start: source.range.lowerBound)
            }
        }.sorted { $0.start < $1.start }[...]
        let blocks = bitext.unpairedBlocks.filter { $0.side == .source }.sorted {
            $0.source.lowerBound < $1.source.lowerBound
        }
        for block in blocks {
            let before = rest.prefix { $0.start < block.source.lowerBound }
            refuseSentences(before.compactMap { changes[$0.index] })
            rest = rest.dropFirst(before.count)
            let segments = rest.prefix { $0.start < block.source.upperBound }
            rest = rest.dropFirst(segments.count)
            let new = segments.compactMap { changes[$0.index] }
            guard !new.isEmpty else { continue }
            if new.count == segments.count {
                insert(block, new)
            } else {
                let kind = block.kind.rawValue
                refuse(
                    new,
                    "it comes in when all \(segments.count) texts of its \(kind) are translated, now \(new.count) of them"
                )
            }
        }
        refuseSentences(rest.compactMap { changes[$0.index] })
    }

    private mutating func insert(_ block: UnpairedBlock, _ changes: [PageImport.Change]) {
        do throws(BlockInsertion.Refusal) {
            guard insertions.count < Self.maxInsertions else {
                throw BlockInsertion.Refusal(reason: "\(Self.maxInsertions) others come in first; import it again")
            }
            if let line = lineOfSameText(beside: changes) {
                throw BlockInsertion.Refusal(reason: "line \(line) already says nearly the same")
            }
            insertions.append(try BlockInsertion(block, changes, in: bitext))
        } catch {
            refuse(changes, "the page has no place for it: \(error.reason); add it to the page itself")
        }
    }

    private mutating func refuseSentences(_ changes: [PageImport.Change]) {
        refuse(changes, "the page has no place for it: it is in a block that the page has; add it to the page itself")
    }

    private mutating func refuse(_ changes: [PageImport.Change], _ reason: String) {
        refused += changes.map { ($0, reason) }
    }

    // MARK: The texts beside a block

    /// How many paired segments before and after a block are compared with it.
    private static let maxNeighbours = 3
    /// From how much similarity on a target is nearly the same, in percent.
    private static let leastSimilarity = 75
    /// Longer texts are not compared.
    private static let maxWords = 500

    /// The line of a target beside the block that is like a new one, though their sources are not alike. Then the page has the block, but
    /// it was paired with another one.
    private func lineOfSameText(beside changes: [PageImport.Change]) -> Int? {
        guard let first = changes.first?.segment, let last = changes.last?.segment else { return nil }
        let before = bitext.segments[..<first].indices.reversed().lazy.filter { bitext.segments[$0].target != nil }
        let after = bitext.segments[(last + 1)...].indices.lazy.filter { bitext.segments[$0].target != nil }
        let neighbours = Array(before.prefix(Self.maxNeighbours)) + Array(after.prefix(Self.maxNeighbours))
        for neighbour in neighbours {
            let target = words(neighbour, .target)
            for change in changes {
                let similarity = similarity(MemoryQuery(change.text).words, target)
                if similarity >= Self.leastSimilarity,
                    self.similarity(words(change.segment, .source), words(neighbour, .source)) < similarity - 25
                {
                    return bitext.position(of: bitext.segments[neighbour].location).line
                }
            }
        }
        return nil
    }

    private func words(_ segment: Int, _ side: Side) -> [UInt64] {
        bitext.segments[segment][side].map { MemoryQuery(bitext[side].text($0.range)).words } ?? []
    }

    /// How many of the words are the same and in the same order, in percent.
    private func similarity(_ left: [UInt64], _ right: [UInt64]) -> Int {
        let longest = max(left.count, right.count)
        guard longest > 0, longest <= Self.maxWords else { return 0 }
        return MemoryWords.distance(left, right, atMost: longest).map { 100 * (longest - $0) / longest } ?? 0
    }
}
