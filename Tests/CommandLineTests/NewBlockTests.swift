import Foundation
import TestSupport
import Testing

/// Text that only the source of a page pair has: out, and as a block of its own into the page.
@Suite struct NewBlockTests {
    /// A page pair whose exchange file was filled.
    private func site(
        _ source: String, _ target: String, _ texts: [(String, String)], form: String = "po"
    ) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("en/a.md", source)
        try folder.write("fr/a.md", target)
        let export = ["export", "fr", "-o", "out", "--source", "en", "--locale", "fr-FR", "--to", form]
        #expect(try Tool.run(export, in: folder.path).status == 0)
        // Without an edit, nothing changes.
        #expect(try imported(folder).error == "0 targets imported into 0 pages\n")
        #expect(folder.text("fr/a.md") == target)
        let file = try #require(folder.files.first { $0.hasPrefix("out/") })
        for (source, target) in texts {
            switch form {
            case "po":
                try folder.edit(file, "msgid \"\(source)\"\nmsgstr \"\"", "msgid \"\(source)\"\nmsgstr \"\(target)\"")
            case "xliff": try folder.edit(file, "\(source)</source>", "\(source)</source><target>\(target)</target>")
            default: try folder.edit(file, ">\(source)</target>", ">\(target)</target>")
            }
        }
        return folder
    }

    private func imported(_ folder: TemporaryFolder) throws -> Tool.Result {
        try Tool.run("import", "out", "--into", "fr", "--source", "en", "--locale", "fr-FR", in: folder.path)
    }

    private static let source = """
        First words of the page 77.

        # Set up

        Open the relay 15 and wait.

        Then read the log `a.log`.

        1. Open the port 5061.
        2. Restart the server 27.
           Wait for it.
           - Close `b.log`.
        3. Close the port 5062.

        ## Second part

        Go on to 99.

        ```sh
        cat log
        ```

        > Mind the gap 12.

        ## Third part {#third}

        | Name | Value |
        |---|---|
        | one 1 | two 2 |

        Go home 42.

        """

    private static let target = """
        Premiers mots de la page 77.

        # Configurer

        Ouvrez le relais 15 et attendez.

        Lisez ensuite le journal `a.log`.

        1. Ouvrez le port 5061.
        2. Redémarrez le serveur 27.
           Attendez-le.
           - Fermez `b.log`.
        3. Fermez le port 5062.

        ## Deuxième partie

        Continuez à 99.

        ```sh
        cat log
        ```

        > Attention à la marche 12.

        ## Troisième partie {#third}

        | Nom | Valeur |
        |---|---|
        | un 1 | deux 2 |

        Rentrez 42.

        """

    private static let texts = [
        ("First words of the page 77.", "Premiers mots de la page 77."),
        ("Then read the log `a.log`.", "Lisez ensuite le journal `a.log`."),
        ("Restart the server 27.", "Redémarrez le serveur 27."), ("Wait for it.", "Attendez-le."),
        ("Close `b.log`.", "Fermez `b.log`."), ("Close the port 5062.", "Fermez le port 5062."),
        ("Second part", "Deuxième partie"), ("Go on to 99.", "Continuez à 99."),
        ("Mind the gap 12.", "Attention à la marche 12."), ("Name", "Nom"), ("Value", "Valeur"), ("one 1", "un 1"),
        ("two 2", "deux 2"), ("Go home 42.", "Rentrez 42."),
    ]

    /// What is taken out of the page comes back as it was, with all markup that is its own.
    @Test(arguments: [
        "Premiers mots de la page 77.\n\n", "Lisez ensuite le journal `a.log`.\n\n",
        "2. Redémarrez le serveur 27.\n   Attendez-le.\n   - Fermez `b.log`.\n", "   - Fermez `b.log`.\n",
        "3. Fermez le port 5062.\n",
        "## Deuxième partie\n\nContinuez à 99.\n\n```sh\ncat log\n```\n\n> Attention à la marche 12.\n\n",
        "> Attention à la marche 12.\n\n", "| Nom | Valeur |\n|---|---|\n| un 1 | deux 2 |\n\n", "\nRentrez 42.\n",
    ])
    func aBlockComesIn(block: String) throws {
        let old = Self.target.replacing(block, with: "", maxReplacements: 1)
        #expect(old != Self.target)
        let texts = Self.texts.filter { block.contains($0.1) && !old.contains($0.1) }
        let folder = try site(Self.source, old, texts)
        let result = try imported(folder)
        #expect(result.status == 0)
        #expect(result.error == (texts.count == 1 ? "1 target" : "\(texts.count) targets") + " imported into 1 page\n")
        #expect(folder.text("fr/a.md") == Self.target)
        // What is in the page is not imported again, and does not stop the next export.
        #expect(try imported(folder).error == "0 targets imported into 0 pages\n")
        #expect(try Tool.run("export", "fr", "-o", "out", "--source", "en", in: folder.path).status == 0)
    }

    @Test(arguments: ["xliff", "xliff12", "po"])
    func eachForm(form: String) throws {
        let old = "# Configurer\n\nOuvrez le relais 15.\n\nRentrez.\n"
        let folder = try site(
            "# Set up\n\nOpen the relay 15.\n\n- Read the log 42.\n- Close the port 7.\n\nGo home.\n", old,
            [("Read the log 42.", "Lisez le journal 42."), ("Close the port 7.", "Fermez le port 7.")], form: form)
        #expect(try imported(folder).status == 0)
        #expect(
            folder.text("fr/a.md")
                == "# Configurer\n\nOuvrez le relais 15.\n\n- Lisez le journal 42.\n- Fermez le port 7.\n\nRentrez.\n")
    }

    /// The line breaks are those of the translation, and its last line stays without one.
    @Test func theFormOfTheFileStays() throws {
        let source = "# Set up\n\nOpen the relay 15.\n\nGo home 42.\n"
        let texts = [("Go home 42.", "Rentrez 42.")]
        let windows = try site(source, "# Configurer\r\n\r\nOuvrez le relais 15.\r\n", texts)
        _ = try imported(windows)
        #expect(windows.text("fr/a.md") == "# Configurer\r\n\r\nOuvrez le relais 15.\r\n\r\nRentrez 42.\r\n")
        let open = try site(source, "# Configurer\n\nOuvrez le relais 15.", texts)
        _ = try imported(open)
        #expect(open.text("fr/a.md") == "# Configurer\n\nOuvrez le relais 15.\n\nRentrez 42.")
        let head = try site(
            "Read it 42.\n\n# Set up\n\nOpen 15.\n", "---\ntitle: T\n---\n\n# Configurer\n\nOuvrez 15.\n",
            [("Read it 42.", "Lisez-le 42.")])
        _ = try imported(head)
        #expect(head.text("fr/a.md") == "---\ntitle: T\n---\n\nLisez-le 42.\n\n# Configurer\n\nOuvrez 15.\n")
    }

    /// Between its sentences are blanks only where the page has them.
    @Test(arguments: ["", " "])
    func sentencesAreJoinedAsOnThePage(blank: String) throws {
        let old = "# 設定\n\n15 を開きます。\(blank)待ちます。\n"
        let folder = try site(
            "# Set up\n\nOpen the relay 15. Wait.\n\nRead the log `a.log`. Close the port 42.\n", old,
            [("Read the log `a.log`.", "`a.log` を読みます。"), ("Close the port 42.", "42 を閉じます。")])
        _ = try imported(folder)
        #expect(folder.text("fr/a.md") == old + "\n`a.log` を読みます。\(blank)42 を閉じます。\n")
    }

    // MARK: What has no place

    private func refusal(_ source: String, _ target: String, _ texts: [(String, String)]) throws -> String {
        let folder = try site(source, target, texts)
        let result = try imported(folder)
        #expect(result.status == 1)
        #expect(folder.text("fr/a.md") == target)
        return result.error
    }

    @Test func whatHasNoCertainPlaceIsRefused() throws {
        let table = "| Name | Value |\n|---|---|\n| one 1 | two 2 |\n"
        let row = try refusal(
            table + "| three 3 | four 4 |\n", table, [("three 3", "trois 3"), ("four 4", "quatre 4")])
        #expect(
            row.contains(
                ": the page has no place for it: it is in a row of a table; add it to the page itself; not imported\n"))
        let part = try refusal(
            "# Set up\n\nOpen the relay 15.\n\nRead the log. Close the port 5061.\n",
            "# Configurer\n\nOuvrez le relais 15.\n", [("Read the log.", "Lisez le journal.")])
        #expect(
            part.contains("it comes in when all 2 texts of its paragraph are translated, now 1 of them; not imported\n")
        )
        let long =
            "Before you do that, read the whole log `a.log` in the folder of the server 27, because it says which of the "
            + "ports are open and which of them must be closed."
        let sentence = try refusal(
            "# Set up\n\nOpen the relay `Get-Relay` and wait for it. \(long) Close the port 5061 with `Set-Port`.\n",
            "# Configurer\n\nOuvrez le relais `Get-Relay` et attendez-le. Fermez le port 5061 avec `Set-Port`.\n",
            [(long, "Lisez d’abord `a.log` sur le serveur 27.")])
        #expect(sentence.contains("it is in a block that the page has"))
        // The item is there, without its text.
        let item = try refusal(
            "1. Open the relay 15.\n2. Run this now:\n\n   ```sh\n   cat log 27\n   ```\n3. Go home 42.\n",
            "1. Ouvrez le relais 15.\n\n   ```sh\n   cat log 27\n   ```\n3. Rentrez 42.\n",
            [("Run this now:", "Exécutez :")])
        #expect(item.contains("it is only a part of its lines"))
        // It would become code.
        let text = try refusal(
            "# Set up\n\nOpen the relay 15.\n\nRead the log 42.\n", "# Configurer\n\nOuvrez le relais 15.\n",
            [("Read the log 42.", "# Lisez 42.")])
        #expect(text.contains("it would change the blocks of the page"))
    }

    /// The page has the text: it was paired with another block.
    @Test func whatThePageHasBesideIsRefused() throws {
        let error = try refusal(
            "# Set up\n\n1. Open it.\n2. Select the servers.\n3. Remove the stores, and then select **OK**.\n",
            "# Configurer\n\n1. Ouvrez-le.\n2. Supprimez les magasins, puis cliquez sur **OK**.\n",
            [("Select the servers.", "Supprimez les magasins, puis cliquez sur OK.")])
        #expect(error.contains("already says nearly the same; add it to the page itself; not imported\n"))
    }

    /// A text without a place does not block the next export, and stays in the file.
    @Test(arguments: ["xliff", "xliff12", "po"])
    func theNextExportKeepsIt(form: String) throws {
        let folder = try site(
            "# Set up\n\nOpen the relay 15.\n\nRead the *log* now. Close the port 5061.\n",
            "# Configurer\n\nOuvrez le relais 15.\n", [("Close the port 5061.", "Fermez « le port » 5061.")], form: form
        )
        #expect(try imported(folder).status == 1)
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

    @Test func checkRefusesABlockWithErrors() throws {
        let folder = try site(
            "# Set up\n\nOpen the relay 15.\n\nRead the log 42.\n", "# Configurer\n\nOuvrez le relais 15.\n",
            [("Read the log 42.", "Lisez le journal \u{FFFD} 42.")])
        let result = try Tool.run(
            "import", "out", "--into", "fr", "--source", "en", "--locale", "fr-FR", "--check", in: folder.path)
        #expect(result.status == 1)
        #expect(folder.text("fr/a.md") == "# Configurer\n\nOuvrez le relais 15.\n")
    }

    // MARK: Languages and empty exports

    @Test(arguments: [("xliff", "de-DE"), ("xliff12", "fr-CA"), ("po", "pt_BR")])
    func aFileInAnotherLanguageIsRefused(form: String, language: String) throws {
        let folder = try site(
            "# Set up\n\nOpen it 15.\n", "# Configurer\n\nOuvrez-le 15.\n", [], form: form)
        let file = try #require(folder.files.first { $0.hasPrefix("out/") })
        let names = ["xliff": "trgLang=\"", "xliff12": "target-language=\"", "po": "Language: "]
        let name = names[form] ?? ""
        let own = form == "po" ? "fr_FR" : "fr-FR"
        try folder.edit(file, "Ouvrez-le", "Ouvrez")
        try folder.edit(file, name + own, name + language)
        let result = try imported(folder)
        #expect(result.status == 2)
        let other = language.replacing("_", with: "-")
        #expect(
            result.error.contains(
                ": the targets of this file are in \(other), and fr/a.md is in fr-FR; nothing of this file is imported")
        )
        #expect(folder.text("fr/a.md").contains("Ouvrez-le"))
        // A language without a region goes with each region.
        try folder.edit(file, name + language, name + "fr")
        #expect(try imported(folder).status == 0)
        #expect(folder.text("fr/a.md").contains("Ouvrez 15"))
    }

    @Test(arguments: ["tmx", "xliff"])
    func nothingToExportIsSaid(form: String) throws {
        let folder = try TemporaryFolder()
        for name in ["en/a.md", "fr/a.md"] { try folder.write(name, "# Relay\n") }
        let result = try Tool.run(
            "export", "fr", "-o", "out", "--source", "en", "--only", "missing", "--to", form, in: folder.path)
        #expect(result.error == "0 segments of 0 pages exported; no file was written\n")
        #expect(result.status == 0)
        #expect(!folder.files.contains { $0.hasPrefix("out/") })
    }
}
