import Bitext
import MarkdownSyntax

/// Reads a page pair: a Markdown file, and its translation in another file.
///
///     let bitext = try PagePairReader().read([source, target])
///
/// The blocks of both pages are aligned, then the sentences of the blocks. Each pair of sentences is a segment. Its id comes
/// from the text of its source, so it is the same in the next revision of the pages. What one page lacks is in
/// ``Bitext/unpairedBlocks``.
public struct PagePairReader: BitextReader {
    private let sourceLocale: String?
    private let targetLocale: String?
    private let words: @Sendable (_ targetLocale: String) -> (any WordMeanings)?

    /// - Parameters:
    ///   - sourceLocale: the language of a source whose front matter names none, a BCP 47 tag; nil for English.
    ///   - targetLocale: the language of a target whose front matter names none; nil if it is not known.
    public init(sourceLocale: String? = nil, targetLocale: String? = nil) {
        self.init(sourceLocale: sourceLocale, targetLocale: targetLocale) { _ in nil }
    }

    /// - Parameter words: a lexicon from English to a language, for the alignment of pages whose blocks differ.
    package init(
        sourceLocale: String?, targetLocale: String?,
        words: @escaping @Sendable (_ targetLocale: String) -> (any WordMeanings)?
    ) {
        self.sourceLocale = sourceLocale
        self.targetLocale = targetLocale
        self.words = words
    }

    /// Reads a pair. Nearly linear in the length of the pages.
    ///
    /// - Parameter files: the source, then the target: UTF-8 with or without a byte order mark, or UTF-16 with one.
    public func read(_ files: [InputFile]) throws(BitextReadingError) -> Bitext { try readParsed(files).bitext }

    /// The same, with the trees of both sides, so that nothing is parsed twice.
    package func readParsed(
        _ files: [InputFile]
    ) throws(BitextReadingError) -> (bitext: Bitext, trees: (source: MarkdownTree, target: MarkdownTree)) {
        guard files.count == 2 else { throw .fileCount(files.count, expected: 2) }
        let source = try PageSide(files[0], .source, locale: sourceLocale ?? Self.defaultSourceLocale)
        let target = try PageSide(files[1], .target, locale: targetLocale)
        let bitext = PagePairAssembly.bitext(source, target) {
            source.languageCode == Self.lexiconsSource ? target.locale.flatMap(words) : nil
        }
        return (bitext, (source.tree, target.tree))
    }

    /// Lexicons are from English.
    private static let lexiconsSource = "en"

    /// The language of the source where neither the page nor the caller names one: that of most documentation.
    private static let defaultSourceLocale = "en-US"
}
