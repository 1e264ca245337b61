import BitextReaders
import Checklists
import Checks
import Foundation
import MarkdownSyntax
import PageDocuments
import ParsedBitext
import Revisions

@testable import Bitext
@testable import Workspace

#if canImport(TestSupport)
    import TestSupport
#endif

/// What holds of every page whatever its bytes are, from the first look at it to what a build writes.
///
/// The tests hold it over mutants of Corpus/, `Scripts/fuzz` over whatever libFuzzer thinks of: this file is part of both.
struct PageInvariants {
    /// What did not hold.
    struct Violation: Error, CustomStringConvertible {
        let description: String
    }

    let checker: Checker

    /// - Parameter isThorough: looks at everything twice, too.
    func check(_ file: [UInt8], isThorough: Bool = true) throws {
        guard let page = try? SpanPageReader().read([InputFile(path: "p.md", bytes: file)]) else {
            return try require(
                file.contains(0) || file.starts(with: [0xFF, 0xFE]) || file.starts(with: [0xFE, 0xFF]), "refused")
        }
        try BitextInvariants.check(page)
        try sidesGiveThePageBack(page)
        try treesStayInside(page)
        let findings = try findingsStayInside(page)
        let document = try documentComesBack(file, isThorough: isThorough)
        try builtFilesAreTheirOwn(document)
        guard isThorough else { return }
        try require(
            checker.check(TokenizedBitext(ParsedBitext(page), path: "p.md", locale: "fr-FR")) == findings,
            "other findings the second time")
        if let fix = PageFix(file, checker: checker, path: "p.md", locale: "fr-FR") {
            try require(fix.new != fix.old && fix.fixed > 0, "a fix that fixes nothing")
            try require(String(validating: fix.new, as: UTF8.self) != nil, "a fix that is not UTF-8")
        }
    }

    /// The same for a page and its source in two files.
    func check(_ file: [UInt8], source: [UInt8]) throws {
        let files = PageFiles(file, source: InputFile(path: "en/p.md", bytes: source), sourceLocale: "en")
        guard let analysis = try? PageAnalysis(files, name: "p.md", path: "p.md", locale: "fr-FR") else {
            return try require(
                [file, source].contains {
                    $0.contains(0) || $0.starts(with: [0xFF, 0xFE]) || $0.starts(with: [0xFE, 0xFF])
                },
                "refused")
        }
        try BitextInvariants.check(analysis.bitext)
        try treesStayInside(analysis.bitext)
        let findings = try findingsStayInside(analysis.bitext)
        try require(findings.allSatisfy { $0.location.file == 1 }, "a finding is not in the translation")
        try requireJSON(analysis.document.json(), "the page document")
        try builtFilesAreTheirOwn(analysis.document)
        let fix = PageFix(
            files, checker: checker, path: "p.md", locale: "fr-FR", alsoUnsafe: true, wanted: { $0 })
        if let fix { try require(fix.new != fix.old && fix.old == file, "a fix of something else") }
    }

    // MARK: The page

    private func sidesGiveThePageBack(_ page: Bitext) throws {
        let file = page.files[0]
        // Of each byte: on no side, on the target's, the source's, both.
        var uses = [UInt8](repeating: 0, count: file.bytes.count)
        for side in Side.allCases {
            let text = page[side]
            var last = -1
            for offset in text.bytes.indices {
                let place = text.origin(of: SideOffset(offset)).value
                guard place > last, place < file.bytes.count, file.bytes[place] == text.bytes[offset] else {
                    throw Violation(description: "byte \(offset) of the \(side) is not byte \(place) of the page")
                }
                uses[place] |= side == .target ? 1 : 2
                last = place
            }
        }
        // What is on no side is tags of pairs, and nothing else.
        var start = 0
        while let lower = uses[start...].firstIndex(of: 0) {
            let upper = uses[lower...].firstIndex { $0 != 0 } ?? uses.count
            let markup = file.bytes[lower..<upper]
            try require(
                markup.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 > 0x0D }
                    || markup.contains(UInt8(ascii: "<")), "\(file.text(FileRange(lower..<upper))) is lost")
            start = upper
        }
    }

    private func treesStayInside(_ page: Bitext) throws {
        for side in Side.allCases {
            let text = page[side]
            let tree = MarkdownTree(parsing: text.bytes, from: text.bodyStart)
            for id in tree.ids {
                try require(isInside(tree[id].range.values, text.bytes.count), "\(tree[id]) is not on its side")
                if let code = tree.codeBlock(id) {
                    for offset in code.bytes.indices {
                        guard let place = code.sideOffset(of: offset), !(0...text.bytes.count).contains(place.value)
                        else {
                            continue
                        }
                        throw Violation(description: "code from nowhere")
                    }
                }
            }
        }
    }

    private func findingsStayInside(_ page: Bitext) throws -> [Finding] {
        let findings = checker.check(TokenizedBitext(ParsedBitext(page), path: "p.md", locale: "fr-FR"))
        for finding in findings {
            try requireInside(finding.location, of: page, "\(finding)")
            let (bytes, range) = (page.files[finding.location.file].bytes, finding.location.range.values)
            for offset in [range.lowerBound, range.upperBound] where offset < bytes.count {
                try require(!bytes[offset].isUTF8Continuation, "\(finding) begins or ends inside of a character")
            }
            try require(finding.start.line >= 1 && finding.start.column >= 1, "\(finding) has no place")
            try require(
                (finding.start.line, finding.start.column) <= (finding.end.line, finding.end.column),
                "\(finding) ends before it begins")
            try require(!finding.message.isEmpty && !finding.fingerprint.isEmpty, "\(finding) says nothing")
            if let segment = finding.segmentIndex {
                try require(page.segments.indices.contains(segment), "\(finding) is of no segment")
            }
            if let fix = finding.fix { try requireInside(fix.location, of: page, "the fix of \(finding)") }
        }
        let element = FindingsDocument.element(
            path: "p.md", source: nil, segments: 1, findings: findings, textsOf: page)
        let report = FindingsDocument.head(.init()) + element + FindingsDocument.tail(isEmpty: false)
        let read = try FindingsDocument.elements(in: report)
        try require(read.map(FindingsDocument.json) == [element], "the findings do not come back")
        return findings
    }

    // MARK: The document

    private func documentComesBack(_ file: [UInt8], isThorough: Bool) throws -> PageDocument {
        let document = try PageDocument(file, path: "p.md")
        let json = document.json()
        try requireJSON(json, "the page document")
        if isThorough {
            try require(try PageDocument(file, path: "p.md").json() == json, "another document the second time")
        }
        let revision = try PageRevision(json: json)
        let diff = PageDiff(revision, PageRevision(document))
        try require(
            diff.entries.allSatisfy {
                Set($0.changes).isDisjoint(with: [.changed, .codeChanged, .detailsChanged, .added, .removed])
            },
            "a document differs from its own JSON")
        return document
    }

    private func builtFilesAreTheirOwn(_ document: PageDocument) throws {
        let entries = ChecklistIndex.entries(of: PageRevision(document), path: "p.md", scripts: [:])
        let index = ChecklistIndex.document(entries, totals: .init())
        try require(try ChecklistIndex.entries(in: index) == entries, "the index does not come back")
        let links = PageLinks(base: ["..", "docs"], path: "p.md")
        for (side, section) in TaskList.sections(
            of: document, path: "p.md", links: links, locale: "fr-FR", sides: Side.allCases)
        {
            let name = TaskFileName(locale: "fr-FR", side: side)
            let list =
                Array(TaskList.head(name).utf8) + TaskList.entry(section, path: "p.md", done: 0, of: 1, in: nil)
                + TaskList.linked(section, path: "p.md", links: links, other: name)
            let tasks = TaskFile(list)
            try require(tasks.state.isEmpty, "page text ticks a box")
            try require(tasks.plain == list, "a list of tasks that nobody touched is not what was written")
            try require(tasks.sections.map(\.page) == ["p.md"], "page text begins a page")
            try require(
                TaskList.unlinked(tasks.plain[tasks.sections[0].range]) == section, "a section does not come back")
            try require(TaskFile(tasks.plain).plain == tasks.plain, "plain is not plain")
        }
        for checklist in document.checklists {
            guard let script = ProcedureScript.script(of: checklist, in: document, path: "p.md") else { continue }
            let text = String(decoding: script, as: UTF8.self)
            try require(
                text.unicodeScalars.allSatisfy { $0 == "\n" || $0 == "\t" || printable(String($0)) == String($0) },
                "a script with what ends a comment")
        }
    }

    // MARK: -

    private func requireInside(_ location: Location, of page: Bitext, _ what: @autoclosure () -> String) throws {
        try require(
            page.files.indices.contains(location.file)
                && isInside(location.range.values, page.files[location.file].bytes.count),
            "\(what()) is not on the page")
    }

    private func isInside(_ range: Range<Int>, _ count: Int) -> Bool {
        range.lowerBound >= 0 && range.upperBound <= count
    }

    private func requireJSON(_ bytes: [UInt8], _ what: String) throws {
        do {
            _ = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
        } catch {
            throw Violation(description: "\(what) is no JSON: \(error)")
        }
    }

    private func require(_ condition: @autoclosure () throws -> Bool, _ what: @autoclosure () -> String) throws {
        guard try condition() else { throw Violation(description: what()) }
    }
}
