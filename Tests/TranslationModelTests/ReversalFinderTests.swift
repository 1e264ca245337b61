import Bitext
import ParsedBitext
import TestSupport
import Testing

@testable import TranslationModel

/// Negations that one half has alone, by a lexicon that was learned from commands with and without "not".
@Suite struct ReversalFinderTests {
    private static let things = [
        ("server", "serveur"), ("relay", "relais"), ("folder", "dossier"), ("message", "courrier"), ("report", "bilan"),
        ("account", "compte"), ("group", "groupe"), ("device", "appareil"), ("button", "bouton"),
        ("schedule", "horaire"),
    ]
    private static let verbs = [
        ("rename", "renommez"), ("delete", "supprimez"), ("move", "déplacez"), ("print", "signez"), ("close", "fermez"),
        ("check", "contrôlez"),
    ]

    private static func lexicon() throws -> Lexicon {
        var trainer = LexiconTrainer(locale: "fr-FR")
        let pairs = verbs.flatMap { verb in
            things.enumerated().flatMap { index, thing in
                let prohibition = ["Do not", "Don't", "Never"][index % 3]
                return [
                    (target: "Alors \(verb.1) le \(thing.1).", source: "Then \(verb.0) the \(thing.0)."),
                    (target: "Ne \(verb.1) pas le \(thing.1).", source: "\(prohibition) \(verb.0) the \(thing.0)."),
                    (
                        target: "Le groupe ne \(verb.1) pas ce \(thing.1) ici.",
                        source: "The group must not \(verb.0) this \(thing.0) here."
                    ),
                ]
            }
        }
        trainer.read(try SmallLexicon.page(pairs))
        return try Lexicon(trainer.finish())
    }

    private static let learned = Result { try lexicon() }

    private func reversal(_ source: String, _ target: String) throws -> PairReversal? {
        let lexicon = try Self.learned.get()
        let page = try SmallLexicon.page([(target, source)])
        let finder = ReversalFinder(page, lexicon)
        return LexiconReader(page, lexicon).withHalves(0, 0) { finder.reversal($0, $1) }
    }

    @Test(arguments: [
        ("Do not move the server.", "Ne déplacez pas le serveur."),
        ("Then move the server.", "Alors déplacez le serveur."),
        ("Never move the server.", "Évitez de déplacer le serveur."),
        ("Do not move the server.", "Empêchez que vous déplacez le serveur."),
        ("Don't forget the server.", "Contrôlez le serveur."),
        ("Do not move the server before you print the report.", "Déplacez le serveur après le bilan."),
        ("You must not only move the server.", "Déplacez le serveur."),
        // A name that is kept.
        ("Then move the NOT server.", "Alors déplacez le serveurNOT."),
    ])
    func pairsThatSayTheSame(source: String, target: String) throws {
        #expect(try reversal(source, target).map { $0.margin > 0 } != true)
    }

    @Test(arguments: [
        ("Do not move the server.", "Déplacez le serveur."), ("Don't delete the report.", "Supprimez le bilan."),
        ("Never rename the folder.", "Renommez le dossier."),
        ("The group must not close this account here.", "Le groupe fermez ce compte ici."),
    ])
    func lostNegations(source: String, target: String) throws {
        let found = try #require(try reversal(source, target))
        #expect(found.source != nil && found.target == nil)
        #expect(found.margin >= 0)
    }

    @Test func anAddedNegation() throws {
        let found = try #require(try reversal("Then move the server.", "Ne déplacez pas le serveur."))
        #expect(found.source == nil)
        #expect(found.target == 0 || found.target == 2)
        // A name says it: "NoCollision (keine Kollision)".
        #expect(try reversal("Then move the NoServer.", "Ne déplacez pas le NoServer.") == nil)
    }
}
