import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// Katakana of half the width, from the days of character terminals.
struct HalfWidthKatakana: Rule {
    static let description = RuleDescription(
        "half-width-katakana", .note, .localeConvention, "Katakana stand in their half-width form.",
        discussion: """
            `ｻｰﾊﾞｰ` is a form for terminals and receipts; documentation is written `サーバー`, and a search for the one does not find
            the other. One finding for each page, at the first place.
            """,
        bad: .init("server", "ｻｰﾊﾞｰ"), good: .init("server", "サーバー"))

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard tokenized.language.code == "ja" else { return }
        var places: [Int] = []
        tokenized.target.text.withUnsafeBufferPointer { text in
            var offset = 0
            while let lead = text.firstOffset(of: 0xEF, from: offset) {
                if isHalfWidth(text, lead) { places.append(lead) }
                offset = lead + 1
            }
        }
        let found = tokenized.translated(places)
        guard let (place, pair) = found.first else { return }
        // The characters of the word follow one another.
        let word = place..<place + 3 * zip(found, 0...).prefix { $0.place == place + 3 * $1 }.count
        let others = found.count * 3 == word.count ? "" : "; more on this page"
        report.add(
            "“\(pair.string(TextRange(word), .target))” is half-width\(others)", in: pair, .target, pair.sideRange(TextRange(word), .target),
            evidence: .init(target: pair.string(TextRange(word), .target)))
    }

    /// U+FF66 to U+FF9F.
    private func isHalfWidth(_ text: Bytes, _ offset: Int) -> Bool {
        guard offset + 2 < text.count else { return false }
        return (0xFF66...0xFF9F).contains(text.scalar(at: offset, text.count).value)
    }
}
