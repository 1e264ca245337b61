import Bitext
import Testing

@testable import BitextReaders

/// What an import reads of the forms that have units.
@Suite struct ExchangeFileReaderTests {
    private func units(_ text: String, _ path: String) throws -> [ExchangeUnit] {
        try ExchangeFileReader.units(of: InputFile(path: path, bytes: Array(text.utf8)))
    }

    @Test func corrections() throws {
        let found = try units("Open it.\tOuvrir.\tOuvrez-le.\r\n\nClose it.\tFermez-le.\n", "a.tsv")
        #expect(found.map(\.oldTarget) == ["Ouvrir.", nil])
        #expect(found.map { $0.target?.markup } == ["Ouvrez-le.", "Fermez-le."])
        #expect(found.map(\.line) == [1, 3])
        #expect(throws: ExchangeDamage(line: 2, reason: "1 column, not a source, an old target and a new target")) {
            try units("a\tb\nc\n", "a.tsv")
        }
        #expect(throws: ExchangeDamage(line: 1, reason: "4 columns, not a source, an old target and a new target")) {
            try units("a\tb\tc\td\n", "a.tsv")
        }
    }

    @Test func catalogues() throws {
        let found = try units(
            """
            msgid ""
            msgstr ""
            "Language: fr_FR\\n"
            "X-Diptych-Page: docs/page.md\\n"
            "X-Diptych-SHA256: abc\\n"

            #. diptych: 00ff 1-101 1-102
            #, fuzzy
            msgid "Open it."
            msgstr "Ouvrez-le."

            msgctxt "1-103"
            msgid "Close it."
            msgstr ""

            """, "a.po")
        #expect(found.map(\.page) == ["docs/page.md", "docs/page.md"])
        #expect(found.map(\.pageHash) == ["abc", "abc"])
        #expect(found.map(\.id) == ["1-101", "1-103"])
        #expect(found.map(\.moreIDs) == [["1-102"], []])
        #expect(found.map(\.targetHash) == ["00ff", nil])
        #expect(found.map(\.line) == [9, 13])
        #expect(found.map(\.isMarkdown) == [true, true])
        #expect(found[1].target?.parts.isEmpty == true)
        // Readers of bitexts skip what is fuzzy or not translated.
        #expect(throws: ExchangeDamage.self) { try units("msgid \"a\nmsgstr \"b\"\n", "a.po") }
    }

    @Test func cataloguesThatAreCutOff() throws {
        func damage(_ text: String) -> String? {
            do {
                _ = try units(text, "a.po")
                return nil
            } catch { return (error as? ExchangeDamage).map { "\($0.line): \($0.reason)" } }
        }
        let whole = "msgid \"a\"\nmsgstr \"b\"\n"
        for end in ["", "\n\n", "\n# The end.\n", "\n#, fuzzy\n#~ msgid \"c\"\n#~ msgstr \"d\"\n", "\r\n"] {
            #expect(damage(whole + end) == nil)
        }
        let comments = "the file seems to be cut off: no entry follows these comments; if it is whole, remove them"
        for end in ["#. diptych: 00ff 1-101\n", "#. a\n#, fuzzy\n\n", "#: page.md:3\n# a\n", "#| msgid \"c\"\r\n"] {
            #expect(damage(whole + "\n" + end) == "4: \(comments)")
            #expect(damage(whole + "\n#~ msgid \"c\"\n#~ msgstr \"d\"\n\n" + end) == "7: \(comments)")
        }
        let lineBreak = "the file seems to be cut off: it has no line break at its end; if it is whole, add one"
        #expect(damage("msgid \"a\"\nmsgstr \"b\"") == "2: \(lineBreak)")
        #expect(damage(whole + "\n#. diptych: 00f") == "4: \(lineBreak)")
        #expect(damage(whole + "\n#. a\nmsgid \"c\"\n") == "5: a `msgid` without its `msgstr`")
        #expect(damage(whole + "\nmsgctxt \"c\"\n") == "4: a `msgctxt` without its `msgid`")
    }

    @Test func charsetsOfCatalogues() throws {
        func damage(_ bytes: [UInt8]) -> ExchangeDamage? {
            do {
                _ = try ExchangeFileReader.units(of: InputFile(path: "a.po", bytes: bytes))
                return nil
            } catch { return error }
        }
        func catalogue(_ charset: String) -> String {
            "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=\(charset)\\n\"\n\nmsgid \"a\"\nmsgstr \"été\"\n"
        }
        // What the bytes are counts more than what the header says.
        #expect(try units(catalogue("ISO-8859-1"), "a.po").map { $0.target?.markup } == ["été"])
        let latin = catalogue("ISO-8859-1").unicodeScalars.map { UInt8($0.value) }
        let found = try ExchangeFileReader.units(of: InputFile(path: "a.po", bytes: latin))
        #expect(found.map { $0.target?.markup } == ["été"])
        for name in ["UTF-8", "CHARSET", "no-such-charset"] {
            let bytes = catalogue(name).unicodeScalars.map { UInt8($0.value) }
            #expect(damage(bytes)?.line == 6)
            #expect(damage(bytes)?.reason.hasPrefix("not UTF-8: 0xE9") == true)
        }
        // A file in UTF-8 with one damaged byte is no file in another encoding.
        var bytes = Array(catalogue("ISO-8859-1").replacing("été", with: String(repeating: "é", count: 20)).utf8)
        bytes.insert(0xC3, at: bytes.count - 2)
        #expect(damage(bytes)?.line == 6)
        // A charset in the text is not that of the header.
        let text = "msgid \"\"\nmsgstr \"\"\n\nmsgid \"a\"\nmsgstr \"\"\n\"Content-Type: a; charset=ISO-8859-1 é\"\n"
        #expect(damage(text.unicodeScalars.map { UInt8($0.value) })?.line == 6)
    }

    @Test func memories() throws {
        let found = try units(
            """
            <tmx version="1.4"><header srclang="en-US"/><body>
            <tu tuid="1"><prop type="x-diptych-page">page.md</prop><prop type="x-diptych-segment">1-101</prop>
            <prop type="x-diptych-target">00ff</prop><tuv xml:lang="en-US"><seg>Run <bpt i="1" x="3">**</bpt>a<ept i="1">**</ept>
            <ph x="2">`b`</ph></seg></tuv><tuv xml:lang="fr-FR"><seg>Exécutez</seg></tuv>
            <tuv xml:lang="de-DE"><seg>Starten</seg></tuv></tu></body></tmx>
            """, "a.tmx")
        #expect(found.map(\.targetLocale) == ["fr-FR", "de-DE"])
        #expect(found.map { $0.target?.markup } == ["Exécutez", "Starten"])
        #expect(found[0].source.markup == "Run **a**\n`b`")
        #expect(found[0].source.codes.map(\.id) == ["3", "3", "2"])
        #expect(found[0].page == "page.md" && found[0].moreIDs == ["1-101"] && found[0].targetHash == "00ff")
        #expect(found.map(\.isOfAllPages) == [true, true])
    }

    @Test func charactersThatXMLCannotHold() {
        #expect(CodedText.safe("a\u{1B}b\u{FFFF}\tc\r\n") == "a\\u{1B}b\\u{FFFF}\tc\r\n")
        #expect(CodedText.safe("é日👩‍💻") == "é日👩‍💻")
    }
}
