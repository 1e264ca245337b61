import Testing

@testable import Code

private func placeholders(_ code: String, _ language: String = "powershell") -> [String] {
    Array(code.utf8).withUnsafeBufferPointer { Placeholders(in: $0, language: language).distinct }
}

@Suite struct PlaceholderTests {
    @Test(arguments: [
        (
            "Set-Relay -Tenant <TenantName> -Url <Fqdn of server> -Again <TenantName>",
            ["<TenantName>", "<Fqdn of server>"]
        ),
        ("Set-Relay -Url \"{your URL}\"", ["{your URL}"]),
        ("Set-Relay -Pool {Pool-Name}", ["{Pool-Name}"]),
        ("Start-Relay -ScriptBlock {Login-Relay} -Action {Get-Port}", []),
        ("Set-Relay -Instance sql.contoso.com\\[InstanceName]", ["[InstanceName]"]),
        (
            "Connect-Relay -Tenant \"YourTenant\" -Domain yourdomain.onmicrosoft.com",
            ["YourTenant", "yourdomain.onmicrosoft.com"]
        ),
        ("Get-Relay [identity] -Name [relay name] | Set-Relay -Port [port]", ["[identity]", "[relay name]", "[port]"]),
        ("PS C:\\> Get-Relay -Identity [identity]", ["[identity]"]),
        ("Where-Object { $_.Port -eq 443 } | ForEach-Object {$_.Name}", []),
        ("if ($a -lt 1) { [string]$x = $y[0] }", []),
        ("\"{0} of {1}\" -f $a, $b", []),
        ("Get-Relay $env:PATH %TEMP%", []),
    ])
    func whatTheReaderHasToReplace(code: String, expected: [String]) {
        #expect(placeholders(code) == expected)
    }

    @Test func markupIsNoPlaceholder() {
        #expect(placeholders("<relay><port>443</port></relay>", "xml") == [])
        #expect(placeholders("{ \"a\": { \"b\": 1 } }", "json") == [])
    }

    @Test(arguments: [
        (
            "powershell", "Set-Relay -Key $PASSWORD$ -Tenant <your-tenant> -Id YOUR_KEY",
            ["$PASSWORD$", "<your-tenant>", "YOUR_KEY"]
        ),
        ("ini", "key=ENTER_YOUR_KEY", ["ENTER_YOUR_KEY"]),
        ("xml", "<relay key=\"<your-key>\" url=\"<RelayUrl>\"><port>1</port></relay>", ["<your-key>", "<RelayUrl>"]),
        ("json", "{ \"url\": \"https://{region}.relay.example/{id}\" }", ["{region}", "{id}"]),
        ("bash", "relay --name <name> ${HOME} $HOST$PORT", ["<name>"]),
    ])
    func theseAreSome(language: String, code: String, expected: [String]) {
        #expect(placeholders(code, language) == expected)
    }

    @Test(arguments: [
        ("syntax", "Get-Relay [[-Name] <String[]>] [-Type <RelayType>] [<CommonParameters>]"),
        ("cpp", "#include <stdio.h>\n#include <vector>\nstd::vector<Relay> all;"),
        ("csharp", "/// <summary>\n[Serializable] class A : List<Relay> { Get<Relay>(); }"),
        ("vb", "<Serializable()> Public Class Relay"),
        ("powershell", "$html = '<relay>r1</relay>'; [PSCredential]$c; New-Relay ([Relay]::new())"),
        ("powershell", "Measure-Command {Get-Relay}"),
        ("powershell", "New-Object -Type '[PSCredential]'"),
        ("powershell", "Get-Relay -Port [int] -At [datetime] $x"),
        ("powershell", "Get-Relay | Where-Object { $_.Port -is [relay] }"),
        ("powershell", "Get-Relay -Port ($x -as [port])\nIf ($name -match [a-z]) { }"),
        ("powershell", "param (\n  [Parameter()] [relay] $Relay\n)\n[relay] $x = [relay] $y"),
        ("powershell", "function Get-Relay {\n  [Relay] $r = 1\n}"),
        ("powershell", "Get-Relay -Name a[bc] [relay]$x [Relay]::All"),
        ("text", "Press <Enter> or <Ctrl-C>, see <https://relay.example/a>."),
        ("console", "relay {3F2504E0-4F89-11D3-9A0C-0305E82C3301}"),
        ("console", "Members : {Alice}\nPorts   : {one, two}"),
        ("text", "Do it yourself."),
        ("text", "var all = new List<Relay>();\nall.Add(relay);"),
        ("qsharp", "Message($\"{count}\");"),
        ("dax", "SUM(Relay[PortCount])"),
    ])
    func theseAreNone(language: String, code: String) {
        #expect(placeholders(code, language) == [])
    }
}
