import Foundation
import TestSupport
import Testing

/// `diptych check --memory` as a user runs it.
@Suite struct MemoryEvidenceTests {
    private static let head = "---\nms.contentlocale: fr-FR\n---\n"

    /// One page is not translated; two others have its source.
    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let source = "Restart the relay service of the pool."
        try folder.write("docs/bad.md", Self.head + pair("101", source, source) + "\n")
        for name in ["one", "two"] {
            try folder.write("docs/\(name).md", Self.head + pair("101", "Redémarrez le relais du pool.", source) + "\n")
        }
        return folder
    }

    @Test(arguments: ["docs", "memory.tmx"])
    func aFindingShowsHowItsSourceIsTranslated(memory: String) throws {
        let folder = try folder()
        _ = try Tool.run("memory", "docs", "-o", "memory.tmx", in: folder.path)
        let result = try Tool.run("check", "docs/bad.md", "--memory", memory, in: folder.path)
        let place = memory == "docs" ? "docs/one.md:4" : "memory.tmx:9"
        #expect(
            result.output.contains(
                "    memory: “Redémarrez le relais du pool.” in 2 other places (\(place))\n"), "\(result.output)")
        #expect(result.error == "")
        // The findings are the same, and so is the exit status.
        let plain = try Tool.run("check", "docs/bad.md", in: folder.path)
        #expect(
            plain.output.split(separator: "\n")
                == result.output.split(separator: "\n").filter { !$0.hasPrefix("    memory") })
        #expect(plain.status == result.status)
    }

    @Test func aSimilarSourceHasAPercentage() throws {
        let folder = try folder()
        try folder.write("m.tsv", "Restart the relay service of the farm.\tRedémarrez le relais de la ferme.\n")
        let result = try Tool.run("check", "docs/bad.md", "--memory", "m.tsv", "--locale", "fr-FR", in: folder.path)
        #expect(
            result.output.contains("    memory (85%): “Redémarrez le relais de la ferme.” in 1 place (m.tsv:1)\n"),
            "\(result.output)")
    }

    @Test func everyFormOfReportHasIt() throws {
        let folder = try folder()
        func report(_ format: String) throws -> String {
            try Tool.run("check", "docs", "--memory", "docs", "--format", format, in: folder.path).output
        }
        let json = try #require(
            JSONSerialization.jsonObject(with: Data(report("json").utf8)) as? [String: Any])
        let findings = ((json["pages"] as? [[String: Any]]) ?? []).flatMap { $0["findings"] as? [[String: Any]] ?? [] }
        let memory = try #require(
            findings.first { $0["rule"] as? String == "untranslated" }?["memory"] as? [String: Any])
        #expect(memory["percent"] as? Int == 100)
        #expect(memory["source"] as? String == "Restart the relay service of the pool.")
        #expect(memory["target"] as? String == "Redémarrez le relais du pool.")
        #expect(memory["places"] as? Int == 2)
        #expect(memory["origin"] as? String == "docs/one.md:4")
        #expect(memory.count == 5)
        let text = "memory: “Redémarrez le relais du pool.” in 2 other places"
        let sarif = try report("sarif")
        #expect(sarif.contains("; \(text) (docs/one.md:4)\""))
        #expect(sarif.contains("\"origin\": \"docs/one.md:4\""))
        #expect(try report("github").contains("; \(text)"))
        #expect(try report("junit").contains(" | \(text)"))
        #expect(try !report("summary").contains("memory"))
    }

    /// A memory made of the same pages has the wrong translation itself.
    @Test func theFindingsOwnTranslationIsNoEvidence() throws {
        let folder = try folder()
        for name in ["one", "two"] { try FileManager.default.removeItem(atPath: "\(folder.path)/docs/\(name).md") }
        _ = try Tool.run("memory", "docs", "-o", "docs/memory.tmx", in: folder.path)
        let result = try Tool.run("check", "docs", "--memory", "docs", in: folder.path)
        #expect(result.status == 1)
        #expect(!result.output.contains("memory"))
    }

    @Test func aTitleIsLookedUp() throws {
        let folder = try TemporaryFolder()
        let page = Self.head.replacing("---\nms", with: "---\ntitle: Restart the relay\nms")
        try folder.write(
            "docs/page.md", page + "# " + pair("101", "Redémarrer le relais", "Restart the relay") + "\n")
        let result = try Tool.run("check", "docs", "--memory", "docs", in: folder.path)
        #expect(result.output.contains("[untranslated-title]"))
        #expect(result.output.contains("    memory: “Redémarrer le relais” in 1 other place (docs/page.md:5)\n"))
    }

    /// Of a block that the translation lacks, its first text.
    @Test func aMissingBlockIsLookedUp() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "en/a.md", "# Set up\n\nOpen 15.\n\n## Second part\n\nRead the **log** 42. Go.\n\n## End 9\n\nGo 8.\n")
        try folder.write("fr/a.md", "# Configurer\n\nOuvrez 15.\n\n## Fin 9\n\nAllez 8.\n")
        try folder.write("m.tsv", "Second part\tDeuxième partie\nRead the **log** 42.\tLisez le **journal** 42.\n")
        let check = [
            "check", "fr", "--source", "en", "--locale", "fr-FR", "--memory", "m.tsv", "--severity", "note",
        ]
        let section = try Tool.run(check, in: folder.path)
        #expect(section.output.contains("[missing-block]\n"), "\(section.output)")
        #expect(section.output.contains("    memory: “Deuxième partie” in 1 other place (m.tsv:1)\n"))
        try folder.edit("en/a.md", "## Second part\n\n", "")
        let paragraph = try Tool.run(check, in: folder.path)
        #expect(
            paragraph.output.contains("    memory: “Lisez le **journal** 42.” in 1 other place (m.tsv:2)\n"),
            "\(paragraph.output)")
    }

    @Test func aConfigurationNamesTheMemory() throws {
        let folder = try folder()
        try FileManager.default.createDirectory(atPath: "\(folder.path)/tm", withIntermediateDirectories: true)
        _ = try Tool.run("memory", "docs", "-o", "tm/fr.tmx", in: folder.path)
        try folder.write(".diptych.yml", "memory: tm/fr.tmx\n")
        let result = try Tool.run("check", "docs", in: folder.path)
        #expect(result.output.contains("in 2 other places (tm/fr.tmx:9)"), "\(result.output)")
        #expect(try !Tool.run("check", "docs", "--no-config", in: folder.path).output.contains("memory"))
        // The command line takes precedence.
        let own = try Tool.run("check", "docs", "--memory", "docs/one.md", in: folder.path)
        #expect(own.output.contains("in 1 other place (docs/one.md:4)"))
        try folder.write(".diptych.yml", "memory: [/etc/passwd]\n")
        let outside = try Tool.run("check", "docs", in: folder.path)
        #expect(outside.status == 2)
        #expect(outside.error.contains("is outside"))
    }

    @Test func aConfigurationNamesItsOwnFolder() throws {
        let folder = try folder()
        try folder.write(".diptych.yml", "memory: .\n")
        let result = try Tool.run("check", "docs/bad.md", in: folder.path)
        #expect(result.output.contains("in 2 other places"), "\(result.output)\(result.error)")
        #expect(result.error == "")
    }

    @Test func whatCannotBeReadIsSaidAndTheRestIsUsed() throws {
        let folder = try folder()
        try folder.write(
            "cut.tmx", "<tmx version=\"1.4\"><header srclang=\"en\"/><body><tu><tuv xml:lang=\"en\"><seg>a")
        let result = try Tool.run(
            "check", "docs/bad.md", "--memory", "cut.tmx", "--memory", "none.tmx", "--memory", "docs", in: folder.path)
        #expect(result.status == 2)
        #expect(result.error.contains("cut.tmx:1: the file is cut off"))
        #expect(result.error.contains("none.tmx: cannot be read"))
        #expect(result.output.contains("in 2 other places"))
        try folder.write("empty.md", "# Title\n")
        let empty = try Tool.run("check", "docs/bad.md", "--memory", "empty.md", in: folder.path)
        #expect(empty.status == 1)
        #expect(empty.error.contains("note: empty.md: no translations are in this memory"))
    }

    @Test func theRuleSaysThatAMemoryHelps() throws {
        #expect(try Tool.run("explain", "untranslated").output.contains("--memory"))
        #expect(try Tool.run("explain", "missing-block").output.contains("--memory"))
        for rule in ["link", "added-block", "empty-source"] {
            #expect(try !Tool.run("explain", rule).output.contains("--memory"))
        }
    }
}
