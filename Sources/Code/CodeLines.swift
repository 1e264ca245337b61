import Bitext

/// The first lines of code, and the languages that are recognised by the form of all of them.
struct CodeLines {
    /// Without blanks around them and without empty lines.
    private(set) var ranges: [Range<Int>] = []
    private var indents: [Int] = []
    private let code: Bytes

    /// Only the first lines are read, which are enough to recognise the language of a long listing.
    private static let maxLines = 400
    /// Only the first bytes of a line are read.
    private static let maxLineLength = 2000

    init(_ code: Bytes) {
        self.code = code
        var start = 0
        while start < code.count, ranges.count < Self.maxLines {
            let end = code.firstOffset(of: UInt8(ascii: "\n"), from: start) ?? code.count
            let line = code.trimmed(start..<min(end, start + Self.maxLineLength))
            if !line.isEmpty {
                ranges.append(line)
                indents.append(line.lowerBound - start)
            }
            start = end + 1
        }
    }

    private func has(_ text: StaticString, in line: Range<Int>) -> Bool {
        code.firstOffset(of: text, from: line.lowerBound, to: line.upperBound) != nil
    }

    /// The end of the name that begins at `start`: letters, digits, `_` and some signs.
    private func nameEnd(_ start: Int, _ line: Range<Int>, also signs: StaticString = "_") -> Int {
        var end = start
        while end < line.upperBound, code[end].isASCIIAlphanumeric || code[end].isOne(of: signs) { end += 1 }
        return end
    }

    private func word(_ line: Range<Int>) -> String { code.string(line.lowerBound..<nameEnd(line.lowerBound, line)) }

    private func last(_ line: Range<Int>) -> UInt8 { code[line.upperBound - 1] }

    // MARK: HTTP

    /// Whether code begins with a request (RFC 9110) or with an answer's status line, after a heading or not (`Request:`).
    var isHTTP: Bool {
        guard let first = ranges.first else { return false }
        let line = last(first) == UInt8(ascii: ":") && ranges.count > 1 ? ranges[1] : first
        if code.has("HTTP/", at: line.lowerBound) { return true }
        guard Self.methods.contains(word(line)) else { return false }
        let target = code.trimmed(line.lowerBound + word(line).utf8.count..<line.upperBound)
        guard let first = target.first else { return false }
        return code[first].isOne(of: "/{<[") || code.has("http", at: first)
    }

    private static let methods: Set<String> = [
        "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "MERGE",
    ]

    // MARK: YAML

    /// Whether all lines are `key: value`, `key:` or `- item` (YAML 1.2), with a level below another one. Without levels it
    /// could as well be what a command printed.
    var isYAML: Bool {
        guard ranges.count >= 2 else { return false }
        var keys = 0
        var hasLevels = false
        /// The indentation of `key: |`, whose text follows.
        var block: Int?
        for (line, indent) in zip(ranges, indents) {
            if let open = block {
                if indent > open { continue }
                block = nil
            }
            if code[line.lowerBound] == UInt8(ascii: "#") || code.has("---", at: line.lowerBound) { continue }
            var start = line.lowerBound
            let isItem = code.has("- ", at: start)
            if isItem { start += 2 }
            let end = nameEnd(start, line, also: "_-.$/")
            let isKey =
                end > start && end < line.upperBound && code[end] == UInt8(ascii: ":")
                && (end + 1 == line.upperBound || code[end + 1] == 0x20) && !code[start].isASCIIDigit
            guard isKey || isItem else { return false }
            if isKey { keys += 1 }
            if indent > 0 || isItem { hasLevels = true }
            if last(line) == UInt8(ascii: "|") || has(": >", in: line) { block = indent }
        }
        return keys >= 2 && hasLevels
    }

    // MARK: Kusto

    /// Whether code is a query of Kusto: operators after pipes that neither a shell nor PowerShell has.
    var isKusto: Bool {
        guard let first = ranges.first,
            !CommandNames.isCmdlet(
                code.string(first.lowerBound..<nameEnd(first.lowerBound, first, also: "-_")))
        else { return false }
        for line in ranges {
            var offset = line.lowerBound
            let hasCondition = has("ago(", in: line) || has("==", in: line) || has("=~", in: line)
            while let pipe = code.firstOffset(of: UInt8(ascii: "|"), from: offset, to: line.upperBound) {
                let start = code.trimmed(pipe + 1..<line.upperBound).lowerBound
                let end = nameEnd(start, line, also: "-")
                let name = code.string(start..<end)
                if Self.kustoOperators.contains(name), end < line.upperBound { return true }
                if name == "where", hasCondition { return true }
                offset = pipe + 1
            }
        }
        return false
    }

    /// From the Kusto reference, those that are no alias of PowerShell and no program.
    private static let kustoOperators: Set<String> = [
        "summarize", "project", "project-away", "project-rename", "project-reorder", "extend", "take", "render",
        "mv-expand", "mv-apply", "make-series", "join", "lookup", "distinct", "evaluate", "parse", "serialize", "top",
        "union", "limit",
    ]

    // MARK: DAX

    /// Whether code is an expression of DAX: a query, or a function in capitals with a column as argument.
    var isDAX: Bool {
        guard let first = ranges.first else { return false }
        if word(first).uppercased() == "EVALUATE" || word(first) == "DEFINE" { return true }
        var hasFunction = false
        var hasColumn = false
        for line in ranges {
            var offset = line.lowerBound
            while offset < line.upperBound {
                let end = nameEnd(offset, line, also: "_.")
                guard end > offset, end < line.upperBound else {
                    offset = max(end, offset) + 1
                    continue
                }
                let next = code[end]
                if next == UInt8(ascii: "("), end - offset <= 24, Self.daxFunctions.contains(code.string(offset..<end))
                {
                    hasFunction = true
                }
                if next == UInt8(ascii: "["), code[end + 1 < line.upperBound ? end + 1 : end].isASCIILetter {
                    hasColumn = true
                }
                offset = end + 1
            }
            if has("'[", in: line) || has("([", in: line) { hasColumn = true }
            if hasFunction, hasColumn { return true }
        }
        return false
    }

    /// From the DAX function reference, those of measures in tutorials. SQL has some of them, but no columns in brackets
    /// after a table's name.
    private static let daxFunctions: Set<String> = [
        "ADDCOLUMNS", "ALL", "ALLEXCEPT", "ALLSELECTED", "AVERAGE", "AVERAGEX", "BLANK", "CALCULATE", "CALCULATETABLE",
        "CALENDAR", "CALENDARAUTO", "COMBINEVALUES", "CONCATENATE", "CONCATENATEX", "COUNT", "COUNTA", "COUNTAX",
        "COUNTROWS", "COUNTX", "DATATABLE", "DATEADD", "DATESYTD", "DISTINCT", "DISTINCTCOUNT", "DIVIDE", "EARLIER",
        "FILTER", "FORMAT", "HASONEVALUE", "IF", "ISBLANK", "ISFILTERED", "KEEPFILTERS", "LOOKUPVALUE", "MAX", "MAXX",
        "MIN", "MINX", "RANKX", "RELATED", "RELATEDTABLE", "REMOVEFILTERS", "ROW", "SAMEPERIODLASTYEAR",
        "SELECTCOLUMNS", "SELECTEDVALUE", "SUM", "SUMMARIZE", "SUMMARIZECOLUMNS", "SUMX", "SWITCH", "TOPN", "TOTALYTD",
        "TREATAS", "USERELATIONSHIP", "USERPRINCIPALNAME", "VALUES",
    ]

    // MARK: AL

    /// Whether code is AL (Business Central): an object with its number, or two lines that only AL has.
    var isAL: Bool {
        var clues = 0
        for line in ranges.prefix(40) {
            let word = word(line).lowercased()
            if Self.alObjects.contains(word) {
                let rest = code.trimmed(line.lowerBound + word.utf8.count..<line.upperBound)
                if let start = rest.first, code[start].isASCIIDigit,
                    has("\"", in: rest)
                        || code.trimmed(nameEnd(start, rest)..<rest.upperBound).first.map({ code[$0].isASCIILetter })
                            ?? false
                {
                    return true
                }
            }
            switch word {
            case "procedure", "trigger": if has("(", in: line), last(line) != UInt8(ascii: "{") { clues += 1 }
            case "local", "internal": if has(" procedure ", in: line) { clues += 2 }
            case "begin": if line.count == 5 { clues += 1 }
            case "end": if line.count == 4, last(line) == UInt8(ascii: ";") { clues += 1 }
            case "field", "action", "area", "group", "repeater":
                if has("(", in: line), last(line) == UInt8(ascii: ")"), has("\"", in: line) || word == "area" {
                    clues += 1
                }
            default:
                if has(": Record ", in: line) || has(": Codeunit ", in: line) || has(": Page ", in: line) { clues += 2 }
            }
            if code.has("[EventSubscriber(", at: line.lowerBound) || code.has("[IntegrationEvent(", at: line.lowerBound)
            {
                clues += 2
            }
            if clues >= 3 { return true }
        }
        return false
    }

    private static let alObjects: Set<String> = [
        "page", "pageextension", "table", "tableextension", "codeunit", "report", "reportextension", "query", "xmlport",
        "enum", "enumextension", "permissionset", "permissionsetextension",
    ]

    // MARK: Python

    /// Whether code is Python: statements that end in a colon or import a module, as only Python writes them.
    var isPython: Bool {
        var clues = 0
        var others = 0
        for line in ranges {
            if code[line.lowerBound] == UInt8(ascii: "#") { continue }
            let word = word(line)
            switch word {
            case "def", "class", "elif", "except", "try", "with", "while", "if", "for", "else", "async":
                if last(line) == UInt8(ascii: ":") {
                    clues += word == "def" || word == "elif" || word == "except" ? 2 : 1
                }
            case "from": if has(" import ", in: line), last(line) != UInt8(ascii: ";") { clues += 2 }
            case "import":
                let name = code.trimmed(line.lowerBound + 6..<line.upperBound)
                let end = name.isEmpty ? name.upperBound : nameEnd(name.lowerBound, name, also: "_.")
                if end > name.lowerBound,
                    end == name.upperBound || has(" as ", in: line) || code[end] == UInt8(ascii: ",")
                {
                    clues += 2
                }
            case "print": if code.has("print(", at: line.lowerBound), last(line) == UInt8(ascii: ")") { clues += 1 }
            default: break
            }
            if last(line) == UInt8(ascii: ";") || last(line) == UInt8(ascii: "{") { others += 1 }
        }
        return clues >= 2 && others * 4 <= ranges.count
    }
}
