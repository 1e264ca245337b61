import Bitext

/// What a shell writes before the code on a line.
package struct Prompt {
    package enum Shell {
        case powerShell, console, bash
    }

    /// Where the prompt ends, without the blank after it. It is on the same line.
    package private(set) var end: Int
    package private(set) var shell: Shell

    /// Only the first bytes of a line can be a prompt.
    private static let maxLength = 260

    /// Reads the prompt at `start`, which is not blank.
    ///
    /// | shell | prompts |
    /// |---|---|
    /// | PowerShell | `PS>`, `PS C:\Users>`, `PS HKCU:\>`, `PS /home/me>`, `[PS] C:\>`, `[server]: PS C:\>`, `[DBG]: PS C:\>>` |
    /// | console | `C:\>`, `C:\Users>` |
    ///
    /// Before each can be the name of an environment of Python: `(venv) C:\>`.
    package init?(in code: Bytes, at start: Int) {
        let start = Self.endOfEnvironment(code, at: start)
        guard start < code.count else { return nil }
        switch code[start] {
        case UInt8(ascii: "P") where code.has("PS", at: start): self.init(powerShell: code, after: start + 2)
        case UInt8(ascii: "["):
            if code.has("[PS]", at: start) {
                self.init(powerShell: code, after: start + 4)
            } else {
                let limit = min(code.count, start + Self.maxLength)
                guard let close = code.firstOffset(of: UInt8(ascii: "]"), from: start, to: limit),
                    code.has("]: PS", at: close), !code[start..<close].contains(UInt8(ascii: "\n"))
                else { return nil }
                self.init(powerShell: code, after: close + 5)
            }
        default:
            guard code[start].isASCIILetter, code.has(":\\", at: start + 1) else { return nil }
            self.init(console: code, at: start)
        }
    }

    /// - Parameter start: after `PS`.
    private init?(powerShell code: Bytes, after start: Int) {
        var offset = start
        func byte(_ offset: Int) -> UInt8 { offset < code.count ? code[offset] : 0 }
        while byte(offset) == 0x20 { offset += 1 }
        let limit = min(code.count, start + Self.maxLength)
        let first = byte(offset)
        // A drive or a provider: `HKCU:\`, `Microsoft.PowerShell.Core\Registry::HKEY_CURRENT_USER`.
        guard first == UInt8(ascii: ">") || offset > start || first == UInt8(ascii: "/") else { return nil }
        var hasColon = false
        while offset < limit, code[offset] != UInt8(ascii: ">") {
            if code[offset] == UInt8(ascii: "\n") || code[offset].isOne(of: "<|\";=") { return nil }
            hasColon = hasColon || code[offset] == UInt8(ascii: ":")
            offset += 1
        }
        guard offset < limit, first.isOne(of: ">/~\\[") || hasColon && first.isASCIILetter else { return nil }
        while byte(offset) == UInt8(ascii: ">") { offset += 1 }
        self.init(end: offset, shell: .powerShell)
    }

    /// A path alone is a prompt; `C:\setup.exe /log > log.txt` is a command.
    private init?(console code: Bytes, at start: Int) {
        let limit = min(code.count, start + Self.maxLength)
        var offset = start
        while offset < limit, code[offset] != UInt8(ascii: ">") {
            if code[offset] == UInt8(ascii: "\n") || code[offset].isOne(of: "<|\";=*,") { return nil }
            if code[offset] == 0x20, offset + 1 < limit, code[offset + 1].isOne(of: "-/>.$@%") { return nil }
            offset += 1
        }
        guard offset < limit else { return nil }
        let words = code.string(start..<offset).lowercased().split(separator: " ")
        guard !words.contains(where: { CommandNames.hasExtension($0) }) else { return nil }
        while offset < code.count, code[offset] == UInt8(ascii: ">") { offset += 1 }
        self.init(end: offset, shell: .console)
    }

    private init(end: Int, shell: Shell) {
        self.end = end
        self.shell = shell
    }

    /// Where a line goes on after the name of an environment of Python: `(venv) $ `; the same place if there is none.
    private static func endOfEnvironment(_ code: Bytes, at start: Int) -> Int {
        guard start < code.count, code[start] == UInt8(ascii: "(") else { return start }
        var end = start + 1
        let limit = min(code.count, start + 40)
        while end < limit, code[end].isASCIIAlphanumeric || code[end].isOne(of: "_-.") { end += 1 }
        return code.has(") ", at: end) && end > start + 1 ? end + 2 : start
    }

    /// Reads what any shell shows before a cmdlet: `$ Get-Relay`, `>Get-Relay`, `❯ Get-Relay`, `root@relay:/# Get-Relay`,
    /// `me@relay ~ % Get-Relay`. The name of the cmdlet has capitals, and one of PowerShell's verbs.
    package init?(beforeCmdlet code: Bytes, at start: Int) {
        guard let end = Self.endOfSign(code, at: start) else { return nil }
        let limit = min(code.count, end + Self.maxLength)
        var word = end
        while word < limit, code[word] == 0x20 { word += 1 }
        var wordEnd = word
        while wordEnd < limit, code[wordEnd].isASCIIAlphanumeric || code[wordEnd].isOne(of: "-\\") { wordEnd += 1 }
        guard word < wordEnd, (0x41...0x5A).contains(code[word]),
            CommandNames.hasApprovedVerb(code.string(word..<wordEnd))
        else { return nil }
        self.init(end: end, shell: .powerShell)
    }

    /// The end of the sign of a prompt, after the name of a user and a computer or not.
    private static func endOfSign(_ code: Bytes, at start: Int) -> Int? {
        if let unix = Prompt(unix: code, at: start) { return unix.end }
        guard start < code.count else { return nil }
        if code[start] == UInt8(ascii: ">") { return start + 1 }
        if code.has("❯ ", at: start) { return start + 3 }
        // `me@host folder % `
        guard code[start].isASCIILetter else { return nil }
        let limit = min(code.count, start + 80)
        var offset = start
        while offset < limit, code[offset].isASCIIAlphanumeric || code[offset].isOne(of: "_-.@") { offset += 1 }
        guard code[start..<offset].contains(UInt8(ascii: "@")), code.has(" ", at: offset),
            let sign = code.firstOffset(of: " % ", from: offset, to: limit),
            !code[offset..<sign].contains(UInt8(ascii: "\n"))
        else { return nil }
        return sign + 2
    }

    /// Reads the prompt of a shell of Unix: `$ `, `# ` of root after a name, `me@host:~$ `, `(venv) $ `.
    package init?(unix code: Bytes, at start: Int) {
        let start = Self.endOfEnvironment(code, at: start)
        guard start < code.count else { return nil }
        if code[start] == UInt8(ascii: "$") {
            guard start + 2 < code.count, code[start + 1] == 0x20,
                code[start + 2].isASCIILetter || code[start + 2] == UInt8(ascii: ".")
            else { return nil }
            self.init(end: start + 1, shell: .bash)
            return
        }
        // `me@host:~/folder$ `
        guard code[start].isASCIILetter else { return nil }
        var offset = start
        let limit = min(code.count, start + 80)
        while offset < limit, code[offset].isASCIIAlphanumeric || code[offset].isOne(of: "_-.@") { offset += 1 }
        guard offset < limit, code[offset] == UInt8(ascii: ":"), code[start..<offset].contains(UInt8(ascii: "@")) else {
            return nil
        }
        while offset < limit, !code[offset].isASCIIBlank, code[offset] != UInt8(ascii: "$"),
            code[offset] != UInt8(ascii: "#")
        {
            offset += 1
        }
        guard offset < limit, code[offset].isOne(of: "$#"), offset + 1 == code.count || code[offset + 1] == 0x20 else {
            return nil
        }
        self.init(end: offset + 1, shell: .bash)
    }
}
