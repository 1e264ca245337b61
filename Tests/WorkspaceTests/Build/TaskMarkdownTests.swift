import Foundation
import Testing

@testable import Workspace

/// What a file of tasks shows: the page's bold, code and links, its headings, and nothing that could do harm.
@Suite struct TaskMarkdownTests {
    /// The file of tasks of a page in one language.
    private func list(_ text: String, at path: String = "a.md") async throws -> String {
        let site = try Site([path: text])
        try await site.build()
        return site.text("out/checklists.und.source.md")
    }

    /// The lines of a file of tasks after the title of its only list, without ids.
    private func lines(_ text: String, at path: String = "a.md") async throws -> [String] {
        let all = try await list(text, at: path).components(separatedBy: "\n")
        let start = try #require(all.firstIndex { $0.hasPrefix("<!-- procedure") })
        return all[(start + 2)...].filter { !$0.isEmpty }.map { line in
            line.hasSuffix(" -->")
                ? String(line[..<(line.range(of: " <!-- ", options: .backwards)?.lowerBound ?? line.endIndex)]) : line
        }
    }

    private func item(_ markdown: String, at path: String = "a.md") async throws -> String {
        let all = try await lines(
            "# T\n\nTo do it, follow these steps:\n\n1. Start it.\n2. \(markdown)\n3. Select Save.\n4. Restart it.\n",
            at: path)
        return String(try #require(all.first { $0.hasPrefix("2. ") }).dropFirst(7))
    }

    @Test func boldCodeAndLinksStay() async throws {
        #expect(
            try await item("Select **Save as** and run `Get-Item *`.") == "Select **Save as** and run `Get-Item *`.")
        #expect(
            try await item("Open [the **guide**](guide.md#x) now.")
                == "Open [the **guide**](../pages/guide.md#x) now.")
        #expect(try await item("**Select `A` and [B](b.md)**.") == "**Select `A` and** [**B**](../pages/b.md).")
        #expect(try await item("Run ``a`b`` *now*.") == "Run ``a`b`` now.")
        #expect(try await item("A **b**c **(d)**[e](x:y).") == "A **b**c <strong>(d)</strong>e.")
    }

    @Test func includedFilesAreTheirPaths() async throws {
        #expect(
            try await item("In [!INCLUDE [prod](../includes/prod.md)], open **[!INCLUDE[x](x.md)]** now.")
                == "In `../includes/prod.md`, open `x.md` now.")
        #expect(
            try await item("[!INCLUDE [prod](a|b.md)] starts [it](y.md).") == "`a|b.md` starts [it](../pages/y.md).")
        #expect(try await item("Open ([!INCLUDE [prod](p.md)])") == "Open (`p.md`)")
        let all = try await lines(
            """
            # T

            To do it, follow these steps:

            1. Run the script:

               [!code-powershell[Main](scripts/start.ps1#part)]

            2. [!INCLUDE [sign in](../includes/sign-in.md)]
            3. [!INCLUDE [before](before.md)]

               Select Save.

            """)
        #expect(
            all == [
                "To do it, follow these steps:", "1. [ ] Run the script:", "   scripts/start.ps1#part",
                "2. [ ] ../includes/sign-in.md",
                "3. [ ] Select Save.", "   before.md",
            ])
    }

    @Test func includedFilesInBothLanguages() async throws {
        let site = try Site([
            "a.md": Site.page(
                "A",
                [
                    (
                        source: "Open [!INCLUDE[a](../includes/a.md)] and **wait**.",
                        target: "Attendez **puis** ouvrez [!INCLUDE[a](../includes/a.md)]."
                    ),
                    (source: "Save.", target: "Enregistrez."),
                ])
        ])
        try await site.build()
        #expect(
            site.text("out/checklists.fr-FR.source.md").contains("1. [ ] Open `../includes/a.md` and **wait**. <!--"))
        #expect(
            site.text("out/checklists.fr-FR.target.md").contains(
                "1. [ ] Attendez **puis** ouvrez `../includes/a.md`. <!--"))
    }

    @Test func bothLanguagesHaveTheirOwn() async throws {
        let site = try Site([
            "a.md": Site.page(
                "A",
                [
                    (
                        source: "Open **File** in [docs](/en-us/docs).",
                        target: "Ouvrez dans [docs](/fr-fr/docs) **Fichier**."
                    ),
                    (source: "Save.", target: "Enregistrez."),
                ])
        ])
        try await site.build()
        #expect(
            site.text("out/checklists.fr-FR.source.md").contains("1. [ ] Open **File** in [docs](/en-us/docs). <!--"))
        #expect(
            site.text("out/checklists.fr-FR.target.md").contains(
                "1. [ ] Ouvrez dans [docs](/fr-fr/docs) **Fichier**. <!--"))
    }

    @Test func onlyHarmlessLinksAreLinks() async throws {
        for url in [
            "javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
            "&#106;avascript:x",
        ] {
            #expect(try await item("Click [here](\(url)) now.") == "Click here now.")
        }
        #expect(try await item("Mail [us](mailto:a@example.com).") == "Mail [us](mailto:a@example.com).")
        #expect(
            try await item("Open [x](https://example.com/a?b=1&copy=2).")
                == "Open [x](https://example.com/a?b=1&amp;copy=2).")
        #expect(try await item("Open [x](<a b(1).md>).") == "Open [x](../pages/a%20b%281%29.md).")
        #expect(
            try await item("Open [@me #1](x.md) `<!-- x -->`.")
                == "Open [@<!-- -->me #<!-- -->1](../pages/x.md) `<!-- x -->`.")
        #expect(try await item("Open **@me** and **a*b**.") == "Open **@<!-- -->me** and **a\\*b**.")
    }

    @Test func linksAreRelativeToTheOutput() async throws {
        let path = "guide (new)/a b/c#1.md"
        #expect(
            try await item("Open [x](../img/y.png), [z](#part), [s](/root) and [h](http://h/?q).", at: path)
                == "Open [x](../pages/guide%20%28new%29/img/y.png), [z](../pages/guide%20%28new%29/a%20b/c%231.md#part), "
                + "[s](/root) and [h](http://h/?q).")
        let text = try await list("# T\n\nTo do it, follow these steps:\n\n1. Open it.\n2. Close it.\n", at: path)
        let anchor = TaskList.anchor(of: path)
        #expect(text.contains("\n- [T](#\(anchor)) (0/2)\n"))
        #expect(text.contains("\n## <a id=\"\(anchor)\"></a>T\n"))
        #expect(text.contains("\n[guide (new)/a b/c#<!-- -->1.md](../pages/guide%20%28new%29/a%20b/c%231.md)\n"))
    }

    @Test func bothLanguagesLinkToEachOther() async throws {
        let site = try Site(["a.md": Site.page("A", steps)])
        try await site.build()
        let anchor = TaskList.anchor(of: "a.md")
        #expect(
            site.text("out/checklists.fr-FR.source.md")
                .contains("\n[a.md](../pages/a.md) · [fr-FR](checklists.fr-FR.target.md#\(anchor))\n"))
        #expect(
            site.text("out/checklists.fr-FR.target.md")
                .contains("\n[a.md](../pages/a.md) · [original](checklists.fr-FR.source.md#\(anchor))\n"))
    }

    @Test func headingsHaveTheirParents() async throws {
        let steps = "To do it, follow these steps:\n\n1. Open it.\n2. Close it.\n\n"
        let text = try await list(
            "# T\n\n\(steps)## Purchase orders\n\n### Create\n\n\(steps)**To delete one**\n\n\(steps)")
        #expect(
            text.components(separatedBy: "\n").filter { $0.hasPrefix("### ") }.prefix(2)
                == ["### T", "### Purchase orders › Create"])
        #expect(text.contains("### Purchase orders › Create › To delete one\n"))
    }

    @Test func stepsOutsideOfListsAreItems() async throws {
        let text = "# T\n\n5.1. Open the console.\n\n5.2. Select **Relays**.\n\n5.3. Restart the server.\n"
        #expect(
            try await lines(text) == [
                "- [ ] 5.1. Open the console.", "- [ ] 5.2. Select **Relays**.", "- [ ] 5.3. Restart the server.",
            ])
        #expect(
            TaskFile(Array(try await list(text).replacingOccurrences(of: "[ ]", with: "[x]").utf8)).state.count == 3)
    }

    @Test func alternativesAndChoicesAreSaid() async throws {
        let text = """
            # T

            To do it, follow these steps:

            1. Run the command:

               ```powershell
               Get-A
               ```

               Or:

               ```powershell
               Get-B
               ```

            2. Do one of the following:

               - Select Yes.
               - Select No.

            """
        let all = try await lines(text)
        #expect(all.filter { $0.hasPrefix("   *") } == ["   *Instead of the code above:*", "   *Do one of these:*"])
        let remark = try #require(all.firstIndex(of: "   *Instead of the code above:*"))
        #expect(all[(remark + 1)...].prefix(2) == ["   ```powershell", "   Get-B"])
    }

    @Test func anImageIsALinkToIt() async throws {
        let text =
            "# T\n\nTo do it, follow these steps:\n\n1. Open it.\n\n   ![The window](img/w.png)\n\n   ![x](javascript:y)\n2. Close it.\n"
        #expect(
            try await lines(text).filter { $0.contains("Image") } == [
                "   *Image:* [The window](../pages/img/w.png)", "   *Image:* x",
            ])
    }

    @Test func tablesKeepTheirFormats() async throws {
        let text =
            "# T\n\nTo do it, follow these steps:\n\n1. Enter it.\n\n   | **Name** | Value |\n   | --- | --- |\n   | `a b` | [x](y.md) |\n2. Close it.\n"
        #expect(
            try await lines(text).filter { $0.hasPrefix("   |") } == [
                "   | **Name** | Value |", "   | --- | --- |", "   | `a b` | [x](../pages/y.md) |",
            ])
        #expect(MarkdownText.codeSpan("a|`b", isInTable: true) == "``a\\|`b``")
    }

    @Test func aCodeSpanOpensNoFence() async throws {
        let text =
            "# T\n\nTo do it, follow these steps:\n\n1. Open it.\n\n   ```` ```x``` ```` is a fence.\n2. Close it.\n"
        let list = try await list(text).replacingOccurrences(of: "[ ]", with: "[x]")
        #expect(list.contains("\n   ```` ```x``` ```` is a fence.\n"))
        #expect(TaskFile(Array(list.utf8)).state.count == 2)
    }

    @Test func aRelativeLinkGetsNoScheme() {
        // The output folder is the parent of the pages.
        let links = PageLinks(base: ["pages"], path: "a.md")
        #expect(links.destination("../javascript:alert(1)") == "./javascript:alert%281%29")
        #expect(links.destination("b/../../data:x?y#z") == "./data:x?y#z")
        #expect(links.destination("..//example.com/x") == ".//example.com/x")
        #expect(links.destination("..///example.com/x") == ".///example.com/x")
        #expect(links.destination("../b.md") == "b.md")
        #expect(links.destination("b:c") == nil)
        #expect(links.destination("./b:c") == "pages/b:c")
        #expect(links.destination("..") == ".")
    }

    @Test func codeSpansThatTouchStayApart() async throws {
        #expect(
            try await item("Run [`` <img src=x onerror=alert(1)>`y ``](javascript:1)`b` now.")
                == "Run ``<img src=x onerror=alert(1)>`yb`` now.")
        #expect(try await item("Run [one](x:y) [two](x:z) now.") == "Run one two now.")
        #expect(try await item("Run `a`\u{2066}`b` now.") == "Run `a`<!-- -->`b` now.")
        #expect(try await item("Run [`a`](b.md)`c` now.") == "Run [`a`](../pages/b.md)`c` now.")
        #expect(try await item("Run **`a`**`c` now.") == "Run <strong>`a`</strong>`c` now.")
    }

    @Test(.timeLimit(.minutes(10))) func manyBoldLinksTakeLinearTime() async throws {
        let links = (0..<40_000).map { "[**a**](b\($0).md)" }.joined(separator: " ")
        #expect(try await item(links).hasSuffix("[**a**](../pages/b39999.md)"))
    }

    @Test func referencesOfGitHubAreText() {
        #expect(
            MarkdownText.inline("See octo/repo#12, x#3, #4 and C#.")
                == "See octo/repo#<!-- -->12, x#<!-- -->3, #<!-- -->4 and C#.")
        #expect(MarkdownText.inline("GH-3 (gh-4) GH-x HIGH-3 3-4") == "GH-<!-- -->3 (gh-<!-- -->4) GH-x HIGH-3 3-4")
    }

    /// The lines after an item's text that show a table.
    private func table(_ rows: [[String]]) async throws -> [String] {
        var lines = rows.map { "   | " + $0.joined(separator: " | ") + " |\n" }
        lines.insert("   |" + String(repeating: " --- |", count: rows[0].count) + "\n", at: 1)
        return try await self.lines(
            "# T\n\nTo do it, follow these steps:\n\n1. Enter it.\n\n\(lines.joined())2. Close it.\n"
        ).filter { $0.hasPrefix("   ") }
    }

    @Test func aRowHasItsOwnCellsOnly() async throws {
        #expect(
            try await table([["a", "b", "c"], ["d"], ["e", "**f**"]])
                == ["   | a | b | c |", "   | --- | --- | --- |", "   | d |", "   | e | **f** |"])
    }

    @Test func aVeryWideTableIsText() async throws {
        let header = (1...65).map { "c\($0)" }
        #expect(
            try await table([header, ["- `x`", "", "**y**"]])
                == ["   " + header.joined(separator: " · "), "   \\- `x` · **y**"])
        let wide = (1...200).map { "c\($0)" }
        #expect(try await table([wide] + Array(repeating: ["d"], count: 200)).joined().utf8.count < 5000)
    }
}
