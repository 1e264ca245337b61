import Foundation
import TestSupport
import Testing

/// A `--source` that cannot be used.
@Suite struct WrongSourceTests {
    private static let steps = "# Relay\n\n1. Open the relay.\n2. Close the relay.\n"

    private func site() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for name in ["a", "b"] {
            try folder.write("en/\(name).md", Self.steps)
            try folder.write("fr/\(name).md", "# Relais\n\n1. Ouvrez le relais.\n2. Fermez le relais.\n")
        }
        return folder
    }

    /// What the command would write without the source would take the place of something better.
    @Test(arguments: [
        "memory fr -o out.tmx", "build fr -o out", "extract fr -o out", "export fr -o out",
        "terms fr --minimum 1 -o out.csv",
        "status fr --format json -o out.json", "check fr --format json -o out.json",
        "check fr --write-baseline out.json",
        "export fr --only missing -o out",
    ])
    func nothingIsWritten(command: String) throws {
        let folder = try site()
        let arguments = command.split(separator: " ").map(String.init)
        // Without a history, no page has a status.
        let isKnown = arguments[0] != "status"
        #expect((try Tool.run(arguments + ["--source", "en"], in: folder.path).status != 2) == isKnown)
        func contents() -> [String: Data?] {
            Dictionary(folder.files.map { ($0, folder.contents($0)) }, uniquingKeysWith: { first, _ in first })
        }
        let before = contents()
        for (source, reason) in [("en/a.md", "is one file"), ("nope", "does not exist")] {
            let result = try Tool.run(arguments + ["--source", source], in: folder.path)
            #expect(result.status == 2)
            #expect(result.error.hasPrefix("diptych: error: \(source): \(reason)"), "\(result.error)")
            #expect(result.error.split(separator: "\n").count == 1, "\(result.error)")
            #expect(result.output.isEmpty)
            #expect(contents() == before)
        }
    }

    /// The source of the page is not that of the memory.
    @Test func theSourceOfOnePageThatIsLookedUp() throws {
        let folder = try site()
        #expect(try Tool.run("memory", "fr", "--source", "en", "-o", "m.tmx", in: folder.path).status == 0)
        for memory in ["m.tmx", "."] {
            let result = try Tool.run(
                "check", "fr/a.md", "--source", "en/a.md", "--memory", memory, in: folder.path)
            #expect(result.status == 0, "\(result.error)")
        }
    }
}
