import Bitext
import Testing

@testable import ParsedBitext

@Suite struct IdentifierLexerTests {
    private func tokens(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBufferPointer { buffer in
            var lexer = Lexer(buffer, 0..<bytes.count, Language(locale: "fr-FR"))
            return lexer.tokens().filter(\.isIdentifier).map {
                "\($0.kind) \(String(decoding: bytes[$0.range.values], as: UTF8.self))"
            }
        }
    }

    /// A path or an address goes on after a letter beyond ASCII.
    @Test(arguments: [
        ("Ouvrez C:\\Données\\relais.log maintenant.", "path C:\\Données\\relais.log"),
        ("Öffnen Sie \\\\server\\Größe.", "path \\\\server\\Größe"),
        ("D\u{301}: \\Donne\u{301}es\\a", "path \\Donne\u{301}es\\a"),
        ("Exécutez /données/fichiers.", "path /données/fichiers"), ("Le dossier /été/a", "path /été/a"),
        ("Utilisez %TEMP%\\données\\a.log.", "variable %TEMP%\\données\\a.log"),
        ("Le fichier réglages.ini est prêt.", "file réglages.ini"), ("Файл журнал.log.", "file журнал.log"),
        ("Paramètres_système.Général", "identifier Paramètres_système.Général"),
        ("La variable $donnée.", "variable $donnée"),
        ("Voir contoso.com/relais/début.", "url contoso.com/relais/début"),
    ])
    func lettersBeyondASCIIContinueIt(text: String, token: String) {
        #expect(tokens(text) == [token])
    }

    /// In scripts without blanks, and where particles follow without one, the sentence goes on.
    @Test(arguments: [
        ("C:\\Relayにあるファイル", "path C:\\Relay"), ("C:\\Relay에서", "path C:\\Relay"),
        ("contoso.comをクリック", "url contoso.com"), ("C:\\Relay»", "path C:\\Relay"),
    ])
    func otherScriptsEndIt(text: String, token: String) {
        #expect(tokens(text) == [token])
    }

    @Test(arguments: [
        "qualité/quantité", "la vidéo/été/hiver", "Fermez la fenêtre.Élargissez-la.", "Windows.Élargissez",
        "E-Mail-Größe", "clé=valeur", "préférence : oui", "a/b/é",
    ])
    func proseIsNoIdentifier(text: String) {
        #expect(tokens(text) == [])
    }

    /// Each word may begin an identifier, so the search for its end has a limit.
    @Test(.timeLimit(.minutes(10))) func aLongTextWithoutBlanksTakesLinearTime() {
        let text = String(repeating: "é-", count: 10_000)
        #expect(tokens(text) == [])
    }

    /// Of a long run without blanks, only the first words are tried as identifiers; what comes after it is read again.
    @Test func longRunIsTriedAFewTimes() {
        let run = String(repeating: "a.b..", count: 100)
        #expect(tokens(run + "Relay.Core.") == [])
        #expect(tokens(run + " Relay.Core.") == tokens("Relay.Core."))
        #expect(tokens("Relay.Core.") == ["identifier Relay.Core"])
    }
}
