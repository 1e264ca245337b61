import Testing

@testable import Revisions

@Suite struct WordDiffTests {
    /// The diff in a line: `[-removed-]{+added+}`.
    private func diff(_ old: String, _ new: String) -> String {
        WordDiff(old, new).pieces.map { piece in
            switch piece.kind {
            case .same: piece.text
            case .removed: "[-\(piece.text)-]"
            case .added: "{+\(piece.text)+}"
            }
        }.joined()
    }

    @Test func words() {
        #expect(diff("Click OK.", "Click OK.") == "Click OK.")
        #expect(diff("Click OK.", "Click Cancel.") == "Click [-OK-]{+Cancel+}.")
        #expect(diff("Click OK", "Click OK twice") == "Click OK {+twice+}")
        #expect(diff("", "New text") == "{+New text+}")
        #expect(diff("Old text", "") == "[-Old text-]")
    }

    @Test func scriptsWithoutBlanks() {
        #expect(diff("次へをクリック", "完了をクリック") == "[-次へ-]{+完了+}をクリック")
    }

    @Test func bothTextsCanBeReadFromIt() {
        let old = "In the pane, select A, B and C, then wait (see “D”)."
        let new = "Select A and C in the left pane; then wait (see “E”) again."
        let pieces = WordDiff(old, new).pieces
        func text(_ kind: WordDiff.Piece.Kind) -> String {
            pieces.filter { $0.kind == .same || $0.kind == kind }.map(\.text).joined()
        }
        #expect(text(.removed).filter { !$0.isWhitespace } == old.filter { !$0.isWhitespace })
        #expect(text(.added).filter { !$0.isWhitespace } == new.filter { !$0.isWhitespace })
    }

    @Test(.timeLimit(.minutes(10))) func longTextsTakeBoundedTime() {
        let old = (0..<40_000).map { "a\($0)" }.joined(separator: " ")
        let new = (0..<40_000).map { "b\($0)" }.joined(separator: " ")
        #expect(WordDiff(old, new).pieces.map(\.kind) == [.removed, .added])
    }
}
