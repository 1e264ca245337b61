/// One translation unit of a page: a sentence, a heading or a whole paragraph in both languages.
public struct Segment: Sendable, Equatable {
    /// One half of a pair.
    public struct Half: Sendable, Equatable {
        /// The value of `data-ttu-id` or `data-stu-id`, as byte offsets of ``Page/bytes``.
        public let id: Range<Int>
        /// The Markdown between the half's tags, as byte offsets of ``Page/bytes``. Where another pair is nested in the
        /// half, the part in front of that pair.
        public var content: Range<Int>
    }

    /// The original, or nil where the pair has lost it.
    public internal(set) var source: Half?
    /// The translation, or nil where the pair has lost it.
    public internal(set) var target: Half?
    /// The whole pair with its tags, as byte offsets of ``Page/bytes``.
    public internal(set) var range: Range<Int>

    /// The half of one side.
    public subscript(side: Side) -> Half? { side == .source ? source : target }

    /// The id that names the segment: the target half's, or the source half's where there is no target.
    public var id: Range<Int> { (target ?? source)?.id ?? range.lowerBound..<range.lowerBound }
}
