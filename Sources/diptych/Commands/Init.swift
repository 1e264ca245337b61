import ArgumentParser
import Reports
import SystemPackage
import Workspace

/// `diptych init`: writes a configuration for a tree of translated pages.
struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Look where a tree keeps translations and their sources, and write .diptych.yml.",
        discussion: """
            Recognised are: a folder per locale (content/fr beside content/en), a
            repository per locale (docs.fr-fr beside docs), Docusaurus (i18n/fr/…), file
            names (page.fr.md beside page.md), Astro Starlight (docs/fr beside the pages
            of docs), and MDN (files/fr beside the repository content).

              diptych init                  the working folder
              diptych init site             another one
              diptych init --print          show the file, and write nothing

            Then `diptych check` and all other commands know the source of each page.

            Exit status:
              0  the file was written, or shown
              2  no layout was recognised, or the file is there already
            """)

    @Flag(help: "Write the file to standard output.")
    var print = false

    @Flag(help: "Replace a .diptych.yml that is there.")
    var force = false

    @Argument(help: "The folder that the file is for.", completion: .directory)
    var folder = "."

    func run() throws {
        var messages = Messages(total: 0)
        do {
            let folder = FilePath(folder)
            let file = folder.appending(".diptych.yml").lexicallyNormalized()
            if !self.print, !force, StarterConfiguration.exists(at: file) {
                throw FileError(
                    path: file.string,
                    reason: "is there already; --force replaces it, --print shows what would be in it")
            }
            let search = try LayoutSearch(listing: folder)
            for error in search.errors { messages.report(error) }
            let layouts = search.layouts
            guard !layouts.isEmpty else { throw FileError(path: folder.string, reason: Self.unknown(search)) }
            let text = StarterConfiguration(layouts).text
            if self.print {
                try Console.write(text)
            } else {
                let output = try AtomicFile(file)
                try output.write(Array(text.utf8))
                try output.commit()
                for layout in layouts { try Console.write(Self.line(layout)) }
                try Console.write(
                    "wrote \(printable(file.string)); next: diptych check \(Self.example(layouts[0], in: folder))\n")
            }
        } catch {
            messages.report(error)
        }
        Console.exit(messages.status)
    }

    private static func line(_ layout: FoundLayout) -> String {
        let locales = layout.locales.isEmpty ? "" : " in \(layout.locales.joined(separator: ", "))"
        return printable(
            "\(layout.name): \(CountText.counted(layout.pages, "page"))\(locales), of which "
                + "\(CountText.number(layout.paired)) have their source (\(layout.source))") + "\n"
    }

    /// The folder of the first locale.
    private static func example(_ layout: FoundLayout, in folder: FilePath) -> String {
        guard let locale = layout.locales.first, let end = layout.target.firstRange(of: "{locale}/") else {
            return printable(folder.string)
        }
        return printable(
            folder.appending(String(layout.target[..<end.lowerBound]) + locale).lexicallyNormalized().string)
    }

    private static func unknown(_ search: LayoutSearch) -> String {
        guard search.pageCount > 0 else { return "no pages below this folder (no .md file)" }
        return "no layout of translations is known that these \(CountText.counted(search.pageCount, "page")) have. "
            + "Name the sources with --source, or write `pairs` into .diptych.yml (Docs/page-pairs.md)"
    }
}
