import Bitext
import ParsedBitext
import TestSupport
import Testing

@testable import Checks

/// Where a finding says that something was lost.
@Suite struct CounterpartTests {
    /// What is marked in the target, and in the source.
    private func marks<R: Rule>(_ rule: R.Type, _ marked: String, locale: String = "fr-FR") throws -> [String?] {
        let (page, found) = try check(rule, marked, locale: locale)
        let finding = try #require(found.first)
        let file = page.bitext.files[0]
        return [file.text(finding.location.range), finding.counterpart.map { file.text($0.location.range) }]
    }

    @Test(arguments: [
        // A translated name, also one that is longer than what looks alike in it.
        ("Paquet : Contoso Relais. Norme ici", "Package: Contoso.Relay.Standard here", "Contoso Relais. Norme"),
        ("L’espace Médication.texte ici", "The space Medication.Text here", "Médication.texte"),
        // The same place between two words that both have.
        (
            "La commande SIP tout court avec PSTN et plus encore", "The command SIP Fab.Relay with PSTN and more",
            "tout court avec"
        ),
    ])
    func aNameThatChanged(target: String, source: String, place: String) throws {
        let name = source.split(separator: " ").first { $0.contains(".") }.map(String.init)
        #expect(try marks(Identifier.self, "«\(target)|\(source)»") == [place, name])
    }

    @Test func anElementAtTheSamePlace() throws {
        let page = "«Tapez `un` puis **le nom** ici|Type `one` then **Fab.Relay** here»"
        #expect(try marks(Identifier.self, page) == ["**le nom**", "Fab.Relay"])
    }

    @Test func whatLeftNoTraceIsTheWholeTarget() throws {
        let page = "«Ouvrez la page et attendez un moment|Open Fab.Relay and wait for a moment»"
        #expect(try marks(Identifier.self, page) == ["Ouvrez la page et attendez un moment", "Fab.Relay"])
    }

    /// A number is no word: nothing is found by chance.
    @Test func aLostNumberIsNotAnyWord() throws {
        let page = "«Ouvrez SIP et les deux relais PSTN|Open SIP and the 1099 relays PSTN»"
        #expect(try marks(Number.self, page) == ["Ouvrez SIP et les deux relais PSTN", "1099"])
    }

    /// The place is for the reader: which findings there are does not depend on it.
    @Test func aWorseFindingHidesALoss() throws {
        let page = try MarkedPage("«Ouvrez la page Relais|Open Fab.Relay page»").tokenized(locale: "fr-FR")
        let finding = try #require(Checker(rules: [.init(Identifier.self)]).check(page).first)
        #expect(finding.extent.range.count >= finding.location.range.count)
    }

    @Test func longSegmentsAreNotSearched() throws {
        let words = String(repeating: "mot ", count: 1_500)
        let found = try findings(of: Identifier.self, in: "«\(words)|\(words)Fab.Relay»")
        #expect(found.allSatisfy { $0.counterpart == nil } && !found.isEmpty)
    }
}
