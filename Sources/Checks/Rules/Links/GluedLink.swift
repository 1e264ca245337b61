import Bitext
import ParsedBitext

/// A link with a letter directly before or after it, `](plan.md)commande`, or a sign directly before it that a blank belongs
/// after: `Voir:[plan](plan.md)`.
struct GluedLink: SegmentRule {
    static let description = RuleDescription(
        "glued-link", .warning, .whitespace, "A blank is missing before or after a link.",
        discussion: """
            Machine translation loses the blank between a link and a word: `[plan](plan.md)commande`. The rule ignores
            elided articles (`l'[option](a.md)`), particles and endings that a language writes to a word, languages
            without blanks between words, and segments whose source does the same. Insert the blank. In languages that
            build compounds, such as German, it can be a hyphen, or the link ends inside a word. After a punctuation
            mark, the rule reports a missing blank where the same link of the source has one: `См.[план](plan.md)`. The
            numbers of notes, `[1](#fn1)`, are ignored.
            """,
        bad: .init("See the [plan](plan.md) first.", "Lisez le [plan](plan.md)d'abord."),
        good: .init("See the [plan](plan.md) first.", "Lisez le [plan](plan.md) d'abord."),
        precision:
            """
            451.5 of 454 on pages of twelve locales that nobody had read (30 November 2026), then 29 of 30 \
            others when the rule had been improved
            """
    )
    static let appliesTo = SegmentContents.links

    func check(_ pair: SegmentPair, _ report: inout Report) {
        guard !pair.language.isUnspaced else { return }
        checkSigns(pair, &report)
        let found = gluedWords(pair, .target)
        guard !found.isEmpty else { return }
        for word in found.dropFirst(gluedWords(pair, .source).count) {
            let text = String(decoding: pair.markdown(.target)[word], as: UTF8.self)
            report.add(
                message(about: text, at: word.lowerBound, pair), in: pair, .target, SideRange(word),
                evidence: .init(target: text))
        }
    }

    /// What is missing between a link and a word. In a language with compounds, “[Relay](a.md)Dienst” needs a blank or a hyphen, and
    /// “[certificerings](a.md)instanties” is likely one word.
    private func message(about word: String, at offset: Int, _ pair: SegmentPair) -> String {
        let plain = "a blank is missing between the link and “\(word)”"
        guard pair.language.buildsCompounds, let first = word.first else { return plain }
        if !first.isLowercase { return "a blank or a hyphen is missing between the link and “\(word)”" }
        let link = pair.elements(.target).first { $0.kind == .link && $0.range.upperBound.value == offset }
        guard let link, word.count >= Self.shortestPart,
            Self.firstParts.contains(where: { pair.string(link.textRange, .target).hasSuffix($0) })
        else { return plain }
        return "the link ends inside a word, or a blank is missing between it and “\(word)”"
    }

    /// How nouns end before the rest of a compound, with the s that joins them: "Sicherungs-", "certificerings-",
    /// "säkerhets-".
    private static let firstParts = [
        "ungs", "heits", "keits", "schafts", "täts", "ings", "heids", "teits", "hets", "heds", "tets", "ions",
    ]

    /// The shortest second part of a compound, in characters. Shorter words are prepositions and the like.
    private static let shortestPart = 5

    /// Reports punctuation marks directly before a link whose counterpart in the source has a blank before it.
    private func checkSigns(_ pair: SegmentPair, _ report: inout Report) {
        let text = pair.markdown(.target)
        var spaced: [String]?
        let links = pair.elements(.target).filter { $0.kind == .link }
        for (index, link) in links.enumerated() {
            let start = link.range.values.lowerBound
            guard start > text.startIndex, start < text.endIndex, text[start] == UInt8(ascii: "["),
                let sign = sign(before: start, text), !pair.text(.target)[link.textRange].beginsWithBlank,
                let url = pair.destination(of: link, .target)?.url, !isNote(link, pair, .target)
            else { continue }
            // Where both sides have a link as often, the second one is the second one.
            let spacing = spacing(of: url, pair)
            if spacing.count > 1, spacing.count == links.count(where: { pair.destination(of: $0, .target)?.url == url })
            {
                let place = links[..<index].count { pair.destination(of: $0, .target)?.url == url }
                guard spacing[place] else { continue }
            }
            let urls = spaced ?? spacedLinks(pair)
            spaced = urls
            guard let found = urls.firstIndex(of: url) else { continue }
            spaced?.remove(at: found)
            let string = String(decoding: text[sign], as: UTF8.self)
            report.add(
                "a blank is missing between “\(string)” and the link", in: pair, .target, SideRange(sign),
                evidence: .init(target: string))
        }
    }

    /// For each of the source's links to a destination, whether a blank is directly before it.
    private func spacing(of url: String, _ pair: SegmentPair) -> [Bool] {
        let text = pair.markdown(.source)
        return pair.elements(.source).filter { $0.kind == .link && pair.destination(of: $0, .source)?.url == url }.map {
            let start = $0.range.values.lowerBound
            return start > text.startIndex && text[start - 1].isASCIIBlank
        }
    }

    /// The destinations of the source's links with a blank directly before them.
    private func spacedLinks(_ pair: SegmentPair) -> [String] {
        let text = pair.markdown(.source)
        return pair.elements(.source).compactMap { link in
            let start = link.range.values.lowerBound
            guard link.kind == .link, start > text.startIndex, text[start - 1].isASCIIBlank else { return nil }
            return pair.destination(of: link, .source)?.url
        }
    }

    /// The punctuation mark that ends before an offset, if words are before it.
    private func sign(before end: Int, _ text: ArraySlice<UInt8>) -> Range<Int>? {
        let before = text[..<end]
        guard let sign = Self.signs.first(where: { before.suffix($0.count).elementsEqual($0) }),
            before.dropLast(sign.count).contains(where: { $0.isASCIILetter || $0 >= 0x80 })
        else { return nil }
        return end - sign.count..<end
    }

    /// Marks with a blank after them, also those of Arabic and of scripts of India.
    private static let signs = [".", ",", ";", ":", "!", "?", ")", "…", "،", "؛", "؟", "۔", "।"].map { Array($0.utf8) }

    /// Whether a link leads to a note of the page, as its number tells: `[1](#fn1)`, `[(2)](#fn2)`. Languages have it after the
    /// full stop, with or without a blank.
    private func isNote(_ link: Element, _ pair: SegmentPair, _ side: Side) -> Bool {
        let shown = pair.text(side)[link.textRange].filter { !$0.isOne(of: "()[]") && !$0.isASCIIBlank }
        guard !shown.isEmpty, shown.allSatisfy(\.isASCIIDigit) else { return false }
        return pair.destination(of: link, side)?.url.hasPrefix("#") ?? false
    }

    /// Whether an offset of a text may have a letter.
    private func isLetter(_ text: ArraySlice<UInt8>, _ offset: Int) -> Bool {
        text.indices.contains(offset) && (text[offset].isASCIILetter || text[offset] >= 0x80)
    }

    /// The ranges of the words with a link directly before or after them.
    private func gluedWords(_ pair: SegmentPair, _ side: Side) -> [Range<Int>] {
        let text = pair.markdown(side)
        return pair.elements(side).compactMap { link in
            let range = link.range.values
            // The fast path: most have a blank or a sign on both sides.
            guard isLetter(text, range.lowerBound - 1) || isLetter(text, range.upperBound) else { return nil }
            // An address without brackets ends where its word ends.
            guard link.kind == .link, range.lowerBound >= text.startIndex, range.upperBound <= text.endIndex,
                text[range.lowerBound] == UInt8(ascii: "["), text[range.upperBound - 1] == UInt8(ascii: ")"),
                !pair.text(side)[link.textRange].isBlankText,
                // The first part of a compound, and an elided article: "[Sandbox-](a.md)Bereitstellung", "[plan de l'](a.md)accès".
                !pair.text(side)[link.textRange].endsLikePart
            else { return nil }
            if isNote(link, pair, side) { return nil }
            let shown = pair.text(side)[link.textRange]
            let before = text.lettersBefore(range.lowerBound)
            if !before.isEmpty, !shown.beginsWithBlank, !before.isOfUnspacedScript,
                !Particles.canPrecede(before, pair.language)
            {
                return range.lowerBound - before.utf8.count..<range.lowerBound
            }
            let after = text.lettersAfter(range.upperBound)
            if !after.isEmpty, !shown.endsWithBlank, !after.isOfUnspacedScript,
                !Particles.canFollow(after, pair.language)
            {
                return range.upperBound..<range.upperBound + after.utf8.count
            }
            return nil
        }
    }
}

extension ArraySlice<UInt8> {
    /// A character without width, as it is in a page and as a reference.
    private static let widthless = [Array("\u{200B}".utf8), Array("&#x200B;".utf8)]

    /// Whether the text begins with a blank, before which there may be a character without width.
    fileprivate var beginsWithBlank: Bool {
        let sign = Self.widthless.first { starts(with: $0) }
        return dropFirst(sign?.count ?? 0).first?.isASCIIBlank ?? false
    }

    /// Whether a hyphen or an apostrophe ends the text.
    fileprivate var endsLikePart: Bool {
        last?.isOne(of: "-'") ?? false || suffix(3).elementsEqual("’".utf8)
    }

    fileprivate var endsWithBlank: Bool {
        let sign = Self.widthless.first { suffix($0.count).elementsEqual($0) }
        return dropLast(sign?.count ?? 0).last?.isASCIIBlank ?? false
    }
}

extension String {
    /// Whether it has letters that need no blanks beside them, whatever the page says of its language.
    fileprivate var isOfUnspacedScript: Bool {
        unicodeScalars.contains(where: \.value.isUnspacedLetter)
    }
}
