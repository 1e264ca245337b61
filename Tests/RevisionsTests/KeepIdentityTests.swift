import PageDocuments
import TestSupport
import Testing

@testable import Revisions

/// An item keeps its id over revisions, and no id is ever given to something else.
@Suite struct KeepIdentityTests {
    /// A page with one list of the given source texts.
    private func page(_ items: String..., title: String = "Install", leadIn: String = "Do the following:") throws
        -> PageDocument
    {
        try document(
            "# «T|\(title)»\n\n«Faites :|\(leadIn)»\n\n" + items.map { "- «x|\($0)»\n" }.joined())
    }

    private func ids(_ document: PageDocument) -> [String] { document.checklists.flatMap(\.items).map(\.id) }

    @Test func anEditedItemKeepsItsID() throws {
        let old = try page("Open the Control Panel.", "Select the pool to move.", "Click Finish.")
        var new = try page("Open the Control Panel.", "Select the pool that you want to move.", "Click Finish.")
        #expect(ids(new)[1] != ids(old)[1])
        #expect(new.keepIdentity(of: PageRevision(old)) == [])
        #expect(ids(new) == ids(old))
    }

    @Test func aChecklistKeepsItsIDWhenItsLeadInChanges() throws {
        let old = try page("Open the Control Panel.", "Click Finish.")
        var new = try page("Open the Control Panel.", "Click Finish.", leadIn: "Carry out these steps:")
        #expect(new.checklists[0].id != old.checklists[0].id)
        _ = new.keepIdentity(of: PageRevision(old))
        #expect(new.checklists[0].id == old.checklists[0].id)
    }

    @Test func codeBlocksNameTheirItemByItsKeptID() throws {
        func page(_ text: String) throws -> PageDocument {
            try document(
                "# «T|Install»\n\n1. «x|\(text)»\n\n   ```powershell\n   Get-CsPool\n   ```\n\n2. «x|Click Finish.»\n")
        }
        let old = try page("Run the command.")
        var new = try page("Run the first command.")
        _ = new.keepIdentity(of: PageRevision(old))
        #expect(new.checklists[0].items[0].id == old.checklists[0].items[0].id)
        #expect(new.codeBlocks.map(\.item) == [old.checklists[0].items[0].id])
    }

    @Test func againstItselfNothingChanges() throws {
        let old = try page("Open the Control Panel.", "Click OK.", "Click OK.", "Select the pool.", "Click OK.")
        var new = old
        #expect(new.keepIdentity(of: PageRevision(old)) == [])
        #expect(new.json() == old.json())
    }

    @Test func aSecondRunChangesNothing() throws {
        let old = try page("Open the Control Panel.", "Click OK.", "Click OK.", "Select the pool to move.")
        var new = try page("Click OK.", "Click Cancel or OK.", "Select the pool that you move.", "Restart the server.")
        let retired = new.keepIdentity(of: PageRevision(old))
        var again = try page(
            "Click OK.", "Click Cancel or OK.", "Select the pool that you move.", "Restart the server.")
        #expect(again.keepIdentity(of: PageRevision(new), retired: retired) == retired)
        #expect(again.json() == new.json())
    }

    @Test func anEditTakenBackKeepsTheID() throws {
        let first = try page("Open the Control Panel.", "Select the pool to move.")
        var second = try page("Open the Control Panel.", "Select the pool that you want to move.")
        let retired = second.keepIdentity(of: PageRevision(first))
        var third = try page("Open the Control Panel.", "Select the pool to move.")
        _ = third.keepIdentity(of: PageRevision(second), retired: retired)
        #expect(ids(third) == ids(first))
    }

    @Test func anIDThatStoodForAnEditedTextIsNotGivenAgain() throws {
        let first = try page("Open the Control Panel.", "Select the pool to move.")
        let id = ids(first)[1]
        var second = try page("Open the Control Panel.", "Select the pool that you want to move.")
        var retired = second.keepIdentity(of: PageRevision(first))
        #expect(ids(second)[1] == id)

        // While the item is there, another with its old text is another item…
        var both = try page(
            "Open the Control Panel.", "Select the pool that you want to move.", "Select the pool to move.")
        _ = both.keepIdentity(of: PageRevision(second), retired: retired)
        #expect(ids(both) == [ids(first)[0], id, "\(id)-2"])

        // …and so it is when the item is gone.
        var gone = try page("Open the Control Panel.")
        retired = gone.keepIdentity(of: PageRevision(second), retired: retired)
        #expect(retired == [id])
        var back = try page("Open the Control Panel.", "Select the pool to move.")
        retired = back.keepIdentity(of: PageRevision(gone), retired: retired)
        #expect(ids(back) == [ids(first)[0], "\(id)-2"])
        #expect(retired == [id])
    }

    @Test func aTextThatComesBackUneditedHasItsIDAgain() throws {
        let first = try page("Open the Control Panel.", "Select the pool to move.")
        var second = try page("Open the Control Panel.")
        let retired = second.keepIdentity(of: PageRevision(first))
        #expect(retired == [])
        var third = try page("Open the Control Panel.", "Select the pool to move.")
        _ = third.keepIdentity(of: PageRevision(second), retired: retired)
        #expect(ids(third) == ids(first))
    }

    @Test func ofThreeEqualTextsTheOneThatIsLeftOutLosesItsID() throws {
        let old = try page("Open A.", "Click OK.", "Open B.", "Click OK.", "Open C.", "Click OK.")
        var new = try page("Open A.", "Click OK.", "Open B.", "Open C.", "Click OK.")
        _ = new.keepIdentity(of: PageRevision(old))
        let before = ids(old)
        #expect(ids(new) == [before[0], before[1], before[2], before[4], before[5]])
    }

    @Test func everyIDStaysUnique() throws {
        let old = try page("Click OK.", "Click OK.", "Click OK now.")
        var new = try page("Click OK now.", "Click OK.", "Click OK.", "Click OK.", "Click OK now.")
        _ = new.keepIdentity(of: PageRevision(old))
        let all = ids(new) + new.checklists.map(\.id)
        #expect(Set(all).count == all.count)
    }

    @Test func codeWithoutTextKeepsItsIDWhenItIsIndentedOtherwise() throws {
        let old = try document("# «T|Install»\n\n- ```\n  Get-CsPool\n  ```\n\n- «x|Click OK.»\n")
        let new = try document("# «T|Install»\n\n-     Get-CsPool\n\n- «x|Click OK.»\n")
        #expect(old.checklists[0].items.map(\.id) == new.checklists[0].items.map(\.id))
    }

    /// Long lists of which hardly anything stayed, in both directions.
    @Test(.timeLimit(.minutes(10)), arguments: [(1000, 1000), (1000, 20), (20, 1000), (1000, 999)])
    func longListsThatWereEditedAsAWhole(oldCount: Int, newCount: Int) throws {
        func page(_ count: Int, _ words: String) throws -> PageDocument {
            try PageDocument(Array((0..<count).map { "- Set value\($0) \(words)\n" }.joined().utf8), path: "page.md")
        }
        let old = try page(oldCount, "to one of the numbers")
        var new = try page(newCount, "to any of the numbers")
        _ = new.keepIdentity(of: PageRevision(old))
        #expect(Set(ids(new)).count == newCount)
        #expect(Array(ids(new).prefix(20)) == Array(ids(old).prefix(20)))
    }
}
