import Bitext

/// Tells languages with braces apart, by what only one of them has. Many lines are the same in several: `relay.Close();`.
struct BraceLanguages {
    /// Lines that only C# has.
    private(set) var cSharp = 0
    /// Lines that only C++ has.
    private(set) var cPlusPlus = 0
    /// Whether a line is of another language than C#.
    private(set) var isForeign = false
    /// Lines that end as statements and blocks do.
    private(set) var statements = 0

    init(_ code: Bytes, _ lines: CodeLines) {
        for line in lines.ranges {
            if code[line.upperBound - 1].isOne(of: ";{}") { statements += 1 }
            if Self.hasAny(Self.cPlusPlusParts, line, code) || Self.hasArrow(line, code) {
                cPlusPlus += 1
                isForeign = true
            } else if Self.hasAny(Self.foreignParts, line, code) {
                isForeign = true
            } else if Self.isCSharp(line, code) {
                cSharp += 1
            }
        }
    }

    private static func hasAny(_ parts: [StaticString], _ line: Range<Int>, _ code: Bytes) -> Bool {
        parts.contains { code.firstOffset(of: $0, from: line.lowerBound, to: line.upperBound) != nil }
    }

    /// Whether a line has `relay->Open()`. Functions of other languages have `x -> y` and `(Int->Int)`.
    private static func hasArrow(_ line: Range<Int>, _ code: Bytes) -> Bool {
        var offset = line.lowerBound
        while let arrow = code.firstOffset(of: "->", from: offset, to: line.upperBound) {
            let end = arrow + 2
            if arrow > line.lowerBound, code[arrow - 1].isASCIIAlphanumeric || code[arrow - 1].isOne(of: ")]_"),
                end < line.upperBound, code[end].isASCIILetter
            {
                var name = end
                while name < line.upperBound, code[name].isASCIIAlphanumeric || code[name] == UInt8(ascii: "_") {
                    name += 1
                }
                if name < line.upperBound, code[name].isOne(of: "(;=.-[") || code[name] == 0x20 { return true }
            }
            offset = end
        }
        return false
    }

    /// C++ and its dialects for Windows.
    private static let cPlusPlusParts: [StaticString] = [
        "#include", "std::", "winrt::", "nullptr", "using namespace ", " const&", "ref new ", "co_await ", "HRESULT",
        "Platform::", "ABI::",
    ]

    /// X++, Java, JavaScript, TypeScript, Q#, shaders and others.
    private static let foreignParts: [StaticString] = [
        "::", "#import", "#define", "function ", "function(", "=== ", "!== ", "import ", "@Override", "System.out",
        " extends ", " implements ", "boolean ", "while select", "ttsbegin", "container ", "classStr(", "ExtensionOf(",
        "select firstonly", "let ", "const {", "export ", "operation ", "float4", "procedure ", "printf(",
        "\"use strict\"", "Dim ", "document.", "console.log", "str ",
    ]

    /// Whether a line has a form that only C# has, among the languages that are not foreign.
    private static func isCSharp(_ line: Range<Int>, _ code: Bytes) -> Bool {
        let start = line.lowerBound
        let last = code[line.upperBound - 1]
        func has(_ text: StaticString) -> Bool {
            code.firstOffset(of: text, from: start, to: line.upperBound) != nil
        }
        if code.has("///", at: start) { return has("<summary>") || has("<param ") || has("<returns>") }
        if code.has("//", at: start) { return false }
        if code.has("using ", at: start) {
            return last == UInt8(ascii: ";") && (has(".") || has("System")) || has("(var ") && last != UInt8(ascii: ":")
        }
        if code.has("namespace ", at: start) { return has(".") }
        if code.has("foreach (", at: start) || code.has("foreach(", at: start) { return has(" in ") && !has("$") }
        if code.has("[", at: start), last == UInt8(ascii: "]"), line.count > 4, code[start + 1].isASCIILetter {
            return has("(typeof") || has("[Serializ") || has("[DllImport(") || has("[Test") || has("[Http")
        }
        for modifier in modifiers where code.has(modifier, at: start) {
            let isMember =
                last == UInt8(ascii: ")") || last == UInt8(ascii: "{") || last == UInt8(ascii: ";")
                || last == UInt8(ascii: "}")
            let isType = has(" class ") || has(" interface ") || has(" enum ") || has(" struct ")
            return isMember || isType
        }
        return has("async Task") || has("{ get; ") || has(" => new ") || has("nameof(") || has("typeof(")
            || has("out var ")
            || has("Console.Write") || has("$\"") && last == UInt8(ascii: ";") || has("GetComponent<")
            || has("await ") && has("Async(") && last == UInt8(ascii: ";")
            || has(" = new ") && last == UInt8(ascii: ";") && !has("var ")
    }

    private static let modifiers: [StaticString] = [
        "public ", "private ", "protected ", "internal ",
    ]
}
