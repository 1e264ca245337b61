import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext

/// Compares the halves of a page's pairs: by the words of a lexicon, or by what is alike in any language.
protocol PairReader: AnyObject {
    var judges: Judges { get }
    /// Compares the source of one segment with the target of one, mostly the same.
    func compare(source: Int, target: Int) -> PairFigures
    /// The log-likelihood ratio of the source of one segment and the target of another.
    func likelihood(source: Int, target: Int) -> Float
    /// Whether the target of one segment, which fits its own source with a likelihood of `own`, may fit that of another segment
    /// better: a quick look that spares ``likelihood(source:target:)``. A single term of a source says too little. A pair that is
    /// clear, whose `own` is NaN, fits.
    func mayFit(target: Int, source: Int, own: Float) -> Bool
    /// The stretch of a segment's half that is explained least, in the side's text, where the segment is the pair that was
    /// compared last.
    func gap(_ segment: Int, _ side: Side) -> Range<Int>?
}

/// A reader whose halves can be cut and put together, so that judges see pairs that are wrong.
protocol SampleReader: PairReader {
    associatedtype Entry
    /// The terms of a segment's half.
    func entries(_ segment: Int, _ side: Side) -> [Entry]
    /// Compares any terms of the source with any of the target.
    func compare(_ source: [Entry], _ target: [Entry]) -> PairFigures
    /// Whether two terms are one.
    static func isSame(_ one: Entry, _ other: Entry) -> Bool
}

extension ContentReader: SampleReader {
    static func isSame(_ one: PairEntry, _ other: PairEntry) -> Bool { one.hash == other.hash }
}
