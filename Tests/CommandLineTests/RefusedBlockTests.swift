import TestSupport
import Testing

/// Text that only the source of a page pair has, and that has no place in the page.
@Suite struct RefusedBlockTests {
    @Test func whatHasNoCertainPlaceIsRefused() throws {
        let table = "| Name | Value |\n|---|---|\n| one 1 | two 2 |\n"
        let row = try refusedImport(
            table + "| three 3 | four 4 |\n", table, [("three 3", "trois 3"), ("four 4", "quatre 4")])
        #expect(
            row.contains(
                ": the page has no place for it: it is in a row of a table; add it to the page itself; not imported\n"))
        let part = try refusedImport(
            "# Set up\n\nOpen the relay 15.\n\nRead the log. Close the port 5061.\n",
            "# Configurer\n\nOuvrez le relais 15.\n", [("Read the log.", "Lisez le journal.")])
        #expect(
            part.contains("it comes in when all 2 texts of its paragraph are translated, now 1 of them; not imported\n")
        )
        let long =
            "Before you do that, read the whole log `a.log` in the folder of the server 27, because it says which of "
            + "the "
            + "ports are open and which of them must be closed."
        let sentence = try refusedImport(
            "# Set up\n\nOpen the relay `Get-Relay` and wait for it. \(long) Close the port 5061 with `Set-Port`.\n",
            "# Configurer\n\nOuvrez le relais `Get-Relay` et attendez-le. Fermez le port 5061 avec `Set-Port`.\n",
            [(long, "Lisez d’abord `a.log` sur le serveur 27.")])
        #expect(sentence.contains("it is in a block that the page has"))
        // The item is there, without its text.
        let item = try refusedImport(
            "1. Open the relay 15.\n2. Run this now:\n\n   ```sh\n   cat log 27\n   ```\n3. Go home 42.\n",
            "1. Ouvrez le relais 15.\n\n   ```sh\n   cat log 27\n   ```\n3. Rentrez 42.\n",
            [("Run this now:", "Exécutez :")])
        #expect(item.contains("it is only a part of its lines"))
        // It would become code.
        let text = try refusedImport(
            "# Set up\n\nOpen the relay 15.\n\nRead the log 42.\n", "# Configurer\n\nOuvrez le relais 15.\n",
            [("Read the log 42.", "# Lisez 42.")])
        #expect(text.contains("it would change the blocks of the page"))
    }

    @Test func whatTheSourceDefinesIsNeeded() throws {
        let page = (source: "# Set up\n\nOpen 15.\n\n", target: "# Configurer\n\nOuvrez 15.\n\n")
        for link in ["[log][a b]", "[a b][]", "[a b]", "![log][a b]", "![a b]"] {
            let texts = [("Read the \(link) 42.", "Lisez \(link) 42.")]
            let source = page.source + "Read the \(link) 42.\n\nGo home 7.\n\n[a b]: https://a.example/log\n"
            let error = try refusedImport(source, page.target + "Rentrez 7.\n", texts)
            #expect(
                error.contains("it refers to “[a b]”, which the page does not define; add the definition first; not"),
                "\(link)")
            let defined = try pairSite(source, page.target + "Rentrez 7.\n\n[A  B]: https://a.example/fr\n", texts)
            #expect(try importPair(defined).status == 0, "\(link)")
        }
        let note = page.source + "Read the log 42.[^n]\n\nGo home 7.\n\n[^n]: It is new.\n"
        let texts = [("Read the log 42.[^n]", "Lisez le journal 42.[^n]")]
        #expect(try refusedImport(note, page.target + "Rentrez 7.\n", texts).contains("refers to “[^n]”"))
        let defined = try pairSite(note, page.target + "Rentrez 7.\n\n[^n]: C’est nouveau.\n", texts)
        #expect(try importPair(defined).status == 0)
        // An address of its own, and a definition that comes in with the block.
        let section = try pairSite(
            page.source + "## More\n\n[l]: c.md\n\nRead the [log][l] or [it](b.md).\n\n## End 7\n\nGo 8.\n",
            page.target + "## Fin 7\n\nAllez 8.\n",
            [("More", "Plus"), ("Read the [log][l] or [it](b.md).", "Lisez [ceci][l] ou [cela](b.md).")])
        #expect(try importPair(section).status == 0)
    }

    @Test func whatWasMovedIsRefused() throws {
        let moved = try refusedImport(
            """
            # Set up

            Open 15.

            ## Relays {#relays}

            Open the relay service 17 of the pool with a key.

            ## Ports {#ports}

            Close 18.

            ## Hosts {#hosts}

            The host 19 here.

            """,
            """
            # Configurer

            Ouvrez 15.

            ## Ports {#ports}

            Fermez 18.

            ## Hôtes {#hosts}

            Cet hôte 19.

            ## Relais {#relays}

            Ouvrez le service relais 17 du pool avec une clé.

            """,
            [("Relays", "Le relais"), ("Open the relay service 17 of the pool with a key.", "Voir plus bas.")])
        #expect(moved.contains("the page has no place for it: the page has it at another place, on line 13; add"))
    }

    /// Without a paragraph between them, two blocks of code are one.
    @Test func aBlockBesideMissingCodeIsRefused() throws {
        let error = try refusedImport(
            "# Set up\n\nRun this 15:\n\n    cat a.log\n\nIt prints this 16:\n\n    a 17\n    b 18\n    c 19\n\n"
                + "Go home 42.\n",
            "# Configurer\n\nExécutez 15 :\n\n    cat a.log\n\n    a 17\n    b 18\n    c 19\n\nRentrez 42.\n",
            [("It prints this 16:", "Voici 16 :")])
        #expect(error.contains("the page has no place for it: the code beside it is missing, too"))
    }

    /// The markup says for whom the text is, and does not come in with it.
    @Test(arguments: [
        ("::: moniker range=\"v1\"", "::: moniker-end"), ("<details>", "</details>"), ("{{< note >}}", "{{< /note >}}"),
    ])
    func aBlockInMissingMarkupIsRefused(open: String, close: String) throws {
        let error = try refusedImport(
            "# Set up\n\nOpen the relay 15.\n\n\(open)\n\nWait 42 minutes.\n\nRead the log 77.\n\n\(close)\n\nGo home 5061.\n",
            "# Configurer\n\nOuvrez le relais 15.\n\nRentrez 5061.\n",
            [("Wait 42 minutes.", "Attendez 42 minutes."), ("Read the log 77.", "Lisez le journal 77.")])
        #expect(error.contains("the page has no place for it: the markup beside it is missing, too"), "\(error)")
    }

    /// The new text is aligned with another block of the source.
    @Test func whatIsPairedWithAnotherTextIsRefused() throws {
        let error = try refusedImport(
            "# Set up\n\nOpen the relay 15.\n\nWait 42 minutes.\n\nWait 77 hours at 5061 or 5062.\n\nGo home.\n",
            "# Configurer\n\nOuvrez le relais 15.\n\nRentrez.\n",
            [("Wait 42 minutes.", "Attendez 77 heures à 5061 ou 5062.")])
        #expect(error.contains("the page has no place for it: none is certain; add it to the page itself"))
    }

    /// The page has the text: it was paired with another block.
    @Test func whatThePageHasBesideIsRefused() throws {
        let error = try refusedImport(
            "# Set up\n\n1. Open it.\n2. Select the servers.\n3. Remove the stores, and then select **OK**.\n",
            "# Configurer\n\n1. Ouvrez-le.\n2. Supprimez les magasins, puis cliquez sur **OK**.\n",
            [("Select the servers.", "Supprimez les magasins, puis cliquez sur OK.")])
        #expect(error.contains("already says nearly the same; add it to the page itself; not imported\n"))
        // The target is there, though the sources are alike.
        let copy = try refusedImport(
            "# Set up\n\nChoose one:\n\n- **Approve** lets the new update be sent to all phones.\n"
                + "- **Restore** lets the old update be sent to all phones.\n\nGo home 42.\n",
            "# Configurer\n\nChoisissez :\n\n- **Approuver** permet d’envoyer la mise à jour aux téléphones.\n\n"
                + "Rentrez 42.\n",
            [
                (
                    "**Restore** lets the old update be sent to all phones.",
                    "**Approuver** permet d’envoyer la mise à jour aux téléphones."
                )
            ])
        #expect(copy.contains("already says nearly the same"))
    }

    /// Which of two blocks is the first one, nobody knows.
    @Test func aBlockBesideOneOfThePageIsRefused() throws {
        let error = try refusedImport(
            "# Set up\n\nOpen the relay 15.\n\n## More 17 {#more}\n\nRead the log 42.\n\n## Go home 9 {#home}\n\n"
                + "Bye.\n",
            "# Configurer\n\nOuvrez le relais 15.\n\n> Attention : 1234567 `Get-Other` 5061.\n\n"
                + "## Rentrez 9 {#home}\n\nAdieu.\n",
            [("More 17", "Plus 17"), ("Read the log 42.", "Lisez le journal 42.")])
        #expect(error.contains("the page has no place for it: the page has a block of its own there; add it"))
    }

    @Test func checkRefusesABlockWithErrors() throws {
        let folder = try pairSite(
            "# Set up\n\nOpen the relay 15.\n\nRead the log 42.\n", "# Configurer\n\nOuvrez le relais 15.\n",
            [("Read the log 42.", "Lisez le journal \u{FFFD} 42.")])
        let result = try Tool.run(
            "import", "out", "--into", "fr", "--source", "en", "--locale", "fr-FR", "--check", in: folder.path)
        #expect(result.status == 1)
        #expect(folder.text("fr/a.md") == "# Configurer\n\nOuvrez le relais 15.\n")
    }
}
