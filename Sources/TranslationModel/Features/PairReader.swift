import Bitext
import ParsedBitext

/// Compares the halves of a page's pairs: by the words of a lexicon, or by what is alike in any language.
protocol PairReader: AnyObject {
    associatedtype Entry

    /// The features of the source of one segment and the target of the same, or of another.
    func features(source: Int, target: Int) -> FeatureVector
    /// The log-likelihood ratio of the source of one segment and the target of another.
    func likelihood(source: Int, target: Int) -> Float
    /// Whether the target of one segment may fit the source of another one better than its own: a quick test before
    /// ``likelihood(source:target:)``.
    ///
    /// - Parameter own: the score of the target with its own source.
    func mayFit(target: Int, source: Int, own: PairScore) -> Bool
    /// The stretch of a segment's half that the other half explains least, in ``SideTokens/text``.
    func gap(_ segment: Int, _ side: Side) -> Range<Int>?

    // For training, in which halves are cut and put together.

    /// The terms of a segment's half.
    func entries(_ segment: Int, _ side: Side) -> [Entry]
    /// The features of any terms of the source and any of the target.
    func features(_ source: [Entry], _ target: [Entry]) -> FeatureVector
    /// Whether two terms are the same.
    static func isSame(_ one: Entry, _ other: Entry) -> Bool
}

extension TokenizedBitext {
    /// Whether a segment has enough words to be scored: two different halves, three words or more in the source.
    func isScored(_ segment: Int) -> Bool {
        let own = contents[segment]
        return own.contains(.isPaired) && !own.contains(.isSame)
            && source.segments[segment].tokens.count >= 3 && !target.segments[segment].tokens.isEmpty
    }
}
