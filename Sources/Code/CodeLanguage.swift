import Bitext

/// The languages of code in documentation, with one name for each.
///
/// | name | what authors write |
/// |---|---|
/// | `powershell` | PowerShell, ps, ps1, posh, pwsh, azurepowershell, powershell-interactive, Windows PowerShell |
/// | `syntax` | syntax; the syntax of cmdlets is also recognised where another language is declared |
/// | `console` | console, cmd, dos, bat, batch, commandline, shell-session, command prompt |
/// | `output` | output, stdout |
/// | `bash` | bash, sh, shell, zsh, azurecli, azure-cli, Azure CLI |
/// | `csharp`, `vb`, `cpp`, `fsharp` | c#, cs; vb.net, visualbasic, Visual Basic, vba; c++; f# |
/// | `xml`, `html`, `json`, `yaml`, `ini`, `csv` | xaml stays xaml; htm; jsonc; yml; conf, config |
/// | `sql` | tsql, t-sql, Transact-SQL, mssql |
/// | `javascript`, `typescript`, `python` | js, node, nodejs; ts; py |
/// | `kusto`, `http`, `text` | kql; rest; txt, plain, plaintext, plain text, none |
/// | `xpp`, `al`, `dax` | x++ |
///
/// Any other name stays as it is, in lower case. A name of several words is kept whole: `power query`.
package enum CodeLanguage {
    /// The language of a code block: what its author declared, or what the code is.
    ///
    /// A declared language is not believed where the code is plainly not meant to be run: the syntax of a cmdlet, or
    /// in a block of PowerShell only what commands printed, XML or JSON. Nor is `console` or `output` believed where the code
    /// begins with a prompt of PowerShell.
    ///
    /// - Parameter declared: what the author wrote after the opening fence.
    /// - Returns: the normalised name, and whether it was inferred from the code.
    package static func language(of code: Bytes, declared: String) -> (name: String, isInferred: Bool) {
        guard let name = normalise(declared) else { return (infer(code), true) }
        switch name {
        case "powershell":
            let all = code.trimmed(0..<code.count)
            if !all.isEmpty, isXML(code, all) { return ("xml", true) }
            if !all.isEmpty, isJSON(code, all), code.firstOffset(of: "\":", from: 0) != nil { return ("json", true) }
            if CommandSyntax.isSyntax(code) { return ("syntax", true) }
            if OutputLines.isOnlyOutput(code) {
                return (Prose.isProse(code, lines: CodeLines(code).ranges) ? "text" : "output", true)
            }
        case "console", "output", "text", "bash":
            if CommandSyntax.isSyntax(code) { return ("syntax", true) }
            let first = code.trimmed(0..<code.count).lowerBound
            if (Prompt(in: code, at: first) ?? Prompt(beforeCmdlet: code, at: first))?.shell == .powerShell {
                return ("powershell", true)
            }
        default: break
        }
        return (name, false)
    }

    /// The normalised name of the language after an opening fence, or nil if there is none.
    ///
    /// Attributes (`{.line-numbers}`, `title="x"`) and the suffix `-interactive` are not part of the name. Of several words
    /// only the first counts if it is a language by itself: `json copy`.
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
        let text = info.lowercased().prefix { $0 != "{" && $0 != "," }
        let words = text.split(whereSeparator: isBlank).prefix { !$0.contains("=") }
        guard let first = words.first.flatMap({ name(String($0)) }) else { return nil }
        guard words.count > 1 else { return names[first] ?? first }
        let whole = words.joined(separator: " ")
        if let known = names[whole] { return known }
        if names[first] != nil || names.values.contains(first) || others.contains(first) || words.count > 3 {
            return names[first] ?? first
        }
        return whole
    }

    /// A word without `lang-` and `-interactive`, or nil if nothing is left.
    private static func name(_ word: String) -> String? {
        var name = word
        for prefix in ["lang-", "language-"] where name.hasPrefix(prefix) { name.removeFirst(prefix.count) }
        if name.hasSuffix("-interactive") { name.removeLast("-interactive".count) }
        return name.isEmpty ? nil : name
    }

    private static let names: [String: String] = [
        "ps": "powershell", "ps1": "powershell", "posh": "powershell", "pwsh": "powershell",
        "azurepowershell": "powershell", "windowspowershell": "powershell", "cmd": "console", "dos": "console",
        "doscon": "console",
        "bat": "console", "batch": "console", "commandline": "console", "shell-session": "console", "stdout": "output",
        "sh": "bash", "shell": "bash", "zsh": "bash", "azurecli": "bash", "azure-cli": "bash", "c#": "csharp",
        "cs": "csharp", "vb.net": "vb", "visualbasic": "vb", "vbnet": "vb", "vba": "vb", "vbscript": "vbscript",
        "vbs": "vbscript", "c++": "cpp", "f#": "fsharp", "htm": "html", "jsonc": "json", "json5": "json", "yml": "yaml",
        "conf": "ini", "config": "ini", "tsql": "sql", "t-sql": "sql", "mssql": "sql", "js": "javascript",
        "node": "javascript", "nodejs": "javascript", "ts": "typescript", "py": "python", "kql": "kusto",
        "rest": "http", "txt": "text", "plain": "text", "plaintext": "text", "none": "text",
        "x++": "xpp", "visual basic": "vb", "visual basic .net": "vb", "transact-sql": "sql", "azure cli": "bash",
        "azure powershell": "powershell", "windows powershell": "powershell", "command prompt": "console",
        "command line": "console", "windows command prompt": "console", "plain text": "text", "power apps": "powerapps",
        "kusto query language": "kusto", "c sharp": "csharp", "shell script": "bash", "dax expression": "dax",
        "javascript": "javascript", "python": "python", "xml": "xml", "html": "html", "powershell": "powershell",
        "syntax": "syntax", "bash": "bash",
    ]

    /// Languages with one name only. What follows them on their line is no part of it: `toml title`.
    private static let others: Set<String> = [
        "bicep", "css", "dart", "diff", "dockerfile", "go", "graphql", "groovy", "hcl", "java", "jsx", "kotlin", "lua",
        "makefile", "markdown", "md", "mermaid", "nginx", "perl", "php", "razor", "ruby", "rust", "scala", "scss",
        "swift",
        "terraform", "toml", "tsx", "xaml",
    ]

    /// The language of code without a named language, and `text` for anything that is not recognised. O(length of the code).
    package static func infer(_ code: Bytes) -> String {
        let all = code.trimmed(0..<code.count)
        guard !all.isEmpty else { return "text" }
        if isXML(code, all) { return "xml" }
        if isJSON(code, all) { return "json" }
        if CommandSyntax.isSyntax(code) { return "syntax" }
        let lines = CodeLines(code)
        if lines.isHTTP { return "http" }
        if let first = lines.ranges.first, OutputLines.isError(first, code) { return "output" }
        let clues = LanguageClues(code, lines)
        if clues.firstIsPrompt {
            return clues.firstIsPowerShell ? "powershell" : clues.firstIsBash ? "bash" : "console"
        }
        if Prose.isProse(code, lines: lines.ranges) { return "text" }
        if lines.isAL { return "al" }
        if lines.isKusto { return "kusto" }
        if lines.isDAX { return "dax" }
        if clues.isSQL { return "sql" }
        let braces = BraceLanguages(code, lines)
        if braces.statements > clues.powerShell {
            if braces.cPlusPlus > 0, braces.cPlusPlus >= braces.cSharp { return "cpp" }
            if !braces.isForeign, braces.cSharp > 0 || clues.cSharp >= 2 { return "csharp" }
        }
        if clues.visualBasic > clues.powerShell, clues.visualBasic >= 2 { return "vb" }
        if lines.isPython { return "python" }
        if clues.powerShell > 0, clues.powerShell * 3 >= clues.lines || clues.firstIsPowerShell { return "powershell" }
        if clues.bash > 0, clues.bash * 2 >= clues.lines || clues.firstIsBash { return "bash" }
        if clues.console > 0, clues.firstIsConsole || clues.console * 2 >= clues.lines { return "console" }
        if clues.output >= 2 || (clues.output > 0 && clues.output * 2 >= clues.lines) { return "output" }
        return lines.isYAML ? "yaml" : "text"
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
