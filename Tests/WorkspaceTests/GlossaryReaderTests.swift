import Checks
import ParsedBitext
import TestSupport
import Testing
import TranslationModel
import Workspace

@Suite struct GlossaryReaderTests {
    @Test func theFileNameSaysTheLocale() throws {
        let folder = try TemporaryFolder()
        let named = try folder.write("terms.fr-FR.csv", "source,target\nhub,concentrateur\n")
        let plain = try folder.write("terms.csv", "source,target,locale\nhub,Hub,de\nrelay,Relais,\n")
        let glossary = try #require(try GlossaryReader.read([named, plain]))
        #expect(glossary.terms.map(\.locale) == ["fr-FR", "de", nil])
    }

    @Test func errorsNameFileAndLine() throws {
        let folder = try TemporaryFolder()
        let damaged = try folder.write("terms.csv", "source,target\nhub\n")
        #expect(throws: FileError(path: damaged, reason: "line 2: 1 field, the header has 2")) {
            try GlossaryReader.read([damaged])
        }
        let tbx = try folder.write("terms.tbx", "<tbx>\n")
        #expect { try GlossaryReader.read([tbx]) } throws: { error in
            String(describing: error).hasPrefix("\(tbx): line ")
        }
        #expect(throws: FileError.self) { try GlossaryReader.read(["\(folder.path)/none.csv"]) }
    }
}
