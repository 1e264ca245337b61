import Foundation
import TestSupport
import Testing

@testable import diptych

/// Where the command finds its lexicons, and what it does without.
@Suite struct LexiconFolderTests {
    /// A target that says the opposite. Only a content rule can see it, and only with the lexicon of fr-FR.
    private static let page = Data(
        """
        ---
        ms.contentlocale: fr-FR
        ---
        <span data-ttu-id="1-101">Vous devez activer la stratégie pour ces utilisateurs.</span><span \
        class="sxs-lookup"><span data-stu-id="1-101">You must not enable the policy for these users.</span></span>

        """.utf8)

    private static let lexicons = Repository.folder.appendingPathComponent("Sources/Workspace/Lexicons").path

    /// The command alone in a folder, as somebody may copy it.
    private func copiedTool(_ folder: TemporaryFolder, to name: String = "bin/diptych") throws -> URL {
        let copy = URL(fileURLWithPath: "\(folder.path)/\(name)")
        try FileManager.default.createDirectory(
            at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: Tool.executable, to: copy)
        return copy
    }

    private func check(_ tool: URL, _ options: String..., lexicons: String? = nil) throws -> Tool.Result {
        try Tool.run(["check", "-"] + options, input: Self.page, executable: tool, lexicons: lexicons)
    }

    @Test func withoutLexiconsTheCheckGoesOnAndSaysSo() throws {
        let folder = try TemporaryFolder()
        let tool = try copiedTool(folder)
        let result = try check(tool)
        #expect(result.status == 0)
        #expect(result.output == "0 errors, 0 warnings, 0 notes in 0 of 1 page (1 segment)\n")
        let lines = result.error.split(separator: "\n")
        #expect(lines.count == 1)
        #expect(
            lines[0].hasPrefix(
                "diptych: note: no lexicons found, so the content rules (neighbour-shift, misaligned-content, polarity, "
                    + "omission, addition) are off; looked in "))
        #expect(lines[0].contains("/bin/Lexicons, ") && lines[0].contains("/share/diptych/Lexicons, "))
        #expect(lines[0].hasSuffix("Set DIPTYCH_LEXICONS to the folder that has the .lexicon files"))
    }

    @Test func nothingIsSaidWhereNoContentRuleRuns() throws {
        let folder = try TemporaryFolder()
        let tool = try copiedTool(folder)
        #expect(try check(tool, "--rule", "number").error == "")
        let off = ["neighbour-shift", "misaligned-content", "polarity", "omission", "addition"]
        let without = try Tool.run(
            ["check", "-"] + off.flatMap { ["--no-rule", $0] }, input: Self.page, executable: tool)
        #expect(without.error == "")
        #expect(try check(tool, "--rule", "polarity").error.contains("no lexicons found"))
        // All languages are covered by a lexicon that the user names.
        #expect(try check(tool, "--lexicon", "\(Self.lexicons)/und.lexicon").error == "")
        let french = try check(tool, "--lexicon", "\(Self.lexicons)/fr-FR.lexicon")
        #expect(french.error.contains("are off except where a lexicon was named for the locale"))
        #expect(french.output.contains("[polarity]"))
    }

    @Test func theEnvironmentNamesTheFolder() throws {
        let folder = try TemporaryFolder()
        let tool = try copiedTool(folder)
        let result = try check(tool, lexicons: Self.lexicons)
        #expect(result.status == 1)
        #expect(result.error == "")
        #expect(result.output.contains("[polarity]"))
        // An empty value names none.
        #expect(try check(tool, lexicons: "").error.contains("no lexicons found"))
        let wrong = try check(tool, lexicons: folder.path)
        #expect(wrong.error.contains("no lexicons found"))
        #expect(wrong.error.contains("looked in \(folder.path), "))
    }

    @Test(arguments: [
        "bin/Lexicons", "bin/diptych_Workspace.resources/Lexicons", "share/diptych/Lexicons", "share/diptych",
    ])
    func theyAreFoundBesideTheCommand(place: String) throws {
        let folder = try TemporaryFolder()
        let tool = try copiedTool(folder)
        try FileManager.default.createDirectory(
            at: URL(fileURLWithPath: "\(folder.path)/\(place)").deletingLastPathComponent(),
            withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: Self.lexicons, toPath: "\(folder.path)/\(place)")
        let result = try check(tool)
        #expect(result.error == "")
        #expect(result.output.contains("[polarity]"))
        // Through a link to the command as well.
        let link = URL(fileURLWithPath: "\(folder.path)/link")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: tool)
        #expect(try check(link).output.contains("[polarity]"))
        // The environment names a folder without lexicons.
        let wrong = try check(tool, lexicons: "/nowhere")
        #expect(wrong.output.contains("[polarity]"))
        #expect(wrong.error.contains("DIPTYCH_LEXICONS names /nowhere, which has no .lexicon files; those in "))
    }

    @Test func theBuiltCommandHasItsLexicons() throws {
        let result = try check(Tool.executable)
        #expect(result.error == "")
        #expect(result.output.contains("[polarity]"))
    }

    @Test func aBuildGoesOnAndSaysSoToo() throws {
        let folder = try TemporaryFolder()
        let tool = try copiedTool(folder)
        try folder.write("docs/page.md", String(decoding: Self.page, as: UTF8.self))
        let result = try Tool.run(["build", "docs", "-o", "out"], in: folder.path, executable: tool)
        #expect(result.status == 0)
        #expect(result.error.hasPrefix("diptych: note: no lexicons found"))
        #expect(result.error.hasSuffix("1 page: 1 built, 0 unchanged\n"))
        #expect(FileManager.default.fileExists(atPath: "\(folder.path)/out/page.json"))
    }

    @Test func aDamagedLexiconIsNamed() throws {
        let folder = try TemporaryFolder()
        let tool = try copiedTool(folder)
        let file = try folder.write("mine/fr-FR.lexicon", "no lexicon")
        let result = try check(tool, lexicons: "\(folder.path)/mine")
        #expect(result.status == 2)
        #expect(result.error.hasPrefix("diptych: error: \(file): no lexicon of diptych"))
    }

    /// Its header is right, and only the headers are read at the beginning.
    @Test func aLexiconThatIsDamagedInsideIsNamedIfAPageNeedsIt() throws {
        let folder = try TemporaryFolder()
        let tool = try copiedTool(folder)
        let file = "\(folder.path)/mine/fr-FR.lexicon"
        try FileManager.default.createDirectory(atPath: "\(folder.path)/mine", withIntermediateDirectories: true)
        var bytes = try Data(contentsOf: URL(fileURLWithPath: "\(Self.lexicons)/fr-FR.lexicon"))
        bytes[bytes.count - 1] ^= 1
        try bytes.write(to: URL(fileURLWithPath: file))
        let damage = "\(file): a damaged lexicon (its checksum is wrong); train it again"
        // Only the page says which locale it is in.
        let noted = try check(tool, lexicons: "\(folder.path)/mine")
        #expect(noted.status == 0)
        #expect(noted.error == "diptych: note: \(damage); pages of its language are checked without it\n")
        let known = try check(tool, "--locale", "fr-FR", lexicons: "\(folder.path)/mine")
        #expect(known.status == 2)
        #expect(known.error.hasPrefix("diptych: error: \(damage)"))
        // Nothing needs it.
        #expect(try check(tool, "--rule", "number", lexicons: "\(folder.path)/mine").error == "")
    }
}
