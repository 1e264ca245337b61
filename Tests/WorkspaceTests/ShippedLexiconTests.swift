import Bitext
import Checks
import Foundation
import ParsedBitext
import TestSupport
import Testing
import TranslationModel

@testable import Workspace

/// What the lexicons that come with diptych make of sentences, ours and those of real pages.
@Suite struct ShippedLexiconTests {
    private func findings(_ pairs: [(source: String, target: String)], locale: String) throws -> [Finding] {
        try ShippedLexicons.findings(pairs, locale: locale)
    }

    /// What the warnings of polarity say of one pair.
    private func polarityWarnings(_ source: String, _ target: String, _ locale: String) throws -> [String] {
        try findings([(source, target)], locale: locale).filter { $0.rule == "polarity" && $0.severity > .note }
            .map(\.message)
    }

    /// A language may repeat the negation of a lead-in in each item, and Polish asks "whether not" for "whether".
    @Test func negationsThatTheContextSays() throws {
        let item = ("Restart the server.", "서버를 다시 시작하지 않습니다.")
        func isWarned(_ pairs: [(source: String, target: String)], _ locale: String) throws -> Bool {
            try findings(pairs, locale: locale).contains { $0.rule == "polarity" && $0.severity > .note }
        }
        #expect(try isWarned([("The relay does:", "릴레이는 다음을 수행합니다."), item], "ko-KR"))
        #expect(try !isWarned([("The relay does not:", "릴레이는 다음을 수행하지 않습니다."), item], "ko-KR"))
        #expect(try isWarned([("The server is started.", "Serwer nie jest uruchomiony.")], "pl-PL"))
        let whether = ("Check if the server is started.", "Sprawdź, czy serwer nie jest uruchomiony.")
        #expect(try !isWarned([whether], "pl-PL"))
    }

    @Test(arguments: [
        (
            "You must not enable the policy for these users.", "Vous devez activer la stratégie pour ces utilisateurs.",
            "fr-FR"
        ),
        (
            "Users cannot change this setting on the server.",
            "Les utilisateurs peuvent modifier ce paramètre sur le serveur.", "fr-FR"
        ),
        (
            "Users can change this setting on the server.",
            "Les utilisateurs ne peuvent pas modifier ce paramètre sur le serveur.", "fr-FR"
        ),
        (
            "Disable the policy before you restart the server.", "Activez la stratégie avant de redémarrer le serveur.",
            "fr-FR"
        ),
        (
            "You must not enable the policy for these users.",
            "Sie müssen die Richtlinie für diese Benutzer aktivieren.", "de-DE"
        ),
        (
            "Users cannot change this setting on the server.",
            "Los usuarios pueden cambiar esta configuración en el servidor.", "es-ES"
        ),
        // A negation that the target adds.
        ("Restart the server.", "Starten Sie den Server nicht neu.", "de-DE"),
        ("Close the window.", "Schließen Sie das Fenster nicht.", "de-DE"),
        ("Restart the server.", "No reinicie el servidor.", "es-ES"),
        ("Delete this file.", "No elimine este archivo.", "es-ES"),
        ("Restart the server.", "Ne redémarrez pas le serveur.", "fr-FR"),
        ("This page is available.", "Cette page n’est pas disponible.", "fr-FR"),
        ("Restart the server.", "Non riavviare il server.", "it-IT"),
        ("Restart the server.", "Não reinicie o servidor.", "pt-BR"),
        ("Restart the server.", "Start de server niet opnieuw.", "nl-NL"),
        ("Delete the file.", "Nie usuwaj pliku.", "pl-PL"),
        ("Restart the server.", "Starta inte om servern.", "sv-SE"),
        ("Restart the server.", "Не перезапускайте сервер.", "ru-RU"),
        ("Restart the server.", "サーバーを再起動しないでください。", "ja-JP"),
        ("Restart the server.", "서버를 다시 시작하지 마세요.", "ko-KR"),
        ("The server can be restarted.", "Der Server kann nicht neu gestartet werden.", "de-DE"),
        ("Delete the file.", "Не удаляйте файл.", "ru-RU"),
        ("Restart the server.", "请勿重启服务器。", "zh-CN"),
        ("Delete the file.", "Dosyayı silmeyin.", "tr-TR"),
        ("Close this window.", "Nezavírejte toto okno.", "cs-CZ"),
        // A command that lost it.
        ("Don't delete the file.", "Supprimez le fichier.", "fr-FR"),
        ("Do not close this window.", "Cierre esta ventana.", "es-ES"),
        ("Never delete the file.", "Löschen Sie die Datei.", "de-DE"),
        ("Don't close this window.", "Chiudere questa finestra.", "it-IT"),
        ("Don't delete the file.", "Exclua o arquivo.", "pt-BR"),
        ("Don't delete the file.", "ファイルを削除してください。", "ja-JP"),
        ("Don't delete the file.", "删除该文件。", "zh-CN"),
        ("Don't delete the file.", "Odstraňte soubor.", "cs-CZ"),
        // One that it lost.
        ("Users cannot change this setting on the server.", "ユーザーは、サーバーでこの設定を変更できます。", "ja-JP"),
        ("Users cannot change this setting on the server.", "用户可以在服务器上更改此设置。", "zh-CN"),
        ("Users cannot change this setting on the server.", "사용자는 서버에서 이 설정을 변경할 수 있습니다.", "ko-KR"),
        (
            "The tax amount must not be copied to the new line.", "Vergi tutarı yeni satıra kopyalanmalıdır.", "tr-TR"
        ),
    ])
    func theOppositeIsFound(source: String, target: String, locale: String) throws {
        #expect(try !polarityWarnings(source, target, locale).isEmpty)
    }

    /// A negation that was lost with its sentence is part of what the target leaves out.
    @Test func aNegationInALostSentenceIsAnOmission() throws {
        let found = try findings(
            [
                (
                    "Restart the server with the new policy. Users do not see the old folder of the device any more.",
                    "Redémarrez le serveur avec la nouvelle stratégie."
                )
            ], locale: "fr-FR"
        ).filter { $0.severity > .note }
        #expect(found.map(\.rule) == ["omission"], "\(found.map(\.message))")
    }

    /// In Chinese, Japanese and Korean, two characters do not show for certain which side of a pair is meant.
    @Test(arguments: [
        ("Enable the policy for all users.", "すべてのユーザーのポリシーを無効にします。", "ja-JP"),
        ("Enable the policy for all users.", "为所有用户禁用策略。", "zh-CN"),
    ])
    func anOppositeMayBeANote(source: String, target: String, locale: String) throws {
        #expect(try polarityWarnings(source, target, locale) == [])
    }

    /// Negations that are part of a word, or another word.
    @Test(arguments: [
        ("This task is not run.", "このタスクは未実行です。", "ja-JP"),
        ("The value is not valid.", "値が無効です。", "ja-JP"),
        ("Use it without restarting the server.", "サーバーを再起動せずに使用します。", "ja-JP"),
        ("The policy is not assigned.", "策略未分配。", "zh-CN"),
        ("This is not public information.", "這是非公開資訊。", "zh-TW"),
        ("The value is not valid.", "값이 무효입니다.", "ko-KR"),
        ("The policy is not required.", "정책은 불필요합니다.", "ko-KR"),
        ("The field is not editable.", "Alan düzenlenemez.", "tr-TR"),
        ("This setting is not used.", "Bu ayar kullanılmaz.", "tr-TR"),
        (
            "Use the web app, not the desktop app.", "Use la aplicación web en lugar de la aplicación de escritorio.",
            "es-ES"
        ),
        ("The server may not respond.", "Le serveur peut cesser de répondre.", "fr-FR"),
        // Glued to its neighbour.
        ("- Can't be used with these servers.", "-Non può essere utilizzato con questi server.", "it-IT"),
        ("Unidentified devices are listed here.", "Nicht identifizierte Geräte werden hier aufgelistet.", "de-DE"),
        ("The server is less reliable.", "Der Server ist nicht so zuverlässig.", "de-DE"),
        ("Guests are external to your organization.", "Gäste gehören nicht zu Ihrer Organisation.", "de-DE"),
        ("Reply to them in the section.", "Odpowiedz na nie w sekcji.", "pl-PL"),
        ("Do the following after the restart:", "Gehen Sie nach dem Neustart wie folgt vor:", "de-DE"),
        ("Save the project before you go back.", "Сохраните проект, после чего вернитесь.", "ru-RU"),
        ("The call is disconnected.", "Die Verbindung wird getrennt.", "de-DE"),
        // A word with a negation that no lexicon knows.
        ("The administrator has not answered you yet today.", "Správce vám dnes neodpoklepal.", "cs-CZ"),
        ("Type = N/A", "Typ = Není k dispozici", "cs-CZ"),
        ("The list of denied servers", "L’elenco dei server non consentiti", "it-IT"),
        ("The maximum size of a message is 35 MB.", "Vous ne pouvez pas envoyer un message de plus de 35 Mo.", "fr-FR"),
        ("Can't the server send the message again?", "Le serveur peut-il renvoyer le message ?", "fr-FR"),
        (
            "Verify that the value of the policy is not set on the server.",
            "Überprüfen Sie, ob der Wert der Richtlinie auf dem Server festgelegt ist.", "de-DE"
        ),
        ("Send the \"not junk\" messages to the server.", "Envíe los mensajes deseados al servidor.", "es-ES"),
        ("The amount is not more than the limit.", "Částka je maximálně limit.", "cs-CZ"),
        ("That's all you need to do on the server.", "Mehr müssen Sie auf dem Server nicht tun.", "de-DE"),
        ("The folder is separate from the server.", "Složka není součástí serveru.", "cs-CZ"),
        ("There is a discrepancy in the value.", "Värdet stämmer inte.", "sv-SE"),
        ("The values may not be the same on the server.", "サーバーの値が一致するとは限りません。", "ja-JP"),
        (
            "Services other than the web server are not supported.",
            "Sono supportati solo i servizi del server Web.", "it-IT"
        ),
        ("The service will not be launching in this region.", "服务将取消在此区域的发布。", "zh-CN"),
        ("This is a one-way process.", "Il processo non è reversibile.", "it-IT"),
        ("This is not applicable.", "これは適用外です。", "ja-JP"),
        ("A folder can have up to four files.", "В папке может быть не более четырех файлов.", "ru-RU"),
        ("The oldest file is deleted.", "Il file più vecchio viene eliminato.", "it-IT"),
        ("The files are un-encrypted.", "Les fichiers sont déchiffrés.", "fr-FR"),
        // A negation of a word that the source does not have: the same thing, said otherwise.
        ("Keep the window open.", "No cierre la ventana.", "es-ES"),
        (
            "This doesn't prevent users from signing in to the server.",
            "Cela permet toujours aux utilisateurs de se connecter au serveur.", "fr-FR"
        ),
        ("The value is constant.", "Это значение не изменяется.", "ru-RU"),
        ("If you dont have a policy, create one.", "Si no tiene una directiva, cree una.", "es-ES"),
        ("Instead of the server, restart the relay.", "不要重启服务器，而是重启中继。", "zh-CN"),
        ("Keep the window open.", "请勿关闭窗口。", "zh-CN"),
        ("Remember to save the file.", "Dosyayı kaydetmeyi unutmayın.", "tr-TR"),
        // Commands that say it by another word, or forbid nothing.
        ("Don't delete the file.", "Не удаляйте файл.", "ru-RU"),
        ("Don't delete the file.", "Évitez de supprimer le fichier.", "fr-FR"),
        ("Do not close the window until you restart.", "Fermez la fenêtre après le redémarrage.", "fr-FR"),
        ("Do not turn off your computer.", "Lassen Sie den Computer eingeschaltet.", "de-DE"),
        ("Do not close this window.", "Gardez la fenêtre ouverte.", "fr-FR"),
        (
            "Do not delete the file before you close the window.",
            "Supprimez le fichier seulement après avoir fermé la fenêtre.", "fr-FR"
        ),
        ("Don't forget to save the file.", "Denken Sie daran, die Datei zu speichern.", "de-DE"),
        ("Don't miss the page about servers.", "Consultez la page sur les serveurs.", "fr-FR"),
        (
            "In Outlook, a user can choose the Do Not Forward option.",
            "En Outlook, un usuario puede elegir la opción de bloqueo.", "es-ES"
        ),
        // Words that help other verbs, and may mean many things.
        (
            "The tools help your team to find and prevent attacks on the server.",
            "Las herramientas permiten que el equipo busque y evite ataques en el servidor.", "es-ES"
        ),
        (
            "The chapter opens a hidden world, as pictured above.",
            "Le chapitre ouvre un monde caché, comme affiché ci-dessus.", "fr-FR"
        ),
    ])
    func aNegationThatIsSaidInAnotherWayIsLeftAlone(source: String, target: String, locale: String) throws {
        #expect(try polarityWarnings(source, target, locale) == [])
    }

    @Test(arguments: [
        (
            "You must not enable the policy for these users.",
            "Vous ne devez pas activer la stratégie pour ces utilisateurs.", "fr-FR"
        ),
        ("We don't recommend changing this setting.", "Nous vous déconseillons de modifier ce paramètre.", "fr-FR"),
        (
            "You can specify whether or not users can change this setting.",
            "Vous pouvez spécifier si les utilisateurs peuvent modifier ce paramètre.", "fr-FR"
        ),
        (
            "Enable or disable the policy for these users.",
            "Activez ou désactivez la stratégie pour ces utilisateurs.", "fr-FR"
        ),
        (
            "Only administrators can change this setting.", "Seuls les administrateurs peuvent modifier ce paramètre.",
            "fr-FR"
        ),
        (
            "Users cannot change this setting on the server.",
            "Benutzer können diese Einstellung auf dem Server nicht ändern.", "de-DE"
        ),
        ("Extending the schema is not reversible.", "L’extension du schéma est irréversible.", "fr-FR"),
        ("Play a message when the office is not open.", "Lire un message quand le bureau est fermé.", "fr-FR"),
        ("This value is not allowed for this policy.", "Dieser Wert ist für diese Richtlinie unzulässig.", "de-DE"),
        (
            "Users cannot change this setting on the server.",
            "Benutzer können diese Einstellung auf dem Server**nicht**ändern.", "de-DE"
        ),
        (
            "Users cannot change this setting on the server.",
            "Los usuarios no pueden cambiar esta configuración en el servidor.", "es-ES"
        ),
        ("Users cannot change this setting on the server.", "ユーザーは、サーバーでこの設定を変更できません。", "ja-JP"),
        // The script changes without a blank.
        (
            "In addition, you cannot change the account of the SQL Server here.",
            "また、ここでSQL Serverのアカウントを変更することはできません。", "ja-JP"
        ),
    ])
    func whatIsRightIsLeftAlone(source: String, target: String, locale: String) throws {
        let found = try findings([(source, target)], locale: locale).filter { $0.severity > .note }
        #expect(found.isEmpty, "\(found.map(\.message))")
    }

    /// Kinds of right translations in which words look like opposites.
    @Test(arguments: [
        // A noun, and words that have a negation inside.
        (
            "A content block helps you to show products to your users.",
            "Un bloc de contenu permet de présenter des produits à vos utilisateurs.", "fr-FR"
        ),
        ("The name is case-insensitive.", "Le nom ne respecte pas la casse.", "fr-FR"),
        ("The device is disconnected.", "L’appareil est hors connexion.", "fr-FR"),
        ("This file is not present on the server.", "Ce fichier est absent du serveur.", "fr-FR"),
        ("The field cannot be left blank.", "Le champ doit être renseigné.", "fr-FR"),
        ("The step is not required.", "L’étape est facultative.", "fr-FR"),
        ("Get started with the server", "Premiers pas avec le serveur", "fr-FR"),
        ("You can use it only once.", "Vous ne pouvez l’utiliser qu’une seule fois.", "fr-FR"),
        ("The value is invalid.", "Der Wert ist nicht gültig.", "de-DE"),
        ("Unsupported file formats", "Nicht unterstützte Dateiformate", "de-DE"),
        ("The service is unavailable.", "El servicio no está disponible.", "es-ES"),
        // The other word of the pair belongs to another word of the source.
        (
            "To see the page when elements are hidden, select a tool.",
            "Pour afficher la page lorsque les éléments sont masqués, sélectionnez un outil.", "fr-FR"
        ),
        (
            "If you activate a new file, the previous file is inactivated.",
            "Si vous activez un nouveau fichier, le fichier précédent est désactivé.", "fr-FR"
        ),
    ])
    func whatLooksLikeAnOppositeIsLeftAlone(source: String, target: String, locale: String) throws {
        let found = try findings([(source, target)], locale: locale).filter { $0.severity > .note }
        #expect(found.isEmpty, "\(found.map(\.message))")
    }

    @Test(arguments: [
        (
            "You can’t delete the root folder of the library.",
            "Vous pouvez supprimer le dossier racine de la bibliothèque.", "fr-FR"
        ),
        (
            "A reseller cannot sell these licenses to customers.",
            "Ein Vertriebspartner kann diese Lizenzen an Kunden verkaufen.", "de-DE"
        ),
        (
            "The database must not be moved to another server.", "La base de datos debe moverse a otro servidor.",
            "es-ES"
        ),
        ("Guests can't join the meeting from the lobby.", "ゲストはロビーから会議に参加できます。", "ja-JP"),
    ])
    func whatCannotBeDoneIsNotSaidToBePossible(source: String, target: String, locale: String) throws {
        #expect(try polarityWarnings(source, target, locale).count == 1)
    }

    @Test(arguments: [
        ("The name cannot exceed 64 characters.", "Le nom est limité à 64 caractères.", "fr-FR"),
        ("The report says what you can and can't change.", "Le rapport indique ce que vous pouvez modifier.", "fr-FR"),
        ("The file cannot be found on the server.", "Le fichier est introuvable sur le serveur.", "fr-FR"),
        ("You cannot change more than one role.", "Sie können nur eine Rolle ändern.", "de-DE"),
        ("Select **Can't sign in** on the page.", "Wählen Sie auf der Seite **Can't sign in** aus.", "de-DE"),
        ("The account can't be left blank.", "Das Konto muss ausgefüllt werden.", "de-DE"),
        ("If the file can't be found, restart the service.", "ファイルが見つからなかった場合は、サービスを再起動します。", "ja-JP"),
        (
            "Users who cannot create requests see a message.", "İstek oluşturamasa bile kullanıcılar bir ileti görür.",
            "tr-TR"
        ),
    ])
    func whatCannotBeDoneIsSaidInAnotherWay(source: String, target: String, locale: String) throws {
        #expect(try polarityWarnings(source, target, locale) == [])
    }

    @Test(arguments: ["can't", "can’t"])
    func aNegationIsShownAsTheWordItIsPartOf(word: String) throws {
        let found = try findings(
            [
                (
                    "Users \(word) change this setting on the server.",
                    "Les utilisateurs peuvent modifier ce paramètre sur le serveur."
                )
            ], locale: "fr-FR")
        #expect(found.first { $0.rule == "polarity" }?.evidence.source == word, "\(found)")
    }

    @Test func aTargetFromElsewhereIsFound() throws {
        let found = try findings(
            [
                (
                    "In the left pane, click the name of the user whose phone number you want to change.",
                    "Consultez la documentation du serveur pour connaître les certificats que prend en charge la passerelle."
                )
            ], locale: "fr-FR")
        #expect(found.contains { $0.rule == "misaligned-content" && $0.severity > .note }, "\(found.map(\.message))")
    }

    // MARK: Languages without a lexicon

    private static let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Corpus")

    @Test(arguments: [
        "he-IL/mail-gateway/add-a-filter-rule.md", "he-IL/relay/remove-a-relay.md",
        "ar-SA/mail-gateway/release-messages-from-the-quarantine.md", "ar-SA/relay/move-a-relay.md",
    ])
    func theyHaveAScore(path: String) throws {
        let page = TokenizedBitext(
            ParsedBitext(try read([UInt8](try Data(contentsOf: Self.corpus.appendingPathComponent(path))))), path: path)
        let lexicon = try #require(try Lexicons(installedWith: [])[page.language])
        #expect(lexicon.isGeneral)
        #expect(try #require(ContentAlignment(page, lexicon).alignment) > 0.9)
    }

    /// A page in a language and letters that no judge has seen.
    private static let greek: [(source: String, target: String)] = (1...10).map { index in
        (
            "Install Contoso Relay \(index + 20) on the server SRV-\(index)00 before you update Fabrikam.",
            "Εγκαταστήστε το Contoso Relay \(index + 20) στο διακομιστή SRV-\(index)00 πριν από την ενημέρωση του Fabrikam."
        )
    }

    @Test func whatIsRightIsLeftAloneInAnyLanguage() throws {
        #expect(try findings(Self.greek, locale: "el-GR").isEmpty)
    }

    @Test func aTargetFromElsewhereIsFoundInAnyLanguage() throws {
        var pairs = Self.greek
        pairs[4].target = "Κάντε κλικ στην επιλογή Northwind 77 (βλ. `Get-Log`)."
        let found = try findings(pairs, locale: "el-GR")
        #expect(found.map(\.segmentIndex) == [4], "\(found.map(\.message))")
    }

    @Test func targetsThatChangedPlacesAreFoundInAnyLanguage() throws {
        var pairs = Self.greek
        (pairs[4].target, pairs[5].target) = (pairs[5].target, pairs[4].target)
        let found = try findings(pairs, locale: "el-GR")
        #expect(found.map(\.rule) == ["neighbour-shift", "neighbour-shift"], "\(found.map(\.message))")
        #expect(found.map(\.segmentIndex) == [4, 5])
    }

    @Test func languagesWithALexiconKeepTheirs() throws {
        let lexicons = try Lexicons(installedWith: [])
        for locale in [
            "cs-CZ", "de-DE", "es-ES", "fr-FR", "it-IT", "ja-JP", "ko-KR", "nl-NL", "pl-PL", "pt-BR", "ru-RU", "sv-SE",
            "tr-TR", "zh-CN", "zh-TW", "fr-CA", "pt-PT", "de-AT", "zh-HK",
        ] {
            #expect(lexicons[Language(locale: locale)]?.isGeneral == false, "\(locale)")
        }
    }

    /// They are part of every installation.
    @Test func allTogetherAreSmall() throws {
        let sizes = try LexiconFolder.resources.map { try FileSystem.read($0).count }
        #expect(sizes.count == 16)
        #expect(sizes.reduce(0, +) <= 6 << 20)
    }

    // MARK: Learning

    @Test func aLexiconForAllLanguagesIsLearnedFromPages() throws {
        let paths = ["fr-FR", "de-DE", "es-ES", "ja-JP"].map { Self.corpus.appendingPathComponent($0).path }
        let outcome = try TrainingRun(paths, locale: nil).runForAll { _ in }
        #expect(outcome.locale == "und")
        #expect(outcome.failures.isEmpty)
        #expect(try Lexicon(outcome.lexicon).isGeneral)
    }

    @Test func itNeedsPairsToLearnFrom() throws {
        #expect(throws: TrainingRun.Failure.self) {
            try TrainingRun([Self.corpus.appendingPathComponent("he-IL").path], locale: nil).runForAll { _ in }
        }
    }

    // MARK: Real pages

    private static let shared = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared")
    static let areRealPagesHere = FileManager.default.fileExists(
        atPath: shared.appendingPathComponent("labels/pairs.fr-FR.jsonl").path)

    private struct Label: Decodable {
        let path: String
        let id: String
        let label: String
    }

    /// Pairs that people have read: faults, and free translations that are right. A fault is found where a finding lies on its
    /// segment, or names a run of segments that it is part of.
    @Test(.enabled(if: areRealPagesHere, "no ../shared"))
    func labelledPairs() throws {
        let lines = try String(
            contentsOf: Self.shared.appendingPathComponent("labels/pairs.fr-FR.jsonl"), encoding: .utf8)
        let labels = try lines.split(separator: "\n").map { try JSONDecoder().decode(Label.self, from: Data($0.utf8)) }
        let folder = try TemporaryFolder()
        let tar = Process()
        tar.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        tar.arguments = [
            "tar", "-xJf", Self.shared.appendingPathComponent("corpus/fr-FR.tar.xz").path, "-C", folder.path,
        ]
        try tar.run()
        tar.waitUntilExit()
        // The archive may have the locale's folder on top.
        let root = FileManager.default.fileExists(atPath: "\(folder.path)/fr-FR") ? "\(folder.path)/fr-FR" : folder.path
        let checker = Checker(lexicons: try Lexicons(installedWith: []))
        var (faults, found) = (0, 0)
        var alarms: [String] = []
        for (path, labels) in Dictionary(grouping: labels, by: \.path) {
            let page = try read([UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(root)/\(path)"))))
            let findings = checker.check(TokenizedBitext(ParsedBitext(page), path: path, locale: "fr-FR"))
            for label in labels {
                let index = try #require(page.segments.firstIndex { $0.id == label.id })
                let own = findings.filter { finding in
                    guard let first = finding.segmentIndex else { return false }
                    let run = finding.message.split(separator: " ").compactMap { Int($0) }.first ?? 1
                    return first == index
                        || (finding.rule == "neighbour-shift" && (first..<first + run).contains(index))
                }
                if label.label == "fine" {
                    if own.contains(where: { $0.severity > .note }) { alarms.append(label.id) }
                } else {
                    faults += 1
                    if !own.isEmpty { found += 1 }
                }
            }
        }
        #expect(alarms.isEmpty)
        #expect(found * 100 >= faults * 85, "\(found) of \(faults)")
    }
}
