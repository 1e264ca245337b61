import Foundation
import SystemPackage
import Testing

@testable import Workspace

/// Only what the manifest names is a build's own. Anything else in a place that it needs stops it, and nothing changes.
@Suite struct ForeignFileTests {
    /// Builds, which must fail and change nothing.
    private func expectStop(_ site: Site, _ reason: String, isCheck: Bool = false) async throws {
        let files = site.root.files
        let contents = site.files
        let error = await #expect(throws: FileError.self) { try await site.build { $0.isCheck = isCheck } }
        #expect(error?.path == site.output)
        #expect(error?.reason.hasPrefix(reason) == true, "\(error?.reason ?? "")")
        #expect(error?.reason.hasSuffix("or build into another folder. Nothing was written") == true)
        #expect(site.files == contents)
        #expect(site.root.files == files)
    }

    /// Also where a file looks as if a build had written it.
    @Test(arguments: [
        "index.json", "findings.json", "a.json", "checklists.fr-FR.source.md", "checklists.fr-FR.target.md",
    ])
    func aFileOfSomebodyElseStopsTheFirstBuild(name: String) async throws {
        let site = try Site(["a.md": Site.page("A", steps), "b.md": "# B\n"])
        for text in ["mine", "", "{\"generator\": {\"name\": \"diptych\"}}", TaskList.mark] {
            try site.root.write("out/\(name)", text)
            try await expectStop(
                site, "\(name) is in the way: manifest.json does not name it, so no build wrote it. Move it")
            try await expectStop(site, "\(name) is in the way", isCheck: true)
        }
        try site.remove("out/\(name)")
        #expect(try await site.build().built == 2)
    }

    @Test func aScriptOfSomebodyElseStopsTheBuild() async throws {
        let text = "# T\n\nTo do it:\n\n1. Run this:\n\n   ```powershell\n   Get-X\n   ```\n\n2. Close it.\n"
        let site = try Site(["a.md": text])
        try await site.build()
        let script = try #require(site.files.keys.first { $0.hasSuffix(".ps1") })
        let other = try Site(["a.md": text])
        try other.root.write("out/\(script)", "# \(ProcedureScript.mark)")
        try await expectStop(other, "\(script) is in the way")
    }

    @Test func aNewPageMayNotTakeTheirPlaceEither() async throws {
        let site = try Site(["a.md": "# A\n"])
        try await site.build()
        try site.root.write("out/b.json", "mine")
        // It is nobody's business yet.
        #expect(try await site.build().unchanged == 1)
        try site.write("b.md", "# B\n")
        try site.write("a.md", "# A\n\nMore.\n")
        try await expectStop(site, "b.json is in the way")
    }

    @Test func manyAreNamedTogether() async throws {
        let site = try Site()
        for index in 10..<30 {
            try site.write("\(index).md", "# A\n")
            try site.root.write("out/\(index).json", "mine")
        }
        try await expectStop(
            site,
            "10.json, 11.json, 12.json, 13.json, 14.json, 15.json, 16.json, 17.json, 18.json, 19.json and 10 more are in the "
                + "way: manifest.json does not name them, so no build wrote them. Move them away,")
    }

    /// Without the manifest, nobody knows whose they are.
    @Test func aLostManifestStopsTheBuild() async throws {
        let site = try Site(["a.md": "# A\n"])
        try await site.build()
        try site.remove("out/manifest.json")
        try await expectStop(site, "a.json, index.json, findings.json are in the way")
    }

    @Test func whatIsInThePlaceOfAFolderStopsTheBuild() async throws {
        let site = try Site(["deep/er/a.md": "# A\n"])
        try site.root.write("out/deep", "mine")
        try await expectStop(site, "deep is in the way")
        try site.remove("out/deep")
        try site.root.write("elsewhere/b.txt", "theirs")
        try FileManager.default.createSymbolicLink(
            atPath: "\(site.output)/deep", withDestinationPath: "\(site.root.path)/elsewhere")
        await #expect(throws: FileError.self) { try await site.build() }
        #expect(site.root.files.filter { $0.hasPrefix("elsewhere/") } == ["elsewhere/b.txt"])
        try site.remove("out/deep")
        try FileManager.default.createDirectory(
            atPath: "\(site.output)/deep/er/a.json", withIntermediateDirectories: true)
        await #expect(throws: FileError.self) { try await site.build() }
    }

    /// What was a file is a folder now, and the other way round.
    @Test func aPageMayBecomeAFolderOfPages() async throws {
        let site = try Site(["x.md": "# X\n"])
        try await site.build()
        try site.remove("pages/x.md")
        try site.write("x.json/y.md", "# Y\n")
        try await site.build()
        #expect(site.files["x.json/y.json"] != nil && site.files["x.json"] == nil)
        // Both at once: the page keeps its whole name.
        try site.write("x.md", "# X\n")
        try await site.build()
        #expect(site.files["x.json/y.json"] != nil && site.files["x.md.json"] != nil)
    }

    /// Pages in an output folder would not be read from then on.
    @Test(arguments: ["", "pages", "pages/fr", "../ROOT"]) func anOutputThatHoldsThePages(_ output: String) async throws
    {
        let site = try Site(["fr/a.md": "# A\n", "b.md": "# B\n"])
        let before = site.root.files
        let root = URL(fileURLWithPath: site.root.path).lastPathComponent
        let path = "\(site.root.path)/\(output.replacingOccurrences(of: "ROOT", with: root))"
        let first = output.hasSuffix("fr") ? "fr/a.md" : "b.md"
        await #expect(
            throws: FileError(
                path: FilePath(path).string,
                reason: "holds pages, such as \(site.input)/\(first); build into another folder")
        ) {
            try await site.build { $0.output = FilePath(path) }
        }
        #expect(site.root.files == before)
    }

    @Test func anOutputThatHoldsTheSources() async throws {
        let site = try Site(["fr/a.md": "# A\n", "en/a.md": "# A\n"])
        await #expect(throws: FileError.self) {
            try await site.build {
                $0.input = FilePath("\(site.input)/fr")
                $0.output = FilePath("\(site.input)/en")
                $0.plan.source = "\(site.input)/en"
            }
        }
        #expect(site.root.files == ["pages/en/a.md", "pages/fr/a.md"])
    }

    /// Its own lists of tasks are Markdown, too, but no pages.
    @Test func anOutputAmongThePages() async throws {
        let site = try Site(["a.md": Site.page("A", steps)])
        for _ in 1...2 {
            let result = try await site.build { $0.output = FilePath("\(site.input)/out") }
            #expect(result.pages == 1)
        }
    }

    /// A link leads to the sources, or the sources are a link.
    @Test(arguments: [("en", "link", "en", "link"), ("deep/en", "en", "en", "deep")])
    func anOutputThatHoldsTheSourcesBehindALink(_ names: (folder: String, link: String, source: String, output: String))
        async throws
    {
        let site = try Site(["fr/a.md": "# A\n", "\(names.folder)/a.md": "# A\n"])
        try FileManager.default.createSymbolicLink(
            atPath: "\(site.input)/\(names.link)", withDestinationPath: names.folder)
        let before = site.root.files
        await #expect(
            throws: FileError(
                path: "\(site.input)/\(names.output)",
                reason: "holds pages, such as \(site.input)/\(names.source)/a.md; build into another folder")
        ) {
            try await site.build {
                $0.input = FilePath("\(site.input)/fr")
                $0.output = FilePath("\(site.input)/\(names.output)")
                $0.plan.source = "\(site.input)/\(names.source)"
            }
        }
        #expect(site.root.files == before)
    }

    /// What is no page is not lost in an output.
    @Test(arguments: [(".gitignore", "out/\n"), (".diptych.yml", "exclude: [out/]\n")])
    func anOutputWithFilesThatAreNoPages(_ file: (name: String, text: String)) async throws {
        let site = try Site(["a.md": "# A\n", "out/notes.md": "# Notes\n", file.name: file.text, ".git/HEAD": ""])
        let result = try await site.build { $0.output = FilePath("\(site.input)/out") }
        #expect(result.pages == 1)
    }
}
