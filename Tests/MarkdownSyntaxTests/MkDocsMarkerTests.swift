import TestSupport
import Testing

@testable import MarkdownSyntax

/// The content of MkDocs' admonitions and tabs is Markdown, not code.
@Suite struct MkDocsMarkerTests {
    @Test func anAdmonitionAndTabs() {
        let page = """
            !!! note "Before you *begin*"

                Do this:

                1. Open it.

                       code

                ??? tip
                    Inside.

            === "Windows"

            	```powershell
            	Get-Relay
            	```

            === "Linux"

                Text

            After it.

            """
        #expect(
            tree(page).outline == """
                paragraph "!!! note "Before you *begin*""
                  text "Before you "
                  emphasis "*begin*"
                    text "begin"
                  directive \"""
                paragraph "Do this:"
                  text "Do this:"
                list 1. loose "1. Open it.⏎⏎           code"
                  item 1. "1. Open it.⏎⏎           code"
                    paragraph "Open it."
                      text "Open it."
                    codeBlock indented {code⏎} "code"
                paragraph "??? tip"
                  directive "??? tip"
                paragraph "Inside."
                  text "Inside."
                paragraph "=== "Windows""
                  text "Windows"
                codeBlock fenced <powershell> {Get-Relay⏎} "```powershell⏎\tGet-Relay⏎\t```"
                paragraph "=== "Linux""
                  text "Linux"
                paragraph "Text"
                  text "Text"
                paragraph "After it."
                  text "After it."
                """)
    }

    @Test(arguments: [
        "Title\n===\n\n    code\n", "=== \"a\n\n    code\n", "!!!\n\n    code\n", "??? Is it so?\n\n    code\n",
        "!!! Wait, now!\n\n    code\n", "Text !!! note\n\n    code\n", "```\n!!! note\n\n    code\n```\n",
        "    !!! note\n\n        code\n", "=====\n\n    code\n", "===\"a\"\n\n    code\n",
        "!!! note\n\n  Text\n\n    code\n",
    ])
    func otherText(page: String) {
        #expect(tree(page).nodes(.codeBlock).count == 1, "\(tree(page).outline)")
    }

    /// In an item, what belongs to the item is indented as far as before.
    @Test func inAnItem() {
        let page = "1. One\n\n    !!! warning \"A\"\n        Text\n    More\n\n2. Two\n"
        #expect(
            tree(page).blocks == """
                list 1. loose "1. One⏎⏎    !!! warning "A"⏎        Text⏎    More⏎⏎2. Two"
                  item 1. "1. One⏎⏎    !!! warning "A"⏎        Text⏎    More"
                    paragraph "One"
                    paragraph "!!! warning "A""
                    paragraph "Text"
                    paragraph "More"
                  item 2. "2. Two"
                    paragraph "Two"
                """)
    }

    /// Each is found, the last one, too. One without content is text.
    @Test func manyMarkers() {
        let page = tree(String(repeating: "!!! note\n\n    x\n\n", count: 300))
        #expect(page.nodes(.paragraph).count == 600)
        #expect(page.nodes(.directive).count == 300)
        let empty = tree(String(repeating: "!!! note\n\n", count: 300))
        #expect(empty.nodes(.paragraph).count == 300)
        #expect(empty.nodes(.directive).isEmpty)
    }

    /// Deeper ones than any page has are not taken out of their indentation.
    @Test func deeplyNested() {
        let page = (0..<40).map { String(repeating: " ", count: $0 * 4) + "!!! note\n" }.joined()
        #expect(tree(page).nodes(.directive).count == 16)
    }
}
