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
    private(set) var bash = 0
    private(set) var firstIsPowerShell = false
    private(set) var firstIsConsole = false
    private(set) var firstIsBash = false
    /// Whether the first line has a prompt.
    private(set) var firstIsPrompt = false

    init(_ code: Bytes, _ all: CodeLines) {
        for line in all.ranges { examine(line, of: code) }
    }

    private mutating func examine(_ line: Range<Int>, of code: Bytes) {
        // A comment is the same in several languages.
        if code[line.lowerBound] == UInt8(ascii: "#"), !code.has("#!", at: line.lowerBound) {
            return
        }
        lines += 1
        var line = line
        // Of a long line, only the beginning is examined.
        let beginning = Bytes(rebasing: code[..<line.upperBound])
        let prompt =
            Prompt(in: beginning, at: line.lowerBound) ?? Prompt(beforeCmdlet: beginning, at: line.lowerBound)
            ?? Prompt(unix: beginning, at: line.lowerBound)
        if let prompt { line = code.trimmed(prompt.end..<line.upperBound) }
        let name = Self.word(line, code)
        let word = name.lowercased()
        let isPowerShell =
            prompt?.shell == .powerShell || Self.beginsWithCmdlet(name, line, code)
            || !line.isEmpty
                && (Self.isAssignment(line, code) || Self.hasCmdlet(line, code)
                    || Self.isPowerShellStatement(word, line, code))
        let isBash = !isPowerShell && (prompt?.shell == .bash || Self.isBash(word, line, code))
        let isConsole = !isPowerShell && !isBash && (prompt?.shell == .console || Self.isProgram(word))
        if isPowerShell { powerShell += 1 }
        if isBash { bash += 1 }
        if isConsole { console += 1 }
        if lines == 1 {
            firstIsPrompt = prompt != nil
            (firstIsPowerShell, firstIsBash, firstIsConsole) = (isPowerShell, isBash, isConsole)
        }
        guard !line.isEmpty else { return }
        if OutputLines.isRuler(line, code) { output += 2 } else if Self.isOutput(line, code) { output += 1 }
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

    /// The first word of a line. It ends at a blank, `(` or `;`.
    private static func word(_ line: Range<Int>, _ code: Bytes) -> String {
        var end = line.lowerBound
        while end < line.upperBound, end - line.lowerBound < 80, !code[end].isASCIIBlank, !code.isWideBlank(at: end),
            code[end] != UInt8(ascii: "("), code[end] != UInt8(ascii: ";")
        {
            end += 1
        }
        return code.string(line.lowerBound..<end)
    }

    /// Whether a word is like `Get-Thing` (one of PowerShell's verbs, a dash and a noun), a script or PowerShell itself.
    private static func isCmdlet(_ word: String) -> Bool {
        let lower = word.lowercased()
        return CommandNames.isCmdlet(word) || lower.hasSuffix(".ps1") || lower == "powershell"
            || lower == "powershell.exe"
            || lower == "pwsh"
    }

    /// Whether a line begins with a cmdlet. `Contoso-Admins` and `Fab-Relay 1.0` can be any names; with a verb that PowerShell
    /// does not approve, a cmdlet has a parameter or a pipe after it.
    private static func beginsWithCmdlet(_ word: String, _ line: Range<Int>, _ code: Bytes) -> Bool {
        guard isCmdlet(word) else { return false }
        if !CommandNames.isCmdlet(word) || CommandNames.hasApprovedVerb(word) { return true }
        return code[line].contains(UInt8(ascii: "|"))
            || code.firstOffset(of: " -", from: line.lowerBound, to: line.upperBound) != nil
    }

    /// Whether a line has a cmdlet after a pipe, an assignment or a bracket, and is no row of a table: `| r1 | Get-Thing |`.
    private static func hasCmdlet(_ line: Range<Int>, _ code: Bytes) -> Bool {
        let bar = UInt8(ascii: "|")
        if code[line.lowerBound] == bar, code[line.upperBound - 1] == bar { return false }
        var offset = line.lowerBound
        while let dash = code.firstOffset(of: UInt8(ascii: "-"), from: offset, to: line.upperBound) {
            offset = dash + 1
            var start = dash
            while start > line.lowerBound, dash - start < 16, code[start - 1].isASCIILetter { start -= 1 }
            var end = dash + 1
            while end < line.upperBound, code[end].isASCIIAlphanumeric { end += 1 }
            guard start < dash, CommandNames.hasApprovedVerb(code.string(start..<end)) else { continue }
            var before = start
            while before > line.lowerBound, code[before - 1].isASCIIBlank { before -= 1 }
            guard before > line.lowerBound else { continue }
            // `mode=Test-Relay` is a setting.
            if code[before - 1].isOne(of: "|({;")
                || code[before - 1] == UInt8(ascii: "=")
                    && code[line.lowerBound..<before].contains { $0.isOne(of: "$({") }
            {
                return true
            }
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

    /// Whether a line is a function, a block or a condition of PowerShell: `function Get-Thing`, `param([string]$x)`,
    /// `if ($x -eq 1)`.
    private static func isPowerShellStatement(_ word: String, _ line: Range<Int>, _ code: Bytes) -> Bool {
        let rest = code.trimmed(min(line.upperBound, line.lowerBound + word.utf8.count)..<line.upperBound)
        func has(_ text: StaticString) -> Bool {
            code.firstOffset(of: text, from: rest.lowerBound, to: rest.upperBound) != nil
        }
        switch word {
        case "function", "filter", "workflow":
            var end = rest.lowerBound
            while end < rest.upperBound, code[end].isASCIIAlphanumeric || code[end].isOne(of: "-_:") { end += 1 }
            // A function of JavaScript and PHP has parentheses, one of PowerShell may have them, with `$` inside.
            return isCmdlet(code.string(rest.lowerBound..<end))
                || end > rest.lowerBound && !has("(") || has("($") || has("([")
        case "param": return rest.isEmpty || has("[") || rest.count == 1 || has("$")
        case "configuration", "node": return rest.count < 80 && has("{") && !has(":") && !has(";")
        case "if", "elseif", "while", "foreach", "for", "switch":
            return has("($") && (has(" -") || has(" in ") || word == "foreach") && !has("&&") && !has("==")
        case "[cmdletbinding", "[parameter", "[validateset", "[dscresource": return true
        default:
            return code[line.lowerBound] == UInt8(ascii: "[") && has("]$") && !has(":")
                || code.has("@{", at: line.lowerBound) || code.has("<#", at: line.lowerBound)
        }
    }

    // MARK: Console and Bash

    /// Whether a word is the name of a program.
    private static func isProgram(_ word: String) -> Bool {
        if consoleCommands.contains(word) || CommandNames.programs.contains(word) { return true }
        return [".exe", ".cmd", ".bat", ".msi", ".msc", ".com\""].contains { word.hasSuffix($0) }
    }

    /// The commands of cmd.exe ("Windows commands" reference) that are no English words.
    private static let consoleCommands: Set<String> = [
        "cd", "chdir", "cls", "del", "dir", "echo", "md", "mkdir", "popd", "pushd", "rd", "ren", "rmdir", "setlocal",
    ]

    /// Whether a line is one of a shell of Unix, and of no other: a script's first line, a program of Unix, the Azure CLI,
    /// `export NAME=…`, `NAME=$(…)`, the end of a block.
    private static func isBash(_ word: String, _ line: Range<Int>, _ code: Bytes) -> Bool {
        if word.hasPrefix("#!") { return word.contains("sh") || word.contains("/env") }
        if unixPrograms.contains(word) { return true }
        if word.hasPrefix("./"), word.hasSuffix(".sh") { return true }
        switch word {
        case "export", "source", "alias":
            return code.firstOffset(of: UInt8(ascii: "="), from: line.lowerBound, to: line.upperBound) != nil
                || word == "source"
        case "fi", "done", "esac": return line.count <= 5
        case "curl": return true
        case "docker", "kubectl", "helm": return code[line.upperBound - 1] == UInt8(ascii: "\\")
        case "if", "while", "for", "elif":
            return code.firstOffset(of: "; then", from: line.lowerBound, to: line.upperBound) != nil
                || code.firstOffset(of: "; do", from: line.lowerBound, to: line.upperBound) != nil
        default: break
        }
        // `NAME=value`, without blanks around the sign
        var end = line.lowerBound
        while end < line.upperBound, code[end].isASCIIAlphanumeric || code[end] == UInt8(ascii: "_") { end += 1 }
        guard end > line.lowerBound + 1, end + 2 < line.upperBound, code[end] == UInt8(ascii: "="),
            code[line.lowerBound].isASCIILetter
        else { return false }
        return code[end + 1] == UInt8(ascii: "$")
            || (code[end + 1] == UInt8(ascii: "\"") || code[end + 1] == UInt8(ascii: "'"))
                && code[line.upperBound - 1] == code[end + 1]
    }

    /// Programs that documentation runs in a shell of Unix, and the Azure CLI, whose examples are written for it.
    private static let unixPrograms: Set<String> = [
        "sudo", "apt", "apt-get", "yum", "dnf", "zypper", "brew", "chmod", "chown", "systemctl", "journalctl", "grep",
        "awk", "sed", "tar", "wget", "ssh", "scp", "ls", "cat", "cp", "mv", "rm", "ln", "touch", "az", "azd",
        "ssh-keygen", "gunzip", "unzip", "uname", "nano", "vim",
    ]

    // MARK: Output

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
