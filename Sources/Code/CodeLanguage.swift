import Bitext

/// The languages that documentation names, under one name each.
///
/// | name | what authors write |
/// |---|---|
/// | `powershell` | PowerShell, ps, ps1, posh, pwsh, azurepowershell, powershell-interactive |
/// | `console` | console, cmd, dos, bat, batch, commandline, shell-session |
/// | `output` | output, stdout |
/// | `bash` | bash, sh, shell, zsh, azurecli, azure-cli |
/// | `csharp`, `vb`, `cpp`, `fsharp` | c#, cs; vb.net, visualbasic, vba; c++; f# |
/// | `xml`, `html`, `json`, `yaml`, `ini`, `csv` | xaml stays xaml; htm; jsonc; yml; conf, config |
/// | `sql` | tsql, t-sql, mssql |
/// | `javascript`, `typescript`, `python` | js, node, nodejs; ts; py |
/// | `kusto`, `http`, `text` | kql; rest; txt, plain, plaintext, none |
///
/// Any other name stays as it is, in lower case.
package enum CodeLanguage {
    /// The normalised name of what stands behind a fence, or nil where nothing does.
    ///
    /// Only the first word counts; attributes (`{.line-numbers}`) and the suffix `-interactive` are no part of the name.
    package static func normalise(_ info: String) -> String? {
        if info.isEmpty { return nil }
        // Nearly always it is one word of letters.
        if info.utf8.allSatisfy(\.isASCIILetter) {
            let name = info.lowercased()
            return names[name] ?? name
        }
        // A no-break space is one of the blanks that a translation leaves behind.
        func isBlank(_ character: Character) -> Bool { character.isWhitespace }
        guard !info.drop(while: isBlank).hasPrefix("{") else { return nil }
        let word = info.lowercased().split(whereSeparator: { isBlank($0) || $0 == "{" || $0 == "," }).first
        guard var name = word.map(String.init) else { return nil }
        for prefix in ["lang-", "language-"] where name.hasPrefix(prefix) { name.removeFirst(prefix.count) }
        if name.hasSuffix("-interactive") { name.removeLast("-interactive".count) }
        guard !name.isEmpty else { return nil }
        return names[name] ?? name
    }

    private static let names: [String: String] = [
        "ps": "powershell", "ps1": "powershell", "posh": "powershell", "pwsh": "powershell",
        "azurepowershell": "powershell", "windowspowershell": "powershell", "cmd": "console", "dos": "console",
        "bat": "console", "batch": "console", "commandline": "console", "shell-session": "console", "stdout": "output",
        "sh": "bash", "shell": "bash", "zsh": "bash", "azurecli": "bash", "azure-cli": "bash", "c#": "csharp",
        "cs": "csharp", "vb.net": "vb", "visualbasic": "vb", "vbnet": "vb", "vba": "vb", "vbscript": "vbscript",
        "vbs": "vbscript", "c++": "cpp", "f#": "fsharp", "htm": "html", "jsonc": "json", "json5": "json", "yml": "yaml",
        "conf": "ini", "config": "ini", "tsql": "sql", "t-sql": "sql", "mssql": "sql", "js": "javascript",
        "node": "javascript", "nodejs": "javascript", "ts": "typescript", "py": "python", "kql": "kusto",
        "rest": "http", "txt": "text", "plain": "text", "plaintext": "text", "none": "text",
    ]

    /// The language of code whose author named none: `powershell`, `console`, `output`, `xml`, `json`, `csharp`, `vb`,
    /// `sql`, or `text` where it is none of these. Linear in the code's length.
    package static func infer(_ code: Bytes) -> String {
        let all = code.trimmed(0..<code.count)
        guard !all.isEmpty else { return "text" }
        if isXML(code, all) { return "xml" }
        if isJSON(code, all) { return "json" }
        let clues = Clues(code)
        if clues.isSQL { return "sql" }
        if clues.cSharp > clues.powerShell, clues.cSharp >= 2 || clues.lines <= 2 { return "csharp" }
        if clues.visualBasic > clues.powerShell, clues.visualBasic >= 2 { return "vb" }
        if clues.powerShell > 0, clues.powerShell * 3 >= clues.lines || clues.firstIsPowerShell { return "powershell" }
        if clues.console > 0, clues.firstIsConsole || clues.console * 2 >= clues.lines { return "console" }
        if clues.output >= 2 || (clues.output > 0 && clues.output * 2 >= clues.lines) { return "output" }
        return "text"
    }

    private static func isXML(_ code: Bytes, _ all: Range<Int>) -> Bool {
        guard code[all.lowerBound] == UInt8(ascii: "<"), code[all.upperBound - 1] == UInt8(ascii: ">"), all.count > 3
        else {
            return false
        }
        // `< xs:element` is a slip that translation tools make.
        let second = code[all.lowerBound + 1] == 0x20 ? code[all.lowerBound + 2] : code[all.lowerBound + 1]
        guard second.isASCIILetter || second == UInt8(ascii: "?") || second == UInt8(ascii: "!") else { return false }
        // `<TenantName>` alone is a placeholder; markup closes something.
        return code.firstOffset(of: "</", from: all.lowerBound) != nil
            || code.firstOffset(of: "/>", from: all.lowerBound) != nil
            || second == UInt8(ascii: "?") || second == UInt8(ascii: "!")
    }

    private static func isJSON(_ code: Bytes, _ all: Range<Int>) -> Bool {
        let opening = code[all.lowerBound]
        let closing = code[all.upperBound - 1]
        guard
            opening == UInt8(ascii: "{") && closing == UInt8(ascii: "}")
                || opening == UInt8(ascii: "[") && closing == UInt8(ascii: "]")
        else { return false }
        let inside = code.trimmed(all.lowerBound + 1..<all.upperBound - 1)
        guard let next = inside.first else { return false }
        return code[next] == UInt8(ascii: "\"") || (opening == UInt8(ascii: "[") && code[next] == UInt8(ascii: "{"))
    }
}

/// What the lines of code without a declared language look like.
private struct Clues {
    private(set) var lines = 0
    private(set) var powerShell = 0
    private(set) var console = 0
    private(set) var output = 0
    private(set) var cSharp = 0
    private(set) var visualBasic = 0
    private(set) var isSQL = false
    private(set) var firstIsPowerShell = false
    private(set) var firstIsConsole = false

    init(_ code: Bytes) {
        var start = 0
        // Enough to tell; a listing of a million lines is what its beginning is.
        while start < code.count, lines < 400 {
            let end = code.firstOffset(of: UInt8(ascii: "\n"), from: start) ?? code.count
            let line = code.trimmed(start..<min(end, start + 2000))
            if !line.isEmpty { look(at: line, of: code) }
            start = end + 1
        }
    }

    private mutating func look(at line: Range<Int>, of code: Bytes) {
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

    private static func prompt(_ line: Range<Int>, _ code: Bytes) -> (end: Int, isPowerShell: Bool, isConsole: Bool) {
        let start = line.lowerBound
        let isPowerShell = code.has("PS ", at: start) || code.has("PS>", at: start) || code.has("[PS]", at: start)
        let drive =
            isPowerShell
            ? nil
            : (start + 2 < line.upperBound && code[start].isASCIILetter && code.has(":\\", at: start + 1) ? start : nil)
        guard isPowerShell || drive != nil,
            let end = code.firstOffset(of: UInt8(ascii: ">"), from: start, to: min(line.upperBound, start + 200))
        else { return (start, false, false) }
        return (end + 1, isPowerShell, drive != nil)
    }

    /// The first word of a line, in lower case, without what ends it.
    private static func word(_ line: Range<Int>, _ code: Bytes) -> String {
        var end = line.lowerBound
        while end < line.upperBound, end - line.lowerBound < 80, !code[end].isASCIIBlank,
            code[end] != UInt8(ascii: "("), code[end] != UInt8(ascii: ";")
        {
            end += 1
        }
        return code.string(line.lowerBound..<end).lowercased()
    }

    /// `Get-Thing`: an approved or an established verb, a dash and a noun.
    private static func isCmdlet(_ word: String) -> Bool {
        if word.hasSuffix(".ps1") || word == "powershell" || word == "powershell.exe" || word == "pwsh" { return true }
        let parts = word.utf8.split(separator: UInt8(ascii: "-"), maxSplits: 1)
        guard parts.count == 2, let noun = parts[1].first, noun.isASCIILetter else { return false }
        return PowerShellVerbs.all.contains(String(decoding: parts[0], as: UTF8.self))
    }

    /// A cmdlet inside a line, behind a pipe, an assignment or a parenthesis.
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

    /// `$name = …`, `$name.Member`, `$name |`.
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

    /// `----   ----`, the line below a table's head.
    private static func isRuler(_ line: Range<Int>, _ code: Bytes) -> Bool {
        let first = code[line.lowerBound]
        guard first == UInt8(ascii: "-") || first == UInt8(ascii: "="), line.count >= 3 else { return false }
        return line.allSatisfy { code[$0] == first || code[$0] == 0x20 }
    }

    /// `Name : value`, or a line of a log.
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
            "int",
            "bool", "foreach", "try", "catch", "return", "throw", "object", "double":
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
