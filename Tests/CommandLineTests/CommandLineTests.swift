import Foundation
import TestSupport
import Testing

@Suite struct CommandLineTests {
    private let page = """
        # <span data-ttu-id="1a2b3-101">Titre</span><span class="sxs-lookup"><span data-stu-id="1a2b3-101">Title</span></span>

        1. <span data-ttu-id="1a2b3-102">Ouvrez.</span><span class="sxs-lookup"><span data-stu-id="1a2b3-102">Open it.</span></span>

        """

    @Test func extractReadsStandardInput() throws {
        let result = try Tool.run("extract", "-", input: Data(page.utf8))
        #expect(result.status == 0)
        #expect(result.error == "")
        let document = try #require(
            JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        #expect(document["schemaVersion"] as? Int == 2)
        #expect((document["summary"] as? [String: Int])?["segments"] == 2)
        #expect((document["page"] as? [String: Any])?["path"] as? String == "-")
    }

    @Test func splitWritesOneSide() throws {
        #expect(
            try Tool.run("split", "--side", "target", "-", input: Data(page.utf8)).output == "# Titre\n\n1. Ouvrez.\n")
        #expect(
            try Tool.run("split", "--side", "source", "-", input: Data(page.utf8)).output == "# Title\n\n1. Open it.\n")
    }

    @Test func inspectShowsTheChosenLanguage() throws {
        let source = try Tool.run("inspect", "-", input: Data(page.utf8)).output
        #expect(source.contains("1. Open it."))
        #expect(source.contains("2 segments, 1 checklist, 1 item, 0 code blocks"))
        let target = try Tool.run("inspect", "--side", "target", "-", input: Data(page.utf8)).output
        #expect(target.contains("1. Ouvrez."))
        #expect(!target.contains("\u{1B}"))
    }

    @Test func inspectReadsAPagePair() throws {
        let folder = try TemporaryFolder()
        let source = try folder.write("en/page.md", "# Title\n\n1. Open it.\n2. Close it.\n")
        let target = try folder.write("fr/page.md", "# Titre\n\n1. Ouvrez.\n2. Fermez.\n")
        #expect(
            try Tool.run("inspect", target, "--source", source).output.contains(
                "3 segments, 1 checklist, 2 items, 0 code blocks"))
        let french = try Tool.run("inspect", target, "--source", source, "--side", "target").output
        #expect(french.contains("1. Ouvrez.") && french.contains("2. Fermez."))
        let missing = try Tool.run("inspect", target, "--source", "none.md")
        #expect(missing.error.hasPrefix("diptych: error: none.md: ") && missing.status == 2)
    }

    @Test func damageIsSaidWithItsPlaceAndEndsWithTwo() throws {
        let damaged = page.replacingOccurrences(of: "Ouvrez.</span>", with: "Ouvrez.")
        let result = try Tool.run("extract", "-", input: Data(damaged.utf8))
        #expect(result.status == 2)
        #expect(
            result.error == """
                -:3:23: error: the target half of 1a2b3-102 is not closed before its source half [unclosed-span]

                """)
        #expect(result.output.contains("Open it."))
    }

    /// Scripts under `set -e` go on where every page was written.
    @Test func extractEndsWithOneForWarningsOnlyIfItIsStrict() throws {
        let damaged = Data(page.replacingOccurrences(of: "\"1a2b3-102\">Ouvrez", with: "\"1a2b3-102&quot;>Ouvrez").utf8)
        let result = try Tool.run("extract", "-", input: damaged)
        #expect(result.status == 0)
        #expect(result.error.contains("-:3:22: warning: 1 quote written as `&quot;`"))
        let strict = try Tool.run("extract", "--strict", "-", input: damaged)
        #expect(strict.status == 1)
        #expect(strict.error == result.error && strict.output == result.output)
        #expect(try Tool.run("extract", "--strict", "-", input: Data(page.utf8)).status == 0)
    }

    @Test func repairedDamageEndsWithOne() throws {
        let damaged = page.replacingOccurrences(of: "\"1a2b3-102\">Ouvrez", with: "\"1a2b3-102&quot;>Ouvrez")
        let result = try Tool.run("split", "--side", "target", "-", input: Data(damaged.utf8))
        #expect(result.status == 1)
        #expect(result.output == "# Titre\n\n1. Ouvrez.\n")
        #expect(result.error.contains("-:3:22: warning: 1 quote written as `&quot;`"))
    }

    @Test func wrongUseAndMissingPagesEndWithTwoAndSayWhatToDo() throws {
        #expect(try Tool.run("extract").status == 2)
        #expect(try Tool.run("split", "--side", "left", "-").status == 2)
        let several = try Tool.run("extract", "a.md", "b.md")
        #expect(several.status == 2)
        #expect(several.error.contains("extract a.md b.md -o out"))
        let missing = try Tool.run("extract", "none.md")
        #expect(missing.status == 2)
        #expect(missing.error == "diptych: error: none.md: does not exist\n")
        #expect(try Tool.run("inspect", "none.md").error == "diptych: error: none.md: does not exist\n")
        let folder = try Tool.run("inspect", Repository.folder.appendingPathComponent("Corpus").path)
        #expect(folder.status == 2 && folder.error.contains("for a folder use `diptych extract`"))
        #expect(try Tool.run("--help").status == 0)
    }

    @Test func aPageCannotWriteToTheTerminal() throws {
        let hostile = "# A \u{1B}[2Jb\n\n<span data-ttu-id=\"\u{1B}[31m\">x</span>\n\n- c \u{202E}d\u{7}\n"
        let result = try Tool.run("inspect", "-", input: Data(hostile.utf8))
        for text in [result.output, result.error] {
            #expect(!text.contains("\u{1B}"))
            #expect(!text.contains("\u{7}"))
            #expect(!text.unicodeScalars.contains("\u{202E}"))
        }
        #expect(result.output.contains("A \\u{1b}[2Jb"))
    }
}
