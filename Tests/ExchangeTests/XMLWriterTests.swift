import BitextReaders
import Testing

@testable import Exchange

@Suite struct XMLWriterTests {
    private func written(_ write: (XMLWriter) -> Void) -> String {
        let xml = XMLWriter()
        write(xml)
        return String(decoding: xml.take(), as: UTF8.self)
    }

    @Test func markupIsWrittenAsReferences() {
        let text = written { xml in
            xml.element("a") {
                xml.text("& < > \" ' ]]> \r\n\té")
                xml.text(Array("<b>".utf8)[1...])
            }
        }
        #expect(text == "<a>&amp; &lt; &gt; &quot; ' ]]&gt; &#13;\n\téb&gt;</a>")
    }

    @Test func whatXMLCannotHoldIsEscaped() {
        let hostile = "a\u{0}\u{1B}\u{7F}\u{85}\u{FFFD}\u{FFFE}\u{FFFF}，\u{1F600}b\u{1}"
        let text = written { xml in
            xml.element("a") {
                xml.attribute("b", hostile)
                xml.text(hostile)
            }
        }
        let safe = CodedText.safe(hostile)
        #expect(safe == "a\\u{0}\\u{1B}\u{7F}\u{85}\u{FFFD}\\u{FFFE}\\u{FFFF}，\u{1F600}b\\u{1}")
        #expect(text == "<a b=\"\(safe)\">\(safe)</a>")
        // A slice can end within a character.
        #expect(written { $0.text([0x41, 0xEF, 0xBF][...]) }.hasPrefix("A"))
    }

    /// Long texts are looked at in pieces.
    @Test(arguments: ["&", "<", ">", "\"", "\r", "\u{1}", "\u{FFFE}"])
    func eachPlaceIsLookedAt(character: String) {
        let reference = [
            "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "\r": "&#13;", "\u{1}": "\\u{1}",
            "\u{FFFE}": "\\u{FFFE}",
        ]
        for place in 0..<40 {
            let (before, after) = (String(repeating: "é", count: place / 2), String(repeating: "x", count: 40 - place))
            let odd = place % 2 == 1 ? "y" : ""
            let text = before + odd + character + after
            #expect(written { $0.text(text) } == before + odd + (reference[character] ?? "") + after)
        }
    }

    /// In attributes, a parser would make spaces of tabs and line breaks.
    @Test func attributesKeepTheirBlanks() {
        let text = written { xml in
            xml.element("a") {
                xml.attribute("b", "& < > \" \r\n\t é\u{1B}")
                xml.attribute("xml:space", "preserve" as StaticString)
            }
        }
        #expect(text == "<a b=\"&amp; &lt; &gt; &quot; &#13;&#10;&#9; é\\u{1B}\" xml:space=\"preserve\"/>")
    }

    @Test func elementsAreNested() {
        let text = written { xml in
            xml.startDocument()
            xml.lines("a") {
                xml.newLine()
                xml.element("b")
                xml.start("c")
                xml.text("")
                xml.end()
            }
        }
        #expect(text == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a>\n<b/><c></c></a>\n")
    }

    @Test func partsAreTaken() {
        let xml = XMLWriter()
        xml.start("a")
        xml.attribute("b", "c")
        #expect(String(decoding: xml.take(), as: UTF8.self) == "<a b=\"c\">")
        xml.end()
        #expect(String(decoding: xml.take(), as: UTF8.self) == "</a>")
        #expect(xml.take().isEmpty)
    }
}
