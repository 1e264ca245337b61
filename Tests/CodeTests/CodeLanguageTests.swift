import Testing

@testable import Code

@Suite struct CodeLanguageTests {
    @Test(arguments: [
        ("PowerShell", "powershell"), (" Powershell", "powershell"), ("azurepowershell-interactive", "powershell"),
        ("ps1", "powershell"), ("C#", "csharp"), ("cmd", "console"), ("console {.line-numbers}", "console"),
        ("XML", "xml"), ("t-sql", "sql"), ("language-js", "javascript"), ("COBOL", "cobol"),
        ("PowerShell\u{A0}", "powershell"),
    ])
    func oneNameForALanguage(info: String, name: String) {
        #expect(CodeLanguage.normalise(info) == name)
    }

    @Test func noInfoIsNoLanguage() {
        #expect(CodeLanguage.normalise("") == nil)
        #expect(CodeLanguage.normalise("  {.x}") == nil)
        #expect(CodeLanguage.normalise("lang-") == nil)
        #expect(CodeLanguage.normalise("-interactive") == nil)
    }

    @Test(arguments: [
        ("Set-Relay -Name a $True", "powershell"),
        ("$cred = Get-Credential", "powershell"),
        ("PS C:\\> dir", "powershell"),
        (".\\Update-Relay.ps1 -HostName <hostname>", "powershell"),
        ("C:\\> setup.exe /quiet", "console"),
        ("msiexec /i relay.msi", "console"),
        ("Name          : Relay\nPort          : 443", "output"),
        ("Name   Port\n----   ----\nRelay  443", "output"),
        ("<relay name=\"a\">\n  <port>443</port>\n</relay>", "xml"),
        ("<TenantName>", "text"),
        ("{ \"name\": \"relay\" }", "json"),
        ("[ { \"name\": 1 } ]", "json"),
        ("SELECT Name FROM dbo.Relay", "sql"),
        ("using System;\npublic class Relay\n{\n}", "csharp"),
        ("sip:user@contoso.com", "text"),
        ("CALL TO ACTION: read this", "text"),
        ("", "text"),
    ])
    func inferredFromTheCode(code: String, language: String) {
        #expect(Array(code.utf8).withUnsafeBufferPointer { CodeLanguage.infer($0) } == language)
    }
}
