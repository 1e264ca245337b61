import Bitext

/// The part of a side that becomes a variant of a segment.
struct SegmentSource {
    let range: SideRange
    /// See ``Sentence/linkText``.
    let linkText: SideRange?

    /// - Returns: nil if there is no sentence.
    init?(_ sentences: ArraySlice<Sentence>) {
        guard let first = sentences.first, let last = sentences.last else { return nil }
        range = first.range.lowerBound..<max(first.range.upperBound, last.range.upperBound)
        linkText = sentences.count == 1 ? first.linkText : nil
    }
}
