import Foundation
import TestSupport
import Testing

/// `diptych export` and `diptych import` as a user runs them.
@Suite struct ExchangeTests {
    private static let page = """
        ---
        ms.contentlocale: fr-FR
        ---
        \(pair("101", "Ouvrez le le relais.", "Open the relay."))

        \(pair("102", "Fermez `a`.", "Close `a`."))

        """

    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("docs/fr/page.md", Self.page)
        // An include does not name its language.
        try folder.write("docs/include.md", pair("101", "Un", "One") + "\n")
        return folder
    }

    @Test(arguments: [("xliff", "xlf"), ("xliff12", "xlf"), ("po", "po"), ("tmx", "tmx")])
    func outAndBack(form: String, ending: String) throws {
        let folder = try folder()
        let exported = try Tool.run("export", "docs", "-o", "out", "--to", form, in: folder.path)
        #expect(exported.error == "3 segments of 2 pages exported\n")
        #expect(exported.status == 0)
        let files = folder.files.filter { $0.hasPrefix("out/") }
        #expect(files == (form == "tmx" ? ["out/pages.tmx"] : ["out/fr/page.\(ending)", "out/include.\(ending)"]))

        let same = try Tool.run("import", "out", in: folder.path)
        #expect(same.status == 0)
        #expect(same.error == "0 targets imported into 0 pages\n")

        let file = files[0]
        // A translator's tool takes the flag away.
        if form == "po" { try folder.edit(file, "#, fuzzy\n", "") }
        try folder.edit(
            file, "Ouvrez le le relais.",
            "Ouvrez « le relais » &amp; &lt; \u{200F}.".replacing("&amp;", with: form == "po" ? "&" : "&amp;")
                .replacing("&lt;", with: form == "po" ? "<" : "&lt;"))
        let dry = try Tool.run("import", "out", "--dry-run", in: folder.path)
        #expect(dry.status == 0)
        #expect(dry.output.hasPrefix("--- a/docs/fr/page.md\n+++ b/docs/fr/page.md\n@@ -1,6 +1,6 @@\n"))
        #expect(dry.error == "1 target can be imported into 1 page\n")
        #expect(folder.text("docs/fr/page.md") == Self.page)

        let imported = try Tool.run("import", "out", "--into", "docs", in: folder.path)
        #expect(imported.status == 0)
        #expect(imported.error == "1 target imported into 1 page\n")
        #expect(
            folder.text("docs/fr/page.md")
                == Self.page.replacing("Ouvrez le le relais.", with: "Ouvrez « le relais » & < \u{200F}."))
        #expect(folder.text("docs/include.md") == pair("101", "Un", "One") + "\n")
    }

    @Test func onlyWhatNeedsWork() throws {
        let folder = try folder()
        let found = try Tool.run("export", "docs", "-o", "out", "--only", "findings", in: folder.path)
        #expect(found.error == "1 segment of 1 page exported; 1 page without such segments\n")
        #expect(folder.files.filter { $0.hasPrefix("out/") } == ["out/fr/page.xlf"])
        #expect(folder.text("out/fr/page.xlf").contains("locQualityIssueType=\"duplication\""))
        let none = try Tool.run(
            "export", "docs", "-o", "out2", "--only", "findings", "--rule", "number", in: folder.path)
        #expect(none.error == "0 segments of 0 pages exported; 2 pages without such segments; no file was written\n")
        let untranslated = try Tool.run("export", "docs", "-o", "out3", "--untranslated", in: folder.path)
        #expect(untranslated.error.hasPrefix("0 segments"))
        let both = try Tool.run("export", "docs", "-o", "x", "--only", "findings", "--untranslated", in: folder.path)
        #expect(both.status == 2)
    }

    @Test func whatDoesNotComeInIsSaid() throws {
        let folder = try folder()
        _ = try Tool.run("export", "docs", "-o", "out", "--to", "po", in: folder.path)
        try folder.edit("out/fr/page.po", "#, fuzzy\n", "")
        try folder.edit("out/fr/page.po", "Fermez `a`.", "Fermez.")
        try folder.edit("out/fr/page.po", "Ouvrez le le relais.", "Ouvrez le relais.")
        try folder.edit("docs/fr/page.md", "Ouvrez le le relais.", "Ouvrez un relais.")
        let result = try Tool.run("import", "out", in: folder.path)
        #expect(result.status == 1)
        #expect(
            result.error.contains(
                "conflict: 0a1b2-101 of docs/fr/page.md was changed in the page, too; the page keeps its text\n"
                    + "  page: Ouvrez un relais.\n  file: Ouvrez le relais.\n"))
        #expect(result.error.contains("error: 0a1b2-102 of docs/fr/page.md: code “`a`” is missing; not imported\n"))
        #expect(result.error.hasSuffix("0 targets imported into 0 pages; 2 not imported\n"))
    }

    /// Another language has the same sources, and other targets.
    @Test func correctionsOfOneLanguage() throws {
        let folder = try folder()
        try folder.write(
            "docs/de/page.md",
            "---\nms.contentlocale: de-DE\n---\n" + pair("101", "Öffnen Sie das Relais.", "Open the relay.") + "\n")
        try folder.write("a.tsv", "Open the relay.\tOuvrez le le relais.\tOuvrez le relais.\n")
        let all = try Tool.run("import", "a.tsv", "--dry-run", in: folder.path)
        #expect(all.status == 1 && all.error.contains("docs/de/page.md has not the old target of the file"))
        let french = try Tool.run("import", "a.tsv", "--locale", "fr-FR", in: folder.path)
        #expect(french.status == 0, "\(french.error)")
        #expect(french.error == "1 target imported into 1 page\n")
    }

    @Test func newErrorsAreRefused() throws {
        let folder = try folder()
        try folder.write("a.tsv", "Open the relay.\tOuvrez le le relais.\tOuvrez la \u{FFFD}porte.\n")
        let checked = try Tool.run("import", "a.tsv", "--check", in: folder.path)
        #expect(checked.status == 1)
        #expect(checked.error.contains("a.tsv:1: error: 0a1b2-101 of docs/fr/page.md: "))
        #expect(folder.text("docs/fr/page.md") == Self.page)
        #expect(try Tool.run("import", "a.tsv", in: folder.path).status == 0)
    }

    @Test func damagedFilesChangeNothing() throws {
        let folder = try folder()
        _ = try Tool.run("export", "docs", "-o", "out", in: folder.path)
        let whole = folder.text("out/fr/page.xlf").replacing("le le", with: "le")
        let pieces: [(String, String)] = [
            (String(whole.dropLast(40)), "the file is cut off"), ("<xliff>", "the file is cut off"),
            (whole.replacing("docs/fr/page.md", with: "docs/other.txt"), "its page docs/other.txt is not here"),
            (whole.replacing("docs/fr/page.md", with: "../page.md"), "its page ../page.md is not here"),
            (whole.replacing("docs/fr/page.md", with: "docs/include.md"), "no unit of this file is on docs/include.md"),
            (whole.replacing("0a1b2-101", with: "0a1b2-109"), "unit “0a1b2-109” is not on docs/fr/page.md"),
        ]
        for (content, reason) in pieces {
            try folder.write("out/fr/page.xlf", content)
            let result = try Tool.run("import", "out/fr/page.xlf", in: folder.path)
            #expect(result.status == 2)
            #expect(result.error.hasPrefix("diptych: error: out/fr/page.xlf:"))
            #expect(result.error.contains(reason), "\(result.error)")
            #expect(result.error.contains("; nothing of this file is imported\n"))
            #expect(folder.text("docs/fr/page.md") == Self.page)
        }
        let missing = try Tool.run("import", "none.xlf", in: folder.path)
        #expect(missing.status == 2)
        #expect(missing.error.hasPrefix("diptych: error: none.xlf: cannot be read"))
    }

    @Test func whatCannotBeExportedIsSaid() throws {
        let folder = try TemporaryFolder()
        try folder.write("page.md", pair("101", "Un", "One") + "\n")
        let result = try Tool.run("export", "page.md", "-o", "out", in: folder.path)
        #expect(result.status == 2)
        #expect(result.error.contains("page.md: does not name the language of its target; give it with --locale\n"))
        #expect(try Tool.run("export", "page.md", "-o", "out", "--locale", "fr-FR", in: folder.path).status == 0)
        let stream = try Tool.run("export", "-", "-o", "out", input: Data("a".utf8), in: folder.path)
        #expect(stream.status == 2)
    }

    /// A memory repeats its units.
    @Test func aUnitThatIsRepeatedCountsOnce() throws {
        let folder = try folder()
        #expect(try Tool.run("export", "docs", "-o", "out", "--to", "tmx", in: folder.path).status == 0)
        let whole = folder.text("out/pages.tmx")
        let unit = try #require(whole.components(separatedBy: "<tu ").first { $0.contains("Fermez") })
            .components(separatedBy: "</tu>")[0]
        let edited = ["Fermez le", "Fermez bien"].map { "<tu \(unit)</tu>\n".replacing("Fermez", with: $0) }
        let units = String(repeating: edited[0], count: 3) + String(repeating: edited[1], count: 3)
        try folder.write("out/pages.tmx", whole.replacing("</body>", with: units + "</body>"))
        let result = try Tool.run("import", "out", in: folder.path)
        #expect(result.status == 1)
        #expect(result.error.hasSuffix("1 target imported into 1 page; 1 not imported\n"), "\(result.error)")
        #expect(folder.text("docs/fr/page.md").contains(">Fermez le `a`."))
    }

    // MARK: Page pairs

    /// Which text of the translation has the source of the page, only the lexicon of the language knows.
    @Test(arguments: ["xliff", "xliff12", "po", "tmx"])
    func theLanguageIsThatOfTheFile(form: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("original/a.md", "# Relay\n\nThe settings are saved in a file.\n")
        let page =
            "# Relais\n\nChaque personne voit le menu principal.\n\nLes paramètres sont enregistrés dans un fichier.\n"
        try folder.write("translated/a.md", page)
        let export = ["export", "translated", "-o", "out", "--source", "original", "--to", form]
        let into = ["import", "out", "--into", "translated", "--source", "original"]
        #expect(try Tool.run(export + ["--locale", "fr"], in: folder.path).status == 0)
        #expect(try Tool.run(into, in: folder.path).error == "0 targets imported into 0 pages\n")
        let file = form == "tmx" ? "out/pages.tmx" : form == "po" ? "out/a.po" : "out/a.xlf"
        try folder.edit(file, "Les paramètres", "Tous les paramètres")
        if form != "tmx" {
            let other = try Tool.run(into + ["--locale", "de"], in: folder.path)
            #expect(other.status == 2)
            #expect(other.error.contains("the targets of this file are in fr, and translated/a.md is in de;"))
        }
        #expect(try Tool.run(into, in: folder.path).error == "1 target imported into 1 page\n")
        #expect(folder.text("translated/a.md") == page.replacing("Les paramètres", with: "Tous les paramètres"))

        // The language can be that of the other pages, too.
        try folder.write("original/b.md", "Open it.\n")
        try folder.write("translated/b.md", "---\nms.contentlocale: fr-FR\n---\nOuvrez-le.\n")
        #expect(try Tool.run(export, in: folder.path).status == 0)
        let same = try Tool.run(into, in: folder.path)
        #expect(same.status == 0)
        #expect(same.error == "0 targets imported into 0 pages\n")
        try folder.edit(file, "Tous les paramètres", "Les paramètres")
        #expect(try Tool.run(into, in: folder.path).error == "1 target imported into 1 page\n")
        #expect(folder.text("translated/a.md") == page)
    }

    @Test(arguments: ["xliff", "xliff12", "po", "tmx"])
    func pagesInTwoFiles(form: String) throws {
        let folder = try TemporaryFolder()
        let source = "# Relay\n\nOpen **the relay** now. Run `Get-Relay` twice.\n\n- Close it.\n"
        let target = "# Relais\r\n\r\nOuvrez **le relais**. Exécutez `Get-Relay` deux fois.\r\n\r\n- Fermez-le.\r\n"
        try folder.write("en/a/page.md", source)
        try folder.write("fr/a/page.md", target)
        let out = ["export", "fr", "-o", "out", "--source", "en", "--to", form]
        let exported = try Tool.run(out, in: folder.path)
        #expect(exported.error == "4 segments of 1 page exported\n")
        #expect(try Tool.run("import", "out", "--into", "fr", "--source", "en", in: folder.path).status == 0)
        #expect(folder.text("fr/a/page.md") == target)

        let file = try #require(folder.files.first { $0.hasPrefix("out/") })
        try folder.edit(file, " deux fois.", " trois fois.")
        let imported = try Tool.run("import", "out", "--into", "fr", "--source", "en", in: folder.path)
        #expect(imported.error == "1 target imported into 1 page\n")
        #expect(folder.text("fr/a/page.md") == target.replacing("deux", with: "trois"))
        #expect(folder.text("en/a/page.md") == source)
    }

    @Test func theConfigurationPairsFiles() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            ".diptych.yml", "pairs:\n  - target: \"docs/{locale}/{path}\"\n    source: \"docs/en/{path}\"\n")
        try folder.write("docs/en/page.md", "# Relay\n\nOpen it.\n")
        try folder.write("docs/fr/page.md", "# Relais\n\nOuvrez-le.\n")
        #expect(try Tool.run("export", "docs", "-o", "out", in: folder.path).status == 0)
        #expect(folder.files.filter { $0.hasPrefix("out/") } == ["out/fr/page.xlf"])
        try folder.edit("out/fr/page.xlf", "Ouvrez-le.", "Ouvrez cela.")
        #expect(try Tool.run("import", "out", "--check", in: folder.path).status == 0)
        #expect(folder.text("docs/fr/page.md") == "# Relais\n\nOuvrez cela.\n")
        // A page whose source changed is another one; its segments are found by their texts.
        try folder.write("docs/en/page.md", "# Relay\n\nNew text.\n\nOpen it.\n")
        try folder.edit("out/fr/page.xlf", "Ouvrez cela.", "Ouvrez-le.")
        try folder.edit("out/fr/page.xlf", ">Relais<", ">Le relais<")
        #expect(try Tool.run("import", "out", in: folder.path).status != 2)
        #expect(folder.text("docs/fr/page.md").hasPrefix("# Le relais\n"))
    }

    /// An export of pages of the same site, of which one is renamed then.
    private func renamed(_ form: String, _ change: (TemporaryFolder) throws -> Void) throws -> TemporaryFolder {
        let folder = try folder()
        try folder.write(
            "docs/fr/other.md", Self.page.replacing("relay", with: "server").replacing("0a1b2", with: "0c0c0"))
        #expect(try Tool.run("export", "docs", "-o", "out", "--to", form, in: folder.path).status == 0)
        let file = try #require(folder.files.first { $0.hasPrefix("out/fr/page.") })
        if form == "po" { try folder.edit(file, "#, fuzzy\n", "") }
        try folder.edit(file, "Ouvrez le le relais.", "Ouvrez le relais.")
        try FileManager.default.moveItem(
            atPath: folder.path + "/docs/fr/page.md", toPath: folder.path + "/docs/fr/new.md")
        try change(folder)
        return folder
    }

    @Test(arguments: ["xliff", "xliff12", "po"]) func aRenamedPageIsFound(form: String) throws {
        for text in ["", "\nUn ajout.\n"] {
            let folder = try renamed(form) { try $0.write("docs/fr/new.md", Self.page + text) }
            let result = try Tool.run("import", "out", in: folder.path)
            #expect(
                result.error.contains(
                    "note: docs/fr/page.md is not there any more; docs/fr/new.md has its texts, and is taken for it\n"),
                "\(result.error)")
            #expect(result.error.hasSuffix("1 target imported into 1 page\n"))
            #expect(folder.text("docs/fr/new.md") == Self.page.replacing("le le", with: "le") + text)
        }
    }

    @Test func aRenamedPageThatIsNotCertainIsNot() throws {
        // Two pages have the texts, and none the bytes.
        let two = try renamed("xliff") {
            try $0.write("docs/fr/new.md", Self.page + "\nUn ajout.\n")
            try $0.write("docs/fr/copy.md", Self.page + "\nUn autre.\n")
        }
        let result = try Tool.run("import", "out", in: two.path)
        #expect(result.status == 2)
        #expect(result.error.contains(". Its texts are on docs/fr/copy.md, docs/fr/new.md. If it was renamed"))
        // No page has all of them.
        let none = try renamed("xliff") {
            try $0.write("docs/fr/new.md", Self.page.replacing("Open the relay.", with: "Open it."))
        }
        let gone = try Tool.run("import", "out", in: none.path)
        #expect(gone.status == 2)
        #expect(gone.error.contains("If it was renamed, write its new name into this file; nothing"))
    }

    /// A page that was there already can have the same sources, with a translation of its own.
    @Test func anotherPageWithTheSourcesIsNotTaken() throws {
        let own = Self.page.replacing("Ouvrez le le relais.", with: "Ouvrez donc le relais.")
        let folder = try renamed("xliff") { try $0.write("docs/fr/new.md", own) }
        let result = try Tool.run("import", "out", in: folder.path)
        #expect(result.status == 2)
        #expect(result.error.contains(". Its texts are on docs/fr/new.md. If it was renamed"), "\(result.error)")
        #expect(folder.text("docs/fr/new.md") == own)
    }
}
