import Bitext
import ParsedBitext
import TestSupport
import Testing
import TranslationModel

@testable import Checks

/// The rules of content, by a small lexicon.
@Suite struct ContentRuleTests {
    private func findings(_ pairs: [(target: String, source: String)]) throws -> [Finding] {
        let lexicon = try Lexicon(SmallLexicon.file)
        let rules: [any Rule.Type] = [
            NeighbourShift.self, MisalignedContent.self, PolarityReversal.self, Omission.self, Addition.self,
        ]
        return Checker(rules: rules.map { .init($0) }, lexicons: Lexicons([lexicon])).check(
            try SmallLexicon.page(pairs))
    }

    /// One target fits two sources that differ in the form of a word, but not two that differ in a word.
    @Test func sourcesThatSayTheSame() throws {
        func areSame(_ one: String, _ other: String) throws -> Bool {
            let (page, _) = try check(NeighbourShift.self, "«a|\(one)»\n\n«b|\(other)»\n")
            return NeighbourShift.isSameText(SegmentPair(page, index: 0), SegmentPair(page, index: 1))
        }
        #expect(try areSame("Giving customers a relay", "Give customers a relay"))
        #expect(try areSame("Number of calls that were lost", "Number of calls that are lost"))
        #expect(try !areSame("Number of calls that were lost", "Number of calls that were made"))
        #expect(try !areSame("Set up relay reporting codes", "Set up relay codes"))
        #expect(try !areSame("Set up relay codes", "Set up alarm codes"))
    }

    @Test func rightPairsAreLeftAlone() throws {
        let found = try SmallLexicon.pages(5, seed: 99).flatMap(findings).filter { $0.severity > .note }
        #expect(found.isEmpty, "\(found.map(\.message))")
    }

    @Test func aTargetFromElsewhereIsFound() throws {
        var pairs = SmallLexicon.pages(1, seed: 5)[0]
        pairs[10].target = "Imprimez le bouton avec le nouveau réseau du compte et son horaire."
        pairs[10].source = "Delete the gateway with the new policy of the folder and its license."
        #expect(try findings(pairs).contains { $0.segmentIndex == 10 && $0.rule == "misaligned-content" })
    }

    @Test func targetsThatChangedPlacesAreOneFindingEach() throws {
        var pairs = SmallLexicon.pages(1, seed: 5)[0]
        // Four sentences that share no word.
        pairs[9] = (
            "Ouvrez le bouton avec le nouveau réseau du compte et son horaire.",
            "Open the button with the new network of the account and its schedule."
        )
        pairs[10] = (
            "Renommez le relais avec le nouveau courrier du groupe et son bilan.",
            "Move the server with the new queue of the user and its folder."
        )
        pairs[11] = (
            "Déplacez le serveur avec le nouveau file du membre et son dossier.",
            "Rename the relay with the new message of the group and its report."
        )
        pairs[12] = (
            "Supprimez le passe avec le nouveau appareil du fenêtre et son licence.",
            "Delete the password with the new device of the window and its license."
        )
        let found = try findings(pairs).filter { $0.rule == "neighbour-shift" }
        #expect(found.map(\.segmentIndex) == [10, 11])
    }

    @Test func aRunThatMovedIsOneFinding() throws {
        var pairs = SmallLexicon.pages(1, seed: 5)[0]
        for index in 10..<16 { pairs[index].target = pairs[index + 1].target }
        let found = try findings(pairs).filter { $0.rule == "neighbour-shift" }
        #expect(found.first?.segmentIndex == 10)
        #expect(found.count == 1, "\(found.map(\.message))")
        #expect(found.first?.message.contains("segments from here on") == true)
    }

    /// The page says part of the sentence once more, as a segment of its own.
    @Test func sourcesThatRepeatTheirNeighbour() throws {
        func repeats(_ neighbour: String) throws -> Bool {
            let (page, _) = try check(
                Omission.self, "«Ouvrez-le.|\(neighbour)»\n\n«Ouvrez le relais.|Open the relay with the new account.»\n"
            )
            return Omission().repeatsNeighbour(SegmentPair(page, index: 1))
        }
        #expect(try repeats("the relay with the new account"))
        #expect(try !repeats("the relay with the old account"))
        #expect(try !repeats("Open the relay"), "a label whose words are in many sentences")
    }

    @Test func theOppositeIsFound() throws {
        var pairs = SmallLexicon.pages(1, seed: 5)[0]
        pairs[3] = (
            "Désactivez le relais avec le nouveau dossier du groupe et son compte.",
            "Enable the relay with the new folder of the group and its account."
        )
        let found = try findings(pairs).filter { $0.rule == "polarity" }
        #expect(found.map(\.segmentIndex) == [3])
        #expect(found.first?.evidence == .init(source: "Enable", target: "Désactivez"))
    }

    @Test func whatAnEncodingDestroyedIsNoOmission() throws {
        var pairs = SmallLexicon.pages(1, seed: 5)[0]
        pairs[10].target = "\(pairs[9].target.map { $0.isLetter ? "\u{FFFD}" : String($0) }.joined())"
        #expect(try findings(pairs).filter { $0.segmentIndex == 10 }.isEmpty)
    }

    /// A pair of a page, for what a rule asks of it.
    private func pair(_ target: String, _ source: String, locale: String = "fr-FR") throws -> SegmentPair {
        SegmentPair(try MarkedPage("«\(target)|\(source)»").tokenized(locale: locale), index: 0)
    }

    private func range(of text: String, _ side: Side, in pair: SegmentPair) -> TextRange? {
        pair.text(side).firstPlace(of: Array(text.utf8)[...]).map { TextRange($0) }
    }

    @Test(arguments: [
        ("That gives you a relay to", "relay"), ("Open the relay", "Open the relay"),
        ("whether or not you are doing a", nil),
    ])
    func wordsWithoutContentAtTheEnds(stretch: String, trimmed: String?) throws {
        let pair = try pair("Ouvrez-le.", "\(stretch) now.")
        let whole = try #require(range(of: stretch, .source, in: pair))
        let found = Omission().withoutLightEnds(whole, pair)
        #expect(found.map { pair.string($0, .source) } == trimmed)
        #expect(found.map { Omission().isOneWord($0, of: whole, pair) } ?? false == (trimmed == "relay"))
    }

    @Test(arguments: [
        (
            "Uses the FIPS (Federal Processing Standard) mode.", "Federal Processing Standard) mode", "Le mode FIPS.",
            true
        ),
        (
            "Send it across the Extensible Presence Protocol (XPP) relay",
            "Send it across the Extensible Presence Protocol",
            "Le relais XPP", true
        ),
        ("Uses the FIPS (Federal Processing Standard) mode.", "Federal Processing Standard) mode", "Le mode.", false),
        ("Rename all relays of the old group (ROG) here", "Rename all relays", "Le ROG ici", false),
    ])
    func abbreviationsInFull(source: String, stretch: String, target: String, isSpelledOut: Bool) throws {
        let pair = try pair(target, source)
        #expect(Omission().isMostlySpelledOut(range(of: stretch, .source, in: pair), pair) == isSpelledOut)
    }

    @Test func whatOtherLanguagesSayByOnly() throws {
        let source = "We do not use it for anything other than sending you a relay."
        let pair = try pair("Nous ne l’utilisons que pour vous envoyer un relais.", source)
        #expect(Omission().isException(range(of: "anything other than sending", .source, in: pair), pair))
        #expect(!Omission().isException(range(of: "sending you a relay", .source, in: pair), pair))
    }

    @Test func leadInsOfContents() throws {
        #expect(try Omission().isLeadInOfContents(pair("Contenu", "This article contains the following sections:")))
        #expect(try !Omission().isLeadInOfContents(pair("Contenu", "This relay contains the following queues:")))
        #expect(try !Omission().isLeadInOfContents(pair("Contenu", "This article contains the following sections")))
    }

    @Test func sourcesWithoutContent() throws {
        #expect(try MisalignedContent().isOfLightWords(pair("Sinon, passez à la suite.", "Otherwise, do nothing.")))
        #expect(try !MisalignedContent().isOfLightWords(pair("Sinon, passez.", "Otherwise, do not restart.")))
    }

    @Test func aNegationOfASecondChoice() throws {
        let pair = try pair("Elija todas o no elija ninguna.", "Choose any or all.", locale: "es-ES")
        #expect(PolarityReversal().isAlternative(range(of: "no ", .target, in: pair), pair))
        let other = try self.pair("Ahora no elija ninguna.", "Choose any or all.", locale: "es-ES")
        #expect(!PolarityReversal().isAlternative(range(of: "no ", .target, in: other), other))
    }

    @Test(arguments: [("Vous recevez un message.", true), ("Vous recevez le message « Impossible ».", false)])
    func aNegationInAMessage(target: String, isLost: Bool) throws {
        let pair = try pair(target, "You get a message such as: \"Cannot start the relay.\"")
        #expect(PolarityReversal().isInLostQuote(range(of: "Cannot", .source, in: pair), pair) == isLost)
    }

    @Test func theWholeWordOfANegationIsInItsSegment() {
        let text = Array("can't".utf8)
        let term = TextOffset(4)..<TextOffset(5)
        #expect(PolarityReversal.whole(term, in: text[...]) == TextOffset(0)..<TextOffset(5))
        #expect(PolarityReversal.whole(term, in: text[3...]) == term)
        #expect(PolarityReversal.whole(term, in: text[4...]) == term)
    }

    /// "Outside the enabled part" is where it is not enabled.
    @Test func whatIsOutsideOfTheOpposite() throws {
        func rules(_ source: String) throws -> Set<String> {
            var pairs = SmallLexicon.pages(1, seed: 5)[0]
            pairs[3] = ("Désactivez le relais avec le nouveau dossier du groupe et son compte.", source)
            return Set(try findings(pairs).filter { $0.segmentIndex == 3 }.map(\.rule))
        }
        let source = "Enable the relay with the new folder of the group and its account."
        #expect(try rules(source).contains("polarity"))
        #expect(try !rules("Outside the \(source)").contains("polarity"))
    }
}
