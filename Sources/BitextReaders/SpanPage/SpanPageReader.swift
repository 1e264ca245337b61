import Bitext

/// Reads Microsoft's bilingual pages: one Markdown file in which each segment is a pair of spans, with `data-ttu-id` for
/// the target and `data-stu-id` for the source (Docs/markup.md).
///
/// A page without pairs is an ordinary page in one language. It has no segments and no target.
public struct SpanPageReader: BitextReader {
    /// The language that Microsoft translates from. The pages do not name it.
    public static let defaultSourceLocale = "en-US"

    private let sourceLocale: String

    /// - Parameter sourceLocale: the source language, a BCP 47 tag.
    public init(sourceLocale: String = Self.defaultSourceLocale) { self.sourceLocale = sourceLocale }

    /// Reads a page. O(length of the page), whatever the damage.
    ///
    /// - Parameter files: one file: UTF-8 with or without a byte order mark, or UTF-16 with one.
    public func read(_ files: [InputFile]) throws(BitextReadingError) -> Bitext {
        let text = try TextFile(files.single(), repairingQuotes: true)
        let (file, bytes) = (text.file, text.file.bytes)
        var defects = text.defects

        let head = PageHead(of: file, &defects)
        let (frontMatter, bodyStart, locale) = (head.frontMatter, head.bodyStart, head.locale)

        let scanner = bytes.withUnsafeBufferPointer { PairScanner($0, from: bodyStart, defects: defects) }
        let isBilingual = !scanner.pairs.isEmpty
        let sides = SpanPageSides(scanner)
        return Bitext(
            files: [file],
            source: SideText(
                .source, file: 0, bytes: sides.bytes(of: .source, from: bytes), runs: sides.sourceRuns,
                bodyStart: SideOffset(bodyStart), frontMatter: isBilingual ? nil : frontMatter),
            target: isBilingual
                ? SideText(
                    .target, file: 0, bytes: sides.bytes(of: .target, from: bytes), runs: sides.targetRuns,
                    bodyStart: SideOffset(bodyStart), frontMatter: frontMatter) : nil,
            sourceLocale: isBilingual ? sourceLocale : locale, targetLocale: isBilingual ? locale : nil,
            segments: bytes.withUnsafeBufferPointer { sides.segments(of: $0) }, anchors: sides.anchors,
            defects: scanner.defects.inOrder())
    }
}
