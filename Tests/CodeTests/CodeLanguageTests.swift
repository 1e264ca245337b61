import Testing

@testable import Code

@Suite struct CodeLanguageTests {
    @Test(arguments: [
        ("PowerShell", "powershell"), (" Powershell", "powershell"), ("azurepowershell-interactive", "powershell"),
        ("ps1", "powershell"), ("C#", "csharp"), ("cmd", "console"), ("console {.line-numbers}", "console"),
        ("XML", "xml"), ("t-sql", "sql"), ("language-js", "javascript"), ("COBOL", "cobol"),
        ("PowerShell\u{A0}", "powershell"), ("Visual Basic", "vb"), ("Transact-SQL", "sql"), ("Azure CLI", "bash"),
        ("X++", "xpp"), ("Relay Query", "relay query"), ("powershell title=\"Relay\"", "powershell"),
        ("json copy", "json"), ("toml title", "toml"), ("doscon", "console"),
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
        ("// Find the port\nforeach (var port in relay.Ports)\n{\n    port.Close();\n}", "csharp"),
        ("/// <summary>\n/// The relay.\n/// </summary>\nprivate Relay _relay;", "csharp"),
        ("private void Open()\n{\n    // Wait\n    // for it\n    ready = true;\n}", "csharp"),
        ("public int Port { get; set; }", "csharp"),
        ("#include \"relay.h\"\nint main() {\n    return 0;\n}", "cpp"),
        ("auto relay = std::make_shared<Relay>();\nrelay->Open();", "cpp"),
        ("void Open(Relay^ relay)\n{\n    m_relay->Open();\n}", "cpp"),
        ("m_relay->Port = 443;\nm_relay->Open();", "cpp"),
        // The same in several languages.
        ("newtype Map = (Int->Int);", "text"),
        ("let f = x -> x;\nrelay.Open();", "text"),
        ("relay.Close();", "text"),
        ("if (relay.IsOpen)\n{\n    relay.Close();\n}", "text"),
        ("public void open()\n{\n    while select id from relay { info(relay.id); }\n}", "text"),
        ("import relay.*;\npublic class Main {\n    public static void main(String[] args) {\n    }\n}", "text"),
        ("function open(relay) {\n    return relay.open();\n}", "text"),
        ("sip:user@contoso.com", "text"),
        ("[relay]\nmode = Read-Only", "text"),
        ("[Relay]\nCommand=Get-Relay\nName = Test-Relay", "text"),
        ("CN=Test-User,OU=Users,DC=contoso,DC=com", "text"),
        ("Contoso-Admins\nContoso-Users", "text"),
        ("Fab-Relay 1.0", "text"),
        ("Fab-Relay\n├── docs\n└── src", "text"),
        ("Step-By-Step guide", "text"),
        ("| Name | Command |\n|---|---|\n| r1 | Get-Relay |", "text"),
        ("Get-Relay", "powershell"),
        ("Renew-RelayLicense -Id 1", "powershell"),
        ("@{Name=Get-Relay}", "powershell"),
        ("$ Get-Relay", "powershell"),
        ("me@relay01 ~ % Get-Relay", "powershell"),
        ("$ apt-get install relay", "bash"),
        ("CALL TO ACTION: read this", "text"),
        ("", "text"),
    ])
    func inferredFromTheCode(code: String, language: String) {
        #expect(Array(code.utf8).withUnsafeBufferPointer { CodeLanguage.infer($0) } == language)
    }

    @Test(arguments: [
        ("Get-Relay [[-Name] <String[]>] [<CommonParameters>]", "syntax"),
        ("Get-Relay\n   [-Name] <String[]>\n   [-Force]\n   [<CommonParameters>]", "syntax"),
        ("Set-Relay -Name <String> -Port <Int32>", "syntax"),
        ("Get-Relay -Name '[-a]'", "powershell"),
        ("Set-Relay -Name <RelayName> -Port <Int32>", "powershell"),
        ("function Start-Relay {\n  $port = 443\n}", "powershell"),
        ("param(\n  [string]$Name\n)\n\"$Name\"", "powershell"),
        ("Restart-Relay\u{A0} -Force", "powershell"),
        ("Restart the relay, and then wait until it is ready. This can take a minute.", "text"),
        ("Select the user that you want to delete, and then choose the role.", "text"),
        ("sudo apt-get install relay", "bash"),
        ("$ relay --version\n1.0", "bash"),
        ("me@host:~/relay$ whoami", "bash"),
        ("me@host:~/relay$ ", "bash"),
        ("me@host:/$ \nme@host:/$ $", "bash"),
        ("(venv) $ relay --version", "bash"),
        ("(venv) C:\\Users\\...>relay", "console"),
        // Of a line, the first 2,000 bytes are examined.
        ("C:\\" + String(repeating: ">", count: 2100), "console"),
        ("x\n" + String(repeating: " ", count: 1990) + "me@host:~/relay/calls$ whoami", "text"),
        ("az relay create --name r1 \\\n  --port 443", "bash"),
        ("#!/bin/bash\necho ready", "bash"),
        ("import relay\nprint(relay.port)", "python"),
        ("def open(port):\n    return port", "python"),
        ("GET https://relay.example/ports\nAccept: application/json", "http"),
        ("HTTP/1.1 200 OK\nContent-Length: 0", "http"),
        ("relays:\n  - name: r1\n    port: 443", "yaml"),
        ("Relay\n| where Started > ago(1h)\n| summarize count() by Port", "kusto"),
        ("Ports = CALCULATE(SUM(Relay[Port]), Relay[State] = 1)", "dax"),
        ("EVALUATE Relay", "dax"),
        ("page 50100 \"Relay Card\"\n{\n  PageType = Card;\n}", "al"),
        ("local procedure Open(Port: Integer)\nbegin\n  Message('x');\nend;", "al"),
        ("Open-Relay : The port is in use.\nAt line:1 char:1\n+ Open-Relay", "output"),
    ])
    func moreLanguages(code: String, language: String) {
        #expect(Array(code.utf8).withUnsafeBufferPointer { CodeLanguage.infer($0) } == language)
    }

    /// What is plainly wrong is not believed; everything else is.
    @Test(arguments: [
        ("powershell", "Get-Relay [[-Name] <String[]>] [<CommonParameters>]", "syntax", true),
        ("console", "Get-Relay [-Force] [<CommonParameters>]", "syntax", true),
        ("powershell", "$relay = New-Relay -Name <relay name> [-Port 1]", "syntax", true),
        ("powershell", "$relay = New-Relay -Name r1\n$port = $ports[0]", "powershell", false),
        ("powershell", "Name : r1\nPort : 443", "output", true),
        ("powershell", "Name  Port\n----  ----\nr1    443", "output", true),
        ("powershell", "{ \"name\": \"r1\" }", "json", true),
        ("powershell", "<relay>r1</relay>", "xml", true),
        ("powershell", "Get-Relay\n\nName : r1", "powershell", false),
        ("powershell", "netsh relay [/a] {b | c}", "powershell", false),
        ("console", "PS C:\\> Get-Relay", "powershell", true),
        ("cmd", "PS> Get-Relay", "powershell", true),
        ("output", "[PS] C:\\> Get-Relay\nName\n----\nr1", "powershell", true),
        ("console", "C:\\> relay.exe", "console", false),
        ("output", "PS: done", "output", false),
        ("output", "r1\nPS C:\\> Get-Relay", "output", false),
        ("vb", "Get-Relay", "vb", false),
        ("", "Get-Relay", "powershell", true),
    ])
    func declaredLanguages(declared: String, code: String, language: String, isInferred: Bool) {
        let found = Array(code.utf8).withUnsafeBufferPointer { CodeLanguage.language(of: $0, declared: declared) }
        #expect(found.name == language)
        #expect(found.isInferred == isInferred)
    }
}
