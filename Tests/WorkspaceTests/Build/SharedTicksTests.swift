import Foundation
import SystemPackage
import Testing

@testable import Workspace

/// What becomes of ticks when one language, the pages or the form of the files change.
@Suite struct SharedTicksTests {
    private let source = "out/checklists.fr-FR.source.md"
    private let target = "out/checklists.fr-FR.target.md"

    /// Which boxes of a file are ticked, in order.
    private func ticks(_ name: String, _ site: Site) -> [Bool] {
        site.text(name).components(separatedBy: "\n").compactMap { line in
            line.contains("[x] ") ? true : line.contains("[ ] ") ? false : nil
        }
    }

    @Test func aTickInOneLanguageIsATickInBoth() async throws {
        let site = try Site(["a.md": Site.page("A", steps)])
        try await site.build()
        try site.tick("console", in: target)
        try site.tick("server", in: source)
        let result = try await site.build()
        #expect(result.built == 0)
        #expect(ticks(source, site) == [true, false, true])
        #expect(ticks(target, site) == [true, false, true])
        // Nothing is left to do, and the files are as the manifest says.
        let files = site.files
        try await site.build()
        #expect(site.files == files)
        #expect(try await site.build { $0.isCheck = true }.stale.isEmpty)
        // The same the other way round.
        try site.tick("Open", in: source, false)
        try await site.build()
        #expect(ticks(source, site) == [false, false, true])
        #expect(ticks(target, site) == [false, false, true])
    }

    @Test func aBoxThatAPersonChangedWins() async throws {
        let site = try Site(["a.md": Site.page("A", steps)])
        try await site.build()
        try site.tick("console", in: target)
        // Both languages ticked by hand, then one of them unticked.
        try site.tick("Open", in: source)
        try await site.build()
        try site.tick("console", in: target, false)
        try await site.build()
        #expect(ticks(source, site) == [false, false, false])
        // With an edit of the page in the same build.
        try site.tick("Redémarrez", in: target)
        try site.write("a.md", Site.page("A", [(source: "Sign in.", target: "Connectez-vous.")] + steps))
        try await site.build { $0.keepsState = true }
        #expect(ticks(source, site) == [false, false, false, true])
        #expect(ticks(target, site) == [false, false, false, true])
    }

    @Test func ofATickAndAnUntickInAnOlderFileTheTickWins() async throws {
        let site = try Site(["a.md": Site.page("A", steps)])
        try await site.build()
        let before = site.text(source)
        try site.tick("console", in: target)
        try await site.build()
        // One file of an older commit, ticked there; the other unticked.
        try site.root.write(source, before)
        try site.tick("Open", in: source)
        try site.tick("console", in: target, false)
        try await site.build()
        #expect(ticks(source, site) == [true, false, false])
        #expect(ticks(target, site) == [true, false, false])
        #expect(
            site.notes == [
                "a.md: “Open the console.” is ticked in checklists.fr-FR.source.md:19, but unticked in "
                    + "checklists.fr-FR.target.md:19, and what was last is not known: ticked in both"
            ])
        #expect(ticks(source, site) == ticks(target, site))
        try await site.build()
        #expect(site.notes.isEmpty)
    }

    @Test func aFileOfAnOlderCommitDoesNotTickAgain() async throws {
        let site = try Site(["a.md": Site.page("A", steps)])
        try await site.build()
        try site.tick("console", in: target)
        try site.tick("Relais", in: target)
        try await site.build()
        let before = site.text(source)
        try site.tick("console", in: target, false)
        try await site.build()
        #expect(site.text(target).contains(" open -->"))
        try site.root.write(source, before)
        try await site.build()
        #expect(ticks(source, site) == [false, true, false])
        #expect(ticks(target, site) == [false, true, false])
        #expect(
            site.notes == [
                "a.md: “Open the console.” is ticked in checklists.fr-FR.source.md:19, but unticked in "
                    + "checklists.fr-FR.target.md:19, which is newer: unticked in both"
            ])
        // It can be ticked again, and then the older file is not asked either.
        try site.tick("console", in: target)
        try await site.build()
        #expect(site.text(source).contains(" done 3 -->"))
        let ticked = site.text(source)
        try site.tick("console", in: target, false)
        try await site.build()
        try site.root.write(source, ticked)
        try site.tick("server", in: source)
        try await site.build()
        #expect(ticks(source, site) == [false, true, true])
        #expect(ticks(target, site) == [false, true, true])
    }

    @Test func anUntickBeforeTheNextBuildCountsAgainstAnOlderFile() async throws {
        let site = try Site(["a.md": Site.page("A", steps)])
        try await site.build()
        let before = site.text(source)
        try site.tick("console", in: target)
        try await site.build()
        try site.root.write(source, before)
        try site.tick("console", in: target, false)
        try await site.build()
        #expect(ticks(source, site) == [false, false, false])
        #expect(ticks(target, site) == [false, false, false])
        #expect(site.notes.isEmpty)
    }

    @Test func anItemThatChangedIsNotTickedByAnOlderFile() async throws {
        let site = try Site(["a.md": Site.page("A", steps)])
        try await site.build()
        try site.tick("console", in: target)
        try await site.build()
        let before = site.text(source)
        var edited = steps
        edited[0].source = "Open the management console."
        try site.write("a.md", Site.page("A", edited))
        try await site.build { $0.keepsState = true }
        try site.root.write(source, before)
        try await site.build { $0.keepsState = true }
        #expect(ticks(source, site) == [false, false, false])
        #expect(site.text(source).contains("console. **(changed since it was done)**"))
        #expect(site.notes.count == 1)
    }

    @Test func aListOfDoneIDsCountsWhatFollows() async throws {
        let site = try Site(["a.md": Site.page("A", steps)])
        try await site.build()
        try site.tick("console", in: target)
        try await site.build()
        let before = site.text(source)
        try site.root.write("done.json", #"{"schemaVersion": 1, "pages": []}"#)
        try await site.build { $0.state = FilePath("\(site.root.path)/done.json") }
        #expect(ticks(source, site) == [false, false, false])
        #expect(!site.text("done.json").contains("a.md"))
        try site.root.write(source, before)
        try await site.build()
        #expect(ticks(source, site) == [false, false, false])
    }

    @Test func aFileThatIsGoneHasTheTicksOfTheOther() async throws {
        let site = try Site(["a.md": Site.page("A", steps)])
        try await site.build()
        try site.tick("console", in: target)
        try site.remove(source)
        try await site.build()
        #expect(ticks(source, site) == [true, false, false])
    }

    /// Without --keep-state, no box is unticked in a file whose text stays the same.
    @Test func anEditInOneLanguageUnticksNothingUnasked() async throws {
        let site = try Site(["a.md": Site.page("A", steps)])
        try await site.build()
        try site.tick("console", in: target)
        var edited = steps
        edited[0].source = "Open the management console."
        try site.write("a.md", Site.page("A", edited))
        let files = site.files
        let error = await #expect(throws: FileError.self) { try await site.build() }
        #expect(error?.reason.contains("--keep-state") == true)
        #expect(site.files == files)
        #expect(try await site.build { $0.keepsState = true }.unticked == 1)
        #expect(site.text(source).contains("**(changed since it was done)**"))
        #expect(site.text(target).contains("**(modifié depuis son exécution)**"))
    }

    /// Files of the first version have plain texts, no links, and each its own ticks.
    @Test func ticksOfTheFirstVersionAreCarriedOver() async throws {
        let site = try Site(["a.md": Site.page("A", steps)])
        try await site.build()
        let ids = site.text(target).components(separatedBy: "\n").filter { $0.contains("[ ]") }.map {
            $0.components(separatedBy: "<!-- ")[1].dropLast(4)
        }
        let mark = TaskList.mark
        let old = """
            \(mark)

            # Checklists: fr-FR, target

            ## A

            <!-- page a.md -->

            ### A

            <!-- procedure 0123456789ab -->

            1. [ ] Ouvrez la console. <!-- \(ids[0]) -->
            2. [x] Sélectionnez Relais. <!-- \(ids[1]) -->
            3. [ ] Redémarrez le serveur de relais. **(changed since it was done)** <!-- \(ids[2]) changed -->

            """
        try site.root.write(target, old)
        try site.root.write(source, old.replacingOccurrences(of: "1. [ ]", with: "1. [x]"))
        await #expect(throws: FileError.self) { try await site.build() }
        try await site.build { $0.keepsState = true }
        for (name, words) in [source: "changed since it was done", target: "modifié depuis son exécution"] {
            #expect(ticks(name, site) == [true, true, false])
            #expect(site.text(name).contains("relais. **(\(words))** <!-- \(ids[2]) changed -->") == (name == target))
            #expect(site.text(name).contains("server. **(\(words))** <!-- \(ids[2]) changed -->") == (name == source))
        }
    }

    @Test func ticksFollowARenamedPage() async throws {
        let site = try Site(["a.md": Site.page("A", steps), "b.md": Site.page("B", steps)])
        try await site.build()
        try site.tick("console", in: target)
        try site.tick("Redémarrez", in: target)
        try await site.build()
        try site.remove("pages/a.md")
        try site.write("guide/a1.md", Site.page("A", steps))
        try await site.build { $0.keepsState = true }
        #expect(site.notes.isEmpty)
        #expect(ticks(source, site) == [true, false, true, true, false, true])
        // Renamed and edited: an edited item says so.
        var edited = steps
        edited[2].source = "Restart the relay server twice."
        try site.remove("pages/guide/a1.md")
        try site.write("guide/a2.md", Site.page("A", edited))
        try await site.build { $0.keepsState = true }
        #expect(ticks(source, site) == [true, false, true, true, false, false])
        #expect(site.text(source).contains("twice. **(changed since it was done)**"))
    }

    @Test func amongEqualPagesTheOneOfTheSameNameIsTheSame() async throws {
        let site = try Site(["a/p.md": Site.page("A", steps), "b/q.md": Site.page("A", steps)])
        try await site.build()
        // The first step of the first page, and the third of the second.
        var lines = site.text(target).components(separatedBy: "\n")
        let boxes = lines.indices.filter { lines[$0].contains("[ ]") }
        for box in [boxes[0], boxes[5]] { lines[box] = lines[box].replacingOccurrences(of: "[ ]", with: "[x]") }
        try site.root.write(target, lines.joined(separator: "\n"))
        try await site.build()
        for name in ["pages/a/p.md", "pages/b/q.md"] { try site.remove(name) }
        try site.write("c/q.md", Site.page("A", steps))
        try site.write("d/x.md", Site.page("A", steps))
        try await site.build { $0.keepsState = true }
        #expect(site.notes.isEmpty)
        #expect(ticks(source, site) == [false, false, true, true, false, false])
    }

    @Test func ticksThatAreLostAreSaid() async throws {
        let site = try Site(["a.md": Site.page("A", steps), "b.md": Site.page("B", steps)])
        try await site.build()
        try site.tick("console", in: target)
        try await site.build()
        try site.write("a.md", Site.page("A", Array(steps.dropFirst())))
        try site.remove("pages/b.md")
        try await site.build { $0.keepsState = true }
        #expect(
            site.notes == ["a.md", "b.md"].map { "\($0) had 1 ticked box whose tasks are gone" })
    }

    // MARK: A file for each folder

    @Test func aLargeFileBecomesOneForEachFolder() async throws {
        let site = try Site([
            "top.md": Site.page("T", steps), "a b/c#1/p.md": Site.page("P", steps), "d/q.md": Site.page("Q", steps),
        ])
        try await site.build()
        try site.tick("console", in: target)
        let single = site.files
        try await site.build { options in
            options.maxTaskFileBytes = 500
            options.keepsState = true
        }
        #expect(site.notes.isEmpty)
        let names = [
            "checklists.fr-FR.source.a=20b+c=231.md", "checklists.fr-FR.source.d.md", "checklists.fr-FR.source.md",
            "checklists.fr-FR.target.a=20b+c=231.md", "checklists.fr-FR.target.d.md", "checklists.fr-FR.target.md",
        ]
        #expect(site.files.keys.filter { $0.hasSuffix(".md") }.sorted() == names)
        for name in names { #expect(ticks("out/\(name)", site) == [true, false, false]) }
        let main = try #require(site.files["checklists.fr-FR.target.md"])
        #expect(main.contains("- [Q](checklists.fr-FR.target.d.md#\(TaskList.anchor(of: "d/q.md"))) (1/3)\n"))
        #expect(main.contains("- [T](#\(TaskList.anchor(of: "top.md"))) (1/3)\n"))
        let part = try #require(site.files["checklists.fr-FR.target.a=20b+c=231.md"])
        #expect(
            part.contains(
                "# Listes de contrôle · fr-FR · traduction · a b/c#<!-- -->1\n\n"
                    + "[Tous les dossiers](checklists.fr-FR.target.md)\n")
        )
        #expect(
            part.contains(
                "(../pages/a%20b/c%231/p.md) · [original](checklists.fr-FR.source.a=20b+c=231.md#"
                    + "\(TaskList.anchor(of: "a b/c#1/p.md")))"))
        let stale = try await site.build { options in
            options.isCheck = true
            options.maxTaskFileBytes = 500
        }.stale
        #expect(stale.isEmpty)

        // Back to one file, with a tick that was made meanwhile.
        try site.tick("Redémarrez", in: "out/checklists.fr-FR.target.d.md")
        try site.write("d/q.md", Site.page("Q2", steps))
        try await site.build { $0.keepsState = true }
        #expect(site.notes.isEmpty)
        #expect(Set(site.files.keys) == Set(single.keys))
        #expect(ticks(source, site) == [true, false, false, true, false, false, true, false, true])
    }

    @Test func differentFoldersHaveDifferentNames() {
        let folders = [
            "a/b", "a+b", "a b", "A/b", "a.b", "é", "a=2Fb", String(repeating: "x/", count: 200),
            String(repeating: "x/", count: 201),
        ]
        let names = folders.map { TaskFileName(locale: "fr-FR", side: .source, folder: $0).text }
        #expect(Set(names).count == folders.count)
        #expect(names.allSatisfy { $0.utf8.count < 200 && TaskFileName.side(of: $0) == .source })
        #expect(TaskFileName.side(of: "index.json") == nil)
    }
}
