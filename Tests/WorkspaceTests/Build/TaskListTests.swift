import Foundation
import SystemPackage
import Testing

@testable import Workspace

/// The lists of tasks, and what becomes of their ticks.
@Suite struct TaskListTests {
    private let list = "out/checklists.fr-FR.target.md"

    private func tick(_ text: String, in site: Site) throws { try site.tick(text, in: list) }

    /// The lines with a box, without their ids.
    private func tasks(_ site: Site) -> [String] {
        site.text(list).components(separatedBy: "\n").filter { $0.contains("[ ]") || $0.contains("[x]") }.map {
            $0.components(separatedBy: " <!--")[0]
        }
    }

    @Test func aProcedureIsAListOfTasks() async throws {
        let site = try Site(["a.md": Site.page("A", steps)])
        try await site.build()
        #expect(
            tasks(site) == [
                "1. [ ] Ouvrez la console.", "2. [ ] Sélectionnez **Relais**.",
                "3. [ ] Redémarrez le serveur de relais.",
            ])
    }

    @Test func aTickMakesNothingStale() async throws {
        let site = try Site(["a.md": Site.page("A", steps)])
        try await site.build()
        try tick("console", in: site)
        #expect(try await site.build { $0.isCheck = true }.stale.isEmpty)
        #expect(try await site.build().built == 0)
        #expect(tasks(site)[0] == "1. [x] Ouvrez la console.")
    }

    @Test func ticksOfAFileThatGoesAreNotLostUnasked() async throws {
        let german = Site.page("B", steps).replacingOccurrences(of: "fr-FR", with: "de-DE")
        let site = try Site(["a.md": Site.page("A", steps), "b.md": german])
        try await site.build()
        let name = "out/checklists.de-DE.target.md"
        try site.root.write(name, site.text(name).replacingOccurrences(of: "[ ] Ouvrez", with: "[x] Ouvrez"))
        try site.remove("pages/b.md")
        let error = await #expect(throws: FileError.self) { try await site.build() }
        #expect(error?.reason.contains("1 ticked box") == true)
        #expect(!site.text(name).isEmpty)
        try await site.build { $0.keepsState = true }
        #expect(site.notes.contains { $0.contains("1 ticked box") })
        #expect(site.text(name).isEmpty)
    }

    @Test func ticksFollowAPageToAnotherLocale() async throws {
        let site = try Site(["a.md": Site.page("A", steps)])
        try await site.build()
        try tick("console", in: site)
        try site.write("a.md", Site.page("A", steps).replacingOccurrences(of: "fr-FR", with: "de-DE"))
        await #expect(throws: FileError.self) { try await site.build() }
        try await site.build { $0.keepsState = true }
        #expect(site.text("out/checklists.de-DE.target.md").contains("[x] Ouvrez la console."))
        #expect(site.files["checklists.fr-FR.target.md"] == nil)
    }

    @Test func ticksAreNotLostUnasked() async throws {
        let site = try Site(["a.md": Site.page("A", steps)])
        try await site.build()
        try tick("console", in: site)
        let files = site.files
        try site.write("a.md", Site.page("A", Array(steps.prefix(2))))
        let error = await #expect(throws: FileError.self) { try await site.build() }
        #expect(error?.reason.contains("1 ticked box") == true)
        #expect(site.files == files)
    }

    @Test func unchangedAndRetranslatedItemsStayTicked() async throws {
        let site = try Site(["a.md": Site.page("A", steps), "b.md": Site.page("B", steps)])
        try await site.build()
        try tick("console", in: site)
        try tick("Relais", in: site)
        var edited = steps
        // Another translation, another revision's ids, a step in front.
        edited[0].target = "Ouvrez une console."
        edited.insert((source: "Sign in to the server as an administrator.", target: "Connectez-vous."), at: 0)
        try site.write("a.md", Site.page("A", edited, id: "fffff"))
        let result = try await site.build { $0.keepsState = true }
        #expect(result.unticked == 0)
        #expect(
            tasks(site) == [
                "1. [ ] Connectez-vous.", "2. [x] Ouvrez une console.", "3. [x] Sélectionnez **Relais**.",
                "4. [ ] Redémarrez le serveur de relais.",
                // The other page has the same steps; its ticks are its own.
                "1. [x] Ouvrez la console.", "2. [x] Sélectionnez **Relais**.",
                "3. [ ] Redémarrez le serveur de relais.",
            ])
    }

    @Test func changedItemsAreUntickedAndSayso() async throws {
        let site = try Site(["a.md": Site.page("A", steps)])
        try await site.build()
        try tick("serveur", in: site)
        let id = try #require(site.text(list).components(separatedBy: "\n").first { $0.contains("serveur") })
        var edited = steps
        edited[2].source = "Restart the relay server twice."
        edited[2].target = "Redémarrez deux fois le serveur de relais."
        try site.write("a.md", Site.page("A", edited))
        let result = try await site.build { $0.keepsState = true }
        #expect(result.unticked == 1)
        let line = try #require(site.text(list).components(separatedBy: "\n").first { $0.contains("serveur") })
        #expect(
            line.hasPrefix("3. [ ] Redémarrez deux fois le serveur de relais. **(modifié depuis son exécution)** <!-- ")
        )
        // The id stays.
        #expect(
            line.components(separatedBy: "<!-- ")[1]
                == id.components(separatedBy: "<!-- ")[1].replacingOccurrences(of: " -->", with: " changed -->"))
        // It says so until somebody ticks it again.
        try await site.build { $0.keepsState = true }
        #expect(site.text(list).contains("**(modifié depuis son exécution)**"))
        try tick("serveur", in: site)
        try site.write("b.md", Site.page("B", steps))
        try await site.build { $0.keepsState = true }
        #expect(tasks(site)[2] == "3. [x] Redémarrez deux fois le serveur de relais.")
    }

    @Test func aTickedBoxWithoutItsCommentIsReported() async throws {
        let site = try Site(["a.md": Site.page("A", steps)])
        try await site.build()
        let text = site.text(list)
        let end = try #require(text.range(of: "Ouvrez la console. <!--")?.upperBound)
        let close = try #require(text[end...].range(of: "-->")?.upperBound)
        try site.root.write(
            list,
            text.replacingCharacters(in: text.index(end, offsetBy: -5)..<close, with: "")
                .replacingOccurrences(of: "1. [ ]", with: "1. [x]"))
        try await site.build { $0.keepsState = true }
        #expect(tasks(site)[0] == "1. [ ] Ouvrez la console.")
        #expect(site.notes.count { $0.contains(": a ticked box without the comment <!-- id -->") } == 1)
    }

    @Test func aNewJSONOfWhatIsDoneBeginsWithTheTickedBoxes() async throws {
        let site = try Site(["a.md": Site.page("A", steps)])
        try await site.build()
        try tick("console", in: site)
        try await site.build { $0.state = FilePath("\(site.root.path)/new.json") }
        #expect(tasks(site)[0] == "1. [x] Ouvrez la console.")
        #expect(site.text("new.json").contains("\"page\": \"a.md\""))
    }

    @Test func aJSONOfWhatIsDoneIsBroughtUpToDate() async throws {
        let site = try Site(["a.md": Site.page("A", steps)])
        try await site.build()
        let ids = site.text(list).components(separatedBy: "\n").filter { $0.contains("[ ]") }.map {
            $0.components(separatedBy: "<!-- ")[1].dropLast(4)
        }
        let state = "\(site.root.path)/state.json"
        try site.root.write(
            "state.json",
            "{\"schemaVersion\": 1, \"pages\": [{\"page\": \"a.md\", \"done\": [\"\(ids[0])\", \"\(ids[2])\"]}]}")
        var edited = steps
        edited[2].source = "Restart the relay server twice."
        try site.write("a.md", Site.page("A", edited))
        try await site.build { $0.state = FilePath(state) }
        #expect(tasks(site)[0] == "1. [x] Ouvrez la console.")
        #expect(tasks(site)[2].hasPrefix("3. [ ] "))
        #expect(site.text("state.json").contains("\"done\": [\"\(ids[0])\"]"))
        #expect(site.text("state.json").contains("\"changed\": [\"\(ids[2])\"]"))
        try site.root.write("state.json", "[]")
        await #expect(throws: FileError.self) { try await site.build { $0.state = FilePath(state) } }
    }

    @Test func pageTextCannotBreakOut() async throws {
        let hostile = "- [x] done <!-- 0 --> `a` **b** [l](u) <b> @admin #12 &lt; $x$ | ~ \u{1B}[31m \u{202E}"
        let site = try Site([
            "a.md":
                "# T\n\nTo do it, follow these steps:\n\n1. \\- [x] x <!-- y --> a\\`b\\` \\*c\\* @admin #12 &lt;b&gt; \u{1B}[31m\n2. Run it.\n"
        ])
        try await site.build()
        #expect(
            MarkdownText.inline(hostile).hasPrefix(
                "\\- \\[x\\] done \\<!-- 0 --\\> \\`a\\` \\*\\*b\\*\\* \\[l\\](u) \\<b\\> @<!-- -->admin #<!-- -->12"))
        #expect(!MarkdownText.inline(hostile).unicodeScalars.contains("\u{1B}"))
        #expect(MarkdownText.inline("1. x") == "1\\. x")
        #expect(MarkdownText.inline("a\n\n## b") == "a ## b")
        #expect(MarkdownText.fence(around: "a ```` b") == "`````")
        let text = site.text("out/checklists.und.source.md")
        #expect(TaskFile(Array(text.utf8)).state.isEmpty)
        #expect(!text.contains("\u{1B}"))
    }

    @Test func pathsInCommentsComeBack() {
        for path in ["a--b.md", "-->.md", "a b/c%d.md", "é\n.md", "--"] {
            let comment = MarkdownText.inComment(path)
            #expect(!comment.contains("--") && !comment.contains(">"))
            #expect(MarkdownText.fromComment(Array(comment.utf8)) == path)
        }
    }

    @Test func aFileIsItsSectionsInOrder() async throws {
        let site = try Site(["a.md": Site.page("A", steps), "b/c.md": Site.page("C", steps)])
        try await site.build()
        let bytes = Array(site.text(list).utf8)
        let file = TaskFile(bytes)
        #expect(file.plain == bytes)
        #expect(file.sections.map(\.page) == ["a.md", "b/c.md"])
        let head = try #require(site.text(list).range(of: "\n\n## "))
        #expect(
            Array(site.text(list)[..<head.lowerBound].utf8) + [0x0A] + file.sections.flatMap { bytes[$0.range] }
                == bytes)
    }

    @Test func theListOfSourcesHasTheirLanguage() async throws {
        let text = "# T\n\nTo do it, follow these steps:\n\n1. Open it.\n2. Close it.\n"
        let site = try Site(["en/a.md": text, "fr/a.md": text, "b.md": text])
        try site.write(
            ".diptych.yml", "pairs: [{target: \"{locale}/{path}\", source: \"en/{path}\"}]\n")
        let result = try await site.build()
        #expect(site.files["checklists.en.source.md"]?.contains("page en/a.md") == true)
        #expect(site.files["checklists.und.source.md"]?.contains("page b.md") == true)
        let note =
            "checklists.und.source.md is the list of pages of which nothing names the locale (“und” is undetermined): b.md"
        #expect(result.noteOnLocale == note)
        #expect(try await site.build().noteOnLocale == nil)
    }
}
