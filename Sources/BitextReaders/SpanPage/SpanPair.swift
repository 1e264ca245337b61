/// A pair of spans as it is written in a page. All ranges are bytes of the file.
struct SpanPair {
    struct Span {
        /// The value of `data-ttu-id` or `data-stu-id`.
        let id: Range<Int>
        /// The Markdown between the span's tags. If another pair is nested in the span, the part before that pair.
        var content: Range<Int>
    }

    var source: Span?
    var target: Span?
    /// The whole pair with its tags.
    var range: Range<Int>

    /// The id of the pair: the target's, or the source's if there is no target.
    var id: Range<Int> { (target ?? source)?.id ?? range.lowerBound..<range.lowerBound }
}
