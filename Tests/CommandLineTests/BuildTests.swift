import Foundation
import TestSupport
import Testing

/// `diptych build` and `diptych watch` as a user runs them.
@Suite struct BuildCommandTests {
    /// A folder with one page, gone when the test is.
    private final class Folder {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("diptych-build-\(UUID().uuidString)")
        var page: URL { url.appendingPathComponent("docs/page.md") }

        init(_ text: String = "# Page\n\nTo do it:\n\n1. Open it.\n2. Close it.\n") throws {
            try FileManager.default.createDirectory(
                at: page.deletingLastPathComponent(), withIntermediateDirectories: true)
            try write(text)
        }

        deinit { try? FileManager.default.removeItem(at: url) }

        func write(_ text: String) throws { try Data(text.utf8).write(to: page) }

        func text(_ name: String) -> String {
            String(
                decoding: FileManager.default.contents(atPath: url.appendingPathComponent(name).path) ?? Data(),
                as: UTF8.self)
        }

        func build(_ arguments: String...) throws -> Tool.Result {
            try Tool.run(["build", "docs", "-o", "out"] + arguments, in: url.path)
        }
    }

    @Test func theStatusSaysWhatToDo() throws {
        let folder = try Folder()
        let stale = try folder.build("--check")
        #expect(stale.status == 1)
        #expect(stale.output.split(separator: "\n").contains("page.json"))
        #expect(stale.error.contains("`diptych build` brings the output up to date"))
        #expect(folder.text("out/page.json").isEmpty)

        let built = try folder.build()
        #expect(built.status == 0)
        #expect(built.error.hasPrefix("1 page: 1 built, 0 unchanged\n"))
        #expect(folder.text("out/page.json").contains("\"Open it.\""))

        let again = try folder.build("--check")
        #expect(again.status == 0)
        #expect(again.output.isEmpty)

        // A half without its other half is a finding.
        try folder.write("<span data-ttu-id=\"1-101\">Un</span>\n")
        #expect(try folder.build().status == 1)
        #expect(try folder.build("--fail-on", "never").status == 0)
        #expect(try folder.build("-o", "docs").status == 2)
    }

    @Test func whatCannotBeBuiltIsSaid() throws {
        let folder = try Folder()
        for command in ["build", "watch"] {
            let refused = try Tool.run(command, "docs", "-o", ".", in: folder.url.path)
            #expect(refused.status == 2)
            #expect(
                refused.error == "diptych: error: .: holds pages, such as docs/page.md; build into another folder\n")
        }
        let missing = try Tool.run("build", "none", "-o", "out", in: folder.url.path)
        #expect(missing.status == 2)
        #expect(missing.error == "diptych: error: none: does not exist\n")
        let file = try Tool.run("build", "docs/page.md", "-o", "out", in: folder.url.path)
        #expect(file.status == 2)
        #expect(file.error == "diptych: error: docs/page.md: is not a folder of pages\n")
    }

    @Test(arguments: ["build", "watch"])
    func withoutFoldersTheMessageSaysWhatToWrite(command: String) throws {
        let folder = try Folder()
        let nothing = try Tool.run(command, in: folder.url.path)
        #expect(nothing.status == 2)
        #expect(nothing.output.isEmpty)
        #expect(nothing.error.contains("Name the folder of the pages and the folder to write to"))
        #expect(nothing.error.contains("diptych \(command) docs -o out"))
        #expect(nothing.error.contains("  pages: docs\n  output: out\n"))

        let noOutput = try Tool.run(command, "docs", in: folder.url.path)
        #expect(noOutput.status == 2)
        #expect(noOutput.error.contains("Name the folder to write to"))
        #expect(!noOutput.error.contains("pages: docs"))
    }

    @Test func theConfigurationNamesTheFolders() throws {
        let folder = try Folder()
        let file = folder.url.appendingPathComponent(".diptych.yml")
        try Data("pages: docs\n".utf8).write(to: file)
        let half = try Tool.run("build", in: folder.url.path)
        #expect(half.status == 2)
        #expect(half.error.contains("or write it into .diptych.yml:\n\n  output: out\n"))

        try Data("pages: docs\noutput: made/here\n".utf8).write(to: file)
        let built = try Tool.run("build", in: folder.url.path)
        #expect(built.status == 0)
        #expect(built.error.hasPrefix("1 page: 1 built, 0 unchanged\n"))
        #expect(folder.text("made/here/page.json").contains("\"Open it.\""))
        // The nearest file upwards counts, and its names start from its folder.
        #expect(
            try Tool.run("build", in: folder.page.deletingLastPathComponent().path).error
                .hasPrefix("1 page: 0 built, 1 unchanged\n"))
        // What is named counts more than what is configured.
        #expect(try Tool.run("build", "-o", "other", in: folder.url.path).status == 0)
        #expect(folder.text("other/page.json").contains("\"Open it.\""))
        #expect(try Tool.run("build", "--no-config", in: folder.url.path).status == 2)
    }

    @Test func aNamedConfigurationNamesTheFolders() throws {
        let folder = try Folder()
        let elsewhere = try TemporaryFolder()
        let file = try elsewhere.write("our.yml", "pages: \(folder.url.path)/docs\noutput: made\n")
        #expect(try Tool.run("build", "--config", file, in: folder.url.path).status == 0)
        #expect(FileManager.default.fileExists(atPath: "\(elsewhere.path)/made/page.json"))
    }

    /// A pull request must not make a build write elsewhere.
    @Test func aConfigurationThatIsFoundNamesNoFolderOutside() throws {
        let folder = try Folder()
        let file = folder.url.appendingPathComponent(".diptych.yml")
        try Data("pages: docs\noutput: ../elsewhere\n".utf8).write(to: file)
        let result = try Tool.run("build", in: folder.url.path)
        #expect(result.status == 2)
        #expect(result.error.contains(".diptych.yml:2:9: `../elsewhere` is outside"))
    }

    /// Saves while `watch` runs, and ends it as Ctrl-C does.
    @Test(arguments: [[], ["--poll"]])
    func watchBuildsOnSaveAndEndsCleanly(options: [String]) throws {
        let folder = try Folder()
        let process = Process()
        process.executableURL = Tool.executable
        process.arguments = ["watch", "docs", "-o", "out"] + options
        process.currentDirectoryURL = folder.url
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        defer { process.terminate() }
        try #require(isTrue { folder.text("out/page.json").contains("\"Open it.\"") })
        // As editors do: beside the page, and renamed.
        let other = folder.url.appendingPathComponent("docs/.page.md.swp")
        try Data("# Page\n\nTo do it:\n\n1. Open it twice.\n".utf8).write(to: other)
        #expect(rename(other.path, folder.page.path) == 0)
        #expect(isTrue { folder.text("out/page.json").contains("\"Open it twice.\"") })
        process.interrupt()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 0)
        #expect(!FileManager.default.fileExists(atPath: folder.url.appendingPathComponent("out/.diptych").path))
    }

    /// Whether a condition comes true before two minutes are over: this may be a very busy machine.
    private func isTrue(_ condition: () -> Bool) -> Bool {
        for _ in 0..<2400 {
            if condition() { return true }
            Thread.sleep(forTimeInterval: 0.05)
        }
        return false
    }
}
