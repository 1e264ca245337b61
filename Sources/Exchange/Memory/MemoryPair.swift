import Bitext
import BitextReaders
import Hashing
import MarkdownSyntax
import ParsedBitext

/// A source and one of its translations, as a memory has them: text and codes.
package struct MemoryPair: Sendable {
    package let source: CodedText
    package let target: CodedText
    /// BCP 47 tags.
    package let sourceLocale: String
    package let targetLocale: String
    /// How many segments have these texts.
    package let count: Int
    /// The page and the id of its segment, where they are known.
    let page: String?
    let segment: String?
    /// Where the pair is, for a person: `docs/page.md:12`.
    package let place: String
    /// Whether it was read from the page itself, not from a file.
    let isFromPage: Bool

    /// The codes get the numbers of ``CodeNumbers``, and characters that XML does not allow become `\u{1B}`.
    private init(
        _ source: CodedText, _ target: CodedText, sourceLocale: String, targetLocale: String, count: Int = 1,
        page: String?, segment: String?, place: String, isFromPage: Bool = false
    ) {
        var numbers = CodeNumbers()
        self.source = numbers.numbered(source)
        self.target = numbers.numbered(target)
        self.sourceLocale = Language.canonical(sourceLocale)
        self.targetLocale = Language.canonical(targetLocale)
        self.count = count
        self.page = page
        self.segment = segment
        self.place = place
        self.isFromPage = isFromPage
    }

    /// A unit of an exchange file.
    ///
    /// - Parameters:
    ///   - file: its name.
    ///   - locale: the target's, where the unit does not name it.
    /// - Returns: nil for a unit that is no translation: it is empty, not translated yet, or a guess.
    package init?(_ unit: ExchangeUnit, file: String, locale: String?) {
        guard let target = unit.target, !unit.source.isBlank, !target.isBlank, !unit.isFuzzy,
            !(unit.isUntranslated && target.markup == unit.source.markup),
            let targetLocale = unit.targetLocale ?? locale
        else { return nil }
        var texts = (source: unit.source, target: target)
        if unit.isMarkdown { texts = Self.coded(unit.source.markup ?? "", target.markup ?? "") }
        self.init(
            texts.source, texts.target, sourceLocale: unit.sourceLocale ?? SpanPageReader.defaultSourceLocale,
            targetLocale: targetLocale, count: unit.count, page: unit.page,
            segment: unit.page == nil ? nil : unit.moreIDs.first ?? unit.id, place: "\(file):\(unit.line)")
    }

    /// All pairs of a page, in its order. None where its language is unknown.
    package static func all(of page: ExchangePage) -> [MemoryPair] {
        guard let targetLocale = page.targetLocale else { return [] }
        let bitext = page.bitext
        return bitext.withSides { sourceBytes, targetBytes in
            page.blocks.flatMap(\.segments).compactMap { segment in
                guard let target = segment.codes.target else { return nil }
                let (source, translation) = (segment.codes.source.text(sourceBytes), target.text(targetBytes))
                guard !source.isBlank, !translation.isBlank else { return nil }
                let line = bitext.position(of: bitext.segments[segment.index].location).line
                return MemoryPair(
                    source, translation, sourceLocale: page.sourceLocale, targetLocale: targetLocale, page: page.name,
                    segment: page.ids[segment.index], place: "\(page.name):\(line)", isFromPage: true)
            }
        }
    }

    /// The codes of two Markdown texts, as on a page.
    static func coded(_ source: String, _ target: String) -> (source: CodedText, target: CodedText) {
        let (source, target) = (Array(source.utf8), Array(target.utf8))
        let sourceMarks = InlineMarks(MarkdownTree(parsing: source), source)
        let targetMarks = InlineMarks(MarkdownTree(parsing: target), target)
        return source.withUnsafeBufferPointer { sourceBytes in
            target.withUnsafeBufferPointer { targetBytes in
                let codes = CodedSegment(
                    source: CodedVariant(0..<source.count, sourceMarks, sourceBytes), sourceBytes,
                    target: CodedVariant(0..<target.count, targetMarks, targetBytes), targetBytes)
                return (codes.source.text(sourceBytes), codes.target?.text(targetBytes) ?? CodedText())
            }
        }
    }

    /// Equal for pairs with the same texts in the same languages.
    package struct Key: Hashable, Sendable {
        package let source: UInt64
        let target: UInt64
    }

    package var key: Key {
        Key(source: Self.hash(source, sourceLocale), target: Self.hash(target, targetLocale))
    }

    private static func hash(_ text: CodedText, _ locale: String) -> UInt64 {
        var hash = KeyHash()
        for byte in locale.utf8 { hash.add(byte) }
        hash.add(0)
        for byte in text.readable.utf8 { hash.add(byte) }
        return hash.value
    }
}

extension CodedText {
    /// The text with the data of its codes. Codes without data are their numbers in braces.
    package var readable: String {
        markup
            ?? parts.map { part in
                switch part {
                case .text(let text): text
                case .code(let code): code.data ?? "{\(code.id)}"
                }
            }.joined()
    }

    /// Whether there is nothing but blanks.
    fileprivate var isBlank: Bool {
        parts.allSatisfy { part in
            if case .text(let text) = part { text.utf8.allSatisfy(\.isASCIIBlank) } else { false }
        }
    }
}
