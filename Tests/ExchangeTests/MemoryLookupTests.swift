import Bitext
import BitextReaders
import Testing

@testable import Exchange

@Suite struct MemoryLookupTests {
    private func pair(_ source: String, _ target: String, locale: String = "fr-FR", line: Int = 1) throws -> MemoryPair
    {
        var unit = ExchangeUnit()
        unit.isMarkdown = true
        unit.source = CodedText(source)
        unit.target = CodedText(target)
        unit.targetLocale = locale
        unit.line = line
        return try #require(MemoryPair(unit, file: "a.po", locale: nil))
    }

    private func percent(_ text: String, _ source: String) throws -> Int? {
        var lookup = MemoryLookup(text, minimum: 1, limit: 10)
        lookup.add(try pair(source, "x"))
        return lookup.matches.first?.percent
    }

    @Test(arguments: [
        ("Open the relay.", "Open the relay.", 100), ("Open  the\nrelay.", "Open the relay.", 100),
        // Case, punctuation and the markers of emphasis.
        ("open the relay", "Open the relay.", 99), ("Open **the relay**.", "Open the relay.", 99),
        ("Open the relay.", "Close the relay.", 66), ("Open the relay.", "Open the first relay.", 75),
        ("Open the relay now.", "Open the relay.", 75), ("the relay Open", "Open the relay", 33),
        // A code span is a word.
        ("Open `a` now.", "Open `b` now.", 66), ("Ouvrez l’été.", "OUVREZ L’ÉTÉ.", 99),
        // Each character is a word where there are no blanks.
        ("再起動する", "再起動した", 60), ("a b c d e f g h", "b c d e f g h i", 75),
    ])
    func similarity(text: String, source: String, percent: Int) throws {
        #expect(try self.percent(text, source) == percent)
        #expect(try self.percent(source, text) == percent)
    }

    @Test func nothingInCommonIsNoMatch() throws {
        #expect(try percent("Open the relay.", "Close a door.") == nil)
        #expect(try percent("…", "!") == nil)
    }

    /// The band of the distance finds the same as the whole table.
    @Test func theDistanceHasALimit() {
        var state: UInt64 = 7
        func random(_ count: UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1
            return (state >> 33) % count
        }
        func distance(_ left: [UInt64], _ right: [UInt64]) -> Int {
            var row = Array(0...right.count)
            for (index, word) in left.enumerated() {
                var diagonal = row[0]
                row[0] = index + 1
                for (other, second) in right.enumerated() {
                    let above = row[other + 1]
                    row[other + 1] = min(diagonal + (word == second ? 0 : 1), above + 1, row[other] + 1)
                    diagonal = above
                }
            }
            return row[right.count]
        }
        for _ in 0..<300 {
            let left = (0..<random(9)).map { _ in random(4) }
            let right = (0..<random(9)).map { _ in random(4) }
            let whole = distance(left, right)
            for limit in 0...9 {
                #expect(MemoryWords.distance(left, right, atMost: limit) == (whole <= limit ? whole : nil))
            }
        }
    }

    @Test func theBestComeFirstAndEqualPairsOnce() throws {
        var lookup = MemoryLookup("Restart the server.", minimum: 70, limit: 10)
        for (source, target, line) in [
            ("Restart the old server.", "Redémarrez l’ancien serveur.", 1), ("Restart the server.", "Relancez-le.", 2),
            ("Restart the server.", "Redémarrez-le.", 3), ("Restart the server.", "Redémarrez-le.", 4),
            ("Stop.", "Arrêtez.", 5),
        ] { lookup.add(try pair(source, target, line: line)) }
        #expect(
            lookup.matches.map { "\($0.percent) \($0.target) \($0.count) \($0.place)" } == [
                "100 Redémarrez-le. 2 a.po:3", "100 Relancez-le. 1 a.po:2",
                "75 Redémarrez l’ancien serveur. 1 a.po:1",
            ])
    }

    @Test func manyMatchesNeedNoMemory() throws {
        var lookup = MemoryLookup("Restart the server number zero.", minimum: 70, limit: 2, maxKept: 20)
        for number in 0..<90 { lookup.add(try pair("Restart the server number \(number).", "\(number)")) }
        lookup.add(try pair("Restart the server number zero.", "zéro"))
        #expect(lookup.matches.map(\.target) == ["zéro", "0"])
    }

    @Test func whatIsNoTranslationIsLeftOut() throws {
        var unit = ExchangeUnit()
        unit.source = CodedText("Open")
        unit.target = CodedText("Ouvrir")
        #expect(MemoryPair(unit, file: "a.xlf", locale: nil) == nil)
        #expect(MemoryPair(unit, file: "a.xlf", locale: "fr") != nil)
        unit.isFuzzy = true
        #expect(MemoryPair(unit, file: "a.xlf", locale: "fr") == nil)
        unit.isFuzzy = false
        unit.target = CodedText(" \n")
        #expect(MemoryPair(unit, file: "a.xlf", locale: "fr") == nil)
        unit.target = unit.source
        unit.isUntranslated = true
        #expect(MemoryPair(unit, file: "a.xlf", locale: "fr") == nil)
    }

    /// Codes of pages, of catalogues and of other tools are the same codes.
    @Test func pagesAndFilesHaveEqualPairs() throws {
        let page = try TestPage(richPage)
        let pairs = MemoryPair.all(of: page.exported())
        #expect(pairs.count > 3)
        for form in [ExchangeForm.tmx, .xliff, .xliff12, .po] {
            var keys: Set<MemoryPair.Key> = []
            let file = InputFile(path: "page.\(form.ending)", bytes: Array(page.file(form).utf8))
            try ExchangeFileReader.read(file) { unit in
                if let pair = MemoryPair(unit, file: "x", locale: "fr-FR") { keys.insert(pair.key) }
            }
            let missing = pairs.filter { !keys.contains($0.key) }.map(\.source.readable)
            // A catalogue has entries with findings as guesses.
            if form != .po { #expect(missing == [], "\(form)") }
        }
    }

    @Test func codesWithoutAPairAreByThemselves() {
        var text = CodedText()
        text.append(CodedText.Code(.close, id: "7", data: "**"))
        text.append("a\u{1}")
        text.append(CodedText.Code(.open, id: "x", data: "<b>"))
        text.append(CodedText.Code(.single, id: "", data: "{0}"))
        text.append(CodedText.Code(.single, id: "", data: nil))
        text.append(CodedText.Code(.close, id: "x", data: "</b>"))
        var numbers = CodeNumbers()
        let numbered = numbers.numbered(text)
        #expect(numbered.codes.map(\.id) == ["1", "2", "3", "4", "2"])
        #expect(numbered.codes.map(\.role) == [.single, .open, .single, .single, .close])
        #expect(numbered.readable == "**a\\u{1}<b>{0}{4}</b>")
    }
}
