import Bitext

/// Links without text, and links that swallowed the sentence around them.
struct LinkText: SegmentRule {
    static let description = RuleDescription(
        "link-text", .warning, .markup, "A link has lost its text, or has swallowed the text around it.",
        discussion: """
            `[](plan.md)` shows nothing to click on. A link that reaches over the whole sentence, where the source links
            a few words, has swallowed what belongs beside it. Put the brackets around the words that the source links.
            """,
        bad: .init("For details, see [Plan](plan.md).", "Pour plus de détails, voir[](plan.md)."),
        good: .init("For details, see [Plan](plan.md).", "Pour plus de détails, voir [Planifier](plan.md)."),
        precision: "23 of 23 (fr-FR, ja-JP)")
    static let looksFor = SegmentTraits.links

    func check(_ pair: SegmentPair, _ report: inout Report) {
        let source = pair.elements(.source).filter { $0.kind == .link }
        for link in pair.elements(.target) where link.kind == .link {
            let text = pair.text(.target)[link.textRange]
            if text.isBlankText {
                guard !source.contains(where: { pair.text(.source)[$0.textRange].isBlankText }) else { continue }
                report.add(
                    "the link has no text", in: pair, .target, link.range,
                    evidence: .init(source: source.first.map { pair.string($0.textRange, .source) }, target: ""))
            } else if source.count == 1, let original = source.first {
                checkExtent(link, original, pair, &report)
            }
        }
    }

    /// Whether the words outside the link went into it.
    private func checkExtent(_ link: Element, _ original: Element, _ pair: SegmentPair, _ report: inout Report) {
        let outside = (words(pair, .source, outside: original), words(pair, .target, outside: link))
        let inside = (words(pair, .source, inside: original), words(pair, .target, inside: link))
        // The whole sentence, or most of it where the source links a few words.
        let isAll = outside.1 == 0 && inside.1 >= 2 * max(1, inside.0) + 3
        let isMost = inside.1 >= 3 * max(1, inside.0) + 4 && inside.1 >= outside.1 && inside.0 * 3 <= outside.0
        guard outside.0 >= 4, isAll || isMost else { return }
        report.add(
            "the link has swallowed the sentence: the source links \(inside.0) words of \(inside.0 + outside.0), the target \(inside.1) of \(inside.1 + outside.1)",
            in: pair, .target, link.range,
            evidence: .init(
                source: pair.string(original.textRange, .source), target: pair.string(link.textRange, .target)))
    }

    private func words(_ pair: SegmentPair, _ side: Side, inside link: Element) -> Int {
        pair.tokens(side).reduce(0) { $0 + (link.textRange.contains($1.range.lowerBound) ? 1 : 0) }
    }

    private func words(_ pair: SegmentPair, _ side: Side, outside link: Element) -> Int {
        pair.tokens(side).count - words(pair, side, inside: link)
    }
}

extension ArraySlice<UInt8> {
    /// Whether a reader sees nothing of it: blanks of any kind only. An image is something.
    var isBlankText: Bool {
        var index = startIndex
        while index < endIndex {
            if self[index].isASCIIBlank {
                index += 1
            } else if self[index...].starts(with: [0xC2, 0xA0]) {
                index += 2
            } else if self[index...].starts(with: [0xE2, 0x80]) || self[index...].starts(with: [0xE3, 0x80, 0x80]) {
                index += 3
            } else {
                return false
            }
        }
        return true
    }
}
