import Bitext
import ParsedBitext

/// Links without text, and links that cover the sentence around them.
struct LinkText: SegmentRule {
    static let description = RuleDescription(
        "link-text", .warning, .markup, "A link has no text, or covers the text around it.",
        discussion: """
            `[](plan.md)` shows nothing to click on. The rule also reports a link that covers the whole sentence where
            the source links only a few words. It is a note where the source links a word without meaning (“here”), in
            whose place the target can link the name of the page. Put the brackets around the words that the source
            links.
            """,
        bad: .init("For details, see [Plan](plan.md).", "Pour plus de détails, voir[](plan.md)."),
        good: .init("For details, see [Plan](plan.md).", "Pour plus de détails, voir [Planifier](plan.md)."),
        precision:
            """
            27.5 of 33 on pages of fifteen locales that nobody had read (30 November 2026), then 6 of 6 others \
            when the rule had been improved
            """
    )
    static let appliesTo = SegmentContents.links

    func check(_ pair: SegmentPair, _ report: inout Report) {
        let source = pair.elements(.source).filter { $0.kind == .link }
        for link in pair.elements(.target) where link.kind == .link {
            let text = pair.text(.target)[link.textRange]
            if text.isBlankText {
                guard !source.contains(where: { pair.text(.source)[$0.textRange].isBlankText }) else { continue }
                report.add(
                    "the link has no text", in: pair, .target, link.range,
                    evidence: .init(source: source.first.map { pair.string($0.textRange, .source) }, target: ""))
            } else if source.count == 1, let original = source.first,
                !pair.text(.source)[original.textRange].isBlankText
            {
                checkExtent(link, original, pair, &report)
            }
        }
    }

    /// Reports a link that has at least five words more than 1.5 times its share of words in the source, and more than
    /// twice as many words as the source's link.
    private func checkExtent(_ link: Element, _ original: Element, _ pair: SegmentPair, _ report: inout Report) {
        let source = words(pair, .source, inside: original)
        guard source.all - source.inside >= 4 else { return }
        var target = words(pair, .target, inside: link)
        // A name that got blanks, "System. Diagnostics", has more words. Another rule reports it.
        if let kept = keptWords(of: original, in: link, pair) { target.inside -= max(0, kept - source.inside) }
        let share = max(source.inside, source.inside * target.all / max(1, source.all)) * 3 / 2
        guard target.inside >= share + 5, target.inside >= 2 * max(1, source.inside) + 1 else { return }
        // A title that needs more words in the target's language leaves as many outside as the source does.
        guard (target.all - target.inside) * 5 < (source.all - source.inside) * 4 else { return }
        guard !enclosesClause(link, original, pair) else { return }
        report.add(
            "the link covers the sentence: the source links \(source.inside) of \(source.all) words, "
                + "the target \(target.inside) of \(target.all)", in: pair, .target, link.range,
            evidence: .init(
                source: pair.string(original.textRange, .source), target: pair.string(link.textRange, .target)),
            severity: target.all - target.inside >= 2 && mayBeTitle(link, original, pair) ? .note : nil)
    }

    /// Whether the source links only a word like "here", and the target's link is no end of a sentence.
    private func mayBeTitle(_ link: Element, _ original: Element, _ pair: SegmentPair) -> Bool {
        let word = pair.string(original.textRange, .source).lowercased().filter { $0.isLetter || $0 == " " }
        guard Self.wordsWithoutMeaning.contains(word.trimmingWhitespace()) else { return false }
        let end = pair.string(link.textRange, .target).trimmingWhitespace().last
        return end.map { !".!?。".contains($0) } ?? false
    }

    /// What a link should not be named, by most guides of style.
    private static let wordsWithoutMeaning: Set<String> = [
        "here", "this", "this one", "link", "this link", "the link", "click here", "see here", "go here", "find here",
        "more", "read more", "learn more", "see more", "this page", "this article", "this topic", "this document",
        "this post", "this site", "this website",
    ]

    /// Whether a link ends with an infinitive, before which German and Dutch put the rest of its clause: "You can
    /// [manage relays](a) of others" is "Sie können [Relais von anderen verwalten](a)". What is before the link is not
    /// in it.
    private func enclosesClause(_ link: Element, _ original: Element, _ pair: SegmentPair) -> Bool {
        guard ["de", "nl"].contains(pair.language.code) else { return false }
        let (source, target) = (parts(pair, .source, of: original), parts(pair, .target, of: link))
        guard let verb = target.inside.last, verb.kind == .word, !verb.isCapitalised,
            pair.text(verb.range, .target).last == UInt8(ascii: "n"),
            target.before * 5 >= source.before * 4,
            target.inside.count <= source.inside.count + 2 * source.after
        else { return false }
        let next = pair.text(.target)[link.textRange.upperBound.value...].first
        return next.map { $0.isOne(of: ".,;:!?)") } ?? true
    }

    /// The words of a link, and how many are before and after it.
    private func parts(
        _ pair: SegmentPair, _ side: Side, of link: Element
    ) -> (before: Int, inside: [Token], after: Int) {
        let tokens = pair.tokens(side)
        let before = tokens.count { $0.range.lowerBound < link.textRange.lowerBound }
        let inside: [Token] = tokens.filter { link.textRange.contains($0.range.lowerBound) }
        return (before, inside, tokens.count - before - inside.count)
    }

    /// The number of words of the target's link that are the source's link text, if the link contains it whole, blanks aside;
    /// else nil.
    private func keptWords(of original: Element, in link: Element, _ pair: SegmentPair) -> Int? {
        let original = pair.text(.source)[original.textRange]
        guard original.contains(UInt8(ascii: ".")) else { return nil }
        let name = original.filter { !$0.isASCIIBlank }
        let text = pair.text(.target)[link.textRange]
        let places = text.indices.filter { !text[$0].isASCIIBlank }
        guard let found = places.map({ text[$0] })[...].firstPlace(of: name[...]) else { return nil }
        let range = places[found.lowerBound]..<places[found.upperBound - 1] + 1
        return pair.tokens(.target).count { range.contains($0.range.lowerBound.value) }
    }

    /// The number of words in a link and in its variant. In a language without spaces between words, five letters of
    /// its script count as two English words.
    private func words(_ pair: SegmentPair, _ side: Side, inside link: Element) -> (inside: Int, all: Int) {
        let isUnspaced = side == .target && pair.language.isUnspaced
        var (inside, all) = (0, 0)
        for token in pair.tokens(side) {
            if isUnspaced, pair.text(side)[token.range.lowerBound] >= 0x80 {
                // In units of 1/15 word: five letters are 15 bytes and count as two words. A link can end inside a
                // token.
                all += token.range.count * 2
                inside += token.range.clamped(to: link.textRange).count * 2
            } else {
                all += 15
                if link.textRange.contains(token.range.lowerBound) { inside += 15 }
            }
        }
        return (inside / 15, all / 15)
    }
}
