import Foundation
import TestSupport
import Testing

/// What is behind its source, and what has no translation yet: out and back.
@Suite struct NewPageTests {
    private func edit(_ folder: TemporaryFolder, _ name: String, _ edits: [(String, String)]) throws {
        var content = folder.text(name)
        for (old, new) in edits {
            #expect(content.contains(old), "\(old)")
            content = content.replacing(old, with: new)
        }
        try folder.write(name, content)
    }

    private static let source = """
        ---
        title: Relay
        ---
        # Set up the relay

        Open **the relay** with `Open-Relay`.

        1. Wait two minutes.
        2. Close it.

        ```sh
        open relay
        ```

        """

    private func site() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("en/a.md", Self.source)
        try folder.write("en/sub/b.md", Self.source)
        try folder.write("fr/a.md", "# Configurer le relais\n\nOuvrez **le relais** avec `Open-Relay`.\n")
        return folder
    }

    // MARK: Stale

    @Test(arguments: ["xliff", "xliff12", "po"])
    func onlyWhatIsStale(form: String) throws {
        let folder = try site()
        try folder.write(
            "fr/a.md",
            "# Configurer le relais\n\nOuvrez **le relais** avec `Open-Relay`.\n\n1. Attendez deux minutes.\n2. Fermez-le.\n"
        )
        #expect(try Tool.run("status", "--accept", "fr/a.md", "--source", "en", in: folder.path).status == 0)
        let export = ["export", "fr", "-o", "out", "--source", "en", "--only", "stale", "--to", form]
        #expect(
            try Tool.run(export, in: folder.path).error
                == "0 segments of 0 pages exported; 1 page without such segments; no file was written\n")
        try edit(folder, "en/a.md", [("two", "five"), ("2. Close it.", "2. Close it.\n3. Go home now.")])
        let result = try Tool.run(export, in: folder.path)
        #expect(result.status == 0)
        #expect(result.error == "2 segments of 1 page exported\n")
        let file = try #require(folder.files.first { $0.hasPrefix("out/") })
        let exported = folder.text(file)
        #expect(
            exported.contains(
                "the source changed after this was translated; it says “Wait five minutes.” now [stale-segment]"))
        #expect(exported.contains("Go home now."))
        #expect(!exported.contains("Close it."))
        #expect(
            exported.contains(
                ["xliff": "diptych:needs-review", "xliff12": "needs-review-translation"][form] ?? "fuzzy"))
    }

    /// A part of a block that only the source has cannot come in, and the translator is told so before.
    @Test(arguments: ["xliff", "xliff12", "po"])
    func whatThePageHasNoPlaceFor(form: String) throws {
        let folder = try site()
        let export = ["export", "fr/a.md", "-o", "out", "--source", "en/a.md", "--to", form]
        #expect(try Tool.run(export, in: folder.path).error == "4 segments of 1 page exported\n")
        let file = try #require(folder.files.first { $0.hasPrefix("out/") })
        let note = "the translation lacks this text; an import adds whole blocks, when all their texts are translated"
        #expect(folder.text(file).ranges(of: note).count == 2)
        let page = folder.text("fr/a.md")
        switch form {
        case "po":
            try edit(folder, file, [("msgid \"Close it.\"\nmsgstr \"\"", "msgid \"Close it.\"\nmsgstr \"Fermez-le.\"")])
        case "xliff": try edit(folder, file, [("Close it.</source>", "Close it.</source><target>Fermez-le.</target>")])
        default: try edit(folder, file, [(">Close it.</target>", ">Fermez-le.</target>")])
        }
        let result = try Tool.run("import", "out", "--into", "fr", "--source", "en", in: folder.path)
        #expect(result.status == 1)
        #expect(
            result.error.contains(
                "it comes in when all 2 texts of its list are translated, now 1 of them; not imported\n"))
        #expect(folder.text("fr/a.md") == page)
    }

    // MARK: Missing

    /// A page is made of its source and the new targets: all else of the source stays, to the byte.
    @Test(arguments: ["xliff", "xliff12", "po"])
    func aPageIsMade(form: String) throws {
        let folder = try site()
        let exported = try Tool.run(
            "export", "fr", "-o", "out", "--source", "en", "--only", "missing", "--to", form, in: folder.path)
        #expect(exported.error == "4 segments of 1 page exported\n")
        let file = try #require(folder.files.first { $0.hasPrefix("out/sub/") })
        let importing = ["import", "out", "--into", "fr", "--source", "en"]
        // Without a translation, there is no page.
        let none = try Tool.run(importing, in: folder.path)
        #expect(none.status == 0)
        #expect(none.error == "0 targets imported into 0 pages\n")
        #expect(folder.contents("fr/sub/b.md") == nil)

        func translate(_ source: String, _ target: String) throws {
            if form == "po" {
                try edit(
                    folder, file, [("msgid \"\(source)\"\nmsgstr \"\"", "msgid \"\(source)\"\nmsgstr \"\(target)\"")])
            } else if form == "xliff" {
                try edit(
                    folder, file,
                    [
                        (
                            "state=\"initial\"><source>\(source)</source>",
                            "state=\"translated\"><source>\(source)</source><target>\(target)</target>"
                        )
                    ])
            } else {
                try edit(
                    folder, file,
                    [
                        (
                            "<target state=\"needs-translation\">\(source)</target>",
                            "<target state=\"translated\">\(target)</target>"
                        )
                    ])
            }
        }
        try translate("Wait two minutes.", "Attendez deux minutes.")
        try translate("Close it.", "Fermez-le.")
        let few = try Tool.run(importing, in: folder.path)
        #expect(few.status == 1)
        #expect(
            few.error.contains(
                "fr/sub/b.md is not there, and is made when 80% of its segments are translated (--keep); now it is 50%: 2 of 4"
            ),
            "\(few.error)")
        #expect(folder.contents("fr/sub/b.md") == nil)
        let dry = try Tool.run(importing + ["--keep", "50", "--dry-run"], in: folder.path)
        #expect(dry.status == 0)
        #expect(dry.output.contains("+2. Fermez-le.\n"))
        #expect(folder.contents("fr/sub/b.md") == nil)
        let made = try Tool.run(importing + ["--keep", "50", "--check"], in: folder.path)
        #expect(made.status == 0)
        #expect(made.error.hasSuffix("2 targets imported into 1 page\n"))
        let expected = Self.source.replacing("Wait two minutes.", with: "Attendez deux minutes.")
            .replacing("Close it.", with: "Fermez-le.")
        #expect(folder.text("fr/sub/b.md") == expected)

        // The rest comes into the page that is there now.
        try translate("Set up the relay", "Configurer le relais")
        let more = try Tool.run(importing, in: folder.path)
        #expect(more.error.hasSuffix("1 target imported into 1 page\n"))
        #expect(folder.text("fr/sub/b.md") == expected.replacing("Set up the relay", with: "Configurer le relais"))
        let again = try Tool.run(
            "export", "fr", "-o", "out2", "--source", "en", "--only", "missing", in: folder.path)
        #expect(again.error == "0 segments of 0 pages exported; no file was written\n")
    }

    /// What a translator leaves as it is counts, too, if the file says that it is translated.
    @Test func aPageOfNamesIsMade() throws {
        let folder = try TemporaryFolder()
        try folder.write("en/a.md", "# Relay\n\n`Open-Relay`\n")
        try folder.write("fr/b.md", "# B\n")
        _ = try Tool.run(
            "export", "fr", "-o", "out", "--source", "en", "--only", "missing", "--to", "xliff12", in: folder.path)
        let importing = ["import", "out", "--into", "fr", "--source", "en"]
        _ = try Tool.run(importing, in: folder.path)
        #expect(folder.contents("fr/a.md") == nil)
        try folder.write("out/a.xlf", folder.text("out/a.xlf").replacing("needs-translation", with: "translated"))
        #expect(try Tool.run(importing, in: folder.path).status == 0)
        #expect(folder.text("fr/a.md") == "# Relay\n\n`Open-Relay`\n")
    }

    @Test func theFirstPageOfALocale() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            ".diptych.yml",
            "pairs:\n  - target: \"docs/{locale}/{path}\"\n    source: \"docs/en/{path}\"\n    locales: [fr]\n")
        try folder.write("docs/en/a/page.md", "# Relay\n\nOpen it.\n")
        try FileManager.default.createDirectory(atPath: folder.path + "/docs/fr", withIntermediateDirectories: true)
        let exported = try Tool.run(
            "export", "docs/fr", "-o", "out", "--only", "missing", "--to", "xliff12", in: folder.path)
        #expect(exported.error == "2 segments of 1 page exported\n")
        try edit(
            folder, "out/a/page.xlf",
            [
                ("<target state=\"needs-translation\">Relay</target>", "<target state=\"final\">Relais</target>"),
                (
                    "<target state=\"needs-translation\">Open it.</target>",
                    "<target state=\"final\">Ouvrez-le.</target>"
                ),
            ])
        // No page is made where a link leads.
        try folder.write("outside/x.txt", "")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/docs/fr/a", withDestinationPath: folder.path + "/outside")
        #expect(try Tool.run("import", "out", in: folder.path).status == 2)
        #expect(folder.contents("outside/page.md") == nil)
        try FileManager.default.removeItem(atPath: folder.path + "/docs/fr/a")
        let made = try Tool.run("import", "out", in: folder.path)
        #expect(made.status == 0)
        #expect(made.error == "2 targets imported into 1 page\n")
        #expect(folder.text("docs/fr/a/page.md") == "# Relais\n\nOuvrez-le.\n")
    }
}
