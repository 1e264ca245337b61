import Bitext

/// The names of commands that are no cmdlets, and whether a word of PowerShell code is the name of a command.
enum CommandNames {
    /// What the form of a word says about it.
    enum Form {
        /// `Get-Thing`, `Module\Get-Thing`.
        case cmdlet
        /// `.\setup.ps1`, `C:\Tools\relay.exe`, `relay.exe`.
        case file
        /// One of ``aliases``.
        case alias
        /// One of ``programs``.
        case program
    }

    /// The form of a word that can be the name of a command, or nil.
    static func form(of word: String) -> Form? {
        if isCmdlet(word) { return .cmdlet }
        if isFile(word) { return .file }
        let lower = word.lowercased()
        if aliases.contains(lower) { return .alias }
        return programs.contains(lower) ? .program : nil
    }

    /// Whether a word is like `Get-Thing`: a verb, a dash and a noun, after the name of a module or not.
    ///
    /// Modules also use verbs that PowerShell does not approve (`Login-AzAccount`, `Renew-Certificate`). They are
    /// recognised by the capitals of both parts. `Read-Only` and `Pop-Up` are English.
    static func isCmdlet(_ word: String) -> Bool {
        var name = word.utf8[...]
        if let backslash = name.firstIndex(of: UInt8(ascii: "\\")) {
            guard isModule(name[..<backslash]) else { return false }
            name = name[backslash...].dropFirst()
        }
        guard let dash = name.firstIndex(of: UInt8(ascii: "-")) else { return false }
        let (verb, noun) = (name[..<dash], name[dash...].dropFirst())
        guard noun.first?.isASCIILetter == true, verb.count <= 16,
            noun.allSatisfy({ $0.isASCIIAlphanumeric || $0.isOne(of: "_-") }),
            !PowerShellVerbs.adverbs.contains(
                String(decoding: noun.prefix(while: \.isASCIILetter).map(\.asciiLowercased), as: UTF8.self))
        else { return false }
        if PowerShellVerbs.all.contains(String(decoding: verb.map(\.asciiLowercased), as: UTF8.self)) {
            return true
        }
        return verb.count >= 3 && isCapital(verb.first) && verb.dropFirst().allSatisfy(isSmallLetter)
            && noun.count >= 4 && isCapital(noun.first) && noun.dropFirst().contains(where: isSmallLetter)
    }

    /// Whether a word is a cmdlet with one of PowerShell's verbs. `Pool-Name` has the form of a cmdlet, too, but is a name to
    /// fill in.
    static func hasApprovedVerb(_ word: String) -> Bool {
        let name = word.utf8.split(separator: UInt8(ascii: "\\")).last ?? word.utf8[...]
        let verb = name.prefix { $0 != UInt8(ascii: "-") }
        return isCmdlet(word)
            && PowerShellVerbs.all.contains(String(decoding: verb.map(\.asciiLowercased), as: UTF8.self))
    }

    private static func isModule(_ name: Substring.UTF8View) -> Bool {
        name.first.map(\.isASCIILetter) ?? false
            && name.allSatisfy { $0.isASCIIAlphanumeric || $0.isOne(of: "._-") }
    }

    /// Whether a word in lower case ends with the extension of a script or a program.
    static func hasExtension(_ lower: some StringProtocol) -> Bool { extensions.contains { lower.hasSuffix($0) } }

    private static func isCapital(_ byte: UInt8?) -> Bool { byte.map { (0x41...0x5A).contains($0) } ?? false }

    private static func isSmallLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

    /// Whether a word is the path of a script or a program, or its name with an extension.
    private static func isFile(_ word: String) -> Bool {
        let bytes = Array(word.utf8)
        let lower = word.lowercased()
        let hasExtension = extensions.contains { lower.hasSuffix($0) && lower.utf8.count > $0.utf8.count }
        let first = bytes[0]
        if first.isASCIIAlphanumeric || first == UInt8(ascii: "%") || first == UInt8(ascii: "_") {
            return hasExtension && !lower.contains(":", after: 2)
        }
        if lower.contains("[") || lower.contains("]") { return false }
        let path = [".\\", "./", "..\\", "../", "~/", "~\\", "\\\\"].first { lower.hasPrefix($0) }
        if let path { return lower.utf8.count > path.utf8.count + 1 && lower.utf8.contains(where: \.isASCIILetter) }
        return first == UInt8(ascii: "/") && bytes.count > 1 && bytes[1].isASCIILetter
            && lower.dropFirst().contains("/")
    }

    /// Windows' PATHEXT, PowerShell's scripts, and what the shell opens with its program.
    private static let extensions = [
        ".exe", ".cmd", ".bat", ".com", ".ps1", ".msi", ".msu", ".msc", ".vbs", ".wsf", ".cpl", ".sh", ".py", ".jar",
    ]

    /// Aliases that only work on what a pipe gives them. They are English words, too, so they count after a pipe only.
    static let pipelineAliases: Set<String> = [
        "select", "where", "sort", "group", "measure", "tee", "foreach", "?", "%", "ft", "fl", "fw", "fc",
    ]

    /// Words that follow an English verb and no command: "Start the service", "Type your name".
    static let proseWords: Set<String> = [
        "the", "a", "an", "this", "that", "these", "your", "you", "of", "to", "is", "are", "and", "or", "for", "in",
        "on", "with", "it", "all", "each", "any", "from", "by", "as", "at", "new", "one", "which",
    ]

    /// The aliases of PowerShell 7.4 and Windows PowerShell 5.1 (`Get-Alias`), and their functions without a verb.
    static let aliases: Set<String> = [
        "%", "?", "ac", "asnp", "cat", "cd", "chdir", "clc", "clear", "clhy", "cli", "clp", "cls", "clv", "cnsn",
        "compare", "copy", "cp", "cpi", "cpp", "curl", "cvpa", "dbp", "del", "diff", "dir", "dnsn", "ebp", "echo",
        "epal", "epcsv", "epsn", "erase", "etsn", "exsn", "fc", "fhx", "fl", "foreach", "ft", "fw", "gal", "gbp", "gc",
        "gcb", "gci", "gcim", "gcm", "gcms", "gcs", "gdr", "gerr", "ghy", "gi", "gin", "gjb", "gl", "gm", "gmo", "gp",
        "gps", "gpv", "group", "gsn", "gsnp", "gsv", "gtz", "gu", "gv", "gwmi", "h", "history", "icim", "icm", "iex",
        "ihy", "ii", "ipal", "ipcsv", "ipmo", "ipsn", "irm", "ise", "iwmi", "iwr", "kill", "lp", "ls", "man", "md",
        "measure", "mi", "mount", "move", "mp", "mv", "nal", "ncim", "ncms", "ncso", "ndr", "ni", "nmo", "npssc",
        "nsn", "nv", "nwsn", "ogv", "oh", "popd", "ps", "pumo", "pushd", "pwd", "r", "rbp", "rcie", "rcim", "rcjb",
        "rcms", "rcsn", "rd", "rdr", "ren", "ri", "rjb", "rm", "rmdir", "rmo", "rni", "rnp", "rp", "rsn", "rsnp",
        "rujb", "rv", "rvpa", "rwmi", "sajb", "sal", "saps", "sasv", "sbp", "sc", "scb", "scim", "select", "set",
        "shcm", "si", "sl", "sleep", "sls", "sort", "sp", "spjb", "spps", "spsv", "start", "stz", "sujb", "sv", "swmi",
        "tee", "trcm", "type", "upmo", "wget", "where", "wjb", "write", "help", "mkdir", "more", "oss", "pause",
    ]

    /// Programs that documentation runs: those of Windows (the "Windows commands" reference, without names that are
    /// English words), and the shells, package managers and tools of developers that our corpora and their neighbours
    /// name.
    static let programs: Set<String> = [
        // Windows
        "appcmd", "arp", "attrib", "auditpol", "bcdboot", "bcdedit", "bdehdcfg", "bitsadmin", "bootcfg", "cacls",
        "certreq", "certutil", "chcp", "chkdsk", "cipher", "cleanmgr", "clip", "cmd", "cmdkey", "cscript", "csvde",
        "dcdiag", "dcpromo", "defrag", "dfsrdiag", "dism", "diskpart", "diskshadow", "dnscmd", "doskey", "driverquery",
        "dsacls", "dsadd", "dsget", "dsmod", "dsquery", "dsrm", "esentutl", "eventcreate", "findstr", "fltmc",
        "forfiles", "fsutil", "ftp", "getmac", "gpfixup", "gpresult", "gpupdate", "hostname", "icacls", "iisreset",
        "ipconfig", "irftp", "ktpass", "klist", "ldifde", "ldp", "lodctr", "logman", "logoff", "lpr", "makecab",
        "manage-bde", "mklink", "mmc", "mountvol", "msconfig", "msdt", "msg", "msiexec", "msinfo32", "mstsc", "nbtstat",
        "net", "net1", "netcfg", "netdom", "netsh", "netstat", "nfsadmin", "nltest", "notepad", "nslookup", "ntdsutil",
        "ntfrsutl", "odbcconf", "openfiles", "pathping", "perfmon", "ping", "pktmon", "pnputil", "portqry", "powercfg",
        "psexec", "pubprn", "qappsrv", "qprocess", "quser", "qwinsta", "rasdial", "rdpsign", "reagentc", "reg",
        "regedit", "regedt32", "regini", "regsvr32", "relog", "repadmin", "robocopy", "route", "runas", "rundll32",
        "rwinsta", "schtasks", "secedit", "servermanagercmd", "setspn", "setup", "setx", "sfc", "shutdown", "sigverif",
        "slmgr", "subst", "sxstrace", "sysprep", "systeminfo", "takeown", "taskkill", "tasklist", "taskmgr", "telnet",
        "tftp", "tracerpt", "tracert", "tskill", "typeperf", "tzutil", "unlodctr", "vssadmin", "w32tm", "wbadmin",
        "wdsutil", "wecutil", "wevtutil", "whoami", "winget", "winrm", "winrs", "winsat", "wmic", "wpr", "wscript",
        "wsl", "wusa", "xcopy",
        // Shells, databases, tools of developers
        "adb", "ansible", "apt", "apt-get", "awk", "aws", "az", "azcopy", "azd", "bash", "bcp", "brew", "bundle",
        "cargo", "chmod", "chown", "choco", "cmake", "code", "composer", "conda", "dbimpexp", "devenv", "dnf", "dnx",
        "docker", "docker-compose", "dotnet", "dsc", "egrep", "ffmpeg", "func", "gacutil", "gcc", "gcloud", "gem", "gh",
        "git", "grep", "gulp", "grunt", "gzip", "head", "helm", "httprepl", "iisexpress", "ilasm", "java", "javac",
        "journalctl", "jupyter", "keytool", "kubectl", "ln", "m365", "make", "makecert", "mongo", "msbuild", "mvn",
        "mysql", "nano", "netcat", "ng", "node", "npm", "npx", "nuget", "ocslogger", "opc", "openssl", "osql", "pac",
        "paket", "perl", "php", "pip", "pip3", "pnpm", "powershell", "psql", "pwsh", "python", "python3", "rsync",
        "ruby", "scp", "sed", "service", "sftp", "sh", "signtool", "sn", "spfx", "sqlcmd", "sqlpackage", "ssh",
        "ssh-keygen", "su", "sudo", "svcutil", "systemctl", "tail", "tar", "terraform", "tfx", "touch", "tsc", "unzip",
        "uname", "vi", "vim", "vstest", "which", "yarn", "yo", "yum", "zip", "zypper",
    ]
}

extension String {
    /// Whether the string has a character at an offset of bytes or after it.
    fileprivate func contains(_ character: Character, after offset: Int) -> Bool {
        utf8.count > offset && utf8.dropFirst(offset).contains(character.asciiValue ?? 0)
    }
}
