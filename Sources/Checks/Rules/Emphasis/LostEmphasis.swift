import Bitext
import ParsedBitext

/// Bold text of the source that is plain in the target.
struct LostEmphasis: SegmentRule {
    static let description = RuleDescription(
        "lost-emphasis", .warning, .markup, "Words that are bold in the source are plain in the target.",
        discussion: """
            Bold words are mostly labels of the user interface. Without bold, the reader cannot distinguish them from
            the sentence. The rule ignores two labels that became one, italics, and quotes or code instead of bold. It
            also ignores Japanese labels in brackets, and is a note in Chinese, on page pairs, for words such as “and”,
            and where only the sign of a label is left bold (“+” of “+ Add”). On a page that makes nearly all of its
            labels bold, those in brackets are a note. Make the words bold.
            """,
        bad: .init("Click **Save** and **Close**.", "Cliquez sur Enregistrer et Fermer."),
        good: .init("Click **Save** and **Close**.", "Cliquez sur **Enregistrer** et **Fermer**."),
        precision:
            """
            103 of 104 on pages of thirteen locales that nobody had read (30 November 2026), then 29 of 29 \
            others when the rule had been improved
            """
    )
    static let appliesTo = SegmentContents.emphasis

    func check(_ pair: SegmentPair, _ report: inout Report) {
        let target = bold(pair, .target)
        // The fast path: most targets have as many bold parts as the source, and all of them are labels.
        guard pair.elements(.source).count(where: { $0.kind == .strong }) > target.count else { return }
        let source = bold(pair, .source)
        guard source.count > target.count else { return }
        // Italics, code, quotes or brackets can replace bold.
        let replacements = replacementCount(pair, .target) - replacementCount(pair, .source)
        let isReplaced = source.count - target.count <= max(0, replacements)
        guard !isReplaced || (pair.language.isUnspaced && hasBrackets(pair) && pair.tokenized.keepsBold) else { return }
        // Two labels that became one have as many words.
        if !target.isEmpty, words(target, pair, .target) >= words(source, pair, .source) { return }
        let labelCount = source.count { !isFunctionWord($0, pair) }
        let evidence = source.map { pair.string($0.textRange, .source) }.joined(separator: ", ")
        let signs = signsOfLabels(source, pair)
        if source.count <= target.count + signs.count, let sign = signs.first {
            report.add(
                "only “\(pair.string(sign.textRange, .target))” of the source's bold words is bold", in: pair, .target,
                sign.range,
                evidence: .init(source: evidence, target: pair.string(sign.textRange, .target)), severity: .note)
            return
        }
        report.add(
            "source has \(source.count) bold \(source.count == 1 ? "part" : "parts"), target has \(target.count)",
            in: pair, .target,
            evidence: .init(
                source: evidence, target: target.map { pair.string($0.textRange, .target) }.joined(separator: ", ")),
            // Chinese has its own quotes for labels, and often none.
            severity: isReplaced || labelCount <= target.count || pair.language.code == "zh"
                || pair.tokenized.bitext.isPagePair ? .note : nil)
    }

    /// Whether bold text of the source is a word that other languages may say by an ending or by two words: "**and**", "**both**".
    private func isFunctionWord(_ element: Element, _ pair: SegmentPair) -> Bool {
        let words = pair.tokens(.source).filter { element.textRange.contains($0.range.lowerBound) }
        return words.allSatisfy { FunctionWords.contains(hash: $0.hash) || Self.stressed.contains($0.hash) }
    }

    private static let stressed = Set(
        ["and", "or", "not", "both", "all", "does", "do", "don't", "is", "only", "must", "no"].map(Token.hash(of:)))

    /// The bold signs of the target that bold words of the source begin or end with: “+” of “+ Add”. The word may have
    /// moved out of the emphasis, or be missing.
    private func signsOfLabels(_ source: [Element], _ pair: SegmentPair) -> [Element] {
        let labels = source.map { pair.string($0.textRange, .source).split(separator: " ") }
        return pair.elements(.target).filter { element in
            guard element.kind == .strong, !isLabel(element, pair) else { return false }
            let sign = pair.string(element.textRange, .target)[...]
            return labels.contains { $0.count > 1 && ($0.first == sign || $0.last == sign) }
        }
    }

    /// Whether the target has a label in brackets: `[保存]`.
    private func hasBrackets(_ pair: SegmentPair) -> Bool { pair.text(.target).contains(UInt8(ascii: "[")) }

    private func bold(_ pair: SegmentPair, _ side: Side) -> [Element] {
        pair.elements(side).filter { element in
            element.kind == .strong
                // "**Yes**" can become "**○**", but a label of the source has letters.
                && (side == .source ? pair.text(side)[element.textRange].hasLetterOrDigit : isLabel(element, pair))
        }
    }

    /// Whether an element of the target has more than signs of ASCII.
    private func isLabel(_ element: Element, _ pair: SegmentPair) -> Bool {
        pair.text(.target)[element.textRange].contains { $0.isASCIIAlphanumeric || $0 >= 0x80 }
    }

    /// The number of italics, code spans and quotations, and of labels in brackets in Japanese.
    private func replacementCount(_ pair: SegmentPair, _ side: Side) -> Int {
        let elements = pair.elements(side).count { $0.kind == .emphasis || $0.kind == .codeSpan }
        let text = pair.text(side)
        var quotes = 0
        for index in text.indices {
            switch text[index] {
            case UInt8(ascii: "\""): quotes += 1
            case UInt8(ascii: "[") where pair.language.isUnspaced: quotes += 2
            // The last bytes of «, of “ and „, and of 「.
            case 0xAB where index > text.startIndex && text[index - 1] == 0xC2: quotes += 2
            case 0x9C, 0x9E:
                if index > text.startIndex + 1, text[index - 1] == 0x80, text[index - 2] == 0xE2 { quotes += 2 }
            case 0x8C:
                if index > text.startIndex + 1, text[index - 1] == 0x80, text[index - 2] == 0xE3 { quotes += 2 }
            default: break
            }
        }
        return elements + quotes / 2
    }

    private func words(_ elements: [Element], _ pair: SegmentPair, _ side: Side) -> Int {
        elements.reduce(0) { sum, element in
            sum + pair.tokens(side).count { element.textRange.contains($0.range.lowerBound) }
        }
    }
}

extension TokenizedBitext {
    /// Whether nearly all segments with bold text in the source have as much of it in the target.
    fileprivate var keepsBold: Bool {
        var (kept, all) = (0, 0)
        for pair in pairs(with: .emphasis) {
            let count = pair.elements(.source).count { $0.kind == .strong }
            guard count > 0 else { continue }
            all += 1
            if pair.elements(.target).count(where: { $0.kind == .strong }) >= count { kept += 1 }
        }
        return all >= 5 && kept * 10 >= all * 8
    }
}

extension ArraySlice<UInt8> {
    /// Whether the text has more than punctuation: `…` and `–` are no labels.
    fileprivate var hasLetterOrDigit: Bool {
        withUnsafeBufferPointer { text in
            var offset = 0
            while offset < text.count {
                let (scalar, length) = text.scalar(at: offset, text.count)
                let isWord =
                    scalar < 0x80
                    ? UInt8(scalar).isASCIIAlphanumeric : [.letter, .digit].contains(ScalarClass.of(scalar))
                if isWord { return true }
                offset += length
            }
            return false
        }
    }
}
