import Bitext
import ParsedBitext

/// A formula in TeX's notation between dollar signs: `$\\sigma_j^2$`, `$$ x = 1 $$`.
struct TeXFormula {
    /// With the dollar signs.
    let range: Range<Int>
    /// What a translation keeps: all but blanks that TeX ignores and the words in `\\text{…}`.
    let key: [UInt8]

    /// The formulas of a text. Amounts of money and variables of a shell are none.
    static func all(in text: ArraySlice<UInt8>) -> [TeXFormula] {
        var found: [TeXFormula] = []
        var index = text.startIndex
        while let open = text[index...].firstIndex(of: dollar) {
            let inside = open + text[open...].prefix { $0 == dollar }.count
            guard let close = text[inside...].firstIndex(of: dollar) else { break }
            let end = close + text[close...].prefix(inside - open).prefix { $0 == dollar }.count
            if isFormula(text[inside..<close]) {
                found.append(TeXFormula(range: open..<end, key: key(text[inside..<close])))
                index = end
            } else {
                index = inside
            }
        }
        return found
    }

    private static let dollar = UInt8(ascii: "$")
    private static let backslash = UInt8(ascii: "\\")

    /// Whether a text between two dollar signs has a command, an index or an exponent, or is a letter.
    private static func isFormula(_ content: ArraySlice<UInt8>) -> Bool {
        guard content.count <= 400, !content.contains(UInt8(ascii: "`")) else { return false }
        // As a damaged formula can have blanks anywhere, they do not count.
        let text = content.filter { !$0.isASCIIBlank }
        if text.count == 1 { return text.first?.isASCIILetter ?? false }
        let hasIndex = text.indices.dropFirst().contains { index in
            text[index].isOne(of: "_^") && text[index - 1].isASCIIAlphanumeric && !text.contains(UInt8(ascii: ":"))
                && (index == 1 || text.contains(UInt8(ascii: "{")) || text.count <= 5)
        }
        let hasCommand = text.indices.dropLast().contains { text[$0] == backslash && text[$0 + 1].isASCIILetter }
        return hasCommand || hasIndex
    }

    private static func key(_ content: ArraySlice<UInt8>) -> [UInt8] {
        var key: [UInt8] = []
        var index = content.startIndex
        while index < content.endIndex {
            let rest = content[index...]
            if rest.starts(with: "\\text{".utf8), let end = rest.firstIndex(of: UInt8(ascii: "}")) {
                key += Array("\\text{}".utf8)
                index = end + 1
                continue
            }
            // A blank ends a command; after the backslash it is a command itself.
            if !content[index].isASCIIBlank || key.last == backslash { key.append(content[index]) }
            index += 1
        }
        return key
    }
}
