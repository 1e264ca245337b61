import Testing

@testable import Code

/// What code runs, as `Name -Parameter -Parameter`.
private func commands(_ code: String) -> [String] {
    Array(code.utf8).withUnsafeBufferPointer { Command.commands(inPowerShell: $0) }
        .map { ([$0.name] + $0.parameters).joined(separator: " ") }
}

@Suite struct CommandTests {
    @Test(arguments: [
        ("Get-Relay", ["Get-Relay"]),
        ("Set-Relay -Name a -Force -Port:443", ["Set-Relay -Name -Force -Port"]),
        (
            "Get-Relay -All | Where-Object { $_.Port -eq 443 -and $_.Name -like 'a*' } | Remove-Relay -Confirm:$false",
            ["Get-Relay -All", "Where-Object", "Remove-Relay -Confirm"]
        ),
        ("$cred = Get-Credential", ["Get-Credential"]),
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

    @Test func hostileCodeIsReadInOnePass() {
        let pieces = ["{", "(", "\"", "@\"\n", "<", "<#", "$(", "@{", "[a", "`", "-", "\u{201C}", "Get-X -y "]
        for piece in pieces {
            let code = Array(String(repeating: piece, count: 10_000).utf8)
            let tokens = code.withUnsafeBufferPointer { PowerShellLexer.tokens(of: $0) }
            #expect(
                tokens.allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= code.count && !$0.range.isEmpty }
            )
            #expect(zip(tokens, tokens.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
            _ = code.withUnsafeBufferPointer { Command.commands(inPowerShell: $0) }
        }
    }
}
