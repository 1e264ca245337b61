import Bitext
import BitextReaders
import TestSupport
import Testing

@Suite struct TMXReaderTests {
    private let reader = TMXReader(targetLocale: "fr-FR")

    /// A memory of English and French with these units.
    private func memory(_ units: String, srclang: String = "en-US") -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <tmx version="1.4"><header srclang="\(srclang)"/><body>
        \(units)
        </body></tmx>
        """
    }

    /// A unit whose segments hold this XML.
    private func unit(_ source: String, _ target: String) -> String {
        "<tu><tuv xml:lang=\"en-US\"><seg>\(source)</seg></tuv><tuv xml:lang=\"fr-FR\"><seg>\(target)</seg></tuv></tu>"
    }

    @Test func aUnitIsASourceAndATarget() throws {
        let bitext = try reader.bitext(
            memory(
                """
                <tu tuid="greeting">
                  <note>for the <b>first</b> page</note>
                  <tuv xml:lang="fr-FR"><seg>Bonjour</seg></tuv>
                  <tuv xml:lang="en-US"><seg>Hello</seg></tuv>
                </tu>
                \(unit("Wait.", "Patientez."))
                """))
        #expect(bitext.units == ["greeting: Hello | Bonjour", "2: Wait. | Patientez."])
        #expect(bitext.string(.source) == "Hello\n\nWait.\n\n")
        #expect(bitext.origins == ["6:30 Hello | 5:30 Bonjour", "8:32 Wait. | 8:76 Patientez."])
        #expect(bitext.targetLocale == "fr-FR")
        #expect(bitext.defects.isEmpty)
    }

    @Test func unitsOfOneIDHaveIDsOfTheirOwn() throws {
        let units = ["a", "3", "a"].map { unit("x", "y").replacing("<tu>", with: "<tu tuid=\"\($0)\">") }
        let bitext = try reader.bitext(memory(units.joined() + unit("x", "y")))
        #expect(bitext.segments.map(\.id) == ["a", "3", "a-2", "4"])
        let numbered = unit("x", "y").replacing("<tu>", with: "<tu tuid=\"2\">") + unit("x", "y")
        #expect(try reader.bitext(memory(numbered)).segments.map(\.id) == ["2", "2-2"])
    }

    @Test func languagesAreComparedByTheirCodes() throws {
        let units = "<tu><tuv lang=\"EN\"><seg>a</seg></tuv><tuv xml:lang=\"fr_CA\"><seg>b</seg></tuv></tu>"
        #expect(try reader.units(memory(units, srclang: "en-GB")) == ["1: a | b"])
        #expect(try TMXReader(targetLocale: "fr").units(memory(units)) == ["1: a | b"])
        #expect(try TMXReader(targetLocale: "de").units(memory(units)) == [])
    }

    @Test func aUnitWithoutEitherLanguageIsLeftOut() throws {
        let units = """
            <tu><tuv xml:lang="en-US"><seg>No French</seg></tuv><tuv xml:lang="de-DE"><seg>Nein</seg></tuv></tu>
            <tu><tuv xml:lang="fr-FR"><seg>Seul</seg></tuv></tu>
            \(unit("Yes", "Oui"))
            """
        #expect(try reader.units(memory(units)) == ["3: Yes | Oui"])
    }

    @Test func theHeaderNamesTheSource() throws {
        let units =
            "<tu><tuv xml:lang=\"de-DE\"><seg>Ja</seg></tuv><tuv xml:lang=\"en-US\"><seg>Yes</seg></tuv>"
            + "<tuv xml:lang=\"fr-FR\"><seg>Oui</seg></tuv></tu>"
        #expect(try reader.units(memory(units, srclang: "de-DE")) == ["1: Ja | Oui"])
        #expect(try reader.units(memory(units, srclang: "en")) == ["1: Yes | Oui"])
        // Any language may be the source: the one that the caller names.
        #expect(try reader.units(memory(units, srclang: "*all*")) == ["1: Yes | Oui"])
        #expect(
            try TMXReader(targetLocale: "fr", sourceLocale: "de").units(memory(units, srclang: "*all*")) == [
                "1: Ja | Oui"
            ])
    }

    @Test func theSourceLanguageIsThatOfTheFileOrOfTheCaller() throws {
        let units =
            "<tu><tuv xml:lang=\"de-DE\"><seg>Ja</seg></tuv><tuv xml:lang=\"en-US\"><seg>Yes</seg></tuv>"
            + "<tuv xml:lang=\"fr-FR\"><seg>Oui</seg></tuv></tu>"
        #expect(try reader.bitext(memory(units, srclang: "de-DE")).sourceLocale == "de-DE")
        #expect(try reader.bitext(memory(units, srclang: "de_AT")).sourceLocale == "de-AT")
        let any = try reader.bitext(memory(units, srclang: "*all*"))
        #expect(any.sourceLocale == nil && any.units == ["1: Yes | Oui"])
        let given = try TMXReader(targetLocale: "fr-FR", sourceLocale: "en-GB").bitext(memory(units, srclang: "de"))
        #expect(given.sourceLocale == "en-GB" && given.units == ["1: Yes | Oui"])
    }

    @Test func aUnitMayNameItsSource() throws {
        let languages = ["en-US", "de-DE", "*all*"]
        let units = languages.map {
            "<tu srclang=\"\($0)\"><tuv xml:lang=\"de-DE\"><seg>Ja</seg></tuv><tuv xml:lang=\"en-US\"><seg>Yes</seg></tuv>"
                + "<tuv xml:lang=\"fr-FR\"><seg>Oui</seg></tuv></tu>"
        }
        let mixed = try reader.bitext(memory(units.joined()))
        #expect(mixed.units == ["1: Yes | Oui", "2: Ja | Oui", "3: Yes | Oui"])
        // There is no source language of all of it.
        #expect(mixed.sourceLocale == nil)
        #expect(try reader.bitext(memory(units[1])).sourceLocale == "de-DE")
        let given = try TMXReader(targetLocale: "fr", sourceLocale: "en").bitext(memory(units.joined()))
        #expect(given.sourceLocale == "en")
        #expect(given.units == ["1: Yes | Oui", "2: Yes | Oui", "3: Yes | Oui"])
    }

    @Test func inlineElementsAreTheirText() throws {
        let text = "Click <bpt i=\"1\">**</bpt>OK<ept i=\"1\">**</ept> <ph x=\"1\"/>&lt;b&gt; <hi>now</hi>  twice."
        let bitext = try reader.bitext(memory(unit(text, "Cliquez")))
        #expect(bitext.units == ["1: Click **OK** <b> now  twice. | Cliquez"])
        #expect(bitext.origins[0].hasPrefix("3:32 \(text) | "))
    }

    @Test func entitiesAndCDATAAreTheirCharacters() throws {
        let source = "A &amp; B &#233;&#x2192; <![CDATA[<seg> & </seg>]]> C"
        let bitext = try reader.bitext(memory(unit(source, "cible") + unit("next", "suivant")))
        #expect(bitext.units == ["1: A & B é→ <seg> & </seg> C | cible", "2: next | suivant"])
        #expect(bitext.origins[0] == "3:32 \(source) | 3:124 cible")
        #expect(bitext.origins[1].contains(" next | "))
    }

    /// What is declared in a DTD that nobody loads stays as it is written; Markdown knows the characters of HTML.
    @Test func entitiesOfADTDStay() throws {
        let memory = memory(unit("10&nbsp;MB", "10&nbsp;Mo")).replacing(
            "<tmx ", with: "<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n<tmx ")
        #expect(try reader.units(memory) == ["1: 10&nbsp;MB | 10&nbsp;Mo"])
    }

    /// Elements are found in the bytes, too: what only looks like one is none, and one is one however it is written.
    @Test func placesAreRightAroundWhatLooksLikeASegment() throws {
        let units = """
            <!-- <tu><seg>no unit</seg></tu> -->
            <?tool <seg>no unit</seg> ?>
            <segment/><prop type="<![CDATA["></prop>
            """.replacing("type=\"<![CDATA[\"", with: "type='a>b'")
            + "\n<tu><tuv xml:lang='en'><seg\n  a='x>y' >one</seg ></tuv><tuv xml:lang='fr'><seg>un<!-- </seg> --></seg></tuv></tu>\n"
            + "<tu><tuv xml:lang='en'><seg/></tuv><tuv xml:lang='fr'><seg></seg></tuv></tu>\n" + unit("two", "deux")
        let bitext = try reader.bitext(memory(units))
        #expect(bitext.units == ["1: one | un", "2:  | ", "3: two | deux"])
        #expect(bitext.origins[0] == "7:12 one | 7:52 un<!-- </seg> -->")
        #expect(bitext.origins[2].contains(" two | ") && bitext.origins[2].hasSuffix(" deux"))
    }

    @Test func aNamespaceChangesNothing() throws {
        let memory = """
            <t:tmx xmlns:t="urn:x"><t:header srclang="en"/><t:body><t:tu><t:tuv xml:lang="en"><t:seg>a</t:seg></t:tuv>
            <t:tuv xml:lang="fr"><t:seg>b</t:seg></t:tuv></t:tu></t:body></t:tmx>
            """
        let bitext = try reader.bitext(memory)
        #expect(bitext.units == ["1: a | b"])
        #expect(bitext.origins == ["1:90 a | 2:29 b"])
    }

    @Test func lineBreaksAndIndentationAreOneLine() throws {
        let bitext = try reader.bitext(memory(unit("one\n  two\r\nthree", "un")))
        #expect(bitext.units == ["1: one   two three | un"])
    }

    @Test func memoriesInUTF16AreRead() throws {
        let text = memory(unit("Yes", "Oui é")).replacing("UTF-8", with: "UTF-16")
        let bitext = try reader.bitext(
            [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        #expect(bitext.units == ["1: Yes | Oui é"])
        #expect(bitext.origins[0].hasSuffix("Oui é"))
    }

    @Test(arguments: ["ISO-8859-1", "iso-8859-1", "windows-1252", "ISO-8859-15"])
    func anEncodingThatIsDeclaredIsConverted(name: String) throws {
        let text = memory("<!-- é -->" + unit("Yes", "Où é") + "\n" + unit("No", "Non"))
            .replacing("encoding=\"UTF-8\"", with: "encoding='\(name)'")
        let bitext = try reader.bitext(text.unicodeScalars.map { UInt8($0.value) })
        #expect(bitext.units == ["1: Yes | Où é", "2: No | Non"])
        #expect(bitext.report == ["other-encoding 1:1"])
        // Lines and columns are those of the file.
        #expect(bitext.origins == ["3:42 Yes | 3:84 Où é", "4:32 No | 4:73 Non"])
        var parts: [String] = []
        let input = InputFile(path: "a.tmx", bytes: text.unicodeScalars.map { UInt8($0.value) })
        try reader.readInParts(input, unitCount: 1) { parts += $0.units }
        #expect(parts == bitext.units)
    }

    @Test func anEncodingOfSeveralBytesIsConverted() throws {
        let text = memory(unit("Yes", "??") + "\n" + unit("No", "?"), srclang: "en")
            .replacing("UTF-8", with: "Shift_JIS")
        var bytes = Array(text.utf8)
        let place = try #require(bytes.firstRange(of: "??".utf8))
        // はい, and then a byte that Shift_JIS does not have.
        bytes.replaceSubrange(place, with: [0x82, 0xCD, 0x82, 0xA2, 0xFF])
        let bitext = try reader.bitext(bytes)
        #expect(bitext.units == ["1: Yes | はい\u{FFFD}", "2: No | ?"])
        #expect(bitext.defects.map(\.message).last == "not Shift_JIS; read as U+FFFD")
        #expect(bitext.defects.map(\.kind) == [.otherEncoding, .invalidUTF8])
    }

    @Test(arguments: ["UTF-8", "utf-8", "US-ASCII", "UTF-16", "no-such-encoding"])
    func otherEncodingsAreReadAsUTF8(name: String) throws {
        let text = memory(unit("Yes", "Où")).replacing("encoding=\"UTF-8\"", with: "encoding=\"\(name)\"")
        let bitext = try reader.bitext(text)
        #expect(bitext.units == ["1: Yes | Où"])
        #expect(bitext.defects.isEmpty)
        #expect(try reader.units("\u{FEFF}" + text.replacing(name, with: "ISO-8859-1")) == bitext.units)
    }

    @Test func aByteOrderMarkIsNoText() throws {
        #expect(try reader.units("\u{FEFF}" + memory(unit("a", "b"))) == ["1: a | b"])
    }

    /// If no unit was read before it.
    @Test func damageIsSaidWithItsLine() {
        let mismatch = reader.damage(memory("<tu>\n<tuv xml:lang=\"en\"><seg>a</tuv></tu>"))
        #expect(mismatch?.hasPrefix("4: damaged XML: Opening and ending tag mismatch: seg") == true)
        #expect(reader.damage("<tmx>\n<body><tu>")?.hasPrefix("2: damaged XML: ") == true)
        #expect(reader.damage("")?.hasPrefix("1: damaged XML") == true)
        #expect(reader.damage("no XML")?.hasPrefix("1: damaged XML: ") == true)
        #expect(reader.damage(memory(unit("&undeclared;", "b")))?.hasPrefix("3: damaged XML: ") == true)
    }

    /// The parser reads ahead, so that it may not come to the last units before the damage. The defect says where it was.
    @Test func whatIsBeforeTheDamageIsRead() throws {
        var units: [String] = []
        let text = memory(String(repeating: unit("a", "b") + "\n", count: 100) + "<tu></tmx>")
        var defects: [String] = []
        try reader.readInParts(InputFile(path: "a.tmx", bytes: Array(text.utf8)), unitCount: 1) { part in
            units += part.units
            defects += part.defects.map { "\(part.position(of: $0.location).line): \($0.message)" }
        }
        #expect(defects.count == 1)
        #expect(defects.first?.hasPrefix("103: damaged XML: Opening and ending tag mismatch: tu") == true)
        #expect(defects.first?.hasSuffix(" The last unit that was read is on line \(units.count + 2).") == true)
        #expect(units.count > 80)
        #expect(units.first == "1: a | b")
    }

    // MARK: Memories made to do harm

    @Test func noOtherFileIsRead() throws {
        let text = memory(unit("a&secret;b", "c")).replacing(
            "<tmx ", with: "<!DOCTYPE tmx [<!ENTITY secret SYSTEM \"file:///etc/passwd\">]><tmx ")
        #expect(try reader.units(text) == ["1: a&secret;b | c"])
    }

    @Test func entitiesOfEntitiesAreNotExpanded() throws {
        var laughs = "<!DOCTYPE tmx [<!ENTITY a0 \"ha\">"
        for level in 1...20 {
            laughs += "<!ENTITY a\(level) \"\(String(repeating: "&a\(level - 1);", count: 10))\">"
        }
        let text = memory(unit("&a20;", "b")).replacing("<tmx ", with: laughs + "]><tmx ")
        if let bitext = try? reader.bitext(text) { #expect(bitext.source.bytes.count < 100) }
    }

    @Test func depthIsBounded() {
        let deep = String(repeating: "<hi>", count: 100_000)
        #expect(reader.damage(memory(unit(deep, "b")))?.contains("damaged XML: Excessive depth") == true)
    }
}
