import Bitext
import ParsedBitext

/// A code-like name of the source, with dots, underscores or digits, that is missing in the target.
struct Identifier: SegmentRule {
    static let description = RuleDescription(
        "identifier", .warning, .doNotTranslate, "A code-like name of the source was translated, changed or lost.",
        discussion: """
            The rule compares names with dots, double colons, underscores or digits inside: types (`System.IO.FileInfo`,
            `std::vector`), attributes (`ms_service`), models (`E911`, which may be “E 911”). Machine translation often
            puts blanks into them: `System. IO. FileInfo`. Names whose letter is that of a word (“14 days (D14)”,
            `M365`) and masks (`HH:mm`) may differ, SP1 may be the words for a service pack, and `IDs` may be `ID`. A
            sentence in small letters (`pay_order_for_user_jane`) and what is in the alternative text of an image are
            notes. `--fix` takes out the blanks if nothing else differs. Else copy the name from the source. Names of
            which only the case differs are one note for each page.
            """,
        bad: .init("A System.IO.FileInfo object.", "Un objet System. IO. FileInfo."),
        good: .init("A System.IO.FileInfo object.", "Un objet System.IO.FileInfo."),
        precision:
            """
            400 of 442 on pages of fifteen locales that nobody had read (30 November 2026), then 49 of 51 others \
            when the rule had been improved
            """,
        isFixable: true)
    static let appliesTo: SegmentContents = [.codeNames, .words]

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        var otherCase = OtherCase()
        // Few pages have a name with a sign.
        let hasSigns = tokenized.source.text.withUnsafeBufferPointer { text in
            ["C#", "F#", "Q#", "C++"].contains { text.firstOffset(of: $0, anchor: 1, from: 0) != nil }
        }
        for pair in tokenized.comparablePairs(with: hasSigns ? nil : [.codeNames, .names]) {
            if pair.contents.contains(.codeNames) { check(pair, &report) }
            if hasSigns { reportSigns(pair, &report) }
            if !pair.contents.isDisjoint(with: [.codeNames, .names]) { otherCase.read(pair) }
        }
        otherCase.report(&report)
    }

    func check(_ pair: SegmentPair, _ report: inout Report) {
        IdentifierComparison(
            includes: { $0.kind == .identifier }, noun: "name",
            isUncertain: { token, found, pair in
                Self.mayBeProse(token, pair) || Self.isCodeOfSample(token, pair)
                    || found.map { Self.isSample(token, $0, pair) } ?? false
            }, fixesBlanks: true, isOptional: { Self.isInFormula($0, $1) || Self.isSpelledOtherwise($0, $1) }
        ).check(pair, &report)
    }

    /// Reports names that end with a sign, where a blank parts it from the letters: `C #` for `C#`.
    private func reportSigns(_ pair: SegmentPair, _ report: inout Report) {
        let target = pair.text(.target)
        for (name, broken) in Self.namesWithSigns where pair.text(.source).firstPlace(of: name) != nil {
            guard target.firstPlace(of: name) == nil, let place = target.firstPlace(of: broken),
                !(target[..<place.lowerBound].last?.isASCIIAlphanumeric ?? false),
                !(target[place.upperBound...].first?.isASCIIAlphanumeric ?? false)
            else { continue }
            report.add(
                "the name differs: source has \(name.string), target has \(broken.string)", in: pair, .target,
                pair.sideRange(TextRange(place), .target),
                evidence: .init(source: name.string, target: broken.string), fix: name.string)
        }
    }

    private static let namesWithSigns = [("C#", "C #"), ("F#", "F #"), ("Q#", "Q #"), ("C++", "C ++")].map {
        (Array($0.utf8)[...], Array($1.utf8)[...])
    }

    /// Whether it is in a formula, which is compared as a whole.
    private static func isInFormula(_ token: Token, _ pair: SegmentPair) -> Bool {
        let text = pair.text(.source)
        return TeXFormula.mayBe(in: text)
            && TeXFormula.all(in: text).contains { $0.range.contains(token.range.lowerBound.value) }
    }

    /// Whether it is a word or letters with a number, and the page uses the target's name again: `Warranty_1` is `Garantie_1` in a sample
    /// whose records the reader names.
    private static func isSample(_ token: Token, _ found: Token, _ pair: SegmentPair) -> Bool {
        func parts(_ text: ArraySlice<UInt8>) -> (name: ArraySlice<UInt8>, number: ArraySlice<UInt8>) {
            let length = text.reversed().prefix { $0.isASCIIDigit || $0 == UInt8(ascii: "_") }.count
            return (text.dropLast(length), text.suffix(length))
        }
        let other = pair.text(found.range, .target)
        let (source, target) = (parts(pair.text(token.range, .source)), parts(other))
        guard !source.number.isEmpty, source.number.elementsEqual(target.number), source.name.count >= 2,
            source.name.allSatisfy(\.isASCIILetter), target.name.allSatisfy({ $0.isASCIILetter || $0 >= 0x80 })
        else { return false }
        return isTwice(other, in: page(of: pair, .target))
    }

    /// All text of a side, with its markup.
    private static func page(of pair: SegmentPair, _ side: Side) -> ArraySlice<UInt8> {
        let text = pair.tokenized.bitext[side]
        return text[text.range]
    }

    private static func isTwice(_ name: ArraySlice<UInt8>, in text: ArraySlice<UInt8>) -> Bool {
        text.firstPlace(of: name).map { text[$0.upperBound...].firstPlace(of: name) != nil } ?? false
    }

    /// Whether it is two or three capitals and a digit, and the page has other names in all its places: CL1, a contract line in a
    /// sample, is “VZ1” in German.
    private static func isCodeOfSample(_ token: Token, _ pair: SegmentPair) -> Bool {
        let name = pair.text(token.range, .source)
        let digits = name.reversed().prefix(while: \.isASCIIDigit).count
        guard (1...2).contains(digits), (2...3).contains(name.count - digits),
            name.dropLast(digits).allSatisfy({ $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") })
        else { return false }
        return page(of: pair, .target).firstPlace(of: name) == nil && isTwice(name, in: page(of: pair, .source))
    }

    /// Whether a token that has the form of a name may be prose: a sample, an abbreviation, two sentences without a blank, or a
    /// typing error.
    private static func mayBeProse(_ token: Token, _ pair: SegmentPair) -> Bool {
        let text = pair.text(token.range, .source)
        return isPhrase(token, text, pair) || isTitleAndMore(token, text, pair) || isAbbreviation(text)
            || isTwoSentences(text) || isMistyped(text)
            || isSentence(text) || isInImage(token, pair) || isGlued(text, pair) || isDateAndTime(text)
            || isCitation(text, pair) || isNameOfReader(text)
    }

    /// Whether it is a name that the reader chooses: `my_client_id`, `your_tenant`.
    private static func isNameOfReader(_ text: ArraySlice<UInt8>) -> Bool {
        ["my_", "your_"].contains { text.starts(with: $0.utf8) }
    }

    /// Whether it is the number of a paper after the name of its archive, and the target has the number, perhaps after a blank:
    /// `arXiv:1804.00633`.
    private static func isCitation(_ text: ArraySlice<UInt8>, _ pair: SegmentPair) -> Bool {
        let archive = text.prefix(while: \.isASCIILetter)
        let number = text[archive.endIndex...].dropFirst()
        return archive.count >= 3 && text[archive.endIndex...].first == UInt8(ascii: ":")
            && number.first?.isASCIIDigit ?? false && pair.shows(number, .target)
    }

    /// Whether the source lacks a blank, so that the target has only its name: "A3unattended" and "Center.NET", A3 and .NET.
    private static func isGlued(_ text: ArraySlice<UInt8>, _ pair: SegmentPair) -> Bool {
        let word = text.reversed().prefix { $0 >= 0x61 && $0 <= 0x7A }.count
        let name = text.dropLast(word)
        if word >= 4, name.count >= 2, name.last?.isASCIIDigit ?? false, name.allSatisfy(\.isASCIIAlphanumeric) {
            return pair.shows(name, .target)
        }
        return text.suffix(4).elementsEqual(".NET".utf8) && text.dropLast(4).allSatisfy(\.isASCIILetter)
            && pair.shows(text.suffix(4), .target)
    }

    /// Whether it is a piece of a date with a time, whose order another language may change: `17T07` of `2012-12-17T07:59`.
    private static func isDateAndTime(_ text: ArraySlice<UInt8>) -> Bool {
        let parts = text.split(separator: UInt8(ascii: "T"), omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { (1...4).contains($0.count) && $0.allSatisfy(\.isASCIIDigit) }
    }

    /// Whether it is a sentence in small letters: `pay_order_for_user_jane`.
    private static func isSentence(_ text: ArraySlice<UInt8>) -> Bool {
        let words = text.split(separator: UInt8(ascii: "_"))
        return words.count >= 5 && words[0].allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
            && words.contains { ["for", "of", "the", "with"].contains(String(decoding: $0, as: UTF8.self)) }
    }

    /// Whether it is in the alternative text of an image, which is often the name of its file.
    private static func isInImage(_ token: Token, _ pair: SegmentPair) -> Bool {
        pair.elements(.source).contains { $0.kind == .image && $0.textRange.contains(token.range.lowerBound) }
    }

    /// Whether it is the last word of a phrase with something after an underscore, and the target has an underscore, too: "My
    /// company_Band1" is "Mein Unternehmen_Stufe1".
    private static func isPhrase(_ token: Token, _ text: ArraySlice<UInt8>, _ pair: SegmentPair) -> Bool {
        let parts = text.split(separator: UInt8(ascii: "_"))
        let before = pair.text(.source)[..<token.range.lowerBound.value].suffix(2)
        guard parts.count == 2, let word = parts.first, word.count >= 4, word.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }),
            before.count == 2, before.last == 0x20, before.first?.isASCIILetter ?? false
        else { return false }
        // A name in code has small letters there: "the msdyn_tasks".
        let isLabel = parts[1].first.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) } ?? false
        return pair.shows(([UInt8(ascii: "_")] + parts[1])[...], .target)
            || isLabel && pair.text(.target).contains(UInt8(ascii: "_"))
    }

    /// Whether the end of a title or of a link is glued to what comes after it: "the Relay Center.Topics are", "[Relay
    /// Analytics](a.md).Partners can", "Relay Transaction History.Port". The title begins with another capitalised word.
    private static func isTitleAndMore(_ token: Token, _ text: ArraySlice<UInt8>, _ pair: SegmentPair) -> Bool {
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCIILetter) }) else {
            return false
        }
        let dot = token.lower + Int32(parts[0].count)
        if pair.elements(.source).contains(where: { $0.kind == .link && $0.textRange.upperBound.value == Int(dot) }) {
            return true
        }
        let tokens = pair.tokens(.source)
        guard let index = tokens.firstIndex(where: { $0.lower == token.lower }), index > tokens.startIndex + 1 else {
            return false
        }
        let before = tokens[index - 1]
        return before.kind == .word && before.isCapitalised && before.range.count > 3 && token.lower - before.upper == 1
            && parts[0].dropFirst().allSatisfy { $0 >= UInt8(ascii: "a") }
    }

    /// Whether it is an abbreviation with a number: "art.149".
    private static func isAbbreviation(_ text: ArraySlice<UInt8>) -> Bool {
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count == 2 && (2...7).contains(parts[0].count) && parts[0].allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
            && !parts[1].isEmpty && parts[1].allSatisfy(\.isASCIIDigit)
    }

    /// Whether it is the end of a sentence and the beginning of the next: "Control.This".
    private static func isTwoSentences(_ text: ArraySlice<UInt8>) -> Bool {
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].allSatisfy({ $0.isASCIILetter || $0 == UInt8(ascii: "_") }) else {
            return false
        }
        return firstWords.contains(String(decoding: parts[1], as: UTF8.self))
    }

    /// The first words of many sentences.
    static let firstWords: Set<String> = [
        "A", "After", "An", "And", "As", "At", "Before", "But", "By", "Can", "For", "From", "How", "I", "If", "In",
        "It", "On", "Or", "See", "So",
        "The",
        "These", "This", "To", "Use", "We", "When", "With", "You", "Your",
    ]

    /// Whether a zero took the place of a hyphen or an o: "Non0chargeable".
    private static func isMistyped(_ text: ArraySlice<UInt8>) -> Bool {
        let parts = text.split(separator: UInt8(ascii: "0"), omittingEmptySubsequences: false)
        return parts.count == 2
            && parts.allSatisfy { $0.count >= 3 && $0.dropFirst().allSatisfy { $0 >= 0x61 && $0 <= 0x7A } }
            && parts[0].allSatisfy(\.isASCIILetter) && parts[1].allSatisfy(\.isASCIILetter)
    }
}
