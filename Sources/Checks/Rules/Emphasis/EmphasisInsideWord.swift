import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// Emphasis that begins or ends in the middle of a word.
struct EmphasisInsideWord: Rule {
    static let description = RuleDescription(
        "emphasis-inside-word", .warning, .markup, "Emphasis begins or ends in the middle of a word.",
        discussion: """
            `**Enre**gistrer` makes half a word bold: the markers slipped. An elided article (`l'**option**`), an image in
            front, and languages without blanks between words are left alone, but for Latin words in them; and so is what
            the source does as well. A page that does it again
            and again has one finding with the count.
            """,
        bad: .init("Click **Save**.", "Cliquez sur **Enre**gistrer."),
        good: .init("Click **Save**.", "Cliquez sur **Enregistrer**."),
        precision: "33 of 33 (fr-FR, de-DE, es-ES, ru-RU; November 2026)")

    /// From this many on, a page has one finding for all.
    private static let many = 5

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard tokenized.allTraits.contains(.emphasis) else { return }
        var found: [(pair: SegmentPair, element: Element)] = []
        for index in tokenized.traits.indices {
            let traits = tokenized.traits[index]
            guard traits.isSuperset(of: [.isPaired, .emphasis]), !traits.contains(.isSame) else { continue }
            let pair = SegmentPair(tokenized, index: index)
            cuts(in: pair).forEach { found.append((pair, $0)) }
        }
        for (pair, element) in found.count < Self.many ? found[...] : found.prefix(1) {
            report.add(
                found.count < Self.many
                    ? "the emphasis cuts a word"
                    : "the emphasis cuts a word, here and \(found.count - 1) times more on this page",
                in: pair, .target, element.range, evidence: .init(target: pair.string(element, .target)))
        }
    }

    private func cuts(in pair: SegmentPair) -> [Element] {
        var found: [Element] = []
        var excused: Int?
        for element in pair.elements(.target) where element.kind == .strong || element.kind == .emphasis {
            guard cutsWord(element, pair, .target) else { continue }
            if excused == nil {
                excused = pair.elements(.source).count { element in
                    (element.kind == .strong || element.kind == .emphasis) && cutsWord(element, pair, .source)
                }
            }
            if let count = excused, count > 0 {
                excused = count - 1
                continue
            }
            found.append(element)
        }
        return found
    }

    private func cutsWord(_ element: Element, _ pair: SegmentPair, _ side: Side) -> Bool {
        let text = pair.text(side)
        let range = element.textRange.values
        let isUnspaced = side == .target && pair.language.isUnspaced
        guard !range.isEmpty, range.lowerBound >= text.startIndex, range.upperBound <= text.endIndex else {
            return false
        }
        return [range.lowerBound, range.upperBound].contains { offset in
            isInsideWord(text, offset, onlyLatin: isUnspaced)
                && !pair.elements(side).contains {
                    $0.kind == .image
                        && ($0.textRange.lowerBound.value == offset || $0.textRange.upperBound.value == offset)
                }
        }
    }

    /// Whether letters stand on both sides of an offset.
    private func isInsideWord(_ text: ArraySlice<UInt8>, _ offset: Int, onlyLatin: Bool) -> Bool {
        guard offset > text.startIndex, offset < text.endIndex else { return false }
        if onlyLatin { return text[offset - 1].isASCIILetter && text[offset].isASCIILetter }
        return text.withUnsafeBufferPointer { buffer in
            let position = offset - text.startIndex
            var start = position - 1
            while start > 0, buffer[start].isUTF8Continuation { start -= 1 }
            return isLetter(buffer.scalar(at: start, buffer.count).value)
                && isLetter(buffer.scalar(at: position, buffer.count).value)
        }
    }

    private func isLetter(_ scalar: UInt32) -> Bool {
        scalar < 0x80 ? UInt8(scalar).isASCIILetter : ScalarClass.of(scalar) == .letter
    }
}
