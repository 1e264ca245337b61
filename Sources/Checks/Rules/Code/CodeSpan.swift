import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// Inline code that was lost, changed or added.
struct CodeSpan: SegmentRule {
    static let description = RuleDescription(
        "code-span", .warning, .doNotTranslate, "Inline code was lost, changed or added.",
        discussion: """
            What stands between backticks is compared as it is, in any order; blanks at the ends and differences between
            kinds of blanks do not count. Code that stands in the other half without backticks, and code that differs
            only in case, is a note: the reader still finds it. So is code that is prose in both halves
            (`your server name`), which may be translated.
            """,
        bad: .init("Run `Restart-Relay`.", "Exécutez `Redémarrer-Relais`."),
        good: .init("Run `Restart-Relay`.", "Exécutez `Restart-Relay`."))
    static let looksFor = SegmentTraits.codeSpans

    func check(_ pair: SegmentPair, _ report: inout Report) {
        let source = spans(pair, .source)
        let target = spans(pair, .target)
        let difference = MultisetDifference(source: source.map(\.key), target: target.map(\.key))
        guard !difference.isEmpty else { return }
        let changed = min(difference.missing.count, difference.extra.count)
        for index in 0..<changed {
            let (lost, found) = (source[difference.missing[index]], target[difference.extra[index]])
            report.add(
                "the code differs: source has `\(lost.code)`, target has `\(found.code)`", in: pair, .target,
                found.element.range, evidence: .init(source: lost.code, target: found.code),
                severity: isMinor(lost, found) ? .note : nil)
        }
        for index in difference.missing.dropFirst(changed) {
            let lost = source[index]
            // A term that the source repeats need not be repeated.
            let isElsewhere = pair.contains(lost.code, .target)
            report.add(
                isElsewhere
                    ? "the target has `\(lost.code)` without backticks, or less often"
                    : "the code `\(lost.code)` is lost", in: pair, .target,
                evidence: .init(source: lost.code), severity: isElsewhere || lost.isProse ? .note : nil)
        }
        for index in difference.extra.dropFirst(changed) {
            let found = target[index]
            let isElsewhere = pair.contains(found.code, .source)
            report.add(
                isElsewhere
                    ? "the source has `\(found.code)` without backticks, or less often"
                    : "the target has the code `\(found.code)`, the source has not", in: pair, .target,
                found.element.range, evidence: .init(target: found.code),
                severity: isElsewhere || found.isProse ? .note : nil)
        }
    }

    private struct Found {
        let element: Element
        let code: String
        let key: UInt64
        /// Words that a translator may translate.
        var isProse: Bool {
            code.split(separator: " ").count { $0.utf8.allSatisfy { $0.isASCIILetter || $0 >= 0x80 } } >= 2
        }
    }

    /// Case, prose, and placeholders that were translated.
    private func isMinor(_ source: Found, _ target: Found) -> Bool {
        withoutPlaceholders(source.code) == withoutPlaceholders(target.code)
            || source.code.lowercased() == target.code.lowercased() || (source.isProse && target.isProse)
    }

    /// The code with what stands in `<…>` taken out.
    private func withoutPlaceholders(_ code: String) -> String {
        var result = ""
        var depth = 0
        for character in code {
            if character == "<" { depth += 1 }
            if depth == 0 || character == "<" || character == ">" { result.append(character) }
            if character == ">" { depth = max(0, depth - 1) }
        }
        return depth == 0 ? result : code
    }

    private func spans(_ pair: SegmentPair, _ side: Side) -> [Found] {
        pair.elements(side).compactMap { element in
            guard element.kind == .codeSpan else { return nil }
            let code = pair.codeText(of: element, side)
            guard !code.isEmpty else { return nil }
            return Found(element: element, code: code, key: KeyHash.of(code.utf8))
        }
    }
}

extension SegmentPair {
    /// A code span's content, with single blanks and none at the ends.
    func codeText(of element: Element, _ side: Side) -> String {
        let text = tokenized.parsed[side].tree.plainText(of: Int(element.node))
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
