import Foundation
import TestSupport
import Testing

/// What `diptych export` and `diptych import` must never do to files.
@Suite struct ExchangeSafetyTests {
    private static let head = "---\nms.contentlocale: fr-FR\n---\n"

    private static func page(_ name: String) -> String {
        head + "# \(pair("101", "Relais", "Relay"))\n\n\(pair("102", "Page \(name).", "The page \(name)."))\n"
    }

    // MARK: Places

    @Test func aPageThatIsGoneIsNotAnotherOneOfItsName() throws {
        let folder = try TemporaryFolder()
        for name in ["fr/index.md", "fr/a/index.md", "fr/b/index.md"] { try folder.write(name, Self.page(name)) }
        #expect(try Tool.run("export", "fr", "-o", "out", in: folder.path).status == 0)
        try FileManager.default.removeItem(atPath: folder.path + "/fr/a/index.md")
        try folder.edit("out/a/index.xlf", ">Relais<", ">Le relais<")
        let gone = try Tool.run("import", "out/a", "--into", "fr", in: folder.path)
        #expect(gone.status == 2)
        #expect(
            gone.error.contains(
                "its page fr/a/index.md is not below fr. If it was renamed, write its new name into this file; "))
        #expect(gone.error.contains("; nothing of this file is imported\n"))
        #expect(folder.text("fr/index.md") == Self.page("fr/index.md"))

        // The folder that the path begins with is the one that the user names.
        try folder.edit("out/index.xlf", ">Relais<", ">Le relais<")
        #expect(try Tool.run("import", "out/index.xlf", "--into", "fr", in: folder.path).status == 0)
        #expect(folder.text("fr/index.md").contains(">Le relais<"))
        // Elsewhere, it is the page that the file was made of.
        try folder.write("copy/index.md", Self.page("fr/index.md"))
        try folder.write("copy/b/index.md", Self.page("fr/b/index.md"))
        #expect(try Tool.run("import", "out/index.xlf", "--into", "copy", in: folder.path).status == 0)
        #expect(folder.text("copy/index.md").contains(">Le relais<"))
        // Or the only one of its name.
        try folder.write("one/index.md", Self.page("fr/index.md") + "\nA\n")
        #expect(try Tool.run("import", "out/index.xlf", "--into", "one", in: folder.path).status == 0)
        #expect(folder.text("one/index.md").contains(">Le relais<"))
    }

    @Test func linksDoNotLeadOut() throws {
        let folder = try TemporaryFolder()
        try folder.write("docs/a.md", Self.page("a"))
        try folder.write("outside/a.md", Self.page("a"))
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/docs/link", withDestinationPath: folder.path + "/outside")
        #expect(try Tool.run("export", "docs/a.md", "-o", "out", in: folder.path).status == 0)
        try folder.edit("out/a.xlf", ">Relais<", ">Le relais<")
        try folder.edit("out/a.xlf", "docs/a.md\"", "./link/a.md\"")
        let result = try Tool.run("import", "out", "--into", "docs", in: folder.path)
        #expect(result.status == 2)
        #expect(folder.text("outside/a.md") == Self.page("a"))
        // A name may begin with a full stop.
        try folder.edit("out/a.xlf", "./link/a.md\"", "./docs/a.md\"")
        #expect(try Tool.run("import", "out", in: folder.path).status == 0)
        #expect(folder.text("docs/a.md").contains(">Le relais<"))
    }

    /// libxml2 prints its own message, if it can.
    @Test func aTextThatIsTooLong() throws {
        let folder = try TemporaryFolder()
        let long = String(repeating: "x", count: 10_100_000)
        let files = [
            "a.tmx":
                "<tmx><body>\n<tu><tuv xml:lang=\"en\"><seg>a</seg></tuv><tuv xml:lang=\"fr\"><seg>\(long)</seg></tuv></tu></body></tmx>",
            "b.tmx": "<tmx>\n<!-- \(long) --></tmx>",
        ]
        for (name, text) in files {
            try folder.write(name, text)
            let result = try Tool.run("import", name, in: folder.path)
            #expect(result.status == 2)
            #expect(
                result.error
                    == "diptych: error: \(name):2: a text, comment or attribute of more than 10 MB; nothing of this file is "
                    + "imported\n0 targets imported into 0 pages\n")
        }
        try folder.write(
            "a.tbx", "<martif><text><body>\n<termEntry><note>\(long)</note></termEntry></body></text></martif>")
        let terms = try Tool.run("terms", "--convert", "a.tbx", "-o", "a.csv", in: folder.path)
        #expect(terms.status == 2)
        #expect(terms.error == "diptych: error: a.tbx: line 2: a text, comment or attribute of more than 10 MB\n")
    }

    // MARK: Edited files

    @Test(arguments: ["xliff", "xliff12", "po", "tmx"])
    func anExportKeepsWhatWasEdited(form: String) throws {
        let folder = try TemporaryFolder()
        let page = Self.page("a") + "\n\(pair("103", "Un\u{1B}\r\ndeux", "One\u{1B}\r\ntwo"))\n"
        try folder.write("docs/a.md", page)
        let export = ["export", "docs", "-o", "out", "--to", form]
        #expect(try Tool.run(export, in: folder.path).status == 0)
        #expect(try Tool.run(export, in: folder.path).status == 0)
        let file = try #require(folder.files.first { $0.hasPrefix("out/") })
        try folder.edit(file, "Relais", "Le relais")
        let edited = folder.contents(file)
        let refused = try Tool.run(export, in: folder.path)
        #expect(refused.status == 2)
        #expect(refused.error.contains("\(file): has edited targets; import it first, or name another folder\n"))
        #expect(folder.contents(file) == edited)
        #expect(try Tool.run("import", "out", in: folder.path).status == 0)
        #expect(folder.text("docs/a.md") == page.replacing("Relais", with: "Le relais"))
        // What came in is no reason any more, also where the page has nothing that goes out.
        #expect(try Tool.run(export + ["--only", "findings"], in: folder.path).status == 0)
        #expect(try Tool.run(export, in: folder.path).status == 0)
    }

    /// A file that cannot be read any more may have work in it.
    @Test(arguments: ["xliff", "xliff12", "po", "tmx"])
    func anExportKeepsWhatIsDamaged(form: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("docs/a.md", Self.page("a"))
        let export = ["export", "docs", "-o", "out", "--to", form]
        #expect(try Tool.run(export, in: folder.path).status == 0)
        let file = try #require(folder.files.first { $0.hasPrefix("out/") })
        let whole = folder.text(file)
        var damages = [String(whole.dropLast(20)), whole.replacing("Relais", with: "Le re\u{0}lais")]
        // Elements of another namespace are no units.
        if form.hasPrefix("xliff") { damages.append(whole.replacing("urn:oasis:names:tc:xliff", with: "urn:other")) }
        for damaged in damages {
            try folder.write(file, damaged)
            let refused = try Tool.run(export, in: folder.path)
            #expect(refused.status == 2)
            #expect(
                refused.error.contains("; it may have edited targets; repair or delete it, or name another folder\n"),
                "\(refused.error)")
            #expect(folder.text(file) == damaged)
        }
        // Nothing is no work.
        try folder.write(file, "")
        #expect(try Tool.run(export, in: folder.path).status == 0)
        #expect(folder.text(file) == whole)
        #expect(try Tool.run(export + ["--only", "findings"], in: folder.path).status == 0)
        #expect(try Tool.run(export, in: folder.path).status == 0)
    }

    // MARK: Page pairs

    @Test func theBlocksOfAPairStay() throws {
        let folder = try TemporaryFolder()
        try folder.write("en/a.md", "# Relay\n\nOpen it.\n\nClose it.\n\n| Key | Value |\n|---|---|\n| Yes | No |\n")
        let target = "# Relais\n\nOuvrez-le.\n\nFermez-le.\n\n| Touche | Valeur |\n|---|---|\n| Oui | Non |\n"
        try folder.write("fr/a.md", target)
        let options = ["--source", "en"]
        #expect(try Tool.run(["export", "fr", "-o", "out"] + options, in: folder.path).status == 0)
        let missing = try Tool.run("import", "out", in: folder.path)
        #expect(missing.status == 2)
        #expect(missing.error.contains("fr/a.md: was exported with its source; name it with --source\n"))
        let noFolder = try Tool.run(["import", "out"] + options, in: folder.path)
        #expect(noFolder.status == 2)
        #expect(noFolder.error.components(separatedBy: "--into is missing").count == 2)
        #expect(!noFolder.error.contains("name it with --source") && !noFolder.error.contains("note:"))
        for (old, new) in [("Ouvrez-le.", "# Ouvrez-le."), (">Oui<", ">Oui | Si<"), ("Relais", "Le relais")] {
            try folder.edit("out/a.xlf", old, new)
        }
        let result = try Tool.run(["import", "out", "--into", "fr"] + options, in: folder.path)
        #expect(result.status == 1)
        #expect(result.error.contains("the text would change the blocks of the page; not imported\n"))
        #expect(result.error.hasSuffix("1 target imported into 1 page; 2 not imported\n"))
        #expect(folder.text("fr/a.md") == target.replacing("Relais", with: "Le relais"))
    }
}
