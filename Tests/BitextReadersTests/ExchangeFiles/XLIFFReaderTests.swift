import Bitext
import Testing

@testable import BitextReaders

/// Files as tools write them.
@Suite struct XLIFFReaderTests {
    private static func version1(_ body: String) -> String {
        """
        <?xml version="1.0" encoding="utf-8"?>
        <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:x="urn:example">
        <file original="docs/page.md" source-language="en" target-language="fr" datatype="x-markdown"><body>
        \(body)
        </body></file></xliff>
        """
    }

    private static func version2(_ body: String) -> String {
        """
        <xliff version="2.1" srcLang="en" trgLang="fr-FR" xmlns="urn:oasis:names:tc:xliff:document:2.0">
        <file id="f" original="page.md">
        \(body)
        </file></xliff>
        """
    }

    private func units(_ text: String) throws -> [ExchangeUnit] {
        try ExchangeFileReader.units(of: InputFile(path: "a.xlf", bytes: Array(text.utf8)))
    }

    /// `Open <1>the relay</1> <2/>`
    private func shown(_ text: CodedText?) -> String {
        guard let text else { return "-" }
        return text.parts.map { part in
            switch part {
            case .text(let text): text
            case .code(let code):
                switch code.role {
                case .open: "<\(code.id)>"
                case .close: "</\(code.id)>"
                case .single: "<\(code.id)/>"
                }
            }
        }.joined()
    }

    @Test func unitsHaveTheirTextsAndPlaces() throws {
        let text = Self.version1(
            """
            <trans-unit id="a"><source>Open it.</source>
            <target>Ouvrez-le.</target></trans-unit>
            <group id="g"><trans-unit id="b"><source>Close it.</source><target state="final">Fermez-le.</target></trans-unit>
            </group><trans-unit id="c"><source>Not yet</source></trans-unit>
            """)
        let bitext = try XLIFFReader().bitext(text)
        #expect(bitext.units == ["a: Open it. | Ouvrez-le.", "b: Close it. | Fermez-le."])
        #expect(bitext.origins[1] == "6:42 Close it. | 6:82 Fermez-le.")
        #expect(bitext.sourceLocale == "en" && bitext.targetLocale == "fr")
        #expect(bitext.defects.isEmpty)
        #expect(try units(text).map(\.line) == [4, 6, 7])
        #expect(try units(text).map(\.page) == ["docs/page.md", "docs/page.md", "docs/page.md"])
    }

    @Test func codesOfVersion1() throws {
        let found = try units(
            Self.version1(
                """
                <trans-unit id="a"><source>Open <bpt id="1" rid="1">**</bpt>the <g id="2">relay</g><ept id="1" rid="1">**</ept>,\
                <ph id="3">`x<sub>y</sub>`</ph><x id="4"/><it id="5" pos="open">[</it><bx id="6" rid="7"/>z<ex id="8" rid="7"/>\
                </source></trans-unit>
                """))
        #expect(shown(found[0].source) == "Open <1>the <2>relay</2></1>,<3/><4/><5/><7>z</7>")
        #expect(found[0].source.codes.map(\.data) == ["**", nil, nil, "**", "`xy`", nil, "[", nil, nil])
        #expect(found[0].source.markup == nil)
        #expect(found[0].target == nil)
    }

    @Test func codesOfVersion2() throws {
        let found = try units(
            Self.version2(
                """
                <unit id="u"><originalData><data id="d1">**</data><data id="d2">`a`</data><data id="d3">&#x1b;<cp hex="001B"/></data>
                </originalData><segment id="s"><source>Open <pc id="1" dataRefStart="d1" dataRefEnd="d1">it</pc>
                <ph id="2" dataRef="d2"/><sc id="3" dataRef="d1"/>b<ec startRef="3" dataRef="d1"/><cp hex="001B"/></source>
                <target><mrk id="m" type="its:any">Ouvrez<ph id="2" dataRef="d2"/></mrk></target></segment>
                <ignorable><source> </source></ignorable>
                <segment><source>x</source><target/></segment></unit>
                """.replacing("&#x1b;", with: "")))
        #expect(shown(found[0].source) == "Open <1>it</1>\n<2/><3>b</3>\u{1B}")
        #expect(found[0].source.markup == "Open **it**\n`a`**b**\u{1B}")
        #expect(shown(found[0].target) == "Ouvrez<2/>")
        // A segment without an id has that of its unit.
        #expect(found.map(\.id) == ["s", "u"])
        #expect(found[1].target?.parts.isEmpty == true)
    }

    /// OmegaT, Trados and memoQ segment the target and keep proposals and data of their own in the file.
    @Test func whatToolsAddIsSkipped() throws {
        let found = try units(
            Self.version1(
                """
                <trans-unit id="a" x:state="1"><source>Open it. Close it.</source>
                <seg-source><mrk mtype="seg" mid="1">Open it.</mrk> <mrk mtype="seg" mid="2">Close it.</mrk></seg-source>
                <target><mrk mtype="seg" mid="1">Ouvrez<x:note>no text</x:note>-le.</mrk> <mrk mtype="seg" mid="2">Fermez.</mrk>
                </target><note>no text</note><x:target>no text</x:target>
                <alt-trans><source>Open</source><target>Ouvrir</target></alt-trans></trans-unit>
                <trans-unit id="b"><source><![CDATA[a < b & c]]></source><target>a &lt; b &#38; c</target></trans-unit>
                """))
        #expect(found.count == 2)
        #expect(found[0].target?.markup == "Ouvrez-le. Fermez.\n")
        #expect(found[1].source.markup == "a < b & c")
        #expect(found[1].target?.markup == "a < b & c")
    }

    @Test func otherEncodings() throws {
        let text = Self.version1("<trans-unit id=\"a\"><source>é</source><target>Œ</target></trans-unit>")
        var utf16: [UInt8] = [0xFF, 0xFE]
        for unit in text.replacing("utf-8", with: "utf-16").utf16 { utf16 += [UInt8(unit & 255), UInt8(unit >> 8)] }
        for bytes in [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), utf16] {
            let found = try ExchangeFileReader.units(of: InputFile(path: "a.xliff", bytes: bytes))
            #expect(found.map { $0.target?.markup } == ["Œ"])
        }
    }

    /// Decoded as declared, the letters would come in as others.
    @Test(arguments: ["ISO-8859-1", "ISO-8859-2", "KOI8-R", "windows-1251", "Shift_JIS", "GB18030"])
    func anEncodingThatTheBytesDoNotHave(name: String) throws {
        let wrong = "1: the file says \(name), but its bytes are UTF-8; correct the declaration"
        for path in ["a.xlf", "a.tmx"] {
            let text = Self.version1(
                "<trans-unit id=\"a\"><source>Open it.</source><target>Où, là, été</target></trans-unit>"
            )
            .replacing("utf-8", with: name)
            #expect(damage(text, path) == wrong)
            // One damaged byte does not make it another encoding.
            var bytes = Array((text + String(repeating: "<!-- é -->", count: 20)).utf8)
            bytes.insert(0xC3, at: try #require(bytes.firstRange(of: "<target>".utf8)).upperBound)
            #expect(damage(bytes, path) == wrong)
        }
        let ascii = Self.version1("<trans-unit id=\"a\"><source>a</source><target>b</target></trans-unit>")
        #expect(damage(ascii.replacing("utf-8", with: name)) == nil)
    }

    @Test func theEncodingThatTheBytesHave() throws {
        let text = Self.version1(
            "<trans-unit id=\"a\"><source>A</source><target>É\u{A0}: là, été</target></trans-unit>"
        )
        .replacing("utf-8", with: "ISO-8859-1")
        let bytes = text.unicodeScalars.map { UInt8($0.value) }
        let found = try ExchangeFileReader.units(of: InputFile(path: "a.xlf", bytes: bytes))
        #expect(found.map { $0.target?.markup } == ["É\u{A0}: là, été"])
    }

    // MARK: Damage

    private func damage(_ text: String, _ path: String = "a.xlf") -> String? { damage(Array(text.utf8), path) }

    private func damage(_ bytes: [UInt8], _ path: String = "a.xlf") -> String? {
        do {
            _ = try ExchangeFileReader.units(of: InputFile(path: path, bytes: bytes))
            return nil
        } catch {
            return "\(error.line): \(error.reason)"
        }
    }

    @Test func damagedFilesHaveNoUnits() {
        let text = Self.version1(
            "<trans-unit id=\"a\"><source>é</source><target>x</target></trans-unit>\n"
                + "<trans-unit id=\"b\"><source>é</source><target>x</target></trans-unit>")
        #expect(damage(text) == nil)
        let cut = String(text.dropLast(60))
        #expect(damage(cut)?.hasPrefix("5: the file is cut off: it has no </xliff> at its end") == true)
        let latin = text.utf8.reduce(into: [UInt8]()) { $0 += $1 == 0xC3 ? [] : [$1 == 0xA9 ? 0xE9 : $1] }
        #expect(damage(latin)?.hasPrefix("4: not UTF-8: 0xE9") == true)
        #expect(damage(text.replacing("<target>x</target>", with: "<target>x"))?.hasPrefix("4: damaged XML") == true)
        #expect(damage(Self.version1("")) == "1: no units in this file")
        #expect(damage(text, "a.md")?.contains("no exchange file") == true)
        #expect(
            damage([UInt8](repeating: 0x61, count: 65 << 20))?.contains("a file of this form can have at most") == true)
        let deep = String(repeating: "<g id=\"1\">", count: 5000)
        #expect(
            damage(Self.version1("<trans-unit id=\"a\"><source>\(deep)"))?.contains("Excessive depth") == true)
    }

    @Test func whatTheFileIs() {
        for path in ["a.xlf", "a.tmx", "a.po", "a.tsv"] {
            for text in ["", "\u{FEFF}", " \n\t\n"] { #expect(damage(text, path) == "1: the file is empty") }
        }
        #expect(damage("<tmx/>") == "1: the file is not XLIFF: its root is <tmx>")
        #expect(damage(Self.version1(""), "a.tmx") == "2: the file is not TMX: its root is <xliff>")
        let page = "<!DOCTYPE html>\n<!-- <xliff> -->\n<html><head><meta charset=\"utf-8\"><br></head></html>\n"
        #expect(damage(page) == "3: the file is not XLIFF: its root is <html>")
        #expect(damage(page, "a.tmx") == "3: the file is not TMX: its root is <html>")
        #expect(damage("Open it.\n") == "1: the file is not XLIFF: it has no element")
        // What is in a declaration is no element.
        let declared =
            "<!DOCTYPE xliff [<!ENTITY a '<html>'><!-- ' -->]>\n<x:xliff xmlns:x='urn:oasis:names:tc:xliff:document:1.2'>"
        #expect(damage(declared)?.hasPrefix("2: the file is cut off") == true)
        #expect(damage("<?xml version=\"1.0\"?>\n<xli")?.hasPrefix("2: the file is cut off") == true)
    }

    @Test func otherBytesThanText() {
        let text = Self.version1("<trans-unit id=\"a\"><source>é</source><target>x</target></trans-unit>")
        let little = text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
        for path in ["a.xlf", "a.tmx", "a.po", "a.tsv"] {
            for bytes in [little, big] {
                #expect(damage(bytes, path) == "1: UTF-16 without a byte order mark; save the file as UTF-8")
            }
            #expect(
                damage([0x50, 0x4B, 0x03, 0x04, 0x00, 0x00, 0x41], path) == "1: a binary file (NUL at byte 4), not text"
            )
        }
        #expect(damage([0x61, 0x09, 0xE9], "a.tsv") == "1: not UTF-8: 0xE9; read as U+FFFD. Save the file as UTF-8.")
    }

    @Test func entitiesAreNotExpanded() throws {
        var declarations = "<!ENTITY a0 \"lol\">"
        for index in 1..<10 {
            declarations += "<!ENTITY a\(index) \"\(String(repeating: "&a\(index - 1);", count: 10))\">"
        }
        let file = "<!ENTITY f SYSTEM \"file:///etc/passwd\">"
        let body = Self.version1("<trans-unit id=\"a\"><source>&a9;</source><target>&f;</target></trans-unit>")
        let text = body.replacing("<xliff", with: "<!DOCTYPE xliff [\(declarations)\(file)]>\n<xliff")
        // Nothing of what the entities stand for is read.
        let reason = "is not expanded; write the text that it stands for in its place"
        // libxml2 itself notices how long the text would be.
        #expect(damage(text)?.hasPrefix("5: damaged XML: ") == true)
        #expect(damage(text.replacing("&a9;", with: "a")) == "5: the entity &f; \(reason)")
        // Declarations alone do no harm.
        #expect(damage(text.replacing("&a9;", with: "a").replacing("&f;", with: "&#102;&lt;")) == nil)
        let name = text.replacing("&a9;", with: "a").replacing("&f;", with: "f").replacing(
            "id=\"a\"", with: "id=\"&a1;\"")
        #expect(damage(name) == "5: the entity &a1; \(reason)")
        // The DTD of another file declares it.
        let external = body.replacing("<xliff", with: "<!DOCTYPE xliff SYSTEM \"a.dtd\">\n<xliff")
        #expect(damage(external) == "5: the entity &a9; \(reason)")
        let memory =
            "<!DOCTYPE tmx [<!ENTITY prod \"Contoso\">]>\n<tmx><body><tu><tuv xml:lang=\"en\"><seg>a</seg></tuv>\n"
            + "<tuv xml:lang=\"fr\"><seg>b &prod;</seg></tuv></tu></body></tmx>"
        #expect(damage(memory, "a.tmx") == "3: the entity &prod; \(reason)")
        #expect(damage(memory.replacing("&prod;", with: "&quot;&#x2019;&amp;"), "a.tmx") == nil)
    }
}
