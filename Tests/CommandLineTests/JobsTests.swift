import Foundation
import Testing

@testable import diptych

/// `--jobs` is the number of cores unless the user says otherwise.
@Suite struct JobsTests {
    private let cores = ProcessInfo.processInfo.activeProcessorCount

    @Test func allCommandsUseAllCores() throws {
        #expect(try BuildOptions.parse([]).jobs.count == cores)
        #expect(try Check.parse(["docs"]).jobs.count == cores)
        #expect(try Extract.parse(["page.md"]).jobs.count == cores)
        #expect(try Diff.parse(["old", "new"]).jobs.count == cores)
    }

    @Test func aNumberCanBeNamed() throws {
        #expect(try BuildOptions.parse(["--jobs", "3"]).jobs.count == 3)
        #expect(try Check.parse(["docs", "--jobs", "1"]).jobs.count == 1)
    }

    @Test(arguments: ["build docs -o out", "watch docs -o out", "check docs", "extract docs -o out", "diff old new"])
    func noneIsAnError(command: String) throws {
        let result = try Tool.run(command.split(separator: " ").map(String.init) + ["--jobs", "0"])
        #expect(result.status == 2)
        #expect(result.error.contains("--jobs must be at least 1."))
    }
}
