import Foundation
import TestSupport
import Testing

/// The programs in `Snippets/` are built with the tests. They are what README.md shows of the libraries, so they must run.
@Suite struct SnippetTests {
    @Test func theReadmeShowsTheFirstSnippet() throws {
        let program = try text("Snippets/ListProcedures.swift")
        let imports = program.split(separator: "\n").filter { $0.hasPrefix("import ") }.joined(separator: "\n")
        let shown = try between("// snippet.show\n", "// snippet.end", in: program)
        let readme = try text("README.md")
        #expect(try between("```swift\n", "```", in: readme) == "\(imports)\n\n\(shown)")
        // The others are named.
        for file in try FileManager.default.contentsOfDirectory(atPath: path("Snippets")) {
            #expect(readme.contains("Snippets/\(file)"))
        }
    }

    @Test func proceduresWithTheirSteps() throws {
        let output = try run("ListProcedures", path("Corpus/ru-RU/relay/update-certificates.md"))
        #expect(
            output == """
                Чтобы обновить сертификаты
                  1. Откройте оболочку.
                  2. Выполните команду:
                  3. Перезапустите реле.

                """)
    }

    @Test func findingsWithTheirPlaces() throws {
        let output = try run("ShowFindings", path("Corpus/faulty/broken-emphasis.md"))
        let lines = output.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.first?.hasPrefix("25:216 warning unrendered-emphasis: ") == true)
    }

    @Test func segmentsOfATranslationMemory() throws {
        let folder = try TemporaryFolder()
        let memory = """
            <tmx version="1.4"><header srclang="en-US"/><body>
            <tu><tuv xml:lang="en-US"><seg>Open the log.</seg></tuv>
            <tuv xml:lang="fr-FR"><seg>Ouvrez le journal.</seg></tuv></tu>
            <tu><tuv xml:lang="en-US"><seg>Close it.</seg></tuv>
            <tuv xml:lang="fr-FR"><seg>Fermez-le.</seg></tuv></tu>
            </body></tmx>
            """
        try Data(memory.utf8).write(to: URL(fileURLWithPath: "\(folder.path)/memory.tmx"))
        let output = try run("ListSegments", "\(folder.path)/memory.tmx", "fr-FR")
        #expect(output == "3: Open the log. -> Ouvrez le journal.\n5: Close it. -> Fermez-le.\n")
    }

    @Test func changesFromOneRevisionToTheNext() throws {
        let folder = try TemporaryFolder()
        let page = try text("Corpus/ru-RU/relay/update-certificates.md")
        #expect(page.contains("Restart the relay."))
        let edited = page.replacingOccurrences(of: "Restart the relay.", with: "Restart the relay twice.")
        try Data(edited.utf8).write(to: URL(fileURLWithPath: "\(folder.path)/new.md"))
        let old = path("Corpus/ru-RU/relay/update-certificates.md")
        #expect(try run("ShowChanges", old, "\(folder.path)/new.md") == "changed Restart the relay twice.\n")
        #expect(try run("ShowChanges", old, old) == "")
    }

    // MARK: Support

    /// Runs a built snippet, and returns what it prints.
    private func run(_ name: String, _ arguments: String...) throws -> String {
        let program = Tool.executable.deletingLastPathComponent().appendingPathComponent(name)
        let result = try Tool.run(arguments, executable: program)
        #expect(result.status == 0, "\(result.error)")
        return result.output
    }

    private func path(_ name: String) -> String { Repository.folder.appendingPathComponent(name).path }

    private func text(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }

    /// What is between the first `start` and the first `end` after it.
    private func between(_ start: String, _ end: String, in text: String) throws -> String {
        let begin = try #require(text.range(of: start)).upperBound
        let stop = try #require(text.range(of: end, range: begin..<text.endIndex)).lowerBound
        return String(text[begin..<stop])
    }
}
