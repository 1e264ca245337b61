import ParsedBitext
import TestSupport
import Testing

@testable import Checks

@Suite struct TermProposalsTests {
    private func candidates(_ source: String, _ target: String, locale: String = "fr-FR") throws -> [String] {
        let parsed = ParsedBitext(try read(Array((pair("101", target, source) + "\n").utf8)))
        return TermCandidate.all(in: TokenizedBitext(parsed, path: "page.md", locale: locale))
            .map { $0.source == $0.target ? $0.source : "\($0.source) → \($0.target)" }
    }

    @Test(arguments: [
        ("Select **Save**.", "Sélectionnez **Enregistrer**.", ["Save → Enregistrer"]),
        ("Select **Save as:** now.", "Choisissez **Enregistrer sous :** ici.", ["Save as → Enregistrer sous"]),
        // What is equal belongs together, whatever the order.
        ("Select **Go** or **Save**.", "**Enregistrer** ou **Go**.", ["Go", "Save → Enregistrer"]),
        ("Select **Go** or **Save**.", "Choisissez **Enregistrer**.", []),
        ("**This is a sentence.** Yes.", "**Ceci est une phrase.** Oui.", []),
        ("**one two three four five six seven** it", "**un deux trois quatre cinq six sept** ça", []),
        ("**42** it", "**42** ça", []), ("**a|b** it", "**c|d** ça", []),
        ("Run `Get-Mailbox` now.", "Exécutez `Get-Mailbox` ici.", ["Get-Mailbox"]),
        ("Set `$count` to `42` or `/tmp/a`.", "Donnez à `$count` `42` ou `/tmp/a`.", ["$count"]),
        ("Run `get it now` now.", "Exécutez `get it now` ici.", []),
    ])
    func labelsAndCode(source: String, target: String, expected: [String]) throws {
        #expect(try candidates(source, target) == expected)
    }

    @Test(arguments: [
        ("Open the Azure Portal now.", "Ouvrez le Azure Portal ici.", ["Azure Portal"]),
        // The first word of a sentence, what is translated, and what is part of a longer word.
        ("Azure runs. Open it.", "Azure tourne. Ouvrez.", []), ("Open it on Monday.", "Ouvrez-le lundi.", []),
        ("Open the Port now.", "Ouvrez le Portail ici.", []),
        ("Use the Wi-Fi here.", "Utilisez le Wi-Fi ici.", ["Wi-Fi"]), ("A non-Azure host.", "Un hôte non-Azure.", []),
        ("Use the Port, the Port.", "Le Port.", []),
    ])
    func names(source: String, target: String, expected: [String]) throws {
        #expect(try candidates(source, target) == expected)
    }

    @Test func theMostFrequentComesFirst() {
        var proposals = TermProposals()
        proposals.add([TermCandidate("Save", "Enregistrer"), TermCandidate("Go", "Aller")], locale: "fr-FR")
        proposals.add(
            [TermCandidate("Save", "Sauver"), TermCandidate("Save", "Enregistrer"), TermCandidate("A", "B")],
            locale: "fr-FR")
        proposals.add([TermCandidate("Go", "Los"), TermCandidate("Go", "Los")], locale: "de-DE")
        #expect(
            proposals.terms(minimum: 2) == [
                Glossary.Term(
                    "Save", targets: ["Enregistrer"], note: "3 times: “Enregistrer” 2, “Sauver” 1", locale: "fr-FR"),
                Glossary.Term("Go", targets: ["Los"], note: "2 times", locale: "de-DE"),
            ])
        #expect(proposals.terms(minimum: 1).count == 4)
    }

    @Test func csvIsReadBack() throws {
        let terms = [
            Glossary.Term("a, “b”", targets: ["x", "y \"z\""], forbidden: ["q"], note: "one\ntwo", locale: "fr-FR"),
            Glossary.Term("; c", targets: ["d\te"]),
        ]
        #expect(try Glossary.terms(in: GlossaryCSVWriter.document(terms)) == terms)
        #expect(throws: Glossary.ReadingError.self) {
            try GlossaryCSVWriter.document([Glossary.Term("a", targets: ["b|c"])])
        }
    }

    @Test(arguments: [
        ("preferred", ["b", "a"], []), ("Preferred", ["b", "a"], []), ("preferredTerm", ["b", "a"], []),
        ("preferredTerm-admn-sts", ["b", "a"], []), ("admitted", ["a", "b"], []),
        ("admittedTerm-admn-sts", ["a", "b"], []), ("deprecated", ["a"], ["b"]),
        ("deprecatedTerm-admn-sts", ["a"], ["b"]), ("supersededTerm-admn-sts", ["a"], ["b"]),
        ("forbidden", ["a"], ["b"]), ("forbiddenTerm", ["a"], ["b"]), ("other", ["a", "b"], []),
    ])
    func statuses(status: String, targets: [String], forbidden: [String]) throws {
        for type in ["administrativeStatus", "normativeAuthorization"] {
            let note = "<termNote type=\"\(type)\">\(status)</termNote>"
            for term in ["<tig><term>b</term>\(note)</tig>", "<ntig><termGrp><term>b</term>\(note)</termGrp></ntig>"] {
                let terms = try Glossary.terms(
                    in: Array(
                        """
                        <martif type="TBX"><text><body><termEntry><langSet xml:lang="en"><tig><term>s</term></tig></langSet>
                        <langSet xml:lang="fr"><tig><term>a</term></tig>\(term)</langSet></termEntry></body></text></martif>
                        """.utf8))
                #expect(terms == [Glossary.Term("s", targets: targets, forbidden: forbidden, locale: "fr")])
            }
        }
    }
}
