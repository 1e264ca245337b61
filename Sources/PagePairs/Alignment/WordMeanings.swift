import Bitext

/// Finds words of two languages that mean the same; a lexicon gives them.
package protocol WordMeanings: Sendable {
    /// The meanings of the words in a range of a text, as numbers: a word of the source has those of its translations. Common
    /// words, such as articles, have none.
    func meanings(of text: Bytes, _ range: Range<Int>, on side: Side) -> [Int32]
}
