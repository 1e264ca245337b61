import Bitext
import Hashing
import ParsedBitext

/// Directives, includes, shortcodes and variables of the publishing system that are missing, different or added in the
/// target.
struct Directive: Rule {
    static let description = RuleDescription(
        "directive", .warning, .markup, "A directive, an include or a variable was lost, changed or added.",
        discussion: """
            The system that publishes the page replaces these by something: `[!INCLUDE [title](path)]`, `[!VIDEO url]`,
            `[!code-csharp[name](path)]`, `:::image source="…" alt-text="…":::`, `:::no-loc text="…":::`,
            `:::zone pivot="…"`, and those of other systems: `{{< ref "page" >}}`, `{% include note.html %}`,
            `{{ variable }}`, `:::note`, `[!DNL name]`, `%(name)s`, `${name}`. If one is lost or broken, the reader misses
            text, or sees the markup. The order may differ, and titles, alternative texts and labels may be translated.
            Blanks inside make no difference, but break `{{<` and `>}}`. Paths that differ only in case are a note. A
            video in another language is also reported: see if it is meant. The rule ignores inline code. Of boxes
            such as `:::note`, only bilingual pages are checked. Copy the directive from the source.
            """,
        bad: .init("Use [!INCLUDE [relay](relay.md)] now.", "Utilisez maintenant."),
        good: .init("Use [!INCLUDE [relay](relay.md)] now.", "Utilisez [!INCLUDE [relais](relay.md)] maintenant."))

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        let (source, target) = tokenized.bitext.withSides {
            (PublishingDirective.places(in: $0), PublishingDirective.places(in: $1))
        }
        // Most pages end here.
        guard !source.isEmpty || !target.isEmpty else { return }
        let bitext = tokenized.bitext
        for pair in tokenized.comparablePairs()
        where has(source, in: bitext.variant(of: pair.index, .source))
            || has(target, in: bitext.variant(of: pair.index, .target))
        {
            check(pair, &report)
        }
    }

    /// Whether one of some places, which are in order, is in a variant.
    private func has(_ places: [Int], in variant: Variant?) -> Bool {
        guard let range = variant?.range.values else { return false }
        let low = places.partitioningIndex { $0 >= range.lowerBound }
        return low < places.count && places[low] < range.upperBound
    }

    private func check(_ pair: SegmentPair, _ report: inout Report) {
        let source = directives(pair, .source)
        let target = directives(pair, .target)
        guard !source.isEmpty || !target.isEmpty else { return }
        let difference = MultisetDifference(
            source: source.map { KeyHash.of($0.key.utf8) }, target: target.map { KeyHash.of($0.key.utf8) })
        var extra = difference.extra
        var besides = 0
        for index in difference.missing.prefix(Self.maxFindings) {
            let lost = source[index]
            if isBeside(lost, pair, .target) {
                besides += 1
                continue
            }
            // The one of the same name, otherwise one of the same form, is what became of it.
            let match =
                extra.firstIndex { target[$0].name == lost.name && target[$0].kind == lost.kind }
                ?? extra.firstIndex { target[$0].kind == lost.kind }
            if let match {
                reportChange(lost, target[extra.remove(at: match)], pair, &report)
            } else {
                reportLoss(lost, pair, &report)
            }
        }
        // Where one went out of the segment, another may have come in.
        for index in extra.dropFirst(besides).prefix(Self.maxFindings) {
            let text = string(target[index], pair, .target)
            guard !isBeside(target[index], pair, .source) else { continue }
            report.add(
                "the target has \(text.shortened), the source does not", in: pair, .target,
                SideRange(target[index].range), evidence: .init(target: text))
        }
    }

    private func reportChange(
        _ source: PublishingDirective, _ target: PublishingDirective, _ pair: SegmentPair, _ report: inout Report
    ) {
        let (before, after) = (string(source, pair, .source), string(target, pair, .target))
        let isCaseOnly = source.key.lowercased() == target.key.lowercased()
        report.add(
            "the directive differs\(isCaseOnly ? " in case" : ""): source has \(before.shortened), "
                + "target has \(after.shortened)",
            in: pair, .target, SideRange(target.range), evidence: .init(source: before, target: after),
            severity: isCaseOnly && !source.isVariable ? .note : nil)
    }

    private func reportLoss(_ lost: PublishingDirective, _ pair: SegmentPair, _ report: inout Report) {
        let text = string(lost, pair, .source)
        let markdown = pair.markdown(.target)
        let rest = lost.core.utf8.count >= 4 ? markdown.firstPlace(of: Array(lost.core.utf8)[...]) : nil
        report.add(
            rest == nil ? "\(text.shortened) is lost" : "\(text.shortened) is broken", in: pair, .target,
            rest.map { SideRange($0) },
            evidence: .init(source: text, target: rest.map { String(decoding: markdown[$0], as: UTF8.self) }))
    }

    /// Whether the text between a variant and its neighbours has a directive, on the same line; on a page pair, where lines are
    /// wrapped, in the same paragraph. A translation reorders the words, and a directive between two segments belongs to the sentence.
    private func isBeside(_ directive: PublishingDirective, _ pair: SegmentPair, _ side: Side) -> Bool {
        let segments = pair.tokenized.bitext.segments
        func range(_ index: Int) -> Range<Int>? {
            segments.indices.contains(index) ? segments[index][side]?.range.values : nil
        }
        guard let variant = range(pair.index) else { return false }
        let bytes = pair.tokenized.bitext[side].bytes
        let previous = range(pair.index - 1)?.upperBound ?? 0
        let before = bytes[min(previous, variant.lowerBound)..<variant.lowerBound].suffix(Self.maxDistance)
        let next = range(pair.index + 1)?.lowerBound ?? bytes.count
        let after = bytes[variant.upperBound..<max(next, variant.upperBound)].prefix(Self.maxDistance)
        let newline = UInt8(ascii: "\n")
        func ends(at index: Int) -> Bool {
            guard bytes[index] == newline else { return false }
            return !pair.tokenized.bitext.isPagePair
                || bytes[(index + 1)...].first { !$0.isOne(of: " \t\r") } == newline
        }
        let start = before.indices.last(where: ends).map { $0 + 1 } ?? before.startIndex
        let stop = after.indices.first(where: ends) ?? after.endIndex
        return [start..<variant.lowerBound, variant.upperBound..<stop].contains { range in
            PublishingDirective.find(in: bytes[range]).contains { $0.key == directive.key }
        }
    }

    /// Of each kind in one segment, because what is left of a lost one is looked for. No real segment has so many.
    private static let maxFindings = 32

    /// How far from a segment a directive of its sentence can be, in bytes.
    private static let maxDistance = 128

    /// The directives of a variant that are not in inline code.
    private func directives(_ pair: SegmentPair, _ side: Side) -> [PublishingDirective] {
        let found = PublishingDirective.find(in: pair.markdown(side))
        guard !found.isEmpty else { return [] }
        let code = pair.elements(side).filter { $0.kind == .codeSpan || $0.kind == .codeBlock }
        return found.filter { directive in
            !code.contains { $0.range.values.overlaps(directive.range) }
        }
    }

    private func string(_ directive: PublishingDirective, _ pair: SegmentPair, _ side: Side) -> String {
        pair.tokenized.bitext[side].text(SideRange(directive.range))
    }
}
