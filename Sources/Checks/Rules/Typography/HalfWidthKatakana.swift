import Bitext
import ParsedBitext

/// Half-width katakana, a form for old terminals.
struct HalfWidthKatakana: Rule {
    static let description = RuleDescription(
        "half-width-katakana", .note, .localeConvention, "The text contains half-width katakana.",
        discussion: """
            `ｻｰﾊﾞｰ` is a form for terminals and receipts. Documentation has `サーバー`, and a search for one form does not
            find the other. The rule reports one finding for each page, at the first place. Write full-width katakana.
            """,
        bad: .init("server", "ｻｰﾊﾞｰ"), good: .init("server", "サーバー"))

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard tokenized.language.code == "ja" else { return }
        var offsets: [Int] = []
        tokenized.target.text.withUnsafeBufferPointer { text in
            var offset = 0
            while let lead = text.firstOffset(of: 0xEF, from: offset) {
                if isHalfWidth(text, lead) { offsets.append(lead) }
                offset = lead + 1
            }
        }
        let found = tokenized.changedSegments(at: offsets)
        guard let (start, pair) = found.first else { return }
        // Each character has three bytes.
        let length = zip(found, 0...).prefix { $0.offset == start + 3 * $1 }.count
        let range = TextRange(start..<start + 3 * length)
        let word = pair.string(range, .target)
        let others = found.count == length ? "" : "; more on this page"
        report.add(
            "“\(word)” is half-width\(others)", in: pair, .target, pair.sideRange(range, .target),
            evidence: .init(target: word))
    }

    /// Whether the character at an offset is one of U+FF66 to U+FF9F.
    private func isHalfWidth(_ text: Bytes, _ offset: Int) -> Bool {
        guard offset + 2 < text.count else { return false }
        return (0xFF66...0xFF9F).contains(text.scalar(at: offset, text.count).value)
    }
}
