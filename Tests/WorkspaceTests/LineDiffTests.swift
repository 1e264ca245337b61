import Foundation
import TestSupport
import Testing

@testable import Workspace

@Suite struct LineDiffTests {
    private func diff(_ old: String, _ new: String) -> String {
        String(decoding: LineDiff.unified(Array(old.utf8), Array(new.utf8), page: "x.md"), as: UTF8.self)
    }

    private static func lines(_ range: ClosedRange<Int>) -> String { range.map { "\($0)\n" }.joined() }

    @Test func onlyWhatChangesIsRemovedAndAdded() {
        #expect(
            diff(Self.lines(1...20), "0\n" + Self.lines(1...9) + "X\n" + Self.lines(11...20) + "Y\n")
                == """
                --- a/x.md
                +++ b/x.md
                @@ -1,3 +1,4 @@
                +0
                 1
                 2
                 3
                @@ -7,7 +8,7 @@
                 7
                 8
                 9
                -10
                +X
                 11
                 12
                 13
                @@ -18,3 +19,4 @@
                 18
                 19
                 20
                +Y

                """)
        #expect(diff("", "a\nb\n") == "--- a/x.md\n+++ b/x.md\n@@ -0,0 +1,2 @@\n+a\n+b\n")
        #expect(diff("a\n", "a\n") == "")
    }

    /// A line that moves with as many lines as before.
    @Test func aLineThatMoves() {
        let diff = diff("a\nb\nc\nd\n", "b\nc\nd\na\n")
        #expect(diff.hasSuffix("@@ -1,4 +1,4 @@\n-a\n b\n c\n d\n+a\n"))
    }

    @Test func longPages() {
        let diff = diff("a\n" + Self.lines(1...5000) + "b\n", "A\n" + Self.lines(1...5000) + "B\nC\n")
        #expect(
            diff.hasSuffix(
                "@@ -1,4 +1,4 @@\n-a\n+A\n 1\n 2\n 3\n@@ -4999,4 +4999,5 @@\n 4998\n 4999\n 5000\n-b\n+B\n+C\n"))
    }

    @Test(arguments: 0..<40) func patchMakesTheNewText(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        func text() -> String {
            (0..<Int.random(in: 0...30, using: &random)).map { _ in "\(Int.random(in: 0...9, using: &random))\n" }
                .joined()
        }
        let (old, new) = (text(), text())
        guard !old.isEmpty, old != new else { return }
        let folder = try TemporaryFolder()
        try folder.write("x.md", old)
        try folder.write("x.diff", diff(old, new))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["git", "apply", "--unidiff-zero", "x.diff"]
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(folder.contents("x.md").map { String(decoding: $0, as: UTF8.self) } ?? "" == new)
    }
}
