import Testing

@testable import Checks

/// Pairs inside code: the reader sees their markup, and what has the form of a name must be kept.
@Suite struct CodeSegmentTests {
    private func code(_ segment: String) -> String { "```powershell\n\(segment)\n```\n" }

    @Test func numbers() throws {
        try expect(
            Number.self, code("«# Attend ⟦20⟧ secondes|# Wait 10 seconds»"),
            finds: ["the number differs: source has 10, target has 20"])
        try expect(
            Number.self, code("«Set-Relay -Port ⟦444⟧|Set-Relay -Port 443»"), finds: ["source has 443, target has 444"])
        try expect(
            Number.self,
            code("«# 1 000,5 Go pour r2, le 31/12|# 1,000.5 GB for r2, on 12/31»\n«# UTF8 et SHA-2|# UTF8 and SHA-2»"))
    }

    @Test(arguments: [
        ("fr-FR", "# 1000 lignes", "# 1,000 rows"), ("de-DE", "# 1.500,5 MB", "# 1500.5 MB"),
        ("ar-SA", "# انتظر ١٠ ثوان", "# Wait 10 seconds"), ("ja-JP", "# １０秒待つ", "# Wait 10 seconds"),
        ("fr-FR", "Write-Host \"1 000 lignes\"", "Write-Host \"1,000 rows\""),
        ("fr-FR", "Set-Relay -List 1,2,3", "Set-Relay -List 1, 2, 3"),
    ])
    func numbersInOtherNotations(locale: String, target: String, source: String) throws {
        try expect(Number.self, code("«\(target)|\(source)»"), locale: locale)
    }

    @Test func inACommentTheyAreNotes() throws {
        for segment in [
            "«# Attendre dix secondes|# Wait 10 seconds»", "«# À 17 h|# At 5 PM»",
            "«Get-Relay # Attendre dix secondes|Get-Relay # Wait 10 seconds»",
            "# «Attendre dix secondes|Wait 10 seconds»",
        ] {
            #expect(try findings(of: Number.self, in: code(segment)).map(\.severity) == [.note])
        }
        let path = "«# Voir C:\\Utilisateurs\\<nom>|# See C:\\Users\\<name>»"
        #expect(try findings(of: PathName.self, in: code(path)).allSatisfy { $0.severity == .note })
        #expect(
            try findings(of: Number.self, in: code("«Set-Relay -Port 444|Set-Relay -Port 443»")).map(\.severity)
                == [.warning])
    }

    @Test func numbersAfterAnEqualOneAreNotTakenForAnother() throws {
        try expect(
            Number.self, code("«Set-Relay -Rows 1000 -Port ⟦444⟧|Set-Relay -Rows 1,000 -Port 443»"),
            finds: ["source has 443, target has 444"])
    }

    @Test func paths() throws {
        try expect(
            PathName.self, code("«Set-Location ⟦C:\\Relais\\Journaux⟧|Set-Location C:\\Relay\\Logs»"),
            finds: ["the name differs: source has C:\\Relay\\Logs, target has C:\\Relais\\Journaux"])
        try expect(
            PathName.self,
            code(
                "«# Ouvre C:\\Relay\\Logs|# Opens C:\\Relay\\Logs»\n«# Lecteur:\\dossier|# drive:\\folder»\n«# et/ou|# and/or»"
            ))
    }

    @Test func aCommentSignThatIsLost() throws {
        let lost = try findings(of: CodeStructure.self, in: code("«Affiche le relais|# Show the relay»"))
        #expect(lost.map(\.message) == ["the sign of the comment is lost: “#”"])
        #expect(lost.map(\.severity) == [.warning])
        for segment in ["«＃ Affiche|# Show»", "«Affiche|// Show»", "«Affiche|REM Show»"] {
            #expect(try findings(of: CodeStructure.self, in: code(segment)).count == 1)
        }
        #expect(try findings(of: CodeStructure.self, in: "```sql\n«Affiche|-- Show»\n```\n").count == 1)
        try expect(
            CodeStructure.self,
            code("«# Affiche|# Show»\n«Get-Relay # un|Get-Relay # one»\n«#Affiche|# Show»\n«// Affiche|# Show»"))
        #expect(try findings(of: CodeStructure.self, in: "«Relais|\\# of relays»\n").isEmpty)
    }

    @Test(arguments: [
        "«Le meilleur choix|#1 choice»", "«- ou -|-- or --»", "«ou|-- or --»", "«Nombre de relais|# of relays»",
        "«; Affiche|# Show»", "«Serveur|//server/share»",
    ])
    func signsThatBeginNoComment(segment: String) throws {
        try expect(CodeStructure.self, code(segment))
    }
}
