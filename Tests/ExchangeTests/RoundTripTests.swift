import Bitext
import BitextReaders
import TestSupport
import Testing

@testable import Exchange

/// Out and back.
@Suite struct RoundTripTests {
    @Test(arguments: ExchangeForm.allCases)
    func withoutAnEditNothingChanges(form: ExchangeForm) throws {
        for text in [richPage, richPage.replacing("\n", with: "\r\n"), "\u{FEFF}" + richPage] {
            let page = try TestPage(text)
            let file = page.file(form)
            let result = try page.imported(file, form)
            #expect(result.changes.isEmpty && result.issues.isEmpty)
            // Equal pages give equal files.
            #expect(file == page.file(form))
        }
    }

    /// Every unit that goes out has the target of its segment, byte for byte: what is read is compared, and not only a hash.
    @Test(arguments: ExchangeForm.allCases)
    func theTargetsInTheFileAreThoseOfThePage(form: ExchangeForm) throws {
        let page = try TestPage(richPage)
        let units = try ExchangeFileReader.units(
            of: InputFile(path: "a.\(form.ending)", bytes: Array(page.file(form).utf8)))
        let targets = page.parsed.bitext.segments.map { segment in
            segment.target.map { page.parsed.bitext[.target].text($0.range) } ?? ""
        }
        let found = Set(units.map { $0.target?.markup ?? "" })
        let missing = targets.filter { !$0.isEmpty && !found.contains(CodedText.safe($0)) && !found.contains($0) }
        #expect(missing.isEmpty)
    }

    /// One random edit changes exactly the target of its segment, or of the segments with the same texts.
    @Test(arguments: ExchangeForm.allCases)
    func anEditChangesItsTargetOnly(form: ExchangeForm) throws {
        let page = try TestPage(richPage)
        var random = SeededGenerator(seed: 19)
        for _ in 0..<Mutator.rounds(60) {
            var units = try ExchangeFileReader.units(
                of: InputFile(path: "a.\(form.ending)", bytes: Array(page.file(form).utf8)))
            let index = random.below(units.count)
            guard let target = units[index].target, !target.parts.isEmpty else { continue }
            let edited = Self.edited(target, &random)
            units[index].target = edited
            // A tool takes the flag of an entry away that was edited.
            units[index].isFuzzy = false
            let result = try page.imported(units.map { ImportUnit($0, file: "a") })
            #expect(result.issues.isEmpty)
            let bytes = page.bytes(after: result)
            let after = try read(bytes)
            #expect(TargetEdit.misread(result.changes, before: page.parsed.bitext, after: after).isEmpty)
            #expect(result.changes.isEmpty == (edited.markup == target.markup))
            let changed = Set(result.changes.map(\.segment))
            for (number, segment) in page.parsed.bitext.segments.enumerated() {
                let now = after.segments[number].target.map { after[.target].text($0.range) }
                let old = segment.target.map { page.parsed.bitext[.target].text($0.range) }
                if changed.contains(number) {
                    #expect(now.map(CodedText.safe) == edited.markup.map(CodedText.safe))
                } else {
                    #expect(now == old)
                }
            }
            // And nothing else.
            #expect(after.source.bytes == page.parsed.bitext.source.bytes)
        }
    }

    /// A word more, a code span moved, or what is hard to write. An include without its brackets would be a link.
    private static func edited(_ text: CodedText, _ random: inout SeededGenerator) -> CodedText {
        var parts = text.parts
        switch random.below(3) {
        case 0: parts.insert(.text("mot "), at: 0)
        case 1:
            if let index = parts.firstIndex(where: {
                if case .code(let code) = $0 { code.role == .single && code.data?.first == "`" } else { false }
            }) {
                let code = parts.remove(at: index)
                // Two codes side by side can be another one: "`x``x`".
                parts += [.text(" "), code]
            }
        default: parts.append(.text(" & < > \" ]]> \u{200F}\u{202B}x\u{202C}"))
        }
        var result = CodedText()
        for part in parts {
            switch part {
            case .text(let text): result.append(text)
            case .code(let code): result.append(code)
            }
        }
        return result
    }

    /// A page that is not quite UTF-8, or with escaped quotes: the bytes around the target stay.
    @Test func damagedPagesKeepTheirBytes() throws {
        var bytes = Array(richPage.utf8)
        bytes += Array("\n\nText ".utf8) + [0xFF, 0xFE, 0x20]
        bytes += Array(pair("120", "Un", "One").utf8)
        bytes += Array("<a name=\"x&quot;></a><span data-ttu-id=&quot;0a1b2-121&quot;>Deux</span>".utf8)
        bytes += Array("<span class=&quot;sxs-lookup&quot;><span data-stu-id=\"0a1b2-121\">Two</span></span>".utf8)
        let page = try TestPage(bytes)
        let file = page.file(.xliff)
        let result = try page.imported(file.replacing("<target>Un<", with: "<target>Une<"), .xliff)
        #expect(result.changes.map(\.text) == ["Une"])
        let after = page.bytes(after: result)
        #expect(after.count == bytes.count + 1)
        let start = try #require(bytes.firstRange(of: ">Un<".utf8)).lowerBound
        #expect(Array(after.prefix(start + 3)) == Array(bytes.prefix(start + 3)))
        #expect(Array(after.suffix(bytes.count - start - 3)) == Array(bytes.suffix(bytes.count - start - 3)))
    }

    /// Any bytes in place of a file: no crash, and never a change outside of targets.
    @Test(arguments: ExchangeForm.allCases)
    func mutantsChangeNothingButTargets(form: ExchangeForm) throws {
        let page = try TestPage(richPage)
        let file = Array(page.file(form).utf8)
        let mutator = Mutator(pieces: [
            "<target>", "</target>", "<source>", "</segment>", "<ph id=\"1\"/>", "<pc id=\"1\">", "</pc>",
            "<bpt i=\"1\">", "<seg>", "</seg>", "msgid \"", "msgstr \"", "\"\n", "#. diptych: ", "0a1b2-104", "</span>",
            "\n\n", "&lt;span&gt;", "data-ttu-id=", "<tu>", "</tu>",
        ])
        let texts = [
            "&lt;/span&gt;", "x", "&lt;span data-ttu-id=&quot;1&quot;&gt;", "**", "`", "&#10;&#10;- ", "|", "&#x202E;",
        ]
        let end = form == .po ? "\"\n\n" : form == .tmx ? "</seg></tuv></tu>" : "</target>"
        let ends = file.ranges(of: Array(end.utf8)).map(\.lowerBound)
        var random = SeededGenerator(seed: 7)
        var imported = 0
        for round in 0..<Mutator.rounds(300) {
            var mutant = file
            if round % 2 == 0 {
                mutant = mutator.mutant(of: file, &random)
            } else {
                // A file that can be read, with text that the page could misread.
                mutant.insert(contentsOf: random.element(of: texts).utf8, at: random.element(of: ends))
            }
            guard let units = try? ExchangeFileReader.units(of: InputFile(path: "a.\(form.ending)", bytes: mutant)),
                var result = try? page.imported(units.map { ImportUnit($0, file: "a") })
            else { continue }
            for change in TargetEdit.misread(
                result.changes, before: page.parsed.bitext, after: try? read(page.bytes(after: result)))
            {
                result.refuse([change], "")
            }
            let after = try read(page.bytes(after: result))
            guard TargetEdit.misread(result.changes, before: page.parsed.bitext, after: after).isEmpty else { continue }
            try #require(after.source.bytes == page.parsed.bitext.source.bytes)
            imported += result.changes.count
        }
        #expect(imported > 0)
    }
}
