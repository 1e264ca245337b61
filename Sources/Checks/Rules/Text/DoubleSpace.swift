import Bitext
import ParsedBitext

/// Two spaces inside a target whose source has single ones.
struct DoubleSpace: SegmentRule {
    static let description = RuleDescription(
        "double-space", .note, .whitespace, "The target has several spaces in a row.",
        discussion: """
            A browser shows one space, so it is a note. Machine translation leaves two spaces where it removed markup,
            so a word or a link may be missing there. Remove the other spaces. `--fix` removes them where the target has all
            signs, links, code and emphasis of the source, `--fix --unsafe` everywhere.
            """,
        bad: .init("Click the button.", "Cliquez sur  le bouton."),
        good: .init("Click the button.", "Cliquez sur le bouton."),
        precision: "30 of 30 (fr-FR, de-DE, es-ES, ja-JP, ru-RU)",
        isFixable: true)
    static let appliesTo = SegmentContents.doubleBlanks

    func check(_ pair: SegmentPair, _ report: inout Report) {
        guard let spaces = firstSpaces(pair, .target), firstSpaces(pair, .source) == nil else { return }
        // Only if the spaces are adjacent in the Markdown, too.
        let range = pair.sideRange(TextRange(spaces), .target)
        guard range.count == spaces.count else { return }
        report.add(
            "\(spaces.count) spaces in a row", in: pair, .target, range,
            evidence: .init(target: pair.string(TextRange(spaces), .target)), fix: " ",
            isSafe: hasAllSigns(pair))
    }

    /// Whether the target has all that can have been lost between two spaces: signs such as a dash, and elements.
    private func hasAllSigns(_ pair: SegmentPair) -> Bool {
        func signs(_ side: Side) -> [Unicode.Scalar: Int] {
            let scalars = String(decoding: pair.text(side), as: UTF8.self).unicodeScalars
            return Dictionary(scalars.lazy.filter(Self.isSign).map { ($0, 1) }, uniquingKeysWith: +)
        }
        let target = signs(.target)
        return pair.hasAllElements && signs(.source).allSatisfy { target[$0.key, default: 0] >= $0.value }
    }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        // The fast path: the table of properties is slow.
        if scalar.isASCII { return UInt8(scalar.value).isOne(of: "-+<=>|~$&/*%#@") }
        return switch scalar.properties.generalCategory {
        case .dashPunctuation, .mathSymbol, .currencySymbol, .otherSymbol: true
        default: false
        }
    }

    /// The first two or more spaces in a row, as offsets of the visible text.
    private func firstSpaces(_ pair: SegmentPair, _ side: Side) -> Range<Int>? {
        let text = pair.text(side)
        var index = text.startIndex
        while index < text.endIndex {
            guard text[index] == 0x20 else {
                index += 1
                continue
            }
            var end = index
            while end < text.endIndex, text[end] == 0x20 { end += 1 }
            // At the beginning and the end, another rule reports them. Before a line break, they are markup.
            if end - index >= 2, index > text.startIndex, end < text.endIndex, text[end] != UInt8(ascii: "\n"),
                text[index - 1] != UInt8(ascii: "\n")
            {
                return index..<end
            }
            index = end
        }
        return nil
    }
}
