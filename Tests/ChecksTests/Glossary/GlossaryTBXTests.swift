import Testing

@testable import Checks

@Suite struct GlossaryTBXTests {
    private func terms(_ tbx: String) throws -> [Glossary.Term] { try Glossary.terms(in: Array(tbx.utf8)) }

    private func error(_ tbx: String) -> String? {
        do {
            _ = try terms(tbx)
            return nil
        } catch { return String(describing: error) }
    }

    /// TBX-Basic of 2008.
    private static let basic = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
        <martif type="TBX-Basic" xml:lang="en"><martifHeader><fileDesc/></martifHeader><text><body>
        <termEntry id="c1">
          <descrip type="subjectField">mail</descrip><note>One in each pool.</note>
          <langSet xml:lang="en-US"><tig><term>edge node</term></tig><tig><term>edge &amp; node</term></tig></langSet>
          <langSet xml:lang="fr-FR">
            <tig><term>serveur de bordure</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
            <ntig><termGrp><term>nœud de bord</term>
              <termNoteGrp><termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></termNoteGrp></termGrp></ntig>
            <tig><termNote type="partOfSpeech">noun</termNote><term><![CDATA[nœud de ]]>périmètre</term>
              <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
            <tig><term>nœud Edge</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></tig>
          </langSet>
          <langSet xml:lang="de-DE"><tig><term>Randknoten</term></tig></langSet>
        </termEntry>
        <termEntry><langSet xml:lang="en"><tig><term>hub</term></tig></langSet></termEntry>
        </body></text></martif>
        """

    @Test func theBasicDialectOf2008IsRead() throws {
        let terms = try terms(Self.basic)
        #expect(terms.map(\.source) == ["edge node", "edge & node", "edge node", "edge & node"])
        #expect(
            terms.first
                == Glossary.Term(
                    "edge node", targets: ["nœud de périmètre", "nœud de bord"],
                    forbidden: ["serveur de bordure", "nœud Edge"], note: "One in each pool.", locale: "fr-FR"))
        #expect(
            terms.last
                == Glossary.Term("edge & node", targets: ["Randknoten"], note: "One in each pool.", locale: "de-DE"))
    }

    @Test(arguments: ["termNote type=\"administrativeStatus\"", "basic:administrativeStatus"])
    func bothStylesOfVersion3AreRead(status: String) throws {
        let end = status.prefix { $0 != " " }
        let terms = try terms(
            """
            <tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
              xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body><conceptEntry id="c1">
            <langSec xml:lang="en"><termSec><term>relay</term></termSec></langSec>
            <langSec xml:lang="fr"><termSec><term>relais</term></termSec>
            <termSec><term>relai</term><\(status)>deprecatedTerm-admn-sts</\(end)></termSec></langSec>
            </conceptEntry></body></text></tbx>
            """)
        #expect(terms == [Glossary.Term("relay", targets: ["relais"], forbidden: ["relai"], locale: "fr")])
    }

    @Test(arguments: ["ISO-8859-1", "KOI8-R", "US-ASCII", "UTF-16"])
    func theBytesAreUTF8WhateverIsDeclared(name: String) throws {
        let terms = try terms(Self.basic.replacing("UTF-8", with: name))
        #expect(terms.first?.targets.contains("nœud de périmètre") == true)
    }

    @Test func damageIsSaidWithItsLine() {
        #expect(
            error("<martif>\n<text>\n</body></martif>")?.hasPrefix("line 3: damaged XML: Opening and ending tag")
                == true)
        #expect(error("<martif>\n<text>")?.hasPrefix("line 2: damaged XML") == true)
        #expect(error("<html>\n</html>") == "line 1: not a glossary; TBX begins with <martif> or <tbx>")
        #expect(error("<martif>\n<term>&eacute;</term></martif>")?.hasPrefix("line 2: ") == true)
        #expect(error("<") == "line 1: not a glossary; TBX begins with <martif> or <tbx>")
        #expect(error("<!-- <tbx> -->\n<a><tbx/></a>") == "line 2: not a glossary; TBX begins with <martif> or <tbx>")
    }

    /// A pull request can make diptych read any file of the repository, and its messages are public.
    @Test(arguments: ["<secret>\n</secret>", "<?xml version=\"1.0\"?><secret", "<secret=token>", "<!-- secret"])
    func nothingOfAnotherFileIsQuoted(text: String) throws {
        let message = try #require(error(text))
        #expect(message.contains("not a glossary"))
        #expect(!message.contains("secret"))
    }

    @Test func entitiesAreRefused() {
        let outside = """
            <?xml version="1.0"?>
            <!DOCTYPE martif [<!ENTITY secret SYSTEM "file:///etc/hostname">]>
            <martif><text><body><termEntry><langSet xml:lang="en"><tig><term>&secret;</term></tig></langSet>
            <langSet xml:lang="fr"><tig><term>x</term></tig></langSet></termEntry></body></text></martif>
            """
        #expect(error(outside) == "line 2: declares an entity; a glossary needs none, so remove it")

        var laughs = "<!DOCTYPE martif [\n<!ENTITY a0 \"ha\">\n"
        for level in 1...20 {
            laughs += "<!ENTITY a\(level) \"\(String(repeating: "&a\(level - 1);", count: 10))\">\n"
        }
        #expect(
            error(laughs + "]>\n<martif><term>&a20;</term></martif>")?.hasPrefix("line 2: declares an entity") == true)
    }

    @Test func aDTDIsNeitherLoadedNorNeeded() throws {
        let tbx = Self.basic.replacing("TBXBasiccoreStructV02.dtd", with: "http://127.0.0.1:9/none.dtd")
        #expect(try terms(tbx).count == 4)
    }

    @Test func depthAndSizeAreBounded() {
        #expect(error("<martif>" + String(repeating: "<a>", count: 100_000)) != nil)
        let long =
            "<martif><termEntry><langSet><tig><term>\(String(repeating: "x", count: 5000))</term></tig></langSet></termEntry></martif>"
        #expect(error(long) == "line 1: a term of 5000 bytes; the longest may have 1024")
    }

    @Test func elementsInWrongPlacesDoNoHarm() throws {
        #expect(
            try terms(
                "<martif><term>a</term><tig><term/></tig><termEntry><tig><term>b</term></tig></termEntry></martif>")
                == [])
    }
}
