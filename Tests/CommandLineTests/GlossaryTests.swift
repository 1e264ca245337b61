import Foundation
import TestSupport
import Testing

/// `check --glossary`, and pages compared with one another.
@Suite struct GlossaryTests {
    @Test(arguments: ["csv", "tbx"])
    func aGlossaryIsHeldAgainstThePages(format: String) throws {
        let glossary = Repository.folder.appendingPathComponent("Corpus/glossary.fr-FR.\(format)").path
        let page = { (target: String) in
            Data(
                "---\nms.contentlocale: fr-FR\n---\n<span data-ttu-id=\"1-101\">\(target)</span><span class=\"sxs-lookup\"><span data-stu-id=\"1-101\">The edge node</span></span>\n"
                    .utf8)
        }
        #expect(try Tool.run("check", "-", "--glossary", glossary, input: page("Le nœud de périmètre")).status == 0)
        let faulty = try Tool.run("check", "-", "--glossary", glossary, input: page("Le nœud Edge"))
        #expect(faulty.status == 1)
        #expect(faulty.output.contains("“nœud Edge” is forbidden, use “nœud de périmètre”  [terminology]"))
        #expect(try Tool.run("check", "-", input: page("Le nœud Edge")).status == 0)
    }

    @Test func aDamagedGlossaryEndsTheCheck() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("terms-\(UUID().uuidString).csv")
        try Data("source,target\n\"hub,concentrateur\n".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let result = try Tool.run("check", "-", "--glossary", file.path, input: Data())
        #expect(result.status == 2 && result.output == "")
        #expect(
            result.error == "diptych: error: \(file.path): line 2: the quote that opens here is never closed\n")
    }

    @Test func pagesAreComparedWithOneAnotherWhateverTheJobs() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("diptych-check-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for number in 10..<40 {
            let target = number % 7 == 0 ? "Relancez le serveur." : "Redémarrez le serveur."
            try Data(
                "<span data-ttu-id=\"1-101\">\(target)</span><span class=\"sxs-lookup\"><span data-stu-id=\"1-101\">Restart the server.</span></span>\n"
                    .utf8
            ).write(to: folder.appendingPathComponent("\(number).md"))
        }
        let outputs = try ["1", "2", "5"].map {
            try Tool.run("check", folder.path, "--severity", "note", "--format", "github", "--jobs", $0).output
        }
        #expect(Set(outputs).count == 1)
        let places = outputs[0].split(separator: "\n").filter { $0.contains("inconsistent-translation") }
        #expect(places.count == 4)
        #expect(places.first?.contains("14.md") == true && places.last?.contains("35.md") == true)
        #expect(outputs[0].contains("elsewhere 26 times “Redémarrez le serveur.”"))
    }
}
