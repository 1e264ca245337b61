import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// Straight quotes in German text.
struct GermanQuotes: Rule {
    static let description = RuleDescription(
        "german-quotes", .note, .localeConvention, "Straight quotes stand where German writes „…“.",
        discussion: """
            German quotes are „…“ or »…«. Code, sizes and attributes (`Name="…"`) keep straight ones, so the rule looks at pairs
            with a blank, a bracket or an end on their outer sides only. Off by default, as many repositories write straight
            quotes throughout; Swiss German, which writes «…», is not looked at.
            """,
        bad: .init("Click \"Next\".", "Klicken Sie auf \"Weiter\"."),
        good: .init("Click \"Next\".", "Klicken Sie auf „Weiter“."), isFixable: true, isOnByDefault: false)

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard tokenized.language.code == "de", tokenized.language.locale.lowercased() != "de-ch" else { return }
        for index in tokenized.traits.indices where tokenized.traits[index].isSuperset(of: [.isPaired, .brackets]) {
            check(SegmentPair(tokenized, index: index), &report)
        }
    }

    private func check(_ pair: SegmentPair, _ report: inout Report) {
        let text = pair.text(.target)
        let quotes = text.indices.filter { text[$0] == UInt8(ascii: "\"") }
        guard !quotes.isEmpty, quotes.count % 2 == 0 else { return }
        for index in stride(from: 0, to: quotes.count, by: 2) {
            let (opening, closing) = (quotes[index], quotes[index + 1])
            guard opening + 1 < closing, opening == text.startIndex || opens(behind: text[opening - 1]),
                closing + 1 == text.endIndex || closes(before: text[closing + 1])
            else { continue }
            for (place, sign) in [(opening, "„"), (closing, "“")] {
                report.add(
                    "a straight quote stands where German writes \(sign)", in: pair, .target,
                    pair.sideRange(TextRange(place..<place + 1), .target),
                    evidence: .init(target: pair.string(TextRange(opening..<closing + 1), .target)), fix: sign)
            }
        }
    }

    private func opens(behind byte: UInt8) -> Bool { byte.isASCIIBlank || byte == UInt8(ascii: "(") }

    private func closes(before byte: UInt8) -> Bool {
        byte.isASCIIBlank || ".,;:!?)".utf8.contains(byte)
    }
}
