import Bitext

/// A formula in TeX's notation between dollar signs or in an environment: `$\sigma_j^2$`, `$$x = 1$$`, `\begin{align} … \end{align}`.
struct TeXFormula {
    /// With the dollar signs, or with `\begin` and `\end`.
    let range: Range<Int>
    /// What a translation keeps: all but blanks that TeX ignores and the words in `\text{…}`.
    let key: [UInt8]

    /// Whether a text may have formulas.
    static func mayBe(in text: ArraySlice<UInt8>) -> Bool {
        text.contains(dollar) || text.contains(Self.begin)
    }

    /// The formulas of a text. Amounts of money and variables of a shell are none.
    ///
    /// - Parameter areDamaged: whether there may be blanks anywhere, as machine translation puts them there.
    static func all(in text: ArraySlice<UInt8>, areDamaged: Bool = false) -> [TeXFormula] {
        var found: [TeXFormula] = []
        var index = text.startIndex
        while let open = text[index...].firstIndex(of: dollar) {
            let inside = open + text[open...].prefix { $0 == dollar }.count
            // `C$` is a share, `\$5` an amount.
            if let before = text[..<open].last, before.isASCIIAlphanumeric || before == backslash {
                index = inside
                continue
            }
            guard let close = text[inside...].firstIndex(of: dollar) else { break }
            let end = close + text[close...].prefix(inside - open).prefix { $0 == dollar }.count
            let content = text[inside..<close]
            if isFormula(content, isDamaged: areDamaged), !isBetweenVariables(content, text[close...].dropFirst()) {
                found.append(TeXFormula(range: open..<end, key: key(content)))
                index = end
            } else {
                index = inside
            }
        }
        return found + environments(in: text).filter { one in !found.contains { $0.range.overlaps(one.range) } }
    }

    /// What is between `\begin{align}` and `\end{align}`.
    private static func environments(in text: ArraySlice<UInt8>) -> [TeXFormula] {
        var found: [TeXFormula] = []
        var index = text.startIndex
        while let open = text[index...].firstPlace(of: begin[...])?.lowerBound,
            let end = text[open...].firstPlace(of: end[...])?.upperBound,
            let close = text[end...].firstIndex(of: UInt8(ascii: "}"))
        {
            found.append(TeXFormula(range: open..<close + 1, key: key(text[open..<close + 1])))
            index = close + 1
        }
        return found
    }

    private static let begin = Array("\\begin{".utf8)
    private static let end = Array("\\end{".utf8)

    private static let dollar = UInt8(ascii: "$")
    private static let backslash = UInt8(ascii: "\\")

    /// Whether a text between two dollar signs has a command, an index or an exponent, or is a letter.
    private static func isFormula(_ content: ArraySlice<UInt8>, isDamaged: Bool) -> Bool {
        // A template has its own variables, `{{$name}}`, and a formula is on one line.
        guard content.count <= 400, !content.contains(where: { $0.isOne(of: "`\n") }), !isProse(content) else {
            return false
        }
        let text = content.filter { !$0.isASCIIBlank }
        if text.indices.dropLast().contains(where: { text[$0] == backslash && text[$0 + 1].isASCIILetter }) {
            return true
        }
        guard !content.contains(Array("{{".utf8)), !content.contains(Array("}}".utf8)),
            !text.contains(UInt8(ascii: ":"))
        else { return false }
        if !isDamaged, content.first?.isASCIIBlank ?? true || content.last?.isASCIIBlank ?? true { return false }
        if text.count == 1 { return text.first?.isASCIILetter ?? false }
        return text.indices.dropFirst().contains { index in
            text[index].isOne(of: "_^") && text[index - 1].isASCIIAlphanumeric
                && (index == 1 || text.contains(UInt8(ascii: "{")) || text.count <= 5)
        }
    }

    /// Whether it is text between the variable of a shell and another sign, and no formula: it begins with a scope
    /// (`$Env:TEMP`), or has a marker of bold, the path of a share or words in a row.
    private static func isProse(_ content: ArraySlice<UInt8>) -> Bool {
        let name = content.prefix(while: \.isASCIILetter)
        let scoped = content[name.endIndex...].prefix(2)
        if name.count >= 2, scoped.first == UInt8(ascii: ":"), scoped.last?.isASCIILetter ?? false { return true }
        // `V^{**}` is a formula.
        if let bold = content.firstPlace(of: Array("**".utf8)[...])?.lowerBound {
            guard bold > content.startIndex, content[bold - 1].isOne(of: "^{") else { return true }
        }
        return hasShare(content) || hasWords(content)
    }

    /// Whether two or four backslashes are before a word, as in `\\server\share`. Lines of a matrix end with two.
    private static func hasShare(_ content: ArraySlice<UInt8>) -> Bool {
        var index = content.startIndex
        var found = false
        while let start = content[index...].firstIndex(of: backslash) {
            let after = content[start...].drop { $0 == backslash }
            let count = after.startIndex - start
            if count % 2 == 0, after.prefix(while: \.isASCIILetter).count >= 2 { found = true }
            index = after.startIndex
        }
        return found && !content.contains(Array("begin".utf8))
    }

    /// Whether three words are in a row, outside of braces. Machine translation puts blanks after backslashes, so a
    /// word after one is a command.
    private static func hasWords(_ content: ArraySlice<UInt8>) -> Bool {
        var (count, depth) = (0, 0)
        for part in content.split(whereSeparator: \.isASCIIBlank) {
            let isWord = depth == 0 && part.count >= 2 && part.allSatisfy { $0.isASCIILetter || $0 >= 0x80 }
            count = isWord ? count + 1 : 0
            if count == 3 { return true }
            for byte in part where byte.isOne(of: "{}") { depth = max(0, depth + (byte == UInt8(ascii: "{") ? 1 : -1)) }
            if part.last == backslash { count = -1 }
        }
        return false
    }

    /// Whether a text begins with the name of a variable, and the dollar sign after it begins another one:
    /// `$path\a and $name`.
    private static func isBetweenVariables(_ content: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>) -> Bool {
        content.prefix(while: \.isASCIILetter).count >= 3 && (content.last?.isASCIIBlank ?? false)
            && (after.first?.isASCIILetter ?? false)
    }

    /// What has words in it, which are translated.
    private static let words = [
        "\\text{", "\\textrm{", "\\textbf{", "\\textit{", "\\mathrm{", "\\mbox{", "\\operatorname{",
    ]

    private static func key(_ content: ArraySlice<UInt8>) -> [UInt8] {
        var key: [UInt8] = []
        var index = content.startIndex
        while index < content.endIndex {
            let rest = content[index...]
            if let name = words.first(where: { rest.starts(with: $0.utf8) }),
                let end = rest.firstIndex(of: UInt8(ascii: "}"))
            {
                key += Array(name.utf8)
                index = end + 1
            } else if content[index] == backslash {
                let name = rest.dropFirst().prefix(while: \.isASCIILetter)
                let end = max(name.endIndex, min(index + 2, content.endIndex))
                key += rest[..<end]
                index = end
                // The blank that ends the name of a command.
                if !name.isEmpty, content[index...].first?.isASCIIBlank ?? false,
                    content[index...].first(where: { !$0.isASCIIBlank })?.isASCIILetter ?? false
                {
                    key.append(UInt8(ascii: " "))
                }
            } else {
                if !content[index].isASCIIBlank { key.append(content[index]) }
                index += 1
            }
        }
        return key
    }
}
