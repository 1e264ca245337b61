import Foundation
import TestSupport
import Testing

/// `watch` as a user runs it.
@Suite struct WatchTests {
    private static func page(_ target: String) -> String {
        "# T\n\n<span data-ttu-id=\"1-101\">\(target)</span><span class=\"sxs-lookup\"><span data-stu-id=\"1-101\">Wait.</span></span>\n"
    }

    @Test func aFolderThatIsNotThereEndsIt() throws {
        let folder = try TemporaryFolder()
        let result = try Tool.run("watch", "docs", "-o", "out", in: folder.path)
        #expect(result.status == 2)
        #expect(result.error == "diptych: error: docs: does not exist\n")
        #expect(folder.files == [])
    }

    /// Runs `watch`, and waits for lines of its output.
    private final class Watching {
        let process = Process()
        private let folder: TemporaryFolder

        init(_ folder: TemporaryFolder) throws {
            self.folder = folder
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = ["-c", "exec \"$0\" watch docs -o out >log 2>&1", Tool.executable.path]
            process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
            try process.run()
        }

        deinit { process.terminate() }

        var log: String { folder.contents("log").map { String(decoding: $0, as: UTF8.self) } ?? "" }

        /// Whether the log has a text within two minutes, after what was there before.
        func says(_ text: String, after start: Int = 0) async throws -> Bool {
            for _ in 0..<1200 {
                if log.dropFirst(start).contains(text) { return true }
                try await Task.sleep(for: .milliseconds(100))
            }
            return false
        }
    }

    @Test func itSaysWhatIsWrong() async throws {
        let folder = try TemporaryFolder()
        try folder.write("docs/a.md", Self.page("Attendez."))
        try folder.write("docs/b.md", Self.page(""))
        let watching = try Watching(folder)
        #expect(try await watching.says("2 pages: 2 built"))
        #expect(try await watching.says("  1 error, 0 warnings in all pages; `diptych check` shows them\n"))
        var end = watching.log.count
        try folder.write("docs/a.md", Self.page(""))
        #expect(try await watching.says("  a.md\n    3:27  error  the target is empty  [empty-target]\n", after: end))
        #expect(try await watching.says("  2 errors, 0 warnings in all pages", after: end))
        // The folder goes and comes back.
        end = watching.log.count
        try FileManager.default.moveItem(atPath: "\(folder.path)/docs", toPath: "\(folder.path)/away")
        #expect(try await watching.says("docs: does not exist\n", after: end))
        end = watching.log.count
        try FileManager.default.moveItem(atPath: "\(folder.path)/away", toPath: "\(folder.path)/docs")
        #expect(try await watching.says("2 pages: 0 built, 2 unchanged", after: end))
        end = watching.log.count
        try folder.write("docs/a.md", Self.page("Attendez."))
        #expect(try await watching.says("2 pages: 1 built", after: end))
    }
}
