import Testing

@testable import MarkdownSyntax

/// Fenced and indented code: what is declared, what one would paste, and where it stands.
@Suite struct CodeBlockTests {
    @Test func fences() {
        let markdown = """
            ```powershell
            Get-A
            ```

            ``` Powershell 
              b
            ```  

            ~~~
            c
            ```
            ~~~

            ````
            ```
            ````

            """
        #expect(
            outline(markdown) == """
                codeBlock fenced <powershell> {Get-A⏎} "```powershell⏎Get-A⏎```"
                codeBlock fenced <Powershell> {  b⏎} "``` Powershell ⏎  b⏎```"
                codeBlock fenced {c⏎```⏎} "~~~⏎c⏎```⏎~~~"
                codeBlock fenced {```⏎} "````⏎```⏎````"
                """)
    }

    @Test func fencesInsideItems() {
        let markdown = """
            1. a

               ```
               b
               ```

            1.  c

                   ```console
                    d
                   e
                   ```  

            """
        #expect(
            tree(markdown).blocks == """
                list 1. loose "1. a⏎⏎   ```⏎   b⏎   ```⏎⏎1. …        d⏎       e⏎       ```"
                  item 1. "1. a⏎⏎   ```⏎   b⏎   ```"
                    paragraph "a"
                    codeBlock fenced {b⏎} "```⏎   b⏎   ```"
                  item 2. "1.  c⏎⏎       ```console⏎        d⏎       e⏎       ```"
                    paragraph "c"
                    codeBlock fenced <console> { d⏎e⏎} "```console⏎        d⏎       e⏎       ```"
                """)
    }

    @Test func aFenceBelowTheItemsColumnsIsOutside() {
        let markdown = "1.  a\n\n ```\n b\n ```\n"
        #expect(
            tree(markdown).blocks == """
                list 1. tight "1.  a"
                  item 1. "1.  a"
                    paragraph "a"
                codeBlock fenced {b⏎} "```⏎ b⏎ ```"
                """)
    }

    @Test func blankLinesStay() {
        let markdown = "```\n\n\na\n\nb\n\n```\n"
        #expect(
            outline(markdown) == """
                codeBlock fenced {⏎⏎a⏎⏎b⏎⏎} "```⏎⏎⏎a⏎⏎b⏎⏎```"
                """)
    }

    @Test func emptyFences() {
        let markdown = "```\n```\n\n> ```\n> ```\n"
        #expect(
            tree(markdown).blocks == """
                codeBlock fenced {} "```⏎```"
                blockQuote "> ```⏎> ```"
                  codeBlock fenced {} "```⏎> ```"
                """)
    }

    @Test func anUnclosedFenceEndsWithWhatItStandsIn() {
        let markdown = "- ```\n  a\n\nb\n\n```ps\nc\n"
        #expect(
            tree(markdown).blocks == """
                list - tight "- ```⏎  a"
                  item - "- ```⏎  a"
                    codeBlock fenced {a⏎⏎} "```⏎  a"
                paragraph "b"
                codeBlock fenced <ps> {c⏎} "```ps⏎c"
                """)
    }

    @Test func indentedCode() {
        let markdown = "a\n\n    b\n      c\n\n    d\n\n- e\n\n      f\n"
        #expect(
            tree(markdown).blocks == """
                paragraph "a"
                codeBlock indented {b⏎  c⏎⏎d⏎} "b⏎      c⏎⏎    d"
                list - loose "- e⏎⏎      f"
                  item - "- e⏎⏎      f"
                    paragraph "e"
                    codeBlock indented {f⏎} "f"
                """)
    }

    @Test func inQuotes() {
        let markdown = "> ```\n> a\n>  b\n> ```\n"
        #expect(
            outline(markdown) == """
                blockQuote "> ```⏎> a⏎>  b⏎> ```"
                  codeBlock fenced {a⏎ b⏎} "```⏎> a⏎>  b⏎> ```"
                """)
    }
}
