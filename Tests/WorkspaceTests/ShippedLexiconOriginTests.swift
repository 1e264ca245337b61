import Checks
import Testing

/// Targets that another source of the page fits.
@Suite struct ShippedLexiconOriginTests {
    private func findings(_ pairs: [(source: String, target: String)], locale: String) throws -> [Finding] {
        try ShippedLexicons.findings(pairs, locale: locale)
    }

    /// The same four sentences in several languages. The first target is put in the place of the last, or added after it.
    private static let certificates: [(locale: String, pairs: [(source: String, target: String)])] = {
        let sources = [
            "Check the documentation of the server to find out which certificates the gateway supports.",
            "Restart the service on each computer before you install the update.",
            "Users see a message in the portal when their password expires.",
            "Select the name of the user whose phone number you want to change.",
        ]
        let targets = [
            (
                "fr-FR",
                [
                    "Consultez la documentation du serveur pour connaître les certificats que prend en charge la passerelle.",
                    "Redémarrez le service sur chaque ordinateur avant d’installer la mise à jour.",
                    "Les utilisateurs voient un message dans le portail lorsque leur mot de passe expire.",
                    "Sélectionnez le nom de l’utilisateur dont vous voulez modifier le numéro de téléphone.",
                ]
            ),
            (
                "de-DE",
                [
                    "In der Dokumentation des Servers finden Sie die Zertifikate, die das Gateway unterstützt.",
                    "Starten Sie den Dienst auf jedem Computer neu, bevor Sie das Update installieren.",
                    "Benutzer sehen im Portal eine Meldung, wenn ihr Kennwort abläuft.",
                    "Wählen Sie den Namen des Benutzers aus, dessen Telefonnummer Sie ändern möchten.",
                ]
            ),
            (
                "es-ES",
                [
                    "Consulte la documentación del servidor para saber qué certificados admite la puerta de enlace.",
                    "Reinicie el servicio en cada equipo antes de instalar la actualización.",
                    "Los usuarios ven un mensaje en el portal cuando caduca su contraseña.",
                    "Seleccione el nombre del usuario cuyo número de teléfono quiere cambiar.",
                ]
            ),
        ]
        return targets.map { ($0.0, Array(zip(sources, $0.1))) }
    }()

    @Test(arguments: certificates.map(\.locale))
    func aTargetThatFitsAnotherSourceIsCertain(locale: String) throws {
        var pairs = try #require(Self.certificates.first { $0.locale == locale }).pairs
        #expect(try findings(pairs, locale: locale).isEmpty)
        pairs[3].target = pairs[0].target
        let found = try findings(pairs, locale: locale)
        #expect(found.map(\.segmentIndex) == [3], "\(found.map(\.message))")
        #expect(found.map(\.rule) == ["misaligned-content"])
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.message.contains("it fits another source of the page, “Check the documentation") == true)
    }

    @Test(arguments: certificates.map(\.locale))
    func anAdditionThatFitsAnotherSourceIsCertain(locale: String) throws {
        var pairs = try #require(Self.certificates.first { $0.locale == locale }).pairs
        pairs[3].target += " " + pairs[0].target
        let found = try findings(pairs, locale: locale)
        #expect(found.map(\.segmentIndex) == [3], "\(found.map(\.message))")
        #expect(found.map(\.rule) == ["addition"])
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.message.contains("another source of the page says it, “Check the doc") == true)
    }

    /// “Yes, you can do that” refers to another sentence, and a target may say it in full.
    @Test func aSourceThatRefersToAnotherIsNoWarning() throws {
        let pairs = [
            (
                "Can I move the mailbox to another database?",
                "Kann ich das Postfach in eine andere Datenbank verschieben?"
            ),
            (
                "Yes, you can do that.",
                "Ja, Sie können das Postfach jederzeit in eine andere Datenbank verschieben, ohne es zu löschen."
            ),
            (
                "You can move the mailbox to another database at any time without deleting it.",
                "Das Postfach kann jederzeit ohne Löschen in eine andere Datenbank verschoben werden."
            ),
        ]
        let found = try findings(pairs, locale: "de-DE")
        #expect(!found.contains { $0.message.contains("another source of the page") }, "\(found.map(\.message))")
        #expect(found.allSatisfy { $0.severity == .note })
    }

    /// Two sentences that were joined say nothing that the page does not.
    @Test func aNeighbourThatMovedIsNoAddition() throws {
        var pairs = Self.certificates[0].pairs
        pairs[2].target += " " + pairs[3].target
        pairs[3].target = "Utilisateur."
        let found = try findings(pairs, locale: "fr-FR")
        #expect(!found.contains { $0.message.contains("another source of the page") }, "\(found.map(\.message))")
    }

    /// Far more free than the others, but from nowhere else on the page.
    @Test func aFreeTranslationFitsNoOtherSource() throws {
        var pairs = Self.certificates[0].pairs
        pairs[3] = (
            "It will not be reflected anywhere else on your account.", "Cette opération n’aura pas d’autre effet."
        )
        #expect(try findings(pairs, locale: "fr-FR").allSatisfy { $0.severity == .note })
    }
}
