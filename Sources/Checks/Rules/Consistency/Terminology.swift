import Bitext
import ParsedBitext

/// A term whose translation is not the one in the glossary.
struct Terminology: Rule {
    static let description = RuleDescription(
        "terminology", .warning, .terminology, "The translation of a term is not the one in the glossary.",
        discussion: """
            If the source contains a term of the glossary (`--glossary`), the target must contain one of its
            translations and none of its forbidden words. The rule compares words without their endings and prefers the
            longest term. It ignores code, addresses and identifiers, names that contain a term (`Exchange Server`), and
            labels, links and titles that the target keeps unchanged. Without a glossary it finds nothing. Use the
            translation that the message names. In the examples, the glossary has `nœud de périmètre` for `edge node`.
            """,
        bad: .init("Restart the edge node.", "Redémarrez le serveur de bordure."),
        good: .init("Restart the edge nodes.", "Redémarrez les nœuds de périmètre."))

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard let glossary = report.context.glossary, let scope = glossary.scope(of: tokenized.language) else { return }
        let inflection = Inflection(tokenized.language)
        tokenized.source.withBuffers { source in
            tokenized.target.withBuffers { target in
                for index in tokenized.contents.indices
                where tokenized.contents[index].contains(.isPaired) && tokenized.contents[index].contains(.words) {
                    let segment = Segment(
                        pair: SegmentPair(tokenized, index: index),
                        source: source.tokens(of: tokenized.source.segments[index]),
                        sourceText: source.text,
                        target: SearchedTarget(
                            tokens: target.tokens(of: tokenized.target.segments[index]), text: target.text,
                            range: tokenized.target.segments[index].textRange, inflection: inflection))
                    check(segment, glossary, scope, &report)
                }
            }
        }
    }

    /// A segment with its tokens and texts as buffers, which are fast to read. Valid during one call only.
    private struct Segment {
        let pair: SegmentPair
        let source: Slice<UnsafeBufferPointer<Token>>
        let sourceText: Bytes
        let target: SearchedTarget
    }

    private func check(_ segment: Segment, _ glossary: Glossary, _ scope: [Bool], _ report: inout Report) {
        guard segment.source.count <= Self.maxTokens, segment.target.tokens.count <= Self.maxTokens else { return }
        var matches = glossary.index.matches(in: segment.source, of: segment.sourceText) {
            scope[glossary.patterns[$0].locale]
        }
        guard !matches.isEmpty else { return }
        // An unchanged segment consists of names, unless it is only the term.
        if segment.pair.contents.contains(.isSame), matches[0].tokens.count < segment.source.count { return }
        if matches.count > 1 {
            var seen: Set<Int> = []
            matches.removeAll { !seen.insert($0.terms[0]).inserted }
        }
        for match in matches where !isCorrect(match, glossary, segment) {
            let others = matches.filter { $0.terms != match.terms }.flatMap(\.terms)
            addFinding(match, others: others.flatMap { glossary.patterns[$0].required }, glossary, segment, &report)
        }
    }

    /// Whether the target has a required term and no forbidden word. Allocates nothing, as most terms are correct.
    private func isCorrect(_ match: SourceTermIndex.Match, _ glossary: Glossary, _ segment: Segment) -> Bool {
        hasRequired(match, glossary, segment)
            && !match.terms.contains { number in
                glossary.patterns[number].forbidden.contains { $0.first(in: segment.target, .words) != nil }
            }
    }

    private func hasRequired(_ match: SourceTermIndex.Match, _ glossary: Glossary, _ segment: Segment) -> Bool {
        let strictness: TermPattern.Strictness = isCoordinated(match, segment) ? .scatteredStems : .stems
        var isAnyRequired = false
        for number in match.terms {
            for pattern in glossary.patterns[number].required {
                if pattern.first(in: segment.target, strictness) != nil { return true }
                isAnyRequired = true
            }
        }
        return !isAnyRequired
    }

    /// The maximum number of tokens in a variant. A longer one is damaged, and searching it for each term takes too
    /// long.
    private static let maxTokens = 4096

    /// - Parameter others: the required patterns of the segment's other terms.
    private func addFinding(
        _ match: SourceTermIndex.Match, others: [TermPattern], _ glossary: Glossary, _ segment: Segment,
        _ report: inout Report
    ) {
        let pair = segment.pair
        let range = range(of: match, segment)
        guard !isKept(match, glossary, segment) else { return }
        let terms = match.terms.map { glossary.terms[$0] }
        let wanted = alternatives(terms.flatMap(\.targets))
        let note = terms.lazy.compactMap(\.note).first.map { " (\(excerpt(of: $0)))" } ?? ""
        let source = pair.string(range, .source).replacingControlCharacters()
        let hasRequired = hasRequired(match, glossary, segment)

        // If the target has the required term, a forbidden word may be the translation of another word.
        let candidates = match.terms.flatMap { glossary.patterns[$0].forbidden }.filter { pattern in
            !hasRequired || wanted.isEmpty
                || !pattern.hasCognate(
                    in: segment.source.indices.lazy.filter { !match.tokens.contains($0) }.map { segment.source[$0] },
                    of: segment.sourceText)
        }
        let required = match.terms.flatMap { glossary.patterns[$0].required } + others
        if let found = firstForbidden(candidates, outside: required, segment) {
            let word = pair.string(found, .target).replacingControlCharacters()
            report.add(
                "“\(word)” is forbidden" + (wanted.isEmpty ? "" : ", use \(wanted)") + note, in: pair, .target,
                pair.sideRange(found, .target), evidence: .init(source: source, target: word))
        } else if !hasRequired {
            report.add(
                "source has “\(source)”, the glossary wants \(wanted)\(note)", in: pair, .source,
                pair.sideRange(range, .source), evidence: .init(source: source))
        }
    }

    // MARK: The target

    /// The first forbidden word that is not part of a required term: "serveur" can be wrong and "serveur frontal"
    /// correct.
    private func firstForbidden(
        _ forbidden: [TermPattern], outside required: [TermPattern], _ segment: Segment
    ) -> TextRange? {
        var earliest: TextRange?
        for pattern in forbidden {
            var start = TextOffset(0)
            while let found = pattern.first(in: segment.target, .words, from: start) {
                start = found.upperBound
                guard !isPart(found, of: required, segment), !isLabel(found, .target, segment.pair),
                    !isInsideAddress(found, segment.target.text, segment.target.range)
                else { continue }
                if found.lowerBound < earliest?.lowerBound ?? TextOffset(.max) { earliest = found }
                break
            }
        }
        return earliest
    }

    private func isPart(_ found: TextRange, of required: [TermPattern], _ segment: Segment) -> Bool {
        required.contains { pattern in
            var start = TextOffset(0)
            while let whole = pattern.first(in: segment.target, .words, from: start),
                whole.lowerBound <= found.lowerBound
            {
                if whole.upperBound >= found.upperBound { return true }
                start = whole.upperBound
            }
            return false
        }
    }

    /// Whether the term is part of an enumeration that shares a word: "Access and Mediation Servers".
    private func isCoordinated(_ match: SourceTermIndex.Match, _ segment: Segment) -> Bool {
        let first = match.tokens.lowerBound
        guard match.tokens.count > 1, first > segment.source.startIndex else { return false }
        let before = segment.source[first - 1].range
        let gap = before.upperBound..<max(before.upperBound, segment.source[first].range.lowerBound)
        return segment.sourceText[gap].contains(UInt8(ascii: ","))
            || (before.count == 3 && segment.sourceText.hasIgnoringCase("and", at: before.lowerBound.value))
            || (before.count == 2 && segment.sourceText.hasIgnoringCase("or", at: before.lowerBound.value))
    }

    // MARK: Terms that may stay unchanged

    private func isKept(_ match: SourceTermIndex.Match, _ glossary: Glossary, _ segment: Segment) -> Bool {
        let pair = segment.pair
        let range = range(of: match, segment)
        return isLabel(range, .source, pair) || isQuotation(range, .source, pair) || isName(match, glossary, segment)
            || isInsideAddress(range, segment.sourceText, pair.tokenized.source.segments[pair.index].textRange)
    }

    /// Whether a range is part of an address or a path that the lexer did not recognize: `https://hub/rules`.
    private func isInsideAddress(_ range: TextRange, _ text: Bytes, _ segment: TextRange) -> Bool {
        func joins(_ byte: UInt8) -> Bool {
            byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "@")
                || byte == UInt8(ascii: "_")
        }
        return (range.lowerBound > segment.lowerBound && joins(text[range.lowerBound - 1]))
            || (range.upperBound < segment.upperBound && joins(text[range.upperBound]))
    }

    /// Whether a range is inside emphasis or a link whose text is the same on both sides.
    private func isLabel(_ range: TextRange, _ side: Side, _ pair: SegmentPair) -> Bool {
        let text = pair.tokenized.tokens(side).text
        let other = pair.tokenized.tokens(side.opposite).text
        return pair.elements(side).contains { element in
            isLabel(element) && element.textRange.lowerBound <= range.lowerBound
                && element.textRange.upperBound >= range.upperBound
                && pair.elements(side.opposite).contains {
                    isLabel($0) && other[$0.textRange].elementsEqual(text[element.textRange])
                }
        }
    }

    /// Whether a range is inside quotes whose content is also on the other side.
    private func isQuotation(_ range: TextRange, _ side: Side, _ pair: SegmentPair) -> Bool {
        let text = pair.text(side)
        guard let open = text[..<range.lowerBound.value].lastIndex(of: UInt8(ascii: "\"")),
            let close = text[range.upperBound.value...].firstIndex(of: UInt8(ascii: "\"")), close - open < 128
        else { return false }
        return pair.text(side.opposite).contains(text[(open + 1)..<close])
    }

    private func isLabel(_ element: Element) -> Bool {
        element.kind == .strong || element.kind == .emphasis || element.kind == .link
    }

    /// Whether the term is part of a longer name that the target keeps: "server" in "Exchange Server 2016". The term
    /// must have a capital that it does not have in the glossary.
    private func isName(_ match: SourceTermIndex.Match, _ glossary: Glossary, _ segment: Segment) -> Bool {
        let source = segment.source
        let isSpelledAsInGlossary = match.terms.contains { number in
            zip(source[match.tokens], glossary.patterns[number].capitals).allSatisfy { $1 || !$0.isCapitalised }
        }
        guard !isSpelledAsInGlossary else { return false }
        let (lower, upper) = (match.tokens.lowerBound, match.tokens.upperBound)
        // One neighbour is enough. The first word of a sentence also has a capital.
        if lower > source.startIndex, isPartOfName(source[lower - 1]),
            Token.areAdjacent(source[lower - 1], source[lower], in: segment.sourceText),
            isInTarget(source[(lower - 1)..<upper], segment)
        {
            return true
        }
        return upper < source.endIndex && isPartOfName(source[upper])
            && Token.areAdjacent(source[upper - 1], source[upper], in: segment.sourceText)
            && isInTarget(source[lower..<(upper + 1)], segment)
    }

    private func isPartOfName(_ token: Token) -> Bool { token.isCapitalised || token.kind != .word }

    private func isInTarget(_ name: Slice<UnsafeBufferPointer<Token>>, _ segment: Segment) -> Bool {
        let target = segment.target.tokens
        guard let first = name.first, target.count >= name.count else { return false }
        return target.indices.dropLast(name.count - 1).contains { start in
            target[start].hash == first.hash && zip(target[start...], name).allSatisfy { $0.hash == $1.hash }
        }
    }

    // MARK: Text for messages

    private func range(of match: SourceTermIndex.Match, _ segment: Segment) -> TextRange {
        let first = segment.source[match.tokens.lowerBound].range.lowerBound
        return first..<segment.source[match.tokens.upperBound - 1].range.upperBound
    }

    private func alternatives(_ targets: [String]) -> String {
        var named: [String] = []
        for target in targets where !named.contains(target) && named.count < 3 { named.append(target) }
        return named.map { "“\($0)”" }.joined(separator: " or ")
    }

    private func excerpt(of note: String) -> String {
        let line = note.replacingControlCharacters()
        return line.unicodeScalars.count <= 120 ? line : line.prefix(119) + "…"
    }
}
