import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Workspace

@Suite struct ExtractionTests {
    private func extract(_ arguments: [String], to output: String, jobs: Int = 1) async -> [Extraction.Outcome] {
        var outcomes: [Extraction.Outcome] = []
        await Extraction(output: FilePath(output), jobs: jobs).run(PageFinder(arguments).pages) { outcomes.append($0) }
        return outcomes
    }

    @Test func theOutputMirrorsTheTreeAndHoldsNothingElse() async throws {
        let input = try TemporaryFolder()
        let output = try TemporaryFolder()
        try input.write("a/one.md", "# One\n\n- x\n")
        try input.write("ms.dotted.name.md", "# Two\n")
        let outcomes = await extract([input.path], to: "\(output.path)/deep/er")
        #expect(outcomes.map(\.name) == ["ms.dotted.name.md", "a/one.md"])
        #expect(outcomes.allSatisfy { $0.failure == nil })
        #expect(output.files == ["deep/er/a/one.json", "deep/er/ms.dotted.name.json"])
    }

    @Test func theNumberOfJobsChangesNoByteAndNoOrder() async throws {
        let input = try TemporaryFolder()
        for index in 0..<300 {
            let list = (0...(index * 7 % 40)).map { "- item \($0) of \(index)" }.joined(separator: "\n")
            try input.write("page\(index).md", "# Page \(index)\n\n\(list)\n")
        }
        let (one, four) = (try TemporaryFolder(), try TemporaryFolder())
        let first = await extract([input.path], to: one.path, jobs: 1)
        let second = await extract([input.path], to: four.path, jobs: 4)
        #expect(first.map(\.name) == second.map(\.name))
        #expect(one.files.count == 300)
        #expect(one.files == four.files)
        for file in one.files { #expect(one.contents(file) == four.contents(file)) }
    }

    /// Empty arrays are one object for all threads. Only the thread sanitizer can make this fail.
    @Test func whatIsEmptyIsReadAtOnce() async throws {
        let input = try TemporaryFolder()
        let output = try TemporaryFolder()
        for index in 0..<400 { try input.write("page\(index).md", ["", "- \n- \n", "1. \n2. a\n\n   b\n"][index % 3]) }
        let outcomes = await extract([input.path], to: output.path, jobs: 4)
        #expect(outcomes.count == 400 && outcomes.allSatisfy { $0.failure == nil })
    }

    @Test func aPageThatCannotBeReadDoesNotStopTheOthers() async throws {
        let input = try TemporaryFolder()
        let output = try TemporaryFolder()
        try input.write("a.md", Data([0x89, 0x50, 0x4E, 0x47, 0x00, 0x01]))
        try input.write("b.md", "# B\n")
        let outcomes = await extract([input.path], to: output.path)
        #expect(outcomes[0].failure?.reason == "a binary file (NUL at byte 4), not text")
        #expect(outcomes[1].failure == nil)
        #expect(output.files == ["b.json"])
    }

    @Test func twoPagesForOneFileAreNotMixed() async throws {
        let input = try TemporaryFolder()
        let output = try TemporaryFolder()
        let first = try input.write("x/a.md", "# First\n")
        let second = try input.write("y/a.md", "# Second\n")
        let outcomes = await extract([first, second], to: output.path)
        #expect(outcomes.map { $0.failure == nil } == [true, false])
        #expect(outcomes[1].failure?.reason.contains("a.json") == true)
        #expect(String(decoding: output.contents("a.json") ?? Data(), as: UTF8.self).contains("First"))
    }

    @Test func outputIsNotWrittenThroughALink() async throws {
        let (input, output, elsewhere) = (try TemporaryFolder(), try TemporaryFolder(), try TemporaryFolder())
        try input.write("sub/a.md", "# A\n")
        try FileManager.default.createSymbolicLink(
            atPath: "\(output.path)/sub", withDestinationPath: elsewhere.path)
        let outcomes = await extract([input.path], to: output.path)
        #expect(outcomes.contains { $0.failure?.reason.contains("link") == true })
        #expect(elsewhere.files.isEmpty)
    }

    @Test func aPipeIsAnErrorAndNotAStop() throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/pipe.md"
        #expect(mkfifo(path, 0o600) == 0)
        #expect(throws: FileError(path: path, reason: "is not a regular file")) {
            try FileSystem.read(FilePath(path))
        }
    }

    @Test func anOldFileStaysWholeWhenTheNewOneCannotBeWritten() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.json/inside", "x")
        #expect(throws: FileError.self) { try FileSystem.write([1], to: FilePath("\(folder.path)/a.json")) }
        #expect(folder.files == ["a.json/inside"])
    }

    @Test func anOutputFolderThatCannotBeMadeIsSaidOnce() async throws {
        let input = try TemporaryFolder()
        for index in 0..<20 { try input.write("page\(index).md", "# A\n") }
        let file = try input.write("file", "x")
        let outcomes = await extract([input.path], to: "\(file)/below")
        #expect(outcomes.count == 1)
        #expect(outcomes.first?.failure != nil)
    }
}
