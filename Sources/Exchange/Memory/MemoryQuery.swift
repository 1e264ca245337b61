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
        text = Self.collapsed(coded.readable)
        words = MemoryWords.words(of: coded)
        textHash = KeyHash.of(text.utf8)
    }

    /// The hash of a target, in which blanks count as one.
    static func hash(ofTarget text: String) -> UInt64 { KeyHash.of(collapsed(text).utf8) }

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

    /// A text whose blanks are single spaces.
    static func collapsed(_ text: String) -> String {
        // Most texts stay as they are.
        var last = UInt8(ascii: " ")
        let isPlain = text.utf8.allSatisfy { byte in
            defer { last = byte }
            return byte == 0x20 ? last != 0x20 : byte != 0x09 && byte != 0x0A && byte != 0x0D
        }
        if isPlain, last != 0x20 { return text }
        return text.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r\n" }.joined(separator: " ")
    }
}
