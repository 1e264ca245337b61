import Code
import TestSupport
import Testing

@testable import Checklists

@Suite struct CodeBlockTests {
    @Test func fencesAtSevenColumnsAndIndentedCodeAreReadyToPaste() throws {
        let text = """
            # «Titre|Title»

              - «Tapez :|Type:»
            \u{20}   
                   ```PowerShell
                    Import-Module Relay
                      Get-Relay
                   ```\u{20}\u{20}
            \u{20}   
                «Puis :|Then:»
            \u{20}   
                    Set-Relay -Port 443
            """
        let page = try content(text)
        #expect(page.codeBlocks.map(\.code) == ["Import-Module Relay\n  Get-Relay", "Set-Relay -Port 443"])
        #expect(page.codeBlocks.map(\.kind) == [.fenced, .indented])
        #expect(page.codeBlocks.map(\.declared) == ["PowerShell", nil])
        #expect(page.codeBlocks.map(\.inferred) == [false, true])
        #expect(page.codeBlocks.map(\.language) == ["powershell", "powershell"])
        #expect(page.codeBlocks.map(\.line) == [5, 12])
        #expect(
            page.codeBlocks.map(\.item) == [page.checklists[0].items[0].id, page.checklists[0].items[0].id])
    }

    @Test func emptyLinesAroundGoAndThoseBetweenStay() throws {
        let page = try content("```\n\n\n\tone\n\n\t\ttwo\n\n```\n")
        #expect(page.codeBlocks[0].code == "one\n\n\ttwo")
    }

    @Test func typographyInCodeIsReportedAtItsPlaceButNotInComments() throws {
        let page = try content(
            """
            # «Titre|Title»

            ```powershell
            # It\u{2019}s fine here
              Set-Relay -Url \u{201C}{your URL}\u{201D}
            ```
            """)
        #expect(page.diagnostics.map(\.rule) == ["typographic-code"])
        #expect(page.diagnostics[0].message.contains("typographic quote in code, 2 in this block"))
        #expect(page.diagnostics[0].position.line == 5)
        #expect(page.diagnostics[0].position.column == 18)
        #expect(page.codeBlocks[0].code.contains("\u{201C}{your URL}\u{201D}"))
        #expect(page.codeBlocks[0].placeholders == ["{your URL}"])
    }

    @Test func anUnclosedFenceReachesToTheEnd() throws {
        let page = try content("# «T|T»\n\n```\nGet-Relay\n\nmore\n")
        #expect(page.codeBlocks.map(\.code) == ["Get-Relay\n\nmore"])
    }

    @Test func inlineCodeAloneInItsParagraphIsABlock() throws {
        let text = """
            # «Titre|Title»

            «Tapez :|Type:»

            `Get-Relay  -Name <name>`

            «Puis `Stop-Relay`.|Then `Stop-Relay`.»

            `Open-Relay`<br>
            **`Close-Relay`**

            `File > Options`

            | a | b |
            |---|---|
            | `one` | `two` |

            1. `Start-Relay`

               `Test-Relay`

            ```powershell
            Get-Relay  -Name <name>
            ```
            """
        let page = try content(text)
        #expect(
            page.codeBlocks.map(\.code) == [
                "Get-Relay  -Name <name>", "Open-Relay", "Close-Relay", "Test-Relay", "Get-Relay  -Name <name>",
            ])
        #expect(page.codeBlocks.map(\.kind) == [.inline, .inline, .inline, .inline, .fenced])
        #expect(page.codeBlocks.map(\.line) == [5, 9, 10, 20, 22])
        #expect(page.codeBlocks[0].commands == [Command(name: "Get-Relay", parameters: ["-Name"])])
        #expect(page.codeBlocks[0].placeholders == ["<name>"])
        #expect(page.codeBlocks[0].inferred && page.codeBlocks[0].declared == nil)
        // A block keeps its id if inline code with the same text is added before it.
        #expect(page.codeBlocks[0].id == page.codeBlocks[4].id + "-2")
        #expect(page.checklists[0].items.map(\.text.source) == ["Start-Relay"])
    }

    @Test func inlineCodeOfSeveralLines() throws {
        let page = try content("``one\ntwo``\n\n<p><code>three &lt;b&gt;</code></p>\n\n> `four`\n")
        #expect(page.codeBlocks.map(\.code) == ["one two", "three <b>", "four"])
    }

    /// `<pre>` is code, on the page and in an item.
    @Test func preformattedCode() throws {
        let text = "<pre>\n  <code class=\"lang-powershell\">Get-Relay &lt;a&gt;\n    -Force</code>\n</pre>\n"
        let page = try content(text)
        #expect(page.codeBlocks.map(\.code) == ["Get-Relay <a>\n  -Force"])
        #expect(page.codeBlocks.map(\.language) == ["powershell"])
        let item = try content("<ol>\n<li>Run:\n<pre>Get-Relay <Name></pre></li>\n<li>Close it.</li>\n</ol>\n")
        #expect(item.codeBlocks.map(\.code) == ["Get-Relay <Name>"])
        #expect(item.codeBlocks.first?.item != nil)
        #expect(item.checklists[0].items.map(\.text.source) == ["Run:", "Close it."])
    }

    @Test func syntaxIsNotToBeRun() throws {
        let page = try content("```powershell\nGet-Relay [[-Name] <String[]>] [<CommonParameters>]\n```\n")
        #expect(page.codeBlocks[0].language == "syntax")
        #expect(page.codeBlocks[0].declared == "powershell")
        #expect(page.codeBlocks[0].inferred)
        #expect(page.codeBlocks[0].commands == [Command(name: "Get-Relay", parameters: ["-Name"])])
        #expect(page.codeBlocks[0].placeholders == [])
    }

    @Test func linesThatACommandPrintedAreNoCommands() throws {
        let page = try content("```powershell\nGet-Relay\n\nName : r1\nSort : 2\n\nStop-Relay\n```\n")
        #expect(page.codeBlocks[0].consoleLines().map(\.isCommand) == [true, true, false, false, true, true])
    }

    /// HTML can have a paragraph in another one, where a tag is not closed.
    @Test(arguments: [
        "<pre><p><code>a</code>", "<p><span><p><code>a</code>", "<p><ins><p><code>a</code></p></ins></p>",
    ])
    func codeOfAParagraphInAnotherIsReadOnce(html: String) throws {
        #expect(try content(html + "\n").codeBlocks.count <= 1)
    }

    @Test func inputIsWhatAPersonTypes() throws {
        let page = try content(
            """
            # «T|T»

            ```powershell
            PS C:\\> Get-Relay |
            >> Select-Object Name
            Name
            ----
            east
            PS C:\\> Restart-Relay east
            ```

            ```bash
            $ relay list \\
                --all
            east  443
            root@host:~# relay restart east
            root@host:~#\(" ")
            ```

            ```console
            C:\\Relay> relay.exe list ^
              /all
            east
            C:\\Relay>
            ```

            ```
            $ relay stop
            ```

            ```console
            (relays) $ relay show <name>
            <port> 443
            (relays) $ relay stop
            ```

            ```powershell
            Get-Relay > relays.txt
            ```

            ```csharp
            PS C:\\> x
            ```
            """)
        #expect(
            page.codeBlocks.map(\.input) == [
                "Get-Relay |\nSelect-Object Name\nRestart-Relay east", "relay list \\\n    --all\nrelay restart east",
                "relay.exe list ^\n  /all", "relay stop", "relay show <name>\nrelay stop", nil, nil,
            ])
        #expect(page.codeBlocks[4].placeholders == ["<name>"])
        #expect(page.codeBlocks[0].code.hasPrefix("PS C:\\> Get-Relay"))
    }
}
