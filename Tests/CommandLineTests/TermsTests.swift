import Foundation
import TestSupport
import Testing

/// `diptych terms` as a user runs it.
@Suite struct TermsTests {
    @Test func termsOfPagesAreAGlossary() throws {
        let folder = try TemporaryFolder()
        let lines = [
            pair("101", "Sélectionnez **Enregistrer**.", "Select **Save**."),
            pair("102", "Choisissez **Enregistrer**.", "Choose **Save**."),
            pair("103", "Exécutez `Get-Relay`.", "Run `Get-Relay`."),
        ]
        try folder.write(
            "docs/page.md", "---\nms.contentlocale: fr-FR\n---\n" + lines.joined(separator: "\n\n") + "\n")
        let all = try Tool.run("terms", "docs", "--minimum", "1", in: folder.path)
        #expect(
            all.output == """
                source,target,forbidden,note,locale
                Save,Enregistrer,,2 times,fr-FR
                Get-Relay,Get-Relay,,once,fr-FR

                """)
        #expect(all.status == 0)
        let written = try Tool.run("terms", "docs", "-o", "terms.csv", in: folder.path)
        #expect(written.error == "terms.csv: 1 term\n")
        let checked = try Tool.run("check", "docs", "--glossary", "terms.csv", in: folder.path)
        #expect(checked.status == 0, "\(checked.error)")
        let missing = try Tool.run("terms", "docs", "none.md", in: folder.path)
        #expect(missing.status == 2)
        #expect(missing.output.hasPrefix("source,target"))
    }

    @Test func glossariesAreConverted() throws {
        let folder = try TemporaryFolder()
        try folder.write("terms.csv", "source,target,forbidden\nhub,concentrateur|moyeu,hub\n")
        let unknown = try Tool.run("terms", "--convert", "terms.csv", "-o", "terms.tbx", in: folder.path)
        #expect(unknown.status == 2)
        #expect(unknown.error.contains("a term has no locale, and TBX needs one; give it with --locale"))
        #expect(folder.files == ["terms.csv"])
        let tbx = try Tool.run(
            "terms", "--convert", "terms.csv", "-o", "terms.tbx", "--locale", "fr-FR", in: folder.path)
        #expect(tbx.error == "terms.tbx: 1 term\n")
        let csv = try Tool.run("terms", "--convert", "terms.tbx", in: folder.path)
        #expect(csv.output == "source,target,forbidden,note,locale\nhub,concentrateur|moyeu,hub,,fr-FR\n")
        try folder.write("damaged.tbx", "<tbx>\n<a")
        #expect(try Tool.run("terms", "--convert", "damaged.tbx", in: folder.path).status == 2)
    }

    @Test func wrongCommandLines() throws {
        for arguments in [[], ["docs", "--convert", "a.csv"], ["docs", "-o", "a.txt"], ["docs", "--minimum", "0"]] {
            #expect(try Tool.run(["terms"] + arguments).status == 2, "\(arguments)")
        }
    }
}
