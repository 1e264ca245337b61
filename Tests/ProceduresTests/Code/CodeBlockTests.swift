import Testing

@testable import Procedures

@Suite struct CodeBlockTests {
    @Test func fencesAtSevenColumnsAndIndentedCodeAreReadyToPaste() throws {
        let page = """
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
        let document = try document(page)
        #expect(document.codeBlocks.map(\.code) == ["Import-Module Relay\n  Get-Relay", "Set-Relay -Port 443"])
        #expect(document.codeBlocks.map(\.kind) == [.fenced, .indented])
        #expect(document.codeBlocks.map(\.declared) == ["PowerShell", nil])
        #expect(document.codeBlocks.map(\.inferred) == [false, true])
        #expect(document.codeBlocks.map(\.language) == ["powershell", "powershell"])
        #expect(document.codeBlocks.map(\.line) == [5, 12])
        #expect(
            document.codeBlocks.map(\.item) == [document.checklists[0].items[0].id, document.checklists[0].items[0].id])
    }

    @Test func emptyLinesAroundGoAndThoseBetweenStay() throws {
        let document = try document("```\n\n\n\tone\n\n\t\ttwo\n\n```\n")
        #expect(document.codeBlocks[0].code == "one\n\n\ttwo")
    }

    @Test func typographyInCodeIsReportedAtItsPlaceButNotInComments() throws {
        let document = try document(
            """
            # «Titre|Title»

            ```powershell
            # It\u{2019}s fine here
              Set-Relay -Url \u{201C}{your URL}\u{201D}
            ```
            """)
        #expect(document.diagnostics.map(\.rule) == ["typographic-code"])
        #expect(document.diagnostics[0].message.contains("typographic quote in code, 2 in this block"))
        #expect(document.diagnostics[0].place.line == 5)
        #expect(document.diagnostics[0].place.column == 18)
        #expect(document.codeBlocks[0].code.contains("\u{201C}{your URL}\u{201D}"))
        #expect(document.codeBlocks[0].placeholders == ["{your URL}"])
    }

    @Test func anUnclosedFenceReachesToTheEnd() throws {
        let document = try document("# «T|T»\n\n```\nGet-Relay\n\nmore\n")
        #expect(document.codeBlocks.map(\.code) == ["Get-Relay\n\nmore"])
    }
}
