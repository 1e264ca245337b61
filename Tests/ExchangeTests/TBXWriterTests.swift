import Checks
import Testing

@testable import Exchange

@Suite struct TBXWriterTests {
    @Test func whatIsWrittenIsReadBack() throws {
        let terms = [
            Glossary.Term("edge <node>", targets: ["nœud & bord", "b"], forbidden: ["c"], note: "n", locale: "fr-FR"),
            Glossary.Term("edge <node>", targets: ["Rand"], note: "n", locale: "de-DE"),
            Glossary.Term("edge <node>", targets: ["Kante"], note: "n", locale: "de-DE"),
            Glossary.Term("hub", targets: [], forbidden: ["hub"], locale: "fr-FR"),
        ]
        let document = try #require(TBXWriter.document(terms))
        #expect(try Glossary.terms(in: document) == terms)
        #expect(
            String(decoding: document, as: UTF8.self).contains(
                "<term>c</term><termNote type=\"administrativeStatus\">deprecatedTerm-admn-sts</termNote>"))
    }

    @Test func aTermWithoutALocaleCannotBeWritten() {
        #expect(TBXWriter.document([Glossary.Term("a", targets: ["b"])]) == nil)
    }
}
