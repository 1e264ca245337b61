import Foundation
import TestSupport
import Testing

/// `locales:` of a configuration and `--locale` count for all commands.
@Suite struct LocaleTests {
    private func site() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(".diptych.yml", "locales:\n  \"docs/**\": fr-CA\n")
        let pair =
            "<span data-ttu-id=\"1-101\">Ouvrez.</span><span class=\"sxs-lookup\"><span data-stu-id=\"1-101\">Open.</span></span>"
        let named = "---\nms.contentlocale: de-DE\n---\n\n"
        try folder.write("docs/fr-FR/a.md", "# T\n\n1. \(pair)\n2. \(pair.replacing("101", with: "102"))\n")
        try folder.write("docs/b.md", "\(named)# T\n\n1. \(pair)\n2. \(pair.replacing("101", with: "102"))\n")
        try folder.write("docs/c.md", "# T\n\nOne language.\n")
        return folder
    }

    private func locale(_ json: Data?) throws -> String? {
        let document = try JSONSerialization.jsonObject(with: try #require(json)) as? [String: Any]
        return (document?["page"] as? [String: Any])?["targetLocale"] as? String
    }

    @Test(arguments: ["extract", "build"])
    func documentsHaveIt(command: String) throws {
        let folder = try site()
        let result = try Tool.run([command, "docs", "-o", "out"], in: folder.path)
        #expect(result.status == 0, "\(result.error)")
        #expect(try locale(folder.contents("out/fr-FR/a.json")) == "fr-CA")
        // What a page names itself counts more, and a page in one language has no target.
        #expect(try locale(folder.contents("out/b.json")) == "de-DE")
        #expect(try locale(folder.contents("out/c.json")) == nil)
        if command == "build" {
            #expect(folder.contents("out/checklists.fr-CA.target.md") != nil)
            #expect(folder.files.contains { $0.contains("fr-FR.") } == false)
        }
    }

    @Test func theCommandLineCountsMore() throws {
        let folder = try site()
        for arguments in [["extract"], ["extract", "--no-config"]] {
            let result = try Tool.run(arguments + ["docs/fr-FR/a.md", "--locale", "fr-BE"], in: folder.path)
            #expect(try locale(Data(result.output.utf8)) == "fr-BE")
        }
        let none = try Tool.run("extract", "--no-config", "docs/fr-FR/a.md", in: folder.path)
        #expect(try locale(Data(none.output.utf8)) == nil)
    }

    @Test func inspectShowsIt() throws {
        let folder = try site()
        #expect(try Tool.run("inspect", "docs/fr-FR/a.md", in: folder.path).output.contains("→ fr-CA"))
    }

    /// The rules of French typography are for fr-FR and not for the folder's de-DE.
    @Test func itCountsMoreThanTheNameOfAFolder() throws {
        let folder = try TemporaryFolder()
        try folder.write(".diptych.yml", "locales:\n  \"**\": fr-FR\nrules:\n  french-spacing: warning\n")
        try folder.write(
            "de-DE/a.md",
            "<span data-ttu-id=\"1-101\">Ouvrez ceci !</span><span class=\"sxs-lookup\"><span data-stu-id=\"1-101\">Open this!</span></span>\n"
        )
        let check = ["check", ".", "--rule", "french-spacing", "--format", "json"]
        #expect(try Tool.run(check, in: folder.path).output.contains("\"french-spacing\""))
        #expect(try !Tool.run(check + ["--no-config"], in: folder.path).output.contains("\"french-spacing\""))
    }

    @Test func aConfigurationThatCannotBeReadIsSaid() throws {
        let folder = try site()
        try folder.write(".diptych.yml", "local: x\n")
        let result = try Tool.run("extract", "docs", "-o", "out", in: folder.path)
        #expect(result.status == 2)
        #expect(result.error.contains(".diptych.yml:1:1: no key is called `local`"))
    }
}
