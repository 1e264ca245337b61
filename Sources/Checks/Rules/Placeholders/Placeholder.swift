import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// `<TenantName>`, `[InstanceName]` and `{your URL}` that one half has and the other has not.
struct Placeholder: SegmentRule {
    static let description = RuleDescription(
        "placeholder", .warning, .doNotTranslate, "A placeholder that the reader replaces was lost, added or renamed.",
        discussion: """
            Placeholders that are several words (`<your server>`) may be translated, so only their number counts. A name in
            one word with capitals inside (`<TenantName>`) stands in code as well, where it must be the same; another word
            that was renamed is a note.
            """,
        bad: .init("Replace <TenantName> first.", "Remplacez d'abord le nom."),
        good: .init("Replace <TenantName> first.", "Remplacez d'abord <TenantName>."),
        precision: "37 of 38 warnings (fr-FR, de-DE, es-ES, ja-JP; November 2026)")
    static let looksFor: SegmentTraits = [.placeholders, .htmlTags]

    func check(_ pair: SegmentPair, _ report: inout Report) {
        let source = placeholders(pair, .source)
        let target = placeholders(pair, .target)
        let difference = MultisetDifference(source: source.map(\.key), target: target.map(\.key))
        guard !difference.isEmpty else { return }
        let changed = min(difference.missing.count, difference.extra.count)
        for index in 0..<changed {
            let (lost, found) = (source[difference.missing[index]], target[difference.extra[index]])
            // Words may be translated; a name in one word is a name.
            guard !lost.name.contains(" "), lost.name.lowercased() != found.name.lowercased() else { continue }
            report.add(
                "the placeholder differs: source has \(lost.name), target has \(found.name)", in: pair, .target,
                found.range,
                evidence: .init(source: lost.name, target: found.name), severity: lost.isName ? nil : .note)
        }
        // A placeholder of many words may be too long to be seen as one on one side.
        let isAsOften = signs(pair, .source) == signs(pair, .target)
        for index in difference.missing.dropFirst(changed) where isRarer(source[index].inner, in: .target, pair) {
            if isAsOften, source[index].isLong { continue }
            let name = source[index].name
            report.add("the placeholder \(name) is lost", in: pair, .target, evidence: .init(source: name))
        }
        for index in difference.extra.dropFirst(changed) where isRarer(target[index].inner, in: .source, pair) {
            if isAsOften, target[index].isLong { continue }
            let name = target[index].name
            report.add(
                "the target has the placeholder \(name), the source has not", in: pair, .target, target[index].range,
                evidence: .init(target: name))
        }
    }

    private struct Found {
        let name: String
        /// On the side.
        let range: SideRange
        let key: UInt64
        /// A name with capitals inside stands in code as well.
        var isName: Bool { inner.dropFirst().contains(where: \.isUppercase) && inner.contains(where: \.isLowercase) }
        /// Five words or more: a sixth or seventh, and it is none.
        var isLong: Bool { name.utf8.count { $0 == 0x20 } >= 4 }
        /// Without the brackets.
        var inner: String { String(name.dropFirst().dropLast()) }
    }

    /// How many signs that open a placeholder, and stand before a word, a reader sees.
    private func signs(_ pair: SegmentPair, _ side: Side) -> Int {
        let text = pair.text(side)
        return text.indices.count { index in
            (text[index] == UInt8(ascii: "<") || text[index] == UInt8(ascii: "{")) && index + 1 < text.endIndex
                && !text[index + 1].isASCIIBlank && text[index + 1] != UInt8(ascii: ">")
        }
    }

    /// Whether a name stands less often in one half than in the other, with brackets or without.
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
        for token in pair.tokens(side) where token.kind == .placeholder {
            let name = pair.string(token.range, side)
            found.append(Found(name: name, range: pair.sideRange(token.range, side), key: KeyHash.of(name.utf8)))
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
