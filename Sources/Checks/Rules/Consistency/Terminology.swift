import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

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

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard let glossary = report.context.glossary, let scope = glossary.scope(of: tokenized.language) else { return }
        let inflection = Inflection(tokenized.language)
        tokenized.source.withBytes { source in
            tokenized.target.withBytes { target in
                for index in tokenized.traits.indices
                where tokenized.traits[index].contains(.isPaired) && tokenized.traits[index].contains(.words) {
                    let segment = Segment(
                        pair: SegmentPair(tokenized, index: index),
                        source: source.tokens(of: tokenized.source.slices[index]),
                        sourceText: source.text,
                        place: TermPlace(
                            tokens: target.tokens(of: tokenized.target.slices[index]), text: target.text,
                            range: tokenized.target.slices[index].textRange, inflection: inflection))
                    check(segment, glossary, scope, &report)
                }
            }
        }
    }

    /// A segment with its tokens and texts lent, as they are looked at very often.
    private struct Segment {
        let pair: SegmentPair
        let source: Slice<UnsafeBufferPointer<Token>>
        let sourceText: Bytes
        let place: TermPlace
    }

    private func check(_ segment: Segment, _ glossary: Glossary, _ scope: [Bool], _ report: inout Report) {
        guard segment.source.count <= Self.longest, segment.place.tokens.count <= Self.longest else { return }
        var matches = glossary.index.matches(in: segment.source, of: segment.sourceText) {
            scope[glossary.forms[$0].locale]
        }
        guard !matches.isEmpty else { return }
        // A segment that is left as it is holds names, unless it is the term and nothing else.
        if segment.pair.traits.contains(.isSame), matches[0].tokens.count < segment.source.count { return }
        if matches.count > 1 {
            var seen: Set<Int> = []
            matches.removeAll { !seen.insert($0.terms[0]).inserted }
        }
        for match in matches where !isRight(match, glossary, segment) {
            let others = matches.filter { $0.terms != match.terms }.flatMap(\.terms)
            add(match, beside: others.flatMap { glossary.forms[$0].required }, glossary, segment, &report)
        }
    }

    /// Whether nothing is to be said of a term. Most often so, and then nothing is allocated.
    private func isRight(_ match: SourceTermIndex.Match, _ glossary: Glossary, _ segment: Segment) -> Bool {
        hasRequired(match, glossary, segment)
            && !match.terms.contains { number in
                glossary.forms[number].forbidden.contains { $0.first(in: segment.place, .words) != nil }
            }
    }

    private func hasRequired(_ match: SourceTermIndex.Match, _ glossary: Glossary, _ segment: Segment) -> Bool {
        let strictness: TermForm.Strictness = isCoordinated(match, segment) ? .scatteredStems : .stems
        var isAnyRequired = false
        for number in match.terms {
            for form in glossary.forms[number].required {
                if form.first(in: segment.place, strictness) != nil { return true }
                isAnyRequired = true
            }
        }
        return !isAnyRequired
    }

    /// The most words that a segment may have: what has more is damage, and each term is looked for in all of them.
    private static let longest = 4096

    /// - Parameter others: what the segment's other terms want.
    private func add(
        _ match: SourceTermIndex.Match, beside others: [TermForm], _ glossary: Glossary, _ segment: Segment,
        _ report: inout Report
    ) {
        let pair = segment.pair
        let stretch = range(of: match, segment)
        guard !isKept(match, glossary, segment) else { return }
        let terms = match.terms.map { glossary.terms[$0] }
        let wanted = alternatives(terms.flatMap(\.targets))
        let note = terms.lazy.compactMap(\.note).first.map { " (\(excerpt(of: $0)))" } ?? ""
        let source = pair.string(stretch, .source).onOneLine()
        let hasRequired = hasRequired(match, glossary, segment)

        // Where the right term stands, the forbidden word may well translate another one.
        let suspects = match.terms.flatMap { glossary.forms[$0].forbidden }.filter { form in
            !hasRequired || wanted.isEmpty
                || !form.hasCognate(
                    in: segment.source.indices.lazy.filter { !match.tokens.contains($0) }.map { segment.source[$0] },
                    of: segment.sourceText)
        }
        let required = match.terms.flatMap { glossary.forms[$0].required } + others
        if let found = firstForbidden(suspects, beside: required, segment) {
            let word = pair.string(found, .target).onOneLine()
            report.add(
                "“\(word)” is forbidden" + (wanted.isEmpty ? "" : ", use \(wanted)") + note, in: pair, .target,
                pair.sideRange(found, .target), evidence: .init(source: source, target: word))
        } else if !hasRequired {
            report.add(
                "source has “\(source)”, the glossary wants \(wanted)\(note)", in: pair, .source,
                pair.sideRange(stretch, .source), evidence: .init(source: source))
        }
    }

    // MARK: The target

    /// The first forbidden word that is no part of a required term: "serveur" may be wrong and "serveur frontal" right.
    private func firstForbidden(
        _ forbidden: [TermForm], beside required: [TermForm], _ segment: Segment
    ) -> TextRange? {
        var earliest: TextRange?
        for form in forbidden {
            var start = TextOffset(0)
            while let found = form.first(in: segment.place, .words, from: start) {
                start = found.upperBound
                guard !isPart(found, of: required, segment), !isLabel(found, .target, segment.pair),
                    !isInsideAddress(found, segment.place.text, segment.place.range)
                else { continue }
                if found.lowerBound < earliest?.lowerBound ?? TextOffset(.max) { earliest = found }
                break
            }
        }
        return earliest
    }

    private func isPart(_ found: TextRange, of required: [TermForm], _ segment: Segment) -> Bool {
        required.contains { form in
            var start = TextOffset(0)
            while let whole = form.first(in: segment.place, .words, from: start), whole.lowerBound <= found.lowerBound {
                if whole.upperBound >= found.upperBound { return true }
                start = whole.upperBound
            }
            return false
        }
    }

    /// Whether the term is one of several that share a word: "Access and Mediation Servers".
    private func isCoordinated(_ match: SourceTermIndex.Match, _ segment: Segment) -> Bool {
        let first = match.tokens.lowerBound
        guard match.tokens.count > 1, first > segment.source.startIndex else { return false }
        let before = segment.source[first - 1].range
        let gap = before.upperBound..<max(before.upperBound, segment.source[first].range.lowerBound)
        return segment.sourceText[gap].contains(UInt8(ascii: ","))
            || (before.count == 3 && segment.sourceText.hasIgnoringCase("and", at: before.lowerBound.value))
            || (before.count == 2 && segment.sourceText.hasIgnoringCase("or", at: before.lowerBound.value))
    }

    // MARK: What is rightly kept

    private func isKept(_ match: SourceTermIndex.Match, _ glossary: Glossary, _ segment: Segment) -> Bool {
        let range = range(of: match, segment)
        return isLabel(range, .source, segment.pair) || isQuotation(range, .source, segment.pair)
            || isName(match, glossary, segment)
            || isInsideAddress(range, segment.sourceText, segment.pair.tokenized.source.slices[segment.pair.index].textRange)
    }

    /// Whether a stretch is a piece of an address or a path that the lexer did not know as one: `https://hub/rules`.
    private func isInsideAddress(_ range: TextRange, _ text: Bytes, _ segment: TextRange) -> Bool {
        func joins(_ byte: UInt8) -> Bool {
            byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "@")
                || byte == UInt8(ascii: "_")
        }
        return (range.lowerBound > segment.lowerBound && joins(text[range.lowerBound - 1]))
            || (range.upperBound < segment.upperBound && joins(text[range.upperBound]))
    }

    /// Whether a stretch is in emphasis, a link or the like that both sides have letter for letter.
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

    /// Whether a stretch is in quotes, and the other side has all that is quoted.
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

    /// Whether the term is part of a longer name that the target keeps: "server" in "Exchange Server 2016". A capital that
    /// the glossary does not write says that it may be.
    private func isName(_ match: SourceTermIndex.Match, _ glossary: Glossary, _ segment: Segment) -> Bool {
        let source = segment.source
        let isWrittenSo = match.terms.contains { number in
            zip(source[match.tokens], glossary.forms[number].capitals).allSatisfy { $1 || !$0.isCapitalised }
        }
        guard !isWrittenSo else { return false }
        let (lower, upper) = (match.tokens.lowerBound, match.tokens.upperBound)
        // Either neighbour will do: the first word of a sentence has a capital too.
        if lower > source.startIndex, isPartOfName(source[lower - 1]),
            Token.stand(together: source[lower - 1], source[lower], in: segment.sourceText),
            isInTarget(source[(lower - 1)..<upper], segment)
        {
            return true
        }
        return upper < source.endIndex && isPartOfName(source[upper])
            && Token.stand(together: source[upper - 1], source[upper], in: segment.sourceText)
            && isInTarget(source[lower..<(upper + 1)], segment)
    }

    private func isPartOfName(_ token: Token) -> Bool { token.isCapitalised || token.kind != .word }

    private func isInTarget(_ name: Slice<UnsafeBufferPointer<Token>>, _ segment: Segment) -> Bool {
        let target = segment.place.tokens
        guard let first = name.first, target.count >= name.count else { return false }
        return target.indices.dropLast(name.count - 1).contains { start in
            target[start].hash == first.hash && zip(target[start...], name).allSatisfy { $0.hash == $1.hash }
        }
    }

    // MARK: Words

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
