import Bitext
import ParsedBitext

/// Typographic quotes in a formula or another piece of code that is not marked as code: `IF(A1=“x”)`.
struct FormulaQuotes: SegmentRule {
    static let description = RuleDescription(
        "formula-quotes", .warning, .typography, "A formula has typographic quotes.",
        discussion: """
            A formula or a query works only with straight quotes: `IF(A1="x")`. The rule looks for quotes directly after
            `=`, `{`, or the bracket of a call, `IF(`, that are straight in the source and typographic in the target.
            Write straight quotes.
            """,
        bad: .init("Enter IF(A1=\"x\").", "Saisissez IF(A1=“x”)."),
        good: .init("Enter IF(A1=\"x\").", "Saisissez IF(A1=\"x\")."),
        precision: "26 of 26 (fr-FR; November 2026)")
    static let appliesTo = SegmentContents.brackets

    func check(_ pair: SegmentPair, _ report: inout Report) {
        guard let wrong = quote(in: pair.text(.target), isTypographic: true),
            quote(in: pair.text(.source), isTypographic: false) != nil,
            quote(in: pair.text(.source), isTypographic: true) == nil
        else { return }
        let text = pair.string(TextRange(wrong), .target)
        report.add(
            "“\(text)” in a formula, where the source has a straight quote", in: pair, .target,
            pair.sideRange(TextRange(wrong), .target), evidence: .init(target: text))
    }

    /// The first quote that is directly after a sign of code.
    private func quote(in text: ArraySlice<UInt8>, isTypographic: Bool) -> Range<Int>? {
        var index = text.startIndex
        while index < text.endIndex {
            defer { index += 1 }
            switch text[index] {
            // After a letter: an attribute, `Name="x"`; a comparison has blanks.
            case UInt8(ascii: "="), UInt8(ascii: "{"): break
            case UInt8(ascii: "("):
                guard index > text.startIndex, text[index - 1].isASCIIAlphanumeric else { continue }
            default: continue
            }
            let rest = text[(index + 1)...]
            if !isTypographic {
                if let first = rest.first, first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
                    return index + 1..<index + 2
                }
            } else if rest.starts(with: [0xC2, 0xAB]) || rest.starts(with: [0xC2, 0xBB]) {
                return index + 1..<index + 3
            } else if rest.starts(with: [0xE2, 0x80]), rest.count >= 3, (0x98...0x9F).contains(rest[index + 3]) {
                return index + 1..<index + 4
            }
        }
        return nil
    }
}
