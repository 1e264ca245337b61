import Bitext
import TestSupport

@testable import PagePairs

/// Reads two texts as a page pair, and checks what is true of every bitext.
func readPair(
    _ source: String, _ target: String, from sourceLocale: String = "en-US", to targetLocale: String = "de-DE",
    suffix: String = "md", words: WordList? = nil
) throws -> Bitext {
    let files = [
        InputFile(path: "en/page.\(suffix)", bytes: Array(source.utf8)),
        InputFile(path: "de/page.\(suffix)", bytes: Array(target.utf8)),
    ]
    let reader = PagePairReader(sourceLocale: sourceLocale, targetLocale: targetLocale) { _ in words }
    let bitext = try reader.read(files)
    try BitextInvariants.check(bitext)
    return bitext
}

extension Bitext {
    /// The segments as `source | target`, where one side is missing `source | -`.
    var pairs: [String] {
        segments.map { segment in
            Side.allCases.map { side in segment[side].map { self[side].text($0.range) } ?? "-" }.joined(
                separator: " | ")
        }
    }

    /// What one side lacks, as `missing item: text` or `added item: text`, and before which text it would be.
    var unpaired: [String] {
        unpairedBlocks.map { block in
            let range = block.side == .source ? block.source : block.target
            return "\(block.side == .source ? "missing" : "added") \(block.kind): \(self[block.side].text(range))"
        }
    }
}

/// The sentences of a text in one language.
func sentences(_ text: String, in locale: String = "en-US") throws -> [String] {
    let bitext = try readPair(text, "", from: locale, to: "xx")
    return bitext.segments.compactMap { $0.source }.map { bitext.source.text($0.range) }
}
