import Bitext

/// The languages of code in documentation, with one name for each.
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
    /// The normalised name of the language after an opening fence, or nil if there is none.
    ///
    /// Only the first word counts. Attributes (`{.line-numbers}`) and the suffix `-interactive` are not part of the name.
    package static func normalise(_ info: String) -> String? {
        if info.isEmpty { return nil }
        // Nearly always the info is one word of letters.
        if info.utf8.allSatisfy(\.isASCIILetter) {
            let name = info.lowercased()
            return names[name] ?? name
        }
        // Translations leave all kinds of blanks, no-break spaces among them.
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

    /// The language of code without a named language: `powershell`, `console`, `output`, `xml`, `json`, `csharp`, `vb` or
    /// `sql`, and `text` for anything else. O(length of the code).
    package static func infer(_ code: Bytes) -> String {
        let all = code.trimmed(0..<code.count)
        guard !all.isEmpty else { return "text" }
        if isXML(code, all) { return "xml" }
        if isJSON(code, all) { return "json" }
        let clues = LanguageClues(code)
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
        // Translation tools write `< xs:element`.
        let second = code[all.lowerBound + 1] == 0x20 ? code[all.lowerBound + 2] : code[all.lowerBound + 1]
        guard second.isASCIILetter || second == UInt8(ascii: "?") || second == UInt8(ascii: "!") else { return false }
        // `<TenantName>` alone is a placeholder. XML has an end tag or an empty element.
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
