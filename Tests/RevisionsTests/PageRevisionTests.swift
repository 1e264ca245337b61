import Checklists
import PageDocuments
import TestSupport
import Testing

@testable import Revisions

/// A revision is read back from the page document that a build wrote.
@Suite struct PageRevisionTests {
    private let text = """
        # «Titre|Title “\\u”»

        «Faites :|Do this:»

        1. «Ouvrez [A](a.md).|Open [A](b.md).»

           «Détail|Detail»

           ![«Image|Picture»](a.png)

           > [!NOTE]
           > «Remarque|Note»

           ```powershell
           Get-CsPool -Identity "<pool>" | Out-File C:\\t.txt
           ```

           - «Sous|Nested 😀»

        2. «Fin|End»
        """

    @Test func whatWasWrittenIsReadBack() throws {
        let document = try document(text)
        let read = try PageRevision(json: document.json())
        #expect(read == withoutLocations(PageRevision(document)))
        #expect(read.itemCount == 3)
    }

    /// A revision as its document says it, which has lines, but no locations and formats.
    private func withoutLocations(_ revision: PageRevision) -> PageRevision {
        func cleared(_ items: [Item]) -> [Item] {
            items.map { item in
                var item = item
                item.location = nil
                for part in item.content.indices { item.content[part].formats = [] }
                item.items = cleared(item.items)
                return item
            }
        }
        var revision = revision
        for index in revision.checklists.indices {
            revision.checklists[index].location = nil
            revision.checklists[index].items = cleared(revision.checklists[index].items)
        }
        for index in revision.codeBlocks.indices { revision.codeBlocks[index].location = nil }
        return revision
    }

    @Test func membersMayComeInAnyOrderAndUnknownOnesAreLeftAlone() throws {
        let json = #"""
            {"codeBlocks": [], "new": {"a": [1.5e3, true, null, "\ud83d\ude00"]}, "checklists": [],
             "page": {"title": {"target": null, "source": "\u00e9\/\n"}, "sha256": "0", "path": "p.md", "sourceLocale": null},
             "generator": {}, "schemaVersion": 1}
            """#
        let read = try PageRevision(json: Array(json.utf8))
        #expect(read.page.title.source == "é/\n")
        #expect(read.page.path == "p.md")
    }

    @Test func damageIsSaidWithItsPlace() throws {
        let json = String(decoding: try document(text).json(), as: UTF8.self)
        #expect(throws: PageRevision.ReadingError.damaged(line: 1, reason: "it ends too early")) {
            try PageRevision(json: [])
        }
        #expect(throws: PageRevision.ReadingError.damaged(line: 3, reason: "not JSON")) {
            try PageRevision(json: Array("{\n\"schemaVersion\":\nx}".utf8))
        }
        #expect(throws: PageRevision.ReadingError.self) { try PageRevision(json: Array(json.dropLast(100).utf8)) }
        #expect(
            throws: PageRevision.ReadingError.damaged(
                line: nil, reason: "a whole number is expected at checklists[0].items[1].position")
        ) {
            try PageRevision(json: Array(json.replacing(#""position": 2"#, with: #""position": "2""#).utf8))
        }
        #expect(
            throws: PageRevision.ReadingError.damaged(
                line: nil, reason: "`kind` is missing at checklists[0].items[0].details[0]")
        ) {
            try PageRevision(json: Array(json.replacing(#""kind": "paragraph""#, with: #""sort": "paragraph""#).utf8))
        }
        #expect(
            throws: PageRevision.ReadingError.damaged(line: nil, reason: "no known value at checklists[0].kind")
        ) {
            try PageRevision(json: Array(json.replacing(#""kind": "procedure""#, with: #""kind": "song""#).utf8))
        }
    }

    /// Depth that ends a reader's stack is an error, and depth that does not is read.
    @Test(arguments: [(20, true), (200, true), (1_000, false), (1_000_000, false)])
    func depthIsLimited(depth: Int, isRead: Bool) async throws {
        let open =
            #"{"id": "1", "position": 1, "marker": "-", "text": {}, "segments": [], "line": 1, "details": [], "notes": [], "codeBlocks": [], "links": [], "items": ["#
        let json =
            #"{"schemaVersion": 1, "generator": {}, "page": {"path": "p.md", "sha256": "0", "title": {}}, "codeBlocks": [], "checklists": [{"id": "1", "kind": "list", "section": [], "line": 1, "items": ["#
            + String(repeating: open, count: depth) + String(repeating: "]}", count: depth) + "]}]}"
        // As a build does it: not on the first thread, whose stack is larger.
        let items = await Task.detached { try? PageRevision(json: Array(json.utf8)).itemCount }.value
        #expect(items == (isRead ? depth : nil))
        #expect(throws: PageRevision.ReadingError.self) {
            try PageRevision(json: Array(String(repeating: "[", count: depth).utf8))
        }
    }

    @Test func everyCutIsAnErrorAndNeverACrash() throws {
        let json = try document("# «T|T»\n\n- «x|A \\\"b\\\".»\n").json()
        for length in 0..<json.count - 1 {
            #expect(throws: PageRevision.ReadingError.self) { try PageRevision(json: Array(json[..<length])) }
        }
    }

    @Test func aForeignVersionAndOtherJSONAreToldApart() throws {
        let json = String(decoding: try document(text).json(), as: UTF8.self)
        #expect(throws: PageRevision.ReadingError.schemaVersion(3)) {
            try PageRevision(json: Array(json.replacing(#""schemaVersion": 2"#, with: #""schemaVersion": 3"#).utf8))
        }
        #expect(throws: PageRevision.ReadingError.notAPageDocument) {
            try PageRevision(json: Array(#"{"schemaVersion": 1, "pages": [], "checklists": [1]}"#.utf8))
        }
        #expect(throws: PageRevision.ReadingError.notAPageDocument) { try PageRevision(json: Array("[1, 2]".utf8)) }
    }

    @Test func version1IsReadWithTheContentByKind() throws {
        let json =
            #"{"schemaVersion": 1, "generator": {}, "page": {"path": "p.md", "sha256": "0", "title": {}}, "codeBlocks": [], "checklists": [{"id": "1", "kind": "list", "section": [], "line": 1, "items": [{"id": "a", "position": 1, "marker": "-", "text": {"source": "Do it."}, "segments": ["s"], "line": 4, "details": [{"kind": "paragraph", "text": {"source": "More."}, "segments": [], "line": 6}], "notes": [{"kind": "tip", "text": {"source": "Wait."}, "segments": [], "line": 5}], "codeBlocks": ["c"], "links": [], "items": []}]}]}"#
        let item = try #require(PageRevision(json: Array(json.utf8)).checklists.first?.items.first)
        func text(_ words: String) -> BilingualText { BilingualText(source: words, target: nil) }
        #expect(
            item.content.map(\.content) == [
                .text(text("Do it.")), .text(text("More.")), .note(.tip, text("Wait.")),
                .code("c", isAlternative: false),
            ])
        #expect(item.details.map(\.text.source) == ["More."])
    }
}
