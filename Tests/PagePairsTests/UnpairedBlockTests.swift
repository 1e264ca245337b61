import Bitext
import Testing

@testable import PagePairs

/// What one side lacks is one block, and its neighbours keep their translations.
@Suite struct UnpairedBlockTests {
    private let source = """
        # Guide

        This page describes how the product is installed and used.

        ## Install

        1. Download `setup.exe` from the site.
        2. Run the program as an administrator, and accept the licence.
        3. Restart the computer.

        ```powershell
        Get-Service -Name Demo
        ```

        ## Settings

        | Name | Meaning |
        |---|---|
        | `Port` | The port that the service listens on. |
        | `Host` | The name of the computer. |
        | `Retries` | How many times a connection is tried. |

        ### Limits

        At most 500 connections are open.

        ## Next steps

        Read [the reference](reference.md).

        """
    private let target = """
        # Leitfaden

        Auf dieser Seite wird beschrieben, wie das Produkt installiert und verwendet wird.

        ## Installieren

        1. Laden Sie `setup.exe` von der Website herunter.
        2. Führen Sie das Programm als Administrator aus, und nehmen Sie die Lizenz an.
        3. Starten Sie den Computer neu.

        ```powershell
        Get-Service -Name Demo
        ```

        ## Einstellungen

        | Name | Bedeutung |
        |---|---|
        | `Port` | Der Port, an dem der Dienst lauscht. |
        | `Host` | Der Name des Computers. |
        | `Retries` | Wie oft eine Verbindung versucht wird. |

        ### Grenzen

        Höchstens 500 Verbindungen sind geöffnet.

        ## Nächste Schritte

        Lesen Sie [die Referenz](reference.md).

        """

    /// Removes a text from the target and checks that only it is missing, then the same from the source.
    private func check(_ inSource: String, _ inTarget: String, is kind: UnpairedBlock.Kind) throws {
        let all = try readPair(source, target)
        #expect(all.unpaired == [])
        let missing = try readPair(source, target.replacing(inTarget + "\n", with: ""))
        #expect(missing.unpaired == ["missing \(kind): \(inSource)"])
        let paired = all.pairs.filter { kind == .code || !inSource.contains($0.split(separator: " | ")[0]) }
        #expect(missing.pairs.filter { !$0.hasSuffix(" | -") } == paired)
        let added = try readPair(source.replacing(inSource + "\n", with: ""), target)
        #expect(added.unpaired == ["added \(kind): \(inTarget)"])
        #expect(added.pairs.filter { !$0.hasPrefix("- | ") } == paired)
    }

    @Test func aParagraph() throws {
        try check(
            "This page describes how the product is installed and used.",
            "Auf dieser Seite wird beschrieben, wie das Produkt installiert und verwendet wird.", is: .paragraph)
    }

    @Test func anItem() throws {
        try check(
            "2. Run the program as an administrator, and accept the licence.",
            "2. Führen Sie das Programm als Administrator aus, und nehmen Sie die Lizenz an.", is: .item)
    }

    @Test func aRow() throws {
        try check("| `Host` | The name of the computer. |", "| `Host` | Der Name des Computers. |", is: .row)
    }

    @Test func code() throws {
        let code = "```powershell\nGet-Service -Name Demo\n```"
        try check(code, code, is: .code)
    }

    @Test func aSection() throws {
        try check(
            "### Limits\n\nAt most 500 connections are open.",
            "### Grenzen\n\nHöchstens 500 Verbindungen sind geöffnet.",
            is: .section)
    }

    @Test func whereItWouldBe() throws {
        let bitext = try readPair(source, target.replacing("3. Starten Sie den Computer neu.\n", with: ""))
        let block = try #require(bitext.unpairedBlocks.first)
        #expect(block.target.isEmpty)
        #expect(bitext.line(of: block.target.lowerBound, on: .target) == 8)
        #expect(bitext.line(of: block.source.lowerBound, on: .source) == 9)
    }

    /// A section that is missing is not inside the list before it.
    @Test func whereASectionWouldBe() throws {
        let bitext = try readPair(
            "# A\n\n- one item here\n\n## Setting up {#set}\n\nText of it.\n\n## End {#end}\n",
            "# Ä\n\n- ein Element hier\n- und noch ein anderes Element, das nur hier ist\n\n## Ende {#end}\n")
        let block = try #require(bitext.unpairedBlocks.first { $0.side == .source })
        #expect(block.kind == .section)
        #expect(bitext.line(of: block.target.lowerBound, on: .target) == 4)
    }

    @Test func aListAndAPage() throws {
        #expect(try readPair("a\n\n- b\n- c\n", "a\n").unpaired == ["missing list: - b\n- c"])
        #expect(
            try readPair("# A\n\nb\n\n# C\n\nd\n", "").unpaired == [
                "missing section: # A\n\nb", "missing section: # C\n\nd",
            ])
        #expect(try readPair("", "> a\n>\n> b\n").unpaired == ["added quote: > a\n>\n> b"])
    }

    /// Comments are for authors and tools.
    @Test func aComment() throws {
        #expect(try readPair("a\n\n<!-- b -->\n\nc\n", "ä\n\nc\n").unpaired == [])
        #expect(try readPair("a\n\n<br>\n\nc\n", "ä\n\nc\n").unpaired == ["missing markup: <br>"])
    }

    @Test func aParagraphInTwo() throws {
        let source = source.replacing(
            "installed and used.",
            with: "installed and used. It is written for administrators of networks with 500 computers.")
        let target = target.replacing(
            "verwendet wird.",
            with: "verwendet wird.\n\nSie ist für Administratoren von Netzwerken mit 500 Computern geschrieben.")
        let bitext = try readPair(source, target)
        #expect(bitext.unpaired == [])
        #expect(
            bitext.pairs[2] == "It is written for administrators of networks with 500 computers. | "
                + "Sie ist für Administratoren von Netzwerken mit 500 Computern geschrieben.")
        let joined = try readPair(target, source, from: "de-DE", to: "en-US")
        #expect(joined.unpaired == [])
        #expect(joined.segments.count == bitext.segments.count)
    }

    /// A translation can be wrong or free. At the same place, a block of the same shape is still its counterpart.
    @Test func aBlockThatSaysSomethingElse() throws {
        let bitext = try readPair(
            source.replacing("Restart the computer.", with: "Call 555-0100 between 9 and 17 on Monday."), target)
        #expect(bitext.unpaired == [])
    }

    /// Terms in the order of each language: the heading that both sides have is there.
    @Test func aListOfTermsInAnotherOrder() throws {
        let bitext = try readPair(
            "### Span\n\nA part of a trace.\n\n### Tag\n\nA mark.\n\n### Tracer\n\nWhat makes spans.\n",
            "### Tag\n\nEine Marke.\n\n### Span\n\nEin Teil einer Spur.\n\n### Tracer\n\nWas Spans macht.\n")
        #expect(bitext.unpairedBlocks.allSatisfy { $0.movedTo != nil }, "\(bitext.unpaired)")
    }

    /// The same levels, lengths and marks, but the ids tell that the sections changed places.
    @Test func sectionsThatChangedPlaces() throws {
        let bitext = try readPair(
            "### Open\n\nStarts the session.\n\n### Save\n\nStores the session.\n",
            "### Save\n\nSpeichert Sitzung.\n\n### Open\n\nStartet die Sitzung.\n")
        #expect(bitext.pairs.contains("Save | Save") || bitext.pairs.contains("Open | Open"))
        #expect(!bitext.pairs.contains("Open | Save"))
    }

    /// A picture with a link begins with the same signs as the head of a box.
    @Test func aPictureWithALinkIsMissing() throws {
        #expect(
            try readPair("a\n\n[![Plan](a.png)](b.md)\n\nc\n", "ä\n\nç\n").unpaired
                == ["missing paragraph: [![Plan](a.png)](b.md)"])
    }

    /// A box of GitHub, Obsidian or Hugo.
    @Test func theHeadOfABoxIsNotMissing() throws {
        let bitext = try readPair(
            "a\n\n> [!NOTE] Before you begin\n>\n> Save all your work.\n\nb\n",
            "ä\n\n{{% alert title=\"Vorbemerkung\" %}}\n\nSpeichern Sie alles.\n\n{{% /alert %}}\n\nb\n")
        #expect(bitext.unpaired.filter { $0.hasPrefix("missing") } == [])
        #expect(bitext.pairs.contains("Save all your work. | Speichern Sie alles."))
    }

    /// A heading whose id the translation keeps belongs to it, whatever is between.
    @Test func aHeadingOfTheSameName() throws {
        let bitext = try readPair(
            "## Start\n\nGo on.\n\n## Set up\n\nSee [it](x.md).\n\n## End\n",
            "## Beginn {#start}\n\nWeiter.\n\n## Einrichten {#set-up}\n\nHier steht ein viel längerer Text als dort.\n\n"
                + "### Noch etwas {#more}\n\nUnd noch einer, der nirgends anders zu finden ist.\n\n## Ende {#end}\n")
        #expect(bitext.pairs.contains("Set up | Einrichten"))
        #expect(bitext.unpaired.filter { $0.hasPrefix("missing") } == [])
    }

    @Test func ordinalsAreNumbers() throws {
        let bitext = try readPair(
            "a\n\nThe 499th of all.\n\nThe 200th of all.\n", "ä\n\nDie Nummer 200 von allen.\n")
        #expect(bitext.unpaired == ["missing paragraph: The 499th of all."])
    }

    /// The title of a box and its text are two segments, and a mark that was translated is none.
    @Test func theTitleOfABoxAndItsText() throws {
        let bitext = try readPair(
            "> [!NOTE] Be careful\n> Restart the service.\n", "> [!NOTE] Achtung\n> Starten Sie den Dienst neu.\n")
        #expect(bitext.pairs == ["Be careful | Achtung", "Restart the service. | Starten Sie den Dienst neu."])
        let translated = try readPair(
            "> [!NOTE]\n> Restart the service.\n", "> [!HINWEIS]\n> Starten Sie den Dienst neu.\n")
        #expect(translated.pairs == ["Restart the service. | Starten Sie den Dienst neu."])
    }

    @Test func attributesOfABlock() throws {
        #expect(try readPair("a\n\n## B\n\n{#b .lead}\n\nc\n", "ä\n\n## B {#b}\n\nç\n").unpaired == [])
    }

    @Test func shortcodesThatAreIndentedAreNoCode() throws {
        let bitext = try readPair(
            "a\n\n    {{% /tab %}} {{< /tabpane >}}\n\nb\n", "ä\n\n{{% /tab %}} {{< /tabpane >}}\n\nb\n")
        #expect(bitext.unpaired == [])
    }

    /// In Japanese it has no blanks, and would be the definition of a link.
    @Test func aFootnote() throws {
        let bitext = try readPair(
            "a[^1]\n\n[^1]: If not, [say so][].\n", "ä[^1]\n\n[^1]: そうでなければ[教えて][]。\n", to: "ja-JP")
        #expect(bitext.unpaired == [])
        #expect(bitext.pairs.last == "[^1]: If not, [say so][]. | [^1]: そうでなければ[教えて][]。")
    }

    /// The code that a row begins with names it.
    @Test func aRowOfAnotherName() throws {
        let bitext = try readPair(
            "| Metric | Type |\n|---|---|\n| `redis.pool.duration` | seconds |\n| `queue.length` | items |\n",
            "| Metrik | Typ |\n|---|---|\n| `messages.client.duration` | Sekunden |\n| `queue.length` | Elemente |\n")
        #expect(
            bitext.unpaired.sorted() == [
                "added row: | `messages.client.duration` | Sekunden |",
                "missing row: | `redis.pool.duration` | seconds |",
            ])
    }

    /// A word that is the id of several headings names none of them.
    @Test func headingsWithTheSameWords() throws {
        let sections = ["Linux", "macOS", "Windows"].map { "## \($0)\n\n### Installation\n\nRun it on \($0).\n\n" }
        let translated = ["Linux", "macOS", "Windows"].enumerated().map {
            "## \($1)\n\n\($0 == 1 ? "" : "### Installation\n\n")Führen Sie es auf \($1) aus.\n\n"
        }
        let bitext = try readPair(sections.joined(), translated.joined())
        #expect(bitext.unpaired == ["missing heading: ### Installation"])
    }

    /// A heading alone is not the section that was moved.
    @Test func aSectionOfWhichOnlyTheHeadingIsLeft() throws {
        let rest = "## Use {#use}\n\nUse it.\n\n"
        let source = "## Set up {#set-up}\n\nDo this first.\n\nThen do that.\n\n" + rest
        let bitext = try readPair(source, "## Benutzen {#use}\n\nBenutzen Sie es.\n\n## Einrichten {#set-up}\n")
        #expect(bitext.unpairedBlocks.allSatisfy { $0.movedTo == nil })
        #expect(bitext.unpairedBlocks.contains { $0.kind == .section && $0.side == .source })
    }

    /// A heading that was moved alone leaves the texts of its section paired.
    @Test func aHeadingThatWasMovedAlone() throws {
        func page(_ headings: [String], _ texts: [String], _ last: String) -> String {
            zip(headings, texts).map { "\($0)\($1)\n\n" }.joined() + last
        }
        let source = page(
            ["## One {#one}\n\n", "## Two {#two}\n\n", "## Three {#three}\n\n"],
            ["Run `Get-One`.", "Run `Get-Two` and wait.", "Run `Get-Three` twice."], "")
        let target = page(
            ["## Eins {#one}\n\n", "", "## Drei {#three}\n\n"],
            [
                "Führen Sie `Get-One` aus.", "Führen Sie `Get-Two` aus, und warten Sie.",
                "Führen Sie `Get-Three` zweimal aus.",
            ],
            "## Zwei {#two}\n")
        let pairs = try readPair(source, target).pairs
        #expect(pairs.contains { $0.contains("Run `Get-Two`") && $0.contains("Führen Sie `Get-Two`") }, "\(pairs)")
    }
}
