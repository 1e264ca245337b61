extension Bitext {
    /// The range of the target for a range of the source, by the anchors. Of a segment it is always the whole variant, as
    /// translation reorders words. O(log anchors).
    ///
    /// Because it uses anchors, it also works where a translation broke the Markdown around it.
    public func targetRange(of range: SideRange) -> SideRange {
        guard !anchors.isEmpty else { return SideOffset(0)..<SideOffset(0) }
        let first = anchorIndex(at: range.lowerBound)
        let lower = targetOffset(of: range.lowerBound, in: anchors[first])
        guard !range.isEmpty else {
            return lower..<(anchors[first].isShared ? lower : anchors[first].target.upperBound)
        }
        let end = range.upperBound - 1
        let last = anchors[lastAnchorIndex(at: end, from: first)]
        let upper = last.isShared ? targetOffset(of: end, in: last) + 1 : last.target.upperBound
        return lower..<max(lower, upper)
    }

    /// Where a segment is on the source, or where it would be.
    public func sourceOffset(ofSegment index: Int) -> SideOffset {
        if let source = segments[index].source { return source.range.lowerBound }
        guard let target = segments[index].target else { return SideOffset(0) }
        let next = anchors.partitioningIndex { $0.target.upperBound > target.range.lowerBound }
        return next < anchors.count ? anchors[next].source.lowerBound : source.range.upperBound
    }

    /// The last anchor that begins at or before a byte of the source.
    private func anchorIndex(at offset: SideOffset) -> Int {
        max(0, anchors.partitioningIndex { $0.source.lowerBound > offset } - 1)
    }

    /// The same, where an anchor before the byte is known. Most ranges end in that anchor or in the next.
    private func lastAnchorIndex(at offset: SideOffset, from first: Int) -> Int {
        for last in first..<first + 4
        where last + 1 >= anchors.count || anchors[last + 1].source.lowerBound > offset {
            return last
        }
        return anchorIndex(at: offset)
    }

    private func targetOffset(of offset: SideOffset, in anchor: Anchor) -> SideOffset {
        guard anchor.isShared else { return anchor.target.lowerBound }
        return min(anchor.target.lowerBound + (offset - anchor.source.lowerBound), anchor.target.upperBound)
    }
}
