import Bitext
import Hashing

/// A text that is looked up in a memory.
package struct MemoryQuery: Sendable {
    /// The text, with single blanks.
    let text: String
    let words: [UInt64]
    /// The hash of the text.
    let textHash: UInt64

    /// - Parameter markdown: the text, as a page has it.
    package init(_ markdown: String) {
        let coded = MemoryPair.coded(markdown, "").source
        text = coded.readable.collapsingASCIIBlanks()
        words = MemoryWords.words(of: coded)
        textHash = KeyHash.of(text.utf8)
    }

    /// The hash of a target, in which blanks count as one.
    static func hash(ofTarget text: String) -> UInt64 { KeyHash.of(text.collapsingASCIIBlanks().utf8) }

    /// How similar texts of some words are, in percent, if they are not the same text.
    ///
    /// - Parameters:
    ///   - distance: how many words must be added, removed or replaced.
    ///   - longest: how many words the longer text has.
    static func percent(distance: Int, longest: Int) -> Int { min(99, 100 * (longest - distance) / longest) }

    /// The greatest distance of texts that are similar enough.
    ///
    /// - Parameters:
    ///   - longest: how many words the longer text has.
    ///   - minimum: the least similarity, in percent.
    static func maxDistance(longest: Int, minimum: Int) -> Int { longest * (100 - minimum) / 100 }
}
