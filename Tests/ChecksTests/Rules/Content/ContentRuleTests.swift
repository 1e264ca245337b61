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
}
