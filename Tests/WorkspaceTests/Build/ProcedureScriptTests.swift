import Checklists
import Code
import Hashing
import JSON
import PageDocuments
import Revisions
import Testing

@testable import Workspace

@Suite struct ProcedureScriptTests {
    /// The script of a page's only procedure, without its byte order mark.
    private func script(_ page: String) throws -> String {
        let document = try PageDocument(Array(page.utf8), path: "p.md")
        let list = try #require(document.checklists.first)
        let bytes = try #require(ProcedureScript.script(of: list, in: document, path: "p.md"))
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        return String(decoding: bytes.dropFirst(3), as: UTF8.self)
    }

    private func body(_ page: String) throws -> String {
        try script(page).components(separatedBy: "before you run it.\n\n").last ?? ""
    }

    @Test func stepsAreCommentsAndCodeFollows() throws {
        let text = try script(
            "# Move it\n\nTo move it, follow these steps:\n\n1. Open the shell.\n\n2. Run this:\n\n   ```powershell\n   Get-FabRelay |\n     Move-FabRelay -Name <Name>\n   ```\n\n   > [!NOTE]\n   > Takes long.\n"
        )
        #expect(
            text == """
                # Move it
                #
                # From p.md, line 5. Written by diptych, which has not run it.
                # Read each command, and replace the placeholders that are named above it, before you run it.

                # 1. Open the shell.

                # 2. Run this:
                # (Replace: <Name>)
                Get-FabRelay |
                  Move-FabRelay -Name <Name>
                # NOTE: Takes long.

                """)
    }

    @Test func alternativesAreCommentsButTheFirst() throws {
        let text = try body(
            """
            # T

            1. Run this:

               ```powershell
               Get-A
               ```

               Or run this:

               ```powershell
               Get-B
               ```

               Then look at it.

            2. Do one of the following:
               - Start it.
                 ```powershell
                 Start-A
                 ```
               - Stop it.
                 ```powershell
                 Stop-A
                 ```
            3. Open a shell.

               # [Windows](#tab/windows)

               ```powershell
               Open-A
               ```

               # [Linux](#tab/linux)

               ```powershell
               Open-B
               ```

               ***
            """)
        #expect(
            text == """
                # 1. Run this:
                Get-A
                # Or run this:
                # (An alternative to the code above. To run it instead, remove the # signs.)
                # Get-B
                # Then look at it.

                # 2. Do one of the following:
                # (Do one of the next 2. The code of all but the first is a comment.)

                # 2.- Start it.
                Start-A

                # 2.- Stop it.
                # Stop-A

                # 3. Open a shell.
                # Windows
                Open-A
                # Linux
                # (An alternative to the code above. To run it instead, remove the # signs.)
                # Open-B

                """)
    }

    @Test func promptsGoAndAnswersAreComments() throws {
        let text = try body(
            "# T\n\n1. Run this:\n\n   ```powershell\n   PS C:\\> Get-FabRelay |\n   >> Format-Table\n   Name  Size\n   ----  ----\n   ```\n\n2. Close it.\n"
        )
        #expect(
            text == "# 1. Run this:\nGet-FabRelay |\nFormat-Table\n# Name  Size\n# ----  ----\n\n# 2. Close it.\n")
    }

    @Test func otherLanguagesAreComments() throws {
        let text = try body(
            "# T\n\n1. Run this:\n\n   ```powershell\n   Get-X\n   ```\n\n2. See:\n\n   ```xml\n   <a/>\n   ```\n")
        #expect(text == "# 1. Run this:\nGet-X\n\n# 2. See:\n# (xml, not run here:)\n# <a/>\n")
    }

    /// Text that would be a command if it stood at the beginning of a line, and code that would swallow the comments.
    @Test(arguments: ["\u{2028}Remove-Item x", "\u{85}Remove-Item x", "\u{B}Remove-Item x"])
    func textCannotBecomeACommand(text: String) throws {
        let text = try body("# T\n\n1. Run this \(text)\n\n   ```powershell\n   Get-X\n   ```\n")
        let lines = text.unicodeScalars.split {
            ["\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}"].contains($0)
        }
        #expect(lines.count == 2)
        #expect(String(lines[0]).hasPrefix("# 1. Run this "))
        #expect(String(lines[0]).hasSuffix("Remove-Item x"))
    }

    @Test(arguments: ["Get-X \"abc", "@\"\nabc", "<# abc", "Get-X {", "Get-X `", "foo(", "Get-X |"])
    func codeThatIsNotClosedIsAComment(code: String) throws {
        let lines = code.split(separator: "\n").map { "   \($0)\n" }.joined()
        let text = try body("# T\n\n1. Run this:\n\n   ```powershell\n\(lines)   ```\n\n2. Say \"x\"; Remove-Item y\n")
        #expect(text.split(separator: "\n").allSatisfy { $0.hasPrefix("#") })
    }

    /// A reader of a script wants what can be run.
    @Test func theFirstAlternativeHasNoCode() throws {
        let text = try body(
            """
            # T

            To do it, follow these steps:

            1. Do one of the following:
               - Select **Start**.
               - Run this:
                 ```powershell
                 PS C:\\> Start-A
                 Started
                 ```
               - Run that:
                 ```powershell
                 PS C:\\> Start-B
                 Started
                 ```
            2. Do one of the following:
               - Select **Stop**.
               - Turn it off.
            """)
        #expect(
            text == """
                # 1. Do one of the following:
                # (Do one of the next 3. The code of number 2 is to run, because number 1 has none. All other code is a comment.)

                # 1.- Select Start.

                # 1.- Run this:
                Start-A
                # Started

                # 1.- Run that:
                # Start-B
                # # Started

                # 2. Do one of the following:
                # (Do one of the next 2.)

                # 2.- Select Stop.

                # 2.- Turn it off.

                """)
    }

    /// An alternative has the reason, too, and no prompts.
    @Test func anAlternativeThatIsNotClosed() throws {
        let text = try body(
            """
            # T

            To do it, follow these steps:

            1. Do one of the following:
               - Run this:
                 ```powershell
                 PS C:\\> Start-A
                 ```
               - Run that:
                 ```powershell
                 PS C:\\> Start-B {
                 ```
            2. Close it.
            """)
        #expect(!text.contains("PS C:"))
        #expect(
            text.contains("# (This code is not closed on the page, so it is shown as a comment.)\n# Start-B {\n"),
            "\(text)")
    }
}
