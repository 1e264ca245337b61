import Bitext
import BitextReaders
import Testing

@testable import Exchange

@Suite struct MemoryIndexTests {
    private func pair(
        _ source: String, _ target: String, locale: String = "fr-FR", page: String? = nil, segment: String? = nil,
        count: Int = 1, file: String = "a.po", line: Int = 1
    ) throws -> MemoryPair {
        var unit = ExchangeUnit()
        unit.isMarkdown = true
        unit.source = CodedText(source)
        unit.target = CodedText(target)
        unit.targetLocale = locale
        unit.page = page
        unit.id = segment
        unit.count = count
        unit.line = line
        return try #require(MemoryPair(unit, file: file, locale: nil))
    }

    private func index(_ pairs: [MemoryPair]) -> MemoryIndex {
        var builder = MemoryIndexBuilder()
        for pair in pairs { builder.add(pair) }
        return builder.finish()
    }

    private func best(
        _ text: String, in index: MemoryIndex, into locale: String? = "fr-FR", without own: MemoryIndex.Own? = nil,
        minimum: Int = 70
    ) -> String? {
        index.best(MemoryQuery(text), into: index.languages(for: locale), without: own, minimum: minimum).match.map {
            "\($0.percent) \($0.target) \($0.count) \($0.place)"
        }
    }

    @Test func theSameTextIsBetterThanASimilarOne() throws {
        let index = try index([
            pair("Restart the server now.", "Maintenant.", count: 9),
            pair("Restart the server.", "Relancez-le.", line: 2),
            pair("Restart the server.", "Redémarrez-le.", line: 3),
            pair("Restart the server.", "Redémarrez-le.", line: 4),
            pair("Stop.", "Arrêtez."),
        ])
        #expect(best("Restart  the\nserver.", in: index) == "100 Redémarrez-le. 2 a.po:3")
        #expect(best("restart the server", in: index) == "99 Redémarrez-le. 2 a.po:3")
        #expect(best("Restart the old server.", in: index) == "75 Redémarrez-le. 2 a.po:3")
        #expect(best("Restart the server later.", in: index) == "75 Maintenant. 9 a.po:1")
        #expect(best("Close a door.", in: index) == nil)
        #expect(best("", in: index) == nil)
        #expect(best("…", in: index) == nil)
        #expect(best("Stop.", in: self.index([])) == nil)
    }

    /// The index leaves out only what is not similar enough.
    @Test(arguments: [1, 34, 50, 70, 90, 100])
    func itFindsWhatALookupOfAllFinds(minimum: Int) throws {
        var state: UInt64 = 11
        func random(_ count: UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1
            return (state >> 33) % count
        }
        // Few words, so that many texts are alike and words are repeated; some are in emphasis or code.
        let words = ["a", "b", "c", "d", "Wait", "wait", "**e**", "`f`", "x.", "é"]
        func text() -> String { (0...random(7)).map { _ in words[Int(random(10))] }.joined(separator: " ") }
        let pairs = try (0..<400).map { try pair(text(), "\(random(3))", line: $0) }
        let index = index(pairs)
        for _ in 0..<150 {
            let text = text() + (random(3) == 0 ? " unknown" : "")
            var lookup = MemoryLookup(text, minimum: minimum, limit: 1)
            for pair in pairs { lookup.add(pair) }
            let all = lookup.matches.first.map { "\($0.percent) \($0.target) \($0.count) \($0.place)" }
            #expect(best(text, in: index, minimum: minimum) == all, "\(text)")
        }
    }

    @Test func theSegmentItselfDoesNotCount() throws {
        let index = try index([
            pair("Restart it.", "Faux.", page: "docs/a.md", segment: "1-101", file: "m.tmx", line: 1),
            pair(
                "Restart it.", "Redémarrez-le.", page: "docs/b.md", segment: "1-101", count: 12, file: "m.tmx", line: 2),
        ])
        let own = MemoryIndex.Own(page: "docs/a.md", segment: "1-101", target: "Faux.")
        #expect(best("Restart it.", in: index, without: own) == "100 Redémarrez-le. 12 m.tmx:2")
        let other = MemoryIndex.Own(page: "docs/c.md", segment: "1-101", target: "Redémarrez-le.")
        #expect(best("Restart it.", in: index, without: other) == "100 Redémarrez-le. 11 m.tmx:2")
        let alone = self.index([try pair("Restart it.", "Faux.")])
        #expect(best("Restart it.", in: alone, without: own) == nil)
        // The page was edited since.
        let edited = MemoryIndex.Own(page: "docs/a.md", segment: "1-101", target: "Redémarrez.")
        let old = try self.index([pair("Restart it.", "Faux.", page: "docs/a.md", segment: "1-101")])
        #expect(best("Restart it.", in: old, without: edited) == nil)
    }

    /// Pages and a memory that was made of them.
    @Test func theSegmentItselfIsLeftOutOfEachFile() throws {
        var builder = MemoryIndexBuilder()
        for file in ["a.tmx", "b.tmx"] {
            builder.beginFile()
            for line in 1...3 { builder.add(try pair("Restart it.", "Faux.", file: file, line: line)) }
        }
        let own = MemoryIndex.Own(page: "docs/a.md", segment: "1-101", target: "Faux.")
        #expect(best("Restart it.", in: builder.finish(), without: own) == "100 Faux. 4 a.tmx:1")
    }

    /// What is shown is another place than that of the finding.
    @Test func thePlaceIsAnotherOne() throws {
        let index = try index([
            pair("Restart it.", "Faux.", page: "docs/a.md", segment: "1-101", line: 1),
            pair("Restart it.", "Faux.", page: "docs/b.md", segment: "1-101", line: 2),
        ])
        let own = MemoryIndex.Own(page: "docs/a.md", segment: "1-101", target: "Faux.")
        #expect(best("Restart it.", in: index, without: own) == "100 Faux. 1 a.po:2")
    }

    @Test func theLanguageIsThatOfThePage() throws {
        let index = try index([
            pair("Stop.", "Stopp.", locale: "de-DE", count: 9), pair("Stop.", "Arrêtez.", locale: "fr"),
            pair("Stop it.", "Stopp.", locale: "de-DE"),
        ])
        #expect(best("Stop.", in: index, into: "fr-FR") == "100 Arrêtez. 1 a.po:1")
        #expect(best("Stop.", in: index, into: "de") == "100 Stopp. 9 a.po:1")
        #expect(best("Stop.", in: index, into: "ja-JP") == nil)
        #expect(best("Stop.", in: index, into: nil) == nil)
        #expect(best("Stop.", in: self.index([try pair("Stop.", "Arrêtez.")]), into: nil) == "100 Arrêtez. 1 a.po:1")
    }

    @Test func aDamagedFileIsTakenBack() throws {
        var builder = MemoryIndexBuilder()
        builder.add(try pair("Stop.", "Arrêtez."))
        builder.beginFile()
        for (source, target) in [("Stop.", "Arrêtez."), ("Stop.", "Halte."), ("Go.", "Allez."), ("Go.", "Va.")] {
            builder.add(try pair(source, target, file: "b.po", line: 7))
        }
        builder.takeBack()
        builder.beginFile()
        builder.add(try pair("Go.", "Partez.", file: "c.po"))
        let index = builder.finish()
        #expect(index.count == 2)
        #expect(best("Stop.", in: index) == "100 Arrêtez. 1 a.po:1")
        #expect(best("Go.", in: index) == "100 Partez. 1 c.po:1")
    }

    /// A memory with one language is used for a page that names none. The language of a damaged file does not count.
    @Test func theLanguagesOfADamagedFileAreTakenBack() throws {
        var builder = MemoryIndexBuilder()
        builder.beginFile()
        builder.add(try pair("Stop now.", "Stopp.", locale: "de-DE", file: "b.po"))
        builder.takeBack()
        builder.beginFile()
        builder.add(try pair("Stop.", "Arrêtez.", file: "c.po"))
        builder.add(try pair("Go now.", "Allez.", file: "c.po"))
        let index = builder.finish()
        #expect(best("Stop.", in: index, into: nil) == "100 Arrêtez. 1 c.po:1")
        #expect(best("Go now.", in: index, into: "fr") == "100 Allez. 1 c.po:1")
        #expect(index.locales == ["fr-FR"])
        #expect(index.wordNumbers.count == 3)
    }

    /// Blanks make no difference, and what is found is the same for all segments but those that the memory names.
    @Test func anAnswerIsCommonToEqualSegments() throws {
        let index = try index([
            pair("Restart it.", "Faux  et\nfaux.", page: "docs/a.md", segment: "1-101", line: 1),
            pair("Restart it.", "Redémarrez-le.", count: 2, line: 2),
        ])
        func answer(_ segment: String, _ target: String) -> MemoryIndex.Answer {
            index.best(
                MemoryQuery("Restart it."), into: index.languages(for: "fr"),
                without: MemoryIndex.Own(page: "docs/a.md", segment: segment, target: target), minimum: 70)
        }
        #expect(answer("1-102", "Faux et faux.").isCommon)
        #expect(answer("1-102", "Faux et faux.").match?.count == 2)
        #expect(!answer("1-101", "Autre.").isCommon)
        #expect(answer("1-101", "Autre.").match?.target == "Redémarrez-le.")
    }

    /// A source with very many translations takes bounded time.
    @Test func manyTranslationsOfOneSource() throws {
        let index = try index((0..<4_000).map { try pair("Restart it.", "Texte  \($0)", line: $0) })
        let languages = index.languages(for: "fr-FR")
        let started = ContinuousClock.now
        for number in 0..<500 {
            let own = MemoryIndex.Own(page: "docs/a.md", segment: "1", target: "Texte \(number)")
            let answer = index.best(MemoryQuery("Restart it."), into: languages, without: own, minimum: 70)
            #expect(answer.match?.target == (number == 0 ? "Texte  1" : "Texte  0"))
        }
        #expect(ContinuousClock.now - started < .seconds(20))
    }

    @Test func aFullMemorySaysWhatItLeftOut() throws {
        var builder = MemoryIndexBuilder(maxPairs: 2)
        for number in 0..<5 { builder.add(try pair("Stop \(number).", "x")) }
        builder.add(try pair("Stop 1.", "x"))
        #expect(builder.leftOut == 3)
        #expect(best("Stop 1.", in: builder.finish()) == "100 x 2 a.po:1")
    }

    /// All are similar, and the text is long: a lookup takes bounded time, and a longer text is found as it is.
    @Test func manySimilarTextsNeedBoundedTime() throws {
        let line = (0..<40).map { "word\($0)" }.joined(separator: " ")
        let long = Array(repeating: line, count: 60).joined(separator: " ")
        let index = try index((0..<300).map { try pair("\(line) \($0)", "\($0)") } + [pair(long, "x")])
        #expect(best("\(line) none", in: index) == "97 0 1 a.po:1")
        #expect(best(long, in: index) == "100 x 1 a.po:1")
        #expect(best(long + " more", in: index) == nil)
    }
}
