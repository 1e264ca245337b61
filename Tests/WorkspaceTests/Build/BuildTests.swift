import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Workspace

/// What a build writes, and what it leaves alone.
@Suite struct BuildTests {
    @Test func allThatIsWrittenIsInTheManifest() async throws {
        let site = try Site(["a.md": Site.page("A", steps), "b/c.md": "# C\n\n- x\n"])
        let result = try await site.build()
        #expect(result.built == 2)
        #expect(
            Set(site.files.keys) == [
                "a.json", "b/c.json", "index.json", "findings.json", "manifest.json", "checklists.fr-FR.source.md",
                "checklists.fr-FR.target.md",
            ])
        let manifest = try #require(try Manifest.read(FilePath(site.output)))
        #expect(Data(manifest.json()) == site.root.contents("out/manifest.json"))
        let named = manifest.pages.flatMap(\.files).map(\.path) + manifest.documents.map(\.path) + ["manifest.json"]
        #expect(Set(named) == Set(site.files.keys))
        #expect(manifest.pages.map(\.path) == ["a.md", "b/c.md"])
    }

    @Test func whatDidNotChangeIsNotMadeAnew() async throws {
        let site = try Site(["a.md": Site.page("A", steps), "b.md": "# B\n"])
        try await site.build()
        let before =
            try FileManager.default.attributesOfItem(atPath: "\(site.output)/a.json")[.systemFileNumber] as? Int
        let files = site.files
        // Touched, not changed.
        try site.write("a.md", Site.page("A", steps))
        let second = try await site.build()
        #expect((second.built, second.unchanged) == (0, 2))
        try site.write("b.md", "# B\n\nMore.\n")
        let third = try await site.build()
        #expect((third.builtPages, third.unchanged) == (["b.md"], 1))
        let after = try FileManager.default.attributesOfItem(atPath: "\(site.output)/a.json")[.systemFileNumber] as? Int
        #expect(before == after)
        #expect(files["a.json"] == site.files["a.json"])
        #expect(try await site.fresh() == site.files)
    }

    @Test func oneJobAndManyMakeTheSame() async throws {
        let site = try Site()
        for index in 0..<60 {
            try site.write("p\(index).md", Site.page("P\(index)", Array(steps.prefix(1 + index % 3))))
        }
        try await site.build { $0.jobs = 4 }
        let many = site.files
        try site.remove("out")
        try await site.build()
        #expect(site.files == many)
    }

    @Test func outputsOfVanishedPagesAreRemoved() async throws {
        let site = try Site(["a.md": "# A\n", "deep/er/b.md": Site.page("B", steps)])
        try await site.build()
        try site.root.write("out/deep/mine.txt", "mine")
        try site.remove("pages/deep/er/b.md")
        let result = try await site.build()
        #expect(result.removed == 1)
        #expect(Set(site.files.keys) == ["a.json", "deep/mine.txt", "index.json", "findings.json", "manifest.json"])
    }

    @Test func aFileThatWasChangedByHandIsNotRemoved() async throws {
        let site = try Site(["a.md": "# A\n", "b.md": "# B\n"])
        try await site.build()
        try site.root.write("out/b.json", "mine now")
        try site.remove("pages/b.md")
        try await site.build()
        #expect(site.files["b.json"] == "mine now")
        #expect(site.notes == ["\(site.output)/b.json was changed by hand, so it is not removed"])
    }

    @Test func filesThatABuildWroteAreTakenOverAfterAMerge() async throws {
        let site = try Site(["a.md": Site.page("A", steps), "b.md": "# B\n"])
        try await site.build()
        let files = site.files
        // The other branch had no page b.
        let other = try Site(["a.md": Site.page("A", steps)])
        try await other.build()
        try site.root.write("out/manifest.json", other.files["manifest.json"] ?? "")
        try await site.build()
        #expect(site.files == files)
    }

    @Test func whatIsMissingOrDamagedIsMadeAnew() async throws {
        let site = try Site(["a.md": Site.page("A", steps), "b.md": "# B\n"])
        try await site.build()
        let files = site.files
        for name in files.keys where name != "manifest.json" {
            try site.remove("out/\(name)")
            try await site.build()
            #expect(site.files == files, "\(name) was removed")
            try site.root.write("out/\(name)", files[name]?.replacingOccurrences(of: "2", with: "3") ?? "")
            let stale = try await site.build { $0.isCheck = true }
            #expect(stale.stale.contains(name) == (files[name]?.contains("2") == true), "\(name) was damaged")
            try await site.build()
            #expect(site.files == files, "\(name) was damaged")
        }
    }

    @Test func aCheckWritesNothingAndSaysWhatIsStale() async throws {
        let site = try Site(["a.md": "# A\n", "b.md": "# B\n"])
        let missing = try await site.build { $0.isCheck = true }
        #expect(missing.stale == ["a.json", "b.json", "findings.json", "index.json", "manifest.json"])
        #expect(site.files.isEmpty)
        try await site.build()
        #expect(try await site.build { $0.isCheck = true }.stale.isEmpty)
        let files = site.files
        try site.write("a.md", "# A\n\n- one\n")
        try site.remove("pages/b.md")
        let stale = try await site.build { $0.isCheck = true }
        #expect(stale.stale == ["a.json", "b.json", "findings.json", "index.json", "manifest.json"])
        #expect(site.files == files)
    }

    /// A page that did not change has other findings where the others translate otherwise.
    @Test func whatOtherPagesSayIsAskedAgain() async throws {
        func page(_ target: String) -> String { Site.page("A", [(source: "Restart the old server.", target: target)]) }
        let site = try Site(["d.md": "# D\n"])
        for name in ["a.md", "b.md", "c.md"] { try site.write(name, page("Redémarrez l’ancien serveur.")) }
        try await site.build()
        try site.write("b.md", page("Relancez l’ancien serveur."))
        try site.write("c.md", page("Relancez l’ancien serveur."))
        let result = try await site.build()
        #expect(result.builtPages == ["a.md", "b.md", "c.md"])
        #expect(site.files["findings.json"]?.contains("elsewhere 2 times") == true)
        #expect(try await site.fresh() == site.files)
        // Also where a page is gone.
        try site.remove("pages/c.md")
        try await site.build()
        #expect(try await site.fresh() == site.files)
    }

    @Test func aConfigurationThatChangedMakesAllAnew() async throws {
        let site = try Site(["a.md": Site.page("A", steps), "b.md": "# B\n"])
        try await site.build()
        try site.root.write("pages/.diptych.yml", "rules:\n  lost-emphasis: off\n")
        #expect(try await site.build().built == 2)
        #expect(try await site.build().built == 0)
    }

    @Test func aPageThatCannotBeReadKeepsWhatItHad() async throws {
        let site = try Site(["a.md": Site.page("A", steps), "b.md": "# B\n"])
        try await site.build()
        let files = site.files
        try site.root.write("pages/a.md", Data([0, 1, 2]))
        let result = try await site.build()
        #expect(result.failures == 1)
        #expect(site.failures.first?.contains("a binary file") == true)
        #expect(site.files == files)
    }

    @Test func aFolderWithoutPagesRemovesNothing() async throws {
        let site = try Site(["a.md": "# A\n"])
        try await site.build()
        let files = site.files
        try site.remove("pages/a.md")
        await #expect(throws: FileError.self) { try await site.build() }
        #expect(site.files == files)
    }

    @Test func aPageNamedLikeADocumentOfAllPagesKeepsItsWholeName() async throws {
        let site = try Site(["index.md": "# Index\n", "x/index.md": "# Deeper\n"])
        try await site.build()
        #expect(
            Set(site.files.keys) == ["index.json", "index.md.json", "x/index.json", "findings.json", "manifest.json"])
        #expect(site.files["index.json"]?.contains("\"checklists\": []") == true)
    }

    @Test func theOutputFolderHoldsNoPages() async throws {
        let site = try Site(["a.md": Site.page("A", steps)])
        try await site.build { $0.output = FilePath("\(site.input)/out") }
        let again = try await site.build { $0.output = FilePath("\(site.input)/out") }
        #expect((again.pages, again.built) == (1, 0))
        await #expect(throws: FileError.self) { try await site.build { $0.output = FilePath(site.input) } }
    }

    @Test func aDamagedManifestIsSaidAndNothingIsTouched() async throws {
        let site = try Site(["a.md": "# A\n"])
        try await site.build()
        let nested = "{\"schemaVersion\": 1, \"pages\": " + String(repeating: "[", count: 1_000_000)
        for (text, reason) in [
            ("{\n", "is damaged (line 2: it ends too early)"), ("{\"schemaVersion\": 9}", "version 9"),
            ("[]", "is damaged (an object is expected)"), (nested, "is damaged (line 1: too deeply nested)"),
            ("{\"schemaVersion\": 1}", "is damaged (`generator` is missing)"),
        ] {
            try site.root.write("out/manifest.json", text)
            let files = site.files
            let error = await #expect(throws: FileError.self) { try await site.build() }
            #expect(error?.path == "\(site.output)/manifest.json")
            #expect(error?.reason.hasPrefix(reason) == true, "\(error?.reason ?? "")")
            #expect(site.files == files)
        }
    }

    @Test func aManifestCannotNameWhatIsOutside() async throws {
        let site = try Site(["a.md": "# A\n"])
        try await site.build()
        try site.root.write("victim.json", "mine")
        let manifest = try #require(site.files["manifest.json"])
        for path in ["../victim.json", "\(site.root.path)/victim.json", ".diptych/x"] {
            try site.root.write(
                "out/manifest.json", manifest.replacingOccurrences(of: "\"a.json\"", with: "\"\(path)\""))
            await #expect(throws: FileError.self) { try await site.build() }
        }
        #expect(site.text("victim.json") == "mine")
    }

    @Test func theIndexTellsOfEveryChecklist() async throws {
        let site = try Site(["a.md": Site.page("A", steps)])
        try await site.build()
        let data = try #require(site.root.contents("out/index.json"))
        let index = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let list = try #require((index["checklists"] as? [[String: Any]])?.first)
        #expect(list["page"] as? String == "a.md")
        #expect(list["kind"] as? String == "procedure")
        #expect(list["items"] as? Int == 3)
        #expect((list["itemIds"] as? [String])?.count == 3)
    }

    /// Its document has another name than the page, and still it is a page pair.
    @Test func anIndexOfAPagePair() async throws {
        let text = "# T\n\n1. Open `Get-One`.\n2. Close it.\n"
        let site = try Site(["fr/index.md": text, "en/index.md": text])
        try await site.build {
            $0.input = FilePath("\(site.input)/fr")
            $0.plan.source = "\(site.input)/en"
        }
        #expect(site.files["index.md.json"]?.contains("\"source\": {\"path\"") == true)
        #expect(site.files.keys.contains { $0.hasSuffix(".target.md") })
    }
}
