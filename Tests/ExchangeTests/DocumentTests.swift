import TestSupport
import Testing

@testable import Exchange

/// The files as a whole. Change an expectation only after a look at it.
@Suite struct DocumentTests {
    private static let text = """
        ---
        ms.contentlocale: fr-FR
        ms.sourcegitcommit: 0123abc
        ---
        # \(pair("103", "Relais", "Relay"))

        1. \(pair("104", "Ouvrez **le relais**.", "Open **the relay**.")) \(pair("105", "Puis `a`.", "Then `a`."))
        2. \(pair("106", "Fermez le le relais.", "Close the relay."))
        """

    private func file(_ form: ExchangeForm, _ selection: ExchangeSelection = ExchangeSelection()) throws -> String {
        let page = try TestPage(Self.text)
        return Self.withoutHashes(page.file(form, selection), of: page)
    }

    private static func withoutHashes(_ file: String, of page: TestPage) -> String {
        file.replacing(page.sha256, with: "SHA256").replacing(/(>|diptych: )[0-9a-f]{16}/) { $0.output.1 + "HASH" }
    }

    /// Each block of a section names its heading, whatever its characters are made of.
    @Test(arguments: ["a", "\u{301}"])
    func aLongHeadingIsCut(sign: String) throws {
        let heading = "# \(pair("101", "Titre", "T" + String(repeating: sign, count: 20_000)))\n\n"
        let blocks = (102..<112).map { pair("\($0)", "Texte \($0)", "Text \($0)") + "\n\n" }.joined()
        let file = try TestPage("---\nms.contentlocale: fr-FR\n---\n" + heading + blocks).file(.po)
        // The heading itself, and its beginning for each block.
        #expect(file.utf8.count < 20_000 * sign.utf8.count + 10 * (ExchangePage.longestHeading + 400) + 2_000)
        #expect(file.contains("…”"))
    }

    @Test func xliff2() throws {
        #expect(
            try file(.xliff) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" \
                xmlns:its="http://www.w3.org/2005/11/its" version="2.1" srcLang="en-US" trgLang="fr-FR" its:version="2.0">
                <file id="page" original="docs/page.md" xml:space="preserve">
                <mda:metadata><mda:metaGroup category="diptych"><mda:meta type="sha256">SHA256</mda:meta>\
                <mda:meta type="source-revision">0123abc</mda:meta></mda:metaGroup></mda:metadata>
                <unit id="unit.0a1b2-103" canResegment="no">
                <mda:metadata><mda:metaGroup category="diptych"><mda:meta type="0a1b2-103">HASH</mda:meta>\
                </mda:metaGroup></mda:metadata>
                <notes><note category="location">docs/page.md:5</note>
                </notes>
                <segment id="0a1b2-103" state="translated"><source>Relay</source><target>Relais</target></segment>
                </unit>
                <unit id="unit.0a1b2-104" canResegment="no">
                <mda:metadata><mda:metaGroup category="diptych"><mda:meta type="0a1b2-104">HASH</mda:meta>\
                <mda:meta type="0a1b2-105">HASH</mda:meta></mda:metaGroup></mda:metadata>
                <notes><note category="location">docs/page.md:7, section “Relay”, item 1</note>
                </notes>
                <originalData><data id="d1">**</data><data id="d2">`a`</data></originalData>
                <segment id="0a1b2-104" state="translated"><source>Open <pc id="1" canCopy="no" canDelete="no" type="fmt" \
                subType="xlf:b" dataRefStart="d1" dataRefEnd="d1" dispStart="**" dispEnd="**">the relay</pc>.</source>\
                <target>Ouvrez <pc id="1" canCopy="no" canDelete="no" type="fmt" subType="xlf:b" dataRefStart="d1" \
                dataRefEnd="d1" dispStart="**" dispEnd="**">le relais</pc>.</target></segment>
                <ignorable><source> </source></ignorable>
                <segment id="0a1b2-105" state="translated"><source>Then <ph id="2" canCopy="no" canDelete="no" type="other" \
                dataRef="d2" disp="`a`"/>.</source><target>Puis <ph id="2" canCopy="no" canDelete="no" type="other" \
                dataRef="d2" disp="`a`"/>.</target></segment>
                </unit>
                <unit id="unit.0a1b2-106" canResegment="no">
                <mda:metadata><mda:metaGroup category="diptych"><mda:meta type="0a1b2-106">HASH</mda:meta></mda:metaGroup></mda:metadata>
                <its:locQualityIssues xml:id="issues.0a1b2-106"><its:locQualityIssue locQualityIssueType="duplication" \
                locQualityIssueSeverity="50" locQualityIssueComment="doubled-word: repeated word: “le le”"/></its:locQualityIssues>
                <notes><note category="location">docs/page.md:8, section “Relay”, item 2</note>
                <note category="finding" appliesTo="target" priority="3">warning: repeated word: “le le” [doubled-word] (0a1b2-106)</note>
                </notes>
                <segment id="0a1b2-106" state="translated" subState="diptych:needs-review"><source>Close the relay.</source>\
                <target><mrk id="mrk.0a1b2-106" type="its:any" its:locQualityIssuesRef="#its=issues.0a1b2-106">\
                Fermez le le relais.</mrk></target></segment>
                </unit>
                </file>
                </xliff>

                """)
    }

    /// What XML does not allow is in no attribute, and no language is what no language is.
    @Test(arguments: [ExchangeForm.xliff, .xliff12, .tmx])
    func namesThatXMLCannotHold(form: ExchangeForm) throws {
        let text = "---\nms.contentlocale: \"\u{FFFE}x\"\n---\n\(pair("101", "Un", "One"))\n"
        let page = try TestPage(text, name: "docs/a\u{1}.md")
        let file = page.file(form)
        #expect(file.contains("docs/a\\u{1}.md") && file.contains("fr-FR"))
        #expect(!file.unicodeScalars.contains("\u{1}") && !file.unicodeScalars.contains("\u{FFFE}"))
        #expect(try page.imported(file, form).report.isEmpty)
    }

    @Test func onlyFindings() throws {
        var selection = ExchangeSelection()
        selection.onlyFindings = true
        let found = try file(.po, selection)
        #expect(found.contains("msgid \"Close the relay.\"\nmsgstr \"Fermez le le relais.\"\n"))
        #expect(found.contains("#, fuzzy\n"))
        #expect(!found.contains("msgid \"Relay\""))
        selection.severity = .error
        #expect(try TestPage(Self.text).exported([], selection).segmentCount == 0)
    }

    @Test func catalogue() throws {
        let page = try TestPage(
            [
                pair("101", "Oui", "Yes"), pair("102", "Oui", "Yes"), pair("103", "Si", "Yes"),
                pair("104", "a\n\"b\" \\*", "c"),
            ]
            .joined(separator: "\n\n"))
        #expect(
            Self.withoutHashes(page.file(.po), of: page).split(separator: "\n\n", maxSplits: 1)[1]
                == """
                #. docs/page.md:1
                #. diptych: HASH 0a1b2-101 0a1b2-102
                #: docs/page.md:1
                #: docs/page.md:3
                msgctxt "0a1b2-101"
                msgid "Yes"
                msgstr "Oui"

                #. docs/page.md:5
                #. diptych: HASH 0a1b2-103
                #: docs/page.md:5
                msgctxt "0a1b2-103"
                msgid "Yes"
                msgstr "Si"

                #. docs/page.md:7
                #. diptych: HASH 0a1b2-104
                #: docs/page.md:7
                msgid "c"
                msgstr ""
                "a\\n"
                "\\"b\\" \\\\*"

                """)
    }
}
