import Bitext
import Checklists
import Hashing
import PageDocuments

/// The tasks of all pages as Markdown, with a box for each item: to read, to tick off, or to paste into an issue. There are
/// files for each locale and side.
///
/// Only prerequisites and procedures are listed, because other lists (navigation, options) contain nothing to do. Page text
/// is data: but for bold, code and links to pages it is escaped, so that it cannot become Markdown, HTML, a mention or a link
/// to an issue.
enum TaskList {
    /// It rises when the same page gives other bytes. Then all pages are rebuilt.
    static let version = 4

    /// The first line of a file, by which a build knows its own.
    static let mark = "<!-- Written by diptych build. Tick the boxes; build with keep-state carries them over. -->"

    /// What stands for the locale of pages that have none: “undetermined” in BCP 47.
    static let unknownLocale = "und"

    /// A locale that may be in a file name: letters, digits and hyphens; ``unknownLocale`` for what is none.
    static func fileLocale(_ locale: String?) -> String {
        guard let locale, !locale.isEmpty, locale.utf8.count <= 35,
            locale.utf8.allSatisfy({ $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") })
        else { return unknownLocale }
        return locale
    }

    /// Whether a list's items are tasks.
    static func isListed(_ kind: Checklist.Kind) -> Bool { kind == .prerequisites || kind == .procedure }

    /// What the files say of a page, with all boxes empty; nothing where the page has no tasks.
    ///
    /// - Parameters:
    ///   - links: the page's links.
    ///   - locale: the locale of the files.
    ///   - outdated: the items whose translation is outdated.
    static func sections(
        of document: PageDocument, path: String, links: PageLinks, locale: String, outdated: Set<String> = [],
        sides: [Side]
    ) -> [Side: [UInt8]] {
        let checklists = document.checklists.filter { isListed($0.kind) }
        guard !checklists.isEmpty else { return [:] }
        let blocks = Dictionary(document.codeBlocks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let choices = HeadingChoice.starts(in: checklists)
        var sections: [Side: [UInt8]] = [:]
        for side in sides {
            var writer = TaskSectionWriter(
                side: side, blocks: blocks, links: links, words: TaskWords(locale: locale, side), outdated: outdated)
            writer.write(document.page.title, path: path)
            for (index, checklist) in checklists.enumerated() {
                writer.write(checklist, below: document.page.title, beginsChoice: choices.contains(index))
            }
            sections[side] = writer.finish()
        }
        return sections
    }

    /// How many tasks a page has.
    static func count(_ document: PageDocument) -> Int {
        document.checklists.filter { isListed($0.kind) }.reduce(0) { $0 + $1.items.totalCount }
    }

    // MARK: What is around the sections

    /// The anchor of a page's section. It stays as long as the page's path.
    static func anchor(of path: String) -> String { "page-\(SHA256Digest(of: Array(path.utf8)).hex.prefix(12))" }

    /// The beginning of a file, up to its table of contents.
    static func head(_ name: TaskFileName) -> String {
        let words = TaskWords(locale: name.locale, name.side)
        let side = name.side == .source ? words.source : words.target
        var head = "\(mark)\n\n# \(words.checklists) · \(name.locale) · \(side)"
        guard !name.folder.isEmpty else { return head + "\n\n" }
        head += " · \(MarkdownText.inline(name.folder))\n\n"
        let main = TaskFileName(locale: name.locale, side: name.side).text
        return head + "[\(words.allFolders)](\(main))\n\n"
    }

    /// A page in a table of contents.
    ///
    /// - Parameters:
    ///   - section: the page's section, which has its title.
    ///   - done: how many of its tasks are done.
    ///   - file: the file that the section is in; nil for the one with the table of contents.
    static func entry(_ section: [UInt8], path: String, done: Int, of tasks: Int, in file: TaskFileName?) -> [UInt8] {
        Array("- [".utf8) + title(of: section)
            + Array("](\(file.map(link) ?? "")#\(anchor(of: path))) (\(done)/\(tasks))\n".utf8)
    }

    /// The title in the first line of a section, as Markdown.
    private static func title(of section: [UInt8]) -> ArraySlice<UInt8> {
        let line = section.dropFirst().prefix { $0 != UInt8(ascii: "\n") }
        // `## <a id="page-0123456789ab"></a>Title`
        return line.dropFirst(anchorLength)
    }

    /// How long the anchor in the first line of a section is. All have the same length.
    private static let anchorLength = "## <a id=\"\"></a>".utf8.count + anchor(of: "").utf8.count

    /// A section with the line of links to the page and to its section in the other language.
    static func linked(_ section: [UInt8], path: String, links: PageLinks, other: TaskFileName?) -> [UInt8] {
        var line = "\n[\(MarkdownText.inline(path))](\(links.page))"
        if let other {
            let words = TaskWords(locale: other.locale, other.side.opposite)
            let language = other.side == .source ? words.source : other.locale
            line += " · [\(language)](\(link(other))#\(anchor(of: path)))"
        }
        var result = section
        result.insert(contentsOf: Array((line + "\n").utf8), at: endOfHead(of: section))
        return result
    }

    /// A section without that line.
    static func unlinked(_ section: ArraySlice<UInt8>) -> [UInt8] {
        var result = Array(section)
        let start = endOfHead(of: result)
        guard result[start...].starts(with: "\n[".utf8) else { return result }
        let end = result[(start + 1)...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? result.count
        result.removeSubrange(start..<end)
        return result
    }

    private static func link(_ name: TaskFileName) -> String { PageLinks.encodePath(name.text) }

    /// Where a section goes on after the comment with its page: after the fourth line.
    private static func endOfHead(of section: [UInt8]) -> Int {
        var lines = 0
        for (index, byte) in section.enumerated() where byte == UInt8(ascii: "\n") {
            lines += 1
            if lines == 4 { return index + 1 }
        }
        return section.count
    }
}
