import Bitext

extension TargetEdit {
    /// The new blocks that do not become the blocks that they are in the source, or that change other blocks of the
    /// file: an item that would begin a list of its own, or be at another level, for example.
    ///
    /// Where all together are wrong, each half is tried by itself, as in ``changingBlocks(_:in:file:of:)``.
    ///
    /// - Parameter changes: what else changes in the file.
    package static func misplaced(
        _ insertions: [BlockInsertion], _ changes: [PageImport.Change], in bytes: [UInt8], file: Int, of bitext: Bitext
    ) -> [BlockInsertion] {
        guard !insertions.isEmpty else { return [] }
        let start = bitext[.target].bodyStart
        let old = placedBlocks(of: apply(changes, to: bytes, file: file, of: bitext), from: start).map(\.block)
        let source = placedBlocks(of: Array(bitext.source.bytes), from: bitext.source.bodyStart)
        return wrong(of: insertions) { part in
            let new = inserted(Array(part), changes, to: bytes, file: file, of: bitext)
            let ranges = new.blocks.map(\.range)
            let wanted = new.blocks.map(\.insertion.source.values).sorted { $0.lowerBound < $1.lowerBound }
            let blocks = divided(placedBlocks(of: new.bytes, from: start), by: ranges)
            return blocks.outside == old && blocks.inside == divided(source, by: wanted).inside
        }
    }

    /// Blocks that are in some ranges, and those that are not.
    ///
    /// - Parameter ranges: in order.
    private static func divided(
        _ blocks: [(block: Block, range: Range<Int>)], by ranges: [Range<Int>]
    ) -> (inside: [Block], outside: [Block]) {
        var result: (inside: [Block], outside: [Block]) = ([], [])
        for (block, range) in blocks {
            // The last range that begins before the block.
            let next = ranges.partitioningIndex { $0.lowerBound > range.lowerBound }
            let isInside = next > 0 && !range.isEmpty && range.upperBound <= ranges[next - 1].upperBound
            if isInside { result.inside.append(block) } else { result.outside.append(block) }
        }
        return result
    }

    /// The new blocks that are not the translations of their sources on the changed page.
    ///
    /// - Parameters:
    ///   - changes: what else changes in the file.
    ///   - after: the changed page. nil if it cannot be read at all.
    package static func misread(
        _ insertions: [BlockInsertion], _ changes: [PageImport.Change], in bytes: [UInt8], file: Int, of before: Bitext,
        after: Bitext?
    ) -> [BlockInsertion] {
        guard let after else { return insertions }
        let blocks = inserted(insertions, changes, to: bytes, file: file, of: before).blocks
        var lacking: Set<SideOffset> = []
        for segment in after.segments where segment.target == nil {
            if let start = segment.source?.range.lowerBound { lacking.insert(start) }
        }
        var wrong: [BlockInsertion] = []
        for (insertion, range) in blocks {
            let isRight = insertion.changes.allSatisfy { change in
                before.segments[change.segment].source.map { !lacking.contains($0.range.lowerBound) } ?? false
            }
            let isMissing = after.unpairedBlocks.contains {
                $0.side == .source ? $0.source.overlaps(insertion.source) : $0.target.values.overlaps(range)
            }
            if !isRight || isMissing { wrong.append(insertion) }
        }
        guard wrong.isEmpty else { return wrong }
        // Nothing else has lost its translation.
        func count(_ bitext: Bitext, _ side: Side) -> Int { bitext.unpairedBlocks.count { $0.side == side } }
        let isWorse =
            count(after, .source) + insertions.count > count(before, .source)
            || count(after, .target) > count(before, .target)
        return isWorse ? insertions : []
    }
}
