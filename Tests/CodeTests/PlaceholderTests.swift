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
        ("Set-Relay -Instance sql.contoso.com\\[InstanceName]", ["[InstanceName]"]),
        (
            "Connect-Relay -Tenant \"YourTenant\" -Domain yourdomain.onmicrosoft.com",
            ["YourTenant", "yourdomain.onmicrosoft.com"]
        ),
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
}
