import TestSupport
import Testing

@testable import Checklists

/// Ids come from what an item says in the source, and from nothing else.
@Suite struct IdentityTests {
    private func ids(_ text: String, prefix: String = "1a2b3") throws -> [String] {
        try content(text, prefix: prefix).checklists.flatMap(\.items).map(\.id)
    }

    private let text = """
        # «Titre|Title»

        «Faites :|Do the following:»

        - «Ouvrez **A**.|Open **A**.»
        - «Ouvrez B.|Open B.»
        """

    @Test func translationSegmentIdsMarkupAndNeighboursDoNotMatter() throws {
        let original = try ids(text)
        #expect(try ids(text, prefix: "fffff") == original)
        #expect(
            try ids(
                """
                # «Überschrift|Title»

                Another paragraph.

                «Machen Sie dies:|First do this:»

                1.  «Zuerst C.|Open C.»
                2.  «Öffnen Sie B.|Open B.»
                3.  «Öffnen Sie A.|Open *A*.»
                """
            ).suffix(2) == [original[1], original[0]])
    }

    @Test func sameTextTwiceStaysApartInOrder() throws {
        let ids = try ids("# «T|T»\n\n- «Un|Click OK.»\n- «Deux|Click OK.»\n")
        #expect(ids[1] == ids[0] + "-2")
    }

    @Test func anEditedTextIsAnotherItem() throws {
        #expect(try ids(text)[0] != ids(text.replacing("Open **A**", with: "Close **A**"))[0])
    }

    @Test func everyIdOnAPageIsUnique() throws {
        let page = try content(text + "\n\n" + text)
        let all = page.checklists.map(\.id) + page.checklists.flatMap(\.items).map(\.id)
        #expect(Set(all).count == all.count)
    }
}
