import Bitext
import Hashing
import ParsedBitext

/// Inline code that is missing, different or added in the target.
struct CodeSpan: Rule {
    static let description = RuleDescription(
        "code-span", .warning, .doNotTranslate, "Inline code was lost, changed or added.",
        discussion: """
            The rule compares the text between backticks, in any order. Spaces at the ends and kinds of spaces make no
            difference, nor does the title of a reference (``{ref}`title <target>` ``). These are only a note: code that the other side has without backticks, code that differs only in
            case, in a plural or in placeholders (`<name>`, `{name}`), code that is ordinary words on both sides (`your
            server name`), which may be translated, and names of examples that the code blocks of the page have in the same
            way on each side. On page pairs everything but commands and options is a note: people write freely, and
            sources change. Copy the code from the source.
            """,
        bad: .init("Run `Restart-Relay`.", "Exécutez `Redémarrer-Relais`."),
        good: .init("Run `Restart-Relay`.", "Exécutez `Restart-Relay`."))
    private static let appliesTo = SegmentContents.codeSpans

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        // Few pages have code that differs.
        var known: (source: Set<UInt64>, target: Set<UInt64>)?
        func codeWords() -> (source: Set<UInt64>, target: Set<UInt64>) {
            let words =
                known ?? (Self.codeWords(of: tokenized.parsed[.source]), Self.codeWords(of: tokenized.parsed[.target]))
            known = words
            return words
        }
        if !tokenized.allContents.isDisjoint(with: Self.appliesTo) {
            for pair in tokenized.comparablePairs(with: Self.appliesTo) { check(pair, &report, codeWords) }
        }
        for pair in tokenized.segmentsInCodeSpans() {
            let (source, target) = (Found(all: pair, .source), Found(all: pair, .target))
            if source.key != target.key { reportChange(source, target, pair, &report, codeWords) }
        }
    }

    private func check(
        _ pair: SegmentPair, _ report: inout Report,
        _ codeWords: () -> (source: Set<UInt64>, target: Set<UInt64>)
    ) {
        let source = spans(pair, .source)
        let target = spans(pair, .target)
        let difference = MultisetDifference(source: source.map(\.key), target: target.map(\.key))
        guard !difference.isEmpty else { return }
        let changed = min(difference.missing.count, difference.extra.count)
        for index in 0..<changed {
            reportChange(source[difference.missing[index]], target[difference.extra[index]], pair, &report, codeWords)
        }
        for index in difference.missing.dropFirst(changed) {
            let lost = source[index]
            let isElsewhere = pair.contains(lost.code, .target)
            report.add(
                isElsewhere
                    ? "the target has `\(lost.code)` without backticks, or less often"
                    : "the code `\(lost.code)` is lost", in: pair, .target,
                evidence: .init(source: lost.code),
                severity: isElsewhere || lost.isProse ? .note : severity(lost, pair))
        }
        for index in difference.extra.dropFirst(changed) {
            let found = target[index]
            let isElsewhere = pair.contains(found.code, .source)
            report.add(
                isElsewhere
                    ? "the source has `\(found.code)` without backticks, or less often"
                    : "the target has the code `\(found.code)`, the source does not", in: pair, .target,
                found.range, evidence: .init(target: found.code),
                severity: isElsewhere || found.isProse ? .note : severity(found, pair))
        }
    }

    private func reportChange(
        _ lost: Found, _ found: Found, _ pair: SegmentPair, _ report: inout Report,
        _ codeWords: () -> (source: Set<UInt64>, target: Set<UInt64>)
    ) {
        report.add(
            "the code differs: source has `\(lost.code)`, target has `\(found.code)`", in: pair, .target,
            found.range, evidence: .init(source: lost.code, target: found.code),
            severity: isMinor(lost, found) || isNamedAnew(lost, found, pair, codeWords) ? .note : severity(lost, pair))
    }

    /// People who translate whole pages write freely, and the source has often another name by now: of 61 findings on page pairs that were
    /// read, 41 were right. Commands and options, `Get-Relay` and `--force`, are no names that change.
    private func severity(_ found: Found, _ pair: SegmentPair) -> Finding.Severity? {
        guard pair.tokenized.bitext.isPagePair else { return nil }
        return found.code.prefixMatch(of: /[A-Z][a-z]+-[A-Z]|-/) == nil ? .note : nil
    }

    private struct Found {
        let range: SideRange?
        let code: String
        let key: UInt64

        init(_ code: String, key: String, _ range: SideRange?) {
            self.code = code
            self.key = KeyHash.of(key.utf8)
            self.range = range
        }

        /// A segment that is in the code as a whole.
        init(all pair: SegmentPair, _ side: Side) {
            let code = String(decoding: pair.markdown(side), as: UTF8.self).collapsingBlanks()
            self.init(code, key: code, nil)
        }

        /// Whether it is ordinary words, which may be translated.
        var isProse: Bool {
            code.split(separator: " ").count { $0.utf8.allSatisfy { $0.isASCIILetter || $0 >= 0x80 } } >= 2
        }
    }

    /// Whether only case, an ending, ordinary words, the names of placeholders or a reading in brackets differ.
    private func isMinor(_ source: Found, _ target: Found) -> Bool {
        let (left, right) = (source.code.lowercased(), target.code.lowercased())
        // "StatefulSets", "Nth".
        if left == right || left == right + "s" || left == right + "th" { return true }
        if withoutPlaceholders(source.code) == withoutPlaceholders(target.code) { return true }
        // `Consumer（コンシューマー）`
        if right.hasPrefix(left), let bracket = right.dropFirst(left.count).first(where: { $0 != " " }),
            "(（".contains(bracket)
        {
            return true
        }
        return source.isProse && target.isProse || isExample(source.code) && isExample(target.code)
    }

    /// Whether it is a value of an example with words and a number: `invoice #98765`.
    private func isExample(_ code: String) -> Bool { code.firstMatch(of: /[A-Za-z].*#[0-9]/) != nil }

    /// Whether a name of an example is translated in the code blocks of the page, too; or only words differ that each language has its
    /// own of: the language, and what the reader replaces.
    private func isNamedAnew(
        _ source: Found, _ target: Found, _ pair: SegmentPair,
        _ codeWords: () -> (source: Set<UInt64>, target: Set<UInt64>)
    ) -> Bool {
        let (words, others) = (Self.words(of: source.code), Self.words(of: target.code))
        guard !words.isEmpty else { return false }
        let language = pair.tokenized.language
        if words.count == others.count, Self.signs(of: source.code) == Self.signs(of: target.code),
            zip(words, others).allSatisfy({ word, other in
                word == other || [language.code, language.locale].contains(other.lowercased())
                    || ["YOUR_", "MY_"].contains { word.hasPrefix($0) } && other == Substring(other.uppercased())
            })
        {
            return true
        }
        func all(_ words: [Substring], areIn known: Set<UInt64>) -> Bool {
            words.allSatisfy { known.contains(KeyHash.of($0.utf8)) }
        }
        let known = codeWords()
        return all(words, areIn: known.source) && all(others, areIn: known.target) && !all(words, areIn: known.target)
    }

    private static func isWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_"
    }

    private static func words(of code: String) -> [Substring] { code.split { !isWord($0) } }

    private static func signs(of code: String) -> [Substring] { code.split(whereSeparator: isWord) }

    /// The words in the code blocks of a side.
    private static func codeWords(of side: ParsedSide) -> Set<UInt64> {
        var words: Set<UInt64> = []
        for id in side.tree.ids where side.tree[id].kind == .codeBlock {
            let code = side.tree[side.tree[id].range]
            for word in code.split(whereSeparator: {
                !($0.isASCIIAlphanumeric || $0 == UInt8(ascii: "_") || $0 >= 0x80)
            }) {
                words.insert(KeyHash.of(word))
            }
        }
        return words
    }

    /// The code without the words inside `<…>` and `{…}`, which the reader replaces. What a program replaces is code: `{{ name }}`,
    /// `${name}`, and the number of `{0}`.
    private func withoutPlaceholders(_ code: String) -> String {
        if ["{{", "{%", "${"].contains(where: code.contains) { return code }
        var result = ""
        var depth = 0
        for character in code {
            let (opens, closes) = (character == "<" || character == "{", character == ">" || character == "}")
            if opens { depth += 1 }
            if depth == 0 || opens || closes || character.isNumber { result.append(character) }
            if closes { depth = max(0, depth - 1) }
        }
        // `<path>/<to>` may become one placeholder.
        return depth == 0 ? result.replacing(/(<>\/)+<>/, with: "<>") : code
    }

    private func spans(_ pair: SegmentPair, _ side: Side) -> [Found] {
        pair.elements(side).compactMap { element in
            guard element.kind == .codeSpan else { return nil }
            let code = text(of: element, pair, side)
            guard !code.isEmpty else { return nil }
            let key = reference(of: element, code, pair, side) ?? String(withoutPunctuation(code))
            return Found(code, key: key, element.range)
        }
    }

    /// What a MyST role refers to, as the title before it is translated: `{ref}<relay-setup>` for
    /// ``{ref}`Set up relays <relay-setup>` ``. nil for other code.
    private func reference(of element: Element, _ code: String, _ pair: SegmentPair, _ side: Side) -> String? {
        let start = element.range.values.lowerBound
        let before = pair.markdown(side)
        guard code.last == ">", let open = code.lastIndex(of: "<"), start > before.startIndex, start <= before.endIndex,
            before[start - 1] == UInt8(ascii: "}"),
            let brace = before[..<start].lastIndex(of: UInt8(ascii: "{"))
        else { return nil }
        return String(decoding: before[brace..<start], as: UTF8.self) + code[open...]
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
