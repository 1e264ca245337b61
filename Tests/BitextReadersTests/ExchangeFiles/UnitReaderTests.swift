import Bitext
import BitextReaders
import ParsedBitext
import TestSupport
import Testing

/// What holds of all forms that are lists of units.
@Suite struct UnitReaderTests {
    /// Units whose texts are easily taken for something else, in each form.
    private static let texts = [
        ("# Not a heading\nbut two lines", "# Pas un titre"), ("- no item\r\n- none", "1. pas d'étape"),
        ("```", "~~~"), ("    code", "\tcode"), ("> a | b |", "|-|-|"), ("[a]: b", "[a]: <c>"), ("---", "==="),
        ("<div>", "<!-- comment"), ("<span data-ttu-id=\"1\">a</span>", "x data-stu-id=\"2\" tu-id="),
        ("a\u{2028}b\u{85}c\u{B}d", "e\u{2029}f\u{C}g"), ("", "x"), ("y", ""), ("*", "**"), ("plain", "uni"),
        ("é日👩‍💻", "«»"), ("tu-id=", "<span class=\"sxs-lookup\">"),
    ]

    private static func tmx(_ pairs: [(String, String)]) -> String {
        func escaped(_ text: String) -> String {
            // The first is not an XML 1.0 character at all.
            text.replacing("\u{B}", with: " ").replacing("\u{C}", with: " ").replacing("&", with: "&amp;")
                .replacing("<", with: "&lt;")
        }
        return "<tmx><header srclang='en'/><body>"
            + pairs.map {
                "<tu><tuv xml:lang='en'><seg>\(escaped($0))</seg></tuv><tuv xml:lang='fr'><seg>\(escaped($1))</seg></tuv></tu>\n"
            }.joined() + "</body></tmx>"
    }

    private static func xliff(_ pairs: [(String, String)]) -> String {
        func escaped(_ text: String) -> String {
            text.replacing("\u{B}", with: " ").replacing("\u{C}", with: " ").replacing("&", with: "&amp;")
                .replacing("<", with: "&lt;")
        }
        return "<xliff version='1.2'><file source-language='en' target-language='fr'><body>"
            + pairs.enumerated().map {
                "<trans-unit id='\($0)'><source>\(escaped($1.0))</source><target>\(escaped($1.1))</target></trans-unit>\n"
            }.joined() + "</body></file></xliff>"
    }

    private static func po(_ pairs: [(String, String)]) -> String {
        func quoted(_ text: String) -> String {
            "\""
                + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\r\n", with: "\\r\\n")
                .replacing("\n", with: "\\n").replacing("\t", with: "\\t") + "\""
        }
        return pairs.map { "msgid \(quoted($0))\nmsgstr \(quoted($1))\n\n" }.joined()
    }

    private static func tsv(_ pairs: [(String, String)]) -> String {
        func flat(_ text: String) -> String {
            text.replacing("\r\n", with: " ").replacing("\n", with: " ").replacing("\t", with: " ")
        }
        return pairs.map { "\(flat($0))\t\(flat($1))\n" }.joined()
    }

    /// The forms with a file of some pairs each.
    private static func files(_ pairs: [(String, String)]) -> [(reader: any UnitReader, text: String)] {
        [
            (TSVReader(sourceLocale: "en", targetLocale: "fr"), tsv(pairs)),
            (TMXReader(targetLocale: "fr"), tmx(pairs)),
            // A catalogue cannot say that a text is empty.
            (POReader(sourceLocale: "en", targetLocale: "fr"), po(pairs.filter { !$0.isEmpty && !$1.isEmpty })),
            (XLIFFReader(), xliff(pairs)),
        ]
    }

    /// As it comes out: on one line.
    private static func line(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    @Test func whateverTheTextsAreEachIsOneSegment() throws {
        for (reader, text) in Self.files(Self.texts) {
            let bitext = try reader.bitext(text)
            let expected = reader is POReader ? Self.texts.filter { !$0.isEmpty && !$1.isEmpty } : Self.texts
            #expect(bitext.segments.count == expected.count, "\(reader)")
            for (segment, (source, target)) in zip(bitext.segments, expected) {
                for (side, text) in [(Side.source, source), (.target, target)] {
                    let variant = try #require(segment[side])
                    var found = bitext[side].text(variant.range)
                    if found.hasPrefix("\\"), !text.hasPrefix("\\") { found.removeFirst() }
                    #expect(!found.contains { $0.isNewline })
                    #expect(Self.words(found) == Self.words(text), "\(reader): \(text)")
                }
            }
            // Between two units is an empty line, on both sides.
            let gaps = bitext.anchors.filter { $0.segment == nil }
            #expect(gaps.count == bitext.segments.count)
            #expect(
                gaps.allSatisfy { bitext.source.text($0.source) == "\n\n" && bitext[.target].text($0.target) == "\n\n" }
            )
        }
    }

    /// The words of a text, whatever is between them.
    private static func words(_ text: String) -> [String] {
        text.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }
    }

    /// A text that looks like the beginning of something larger hides neither the units after it nor itself.
    @Test(arguments: [
        "```", "```swift", "~~~", "   ~~~ `", "<!-- a", "<?a", "<!A", "<![CDATA[a", "<pre>a", "<SCRIPT",
        "<style x=\"</b>\">a",
        "<textarea>", "[a]: b", "[a]: b \"c\"", "- ```", "> ~~~", "1. <!-- a", "# a", "---", "<div>", "<td>", "a | b",
        ":::row:::",
    ])
    func noUnitHidesAnother(text: String) throws {
        let reader = TSVReader(sourceLocale: "en", targetLocale: "fr")
        let page = try reader.bitext("\(text)\tun\nopen the [a] relay\tdeux\n").tokenized()
        #expect(
            String(decoding: SegmentPair(page, index: 1).text(.source), as: UTF8.self) == "open the [a] relay")
        // Nobody sees a rule, a tag or a comment.
        let isSeen = !["---", "<div>", "<td>", "1. <!-- a", "- ```", "> ~~~"].contains(text)
        #expect(SegmentPair(page, index: 0).text(.source).isEmpty != isSeen)
    }

    @Test(arguments: [
        "`` ` ``", "```a```", "<!-- a --> b", "<?a?> b", "<pre>a</pre>", "<b>a", "<preface>a", "[a](b.md): c", "[a] b",
        "~~a~~",
        "    ```", "\\```",
    ])
    func otherTextsStayAsTheyAre(text: String) throws {
        let bitext = try TSVReader(sourceLocale: "en", targetLocale: "fr").bitext("\(text)\tun\n")
        #expect(bitext.string(.source) == text + "\n\n")
    }

    @Test func anchorsAreAUnitAndAGapInTurn() throws {
        let bitext = try TSVReader(sourceLocale: nil, targetLocale: nil).bitext("one\tun\ntwo\tdeux\n")
        #expect(
            bitext.anchors == [
                Anchor(source: SideRange(0..<3), target: SideRange(0..<2), segment: 0),
                Anchor(source: SideRange(3..<5), target: SideRange(2..<4), segment: nil),
                Anchor(source: SideRange(5..<8), target: SideRange(4..<8), segment: 1),
                Anchor(source: SideRange(8..<10), target: SideRange(8..<10), segment: nil),
            ])
        #expect(bitext.targetRange(of: SideRange(6..<7)) == SideRange(4..<8))
        #expect(bitext.targetRange(of: SideRange(2..<6)) == SideRange(0..<8))
        #expect(bitext.sourceLocale == nil && bitext.targetLocale == nil)
    }

    @Test(arguments: [1, 2, 3, 7, 1000])
    func partsAreTheSameUnits(unitCount: Int) throws {
        let pairs = (0..<23).map { ("source \($0)", $0 % 5 == 0 ? "" : "target \($0)\nand more") }
        for (reader, text) in Self.files(pairs) {
            let whole = try reader.bitext(text)
            var parts: [Bitext] = []
            try reader.readInParts(InputFile(path: "pairs", bytes: Array(text.utf8)), unitCount: unitCount) {
                parts.append($0)
            }
            for part in parts { try BitextInvariants.check(part) }
            #expect(parts.flatMap(\.units) == whole.units)
            #expect(parts.flatMap(\.origins) == whole.origins)
            #expect(parts.dropLast().allSatisfy { $0.segments.count == unitCount })
            #expect(parts.count == (whole.segments.count + unitCount - 1) / unitCount)
            #expect(parts.allSatisfy { $0.targetLocale == whole.targetLocale && $0.files[0].path == "pairs" })
        }
    }

    /// The defects are those of the whole file, with the last part.
    @Test(arguments: [1, 2, 3])
    func theLastPartHasTheDefects(unitCount: Int) throws {
        let reader = TSVReader(sourceLocale: "en", targetLocale: "fr")
        var parts: [Bitext] = []
        let bytes = Array("no tab\na\tb\nc".utf8) + [0xFF] + Array("\td\nnone\n".utf8)
        try reader.readInParts(InputFile(path: "pairs", bytes: bytes), unitCount: unitCount) { parts.append($0) }
        #expect(parts.count == (unitCount == 1 ? 2 : 1))
        #expect(parts.last?.report == ["damaged-unit 1:1", "invalid-utf8 3:2", "damaged-unit 4:1"])
        #expect(parts.dropLast().allSatisfy { $0.defects.isEmpty })
    }

    @Test func defectsWithoutUnitsAreAPart() throws {
        var reports: [[String]] = []
        let input = InputFile(path: "pairs", bytes: Array("no tab\n".utf8))
        try TSVReader(sourceLocale: "en", targetLocale: "fr").readInParts(input) { reports.append($0.report) }
        #expect(reports == [["damaged-unit 1:1"]])
    }

    @Test func noUnitsAreNoParts() throws {
        for (reader, text) in Self.files([]) {
            try reader.readInParts(InputFile(path: "pairs", bytes: Array(text.utf8))) { _ in Issue.record("a part") }
        }
    }

    /// What is after the reader does not know the form: a page of pairs and a list of the same pairs have the same texts.
    @Test func rulesSeeTheSameAsOnAPage() throws {
        let pairs = [
            ("Open **the relay** now.", "Ouvrez **le relais** maintenant."),
            ("See [help](a.md).", "Voir [aide](a.md)."),
        ]
        let page = try read(pairs.enumerated().map { pair(String(101 + $0), $1.1, $1.0) + "\n\n" }.joined()).tokenized()
        for (reader, text) in Self.files(pairs) {
            let list = try reader.bitext(text).tokenized()
            for index in 0..<2 {
                for side in Side.allCases {
                    let (one, other) = (SegmentPair(page, index: index), SegmentPair(list, index: index))
                    #expect(one.text(side) == other.text(side))
                    #expect(one.elements(side).map(\.kind) == other.elements(side).map(\.kind))
                    #expect(one.tokens(side).map(\.hash) == other.tokens(side).map(\.hash))
                }
            }
        }
    }

    // MARK: Mutants

    private static let mutators: [Mutator] = [
        Mutator(pieces: ["\t", "\n", "\r\n", "\u{FEFF}", "\t\t", "é"]),
        Mutator(pieces: [
            "<seg>", "</seg>", "<seg/>", "<tu>", "</tu>", "<tuv xml:lang='fr'>", "</tuv>", "<!--", "-->", "<![CDATA[",
            "]]>",
            "&amp;", "&", "&#0;", "&#x10FFFF;", "<?", "?>", "'", "\"", ">", "<", "<!DOCTYPE tmx [<!ENTITY a 'b'>]>",
            "&a;",
            "<header srclang='*all*'/>",
        ]),
        Mutator(pieces: [
            "msgid ", "msgstr ", "msgid \"a\"\n", "msgstr \"b\"\n", "msgctxt \"c\"\n", "msgid_plural ", "msgstr[0] ",
            "\"", "\\", "\\\"",
            "\n", "\n\n", "#, fuzzy\n", "#~ ", "# ", "\r\n",
        ]),
        Mutator(pieces: [
            "<source>", "</source>", "<target>", "</target>", "<target/>", "<trans-unit id='1'>", "</trans-unit>",
            "<unit>",
            "<segment>", "</segment>", "<g id='1'>", "</g>", "<pc id='1'>", "<ph id='2'>", "</ph>", "<bpt id='1'>",
            "<x id='3'/>",
            "<mrk>", "</mrk>", "<alt-trans>", "<cp hex='1B'/>", "<cp hex='D800'/>", "<data id='d'>", "<!--", "-->",
            "<![CDATA[", "]]>", "&amp;", "&", "&a;", "<!DOCTYPE xliff [<!ENTITY a 'b'>]>", "<a:b xmlns:a='c'>",
        ]),
    ]

    /// Any bytes: no crash, an error with a line of the file, or a bitext of which all is true that is true of every bitext.
    @Test(arguments: 0..<4)
    func mutantsAreBitextsOrDamage(form: Int) throws {
        let (reader, text) = Self.files(Self.texts)[form]
        var random = SeededGenerator(seed: form + 1)
        let original = Array(text.utf8)
        var (healthy, damaged) = (0, 0)
        for round in 0..<Mutator.rounds(800) {
            // The text itself comes first: of few mutants of a form that knows many defects, none may be healthy.
            let bytes = round == 0 ? original : Self.mutators[form].mutant(of: original, &random)
            do {
                let bitext = try reader.read([InputFile(path: "pairs", bytes: bytes)])
                try #require(Set(bitext.segments.map(\.id)).count == bitext.segments.count)
                if bitext.defects.isEmpty { healthy += 1 } else { damaged += 1 }
                try BitextInvariants.check(bitext, of: bytes)
                guard round % 10 == 0 else { continue }
                var (inParts, defects): ([String], [Defect]) = ([], [])
                try reader.readInParts(InputFile(path: "pairs", bytes: bytes), unitCount: 3) {
                    inParts += $0.units
                    defects += $0.defects
                }
                try #require(inParts == bitext.units && defects == bitext.defects)
            } catch let error as BitextReadingError {
                damaged += 1
                guard case .damaged(let line, let reason) = error else { continue }
                try #require((1...bytes.count { $0 == 0x0A } + 1).contains(line) && !reason.isEmpty)
            }
        }
        #expect(healthy > 0 && damaged > 0)
    }
}
