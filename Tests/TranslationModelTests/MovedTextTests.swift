import TestSupport
import Testing

@testable import TranslationModel

/// Sentences that are in another target than their source.
@Suite struct MovedTextTests {
    private func hasMoved(_ next: String) throws -> Bool {
        let page = try SmallLexicon.page([
            (
                "Ouvrez le bouton avec le nouveau réseau du compte et son horaire.",
                "Open the button with the new network of the account and its schedule. "
                    + "Delete the password with the new device of the window and its license."
            ),
            (
                "\(next)Renommez le relais avec le nouveau courrier du groupe et son bilan.",
                "Rename the relay with the new message of the group and its report."
            ),
        ])
        return MovedText(LexiconReader(page, try Lexicon(SmallLexicon.file))).has(1, whatIsMissingIn: 0)
    }

    @Test func aSentenceOfTheNextTarget() throws {
        #expect(try hasMoved("Supprimez le passe avec le nouveau appareil du fenêtre et son licence. "))
        #expect(try !hasMoved(""))
        #expect(try !hasMoved("Ouvrez le serveur avec le nouveau dossier du membre et son compte. "))
    }
}
