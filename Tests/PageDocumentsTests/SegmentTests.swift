import Checklists
import TestSupport
import Testing

@testable import PageDocuments

@Suite struct SegmentTests {
    @Test func segmentsHaveTextBlockSectionAndPlace() throws {
        let document = try document(
            """
            # «Titre|Title»

            «Du **gras**, `code` et&nbsp;[lien](a.md).|Some **bold**, `code` and&nbsp;[a link](a.md).»

            | «Nom|Name» |
            |---|
            | «Valeur|Value» |

            > [!TIP]
            > «Astuce|Hint»
            """)
        #expect(document.segments.map(\.block) == [.heading, .paragraph, .tableCell, .tableCell, .alert])
        #expect(document.segments.map(\.ordinal) == [1, 2, 3, 4, 5])
        #expect(document.segments.allSatisfy { $0.section == BilingualText(source: "Title", target: "Titre") })
        let second = document.segments[1]
        #expect(second.source?.markdown == "Some **bold**, `code` and&nbsp;[a link](a.md).")
        #expect(second.source?.text == "Some bold, code and\u{A0}a link.")
        #expect(second.target?.text == "Du gras, code et\u{A0}lien.")
        #expect(second.target?.position.line == 3)
        #expect(second.target?.position.column == 31)
    }

    /// A page of 5 MB with one heading of 50 kB would be 30 GB of JSON.
    @Test func aLongHeadingIsNotRepeatedAsAWhole() throws {
        let heading = String(repeating: "Éé ", count: 1000)
        let document = try document("# «\(heading)|\(heading)»\n\n«Un|One»\n\n«Deux|Two»\n")
        #expect(document.segments[0].source?.text.string.utf8.count == 5000 - 1)
        for segment in document.segments {
            let section = segment.section?.source ?? ""
            #expect(section.utf8.count <= 1024 && section.utf8.count > 1000 && heading.hasPrefix(section))
        }
    }

    @Test func codeIsShownAsItIsAndMarkupAloneAsNothing() throws {
        let document = try document("# «T|T»\n\n```\n«*un*|*one*»\n```\n\n«<a name=\"x\"></a>|<a name=\"x\"></a>»\n")
        #expect(document.segments[1].block == .codeBlock)
        #expect(document.segments[1].source?.text == "*one*")
        #expect(document.segments[2].source?.text == "")
    }

    @Test func listsInCellsAreItems() throws {
        let document = try document(
            """
            |«Étape|Step»|«Conditions|Conditions»|
            |---|---|
            |1|«Vérifiez :|Make sure that you have:»<ul><li>«Un compte|An account»</li><li>«Une clé|A key»</li></ul>|

            """)
        #expect(document.segments.map(\.block) == [.tableCell, .tableCell, .tableCell, .item, .item])
    }

    @Test func aMissingHalfIsNull() throws {
        let document = try PageDocument(
            Array("<span data-ttu-id=\"1a2b3-101\">Seul</span> et la suite\n".utf8), path: "page.md")
        #expect(document.segments.count == 1)
        #expect(document.segments[0].target?.text == "Seul")
        #expect(document.segments[0].source == nil)
        #expect(document.pairedSegmentCount == 0)
        #expect(document.diagnostics.map(\.rule) == ["missing-source"])
    }
}
