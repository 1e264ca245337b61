import Bitext

/// A term of the glossary that is translated in another way than the glossary wants.
struct Terminology: Rule {
    static let description = RuleDescription(
        "terminology", .warning, .terminology, "A term is not translated as the glossary wants.",
        discussion: """
            For each term of the glossary (`--glossary`) that stands in the source, one of its targets must stand in the
            target, and none of its forbidden words may. Words are compared without their endings and the longest term
            counts. Code, addresses and identifiers hold no terms; nor do names that contain a term (`Exchange Server`)
            and labels, links and titles that the target keeps as they are. Without a glossary the rule is silent. In
            the examples the glossary has `edge node` as `nœud de périmètre`.
            """,
        bad: .init("Restart the edge node.", "Redémarrez le serveur de bordure."),
        good: .init("Restart the edge nodes.", "Redémarrez les nœuds de périmètre."))

    func check(_ page: BilingualPage, _ report: inout Report) {
        guard let glossary = report.glossary, let scope = glossary.scope(of: page.language) else { return }
        for index in page.pairs.indices
        where page.pairs[index].traits.contains(.isPaired) && page.pairs[index].traits.contains(.words) {
            let pair = SegmentPair(page: page, index: index)
            let matches = glossary.index.matches(in: pair.tokens(.source), of: page.source.text) {
                scope[glossary.forms[$0].locale]
            }
            for (number, match) in matches.enumerated()
            where !matches[..<number].contains(where: { $0.terms == match.terms }) {
                check(match, of: glossary, pair, &report)
            }
        }
    }

    private func check(
        _ match: SourceTermIndex.Match, of glossary: Glossary, _ pair: SegmentPair, _ report: inout Report
    ) {
        let required = match.terms.flatMap { glossary.forms[$0].required }
        let forbidden = match.terms.flatMap { glossary.forms[$0].forbidden }
        let isRight = required.isEmpty || required.contains { first(of: $0, .stems, pair) != nil }
        if isRight, forbidden.isEmpty { return }
        guard !isKept(match, of: glossary, pair) else { return }
        let terms = match.terms.map { glossary.terms[$0] }
        let wanted = alternatives(terms.flatMap(\.targets))
        let note = terms.lazy.compactMap(\.note).first.map { " (\(excerpt(of: $0)))" } ?? ""
        let source = pair.string(range(of: match.tokens, pair), .source).onOneLine()

        if let found = firstForbidden(forbidden, beside: required, pair) {
            let word = pair.string(found, .target).onOneLine()
            report.add(
                "“\(word)” is forbidden" + (wanted.isEmpty ? "" : ", use \(wanted)") + note, in: pair, .target,
                pair.sideRange(found, .target), evidence: .init(source: source, target: word))
        } else if !isRight {
            report.add(
                "source has “\(source)”, the glossary wants \(wanted)\(note)", in: pair, .source,
                pair.sideRange(range(of: match.tokens, pair), .source), evidence: .init(source: source))
        }
    }

    // MARK: The target

    private func first(
        of form: TermForm, _ strictness: TermForm.Strictness, _ pair: SegmentPair, from start: Int = 0
    ) -> Range<Int>? {
        let text = pair.text(.target)
        return form.first(
            in: pair.tokens(.target), text.startIndex..<text.endIndex, of: pair.page.target.text, pair.page.language,
            strictness, from: start)
    }

    /// The first forbidden word that is no part of a required term: "serveur" may be wrong and "serveur frontal" right.
    private func firstForbidden(
        _ forbidden: [TermForm], beside required: [TermForm], _ pair: SegmentPair
    ) -> Range<Int>? {
        var earliest: Range<Int>?
        for form in forbidden {
            var start = 0
            while let found = first(of: form, .words, pair, from: start) {
                start = found.upperBound
                guard !isPart(found, of: required, pair), !isLabel(found, .target, pair) else { continue }
                if found.lowerBound < earliest?.lowerBound ?? .max { earliest = found }
                break
            }
        }
        return earliest
    }

    private func isPart(_ found: Range<Int>, of required: [TermForm], _ pair: SegmentPair) -> Bool {
        required.contains { form in
            var start = 0
            while let whole = first(of: form, .words, pair, from: start), whole.lowerBound <= found.lowerBound {
                if whole.upperBound >= found.upperBound { return true }
                start = whole.upperBound
            }
            return false
        }
    }

    // MARK: What is rightly kept

    private func isKept(_ match: SourceTermIndex.Match, of glossary: Glossary, _ pair: SegmentPair) -> Bool {
        isLabel(range(of: match.tokens, pair), .source, pair) || isName(match, of: glossary, pair)
    }

    /// Whether a stretch is in emphasis, a link or the like that both sides have letter for letter.
    private func isLabel(_ range: Range<Int>, _ side: Side, _ pair: SegmentPair) -> Bool {
        let text = pair.page.reading(side).text
        let other = pair.page.reading(side.opposite).text
        return pair.elements(side).contains { element in
            isLabel(element) && element.textRange.lowerBound <= range.lowerBound
                && element.textRange.upperBound >= range.upperBound
                && pair.elements(side.opposite).contains {
                    isLabel($0) && other[$0.textRange].elementsEqual(text[element.textRange])
                }
        }
    }

    private func isLabel(_ element: Element) -> Bool {
        element.kind == .strong || element.kind == .emphasis || element.kind == .link
    }

    /// Whether the term is part of a longer name that the target keeps: "server" in "Exchange Server 2016". A capital that
    /// the glossary does not write says that it may be.
    private func isName(_ match: SourceTermIndex.Match, of glossary: Glossary, _ pair: SegmentPair) -> Bool {
        let source = pair.tokens(.source)
        let tokens = source[match.tokens]
        let isWrittenSo = match.terms.contains { number in
            zip(tokens, glossary.forms[number].capitals).allSatisfy { $1 || !$0.isCapitalised }
        }
        guard !isWrittenSo else { return false }
        let text = pair.page.source.text
        var lower = match.tokens.lowerBound
        var upper = match.tokens.upperBound
        if lower > source.startIndex, isPartOfName(source[lower - 1]),
            Token.stand(together: source[lower - 1], source[lower], in: text)
        {
            lower -= 1
        }
        if upper < source.endIndex, isPartOfName(source[upper]),
            Token.stand(together: source[upper - 1], source[upper], in: text)
        {
            upper += 1
        }
        // Either neighbour will do: the first word of a sentence has a capital too.
        return (lower < match.tokens.lowerBound && isInTarget(source[lower..<match.tokens.upperBound], pair))
            || (upper > match.tokens.upperBound && isInTarget(source[match.tokens.lowerBound..<upper], pair))
    }

    private func isPartOfName(_ token: Token) -> Bool { token.isCapitalised || token.kind != .word }

    private func isInTarget(_ name: ArraySlice<Token>, _ pair: SegmentPair) -> Bool {
        let target = pair.tokens(.target)
        guard let first = name.first, target.count >= name.count else { return false }
        return target.indices.dropLast(name.count - 1).contains { start in
            target[start].hash == first.hash
                && zip(target[start...], name).allSatisfy { $0.hash == $1.hash }
        }
    }

    // MARK: Words

    private func range(of tokens: Range<Int>, _ pair: SegmentPair) -> Range<Int> {
        let all = pair.page.source.tokens
        return all[tokens.lowerBound].range.lowerBound..<all[tokens.upperBound - 1].range.upperBound
    }

    private func alternatives(_ targets: [String]) -> String {
        var named: [String] = []
        for target in targets where !named.contains(target) && named.count < 3 { named.append(target) }
        return named.map { "“\($0)”" }.joined(separator: " or ")
    }

    private func excerpt(of note: String) -> String {
        let line = note.onOneLine()
        return line.unicodeScalars.count <= 120 ? line : line.prefix(119) + "…"
    }
}

extension String {
    /// With a blank for each line end and tab.
    func onOneLine() -> String {
        guard utf8.contains(where: { $0 < 0x20 }) else { return self }
        return String(decoding: utf8.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
    }
}
