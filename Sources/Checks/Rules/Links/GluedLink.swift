import Bitext
import ParsedBitext

/// A link with a letter directly before or after it: `](plan.md)commande`.
struct GluedLink: SegmentRule {
    static let description = RuleDescription(
        "glued-link", .warning, .whitespace, "A blank is missing before or after a link.",
        discussion: """
            Machine translation loses the blank between a link and a word: `[plan](plan.md)commande`. The rule ignores
            elided articles (`l'[option](a.md)`), particles and endings that a language writes to a word, languages
            without blanks between words, and segments whose source does the same. Insert the blank.
            """,
        bad: .init("See the [plan](plan.md) first.", "Lisez le [plan](plan.md)d'abord."),
        good: .init("See the [plan](plan.md) first.", "Lisez le [plan](plan.md) d'abord."),
        precision:
            "241 of 242 on pages of eleven locales that nobody had read (30 November 2026, most of the wrong kinds mended since)"
    )
    static let appliesTo = SegmentContents.links

    func check(_ pair: SegmentPair, _ report: inout Report) {
        guard !pair.language.isUnspaced else { return }
        let found = gluedWords(pair, .target)
        guard !found.isEmpty else { return }
        for word in found.dropFirst(gluedWords(pair, .source).count) {
            let text = String(decoding: pair.markdown(.target)[word], as: UTF8.self)
            report.add(
                "a blank is missing between the link and “\(text)”", in: pair, .target, SideRange(word),
                evidence: .init(target: text))
        }
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
