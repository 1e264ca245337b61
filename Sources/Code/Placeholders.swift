import Bitext

/// Finds what a reader must replace before the code can run: `<TenantName>`, `{your URL}`, `[InstanceName]`,
/// `"YourTenant"`.
package struct Placeholders {
    /// In the code, in order.
    private(set) var ranges: [Range<Int>] = []

    private let code: Bytes
    private let language: String

    package init(in code: Bytes, language: String) {
        self.code = code
        self.language = language
        var offset = 0
        while offset < code.count { offset = max(offset + 1, read(at: offset)) }
    }

    /// The placeholders as written; each once, in order.
    package var distinct: [String] {
        var seen: Set<String> = []
        return ranges.map { code.string($0) }.filter { seen.insert($0).inserted }
    }

    /// Reads the placeholder that begins at `start`.
    ///
    /// - Returns: where it ends; `start` if there is none.
    private mutating func read(at start: Int) -> Int {
        switch code[start] {
        case UInt8(ascii: "<") where language != "xml" && language != "html" && language != "xaml":
            return readEnclosed(start, closing: UInt8(ascii: ">"))
        case UInt8(ascii: "{") where language != "json" && language != "csharp" && !isScriptBlock(start):
            return readEnclosed(start, closing: UInt8(ascii: "}"))
        case UInt8(ascii: "[") where language != "csharp" && language != "sql" && isFree(start):
            return readEnclosed(start, closing: UInt8(ascii: "]"), isCompound: true)
        case let first where first.asciiLowercased == UInt8(ascii: "y"):
            return readYour(start)
        default:
            return start
        }
    }

    /// Reads a placeholder in brackets.
    ///
    /// - Parameter isCompound: whether the name must be a compound. A flag and not a method, as a method value would copy
    ///   `self`, and `ranges` with it, for each placeholder.
    private mutating func readEnclosed(_ start: Int, closing: UInt8, isCompound: Bool = false) -> Int {
        var end = start + 1
        let limit = min(code.count, start + 80)
        while end < limit, code[end] != closing {
            if code[end] == UInt8(ascii: "\n") || code[end] == code[start] { return start }
            end += 1
        }
        guard end < limit, isCompound ? isCompoundName(start + 1..<end) : isName(start + 1..<end) else { return start }
        ranges.append(start..<end + 1)
        return end + 1
    }

    /// Whether a range has only letters, digits and a few signs, as in `Fqdn of server`, and begins with a letter.
    private func isName(_ range: Range<Int>) -> Bool {
        guard let first = range.first,
            code[first].isASCIILetter || code[first] >= 0x80 || code[first] == UInt8(ascii: "_")
        else {
            return false
        }
        guard let last = range.last, !code[last].isASCIIBlank else { return false }
        return range.allSatisfy { offset in
            let byte = code[offset]
            return byte.isASCIIAlphanumeric || byte >= 0x80 || byte.isOne(of: " _-.'/,:@#()")
        }
    }

    /// Whether a range is one compound word: `InstanceName`, `server-fqdn`. A simple word, `string`, is an index or a type.
    private func isCompoundName(_ range: Range<Int>) -> Bool {
        guard isName(range), !range.contains(where: { code[$0].isOne(of: " .(),:/@") }), range.count > 3 else {
            return false
        }
        let hasInnerCapital = range.dropFirst().contains { (0x41...0x5A).contains(code[$0]) }
        return hasInnerCapital || range.contains { code[$0] == UInt8(ascii: "-") || code[$0] == UInt8(ascii: "_") }
    }

    /// Whether a brace opens a block, a hash table or a variable's name of PowerShell. It can be a placeholder only directly
    /// after a quote, a blank or a slash, and if no blank follows it.
    private func isScriptBlock(_ start: Int) -> Bool {
        guard language == "powershell", start > 0 else { return false }
        let before = code[start - 1]
        return before == UInt8(ascii: "$") || before == UInt8(ascii: "@")
            || code[min(start + 1, code.count - 1)].isASCIIBlank
            || (before != UInt8(ascii: "\"") && before != UInt8(ascii: "'") && before < 0x80 && !before.isASCIIBlank
                && before != UInt8(ascii: "/"))
    }

    /// Whether a bracket follows a blank, a quote, `=` or a backslash, or begins the code. Otherwise it is an index or part
    /// of a name.
    private func isFree(_ start: Int) -> Bool {
        guard start > 0 else { return language != "powershell" && language != "ini" }
        return code[start - 1].isOne(of: "\\\"'=") || (language != "powershell" && code[start - 1] == 0x20)
    }

    /// Reads a longer word that begins with "your": `YourTenant`, `your_tenant`, `yourdomain.onmicrosoft.com`.
    private mutating func readYour(_ start: Int) -> Int {
        guard code.hasIgnoringCase("your", at: start),
            start == 0 || !(code[start - 1].isASCIIAlphanumeric || code[start - 1] == UInt8(ascii: "-"))
        else { return start }
        var end = start + 4
        while end < code.count, code[end].isASCIIAlphanumeric || code[end].isOne(of: "_-.") { end += 1 }
        while end > start, code[end - 1] == UInt8(ascii: ".") || code[end - 1] == UInt8(ascii: "-") { end -= 1 }
        guard end - start > 5 else { return start }
        ranges.append(start..<end)
        return end
    }
}
