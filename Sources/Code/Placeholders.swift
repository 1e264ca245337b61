import Bitext

/// Finds what the reader has to replace before code can be run: `<TenantName>`, `{your URL}`, `[InstanceName]`,
/// `"YourTenant"`.
package struct Placeholders {
    /// Where they stand in the code, in order.
    private(set) var ranges: [Range<Int>] = []

    private let code: Bytes
    private let language: String

    package init(in code: Bytes, language: String) {
        self.code = code
        self.language = language
        var offset = 0
        while offset < code.count {
            offset = max(offset + 1, read(at: offset))
        }
    }

    /// As written, each once, in order of appearance.
    package var distinct: [String] {
        var seen: Set<String> = []
        return ranges.map { code.string($0) }.filter { seen.insert($0).inserted }
    }

    /// Reads a placeholder that begins at `start`, if one does, and returns where it ends.
    private mutating func read(at start: Int) -> Int {
        switch code[start] {
        case UInt8(ascii: "<") where language != "xml" && language != "html" && language != "xaml":
            return keep(start, closing: UInt8(ascii: ">"))
        case UInt8(ascii: "{") where language != "json" && language != "csharp" && !isScriptBlock(start):
            return keep(start, closing: UInt8(ascii: "}"))
        case UInt8(ascii: "[") where language != "csharp" && language != "sql" && isFree(start):
            return keep(start, closing: UInt8(ascii: "]"), isCompound: true)
        case let first where first.asciiLowercased == UInt8(ascii: "y"):
            return readYour(start)
        default:
            return start
        }
    }

    // A method that is handed over keeps a copy of `self`, and `ranges` would be copied for each placeholder.
    private mutating func keep(_ start: Int, closing: UInt8, isCompound: Bool = false) -> Int {
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

    /// Words of letters, digits and a few signs, as `Fqdn of server`; neither an operator nor a number.
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

    /// A single word that is more than an index or a type: `InstanceName`, `server-fqdn`, not `string`.
    private func isCompoundName(_ range: Range<Int>) -> Bool {
        guard isName(range), !range.contains(where: { code[$0].isOne(of: " .(),:/@") }), range.count > 3 else {
            return false
        }
        let hasHump = range.dropFirst().contains { (0x41...0x5A).contains(code[$0]) }
        return hasHump || range.contains { code[$0] == UInt8(ascii: "-") || code[$0] == UInt8(ascii: "_") }
    }

    /// In PowerShell a brace opens a block, a hash table or a name; only directly inside quotes or behind a parameter's
    /// blank can it be a placeholder, and then it holds words and no code.
    private func isScriptBlock(_ start: Int) -> Bool {
        guard language == "powershell", start > 0 else { return false }
        let before = code[start - 1]
        return before == UInt8(ascii: "$") || before == UInt8(ascii: "@")
            || code[min(start + 1, code.count - 1)].isASCIIBlank
            || (before != UInt8(ascii: "\"") && before != UInt8(ascii: "'") && before < 0x80 && !before.isASCIIBlank
                && before != UInt8(ascii: "/"))
    }

    /// Behind a blank, a quote, a backslash or at the beginning: neither an index nor glued to a name.
    private func isFree(_ start: Int) -> Bool {
        guard start > 0 else { return language != "powershell" && language != "ini" }
        return code[start - 1].isOne(of: "\\\"'=") || (language != "powershell" && code[start - 1] == 0x20)
    }

    /// `YourTenant`, `your_tenant`, `yourdomain.onmicrosoft.com`: a word that begins with "your" and goes on.
    private mutating func readYour(_ start: Int) -> Int {
        guard code.hasIgnoringCase("your", at: start),
            start == 0 || !(code[start - 1].isASCIIAlphanumeric || code[start - 1] == UInt8(ascii: "-"))
        else { return start }
        var end = start + 4
        while end < code.count, code[end].isASCIIAlphanumeric || code[end].isOne(of: "_-.") { end += 1 }
        while end > start, code[end - 1] == UInt8(ascii: ".") || code[end - 1] == UInt8(ascii: "-") { end -= 1 }
        guard end - start > 5 else { return start }
        // Inside quotes the placeholder is what stands between them.
        ranges.append(start..<end)
        return end
    }
}
