import Foundation
import TestSupport
import Testing

/// `diptych memory` as a user runs it.
@Suite struct MemoryTests {
    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(
            "docs/fr/page.md",
            """
            ---
            ms.contentlocale: fr-FR
            ---
            \(pair("101", "Ouvrez **le relais** & `a`.", "Open **the relay** & `a`."))

            \(pair("102", "Redémarrez-le.", "Restart it."))

            \(pair("103", "Relancez-le.", "Restart it."))

            """)
        // None of these names its language.
        try folder.write("docs/include.md", pair("101", "Redémarrez-le.", "Restart it.") + "\n")
        try folder.write("docs/pairs.tsv", "Restart it.\tRedémarrez-le.\nStop.\tArrêtez.\n")
        try folder.write(
            "docs/app.po",
            """
            msgid ""
            msgstr "Language: fr_FR\\n"

            msgid "Open **the relay** & `a`."
            msgstr "Ouvrez **le relais** & `a`."

            #, fuzzy
            msgid "Guess"
            msgstr "Essai"

            """)
        return folder
    }

    @Test func pagesAndFilesBecomeOneMemory() throws {
        let folder = try folder()
        let result = try Tool.run("memory", "docs", "-o", "docs/memory.tmx", in: folder.path)
        #expect(result.error == "4 translations of 3 sources from 2 pages and 2 files\n")
        #expect(result.status == 0)
        let memory = folder.text("docs/memory.tmx")
        #expect(
            memory.contains(
                """
                <prop type="x-diptych-segment">0a1b2-101</prop><prop type="x-diptych-count">2</prop>
                <tuv xml:lang="en-US"><seg>Open <bpt i="1" x="1" type="bold">**</bpt>the relay<ept i="1">**</ept> &amp; <ph x="2" type="x-other">`a`</ph>.</seg></tuv>
                <tuv xml:lang="fr-FR"><seg>Ouvrez <bpt i="1" x="1" type="bold">**</bpt>le relais<ept i="1">**</ept> &amp; <ph x="2" type="x-other">`a`</ph>.</seg></tuv></tu>
                """))
        #expect(!memory.contains("Essai"))
        // The memory itself is not read when it is made again, and the number of jobs changes nothing.
        for jobs in ["1", "3"] {
            _ = try Tool.run("memory", "docs", "-o", "docs/memory.tmx", "--jobs", jobs, in: folder.path)
            #expect(folder.text("docs/memory.tmx") == memory)
        }
        // A memory of a memory keeps all, the numbers too.
        let again = try Tool.run("memory", "docs/memory.tmx", "-o", "again.tmx", in: folder.path)
        #expect(again.status == 0)
        #expect(folder.text("again.tmx") == memory)
        // Nothing of it is an edit of the pages.
        let imported = try Tool.run("import", "again.tmx", "--into", "docs", in: folder.path)
        #expect(imported.error == "0 targets imported into 0 pages\n")
    }

    @Test func numbersOfHostileFiles() throws {
        let folder = try folder()
        let result = try Tool.run("memory", "docs", "-o", "a.tmx", in: folder.path)
        #expect(result.status == 0)
        let huge = folder.text("a.tmx").replacing("count\">2<", with: "count\">9223372036854775807<")
        try folder.write("b.tmx", huge)
        let again = try Tool.run("memory", "b.tmx", "a.tmx", "-o", "c.tmx", in: folder.path)
        #expect(again.status == 0, "\(again.error)")
        #expect(folder.text("c.tmx").contains("count\">2147483649<"))
    }

    @Test func lookup() throws {
        let folder = try folder()
        let found = try Tool.run("memory", "docs", "--lookup", "Restart it.", in: folder.path)
        #expect(
            found.output == """
                100%  Restart it.
                      Redémarrez-le.  (fr-FR, 3 times, docs/fr/page.md:6)
                      Relancez-le.  (fr-FR, once, docs/fr/page.md:8)

                """)
        #expect(found.status == 0)
        let similar = try Tool.run(
            "memory", "docs", "--lookup", "Restart", "--minimum", "50", "--limit", "1", in: folder.path)
        #expect(
            similar.output == """
                 50%  Restart it.
                      Redémarrez-le.  (fr-FR, 3 times, docs/fr/page.md:6)

                """)
        let nothing = try Tool.run("memory", "docs", "--lookup", "Gateway", in: folder.path)
        #expect(nothing.output == "")
        #expect(nothing.status == 1)
    }

    /// A file is read once, and what it had is taken back if it proves to be damaged.
    @Test func aLookupUsesNothingOfADamagedFile() throws {
        let folder = try TemporaryFolder()
        func memory(_ target: String, end: String = "</body></tmx>") -> String {
            "<tmx version=\"1.4\"><header srclang=\"en\"/><body><tu><tuv xml:lang=\"en\"><seg>Restart it.</seg></tuv>"
                + "<tuv xml:lang=\"fr\"><seg>\(target)</seg></tuv></tu>\(end)"
        }
        for (name, content) in [
            ("a", memory("Relancez-le.", end: "")), ("b", memory("Redémarrez-le.")),
            ("c", memory("Redémarrez-le.", end: "")),
        ] { try folder.write("\(name).tmx", content) }
        let result = try Tool.run("memory", ".", "--lookup", "Restart it.", in: folder.path)
        #expect(result.output == "100%  Restart it.\n      Redémarrez-le.  (fr, once, ./b.tmx:1)\n")
        #expect(result.status == 2)
    }

    @Test func theLocaleChoosesTheTarget() throws {
        let folder = try folder()
        try folder.write("docs/de-DE/page.md", pair("101", "Starten Sie neu.", "Restart it.") + "\n")
        let both = try Tool.run("memory", "docs/fr", "docs/de-DE", "--lookup", "Restart it.", in: folder.path)
        #expect(both.output.contains("de-DE, once") && both.output.contains("fr-FR, once"))
        let german = try Tool.run("memory", "docs/fr", "docs/de-DE", "-o", "de.tmx", "--locale", "fr", in: folder.path)
        #expect(german.error.hasPrefix("4 translations"))
        try folder.write("docs/only.md", "---\nms.contentlocale: de-DE\n---\n" + pair("1", "Neu.", "New.") + "\n")
        let french = try Tool.run("memory", "docs/only.md", "docs/fr", "-o", "f.tmx", "--locale", "fr", in: folder.path)
        #expect(french.error == "3 translations of 2 sources from 2 pages and 0 files\n")
    }

    @Test func whatIsDamagedIsNamedAndTheRestIsDone() throws {
        let folder = try folder()
        try folder.write(
            "docs/a.tmx", "<tmx version=\"1.4\"><header srclang=\"en\"/><body><tu><tuv xml:lang=\"en\"><seg>a")
        try folder.write("docs/b.xlf", "<xliff")
        try folder.write("docs/c.md", Data([0, 1, 2, 0xFF]))
        let result = try Tool.run("memory", "docs", "missing.md", "-o", "memory.tmx", in: folder.path)
        #expect(result.status == 2)
        for part in [
            "docs/a.tmx:1: the file is cut off", "docs/b.xlf:1: ", "nothing of this file is used", "docs/c.md",
            "missing.md: does not exist", "4 translations of 3 sources from 2 pages and 2 files\n",
        ] { #expect(result.error.contains(part), "\(part) in \(result.error)") }
        #expect(folder.text("memory.tmx").hasSuffix("</body>\n</tmx>\n"))
        // What cannot be written leaves nothing behind.
        let refused = try Tool.run("memory", "docs", "-o", "none/memory.tmx", in: folder.path)
        #expect(refused.status == 2)
        #expect(!folder.files.contains { $0.hasPrefix("none") })
    }

    @Test func aTextOfUnknownLanguageNeedsALocale() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.tsv", "One\tUn\n")
        let unknown = try Tool.run("memory", "a.tsv", "-o", "m.tmx", in: folder.path)
        #expect(unknown.status == 2)
        #expect(unknown.error.contains("a.tsv:1: does not name the language of its target; give it with --locale"))
        let known = try Tool.run("memory", ".", "-o", "m.tmx", "--locale", "fr-FR", in: folder.path)
        #expect(known.status == 0)
        #expect(known.error == "1 translation of 1 source from 0 pages and 1 file\n")
    }

    @Test func wrongCommandLines() throws {
        for arguments in [
            ["docs"], ["docs", "-o", "a.tmx", "--lookup", "a"], ["docs", "-o", "a.txt"], ["docs", "--lookup", " "],
            ["docs", "--lookup", "a", "--minimum", "0"], ["docs", "--lookup", "a", "--limit", "0"],
        ] { #expect(try Tool.run(["memory"] + arguments).status == 2, "\(arguments)") }
    }

    /// A folder of a stranger must not bring in what is elsewhere on the machine.
    @Test func linksOutOfTheFolder() throws {
        let folder = try folder()
        try folder.write("outside/pairs.tsv", "Secret.\tGeheim.\n")
        try folder.write("outside/page.md", pair("101", "Geheim", "Secret") + "\n")
        func link(_ name: String, _ target: String) throws {
            try FileManager.default.createSymbolicLink(
                atPath: "\(folder.path)/docs/\(name)", withDestinationPath: target)
        }
        try link("in.tsv", "pairs.tsv")
        try link("circle", ".")
        try link("elsewhere", "../outside")
        let bound = try Tool.run("memory", "docs", "-o", "memory.tmx", in: folder.path)
        #expect(bound.error == "4 translations of 3 sources from 2 pages and 3 files\n")
        #expect(bound.status == 0)

        try link("out.tsv", "../outside/pairs.tsv")
        try link("out.md", "../outside/page.md")
        let refused = try Tool.run("memory", "docs", "-o", "memory.tmx", in: folder.path)
        #expect(refused.status == 2)
        for name in ["docs/out.tsv", "docs/out.md"] {
            #expect(refused.error.contains("\(name): is a link to a file elsewhere; name the file itself to read it\n"))
        }
        #expect(!folder.text("memory.tmx").contains("Geheim"))
        // What the user names is read.
        let named = try Tool.run(
            "memory", "docs/out.tsv", "-o", "memory.tmx", "--locale", "fr", in: folder.path)
        #expect(named.status == 0 && folder.text("memory.tmx").contains("Geheim"))
        // A repository is a whole.
        try folder.write(".git/HEAD", "")
        #expect(try Tool.run("memory", "docs", "-o", "memory.tmx", in: folder.path).status == 0)
    }
}
