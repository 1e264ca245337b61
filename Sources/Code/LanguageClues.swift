import Bitext

/// How many lines of code without a named language look like each language.
struct LanguageClues {
    private(set) var lines = 0
    private(set) var powerShell = 0
    private(set) var console = 0
    private(set) var output = 0
    private(set) var cSharp = 0
    private(set) var visualBasic = 0
    private(set) var isSQL = false
    private(set) var firstIsPowerShell = false
    private(set) var firstIsConsole = false

    /// Only the first lines are read, which are enough to recognise the language of a long listing.
    private static let maxLines = 400
    /// Only the first bytes of a line are read.
    private static let maxLineLength = 2000

    init(_ code: Bytes) {
        var start = 0
        while start < code.count, lines < Self.maxLines {
            let end = code.firstOffset(of: UInt8(ascii: "\n"), from: start) ?? code.count
            let line = code.trimmed(start..<min(end, start + Self.maxLineLength))
            if !line.isEmpty { examine(line, of: code) }
            start = end + 1
        }
    }

    private mutating func examine(_ line: Range<Int>, of code: Bytes) {
        lines += 1
        var line = line
        let prompt = Self.prompt(line, code)
        line = code.trimmed(prompt.end..<line.upperBound)
        let word = Self.word(line, code)
        let isPowerShell =
            prompt.isPowerShell || Self.isCmdlet(word) || Self.isAssignment(line, code) || Self.hasCmdlet(line, code)
        if isPowerShell {
            powerShell += 1
            if lines == 1 { firstIsPowerShell = true }
        } else if prompt.end > line.lowerBound || prompt.isConsole || Self.isProgram(word) {
            console += 1
            if lines == 1 { firstIsConsole = true }
        }
        if Self.isRuler(line, code) { output += 2 } else if Self.isOutput(line, code) { output += 1 }
        if lines <= 2, Self.sqlVerbs.contains(word),
            Self.hasSQLKeyword(line, code) || word == "select"
                || word == "use" && code[line.upperBound - 1] == UInt8(ascii: ";")
        {
            isSQL = true
        }
        if Self.isCSharp(word, line, code) { cSharp += 1 }
        if Self.isVisualBasic(word, line, code) { visualBasic += 1 }
    }

    // MARK: PowerShell

    /// Where a prompt at the beginning of a line ends, and which shell it belongs to: `PS C:\>`, `[PS]>`, `C:\>`.
    private static func prompt(_ line: Range<Int>, _ code: Bytes) -> (end: Int, isPowerShell: Bool, isConsole: Bool) {
        let start = line.lowerBound
        let isPowerShell = code.has("PS ", at: start) || code.has("PS>", at: start) || code.has("[PS]", at: start)
        let isConsole =
            !isPowerShell && start + 2 < line.upperBound && code[start].isASCIILetter && code.has(":\\", at: start + 1)
        guard isPowerShell || isConsole,
            let end = code.firstOffset(of: UInt8(ascii: ">"), from: start, to: min(line.upperBound, start + 200))
        else { return (start, false, false) }
        return (end + 1, isPowerShell, isConsole)
    }

    /// The first word of a line, in lower case. It ends at a blank, `(` or `;`.
    private static func word(_ line: Range<Int>, _ code: Bytes) -> String {
        var end = line.lowerBound
        while end < line.upperBound, end - line.lowerBound < 80, !code[end].isASCIIBlank,
            code[end] != UInt8(ascii: "("), code[end] != UInt8(ascii: ";")
        {
            end += 1
        }
        return code.string(line.lowerBound..<end).lowercased()
    }

    /// Whether a word is like `Get-Thing` (one of PowerShell's verbs, a dash and a noun), a script or PowerShell itself.
    private static func isCmdlet(_ word: String) -> Bool {
        if word.hasSuffix(".ps1") || word == "powershell" || word == "powershell.exe" || word == "pwsh" { return true }
        let parts = word.utf8.split(separator: UInt8(ascii: "-"), maxSplits: 1)
        guard parts.count == 2, let noun = parts[1].first, noun.isASCIILetter else { return false }
        return PowerShellVerbs.all.contains(String(decoding: parts[0], as: UTF8.self))
    }

    /// Whether a line has a cmdlet after a pipe, an assignment or a bracket.
    private static func hasCmdlet(_ line: Range<Int>, _ code: Bytes) -> Bool {
        var offset = line.lowerBound
        while let dash = code.firstOffset(of: UInt8(ascii: "-"), from: offset, to: line.upperBound) {
            offset = dash + 1
            var start = dash
            while start > line.lowerBound, dash - start < 16, code[start - 1].isASCIILetter { start -= 1 }
            guard start < dash, dash + 1 < line.upperBound, code[dash + 1].isASCIILetter,
                PowerShellVerbs.all.contains(code.string(start..<dash).lowercased())
            else { continue }
            var before = start
            while before > line.lowerBound, code[before - 1].isASCIIBlank { before -= 1 }
            if before > line.lowerBound, code[before - 1].isOne(of: "|=({;") { return true }
        }
        return false
    }

    /// Whether a line begins like `$name = …`, `$name.Member` or `$name |`.
    private static func isAssignment(_ line: Range<Int>, _ code: Bytes) -> Bool {
        guard code[line.lowerBound] == UInt8(ascii: "$"), line.count > 2, code[line.lowerBound + 1].isASCIILetter else {
            return false
        }
        var end = line.lowerBound + 1
        while end < line.upperBound, code[end].isASCIIAlphanumeric || code[end].isOne(of: "_:") { end += 1 }
        while end < line.upperBound, code[end].isASCIIBlank { end += 1 }
        return end == line.upperBound || code[end].isOne(of: "=.|+-[")
    }

    // MARK: Console

    /// Whether a word is the name of a program.
    private static func isProgram(_ word: String) -> Bool {
        if programs.contains(word) { return true }
        return [".exe", ".cmd", ".bat", ".msi", ".msc", ".com\""].contains { word.hasSuffix($0) }
    }

    private static let programs: Set<String> = [
        "setup", "msiexec", "ipconfig", "netsh", "ping", "telnet", "cd", "dir", "net", "reg", "nslookup", "tracert",
        "certutil", "certreq", "regsvr32", "appcmd", "sc", "iisreset", "xcopy", "robocopy", "del", "md", "mkdir",
        "echo", "gpupdate", "gpresult", "dcdiag", "nltest", "setspn", "ktpass", "ldifde", "csvde", "dsquery", "netstat",
        "arp", "whoami", "shutdown", "tasklist", "taskkill", "bcdedit", "diskpart", "sfc", "npm", "git", "dotnet",
        "npx", "yo", "gulp", "node", "nuget", "az", "curl", "msbuild", "winrm", "wmic", "runas", "portqry", "pathping",
        "pushd", "popd", "sqlcmd", "osql", "bcp", "dbimpexp", "ocslogger",
    ]

    // MARK: Output

    /// Whether a line is like `----   ----`, the line below the header of a table.
    private static func isRuler(_ line: Range<Int>, _ code: Bytes) -> Bool {
        let first = code[line.lowerBound]
        guard first == UInt8(ascii: "-") || first == UInt8(ascii: "="), line.count >= 3 else { return false }
        return line.allSatisfy { code[$0] == first || code[$0] == 0x20 }
    }

    /// Whether a line is like `Name : value`, or like a line of a log.
    private static func isOutput(_ line: Range<Int>, _ code: Bytes) -> Bool {
        let first = code[line.lowerBound]
        var end = line.lowerBound
        while end < line.upperBound, code[end].isASCIIAlphanumeric || code[end].isOne(of: "_.- ") { end += 1 }
        if end < line.upperBound, code[end] == UInt8(ascii: ":"), end > line.lowerBound, code[end - 1] == 0x20 {
            return true
        }
        // A date or a time at the beginning.
        guard first.isASCIIDigit || first == UInt8(ascii: "[") else { return false }
        var digits = 0
        var separators = 0
        for offset in line.prefix(20) {
            if code[offset].isASCIIDigit { digits += 1 }
            if code[offset].isOne(of: "/:-") { separators += 1 }
        }
        return digits >= 6 && separators >= 2 && line.count > 20
    }

    // MARK: Other languages

    private static let sqlVerbs: Set<String> = [
        "select", "insert", "update", "delete", "create", "alter", "exec", "execute", "use", "declare", "drop", "grant",
        "merge", "truncate", "backup", "restore", "with",
    ]

    private static func hasSQLKeyword(_ line: Range<Int>, _ code: Bytes) -> Bool {
        let text = " " + code.string(line).lowercased() + " "
        return [
            " from ", " into ", " table ", " database ", " procedure ", " view ", " login ", " @", " role ", " user ",
            " sp_", " dbo.", " index ", "nvarchar", " values ",
        ]
        .contains { keyword in text.utf8.count < 2100 && text.contains(keyword) }
    }

    private static func isCSharp(_ word: String, _ line: Range<Int>, _ code: Bytes) -> Bool {
        let last = code[line.upperBound - 1]
        switch word {
        case "using", "namespace": return last == UInt8(ascii: ";") || last == UInt8(ascii: "{") || word == "namespace"
        case "public", "private", "protected", "internal", "static", "abstract", "sealed", "var", "void", "string",
            "int", "bool", "foreach", "try", "catch", "return", "throw", "object", "double":
            return last == UInt8(ascii: ";") || last == UInt8(ascii: "{")
                || last == UInt8(ascii: ")") && word != "foreach"
                || code.firstOffset(of: " class ", from: line.lowerBound, to: line.upperBound) != nil
        default:
            return last == UInt8(ascii: ";") && line.count > 3 && code[line.upperBound - 2] == UInt8(ascii: ")")
                && word.contains(".")
        }
    }

    private static func isVisualBasic(_ word: String, _ line: Range<Int>, _ code: Bytes) -> Bool {
        switch word {
        case "dim", "sub", "imports", "msgbox", "elseif": return code[line.upperBound - 1] != UInt8(ascii: ";")
        case "end": return line.count <= 14
        case "set": return code.firstOffset(of: " = ", from: line.lowerBound, to: line.upperBound) != nil
        default: return false
        }
    }
}
