import Foundation
import TestSupport
import Testing

/// Targets without a place, when the page is exported again.
@Suite struct KeptTargetTests {
    /// A text without a place does not block the next export, and stays in the file.
    @Test(arguments: ["xliff", "xliff12", "po"])
    func theNextExportKeepsIt(form: String) throws {
        let folder = try pairSite(
            "# Set up\n\nOpen the relay 15.\n\nRead the *log* now. Close the port 5061.\n",
            "# Configurer\n\nOuvrez le relais 15.\n", [("Close the port 5061.", "Fermez « le port » 5061.")], form: form
        )
        #expect(try importPair(folder).status == 1)
        try folder.edit("fr/a.md", "Configurer", "Installer")
        let export = ["export", "fr", "-o", "out", "--source", "en", "--locale", "fr-FR", "--to", form]
        for _ in 0..<2 {
            let result = try Tool.run(export, in: folder.path)
            #expect(result.status == 0)
            #expect(result.error == "4 segments of 1 page exported\n")
        }
        let file = try #require(folder.files.first { $0.hasPrefix("out/") })
        #expect(folder.text(file).contains("Fermez « le port » 5061."))
        #expect(folder.text(file).contains("Installer"))
        // An edit of a text that has a place still does.
        try folder.edit(file, "Ouvrez le relais 15.", "Ouvrez ce relais 15.")
        try folder.edit("fr/a.md", "Installer", "Configurer")
        let blocked = try Tool.run(export, in: folder.path)
        #expect(blocked.status == 2)
        #expect(blocked.error.contains("has edited targets; import it first"))
    }

    /// Two sentences with one source and no place have two targets.
    @Test(arguments: ["xliff", "xliff12", "po"])
    func theNextExportKeepsBoth(form: String) throws {
        let long =
            "Read the log in the folder of the server 27, as it says which of the ports are open and which must be "
            + "closed."
        let source =
            "# Set up\n\nOpen `Get-Relay` and wait for it. \(long) Close the port 5061 with `Set-Port`.\n\n## Two 2\n\n"
            + "Open `Get-Store` and wait for it 8. \(long) Close the port 5099 with `Set-Gate`.\n"
        let target =
            "# Configurer\n\nOuvrez `Get-Relay` et attendez. Fermez le port 5061 avec `Set-Port`.\n\n## Deux 2\n\n"
            + "Ouvrez `Get-Store` et attendez 8. Fermez le port 5099 avec `Set-Gate`.\n"
        let folder = try pairSite(source, target, [], form: form)
        let file = try #require(folder.files.first { $0.hasPrefix("out/") })
        let texts = ["Lisez le journal.", "Lisez ce journal."]
        if form == "po" {
            // One entry becomes two, as the next export has them.
            let parts = folder.text(file).components(separatedBy: "\n\n")
            let entry = try #require(parts.first { $0.contains(long) })
            let comment = try #require(entry.split(separator: "\n").first { $0.hasPrefix("#. diptych: ") })
            let words = comment.split(separator: " ").suffix(3)
            let both = zip(words.dropFirst(), texts).map { id, text in
                "#. diptych: \(words.first ?? "") \(id)\nmsgctxt \"\(id)\"\nmsgid \"\(long)\"\nmsgstr \"\(text)\""
            }
            try folder.write(
                file, parts.map { $0 == entry ? both.joined(separator: "\n\n") : $0 }.joined(separator: "\n\n") + "\n")
        } else {
            let parts = folder.text(file).components(separatedBy: "\(long)</source>")
            #expect(parts.count == 3)
            let filled = zip(texts, parts.dropFirst()).map { text, part in
                form == "xliff"
                    ? "<target>\(text)</target>" + part
                    : part.replacing(long + "</target>", with: text + "</target>", maxReplacements: 1)
            }
            try folder.write(file, parts[0] + filled.map { "\(long)</source>" + $0 }.joined())
        }
        #expect(try importPair(folder).status == 1)
        #expect(folder.text("fr/a.md") == target)
        try folder.edit("fr/a.md", "Configurer", "Installer")
        let export = ["export", "fr", "-o", "out", "--source", "en", "--locale", "fr-FR", "--to", form]
        for _ in 0..<2 {
            #expect(try Tool.run(export, in: folder.path).status == 0)
            let kept = folder.text(file)
            let places = try texts.map { try #require(kept.range(of: $0)).lowerBound }
            #expect(places[0] < places[1])
            #expect(kept.contains("Installer"))
        }
    }
}
