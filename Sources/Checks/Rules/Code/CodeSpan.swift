import Bitext
import Hashing
import ParsedBitext

/// Inline code that is missing, different or added in the target.
struct CodeSpan: SegmentRule {
    static let description = RuleDescription(
        "code-span", .warning, .doNotTranslate, "Inline code was lost, changed or added.",
        discussion: """
            The rule compares the text between backticks, in any order. Spaces at the ends and kinds of spaces make no
            difference. These are only a note: code that the other side has without backticks, code that differs only in
            case or in placeholders (`<name>`, `{name}`), and code that is ordinary words on both sides (`your server
            name`), which may be translated, and names of examples that the code blocks of the page have in the same
            way on each side; on page pairs also code that only the target has, as authors add backticks.
            Copy the code from the source.
            """,
        bad: .init("Run `Restart-Relay`.", "Exécutez `Redémarrer-Relais`."),
        good: .init("Run `Restart-Relay`.", "Exécutez `Restart-Relay`."))
    static let appliesTo = SegmentContents.codeSpans

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
                severity: isMinor(lost, found) || isNamedAnew(lost, found, pair) ? .note : nil)
        }
        for index in difference.missing.dropFirst(changed) {
            let lost = source[index]
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
                    : "the target has the code `\(found.code)`, the source does not", in: pair, .target,
                found.element.range, evidence: .init(target: found.code),
                severity: isElsewhere || found.isProse || pair.tokenized.bitext.isPagePair ? .note : nil)
        }
    }

    private struct Found {
        let element: Element
        let code: String
        let key: UInt64
        /// Whether it is ordinary words, which may be translated.
        var isProse: Bool {
            code.split(separator: " ").count { $0.utf8.allSatisfy { $0.isASCIILetter || $0 >= 0x80 } } >= 2
        }
    }

    /// Whether only case, ordinary words or the names of placeholders differ.
    private func isMinor(_ source: Found, _ target: Found) -> Bool {
        withoutPlaceholders(source.code) == withoutPlaceholders(target.code)
            || source.code.lowercased() == target.code.lowercased() || (source.isProse && target.isProse)
    }

    /// Whether a name of an example is translated wherever the page has it, in its code, too; or the code has the target's language, or a
    /// name that the reader replaces.
    private func isNamedAnew(_ source: Found, _ target: Found, _ pair: SegmentPair) -> Bool {
        let language = pair.tokenized.language
        let words = (Self.words(of: source.code), Self.words(of: target.code))
        if words.0.count == words.1.count,
            zip(words.0, words.1).allSatisfy({ $0 == $1 || [language.code, language.locale].contains($1.lowercased()) })
        {
            return true
        }
        if Self.withoutNamesToReplace(source.code) == Self.withoutNamesToReplace(target.code) { return true }
        func isInCode(_ code: String, _ side: Side) -> Bool {
            let tree = pair.tokenized.parsed[side].tree
            let name = Array(code.prefix { $0 != "(" }.utf8)
            return name.count >= 4
                && tree.ids.contains {
                    tree[$0].kind == .codeBlock && tree[tree[$0].range].contains(name)
                }
        }
        return isInCode(source.code, .source) && isInCode(target.code, .target) && !isInCode(source.code, .target)
    }

    private static func words(of code: String) -> [Substring] {
        code.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }
    }

    /// The words of a code without those in capitals with underscores: YOUR_ID.
    private static func withoutNamesToReplace(_ code: String) -> [Substring] {
        words(of: code).filter { word in
            !(word.contains("_") && word.allSatisfy { $0.isUppercase || $0.isNumber || $0 == "_" })
        }
    }

    /// The code without the text inside `<…>` and `{…}`.
    private func withoutPlaceholders(_ code: String) -> String {
        var result = ""
        var depth = 0
        for character in code {
            let (opens, closes) = (character == "<" || character == "{", character == ">" || character == "}")
            if opens { depth += 1 }
            if depth == 0 || opens || closes { result.append(character) }
            if closes { depth = max(0, depth - 1) }
        }
        return depth == 0 ? result : code
    }

    private func spans(_ pair: SegmentPair, _ side: Side) -> [Found] {
        pair.elements(side).compactMap { element in
            guard element.kind == .codeSpan else { return nil }
            let code = text(of: element, pair, side)
            guard !code.isEmpty else { return nil }
            return Found(element: element, code: code, key: KeyHash.of(withoutPunctuation(code).utf8))
        }
    }

    /// The code without a comma, a full stop or a quote of the sentence that one side took into it: `otel.` is `otel`.
    private func withoutPunctuation(_ code: String) -> Substring {
        guard let last = code.last, ",.;:\"".contains(last), code.count > 1 else { return code[...] }
        let rest = code.dropLast()
        return rest.contains(last) || rest.last.map { !$0.isLetter && !$0.isNumber } ?? true ? code[...] : rest
    }

    /// The content of a code span, with single spaces and none at the ends.
    private func text(of element: Element, _ pair: SegmentPair, _ side: Side) -> String {
        let text = pair.tokenized.parsed[side].tree.plainText(of: Int(element.node))
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
