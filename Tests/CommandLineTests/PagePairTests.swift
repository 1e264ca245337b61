import Foundation
import TestSupport
import Testing

/// The commands on a page and its translation in two files.
@Suite struct PagePairCommandTests {
    private static let source = """
        ---
        title: Relay
        ---

        ## Set up {#set-up}

        1. Open the **Relay** page.
        2. Type `Get-FabRelay`.
        3. Close the page.

        """
    private static let target = """
        ---
        title: Relais
        ---

        ## Configurer {#set-up}

        1. Ouvrez la page **Relais**.
        2. Tapez `Get-FabRelais`.
        3. Fermez la page.

        """

    private func site(_ files: [String: String] = [:]) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("docs/en/relay.md", Self.source)
        try folder.write("docs/fr/relay.md", Self.target)
        for (name, text) in files { try folder.write(name, text) }
        return folder
    }

    @Test func initAndCheck() throws {
        let folder = try site()
        let start = try Tool.run("init", in: folder.path)
        #expect(start.status == 0, "\(start.error)")
        #expect(
            start.output.contains("a folder per locale: 1 page in fr, of which 1 have their source (docs/en/{path})"))
        #expect(start.output.contains("next: diptych check docs/fr"))
        let again = try Tool.run("init", in: folder.path)
        #expect(again.status == 2 && again.error.contains("--force replaces it"))
        let check = try Tool.run("check", "docs", "--format", "json", in: folder.path)
        #expect(check.status == 1)
        #expect(check.output.contains("\"path\": \"docs/fr/relay.md\""))
        #expect(check.output.contains("docs/en/relay.md\""))
        #expect(check.output.contains("Get-FabRelais"))
        // The source is no page of its own.
        #expect(check.output.contains("\"pages\": 1,"))
        let shown = try Tool.run("check", "docs/fr", in: folder.path)
        #expect(shown.output.contains("  8:10  "), "\(shown.output)")
        #expect(shown.output.contains("source  Type `Get-FabRelay`."))
    }

    @Test func extractAndInspect() throws {
        let folder = try site()
        let json = try Tool.run("extract", "docs/fr/relay.md", "--source", "docs/en/relay.md", in: folder.path)
        #expect(json.status == 0, "\(json.error)")
        #expect(json.output.contains("\"source\": {\"path\": \"docs/en/relay.md\", \"sha256\": \""))
        #expect(json.output.contains("{\"source\": \"Set up\", \"target\": \"Configurer\"}"))
        #expect(json.output.contains("\"title\": {\"source\": \"Relay\", \"target\": \"Relais\"}"))
        #expect(json.output.contains("\"text\": {\"source\": \"Close the page.\", \"target\": \"Fermez la page.\"}"))
        let page = try Tool.run(
            "inspect", "docs/fr/relay.md", "--source", "docs/en", "--side", "target", in: folder.path)
        #expect(page.output.contains("3. Fermez la page."))
        #expect(page.output.contains("en → fr"))
    }

    @Test func buildWatchesBothFiles() throws {
        let folder = try site([
            ".diptych.yml": "pairs: [{target: \"docs/{locale}/{path}\", source: \"docs/en/{path}\"}]"
        ])
        #expect(try Tool.run("build", "docs/fr", "-o", "out", in: folder.path).status == 1)
        #expect(try Tool.run("build", "docs/fr", "-o", "out", "--check", in: folder.path).status == 0)
        let list = folder.contents("out/checklists.fr.target.md").map { String(decoding: $0, as: UTF8.self) }
        #expect(list?.contains("Fermez la page.") == true)
        try folder.write("docs/en/relay.md", Self.source + "4. Wait.\n")
        let check = try Tool.run("build", "docs/fr", "-o", "out", "--check", in: folder.path)
        #expect(check.status == 1)
        let second = try Tool.run("build", "docs/fr", "-o", "out", in: folder.path)
        #expect(second.error.contains("1 built, 0 unchanged"), "\(second.error)")
        #expect(
            folder.contents("out/findings.json").map { String(decoding: $0, as: UTF8.self) }?.contains(
                "the target lacks an item of the source: “4. Wait.”") == true)
    }

    /// Only the translation is changed.
    @Test func fix() throws {
        let folder = try site(["docs/fr/relay.md": Self.target.replacing("**Relais**", with: "\\*\\*Relais\\*\\*")])
        let before = folder.contents("docs/en/relay.md")
        let result = try Tool.run("check", "docs/fr", "--source", "docs/en", "--fix", in: folder.path)
        #expect(result.error.contains("1 finding fixed on 1 page"), "\(result.error)")
        #expect(folder.contents("docs/fr/relay.md") == Data(Self.target.utf8))
        #expect(folder.contents("docs/en/relay.md") == before)
    }

    @Test func suppressionsOfTheTranslationOnly() throws {
        let comment = "<!-- diptych-disable -->\n"
        let folder = try site(["docs/en/relay.md": Self.source.replacing("## Set", with: comment + "\n## Set")])
        #expect(try Tool.run("check", "docs/fr", "--source", "docs/en", in: folder.path).status == 1)
        try folder.write("docs/fr/relay.md", Self.target.replacing("## Conf", with: comment + "\n## Conf"))
        #expect(try Tool.run("check", "docs/fr", "--source", "docs/en", in: folder.path).status == 0)
    }

    @Test func damagedSources() throws {
        let folder = try site()
        try folder.write("docs/en/relay.md", Data([1, 0, 2]))
        let result = try Tool.run("check", "docs/fr", "--source", "docs/en", in: folder.path)
        #expect(result.status == 2)
        #expect(result.error.contains("docs/fr/relay.md"))
        #expect(result.error.contains("a binary file"))
        try folder.write("docs/en/relay.md", "---\ntitle: [\n---\n\n# A\n")
        let damaged = try Tool.run("check", "docs/fr", "--source", "docs/en", in: folder.path)
        #expect(damaged.status == 1)
        #expect(damaged.output.contains("in the source, line 2"), "\(damaged.output)")
        let extracted = try Tool.run("extract", "docs/fr", "--source", "docs/en", "-o", "out", in: folder.path)
        #expect(extracted.status == 2)
        #expect(extracted.error.contains("../en/relay.md:2:"), "\(extracted.error)")
    }

    @Test func diffOfRevisions() throws {
        let folder = try site([
            ".diptych.yml": "pairs: [{target: \"docs/{locale}/{path}\", source: \"docs/en/{path}\"}]"
        ])
        func git(_ arguments: String...) throws {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments =
                ["git", "-C", folder.path, "-c", "user.name=T", "-c", "user.email=t@example.com"] + arguments
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
        try git("init", "--quiet")
        try git("add", ".")
        try git("commit", "--quiet", "-m", "one")
        try folder.write(
            "docs/en/relay.md", Self.source.replacing("Close the page", with: "Close the **Relay** page at once"))
        let result = try Tool.run("diff", "--git", "HEAD", "docs/fr", in: folder.path)
        #expect(result.status == 1, "\(result.error)")
        #expect(result.output.contains("(translation not updated)"), "\(result.output)")
        try git("commit", "--quiet", "-am", "two")
        let revisions = try Tool.run("diff", "--git", "HEAD~1..HEAD", "docs/fr", in: folder.path)
        #expect(revisions.output == result.output)
        // The source is the one of the revision from everywhere in the repository, and after it got another ending.
        let below = try Tool.run("diff", "--git", "HEAD~1..HEAD", in: folder.path + "/docs/fr")
        #expect(below.output.contains("(translation not updated)"), "\(below.output)")
        try git("mv", "docs/en/relay.md", "docs/en/relay.mdx")
        try git("commit", "--quiet", "-am", "three")
        #expect(try Tool.run("diff", "--git", "HEAD~1..HEAD", "docs/fr", in: folder.path).status == 0)
    }

    /// A report never takes the place of a page or of its source.
    @Test func aReportIsNoPage() throws {
        let folder = try site()
        let pages = ["docs/fr", "--source", "docs/en"]
        for output in ["docs/fr/relay.md", "docs/en/relay.md"] {
            for arguments in [
                ["check"] + pages + ["-o", output], ["check"] + pages + ["--write-baseline", output],
                ["status"] + pages + ["-o", output],
            ] {
                let run = try Tool.run(arguments, in: folder.path)
                #expect(run.status == 2 && run.error.contains("\(output): is one of the pages"), "\(run.error)")
            }
        }
        #expect(folder.contents("docs/fr/relay.md") == Data(Self.target.utf8))
        #expect(folder.contents("docs/en/relay.md") == Data(Self.source.utf8))
    }

    @Test func theFileThatIsDamagedIsNamed() throws {
        let folder = try site(["docs/en/relay.md": "a \u{0} b\n"])
        let run = try Tool.run("check", "docs/fr", "--source", "docs/en", in: folder.path)
        #expect(run.status == 2 && run.error.contains("en/relay.md") && run.error.contains("NUL"), "\(run.error)")
        #expect(!run.error.contains("fr/relay.md: a binary"))
    }
}
