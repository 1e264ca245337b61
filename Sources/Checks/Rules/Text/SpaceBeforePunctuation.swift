import Bitext
import ParsedBitext

/// A space before a full stop or a comma.
struct SpaceBeforePunctuation: SegmentRule {
    static let description = RuleDescription(
        "space-before-punctuation", .note, .whitespace, "There is a space before a full stop or a comma.",
        discussion: """
            Machine translation leaves such spaces after code and links, often many on one page. The rule ignores a full
            stop with a word after it (` .NET`), and segments whose source has such a space, too. Remove the space. `--fix`
            removes it after code and links, `--fix --unsafe` everywhere: after a word, something may have been lost there.
            """,
        bad: .init("Run `setup`.", "Exécutez `setup` ."), good: .init("Run `setup`.", "Exécutez `setup`."),
        precision: "18 of 18 (fr-FR, de-DE)", isFixable: true)
    static let appliesTo = SegmentContents.detachedPunctuation

    func check(_ pair: SegmentPair, _ report: inout Report) {
        guard !pair.contents.contains(.isSame) else { return }
        let found = places(pair.text(.target))
        guard !found.isEmpty, places(pair.text(.source)).isEmpty else { return }
        for place in found {
            let range = pair.sideRange(TextRange(place), .target)
            let sign = pair.string(TextRange(place.upperBound - 1..<place.upperBound), .target)
            report.add(
                "a space before “\(sign)”", in: pair, .target, range,
                evidence: .init(target: pair.string(TextRange(place), .target)),
                // Markup between the two would be lost.
                fix: range.count == place.count ? sign : nil,
                isSafe: pair.hasAllElements && isAfterCodeOrLink(place.lowerBound, pair))
        }
    }

    /// Whether a code span or a link ends at an offset of the target's text.
    private func isAfterCodeOrLink(_ offset: Int, _ pair: SegmentPair) -> Bool {
        pair.elements(.target).contains {
            ($0.kind == .codeSpan || $0.kind == .link) && Int($0.textEnd) == offset
        }
    }

    /// The ranges of a space and a sign with another space or the end after them.
    private func places(_ text: ArraySlice<UInt8>) -> [Range<Int>] {
        text.indices.dropFirst().compactMap { index in
            guard text[index] == UInt8(ascii: ".") || text[index] == UInt8(ascii: ","), text[index - 1] == 0x20,
                index + 1 == text.endIndex || text[index + 1].isASCIIBlank
            else { return nil }
            return index - 1..<index + 1
        }
    }
}
