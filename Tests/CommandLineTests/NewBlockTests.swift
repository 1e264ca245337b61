import Foundation
import TestSupport
import Testing

/// Text that only the source of a page pair has: out, and as a block of its own into the page.
@Suite struct NewBlockTests {
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
        let folder = try pairSite(Self.source, old, texts)
        let result = try importPair(folder)
        #expect(result.status == 0)
        #expect(result.error == (texts.count == 1 ? "1 target" : "\(texts.count) targets") + " imported into 1 page\n")
        #expect(folder.text("fr/a.md") == Self.target)
        // What is in the page is not imported again, and does not stop the next export.
        #expect(try importPair(folder).error == "0 targets imported into 0 pages\n")
        #expect(try Tool.run("export", "fr", "-o", "out", "--source", "en", in: folder.path).status == 0)
    }

    @Test(arguments: ["xliff", "xliff12", "po"])
    func eachForm(form: String) throws {
        let old = "# Configurer\n\nOuvrez le relais 15.\n\nRentrez.\n"
        let folder = try pairSite(
            "# Set up\n\nOpen the relay 15.\n\n- Read the log 42.\n- Close the port 7.\n\nGo home.\n", old,
            [("Read the log 42.", "Lisez le journal 42."), ("Close the port 7.", "Fermez le port 7.")], form: form)
        #expect(try importPair(folder).status == 0)
        #expect(
            folder.text("fr/a.md")
                == "# Configurer\n\nOuvrez le relais 15.\n\n- Lisez le journal 42.\n- Fermez le port 7.\n\nRentrez.\n")
    }

    /// The line breaks are those of the translation, and its last line stays without one.
    @Test func theFormOfTheFileStays() throws {
        let source = "# Set up\n\nOpen the relay 15.\n\nGo home 42.\n"
        let texts = [("Go home 42.", "Rentrez 42.")]
        let windows = try pairSite(source, "# Configurer\r\n\r\nOuvrez le relais 15.\r\n", texts)
        _ = try importPair(windows)
        #expect(windows.text("fr/a.md") == "# Configurer\r\n\r\nOuvrez le relais 15.\r\n\r\nRentrez 42.\r\n")
        let open = try pairSite(source, "# Configurer\n\nOuvrez le relais 15.", texts)
        _ = try importPair(open)
        #expect(open.text("fr/a.md") == "# Configurer\n\nOuvrez le relais 15.\n\nRentrez 42.")
        let head = try pairSite(
            "Read it 42.\n\n# Set up\n\nOpen 15.\n", "---\ntitle: T\n---\n\n# Configurer\n\nOuvrez 15.\n",
            [("Read it 42.", "Lisez-le 42.")])
        _ = try importPair(head)
        #expect(head.text("fr/a.md") == "---\ntitle: T\n---\n\nLisez-le 42.\n\n# Configurer\n\nOuvrez 15.\n")
    }

    /// Between its sentences are blanks only where the page has them.
    @Test(arguments: ["", " "])
    func sentencesAreJoinedAsOnThePage(blank: String) throws {
        let old = "# 設定\n\n15 を開きます。\(blank)待ちます。\n"
        let folder = try pairSite(
            "# Set up\n\nOpen the relay 15. Wait.\n\nRead the log `a.log`. Close the port 42.\n", old,
            [("Read the log `a.log`.", "`a.log` を読みます。"), ("Close the port 42.", "42 を閉じます。")])
        _ = try importPair(folder)
        #expect(folder.text("fr/a.md") == old + "\n`a.log` を読みます。\(blank)42 を閉じます。\n")
    }

    /// A table cell that ends in a full stop has a blank after it, which is none between sentences.
    @Test func aCellSaysNothingAboutBlanks() throws {
        let table = "| あ | い |\n|---|---|\n| 1 を開く。 | 2 を閉じる。 |\n"
        let folder = try pairSite(
            "# Set up\n\nOpen 15.\n\n| A | B |\n|---|---|\n| Open 1. | Close 2. |\n\n"
                + "Read `a.log`. Close the port 42.\n",
            "# 設定\n\n15 を開きます。\n\n" + table,
            [("Read `a.log`.", "`a.log` を読みます。"), ("Close the port 42.", "42 を閉じます。")])
        _ = try importPair(folder)
        #expect(folder.text("fr/a.md").hasSuffix(table + "\n`a.log` を読みます。42 を閉じます。\n"))
    }

    // MARK: Lists

    /// What one translator indents by two blanks, another one indents by four. The block gets the level that it has in
    /// the source.
    @Test(arguments: [
        (
            "1. Open the relay 15.\n2. Restart the server 27.\n   - Close `b.log`.\n",
            "1.  Ouvrez le relais 15.\n2.  Redémarrez le serveur 27.\n", "    - Fermez `b.log`.\n"
        ),
        (
            "- Open the relay 15.\n- Restart the server 27.\n  - Close `b.log`.\n",
            "1. Ouvrez le relais 15.\n2. Redémarrez le serveur 27.\n", "   - Fermez `b.log`.\n"
        ),
        (
            "1.  Open the relay 15.\n2.  Restart the server 27.\n\n    Close `b.log`.\n",
            "- Ouvrez le relais 15.\n- Redémarrez le serveur 27.\n", "\n  Fermez `b.log`.\n"
        ),
        (
            "- Open the relay 15.\n- Restart the server 27.\n\n\t> Close `b.log`.\n",
            "1. Ouvrez le relais 15.\n2. Redémarrez le serveur 27.\n", "\n     > Fermez `b.log`.\n"
        ),
        // The marker and the indentation are those of the items beside it.
        (
            "* Open the relay 15.\n* Close `b.log`.\n\n  ```sh\n  cat log\n  ```\n", "  - Ouvrez le relais 15.\n",
            "  - Fermez `b.log`.\n\n    ```sh\n    cat log\n    ```\n"
        ),
        ("1) Open the relay 15.\n2) Close `b.log`.\n", "1. Ouvrez le relais 15.\n", "2. Fermez `b.log`.\n"),
        (
            "- Open the relay 15.\n  * Restart the server 27.\n  * Close `b.log`.\n",
            "1. Ouvrez le relais 15.\n   + Redémarrez le serveur 27.\n", "   + Fermez `b.log`.\n"
        ),
    ])
    func theLevelIsThatOfTheSource(source: String, target: String, block: String) throws {
        let head = "# Configurer\n\n" + target
        let folder = try pairSite(
            "# Set up\n\n" + source + "\nGo home 42.\n", head + "\nRentrez 42.\n",
            [("Close `b.log`.", "Fermez `b.log`.")])
        let result = try importPair(folder)
        #expect(result.error == "1 target imported into 1 page\n")
        #expect(folder.text("fr/a.md") == head + block + "\nRentrez 42.\n")
    }

    /// The target has no item at the level, so the block would be at another one.
    @Test func aLevelThatTheTargetLacksIsRefused() throws {
        let error = try refusedImport(
            "# Set up\n\n- Open the relay 15.\n\n  Close `b.log`.\n\nGo home 42.\n",
            "# Configurer\n\nOuvrez le relais 15.\n\nRentrez 42.\n", [("Close `b.log`.", "Fermez `b.log`.")])
        #expect(error.contains("the page has no place for it: "))
    }

    // MARK: Texts that need no translation, and empty lines

    @Test func textsWithoutWordsComeAlong() throws {
        let folder = try pairSite(
            "# Set up\n\nOpen 15.\n\n## Second part\n\nGo on to 99.\n\n![](a.png)\n\n`code`\n\n42\n\n"
                + "## Third 3\n\nGo home 42.\n",
            "# Configurer\n\nOuvrez 15.\n\n## Troisième 3\n\nRentrez 42.\n",
            [("Second part", "Deuxième partie"), ("Go on to 99.", "Continuez à 99.")])
        #expect(try importPair(folder).error == "2 targets imported into 1 page\n")
        #expect(
            folder.text("fr/a.md")
                == "# Configurer\n\nOuvrez 15.\n\n## Deuxième partie\n\nContinuez à 99.\n\n![](a.png)\n\n`code`\n\n"
                + "42\n\n"
                + "## Troisième 3\n\nRentrez 42.\n")
        let image = try refusedImport(
            "# Set up\n\nOpen 15.\n\n> Go on to 99.\n>\n> ![Relay](a.png)\n", "# Configurer\n\nOuvrez 15.\n",
            [("Go on to 99.", "Continuez à 99.")])
        #expect(image.contains("all 2 texts of its quote are translated, now 1 of them"))
    }

    /// Between two new blocks are as many empty lines as the source has, also where the target has none.
    @Test func newBlocksShareTheEmptyLinesBetweenThem() throws {
        let folder = try pairSite(
            "# Set up\n\nOpen the relay 15.\n\nRead the log 42.\n\n> Close the port 7.\n\n## Go home 9\n\nBye 8.\n",
            "# Configurer\nOuvrez le relais 15.\n## Rentrez 9\nAdieu 8.\n",
            [("Read the log 42.", "Lisez le journal 42."), ("Close the port 7.", "Fermez le port 7.")])
        #expect(try importPair(folder).status == 0)
        #expect(
            folder.text("fr/a.md")
                == "# Configurer\nOuvrez le relais 15.\n\nLisez le journal 42.\n\n> Fermez le port 7.\n\n## Rentrez 9\n"
                + "Adieu 8.\n")
    }

    // MARK: Languages and empty exports

    @Test(arguments: [("xliff", "de-DE"), ("xliff12", "fr-CA"), ("po", "pt_BR")])
    func aFileInAnotherLanguageIsRefused(form: String, language: String) throws {
        let folder = try pairSite(
            "# Set up\n\nOpen it 15.\n", "# Configurer\n\nOuvrez-le 15.\n", [], form: form)
        let file = try #require(folder.files.first { $0.hasPrefix("out/") })
        let names = ["xliff": "trgLang=\"", "xliff12": "target-language=\"", "po": "Language: "]
        let name = names[form] ?? ""
        let own = form == "po" ? "fr_FR" : "fr-FR"
        try folder.edit(file, "Ouvrez-le", "Ouvrez")
        try folder.edit(file, name + own, name + language)
        let result = try importPair(folder)
        #expect(result.status == 2)
        let other = language.replacing("_", with: "-")
        #expect(
            result.error.contains(
                ": the targets of this file are in \(other), and fr/a.md is in fr-FR; nothing of this file is imported")
        )
        #expect(folder.text("fr/a.md").contains("Ouvrez-le"))
        // A language without a region goes with each region.
        try folder.edit(file, name + language, name + "fr")
        #expect(try importPair(folder).status == 0)
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
