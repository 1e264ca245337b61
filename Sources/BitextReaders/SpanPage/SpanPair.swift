/// A pair of spans as it is written in a page.
struct SpanPair {
    /// One half of a pair. All ranges are bytes of the file.
    struct Half {
        /// The value of `data-ttu-id` or `data-stu-id`.
        let id: Range<Int>
        /// The Markdown between the half's tags. Where another pair is nested in the half, the part before that pair.
        var content: Range<Int>
    }

    var source: Half?
    var target: Half?
    /// The whole pair with its tags.
    var range: Range<Int>

    /// The id that names the pair: the target half's, or the source half's where there is no target.
    var id: Range<Int> { (target ?? source)?.id ?? range.lowerBound..<range.lowerBound }
}
