import Bitext
import ParsedBitext
import TestSupport
import Testing

@testable import TranslationModel

/// Pages are compared without a word of their languages, by a lexicon that was learned from two made-up ways of saying things.
@Suite struct AlikeTests {
    private static let names = [
        "Fabrikam", "Contoso", "Northwind", "Tailspin", "Wingtip", "Litware", "Proseware", "Relecloud", "Trey",
        "Adatum",
    ]
    private static let things: [(source: String, targets: [String])] = [
        ("the queue", ["la file", "die Schlange", "очередь"]),
        ("the old folder", ["l’ancien dossier", "den alten Ordner", "старую папку"]),
        ("each printer", ["chaque imprimante", "jeden Drucker", "каждый принтер"]),
        ("all windows", ["les fenêtres", "alle Fenster", "все окна"]),
        ("the protocol", ["le protocole", "das Protokoll", "протокол"]),
        ("the next meeting", ["la réunion suivante", "das nächste Treffen", "следующую встречу"]),
    ]
    /// Of each language: what stands between names, numbers and things. The last one is not shown to the judges.
    private static let frames = [
        ["Before you start ", ", open ", " on ", " and wait ", " minutes."],
        ["Avant de démarrer ", ", ouvrez ", " sur ", " et attendez ", " minutes."],
        ["Bevor Sie anfangen: ", ", öffnen Sie ", " auf ", " und warten Sie ", " Minuten."],
        ["Перед запуском ", " откройте ", " на ", " и подождите ", " минут."],
    ]

    private static func pages(_ count: Int, language: Int, seed: UInt64) -> [[(target: String, source: String)]] {
        var random = SeededGenerator(seed: seed)
        func pick(_ count: Int) -> Int { random.below(count) }
        return (0..<count).map { _ in
            (0..<30).map { _ in
                let (name, other, thing, number) = (
                    names[pick(names.count)], names[pick(names.count)], things[pick(things.count)], 10 + pick(80)
                )
                func say(_ frame: [String], _ thing: String) -> String {
                    "\(frame[0])\(name)\(frame[1])\(thing)\(frame[2])\(other)\(frame[3])\(number)\(frame[4])"
                }
                return (say(frames[1 + language], thing.targets[language]), say(frames[0], thing.source))
            }
        }
    }

    private static func page(_ pairs: [(target: String, source: String)], _ locale: String) throws -> TokenizedBitext {
        let text = pairs.map { "«\($0.target)|\($0.source)»" }.joined(separator: "\n\n")
        return try MarkedPage(text).tokenized(locale: locale)
    }

    private static let file = learned()

    private static func learned() -> [UInt8] {
        var trainer = GeneralTrainer()
        var all: [TokenizedBitext] = []
        for (language, locale) in ["fr-FR", "de-DE"].enumerated() {
            all += (try? pages(9, language: language, seed: 7).map { try page($0, locale) }) ?? []
        }
        for page in all { trainer.read(page) }
        for page in all { trainer.sample(page) }
        return trainer.finish()
    }

    /// A page of a language that nobody showed to the judges, in letters of its own.
    private static let russian = pages(1, language: 2, seed: 11)[0]

    // MARK: The lexicon

    @Test func itHoldsNoWord() throws {
        let lexicon = try Lexicon(Self.file)
        #expect(lexicon.isGeneral)
        #expect(lexicon.locale == "und")
        #expect(lexicon.sourceSize == 0 && lexicon.targetSize == 0)
        #expect(lexicon.pairs == 540)
        #expect(Self.file.count < 50_000)
    }

    @Test func itStandsInForLanguagesWithoutOne() throws {
        let lexicons = Lexicons([try Lexicon(Self.file)])
        for locale in ["ru-RU", "he-IL", "xx", ""] {
            #expect(lexicons[Language(locale: locale)]?.isGeneral == true)
        }
        #expect(Lexicons()[Language(locale: "ru-RU")] == nil)
    }

    @Test func learningTwiceGivesTheSameBytes() {
        #expect(Self.learned() == Self.file)
    }

    // MARK: The score

    @Test func aTargetFromElsewhereIsUnlikely() throws {
        var pairs = Self.russian
        pairs[5].target = "Если Treyresearch не отвечает, удалите 7 (см. `Get-Log`)."
        let content = ContentAlignment(try Self.page(pairs, "ru-RU"), try Lexicon(Self.file))
        let score = try #require(content.scores[5])
        #expect(score.probability < 0.5)
        for (index, other) in content.scores.enumerated() where index != 5 {
            #expect(try #require(other).probability > score.probability)
        }
    }

    @Test func aPageOfOnePairHasAScore() throws {
        let content = ContentAlignment(try Self.page([Self.russian[0]], "ru-RU"), try Lexicon(Self.file))
        #expect(content.alignment != nil)
    }

    /// The page itself tells which words it keeps: "Windows" is a name here, "windows" are translated.
    @Test func aPageTellsWhatItKeeps() throws {
        let kept = (0..<10).map {
            ("Установите Teams на устройство номер \($0 + 11).", "Install Teams on the device \($0 + 11).")
        }
        let lexicon = try Lexicon(Self.file)
        let reader = AlikeReader(try Self.page(kept, "ru-RU"), lexicon)
        let terms = reader.entries(3, .source)
        let (teams, device) = (terms[1], terms[4])
        #expect(teams.found > 0 && teams.lost > 1.5)
        #expect(device.lost < 0.5)
    }

    /// A pair does not speak for itself: what stands on the page but once says what its kind says anywhere.
    @Test func noPairSpeaksForItself() throws {
        var pairs = Self.russian
        pairs[2] = ("Откройте Zeppelinfabrik сейчас же.", "Open Zeppelinfabrik right now.")
        let lexicon = try Lexicon(Self.file)
        let with = AlikeReader(try Self.page(pairs, "ru-RU"), lexicon).entries(2, .source)[1]
        pairs[2].target = "Откройте сейчас же."
        let without = AlikeReader(try Self.page(pairs, "ru-RU"), lexicon).entries(2, .source)[1]
        #expect(with.isKept && !without.isKept)
        #expect(abs(with.lost - without.lost) < 0.2)
    }

    // MARK: Help for small lexicons

    @Test func aSmallLexiconIsHelped() throws {
        var trainer = LexiconTrainer(locale: "ru-RU")
        let page = try Self.page(Self.russian, "ru-RU")
        trainer.read(page)
        trainer.learnWords()
        trainer.sample(page)
        // Twelve pairs grow no judges.
        let own = try Lexicon(trainer.finish())
        #expect(ContentAlignment(page, own).alignment == nil)
        #expect(ContentAlignment(page, own, helpedBy: nil).alignment == nil)
        #expect(ContentAlignment(page, own, helpedBy: try Lexicon(Self.file)).alignment != nil)
    }

    // MARK: Terms

    @Test(arguments: [
        ("protocol", "protocole"), ("protocol", "Protokoll"), ("Protocol", "протокол"), ("protocol", "πρωτόκολλο"),
        ("server", "сервер"), ("certificate", "Zertifikat"), ("security", "sécurité"), ("configure", "konfigurieren"),
        ("administrator", "администратор"), ("ID", "id"),
    ])
    func cognatesAreAlike(one: String, other: String) { #expect(Self.key(one) == Self.key(other)) }

    @Test(arguments: [("window", "fenêtre"), ("file", "файла"), ("a", "an"), ("on", "one")])
    func othersAreNot(one: String, other: String) { #expect(Self.key(one) != Self.key(other)) }

    @Test func scriptsWithoutLikeHaveNoKey() {
        for word in ["שרת", "خادم", "서버", "ไฟล์"] { #expect(Self.key(word) == nil) }
    }

    private static func key(_ word: String) -> UInt32? {
        Array(word.utf8).withUnsafeBufferPointer { Cognate.key($0, 0..<$0.count) }
    }

    @Test func codeAndLinksAreTerms() throws {
        let page = try Self.page(
            [("Siehe [dort](../de-de/logs.md#a) und `Get-Log`.", "See [there](/en-us/logs.md) and ` Get-Log `.")],
            "de-DE")
        let reader = AlikeReader(page, try Lexicon(Self.file))
        for side in [Side.source, .target] {
            #expect(Set(reader.entries(0, side).filter { $0.kind.isVerbatim }.map(\.kind)) == [.link, .code])
        }
        #expect(reader.features(source: 0, target: 0)[alike: .verbatimKept] == 2)
    }
}
