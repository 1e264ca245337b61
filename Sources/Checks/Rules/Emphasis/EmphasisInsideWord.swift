import Bitext
import ParsedBitext

/// Emphasis that begins or ends inside a word.
struct EmphasisInsideWord: Rule {
    static let description = RuleDescription(
        "emphasis-inside-word", .warning, .markup, "Emphasis begins or ends inside a word.",
        discussion: """
            `**Enre**gistrer` makes half of a word bold. The rule ignores elided articles (`l'**option**`), an image
            next to the word, a link that ends with the emphasis (`glued-link`), and segments whose source does the same. It also ignores particles and endings that a
            language writes to a word (`**저장**을`, `ב**שמור**`, `**Outlook**issa`). In languages without spaces between
            words, it checks only Latin words. In Korean, it says so if a blank is missing after a particle
            (`**저장을**클릭`). On a page with many such places, it reports one finding with their number. Put the markers
            around the whole word, or add the blank.
            """,
        bad: .init("Click **Save**.", "Cliquez sur **Enre**gistrer."),
        good: .init("Click **Save**.", "Cliquez sur **Enregistrer**."),
        precision:
            """
            35 of 36 on pages of seven locales that nobody had read (30 November 2026), then 6 of 6 others when \
            the rule had been improved
            """
    )

    /// From this number on, a page has one finding for all.
    private static let minCountToGroup = 5

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard tokenized.allContents.contains(.emphasis) else { return }
        var cut: [Place] = []
        var joined: [Place] = []
        for pair in tokenized.comparablePairs(with: .emphasis) {
            for element in wrongElements(of: pair) {
                if let word = wordAfterParticle(element, pair) {
                    joined.append((pair, element, "a blank is missing between the emphasis and “\(word)”"))
                } else {
                    cut.append((pair, element, "the emphasis cuts a word"))
                }
            }
        }
        let isGrouped = cut.count + joined.count >= Self.minCountToGroup
        for places in [cut, joined] {
            let others = places.count - 1
            let times = "\(others) time\(others == 1 ? "" : "s")"
            let rest = isGrouped && others > 0 ? ", here and \(times) more on this page" : ""
            for (pair, element, message) in isGrouped ? places.prefix(1) : places[...] {
                report.add(
                    message + rest, in: pair, .target, element.range,
                    evidence: .init(target: pair.string(element, .target)))
            }
        }
    }

    private typealias Place = (pair: SegmentPair, element: Element, message: String)

    /// The word that is glued to a Korean particle at the end of an element: “클릭” after `**저장을**`. No word is cut there.
    private func wordAfterParticle(_ element: Element, _ pair: SegmentPair) -> String? {
        guard pair.language.code == "ko" else { return nil }
        let text = pair.text(.target)
        let range = element.textRange.values
        guard range.upperBound <= text.endIndex, isInsideWord(text, range.upperBound, onlyLatin: false) else {
            return nil
        }
        let word = String(decoding: text[range.upperBound...].prefix(while: isInWord), as: UTF8.self)
        return Particles.end(pair.string(element.textRange, .target), before: word) ? word : nil
    }

    /// The elements of the target that cut a word, without as many as the source has.
    private func wrongElements(of pair: SegmentPair) -> ArraySlice<Element> {
        let found = elementsInsideWords(pair, .target)
        return found.isEmpty ? [] : found.dropFirst(elementsInsideWords(pair, .source).count)
    }

    private func elementsInsideWords(_ pair: SegmentPair, _ side: Side) -> [Element] {
        pair.elements(side).filter { element in
            (element.kind == .strong || element.kind == .emphasis) && cutsWord(element, pair, side)
        }
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
                && !(side == .target && isParticle(at: offset, of: range, text, pair.language))
                && !pair.elements(side).contains {
                    ($0.kind == .image || $0.kind == .link)
                        && ($0.textRange.lowerBound.value == offset || $0.textRange.upperBound.value == offset)
                }
        }
    }

    /// Whether the letters outside of the emphasis, at its beginning or end, are a particle that is written to the word.
    private func isParticle(
        at offset: Int, of range: Range<Int>, _ text: ArraySlice<UInt8>, _ language: Language
    ) -> Bool {
        // The longest particles have some letters.
        let maxLength = 24
        if offset == range.lowerBound {
            var start = offset
            while start > text.startIndex, offset - start < maxLength, isInWord(text[start - 1]) { start -= 1 }
            return Particles.canPrecede(String(decoding: text[start..<offset], as: UTF8.self), language)
        }
        let letters = text[offset...].prefix(maxLength).prefix(while: isInWord)
        return Particles.canFollow(String(decoding: letters, as: UTF8.self), language)
    }

    private func isInWord(_ byte: UInt8) -> Bool { byte.isASCIIAlphanumeric || byte >= 0x80 }

    /// Whether there are letters before and after an offset.
    private func isInsideWord(_ text: ArraySlice<UInt8>, _ offset: Int, onlyLatin: Bool) -> Bool {
        guard offset > text.startIndex, offset < text.endIndex else { return false }
        if onlyLatin { return text[offset - 1].isASCIILetter && text[offset].isASCIILetter }
        return text.withUnsafeBufferPointer { buffer in
            let position = offset - text.startIndex
            var start = position - 1
            while start > 0, buffer[start].isUTF8Continuation { start -= 1 }
            return buffer.isLetter(at: start) && buffer.isLetter(at: position)
        }
    }
}
