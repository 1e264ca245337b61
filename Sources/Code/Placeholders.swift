import Bitext

/// Finds what a reader must replace before the code can run: `<TenantName>`, `{your URL}`, `[InstanceName]`,
/// `"YourTenant"`, `$PASSWORD$`.
package struct Placeholders {
    /// In the code, in order.
    private(set) var ranges: [Range<Int>] = []

    private let code: Bytes
    private let language: String
    private let form: Form
    /// The names after `</`, in lower case. `<name>` with one of them is markup, also inside another language.
    private let endTags: Set<String>

    /// What brackets mean in a language.
    private enum Form {
        /// A shell, a query, or text: names in brackets are placeholders.
        case shell
        /// `{ }` encloses code and `[ ]` indexes or attributes. Only in strings and addresses they can be placeholders.
        case program
        /// `< >` encloses tags.
        case markup
        /// Parameters and their types.
        case syntax

        init(_ language: String, of code: Bytes) {
            switch language {
            // A language that is not recognised.
            case "text" where code.firstOffset(of: ";\n", from: 0) != nil: self = .program
            case "text" where code.trimmed(0..<code.count).last.map { code[$0] == UInt8(ascii: ";") } ?? false:
                self = .program
            case "xml", "html", "xaml", "svg", "cshtml", "razor", "aspx": self = .markup
            case "json", "csharp", "vb", "cpp", "c", "java", "javascript", "typescript", "python", "fsharp", "xpp",
                "al",
                "dax", "go", "php", "rust", "css", "swift", "kotlin", "bicep", "qsharp", "hlsl", "glsl":
                self = .program
            case "syntax": self = .syntax
            default: self = .shell
            }
        }
    }

    package init(in code: Bytes, language: String) {
        self.code = code
        self.language = language
        form = Form(language, of: code)
        endTags = Self.endTags(in: code)
        var offset = 0
        while offset < code.count { offset = max(offset + 1, read(at: offset)) }
    }

    /// The placeholders as written; each once, in order.
    package var distinct: [String] {
        var seen: Set<String> = []
        return ranges.map { code.string($0) }.filter { seen.insert($0).inserted }
    }

    private static func endTags(in code: Bytes) -> Set<String> {
        var names: Set<String> = []
        var offset = 0
        while let tag = code.firstOffset(of: "</", from: offset) {
            var end = tag + 2
            while end < code.count, end - tag < 80, code[end].isASCIIAlphanumeric || code[end].isOne(of: "_-.:") {
                end += 1
            }
            names.insert(code.string(tag + 2..<end).lowercased())
            offset = end
        }
        return names
    }

    /// Reads the placeholder that begins at `start`.
    ///
    /// - Returns: where it ends; `start` if there is none.
    private mutating func read(at start: Int) -> Int {
        switch code[start] {
        case UInt8(ascii: "<"): return readEnclosed(start, closing: UInt8(ascii: ">"))
        case UInt8(ascii: "{") where isBrace(start): return readEnclosed(start, closing: UInt8(ascii: "}"))
        case UInt8(ascii: "[") where isBracket(start): return readEnclosed(start, closing: UInt8(ascii: "]"))
        case UInt8(ascii: "$"): return readDollars(start)
        case let first where first.asciiLowercased == UInt8(ascii: "y"): return readYour(start)
        default: return start
        }
    }

    // MARK: Brackets

    /// Reads a placeholder in brackets.
    private mutating func readEnclosed(_ start: Int, closing: UInt8) -> Int {
        var end = start + 1
        let limit = min(code.count, start + 80)
        while end < limit, code[end] != closing {
            if code[end] == UInt8(ascii: "\n") || code[end] == code[start] { return start }
            end += 1
        }
        let name = start + 1..<end
        guard end < limit, isName(name) else { return start }
        // A flag and not a method, as a method value would copy `self`, and `ranges` with it, for each placeholder.
        let isPlaceholder =
            switch code[start] {
            case UInt8(ascii: "<"): isPlaceholder(angle: name)
            case UInt8(ascii: "["):
                isAfterBlank(start) && language == "powershell" ? isArgument(name) : isCompoundName(name)
            default: isPlaceholder(brace: name)
            }
        guard isPlaceholder else { return start }
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
        guard let last = range.last, !code[last].isASCIIBlank, code[last] != UInt8(ascii: "/") else { return false }
        return range.allSatisfy { offset in
            let byte = code[offset]
            return byte.isASCIIAlphanumeric || byte >= 0x80 || byte.isOne(of: " _-.'/,:@#()")
        }
    }

    /// Whether a name between angle brackets is to be replaced: no tag, header, key, address, type or attribute.
    private func isPlaceholder(angle name: Range<Int>) -> Bool {
        let start = name.lowerBound - 1
        let text = code.string(name)
        let lower = text.lowercased()
        let before = start > 0 ? code[start - 1] : 0x20
        let isInstruction = Self.instructions.contains { lower.hasPrefix($0) }
        if isInstruction { return form != .syntax || lower.contains(" ") }
        if endTags.contains(lower) || Self.keys.contains(lower) || isGUID(name) { return false }
        if code.has("http", at: name.lowerBound), text.contains("://") { return false }
        if lower.hasSuffix(".h") || lower.hasSuffix(".hpp") || isAfterInclude(start) { return false }
        switch form {
        case .shell: return language != "text" || !Self.tags.contains(lower)
        // The name of a type has no blanks.
        case .syntax: return text.contains(" ") && !lower.hasPrefix("common")
        case .program:
            // `List<Relay>`, `<Serializable()>`, `/// <summary>`
            return !(before.isASCIIAlphanumeric || before.isOne(of: "_)")) && !text.contains("()")
                && !Self.tags.contains(lower)
        case .markup:
            // `value="<TenantName>"`
            return before.isOne(of: "\"'/=:") && !Self.tags.contains(lower) || text.contains(" ") && !text.contains(":")
        }
    }

    /// Whether a name between braces is to be replaced: no code, no list of values and no GUID.
    private func isPlaceholder(brace name: Range<Int>) -> Bool {
        let text = code.string(name)
        return !text.contains(", ") && !text.contains(": ") && !isGUID(name)
            // `-Pool {Pool-Name}`, but not `-ScriptBlock {Login-Relay}`
            && (!CommandNames.isCmdlet(text) || !CommandNames.hasApprovedVerb(text) && isValue(name.lowerBound - 1))
            // What a command printed: `Members : {Alice}`
            && !(name.lowerBound > 3 && code.has(" : ", at: name.lowerBound - 4))
    }

    /// Whether the word before a brace is a parameter that takes no script block.
    private func isValue(_ brace: Int) -> Bool {
        var end = brace
        while end > 0, code[end - 1].isOne(of: " \t") { end -= 1 }
        var start = end
        while start > 0, end - start < 80, code[start - 1].isASCIIAlphanumeric { start -= 1 }
        guard start < end, start > 0, code[start - 1] == UInt8(ascii: "-") else { return false }
        return !code.string(start..<end).lowercased().hasSuffix("scriptblock")
    }

    /// How placeholders begin that nothing else looks like.
    private static let instructions = [
        "your-", "your_", "your ", "insert ", "insert-", "enter ", "replace", "path to ",
    ]

    /// Whether the line before `start` is `#include`.
    private func isAfterInclude(_ start: Int) -> Bool {
        var end = start
        while end > 0, code[end - 1] == 0x20, start - end < 4 { end -= 1 }
        return end >= 8 && (code.has("#include", at: end - 8) || code.has("import", at: end - 6))
    }

    /// Keys that a reader presses.
    private static let keys: Set<String> = [
        "enter", "return", "tab", "esc", "escape", "space", "spacebar", "backspace", "del", "ctrl", "alt", "shift",
        "home", "pgup", "pgdn", "pageup", "pagedown", "f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "f10",
        "f11", "f12", "cr", "lf", "crlf", "ctrl-c", "ctrl-z", "ctrl-d", "eof", "up", "down", "uparrow", "downarrow",
    ]

    /// Tags of HTML (the living standard) and of C#'s documentation comments, without those that are also good names of a
    /// placeholder and nearly always have an end tag.
    private static let tags: Set<String> = [
        "a", "article", "aside", "b", "base", "blockquote", "body", "br", "button", "canvas", "center", "col", "dd",
        "div", "dl", "dt", "em", "fieldset", "figure", "font", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "head", "hr", "html", "i", "iframe", "img", "input", "li", "main", "nav", "ol", "p", "pre", "script", "section",
        "select", "small", "span", "strong", "style", "sub", "sup", "table", "tbody", "td", "textarea", "tfoot", "th",
        "thead", "tr", "ul", "video", "summary", "remarks", "returns", "para", "inheritdoc", "exception", "typeparam",
        "seealso",
    ]

    /// Whether a range is one compound word: `InstanceName`, `server-fqdn`. A simple word, `string`, is an index or a type.
    private func isCompoundName(_ range: Range<Int>) -> Bool {
        guard !range.contains(where: { code[$0].isOne(of: " .(),:/@#'") }), range.count > 3, !isGUID(range),
            !Self.types.contains(code.string(range).lowercased())
        else { return false }
        // A cast: `[Relay]$x`, `[Relay]::new()`
        let next = range.upperBound + 1 < code.count ? code[range.upperBound + 1] : 0x20
        if language == "powershell" ? next.isOne(of: "$:(@") : next == UInt8(ascii: "(") { return false }
        let hasInnerCapital = range.dropFirst().contains { (0x41...0x5A).contains(code[$0]) }
        return hasInnerCapital || range.contains { code[$0] == UInt8(ascii: "-") || code[$0] == UInt8(ascii: "_") }
    }

    /// Whether a word in brackets is an argument of a cmdlet: `Get-Relay [identity]`. Types are before a variable or a value,
    /// and after operators.
    private func isArgument(_ name: Range<Int>) -> Bool {
        let (start, end) = (name.lowerBound - 1, name.upperBound + 1)
        guard end == code.count || code[end].isASCIIBlank,
            name.count > 1, !code[name].contains(where: { $0.isOne(of: ".(),:/@#'") }),
            !Self.types.contains(code.string(name).lowercased())
        else { return false }
        // The words before it on the line, up to the beginning of its command.
        var words: [String] = []
        var wordEnd = start - 1
        while words.count < Self.maxWords {
            while wordEnd > 0, code[wordEnd - 1].isOne(of: " \t") { wordEnd -= 1 }
            var wordStart = wordEnd
            while wordStart > 0, wordEnd - wordStart < 80, !code[wordStart - 1].isASCIIBlank { wordStart -= 1 }
            guard wordStart < wordEnd else { return false }
            let word = code.string(wordStart..<wordEnd)
            if words.isEmpty, Self.operators.contains(word.lowercased()) || word.hasSuffix(",") { return false }
            if CommandNames.isCmdlet(word) { return true }
            guard !word.contains(where: { "|;{}()=".contains($0) }) else { return false }
            words.append(word)
            wordEnd = wordStart
        }
        return false
    }

    /// Further words are not read.
    private static let maxWords = 12

    /// Operators that have a type or a pattern after them (about_Operators).
    private static let operators: Set<String> = [
        "-is", "-isnot", "-as", "-match", "-notmatch", "-cmatch", "-like", "-notlike", "-clike", "-replace",
        "-creplace", "-split", "-f",
    ]

    /// PowerShell's type accelerators (about_Type_Accelerators).
    private static let types: Set<String> = [
        "string", "int", "int32", "int64", "long", "short", "byte", "sbyte", "uint", "uint16", "uint32", "uint64",
        "ulong", "ushort", "bool", "char", "float", "single", "double", "decimal", "array", "object", "psobject",
        "guid", "regex", "xml", "uri", "type", "void", "switch", "ref", "version", "semver", "enum", "math", "console",
        "environment", "convert", "wmi", "adsi", "alias", "parameter", "allownull", "ordered", "powershell", "runspace",
        "pscredential", "psobject", "pscustomobject", "psmoduleinfo", "psvariable", "psprimitivedictionary",
        "psreference", "pslistmodifier", "pstypenameattribute", "datetime", "timespan", "securestring", "scriptblock",
        "hashtable", "switchparameter", "xmldocument", "ipaddress", "mailaddress", "bigint", "bigdecimal", "cimsession",
        "ciminstance", "cimclass", "ciminstance", "adsisearcher", "wmiclass", "wmisearcher", "runspacefactory",
        "initialsessionstate", "cultureinfo", "arraylist", "validateset", "cmdletbinding", "outputtype",
        "parametersetname", "physicaladdress", "x500distinguishedname", "x509certificate", "filesystemaccessrule",
    ]

    /// Whether a range is a GUID: 8, 4, 4, 4 and 12 hexadecimal digits.
    private func isGUID(_ range: Range<Int>) -> Bool {
        guard range.count == 36 else { return false }
        return range.allSatisfy { offset in
            let index = offset - range.lowerBound
            if index == 8 || index == 13 || index == 18 || index == 23 { return code[offset] == UInt8(ascii: "-") }
            return code[offset].isASCIIDigit || (0x61...0x66).contains(code[offset].asciiLowercased)
        }
    }

    /// Whether a brace can open a placeholder, and opens no block, hash table or variable.
    private func isBrace(_ start: Int) -> Bool {
        guard form != .syntax else { return false }
        let before = start > 0 ? code[start - 1] : 0x0A
        let next = start + 1 < code.count ? code[start + 1] : 0x20
        if before.isOne(of: "$@%{#") || next == UInt8(ascii: "{") { return false }
        let isInString = before.isOne(of: "\"'/=")
        switch form {
        // An object of JSON begins with a quote.
        case .program:
            return language == "json" ? next.isASCIILetter : isInString && !Self.interpolating.contains(language)
        case .markup: return isInString
        case .syntax: return false
        case .shell:
            guard language == "powershell", start > 0 else { return true }
            return !next.isASCIIBlank
                && (isInString && before != UInt8(ascii: "=") || before >= 0x80 || before.isASCIIBlank)
        }
    }

    /// Languages in whose strings `{name}` is a variable.
    private static let interpolating: Set<String> = ["csharp", "qsharp", "fsharp", "vb", "python", "swift", "kotlin"]

    /// Whether a bracket follows a blank, a quote, `=` or a backslash, or begins the code. Otherwise it is an index or part
    /// of a name.
    private func isBracket(_ start: Int) -> Bool {
        guard form == .shell || form == .markup else { return false }
        if language == "sql" || language == "kusto" { return false }
        if start > 0, code[start - 1].isOne(of: "\\\"'=") { return true }
        return form == .shell && language != "ini" && isAfterBlank(start)
    }

    private func isAfterBlank(_ start: Int) -> Bool { start == 0 || code[start - 1] == 0x20 }

    // MARK: Words

    /// Reads `$PASSWORD$`.
    private mutating func readDollars(_ start: Int) -> Int {
        var end = start + 1
        while end < code.count,
            (0x41...0x5A).contains(code[end]) || code[end].isASCIIDigit || code[end] == UInt8(ascii: "_")
        {
            end += 1
        }
        guard end - start > 3, end < code.count, code[end] == UInt8(ascii: "$"), !code[start + 1].isASCIIDigit else {
            return start
        }
        // `$HOST$PORT` are two variables.
        let next = end + 1 < code.count ? code[end + 1] : 0x20
        guard !next.isASCIIAlphanumeric, !next.isOne(of: "_({") else { return end }
        ranges.append(start..<end + 1)
        return end + 1
    }

    /// Reads a longer word that begins with "your": `YourTenant`, `your_tenant`, `yourdomain.onmicrosoft.com`.
    private mutating func readYour(_ start: Int) -> Int {
        guard code.hasIgnoringCase("your", at: start),
            start == 0 || !(code[start - 1].isASCIIAlphanumeric || code[start - 1] == UInt8(ascii: "-"))
        else { return start }
        // `ENTER_YOUR_KEY`
        let previousEnd = ranges.last?.upperBound ?? 0
        var begin = start
        if begin > 0, code[begin - 1] == UInt8(ascii: "_") {
            while begin > previousEnd, code[begin - 1].isASCIIAlphanumeric || code[begin - 1] == UInt8(ascii: "_") {
                begin -= 1
            }
        }
        var end = start + 4
        while end < code.count, code[end].isASCIIAlphanumeric || code[end].isOne(of: "_-.") { end += 1 }
        while end > start, code[end - 1] == UInt8(ascii: ".") || code[end - 1] == UInt8(ascii: "-") { end -= 1 }
        guard end - start > 5 else { return start }
        if code.hasIgnoringCase("yourself", at: start) || code.hasIgnoringCase("yourselves", at: start) { return end }
        ranges.append(begin..<end)
        return end
    }
}
