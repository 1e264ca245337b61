import Bitext
import Hashing
import ParsedBitext

/// Placeholders, such as `<TenantName>`, `[InstanceName]` and `{your URL}`, that are missing, different or added in the
/// target.
struct Placeholder: SegmentRule {
    static let description = RuleDescription(
        "placeholder", .warning, .doNotTranslate, "A placeholder that the reader replaces was lost, added or renamed.",
        discussion: """
            A placeholder of several words (`<your server>`) may be translated, so the rule only counts them. A name
            with capitals inside (`<TenantName>`) must be the same as elsewhere on the page: in code, and in other
            segments. A name that the page translates wherever it occurs, and another single word that differs, are a
            note. Use the source's placeholder.
            """,
        bad: .init("Replace <TenantName> first.", "Remplacez d'abord le nom."),
        good: .init("Replace <TenantName> first.", "Remplacez d'abord <TenantName>."),
        precision: "37 of 38 warnings (fr-FR, de-DE, es-ES, ja-JP; November 2026)")
    static let appliesTo: SegmentContents = [.placeholders, .htmlTags]

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        var names: Set<UInt32>?
        for pair in tokenized.comparablePairs(with: Self.appliesTo) { check(pair, &names, &report) }
    }

    func check(_ pair: SegmentPair, _ report: inout Report) {
        var names: Set<UInt32>?
        check(pair, &names, &report)
    }

    /// - Parameter names: the words of the whole target, once they are known.
    private func check(_ pair: SegmentPair, _ names: inout Set<UInt32>?, _ report: inout Report) {
        let source = placeholders(pair, .source)
        let target = placeholders(pair, .target)
        let difference = MultisetDifference(source: source.map(\.key), target: target.map(\.key))
        guard !difference.isEmpty else { return }
        let changed = min(difference.missing.count, difference.extra.count)
        for index in 0..<changed {
            let (lost, found) = (source[difference.missing[index]], target[difference.extra[index]])
            // Several words may be translated.
            guard !lost.name.contains(" "), lost.name.lowercased() != found.name.lowercased() else { continue }
            let isTranslated = lost.isName && found.isName && !isElsewhere(lost.inner, pair, &names)
            report.add(
                "the placeholder differs: source has \(lost.name), target has \(found.name)", in: pair, .target,
                found.range,
                evidence: .init(source: lost.name, target: found.name),
                severity: lost.isName && !isTranslated ? nil : .note)
        }
        // A placeholder of many words can be too long to be recognized on one side.
        let haveEqualCount = openingSigns(pair, .source) == openingSigns(pair, .target)
        for index in difference.missing.dropFirst(changed) where isRarer(source[index].inner, in: .target, pair) {
            if haveEqualCount, source[index].isLong { continue }
            let name = source[index].name
            report.add(
                "the placeholder \(name) is lost", in: pair, .target, evidence: .init(source: name),
                severity: source[index].isLabel ? .note : nil)
        }
        for index in difference.extra.dropFirst(changed) where isRarer(target[index].inner, in: .source, pair) {
            if haveEqualCount, target[index].isLong { continue }
            let name = target[index].name
            report.add(
                "the target has the placeholder \(name), the source does not", in: pair, .target, target[index].range,
                evidence: .init(target: name), severity: target[index].isLabel ? .note : nil)
        }
    }

    /// Whether the target has a name anywhere, in text or in code.
    private func isElsewhere(_ name: String, _ pair: SegmentPair, _ names: inout Set<UInt32>?) -> Bool {
        if names == nil {
            let side = pair.tokenized.bitext[.target]
            names = Set(
                side[side.range].split {
                    !$0.isASCIIAlphanumeric && $0 < 0x80 && $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_")
                }
                .map { WordHash($0).value })
        }
        return names?.contains(WordHash(name.utf8).value) ?? false
    }

    private struct Found {
        let name: String
        let range: SideRange
        let key: UInt64
        /// Whether it has capitals inside, as names in code do.
        var isName: Bool { inner.dropFirst().contains(where: \.isUppercase) && inner.contains(where: \.isLowercase) }
        /// Whether it is words with a hyphen in square brackets, which are rather a label: `[Multi-Currency]`.
        var isLabel: Bool { name.hasPrefix("[") && name.contains("-") }
        /// Whether it has five words or more. The lexer does not recognize much longer ones.
        var isLong: Bool { name.utf8.count { $0 == 0x20 } >= 4 }
        /// The name without the brackets.
        var inner: String { String(name.dropFirst().dropLast()) }
    }

    /// The number of visible signs that open a placeholder and have a word after them.
    private func openingSigns(_ pair: SegmentPair, _ side: Side) -> Int {
        let text = pair.text(side)
        return text.indices.count { index in
            (text[index] == UInt8(ascii: "<") || text[index] == UInt8(ascii: "{")) && index + 1 < text.endIndex
                && !text[index + 1].isASCIIBlank && text[index + 1] != UInt8(ascii: ">")
        }
    }

    /// Whether a name occurs less often on one side than on the other, with or without brackets.
    private func isRarer(_ name: String, in side: Side, _ pair: SegmentPair) -> Bool {
        func count(_ side: Side) -> Int {
            String(decoding: pair.markdown(side), as: UTF8.self).lowercased().split(
                separator: name.lowercased(), omittingEmptySubsequences: false
            )
            .count
        }
        return count(side) < count(side.opposite)
    }

    private func placeholders(_ pair: SegmentPair, _ side: Side) -> [Found] {
        var found: [Found] = []
        let text = pair.text(side)
        let formulas = TeXFormula.mayBe(in: text) ? TeXFormula.all(in: text, areDamaged: side == .target) : []
        for token in pair.tokens(side) where token.kind == .placeholder {
            // `\text{…}` in a formula.
            if formulas.contains(where: { $0.range.contains(token.range.lowerBound.value) }) { continue }
            let name = pair.string(token.range, side)
            // Machine translation makes the commas of code those of its text.
            let key = name.replacing("，", with: ", ").replacing(",  ", with: ", ")
            found.append(Found(name: name, range: pair.sideRange(token.range, side), key: KeyHash.of(key.utf8)))
        }
        for element in pair.elements(side) where element.kind == .htmlTag {
            let tag = pair.tokenized.bitext[side][element.range]
            guard HTMLTag(tag).isPlaceholder else { continue }
            let name = String(decoding: tag, as: UTF8.self)
            found.append(Found(name: name, range: element.range, key: KeyHash.of(tag)))
        }
        return found
    }
}
