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
            segments. A name that the page translates wherever it occurs, another single word that differs, and blanks
            at the brackets of a single word are a note. Use the source's placeholder.
            """,
        bad: .init("Replace <TenantName> first.", "Remplacez d'abord le nom."),
        good: .init("Replace <TenantName> first.", "Remplacez d'abord <TenantName>."),
        precision:
            """
            42 of 59 on pages of twelve locales that nobody had read (30 November 2026), then 14.5 of 17 others \
            when the rule had been improved
            """
    )
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
        var missing = difference.missing.map { source[$0] }
        var extra = difference.extra.map { target[$0] }
        missing.removeAll { $0.isExclamation }
        extra.removeAll { $0.isExclamation || isBracketedLabel($0, pair) || isTranslatedTag($0, pair) }
        for (lost, found) in pairOtherForms(&missing, &extra, known: (source, target), pair)
        where !lost.name.contains(" ") {
            reportChange(lost, found, severity: .note, pair, &report)
        }
        let changed = min(missing.count, extra.count)
        for (lost, found) in zip(missing, extra) {
            // Several words may be translated.
            guard !lost.name.contains(" "), lost.name.lowercased() != found.name.lowercased() else { continue }
            let isTranslated =
                lost.isName && (found.isName || found.isOfWords) && !lost.isDotted
                && !isElsewhere(lost.inner, pair, &names)
            reportChange(
                lost, found, severity: lost.isName && !isTranslated && !lost.isLabel ? nil : .note, pair, &report)
        }
        // A placeholder of many words can be too long to be recognized on one side.
        let haveEqualCount = openingSigns(pair, .source) == openingSigns(pair, .target)
        for lost in missing.dropFirst(changed) where isRarer(lost.inner, in: .target, pair) {
            if haveEqualCount, lost.isLong { continue }
            report.add(
                "the placeholder \(lost.name) is lost", in: pair, .target, evidence: .init(source: lost.name),
                severity: lost.isLabel ? .note : nil)
        }
        for found in extra.dropFirst(changed) where isRarer(found.inner, in: .source, pair) {
            if haveEqualCount, found.isLong { continue }
            report.add(
                "the target has the placeholder \(found.name), the source does not", in: pair, .target, found.range,
                evidence: .init(target: found.name), severity: found.isLabel ? .note : nil)
        }
    }

    private func reportChange(
        _ lost: Found, _ found: Found, severity: Finding.Severity?, _ pair: SegmentPair, _ report: inout Report
    ) {
        report.add(
            "the placeholder differs: source has \(lost.name), target has \(found.name)", in: pair, .target,
            found.range, evidence: .init(source: lost.name, target: found.name), severity: severity)
    }

    // MARK: Placeholders in another form

    /// Looks for the counterparts of placeholders in what the other side has in brackets, but not in the form of a
    /// placeholder: `< name >`, `<#1 of the list>`, `<mail server, such as relay.contoso.com>`.
    ///
    /// Those with the same name are removed from the lists, and those of the source are returned with their
    /// counterparts. If a side has more of the others than the other side, they are added to its list.
    private func pairOtherForms(
        _ missing: inout [Found], _ extra: inout [Found], known: (source: [Found], target: [Found]), _ pair: SegmentPair
    ) -> [(lost: Found, found: Found)] {
        guard missing.count + extra.count > 0 else { return [] }
        let signs: StaticString = missing.contains { $0.name.hasPrefix("[") } ? "<{[" : "<{"
        var sourceForms = otherForms(signs, pair, .source, known.source)
        var targetForms = otherForms(signs, pair, .target, known.target)
        var pairs: [(lost: Found, found: Found)] = []
        missing.removeAll { lost in
            guard let match = targetForms.firstIndex(where: { $0.key == lost.key }) else { return false }
            pairs.append((lost, targetForms.remove(at: match)))
            return true
        }
        extra.removeAll { found in
            guard let match = sourceForms.firstIndex(where: { $0.key == found.key }) else { return false }
            sourceForms.remove(at: match)
            return true
        }
        // What machine translation tore has a blank or a hyphen at one of its brackets: "<name >of the list". One word cannot be torn.
        let areWords = missing.allSatisfy { !$0.name.contains(" ") }
        targetForms.removeAll {
            (areWords ? $0.endsInHyphen : !$0.isTidy) || isBracketedLabel($0, pair) || isTranslatedTag($0, pair)
        }
        let excess = targetForms.count - sourceForms.count
        if excess > 0, missing.count > extra.count {
            extra += targetForms.prefix(min(excess, missing.count - extra.count))
            extra.sort { $0.range.lowerBound < $1.range.lowerBound }
        } else if excess < 0, extra.count > missing.count {
            missing += sourceForms.prefix(min(-excess, extra.count - missing.count))
            missing.sort { $0.range.lowerBound < $1.range.lowerBound }
        }
        return pairs
    }

    /// What is in angle brackets, braces or square brackets and is none of the known placeholders.
    ///
    /// - Parameter signs: those that open what to look for.
    private func otherForms(
        _ signs: StaticString, _ pair: SegmentPair, _ side: Side, _ known: [Found]
    ) -> [Found] {
        let text = pair.text(side)
        let ranges = formulas(pair, side)
        var found: [Found] = []
        var index = text.startIndex
        while let open = text[index...].firstIndex(where: { $0.isOne(of: signs) }) {
            index = open + 1
            // In ASCII, the signs that close are two after those that open.
            let closing = text[open] + 2
            let rest = text[index...].prefix(Self.maxFormLength)
            let borders: StaticString = closing == UInt8(ascii: "]") ? "<>{}[]" : "<>{}"
            guard let close = rest.firstIndex(where: { $0 < 0x20 || $0.isOne(of: borders) }), text[close] == closing,
                text[index..<close].contains(where: { $0.isASCIILetter || $0 >= 0x80 })
            else { continue }
            let (place, range) = (index..<close, pair.sideRange(TextRange(open..<close + 1), side))
            index = close + 1
            guard !known.contains(where: { $0.range.overlaps(range) }),
                !ranges.contains(where: { $0.overlaps(place) })
            else { continue }
            found.append(Found(name: pair.string(TextRange(open..<close + 1), side), range: range))
        }
        return found
    }

    /// In bytes. The lexer reads 64, and letters of other scripts have two or three.
    private static let maxFormLength = 192

    /// Whether it is a label in the square brackets that Japanese and its neighbours put around names and what is bold in the
    /// source.
    private func isBracketedLabel(_ found: Found, _ pair: SegmentPair) -> Bool {
        ["ja", "ko", "zh"].contains(pair.language.code) && found.name.hasPrefix("[")
            && (found.name.utf8.contains { $0 >= 0x80 } && pair.elements(.source).contains { $0.kind == .strong }
                || pair.shows(Array(found.inner.utf8)[...], .source))
    }

    /// Whether it is a word in capitals in square brackets, as at the beginning of a mail's subject, and the source has one: `[BIRDS]`.
    private func isTranslatedTag(_ found: Found, _ pair: SegmentPair) -> Bool {
        func isTag(_ inner: String) -> Bool {
            inner.count >= 2 && inner.allSatisfy { $0.isUppercase || $0 == " " }
        }
        guard found.name.hasPrefix("["), isTag(found.inner) else { return false }
        return pair.text(.source).split(separator: UInt8(ascii: "[")).dropFirst().contains { part in
            isTag(String(decoding: part.prefix { $0 != UInt8(ascii: "]") }, as: UTF8.self))
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

        init(name: String, range: SideRange) {
            self.name = name
            self.range = range
            var inner = Self.inner(name)
            // Machine translation makes the commas of code those of its text. Most names are in ASCII and have none.
            if inner.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 >= 0x80 }) {
                inner = inner.replacing("，", with: ", ").replacing(",  ", with: ", ")
            }
            key = KeyHash.of("\(name.prefix(1))\(inner)\(name.suffix(1))".utf8)
        }

        /// Whether it has capitals inside, as names in code do.
        var isName: Bool {
            // As characters, the small subscripts are in upper case.
            inner.dropFirst().unicodeScalars.contains(where: \.properties.isUppercase)
                && inner.unicodeScalars.contains(where: \.properties.isLowercase)
        }
        /// Whether it is several words.
        var isOfWords: Bool { inner.contains(" ") }
        /// Whether it is a name of code, which is not translated: `[System.Serializable]`.
        var isDotted: Bool { inner.contains(".") }
        /// Whether it is a list or a set of mathematics, and no placeholder: `[PauliX,PauliY]`, also with the comma of Chinese, and
        /// `{𝑝ᵢ}`.
        var isOfMathematics: Bool {
            if name.hasPrefix("["), name.contains(where: { ",，、".contains($0) }) { return true }
            return name.unicodeScalars.contains { scalar in
                // Mathematical letters, subscripts and superscripts.
                (0x1D400...0x1D7FF).contains(scalar.value) || (0x2070...0x209C).contains(scalar.value)
                    || (0x1D62...0x1D6A).contains(scalar.value)
            }
        }
        /// Whether it is words with a hyphen in square brackets, which are rather a label: `[Multi-Currency]`.
        var isLabel: Bool { name.hasPrefix("[") && name.contains("-") }
        /// Whether both of its brackets touch its words, or both have a blank.
        var isTidy: Bool {
            let inner = name.dropFirst().dropLast()
            guard let first = inner.first, let last = inner.last else { return false }
            return first.isWhitespace == last.isWhitespace && last != "-"
        }
        /// Whether a hyphen is at its end, as where a compound was torn.
        var endsInHyphen: Bool { inner.hasSuffix("-") }
        /// Whether it is a word that is called out: `[NOTE!]`.
        var isExclamation: Bool { name.hasSuffix("!]") }
        /// Whether it has five words or more. The lexer does not recognize much longer ones.
        var isLong: Bool { name.utf8.count { $0 == 0x20 } >= 4 }
        /// The name without the brackets and the blanks beside them.
        var inner: String { Self.inner(name) }

        private static func inner(_ name: String) -> String {
            String(name.dropFirst().dropLast()).trimmingWhitespace()
        }
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
        let ranges = formulas(pair, side)
        for token in pair.tokens(side) where token.kind == .placeholder {
            // `\text{…}` in a formula.
            if ranges.contains(where: { $0.contains(token.range.lowerBound.value) }) { continue }
            let placeholder = Found(name: pair.string(token.range, side), range: pair.sideRange(token.range, side))
            if !placeholder.isOfMathematics { found.append(placeholder) }
        }
        for element in pair.elements(side) where element.kind == .htmlTag {
            let tag = pair.tokenized.bitext[side][element.range]
            guard HTMLTag(tag).isPlaceholder else { continue }
            found.append(Found(name: String(decoding: tag, as: UTF8.self), range: element.range))
        }
        return found
    }

    /// The ranges of the formulas in what a reader sees.
    private func formulas(_ pair: SegmentPair, _ side: Side) -> [Range<Int>] {
        let text = pair.text(side)
        return TeXFormula.mayBe(in: text) ? TeXFormula.all(in: text, areDamaged: side == .target).map(\.range) : []
    }
}
