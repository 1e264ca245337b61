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
        try expect(
            CodeStructure.self,
            code("«# Affiche|# Show»\n«Get-Relay # un|Get-Relay # one»\n«#Affiche|# Show»\n«// Affiche|# Show»"))
        #expect(try findings(of: CodeStructure.self, in: "«Relais|\\# of relays»\n").isEmpty)
    }
}
