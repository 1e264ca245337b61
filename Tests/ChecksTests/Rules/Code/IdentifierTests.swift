import Testing

@testable import Checks

@Suite struct IdentifierTests {
    @Test func commands() throws {
        try expect(
            CommandName.self, "«⟦Obtenir-Job⟧ affiche les tâches.|Get-Job lists the jobs.»",
            finds: ["the command Get-Job is lost"])
        try expect(
            CommandName.self, "«⟦Set-Job⟧ affiche les tâches.|Get-Job lists the jobs.»",
            finds: ["source has Get-Job, target has Set-Job"])
        try expect(
            CommandName.self,
            """
            «get-job affiche, `Stop-Job` arrête.|Get-Job lists, Stop-Job stops.»
            «Ouvrez une session|Sign-In»
            «Fenêtres contextuelles|Pop-Up windows»
            «L’URI de demande|The Request-URI»
            """)
    }

    /// The marker of an item or a quote separates words.
    @Test func segmentsOfSeveralBlocks() throws {
        for marker in ["2.", "    1.", "*", ">", "    -"] {
            try expect(Identifier.self, "1. «Ouvrez Relais.\n\(marker) Fermez.|Open Relay.\n\(marker) Close.»\n")
        }
        try expect(
            Identifier.self, "1. «Ouvrez ⟦Relay.Fin⟧.\n2. Fermez.|Open Relay.End.\n2. Close.»\n",
            finds: ["the name differs: source has Relay.End, target has Relay.Fin"])
    }

    @Test func parameters() throws {
        try expect(
            ParameterName.self, "«Utilisez ⟦/Recurse⟧ ici.|Use -Recurse here.»",
            finds: ["source has -Recurse, target has /Recurse"])
        try expect(ParameterName.self, "«Utilisez `-Recurse` ici, et/ou non.|Use -Recurse here, and/or not.»")
        let note = try findings(
            of: ParameterName.self, in: "«Authentification par certificat|Cert -Based Authentication»")
        #expect(note.map(\.severity) == [.note])
    }

    /// A dash without blanks is none of an option.
    @Test func longOptions() throws {
        try expect(
            ParameterName.self, "«Exécutez job ⟦--sans-attente⟧ ici.|Run job --no-wait here.»",
            finds: ["source has --no-wait"])
        try expect(ParameterName.self, "«Le « relais », c’est-à-dire|The \"relay\"--meaning this»")
    }

    @Test func whatStandsBesideTellsAParameterFromProse() throws {
        func severity(_ page: String) throws -> [Finding.Severity] {
            try findings(of: ParameterName.self, in: page).map(\.severity)
        }
        #expect(try severity("«Créer et attribuer des agents|Create /assign agents»") == [.note])
        #expect(try severity("«L'option /redémarrage|The /reboot option»") == [.warning])
        #expect(try severity("«Exécutez setup.exe /silencieux.|Run setup.exe /quiet.»") == [.warning])
        #expect(try severity("«Le paramètre PhotoActivée|The -SetPhotoEnabled setting»") == [.warning])
        #expect(try severity("«Le paramètre SetPhotoEnabled|The -SetPhotoEnabled setting»") == [.note])
    }

    @Test func wordsThatStandForAPathAreANote() throws {
        func severity(_ page: String) throws -> [Finding.Severity] {
            try findings(of: PathName.self, in: page).map(\.severity)
        }
        #expect(try severity("«lecteur:\\chemin\\fichier.wk1|drive:\\path\\filename.wk1»") == [.note])
        #expect(try severity("«Confidentiel\\Finance ici|Confidential\\Finance here»") == [.note])
        #expect(try severity("«Modèle\\Lignes\\Somme ici|Model\\Lines\\Sum here»") == [.note])
        #expect(try severity("«Modèle\\ Lignes ici|Model\\Lines\\Sum here»") == [.warning])
        #expect(try severity("«D:\\Journaux\\a.log|D:\\Logs\\a.log»") == [.warning])
    }

    /// The finding shows the whole path, also after a letter beyond ASCII.
    @Test func aPathIsShownWhole() throws {
        let page = "«Ouvrez ⟦C:\\Données\\relais.log⟧.|Open C:\\Data\\relay.log.»"
        try expect(PathName.self, page, finds: ["target has C:\\Données\\relais.log"])
        let found = try findings(of: PathName.self, in: page)
        #expect(found.map(\.evidence.target) == ["C:\\Données\\relais.log"])
    }

    @Test func pathsFilesAndVariables() throws {
        try expect(
            PathName.self,
            """
            «Ouvrez ⟦C:\\Relais\\relais.log⟧.|Open C:\\Relay\\relay.log.»

            «⟦Exécutez configuration.⟧|Run setup.exe.»

            «Ouvrez ⟦% temp%⟧.|Open %TEMP%.»
            """,
            finds: ["target has C:\\Relais\\relais.log", "setup.exe is lost", "target has % temp%"])
        try expect(
            PathName.self,
            """
            «Les fichiers INI de \\\\fabsrv\\c$|The .ini files of \\\\fabsrv\\c$»
            «Exécutez SETUP.EXE sous %temp%\\x.|Run setup.exe in %TEMP%\\x.»
            """)
    }

    @Test func addresses() throws {
        try expect(
            Address.self, "«Accédez à ⟦contoso.com/relais⟧|Go to contoso.com/relay»",
            finds: ["target has contoso.com/relais"])
        try expect(
            Address.self,
            """
            «Accédez à https://contoso.com/fr-fr/a.|Go to https://contoso.com/en-us/a.»
            «Adresse : ann@contoso.com|Address:ann@contoso.com»
            """)
    }

    /// The target has the address as the destination of a link.
    @Test func addressesThatBecameLinks() throws {
        try expect(
            Address.self, "«Voir le [plan](https://relay.org/p/?id=1).|See the plan http://relay.org/p/?id=1 here.»")
        try expect(
            Address.self, "«Voir [⟦relay.org/relais⟧](https://relay.org/plan) ici.|See https://relay.org/plan here.»",
            finds: ["target has relay.org/relais"])
        let other = "«Voir le [plan](https://relay.org/other) ici.|See the plan https://relay.org/plan here.»"
        #expect(try findings(of: Address.self, in: other).map(\.severity) == [.warning])
    }

    /// Tools that converted pages left the address in the text of the link.
    @Test func addressesGluedToTheTextOfALink() throws {
        try expect(
            Address.self,
            """
            «Voir [le fichier](https://relay.org/p).|See [the filehttp://relay.org/p](https://relay.org/p).»

            «Voir [Relais 365](relay.md).|See [Relay 365https://relay.org/p](relay.md).»

            «Voir [Relais (ici)](relay.md).|See [Relay (here)https://relay.org/p](relay.md).»
            """)
        for segment in [
            "«Voir [le fichier](relay.md).|See [the file https://relay.org/p](relay.md).»",
            "«Voir le fichier.|See the filehttps://relay.org/p now.»",
        ] {
            #expect(try findings(of: Address.self, in: segment).map(\.severity) == [.warning], "\(segment)")
        }
    }

    @Test func dottedNames() throws {
        try expect(
            Identifier.self, "«Un objet ⟦System. IO. FileInfo⟧|A System.IO.FileInfo object»",
            finds: ["source has System.IO.FileInfo, target has System. IO. FileInfo"])
        try expect(
            Identifier.self,
            """
            «L'utilisateur1 appelle le site 2|User1 calls Site2»
            «Un numéro autre que E.164 des États-Unis|A non-E.164 number of the U.S.»
            «Image de 1280 x 720 au T1|A 1280x720 image in Q1»
            «fini.Ensuite|done.Next»
            «Utilisez AGPM 4.0 et SQL 2008.|Use AGPM4.0 and SQL2008.»
            «Un appel E 911 de 300 000 USD au 1er semestre|An E911 call of USD300K in H1»
            """)
    }

    /// Blanks are taken out where nothing else differs.
    @Test(arguments: [
        ("System. IO. FileInfo", "System.IO.FileInfo", "System.IO.FileInfo"),
        ("System .IO .FileInfo", "System.IO.FileInfo", "System.IO.FileInfo"),
        ("System.\u{A0}IO.\u{202F}FileInfo", "System.IO.FileInfo", "System.IO.FileInfo"),
        ("std :: vector", "std::vector", "std::vector"), ("std::v ector", "std::vector", "std::vector"),
        ("ms _service", "ms_service", nil), ("Contoso: ms_a", "Contoso:ms_a", nil),
        ("system. IO. FileInfo", "System.IO.FileInfo", nil), ("**System**. IO. FileInfo", "System.IO.FileInfo", nil),
    ])
    func blanksInNames(target: String, source: String, fix: String?) throws {
        let found = try findings(of: Identifier.self, in: "«Un objet \(target)|A \(source) object»")
        let broken = try #require(found.first { $0.severity == .warning })
        #expect(broken.fix?.replacement == fix)
    }

    @Test func namesInAnotherCase() throws {
        let page = "«Un objet ⟦system.io⟧|A System.IO object»\n\n«Le Powershell|The PowerShell»"
        try expect(Identifier.self, page, finds: ["target has system.io; 1 more on this page"])
        #expect(try findings(of: Identifier.self, in: page).map(\.severity) == [.note])
    }

    /// K8s counts the letters that it leaves out.
    @Test func anAbbreviationThatCountsLetters() throws {
        try expect(Identifier.self, "«Un cluster Kubernetes|A K8s cluster»")
        try expect(Identifier.self, "«⟦mot⟧|word a9223372036854775807b»", finds: ["is lost"])
        try expect(Identifier.self, "«⟦Un⟧ cluster Docker|A K8s cluster»", finds: ["the name K8s is lost"])
    }

    /// Two words of a term are no command; a cmdlet is one, also in a title.
    @Test func termsWithAHyphen() throws {
        func severities(_ page: String) throws -> [Finding.Severity] {
            try findings(of: CommandName.self, in: page).map(\.severity)
        }
        #expect(try severities("«La mise à l’échelle en réception|Receive-Side Scaling»") == [])
        #expect(try severities("«Le transfert entre registres|Register-Level Transfer»") == [])
        #expect(try severities("«La tâche est là|Receive-Job is there»") == [.error])
        #expect(try severities("«Le relais de Contoso|Get-Relay Contoso»") == [.error])
        #expect(try severities("«La commande du relais|The Register-RelayJob Command»") == [.error])
    }

    @Test(arguments: [
        ("ru-RU", "Реле 2008 с пакетом обновления 2", "Relay 2008 SP2"), ("fr-FR", "Le Service Pack 1", "The SP1"),
        ("ja-JP", "サービス パック 1 の適用", "Apply SP1"), ("nl-NL", "Relay servicepack 1", "Relay SP1"),
        ("fr-FR", "Les codes RELAY_ID ici", "The RELAY_IDs are here"),
        ("fr-FR", "Clé principale\u{A0}: fab_relay", "Main key:fab_relay"),
        ("zh-CN", "主键：fab_relay", "Main key:fab_relay"),
        ("zh-TW", "Office 365 組織", "An Office_365 tenant"),
    ])
    func anotherSpelling(locale: String, target: String, source: String) throws {
        try expect(Identifier.self, "«\(target)|\(source)»", locale: locale)
    }

    @Test(arguments: [
        ("ru-RU", "Реле 2008 с пакетом обновления 1", "Relay 2008 SP2"), ("fr-FR", "Le relais 1", "The SP1"),
        ("fr-FR", "Les codes RELAY_NO ici", "The RELAY_IDs are here"),
        ("fr-FR", "Le type fab_relay", "The xs:fab_relay"),
        ("fr-FR", "Le relay 365", "The relay_365"), ("fr-FR", "Le relais Office", "The Office_365"),
    ])
    func anotherName(locale: String, target: String, source: String) throws {
        let found = try findings(of: Identifier.self, in: "«\(target)|\(source)»", locale: locale)
        #expect(found.map(\.severity) == [.warning])
    }

    /// A tree of labels with blanks in them, of which a token is only a part.
    @Test func treesOfLabels() throws {
        func severities(_ page: String, _ locale: String = "de-DE") throws -> [Finding.Severity] {
            try findings(of: PathName.self, in: page, locale: locale).map(\.severity)
        }
        let source = "Select 'Orders= Lines\\Relay\\Serial number(SN)' here"
        #expect(try severities("«Wählen Sie „Aufträge=Zeilen\\Relais\\Nummer (SN)“|\(source)»") == [.note])
        let bold = source.replacing("'", with: "**")
        #expect(try severities("«Wählen Sie **Aufträge=Zeilen\\Relais\\Nummer (SN)**|\(bold)»") == [.note])
        #expect(try severities("«Wählen Sie „Aufträge=Zeilen\\Relais“|\(source)»") == [.warning])
        let tree = "There, 'Zip output\\Attached\\A1'"
        #expect(try severities("«Dort „Ausgabe (Zip)\\Anlage\\A1“|\(tree)»") == [.note])
        #expect(try severities("«Dort „Ausgabe (Zip)\\Anlage“|\(tree)»") == [.warning])
        #expect(
            try severities("«Öffnen Sie „C:\\Zeilen\\a b\\c“|Open 'C:\\Lines\\a b\\c'»") == [.warning])
    }

    /// Codes of a sample that the page writes otherwise in all places, and one that it keeps in one place.
    @Test(arguments: [("VZ2", Finding.Severity.note), ("CL2 et CL1", .warning)])
    func codesOfASample(target: String, severity: Finding.Severity) throws {
        let page = "«La ligne VZ1|The line CL1»\n\n«Les lignes \(target)|The lines CL2 and CL1»"
        let found = try findings(of: Identifier.self, in: page)
        #expect(found.first?.severity == severity)
    }

    @Test func mailboxesOfAMadeUpSite() throws {
        func severities(_ target: String) throws -> [Finding.Severity] {
            try findings(of: Address.self, in: "«Écrivez à \(target).|Write to ann@fabrikam-east.com.»").map(\.severity)
        }
        #expect(try severities("anne@fabrikam-east.com") == [.note])
        #expect(try severities("ann@fabrikam-est.com") == [.warning])
    }

    @Test func sentencesThatLookLikeNames() throws {
        for (source, target) in [
            ("Set RELAY_Name.After that, start it.", "Indiquez RELAY_Name.Ensuite, démarrez-le."),
            ("My company_Level1", "Mon entreprise_Niveau1"),
            ("Open the Relay Center.Topics are below.", "Ouvrez le centre de relais. Voici les sujets."),
            ("See [Relay Analytics](a.md).Partners can call.", "Voir [Analyse](a.md). Les partenaires appellent."),
            ("Use relay v1.16.1-preview now", "Utilisez la version préliminaire 1.16.1 du relais"),
            ("Products such as O365", "Des produits comme office 365"), ("It costs USD300K.", "Cela coûte 300 000 $."),
        ] {
            let found = try findings(of: Identifier.self, in: "«\(target)|\(source)»")
            #expect(found.allSatisfy { $0.severity == .note }, "\(source)")
        }
    }

    @Test func namesThatLookLikeTitles() throws {
        try expect(Identifier.self, "«Le module ⟦Relay. Core⟧|The Relay.Core module»", finds: ["Relay.Core"])
        #expect(
            try findings(of: Identifier.self, in: "«Le module Relay. Core|The Relay.Core module»").map(\.severity)
                == [.warning])
    }

    @Test func sizesInPixels() throws {
        try expect(Identifier.self, "«Une image de 640 x 480 pixels|An image of 640x480px»")
        #expect(try !findings(of: Identifier.self, in: "«Une image de 640 x 400 pixels|An image of 640x480px»").isEmpty)
    }

    @Test func namesWithASign() throws {
        try expect(
            Identifier.self, "«Un exemple en ⟦C #⟧ ici|An example in C# here»",
            finds: ["the name differs: source has C#, target has C #"])
        try expect(Identifier.self, "«Un exemple en C# ici|An example in C# here»\n\n«Plan C #2|Plan C #2 now»")
    }

    @Test func initialsWithANumber() throws {
        try expect(Identifier.self, "«Rapport pair à pair|The P2P report of peer-to-peer calls»")
        #expect(
            try findings(of: Identifier.self, in: "«Rapport|The P2P report of two calls»").map(\.severity) == [.warning]
        )
    }

    /// A name that looks like another one of the source is what became of that one.
    @Test func aLostNameAndADamagedOne() throws {
        func messages(_ target: String) throws -> [String] {
            try findings(of: Identifier.self, in: "«\(target)|0x131E, 0x67DC, 0x67DD, 0x67DE»").map(\.message)
        }
        #expect(try messages("0x67DC, 0x67DDD, 0x67DE") == ["the name 0x131E is lost"])
        #expect(
            try messages("0x99A1, 0x67DC, 0x67DD, 0x67DE") == ["the name differs: source has 0x131E, target has 0x99A1"]
        )
        #expect(
            try findings(of: Identifier.self, in: "«Relay_Plann et Relay_Core2|Relay_Core1 and Relay_Plan»").map(
                \.message)
                == ["the name differs: source has Relay_Core1, target has Relay_Core2"])
    }

    @Test(arguments: [
        ("_версия_.zip здесь", "_version_.zip here", Finding.Severity.note),
        ("_version_. zip здесь", "_version_.zip here", .warning),
        ("Поле **Папка (пример: c:\\копия)**", "The box **A folder (example: c:\\backup)**", .note),
        ("Папка **c:\\копия**", "The folder **c:\\backup**", .warning),
        ("$ $ a \\_ d\\otimes H", "$$ a \\_d\\otimes H", .note),
        ("$ $ a \\ sum_ {k}", "$$ a \\sum_{k}", .warning),
    ])
    func pathsThatMayBeTranslated(target: String, source: String, severity: Finding.Severity) throws {
        let found = try findings(of: PathName.self, in: "«\(target)|\(source)»", locale: "ru-RU")
        #expect(found.map(\.severity) == [severity], "\(found.map(\.message))")
    }
}
