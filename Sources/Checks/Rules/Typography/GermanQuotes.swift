import Bitext
import ParsedBitext

/// Straight quotes in German text.
struct GermanQuotes: Rule {
    static let description = RuleDescription(
        "german-quotes", .note, .localeConvention, "Straight quotes are used where German writes „…“.",
        discussion: """
            German quotes are „…“ or »…«. Code, sizes and attributes (`Name="…"`) keep straight quotes, so the rule
            checks only pairs with a space, a bracket, punctuation or nothing outside them. It ignores Swiss German,
            which writes «…». It is off by default, as many repositories always write straight quotes. Write German
            quotes. `--fix` writes „…“.
            """,
        bad: .init("Click \"Next\".", "Klicken Sie auf \"Weiter\"."),
        good: .init("Click \"Next\".", "Klicken Sie auf „Weiter“."), isFixable: true, isOnByDefault: false)

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard tokenized.language.code == "de", tokenized.language.locale.lowercased() != "de-ch" else { return }
        for pair in tokenized.pairs(with: .brackets) { check(pair, &report) }
    }

    private func check(_ pair: SegmentPair, _ report: inout Report) {
        let text = pair.text(.target)
        let quotes = text.indices.filter { text[$0] == UInt8(ascii: "\"") }
        guard !quotes.isEmpty, quotes.count % 2 == 0 else { return }
        for index in stride(from: 0, to: quotes.count, by: 2) {
            let (opening, closing) = (quotes[index], quotes[index + 1])
            guard opening + 1 < closing, opening == text.startIndex || canPrecedeQuote(text[opening - 1]),
                closing + 1 == text.endIndex || canFollowQuote(text[closing + 1])
            else { continue }
            for (offset, sign) in [(opening, "„"), (closing, "“")] {
                report.add(
                    "a straight quote where German writes \(sign)", in: pair, .target,
                    pair.sideRange(TextRange(offset..<offset + 1), .target),
                    evidence: .init(target: pair.string(TextRange(opening..<closing + 1), .target)), fix: sign)
            }
        }
    }

    private func canPrecedeQuote(_ byte: UInt8) -> Bool { byte.isASCIIBlank || byte == UInt8(ascii: "(") }

    private func canFollowQuote(_ byte: UInt8) -> Bool {
        byte.isASCIIBlank || ".,;:!?)".utf8.contains(byte)
    }
}
