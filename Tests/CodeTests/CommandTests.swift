import Testing

@testable import Code

/// What code runs, as `Name -Parameter -Parameter`.
private func commands(_ code: String, _ language: String = "powershell") -> [String] {
    Array(code.utf8).withUnsafeBufferPointer { Command.commands(in: $0, language: language) }
        .map { ([$0.name] + $0.parameters).joined(separator: " ") }
}

@Suite struct CommandTests {
    @Test(arguments: [
        ("Get-Relay", ["Get-Relay"]),
        ("Get-Relay\nIdentity: sbc.example.com\nEnabled: $false", ["Get-Relay"]),
        ("To: <sip:+14255550100@example.com>", []),
        ("Connect-Relay\nUser name: admin\nPassword: ****", ["Connect-Relay"]),
        ("Set-Relay -Name a -Force -Port:443", ["Set-Relay -Name -Force -Port"]),
        (
            "Get-Relay -All | Where-Object { $_.Port -eq 443 -and $_.Name -like 'a*' } | Remove-Relay -Confirm:$false",
            ["Get-Relay -All", "Where-Object", "Remove-Relay -Confirm"]
        ),
        ("$cred = Get-Credential", ["Get-Credential"]),
        ("Set-Relay -Pool {Pool-Name} -Mode {Full-Check | Delta-Check}", ["Set-Relay -Pool -Mode"]),
        ("Set-Relay -Name {Test-User} -Type {Read-Only|Set-Once} -Port {Read-Write}", ["Set-Relay -Name -Type -Port"]),
        ("Start-Relay -ScriptBlock {Get-Port}", ["Start-Relay -ScriptBlock", "Get-Port"]),
        ("Start-Relay -ScriptBlock {Login-Relay}", ["Start-Relay -ScriptBlock", "Login-Relay"]),
        ("Start-Relay -Action {Get-Port}", ["Start-Relay -Action", "Get-Port"]),
        ("Start-Relay -Action {dir | sort}", ["Start-Relay -Action", "dir", "sort"]),
        ("$x += (Get-Relay).Name", ["Get-Relay"]),
        ("Set-Relay `\n  -Name a `\n  -Port 1\nGet-Relay", ["Set-Relay -Name -Port", "Get-Relay"]),
        ("Set-Relay -Name a\n  -Port 1", ["Set-Relay -Name -Port"]),
        ("$p = @{ Name = 'a'; Port = 1 }\nNew-Relay @p -Force", ["New-Relay -Force"]),
        ("Set-Relay -Options @{Add = Get-Option -Id 1}", ["Set-Relay -Options", "Get-Option -Id"]),
        ("foreach ($r in Get-Relay) { Stop-Relay -Id $r.Id }", ["Get-Relay", "Stop-Relay -Id"]),
        ("if (Test-Path $p) { Remove-Item $p } else { Write-Host 'no' }", ["Test-Path", "Remove-Item", "Write-Host"]),
        ("function Get-Mine { param([string]$Name = \"x\") Get-Relay -Name $Name }", ["Get-Relay -Name"]),
        ("& \"C:\\Program Files\\relay.exe\" /x", ["C:\\Program Files\\relay.exe"]),
        (".\\setup.ps1 -Quiet; . .\\profile.ps1", [".\\setup.ps1 -Quiet", ".\\profile.ps1"]),
        ("# Get-Nothing\nGet-Relay # Set-Nothing\n<# Stop-Nothing\n#>", ["Get-Relay"]),
        ("$t = @\"\nGet-Nothing -x\n\"@\nGet-Relay", ["Get-Relay"]),
        ("PS C:\\> Get-Relay -Id 1\n\nName : Set-Nothing\nPS C:\\> Stop-Relay", ["Get-Relay -Id", "Stop-Relay"]),
        ("Get-Relay -Identity <user name> -Tenant <tenant> | select Name", ["Get-Relay -Identity -Tenant", "select"]),
        ("Set-Relay \u{2013}Name \u{201C}a b\u{201D} -Port 1", ["Set-Relay -Name -Port"]),
        ("[string]$x = [System.IO.File]::ReadAllText(\"a\")\nGet-Relay", ["Get-Relay"]),
        ("Write-Host \"a `\" b $(Get-Date) c\" -NoNewline", ["Write-Host -NoNewline"]),
        ("Get-Relay |\n  Sort-Object Name", ["Get-Relay", "Sort-Object"]),
        ("Set-Relay -List a,\n  b -Force", ["Set-Relay -List -Force"]),
        ("$false -eq $true", []),
        ("Set-A -B 1 -C 2 -B 3", ["Set-A -B -C"]),
        ("Write-Host 'a\nSet-B -N \"a\nb\" -C", ["Write-Host", "Set-B -N -C"]),
        ("", []),
    ])
    func commandsWithTheirParameters(code: String, expected: [String]) {
        #expect(commands(code) == expected)
    }

    @Test(arguments: [
        // Prompts of named drives, of Unix, of other computers and of a debugger
        ("PS HKCU:\\> Get-Item Software\n\nHive: Relay\n\nPS HKCU:\\> cd ..", ["Get-Item", "cd"]),
        (
            "PS WSMan:\\localhost> dir\nPS /home/me> Get-Relay r4 -Force\nPS> Stop-Relay",
            ["dir", "Get-Relay -Force", "Stop-Relay"]
        ),
        ("[srv]: PS C:\\> Get-A\n[DBG]: PS C:\\>> Get-B\nPS C:\\ > Get-C", ["Get-A", "Get-B", "Get-C"]),
        ("> $a = New-Relay -Port 1\n> Set-Relay -List @{add=$a}", ["New-Relay -Port", "Set-Relay -List"]),
        ("C:\\Tools\\relay.exe -x > log.txt", ["C:\\Tools\\relay.exe -x"]),
        ("$ Get-Relay r4\n\nName\n$ Stop-Relay", ["Get-Relay", "Stop-Relay"]),
        (">Get-Relay r4\n>Stop-Relay", ["Get-Relay", "Stop-Relay"]),
        ("❯ Get-Relay", ["Get-Relay"]),
        ("# One\nroot@relay01:/# Get-Relay\nme@relay01 ~ % Stop-Relay", ["Get-Relay", "Stop-Relay"]),
        ("Get-Relay\n>Stop-Relay", ["Get-Relay"]),
        ("Read-Only\nPop-Up\nStep-By-Step guide\nGet-Relay", ["Get-Relay"]),
        // An argument at a line's end
        ("Get-Relay *\nStop-Relay a*", ["Get-Relay", "Stop-Relay"]),
        ("$sum = 1 +\n  2\nGet-Relay", ["Get-Relay"]),
        // Braces that enclose no commands
        ("Get-Relay -Filter {Name -like 'r*'}", ["Get-Relay -Filter"]),
        ("Set-Relay -Pool {pool name} -Type {type}", ["Set-Relay -Pool -Type"]),
        ("Invoke-Command {dir} -ComputerName r1", ["Invoke-Command -ComputerName", "dir"]),
        // Members
        (
            "enum Color {\n  Red\n  Sort\n}\nclass Box {\n  [int]$Size = (Get-Random)\n  Box() { Open-Box }\n  [void] Move() { Move-Item x }\n}",
            ["Get-Random", "Open-Box", "Move-Item"]
        ),
        (
            "function Get-Relay {\n  [CmdletBinding(SupportsShouldProcess,\n    ConfirmImpact='Low')]\n  param([Parameter(HelpMessage='Select a ]')] [string]$Name)\n  Open-Relay\n}",
            ["Open-Relay"]
        ),
        // Desired State Configuration
        (
            "Configuration Site {\n  Import-DscResource -ModuleName Relay\n  Node localhost {\n    Group Admins {\n      Type = 'a'\n    }\n    Script S { SetScript = { dir } }\n  }\n}\nSite -OutputPath x",
            ["Import-DscResource -ModuleName", "dir", "Site -OutputPath"]
        ),
        ("Group Admins\n{\n  Type = 'a'\n  Copy = 'b'\n}", []),
        // Output and sentences
        ("Get-Relay\n\nName : it's r1\nSort : 2\n       more\n\nStop-Relay 'x'", ["Get-Relay", "Stop-Relay"]),
        ("Get-Relay\n\nType  Name\n----  ----\nsort  dir\n\nStop-Relay", ["Get-Relay", "Stop-Relay"]),
        ("Get-Relay : It isn't there.\n+ Get-Relay -Port 1\n+ ~~~~\n\nStop-Relay", ["Stop-Relay"]),
        ("Start the relay that you don't need.\nStop-Relay 'x'", ["Stop-Relay"]),
        ("Connect-Relay # the one that you use", ["Connect-Relay"]),
        ("Select Name\nGet-Relay | select Name | where {$_.Port} | sort", ["Get-Relay", "select", "where", "sort"]),
        ("Type your name", []),
        // Names
        ("az relay create --name r1 --port 1 -o table", ["az --name --port -o"]),
        ("relayctl open --port 1", ["relayctl --port"]),
        ("Relay\\Get-Relay; Renew-RelayLicense; unknown word", ["Relay\\Get-Relay", "Renew-RelayLicense"]),
        ("function Hello { }\nHello", ["Hello"]),
        ("C:\\Program Files\\Relay\\setup.ps1 -Quiet", ["C:\\Program Files\\Relay\\setup.ps1 -Quiet"]),
        ("Get-Relay\u{202F} -Force\u{A0}-All", ["Get-Relay -Force -All"]),
        ("Get-Relay\n\n-Force", ["Get-Relay"]),
    ])
    func whatIsNoCommand(code: String, expected: [String]) {
        #expect(commands(code) == expected)
    }

    @Test func syntaxIsOneCommandWithItsParameters() {
        #expect(
            commands(
                "Get-Relay [[-Name] <String[]>] [-Type {A | B}] [-Force]\n [-Port <Int32>] [<CommonParameters>]",
                "syntax")
                == ["Get-Relay -Name -Type -Force -Port"])
        #expect(
            commands("Get-Relay [-Name <String>]\n\nGet-Relay -Id <Guid>[-Force]", "syntax") == [
                "Get-Relay -Name -Id -Force"
            ])
        #expect(commands("Get-Relay -Name x", "bash") == [])
    }

    @Test func hostileCodeIsReadInOnePass() {
        let pieces = [
            "{", "(", "\"", "@\"\n", "<", "<#", "$(", "@{", "[a", "`", "-", "\u{201C}", "Get-X -y ", "[a(\n", "PS C:",
            "a : b\n", "---\n", "The a of\n", "{a", "<a", "|where ", "[-a <b",
            "C:\\ ", "yourself_", "A_YOUR_", "$A$",
        ]
        for piece in pieces {
            let code = Array(String(repeating: piece, count: 10_000).utf8)
            let tokens = code.withUnsafeBufferPointer { PowerShellLexer.tokens(of: $0) }
            #expect(
                tokens.allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= code.count && !$0.range.isEmpty }
            )
            #expect(zip(tokens, tokens.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
            code.withUnsafeBufferPointer { code in
                for language in ["powershell", "syntax"] {
                    _ = Command.commands(in: code, language: language)
                    _ = Placeholders(in: code, language: language)
                }
                _ = CodeLanguage.language(of: code, declared: "")
                _ = CodeLanguage.language(of: code, declared: "powershell")
            }
        }
    }
}
