import Bitext
import Testing

@testable import MarkdownSyntax

/// Each byte of a code block knows where it stands on the side.
@Suite struct CodePlaceTests {
    @Test(arguments: [
        "```\na\nbc\n```\n", "- x\n\n      a\n\n       bc\n", "> ```ps\n> a\n>\n>   bc\n",
        "1. ```\n\n   a\n     bc\n   ```\n",
    ])
    func lettersAreFoundAgain(markdown: String) throws {
        let page = tree(markdown)
        let id = try #require(page.nodes(.codeBlock).first)
        let block = try #require(page.codeBlock(id))
        for (offset, byte) in block.bytes.enumerated() where !byte.isASCIIBlank {
            let place = try #require(block.sideOffset(of: offset))
            #expect(page.bytes[place.value] == byte)
            #expect(page[id].range.contains(place))
        }
    }

    /// md4c says the last line of this block in 24 spaces, more than are left of the page. Found by `Scripts/fuzz`.
    @Test(arguments: ["```\n[\n\t\t\t\t\t\t\n```\n", "```\na\n\t\t\t\t\t\t"])
    func blanksOfTabsStayOnThePage(markdown: String) throws {
        let page = tree(markdown)
        let id = try #require(page.nodes(.codeBlock).first)
        let block = try #require(page.codeBlock(id))
        var last = 0
        for offset in block.bytes.indices {
            let place = try #require(block.sideOffset(of: offset))
            #expect((last...page.bytes.count).contains(place.value))
            last = place.value
        }
    }

    @Test func anEmptyBlockHasNoPlace() throws {
        let page = tree("```\n```\n")
        #expect(page.codeBlock(1)?.sideOffset(of: 0) == nil)
        #expect(page.codeBlock(0) == nil)
    }
}
