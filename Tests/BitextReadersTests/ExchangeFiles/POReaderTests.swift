import Bitext
import BitextReaders
import TestSupport
import Testing

@Suite struct POReaderTests {
    private let reader = POReader(sourceLocale: "en-US", targetLocale: "fr-FR")

    @Test func anEntryIsASourceAndATarget() throws {
        let bitext = try reader.bitext(
            """
            # A comment of the translator
            #: src/main.c:42
            #, c-format
            msgid "Open it."
            msgstr "Ouvrez-le."

            msgid "Wait."
            msgstr "Patientez."

            """)
        #expect(bitext.units == ["1: Open it. | Ouvrez-le.", "2: Wait. | Patientez."])
        #expect(bitext.origins == ["4:8 Open it. | 5:9 Ouvrez-le.", "7:8 Wait. | 8:9 Patientez."])
        #expect(bitext.files[0].text(bitext.segments[1].location.range) == "Wait.\"\nmsgstr \"Patientez.")
        #expect(bitext.sourceLocale == "en-US")
        #expect(bitext.targetLocale == "fr-FR")
    }

    @Test func aStringOnSeveralLinesIsOne() throws {
        let bitext = try reader.bitext(
            "msgid \"\"\n\"Open \"\n  \"the relay.\"\nmsgstr \"Ouvrez \"\n\n\"le relais.\"\nmsgid \"a\"\nmsgstr \"b\"\n"
        )
        #expect(bitext.units == ["1: Open the relay. | Ouvrez le relais.", "2: a | b"])
        #expect(bitext.origins[0] == "2:2 Open \"\n  \"the relay. | 4:9 Ouvrez \"\n\n\"le relais.")
        #expect(bitext.origins[1] == "7:8 a | 8:9 b")
    }

    @Test func escapesAreTheirCharacters() throws {
        let bitext = try reader.bitext(#"msgid "say \"a\\b\"\tc""# + "\n" + #"msgstr "dites « a\\b »\tc""# + "\n")
        #expect(bitext.units == ["1: say \"a\\b\"\tc | dites « a\\b »\tc"])
        #expect(bitext.origins == [#"1:8 say \"a\\b\"\tc | 2:9 dites « a\\b »\tc"#])
    }

    @Test func lineBreaksOfATextAreBlanks() throws {
        #expect(try reader.units(#"msgid "one\n\ntwo\r\n""# + "\n" + #"msgstr "un""#) == ["1: one two | un"])
    }

    @Test func aContextNamesItsEntry() throws {
        let text =
            "msgctxt \"menu\"\nmsgid \"Open\"\nmsgstr \"Ouvrir\"\nmsgctxt \"door\"\nmsgid \"Open\"\nmsgstr \"Ouvert\"\n"
        #expect(try reader.units(text) == ["menu: Open | Ouvrir", "door: Open | Ouvert"])
    }

    /// A context is often that of many entries: a menu, a file.
    @Test func entriesOfOneContextHaveIDsOfTheirOwn() throws {
        let entries = [
            ("menu", "a", "b"), ("menu", "c", ""), ("menu", "d", "e"), ("menu-2", "f", "g"), ("6", "h", "i"),
        ]
        let text =
            entries.map { "msgctxt \"\($0)\"\nmsgid \"\($1)\"\nmsgstr \"\($2)\"\n" }.joined()
            + "msgid \"j\"\nmsgstr \"k\"\n"
        let units = ["menu: a | b", "menu-3: d | e", "menu-2-2: f | g", "6: h | i", "6-2: j | k"]
        #expect(try reader.units(text) == units)
        // The second one is translated now; the others keep their ids.
        let more = text.replacing("msgid \"c\"\nmsgstr \"\"", with: "msgid \"c\"\nmsgstr \"x\"")
        #expect(try reader.units(more) == units[..<1] + ["menu-2: c | x"] + units[1...])
    }

    @Test func ofPluralFormsTheFirstIsRead() throws {
        let text = """
            msgid "%d page"
            msgid_plural "%d pages"
            msgstr[0] "%d page"
            msgstr[1] "%d "
            "pages"
            msgstr[2] ""

            msgid "a"
            msgstr "b"
            """
        #expect(try reader.units(text) == ["1: %d page | %d page", "2: a | b"])
    }

    @Test func headerFuzzyObsoleteAndUntranslatedEntriesAreNoPairs() throws {
        let text = """
            # Header
            #, fuzzy
            msgid ""
            msgstr "Language: fr\\n"
            "Content-Type: text/plain; charset=UTF-8\\n"

            #, c-format, fuzzy
            msgid "Guessed"
            msgstr "Deviné"

            #| msgid "Before"
            msgid "Untranslated"
            msgstr ""

            msgid "Yes"
            msgstr "Oui"

            #~ msgid "Gone"
            #~ msgstr "Parti"
            """
        #expect(try reader.units(text) == ["4: Yes | Oui"])
    }

    @Test(arguments: [
        ("Language: fr", "fr"), ("Language: pt_BR", "pt-BR"), ("Language: pt_BR.UTF-8", "pt-BR"),
        ("Language: sr_RS@latin", "sr-Latn-RS"), ("Language: ca@valencia", "ca"), ("Language: ", nil),
        ("Language: @", nil), ("Language-Team: French", nil), ("", nil),
    ])
    func theHeaderNamesTheTarget(header: String, locale: String?) throws {
        let text =
            "#, fuzzy\nmsgid \"\"\nmsgstr \"\"\n\"Project-Id-Version: a\\n\"\n\"\(header)\\n\"\n\nmsgid \"a\"\nmsgstr \"b\"\n"
        let bitext = try POReader(sourceLocale: "en-US", targetLocale: nil).bitext(text)
        #expect(bitext.units == ["2: a | b"])
        #expect(bitext.targetLocale == locale)
        #expect(bitext.sourceLocale == "en-US")
        #expect(try reader.bitext(text).targetLocale == "fr-FR")
    }

    @Test func entriesWithoutAnEmptyLineBetweenAreTwo() throws {
        for blank in [" ", "\t", ""] {
            let text =
                "msgid\(blank)\"a\"\nmsgstr\(blank)\"b\"\nmsgid\(blank)\"c\"\nmsgstr\(blank)\"d\"\n#. note\nmsgid \"e\"\nmsgstr \"f\"\n"
            #expect(try reader.units(text) == ["1: a | b", "2: c | d", "3: e | f"])
        }
    }

    @Test func carriageReturnsAndAByteOrderMarkAreNoText() throws {
        let bitext = try reader.bitext("\u{FEFF}msgid \"a\"\r\n\"b\"\r\nmsgstr \"c\"\r\n")
        #expect(bitext.units == ["1: ab | c"])
        #expect(bitext.origins[0].hasSuffix(" | 3:9 c"))
    }

    @Test(arguments: ["", "\n\n", "# only a comment\n", "msgid \"\"\nmsgstr \"\"\n"])
    func aCatalogueWithoutPairsIsABitextWithoutSegments(text: String) throws {
        #expect(try reader.bitext(text).segments.isEmpty)
    }

    @Test(arguments: [
        ("msgid \"a\nmsgstr \"b\"\n", "1: a string without its closing quote"),
        ("msgid \"a\\\"\nmsgstr \"b\"\n", "1: a string without its closing quote"),
        ("msgid \"a\" b\"\nmsgstr \"c\"\n", "1: text after a closing quote; a quote inside a string is written `\\\"`"),
        ("\n\"a\"\n", "2: a string without `msgid` or `msgstr` before it"),
        ("msgid \"a\"\nmsgstr \"b\"\n# c\n\"d\"\n", "4: a string without `msgid` or `msgstr` before it"),
        ("msgid \"a\"\nstray words\n", "2: neither a comment nor a string"),
        ("msgid \"a\"\nmsgtext \"b\"\n", "2: `msgtext` is no keyword of a catalogue"),
        ("msgctxt \"a\"\nmsgctxt \"b\"\nmsgid \"c\"\nmsgstr \"d\"\n", "2: a second `msgctxt` in one entry"),
        ("msgid \"a\"\nmsgstr \"b\"\nmsgstr \"c\"\n", "3: a second `msgstr` in one entry"),
        ("msgid \"a\"\nmsgstr \"b\"\n\nmsgid \"c\"\n", "4: a `msgid` without its `msgstr`"),
        ("msgstr \"a\"\n", "1: a `msgstr` without its `msgid`"),
    ])
    func damageIsSaidWithItsLineAndTheNextEntryIsRead(text: String, damage: String) throws {
        let bitext = try reader.bitext(text + "\nmsgid \"Yes\"\nmsgstr \"Oui\"\n")
        #expect(bitext.units.last?.hasSuffix(": Yes | Oui") == true)
        let found = bitext.defects.map { "\(bitext.position(of: $0.location).line): \($0.message)" }
        #expect(found.first == damage)
    }

    @Test func aDamagedEntryIsOneDefectAndTakesNoOtherWithIt() throws {
        let bitext = try reader.bitext(
            """
            msgid "one"
            msgstr "un"

            msgctxt "menu
            msgid "two"
            stray words
            msgstr "deux"

            msgid "without target"
            msgid "three"
            msgstr "trois"
            # A comment
            msgid "four
            msgstr "quatre
            # Another
            msgid "five"
            msgstr "cinq"
            """)
        #expect(bitext.units == ["1: one | un", "4: three | trois", "6: five | cinq"])
        #expect(bitext.report == ["damaged-unit 4:1", "damaged-unit 9:8", "damaged-unit 13:1"])
    }

    @Test func aContextAloneIsADefect() throws {
        let bitext = try reader.bitext("\nmsgctxt \"a\"\n")
        #expect(bitext.defects.map(\.message) == ["a `msgctxt` without its `msgid`"])
        #expect(bitext.report == ["damaged-unit 2:10"])
    }

    @Test func whatIsNoCatalogueHasAThousandDefects() throws {
        let bitext = try reader.bitext(String(repeating: "Some text.\n", count: 100_000))
        #expect(bitext.segments.isEmpty)
        #expect(bitext.defects.count == 1001)
    }

    @Test func aTextOfAHundredThousandLinesIsRead() throws {
        let lines = String(repeating: "\"line \"\n", count: 100_000)
        let bitext = try reader.bitext("msgid \"\"\n\(lines)msgstr \"a\"\n")
        #expect(bitext.segments.count == 1)
        #expect(bitext.source.bytes.count == 500_002)
    }
}
