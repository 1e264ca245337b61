import Bitext
import Foundation
import Testing

@testable import Workspace

/// What the lists of tasks say of their tasks: what changed, what is not translated yet, how many are done.
@Suite struct TaskRemarkTests {
    private let source = "out/checklists.fr-FR.source.md"
    private let target = "out/checklists.fr-FR.target.md"

    private func lines(_ name: String, _ site: Site, with text: String) -> [String] {
        site.text(name).components(separatedBy: "\n").filter { $0.contains(text) }.map {
            $0.components(separatedBy: " <!--")[0]
        }
    }

    // MARK: Outdated translations

    @Test func anItemSaysThatItsTranslationIsOutdated() async throws {
        let site = try Site(["a.md": Site.page("A", steps)])
        try await site.build()
        var edited = steps
        edited[2].source = "Restart the relay server twice."
        try site.write("a.md", Site.page("A", edited))
        try await site.build()
        let outdated = "3. [ ] Redémarrez le serveur de relais. **(traduction non mise à jour)**"
        #expect(lines(target, site, with: "3. [ ]") == [outdated])
        #expect(lines(source, site, with: "3. [ ]") == ["3. [ ] Restart the relay server twice."])
        #expect(try await site.build { $0.isCheck = true }.stale.isEmpty)

        // It says so until the translation is edited, also if the page is rebuilt for something else.
        try site.write("a.md", Site.page("A", [(source: "Sign in.", target: "Connectez-vous.")] + edited))
        try await site.build { $0.isFull = true }
        #expect(lines(target, site, with: "serveur") == [outdated.replacingOccurrences(of: "3.", with: "4.")])
        edited[2].target = "Redémarrez deux fois le serveur de relais."
        try site.write("a.md", Site.page("A", edited))
        try await site.build()
        #expect(lines(target, site, with: "3. [ ]") == ["3. [ ] Redémarrez deux fois le serveur de relais."])
    }

    @Test func anOutdatedItemCanBeTicked() async throws {
        let site = try Site(["a.md": Site.page("A", steps)])
        try await site.build()
        try site.tick("serveur", in: target)
        var edited = steps
        edited[2].source = "Restart the relay server twice."
        try site.write("a.md", Site.page("A", edited))
        try await site.build { $0.keepsState = true }
        #expect(
            lines(target, site, with: "serveur") == [
                "3. [ ] Redémarrez le serveur de relais. **(traduction non mise à jour)** **(modifié depuis son exécution)**"
            ])
        try site.tick("serveur", in: target)
        try await site.build()
        #expect(
            lines(target, site, with: "serveur") == [
                "3. [x] Redémarrez le serveur de relais. **(traduction non mise à jour)**"
            ])
        #expect(try await site.build { $0.isCheck = true }.stale.isEmpty)
    }

    // MARK: Procedures to choose from

    private func procedures(_ heading: String, _ titles: [String]) async throws -> [String] {
        let steps = "Follow these steps:\n\n1. Open the console.\n2. Select Save.\n\n"
        let page = "# Relays\n\n## \(heading)\n\n" + titles.map { "### \($0)\n\n\(steps)" }.joined()
        let site = try Site(["a.md": page])
        try await site.build()
        return site.text("out/checklists.und.source.md").components(separatedBy: "\n").filter {
            $0.hasPrefix("### ") || $0.hasPrefix("*")
        }
    }

    @Test func aHeadingAnnouncesProceduresToChooseFrom() async throws {
        #expect(
            try await procedures("Create or modify relays", ["To create a relay", "To modify a relay", "Next"]) == [
                "*Do one of these:*", "### Create or modify relays › To create a relay",
                "### Create or modify relays › To modify a relay", "### Create or modify relays › Next",
            ])
        #expect(
            try await procedures("Enable or disable it", ["Enable it", "Disable it"]).first == "*Do one of these:*")
    }

    @Test(arguments: [
        ("Create and modify relays", ["To create a relay", "To modify a relay"]),
        ("Create or modify relays", ["To plan relays", "To create a relay"]),
        ("Create or modify relays", ["To create a relay", "To start it"]),
        ("Relays", ["To create a relay", "To modify a relay"]),
    ])
    func otherProceduresFollowEachOther(heading: String, titles: [String]) async throws {
        #expect(try await procedures(heading, titles).allSatisfy { $0.hasPrefix("###") })
    }

    // MARK: Steps below a step

    /// A page with a step that has steps below it.
    private func nested(_ steps: [(source: String, target: String)]) -> String {
        func pair(_ id: Int, _ target: String, _ source: String) -> String {
            "<span data-ttu-id=\"0a1b2-\(id)\">\(target)</span><span class=\"sxs-lookup\">"
                + "<span data-stu-id=\"0a1b2-\(id)\">\(source)</span></span>"
        }
        var text = "---\nms.contentlocale: fr-FR\n---\n\n# \(pair(101, "Titre", "Title"))\n\n"
        text += "\(pair(102, "Procédez comme suit :", "Follow these steps:"))\n\n"
        text += "1. \(pair(103, "Préparez le serveur :", "Prepare the server:"))\n"
        for (index, step) in steps.enumerated() { text += "   1. \(pair(110 + index, step.target, step.source))\n" }
        return text + "2. \(pair(104, "Déconnectez-vous.", "Sign out."))\n"
    }

    @Test func aNewStepBelowATickedOneUnticksIt() async throws {
        let site = try Site(["a.md": nested(Array(steps.prefix(2)))])
        try await site.build()
        for word in ["Préparez", "console", "Relais", "Déconnectez"] { try site.tick(word, in: target) }
        try await site.build()
        // Moved and newly translated steps are no reason.
        let swapped = [(source: steps[1].source, target: "Choisissez **Relais**."), steps[0]]
        try site.write("a.md", nested(swapped))
        #expect(try await site.build { $0.keepsState = true }.unticked == 0)
        try site.write("a.md", nested(swapped + [steps[2]]))
        await #expect(throws: FileError.self) { try await site.build() }
        #expect(try await site.build { $0.keepsState = true }.unticked == 1)
        #expect(
            lines(target, site, with: "] ") == [
                "1. [ ] Préparez le serveur : **(modifié depuis son exécution)**", "   1. [x] Choisissez **Relais**.",
                "   2. [x] Ouvrez la console.", "   3. [ ] Redémarrez le serveur de relais.",
                "2. [x] Déconnectez-vous.",
            ])
    }

    @Test func anEditedStepUnticksTheOneAboveIt() async throws {
        let site = try Site(["a.md": nested(steps)])
        try await site.build()
        for word in ["Préparez", "console", "serveur de relais"] { try site.tick(word, in: target) }
        var edited = steps
        edited[2].source = "Restart the relay server twice."
        try site.write("a.md", nested(edited))
        #expect(try await site.build { $0.keepsState = true }.unticked == 2)
        #expect(lines(target, site, with: "[x]") == ["   1. [x] Ouvrez la console."])
    }

    // MARK: How many are done

    @Test func theTableOfContentsCountsWhatIsDone() async throws {
        let site = try Site(["a.md": Site.page("A", steps), "b.md": Site.page("B", steps)])
        try await site.build()
        let anchor = TaskList.anchor(of: "a.md")
        #expect(lines(target, site, with: "- [A]") == ["- [A](#\(anchor)) (0/3)"])
        try site.tick("console", in: target)
        #expect(try await site.build { $0.isCheck = true }.stale.isEmpty)
        try await site.build()
        for name in [source, target] { #expect(lines(name, site, with: "- [A]") == ["- [A](#\(anchor)) (1/3)"]) }
        // Ticked in both files by hand: nothing but the count is to be written.
        try site.tick("Relais", in: target)
        try site.tick("Relays", in: source)
        try await site.build()
        #expect(lines(source, site, with: "- [A]") == ["- [A](#\(anchor)) (2/3)"])
        // A wrong count, as a merge can leave it, is corrected.
        try site.root.write(target, site.text(target).replacingOccurrences(of: "(2/3)", with: "(1/3)"))
        try await site.build()
        #expect(lines(target, site, with: "- [A]") == ["- [A](#\(anchor)) (2/3)"])
        #expect(try await site.build { $0.isCheck = true }.stale.isEmpty)
    }

    @Test func theListOfAllFoldersCountsThoseOfOtherFiles() async throws {
        let site = try Site(["x/a.md": Site.page("A", steps), "y/b.md": Site.page("B", steps)])
        try await site.build { $0.maxTaskFileBytes = 500 }
        try site.tick("console", in: "out/checklists.fr-FR.target.x.md")
        try await site.build { $0.maxTaskFileBytes = 500 }
        #expect(lines(target, site, with: "- [A]").allSatisfy { $0.hasSuffix(" (1/3)") })
        #expect(lines(target, site, with: "- [B]").allSatisfy { $0.hasSuffix(" (0/3)") })
        #expect(lines(target, site, with: "- [").count == 2)
    }

    // MARK: The language of the list

    @Test func aListHasTheWordsOfItsLanguage() async throws {
        let german = Site.page("B", steps).replacingOccurrences(of: "fr-FR", with: "de-DE")
        let site = try Site(["a.md": Site.page("A", steps), "b.md": german])
        try await site.build()
        #expect(site.text(target).contains("# Listes de contrôle · fr-FR · traduction\n"))
        #expect(site.text(target).contains(" · [original](checklists.fr-FR.source.md#"))
        #expect(site.text(source).contains("# Checklists · fr-FR · source\n"))
        #expect(site.text("out/checklists.de-DE.target.md").contains("# Checklisten · de-DE · Übersetzung\n"))
    }

    @Test(arguments: [
        ("de-AT", "Bild:"), ("zh-CN", "图像："), ("zh-HK", "影像："), ("zh-Hant", "影像："), ("pt-PT", "Imagem:"),
        ("xx-XX", "Image:"), ("und", "Image:"),
    ])
    func regionsHaveTheWordsOfTheirLanguage(locale: String, image: String) {
        #expect(TaskWords(locale: locale, .target).image == image)
        #expect(TaskWords(locale: locale, .source).image == "Image:")
    }

    @Test func allWordsAreOneLineOfHarmlessMarkdown() {
        let locales = [
            "cs", "de", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "sv", "tr", "zh", "zh-TW", "en",
        ]
        for locale in locales {
            let words = TaskWords(locale: locale, .target)
            #expect(locale == "en" || words.choice != TaskWords.english.choice)
            for text in [words.changedMark, words.outdatedMark] {
                #expect(text.hasPrefix(" **(") && text.hasSuffix(")**"))
                #expect(!text.contains("\n") && !text.contains("["))
            }
            #expect(TaskWords.changedMarks.contains(Array(words.changedMark.utf8)))
            #expect(Set(words.notes.values).count == 5)
        }
    }
}
