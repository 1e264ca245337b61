import PageDocuments
import TestSupport
import Testing

@testable import Revisions

/// A diff says of every item what became of it, and of none what did not.
@Suite struct PageDiffTests {
    private func diff(_ old: String, _ new: String, prefix: String = "fffff") throws -> PageDiff {
        PageDiff(PageRevision(try document(old)), PageRevision(try document(new, prefix: prefix)))
    }

    /// Each item's source text and changes, in the diff's order.
    private func changes(_ old: String, _ new: String) throws -> [String] {
        try diff(old, new).entries.map { entry in
            let text = (entry.new ?? entry.old)?.text.source ?? ""
            return "\(text): \(entry.changes.map(\.rawValue).joined(separator: " "))"
        }
    }

    @Test func renumberingMarkupAndIndentationAreNoChange() throws {
        let diff = try diff(
            "# «T|Title»\n\n- «Ouvrez **A**.|Open **A**.»\n- «Cliquez.|Click OK.»\n",
            "# «T|Title»\n\nNew text.\n\n1.  «Ouvrez A.|Open A.»\n\n2.  «*Cliquez*.|Click *OK*.»\n")
        #expect(!diff.hasChanges)
        #expect(diff.entries.map(\.change) == [.unchanged, .unchanged])
    }

    @Test func editsWithoutATranslationAreMarked() throws {
        func outdated(_ old: String, _ new: String) throws -> [Bool] {
            try diff("1. «x|Begin.»\n2. \(old)\n", "1. «x|Begin.»\n2. \(new)\n").entries.map(\.isTranslationOutdated)
        }
        let old = "«Ouvrez la console.|Open the console now.»"
        #expect(try outdated(old, "«Ouvrez la console.|Open the new console now.»") == [false, true])
        #expect(try outdated(old, "«Ouvrez la nouvelle console.|Open the new console now.»") == [false, false])
        // Only the translation, only markup, nothing.
        #expect(try outdated(old, "«Ouvrez une console.|Open the console now.»") == [false, false])
        #expect(try outdated(old, "«Ouvrez la console.|Open the **console** now.»") == [false, false])
        // What is below the text.
        let detail = old + "\n\n   «Attendez.|Wait.»"
        #expect(try outdated(detail, old + "\n\n   «Attendez.|Wait a minute.»") == [false, true])
        #expect(try outdated(detail, old + "\n\n   «Attendez une minute.|Wait a minute.»") == [false, false])
        #expect(try outdated(detail, old + "\n\n   «Attendez.|Wait.»\n\n   «Lisez.|Read it.»") == [false, false])
        // Without a translation there is none to update.
        #expect(try outdated("Open the console now.", "Open the new console now.") == [false, false])
    }

    @Test func anItemThatIsInsertedMovesNothing() throws {
        #expect(
            try changes("- «x|Open A.»\n- «x|Open B.»\n", "- «x|Restart.»\n- «x|Open A.»\n- «x|Open B.»\n")
                == ["Restart.: added", "Open A.: unchanged", "Open B.: unchanged"])
    }

    @Test func ofASwapOneMoved() throws {
        let entries = try changes(
            "- «x|Open A.»\n- «x|Restart.»\n- «x|Wait.»\n", "- «x|Wait.»\n- «x|Open A.»\n- «x|Restart.»\n")
        #expect(entries == ["Wait.: moved", "Open A.: unchanged", "Restart.: unchanged"])
    }

    @Test func anItemInAnotherListMoved() throws {
        let entries = try changes(
            "«x|First:»\n\n- «x|Open A.»\n- «x|Restart.»\n\n«x|Second:»\n\n- «x|Wait.»\n",
            "«x|First:»\n\n- «x|Open A.»\n\n«x|Second:»\n\n- «x|Wait.»\n- «x|Restart.»\n")
        #expect(entries == ["Open A.: unchanged", "Wait.: unchanged", "Restart.: moved"])
    }

    @Test func whatIsNestedElsewhereMovedAndWhatIsBelowItDidNot() throws {
        let entries = try changes(
            "- «x|Open A.»\n- «x|Restart.»\n  - «x|Wait.»\n", "- «x|Open A.»\n  - «x|Restart.»\n    - «x|Wait.»\n")
        #expect(entries == ["Open A.: unchanged", "Restart.: moved", "Wait.: unchanged"])
    }

    @Test func eachChangeIsTold() throws {
        func page(text: String, code: String, note: String, url: String, target: String) -> String {
            """
            1. «x|Begin.»
            2. «\(target)|Open the \(text) and [read](\(url)).»

               ```
               \(code)
               ```

               > [!NOTE]
               > «N|\(note)»
            """
        }
        let old = page(text: "panel", code: "a", note: "Careful.", url: "a.md", target: "Ouvrez")
        func changes(_ new: String) throws -> [ItemChange] { try diff(old, new).entries[1].changes }
        #expect(try changes(old) == [.unchanged])
        #expect(
            try changes(page(text: "panel", code: "a", note: "Careful.", url: "a.md", target: "Ouvrir"))
                == [.retranslated])
        #expect(
            try changes(page(text: "panel", code: "b", note: "Careful.", url: "a.md", target: "Ouvrez"))
                == [.codeChanged])
        #expect(
            try changes(page(text: "panel", code: "a", note: "Beware.", url: "a.md", target: "Ouvrez"))
                == [.detailsChanged])
        #expect(
            try changes(page(text: "panel", code: "a", note: "Careful.", url: "b.md", target: "Ouvrez"))
                == [.detailsChanged])
        #expect(
            try changes(page(text: "window", code: "b", note: "Beware.", url: "a.md", target: "Ouvrir"))
                == [.changed, .codeChanged, .detailsChanged])
    }

    @Test func anEditedItemKeepsItsIDAndShowsItsWords() throws {
        let diff = try diff(
            "- «x|Begin.»\n- «x|Select the pool to move.»\n", "- «x|Begin.»\n- «x|Select the server to move.»\n")
        let entry = diff.entries[1]
        #expect(entry.change == .changed)
        #expect(entry.id == entry.old?.id)
        #expect(entry.id != entry.new?.id)
        #expect(
            entry.words?.pieces == [
                .init(.same, "Select the "), .init(.removed, "pool "), .init(.added, "server "),
                .init(.same, "to move."),
            ])
    }

    @Test func removedItemsStandBehindThoseThatTheyStoodBehind() throws {
        #expect(
            try changes(
                "- «x|Open A.»\n- «x|Wait for it.»\n- «x|Restart.»\n", "- «x|Open A.»\n- «x|Restart.»\n")
                == ["Open A.: unchanged", "Wait for it.: removed", "Restart.: unchanged"])
    }

    @Test func ofASplitTheMoreSimilarHalfIsTheItem() throws {
        #expect(
            try changes(
                "- «x|Begin.»\n- «x|Open the panel of the pool, and then restart all services.»\n- «x|End.»\n",
                "- «x|Begin.»\n- «x|Open the panel of the pool.»\n- «x|Restart all services.»\n- «x|End.»\n")
                == [
                    "Begin.: unchanged", "Open the panel of the pool.: changed", "Restart all services.: added",
                    "End.: unchanged",
                ])
    }

    @Test func whatHasNothingInCommonIsRemovedAndAdded() throws {
        #expect(
            try changes(
                "- «x|Begin.»\n- «x|Restart all services.»\n- «x|End.»\n",
                "- «x|Begin.»\n- «x|Choose a certificate for this site.»\n- «x|End.»\n")
                == [
                    "Begin.: unchanged", "Restart all services.: removed", "Choose a certificate for this site.: added",
                    "End.: unchanged",
                ])
    }

    @Test func aPageThatIsNewOrGone() throws {
        let page = PageRevision(try document("- «x|Open A.»\n"))
        #expect(PageDiff(nil, page).entries.map(\.change) == [.added])
        #expect(PageDiff(page, nil).entries.map(\.change) == [.removed])
        #expect(PageDiff(nil, nil).entries.isEmpty)
    }

    @Test func everyItemIsThereOnce() throws {
        let old = PageRevision(
            try document("«x|A:»\n\n- «x|One.»\n  - «x|Two.»\n- «x|Three.»\n\n«x|B:»\n\n- «x|Four.»\n"))
        let new = PageRevision(try document("«x|B:»\n\n- «x|Three.»\n- «x|Five.»\n  - «x|Two.»\n"))
        let diff = PageDiff(old, new)
        #expect(diff.entries.compactMap(\.old).count == old.itemCount)
        #expect(diff.entries.compactMap(\.new).count == new.itemCount)
        #expect(Set(diff.entries.map(\.id)).count == diff.entries.count)
    }

    /// A document that others wrote may give one id to several items. Found by `Scripts/fuzz`.
    @Test func anIDThatSeveralItemsHaveSaysNothing() throws {
        let document = try document("- «x|Open A.»\n- «x|Open B.»\n- «x|Open A.»\n- «x|Open B.»\n")
        var json = String(decoding: document.json(), as: UTF8.self)
        for item in document.checklists[0].items {
            json.replace("\"id\": \"\(item.id)\"", with: "\"id\": \"000000000000\"")
        }
        let revision = try PageRevision(json: Array(json.utf8))
        #expect(Set(revision.checklists[0].items.map(\.id)) == ["000000000000"])
        let diff = PageDiff(revision, revision)
        #expect(!diff.hasChanges)
        #expect(diff.entries.count == 4)
    }

    @Test func theLongestRisingSubsequence() {
        #expect(Moves.longestRising([]) == [])
        #expect(Moves.longestRising([3, 0, 1, 2]) == [1, 2, 3])
        #expect(Moves.longestRising([0, 4, 1, 2, 3]) == [0, 2, 3, 4])
        #expect(Moves.longestRising([2, 1, 0]).count == 1)
    }
}
