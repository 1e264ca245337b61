import Bitext
import Testing

@testable import MarkdownSyntax

/// What a reader sees.
@Suite struct PlainTextTests {
    @Test(arguments: [
        ("a  b\tc\nd", "a b c d"),
        ("a\u{A0}: b&nbsp;!", "a\u{A0}: b\u{A0}!"),
        ("a<br>b<br/>c  \nd", "a\nb\nc\nd"),
        ("**a** `b  c` [d](e \"f\") <g@h.i>", "a b c d g@h.i"),
        ("![a *b*](c.png) ![](d.png)", "a b"),
        ("See [!INCLUDE [a](b.md)] c", "See c"),
        ("\\*a\\* &lt;b&gt; &#233; &unknown; AT&T", "*a* <b> é &unknown; AT&T"),
        ("<a name=\"x\"></a>a<!-- b --> c", "a c"),
        ("  # a #", "a"),
        (":::image source=\"a.png\" alt-text=\"b c\":::", "b c"),
        ("[!VIDEO https://a.b/c]", ""),
        ("> [!NOTE]\n> a", "a"),
        ("https://\\<server>/x", "https://<server>/x"),
        ("- a\n- b", "a\nb"),
        ("|a|b|\n|-|-|\n|c<br>d||", "a b\nc\nd"),
        ("<p>a <b>b</b>\n<i>c</i>\r\nd &amp; e&eacute;&nope; &x</p>", "a b c d & eé&nope; &x"),
        ("<p>a<br>b</p><p>c</p>", "a\nb\nc"),
        ("<img src=\"a.png\" alt=\"b\">", "b"),
        ("a <img src=\"a.png\" alt=\"b\">", "a"),
        ("<div><img src=\"a.png\" alt=\"b\"></div>", "b"),
    ])
    func isWhatAReaderSees(markdown: String, text: String) {
        #expect(tree(markdown + "\n").plainText(of: MarkdownTree.root) == text)
    }

    @Test func aClipKeepsWhatLiesInside() {
        let page = tree("one *two* &amp; three\n")
        var text = PlainText()
        text.append(all: MarkdownTree.root, of: page, clippedTo: SideRange(5..<16))
        #expect(text.string == "two &")
    }

    @Test func manyTextsShareOneMemory() {
        let page = tree("# a b\n\nc\n")
        var text = PlainText()
        text.append(all: 1, of: page)
        #expect(text.next() == TextRange(0..<3))
        let isEmpty = text.isEmpty
        #expect(isEmpty)
        text.space()
        text.append(all: 3, of: page)
        #expect(text.next() == TextRange(3..<4))
        #expect(text.bytes == Array("a bc".utf8))
    }

    @Test func nodesCanBeLeftOut() {
        let page = tree("a\n\n```\nb\n```\n\nc *d*\n")
        var text = PlainText()
        text.append(all: MarkdownTree.root, of: page) { $0.kind == .codeBlock || $0.kind == .emphasis }
        #expect(text.string == "a\nc")
    }

    @Test func blanksCollapseAcrossAppends() {
        var text = PlainText()
        text.append(Array(" a ".utf8))
        text.space()
        text.append(Array(" b".utf8))
        text.lineBreak()
        text.append(Array(" c ".utf8))
        #expect(text.string == "a b\nc")
        let isEmpty = text.isEmpty
        #expect(!isEmpty)
    }
}
