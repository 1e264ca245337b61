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
}
