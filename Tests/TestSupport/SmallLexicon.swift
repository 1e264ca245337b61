import ParsedBitext
import TranslationModel

/// A small lexicon, learned from sentences made of a few words in a made-up way of saying them.
package enum SmallLexicon {
    private static let words: [(String, String)] = [
        ("server", "serveur"), ("relay", "relais"), ("queue", "file"), ("message", "courrier"), ("folder", "dossier"),
        ("user", "membre"),
        ("policy", "règle"), ("network", "réseau"), ("account", "compte"), ("license", "licence"), ("backup", "copie"),
        ("report", "bilan"),
        ("certificate", "certificat"), ("password", "passe"), ("group", "groupe"), ("meeting", "réunion"),
        ("device", "appareil"),
        ("window", "fenêtre"), ("button", "bouton"), ("schedule", "horaire"), ("printer", "imprimante"),
        ("gateway", "passerelle"),
    ]
    private static let verbs: [(String, String)] = [
        ("Enable", "Activez"), ("Disable", "Désactivez"), ("Delete", "Supprimez"), ("Check", "Contrôlez"),
        ("Rename", "Renommez"),
        ("Move", "Déplacez"), ("Open", "Ouvrez"), ("Print", "Imprimez"),
    ]

    /// Pages of sentences like "Enable the old server before the new folder of each group."
    package static func pages(_ count: Int, seed: UInt64) -> [[(target: String, source: String)]] {
        var random = SeededGenerator(seed: seed)
        func pick<T>(_ list: [T]) -> T { random.element(of: list) }
        return (0..<count).map { _ in
            (0..<40).map { _ in
                let (verb, one, two, three, four) = (pick(verbs), pick(words), pick(words), pick(words), pick(words))
                return (
                    "\(verb.1) le \(one.1) avec le nouveau \(two.1) du \(three.1) et son \(four.1).",
                    "\(verb.0) the \(one.0) with the new \(two.0) of the \(three.0) and its \(four.0)."
                )
            }
        }
    }

    package static func page(_ pairs: [(target: String, source: String)]) throws -> TokenizedBitext {
        let text = pairs.map { "«\($0.target)|\($0.source)»" }.joined(separator: "\n\n")
        return try MarkedPage(text).tokenized()
    }

    /// Learned once for all tests.
    package static let file = learned()

    /// Learns the lexicon from 560 pairs; with fewer than 500 it would be too small to judge by itself.
    package static func learned() -> [UInt8] {
        var trainer = LexiconTrainer(locale: "fr-FR")
        let all = (try? pages(14, seed: 7).map(page)) ?? []
        for page in all { trainer.read(page) }
        trainer.learnWords()
        for page in all { trainer.sample(page) }
        return trainer.finish()
    }
}
