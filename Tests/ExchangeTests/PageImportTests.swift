import Bitext
import BitextReaders
import PagePairs
import ParsedBitext
import TestSupport
import Testing

@testable import Exchange

/// What happens to each unit.
@Suite struct PageImportTests {
    private static let text = """
        # \(pair("101", "Relais", "Relay"))

        \(pair("102", "Ouvrez **le relais** et `Get-Relay`.", "Open **the relay** and `Get-Relay`."))

        - \(pair("103", "Ouvrez-le.", "Open it."))
        - \(pair("104", "Fermez-le.", "Close it."))
        - \(pair("105", "", "Lock `it`."))
        """

    private func page(_ text: String = text) throws -> TestPage { try TestPage(text) }

    /// Imports the file of a page, with a change, into a page.
    private func result(
        _ old: String, with new: String, into other: String = text, form: ExchangeForm = .xliff12
    ) throws -> PageImport {
        let file = try page().file(form)
        #expect(file.contains(old))
        return try page(other).imported(file.replacing(old, with: new), form)
    }

    @Test func aNewTargetComesIn() throws {
        let result = try result(">Ouvrez-le.<", with: ">Ouvrez celui-ci.<")
        #expect(result.changes.map(\.text) == ["Ouvrez celui-ci."])
        #expect(result.report.isEmpty)
        let page = try page()
        #expect(
            String(decoding: page.bytes(after: result), as: UTF8.self)
                == Self.text.replacing("Ouvrez-le.", with: "Ouvrez celui-ci."))
    }

    // MARK: Page pairs

    /// What a correction does to a page whose source is another file.
    private func result(
        _ source: String, _ target: String, _ locale: String, old: String, new: String, of text: String
    ) throws -> PageImport {
        let files = [("en/a.md", source), ("xx/a.md", target)].map { InputFile(path: $0, bytes: Array($1.utf8)) }
        let parsed = ParsedBitext(try PagePairReader(sourceLocale: "en-US", targetLocale: locale).read(files))
        let line = InputFile(path: "a.tsv", bytes: Array("\(text)\t\(old)\t\(new)\n".utf8))
        let units = try ExchangeFileReader.units(of: line).map { ImportUnit($0, file: "a.tsv") }
        return try PageImport(parsed, [], common: CommonUnits(units), name: "xx/a.md", sha256: "")
    }

    /// A translation in a file of its own has no blanks at its ends, so a second import finds what the first one wrote.
    @Test func blanksAtTheEnds() throws {
        func result(_ target: String) throws -> PageImport {
            try self.result(
                "Open it.\n", target, "fr-FR", old: "Ouvrez-le.", new: " Ouvrez celui-ci. ", of: "Open it.")
        }
        #expect(try result("Ouvrez-le.\n").changes.map(\.text) == ["Ouvrez celui-ci."])
        let second = try result("Ouvrez celui-ci.\n")
        #expect(second.changes.isEmpty && second.issues.isEmpty)
    }

    /// Once a text is on the page, its sentences may be read in another way. A second import finds it there.
    @Test func textThatIsThereAlready() throws {
        func result(_ target: String, new: String) throws -> PageImport {
            try self.result(
                "The agent sends data. Restart the service now. Remove the old package.\n", target, "ja-JP",
                old: "サービスを再起動します。", new: new, of: "Restart the service now.")
        }
        let (page, new) = ("データを送信します。サービスを再起動します。古いパッケージを削除します。\n", "サービスを再起動します。（必須）")
        #expect(try result(page, new: new).changes.map(\.text) == [new])
        let second = try result(page.replacing("サービスを再起動します。", with: new), new: new)
        #expect(second.changes.isEmpty && second.issues.isEmpty)
        // A text that leaves out the end of the old one is there, too, but inside of it.
        #expect(try result(page, new: "サービスを再起動").changes.count == 1)
    }

    /// An export over a file whose edits were imported has nothing to keep, also where the page reads them in another way now.
    @Test func anExportAfterTheImport() throws {
        func page(_ target: String) throws -> ExchangePage {
            let source = "The agent sends data. Restart the service now. Remove the old package.\n"
            let files = [("en/a.md", source), ("ja/a.md", target)].map { InputFile(path: $0, bytes: Array($1.utf8)) }
            let parsed = ParsedBitext(try PagePairReader(sourceLocale: "en-US", targetLocale: "ja-JP").read(files))
            return ExchangePage(
                parsed, name: "ja/a.md", sha256: "", targetLocale: "ja-JP", findings: [], ExchangeSelection())
        }
        let old = "データを送信します。サービスを再起動します。古いパッケージを削除します。\n"
        let bytes = try page(old).document(.xliff, version: "1").bytes
        let file = String(decoding: bytes, as: UTF8.self).replacing("再起動します。</target>", with: "再起動します。（必須） </target>")
        let edited = try ExchangeFileReader.units(of: InputFile(path: "a.xlf", bytes: Array(file.utf8)))
            .filter { !ImportUnit($0, file: "a.xlf").isUnedited }.map { ExchangePage.EditedTarget($0) }
        #expect(edited.count == 1)
        #expect(try page(old).keeping(edited) == nil)
        #expect(try page(old.replacing("再起動します。", with: "再起動します。（必須）")).keeping(edited) != nil)
    }

    // MARK: Codes

    /// Links that only the target has all begin with “[”.
    @Test func linksThatOnlyTheTargetHasCanMove() throws {
        let page = try TestPage(pair("101", "Lisez [un](a.md) et [deux](b.md).", "Read it."))
        let links = ["un": "a", "deux": "b"].mapValues { name in
            let number = name == "a" ? 1 : 2
            return "<pc id=\"\(number)\" canCopy=\"no\" canDelete=\"no\" type=\"link\" dataRefStart=\"d1\" "
                + "dataRefEnd=\"d\(number + 1)\" dispStart=\"[\" dispEnd=\"](\(name).md)\">"
        }
        let (one, two) = ("\(links["un"] ?? "")un</pc>", "\(links["deux"] ?? "")deux</pc>")
        let file = page.file(.xliff)
        #expect(file.contains("Lisez \(one) et \(two)."))
        let result = try page.imported(
            file.replacing("Lisez \(one) et \(two).", with: "\(two) et \(one) : lisez."), .xliff)
        #expect(result.changes.map(\.text) == ["[deux](b.md) et [un](a.md) : lisez."])
    }

    private static let code = "<ph id=\"2\" ctype=\"x-code\" equiv-text=\"`Get-Relay`\">`Get-Relay`</ph>.</target>"

    @Test(arguments: [
        ("", "code “`Get-Relay`” is missing"),
        (code.replacing(".</target>", with: "") + code, "code “`Get-Relay`” is doubled"),
        ("<ph id=\"9\">`Set-Relay`</ph>.</target>", "unknown code “`Set-Relay`”; the segment has no such code"),
    ])
    func codesMustBeThoseOfTheSegment(new: String, message: String) throws {
        let new = new.isEmpty ? ".</target>" : new
        let file = try page().file(.xliff12).replacing(Self.code, with: new)
            .replacing(">Ouvrez-le.<", with: ">Ouvrez celui-ci.<")
        let result = try page().imported(file, .xliff12)
        // The others come in.
        #expect(result.changes.map(\.text) == ["Ouvrez celui-ci."])
        #expect(result.issues.map(\.kind) == [.refused])
        #expect(result.issues[0].message == "0a1b2-102 of docs/page.md: \(message); not imported")
    }

    /// A code that the target had wrong can become that of the source, and no other.
    @Test(arguments: [ExchangeForm.xliff, .xliff12, .tmx])
    func aWrongCodeIsCorrected(form: ExchangeForm) throws {
        let page = try TestPage(pair("101", "Exécutez `Obtenir-Relay` ici.", "Run `Get-Relay` here."))
        func result(_ code: String) throws -> PageImport {
            let edited = page.file(form).replacing("`Obtenir-Relay`", with: code)
            return try page.imported(edited, form)
        }
        let right = try result("`Get-Relay`")
        #expect(right.changes.map(\.text) == ["Exécutez `Get-Relay` ici."], "\(right.issues)")
        let other = try result("`Set-Relay`")
        #expect(other.changes.isEmpty)
        #expect(other.issues.first?.message.contains("codes come from the page, and it has no “`Set-Relay`”") == true)
    }

    /// The markup is that of the page, whatever the file says.
    @Test func theMarkupOfTheFileDoesNotCount() throws {
        let result = try result(
            Self.code, with: "<ph id=\"2\">`rm -rf`</ph> maintenant.</target>")
        #expect(result.changes.map(\.text) == ["Ouvrez **le relais** et `Get-Relay` maintenant."])
    }

    @Test func pairsOfCodesMustBeNested() throws {
        let opening = "<bpt id=\"1\" rid=\"1\" ctype=\"bold\">**</bpt>"
        let closing = "<ept id=\"1\" rid=\"1\">**</ept>"
        let target = "Ouvrez \(opening)le relais\(closing)"
        #expect(
            try result(target, with: "Ouvrez donc \(closing)le relais\(opening)").issues.map(\.message) == [
                "0a1b2-102 of docs/page.md: code “**” closes what is not open, or crosses another code; not imported"
            ])
        #expect(
            try result(target, with: "Ouvrez \(opening)le relais").issues.map(\.message) == [
                "0a1b2-102 of docs/page.md: the end of code “**” is missing; not imported"
            ])
        #expect(try result(target, with: "\(opening)Le relais\(closing), ouvrez-le").changes.count == 1)
    }

    /// Markup that is typed as text is no way around the codes.
    @Test(arguments: [
        ("[ici](https://example.com)", "](https://example.com)"), ("&lt;script src=x&gt;", "<script src=x>"),
        ("&lt;div&gt;", "<div>"), ("&lt;x onclick=a()&gt;", "<x onclick=a()>"), ("`rm`", "`rm`"),
        ("&lt;https://example.com&gt;", "<https://example.com>"), ("&lt;!-- a --&gt;", "<!-- a -->"),
    ])
    func markupThatWasTyped(text: String, code: String) throws {
        for new in [">\(text) Ouvrez-le.<", ">Ouvrez \(text)<", ">\(text)<"] {
            let result = try result(">Ouvrez-le.<", with: new)
            #expect(result.changes.isEmpty)
            #expect(result.issues.map(\.kind) == [.refused])
            #expect(result.issues.first?.message.contains("code “\(code)”") == true, "\(result.report)")
        }
        // What HTML does not know is a placeholder.
        #expect(try result(">Ouvrez-le.<", with: ">Ouvrez &lt;nom&gt; \\*.<").changes.count == 1)
    }

    /// A target that is new needs the codes of the source.
    @Test func aFirstTranslation() throws {
        let old =
            "<target state=\"needs-translation\">Lock <ph id=\"1\" ctype=\"x-code\" equiv-text=\"`it`\">`it`</ph>.</target>"
        let none = try result(old, with: "<target>Verrouillez-le.</target>")
        #expect(none.issues.map(\.message) == ["0a1b2-105 of docs/page.md: code “`it`” is missing; not imported"])
        let all = try result(old, with: "<target>Verrouillez <x id=\"1\"/>.</target>")
        #expect(all.changes.map(\.text) == ["Verrouillez `it`."])
        // The source where the target should be is no translation, unless the file says so.
        #expect(try result(old, with: old.replacing(" state=\"needs-translation\"", with: "")).changes.isEmpty)
        let kept = try result(old, with: old.replacing("needs-translation", with: "translated"))
        #expect(kept.changes.map(\.text) == ["Lock `it`."])
    }

    @Test func textThatWouldBreakThePageIsRefused() throws {
        for (text, reason) in [
            ("Ouvrez\nle", "a line break, which would end the paragraph, the item or the cell"),
            ("Ouvrez&lt;span", "a <span> tag, which would separate the pairs of the page"),
        ] {
            let result = try result(">Ouvrez-le.<", with: ">\(text)<")
            #expect(result.changes.isEmpty)
            #expect(result.report.map { $0.hasSuffix("0a1b2-103 of docs/page.md: \(reason); not imported") } == [true])
        }
    }

    // MARK: Pages that changed

    @Test func aTargetThatThePageChangedIsAConflict() throws {
        let other = Self.text.replacing("Ouvrez-le.", with: "Ouvrez-la.")
        let result = try result(">Ouvrez-le.<", with: ">Ouvrez celui-ci.<", into: other)
        #expect(result.changes.isEmpty)
        #expect(result.issues.map(\.kind) == [.conflict])
        #expect(result.issues[0].texts?.page == "Ouvrez-la." && result.issues[0].texts?.file == "Ouvrez celui-ci.")
        // A target that the page has already is none.
        #expect(
            try self.result(
                ">Ouvrez-le.<", with: ">Ouvrez celui-ci.<",
                into: Self.text.replacing("Ouvrez-le.", with: "Ouvrez celui-ci.")
            ).issues.isEmpty)
        // Nor is one that the file leaves as it was.
        #expect(try page(other).imported(page().file(.xliff), .xliff).issues.isEmpty)
    }

    /// Ids are new in every revision of a page.
    @Test(arguments: [ExchangeForm.xliff, .xliff12, .po])
    func aSegmentIsFoundByItsText(form: ExchangeForm) throws {
        let other = Self.text.replacing("0a1b2-", with: "ffff0-").replacing("# ", with: "Text\n\n# ")
        let result = try result(
            "Fermez-le.", with: "Fermez celui-ci.", into: other, form: form)
        #expect(result.changes.map(\.text) == ["Fermez celui-ci."])
        #expect(result.issues.map(\.kind) == [.moved])
        #expect(result.issues[0].message.hasSuffix("found by its text on line 8 (now ffff0-104)"))
    }

    /// What is marked fuzzy still needs a review.
    @Test func fuzzyEntries() throws {
        let page = try page()
        let file = page.file(.po)
        let entry = "msgid \"Open it.\""
        let fuzzy = file.replacing(entry, with: "#, fuzzy\n" + entry)
        #expect(try page.imported(fuzzy, .po).report.isEmpty)
        let edited = try page.imported(fuzzy.replacing("Ouvrez-le.", with: "Ouvrez cela."), .po)
        #expect(edited.changes.isEmpty)
        #expect(
            edited.report.map { $0.hasSuffix("0a1b2-103 of docs/page.md: the entry is marked fuzzy; not imported") }
                == [true])
        #expect(try page.imported(file.replacing("Ouvrez-le.", with: "Ouvrez cela."), .po).changes.count == 1)
    }

    @Test func severalSegmentsWithoutTheOldTarget() throws {
        let other = Self.text.replacing("0a1b2-", with: "ffff0-").replacing("Close it.", with: "Open it.")
            .replacing("Ouvrez-le.", with: "Ouvrez.")
        let result = try result(">Ouvrez-le.<", with: ">Ouvrez celui-ci.<", into: other)
        #expect(
            result.report.map {
                $0.hasSuffix("has 2 segments with this source, and none with the old target of the file; not imported")
            }
                == [true])
    }

    @Test func aSegmentThatIsGoneIsMissing() throws {
        let other = Self.text.replacing("Close it.", with: "Shut it.")
        let result = try result(">Fermez-le.<", with: ">Fermez celui-ci.<", into: other)
        #expect(result.report.map { $0.contains("has no segment with this source any more") } == [true])
    }

    // MARK: Files of other pages

    @Test func idsThatWereSwapped() throws {
        let file = try page().file(.xliff).replacing("id=\"0a1b2-103\"", with: "id=\"x\"")
            .replacing("id=\"0a1b2-104\"", with: "id=\"0a1b2-103\"").replacing("id=\"x\"", with: "id=\"0a1b2-104\"")
        #expect(throws: PageImport.WrongPage.self) { try page().imported(file, .xliff) }
    }

    @Test func aFileOfAnotherPage() throws {
        let other = try TestPage("\(pair("101", "Autre", "Other"))\n")
        for form in [ExchangeForm.xliff, .xliff12, .po] {
            let file = try page().file(form)
            #expect(throws: PageImport.WrongPage.self) { try other.imported(file, form) }
        }
    }

    /// A heading that many pages have makes no file one of the page.
    @Test(arguments: [ExchangeForm.xliff, .xliff12, .po])
    func aFileOfAnotherPageWithOneSourceInCommon(form: ExchangeForm) throws {
        let other = try TestPage("\(pair("301", "Relais", "Relay"))\n\n\(pair("302", "Autre", "Other"))\n")
        let file = try page().file(form).replacing("Relais", with: "Le relais")
        let error = #expect(throws: PageImport.WrongPage.self) { try other.imported(file, form) }
        #expect(error?.reason == "only 1 of the 5 units of this file are on docs/page.md; it is a file of another page")
    }

    /// Tools may drop the comments of a catalogue.
    @Test func aCatalogueWithoutComments() throws {
        let page = try page()
        let file = page.file(.po).split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.hasPrefix("#") }.joined(separator: "\n")
        #expect(try page.imported(file, .po).changes.isEmpty)
        let result = try page.imported(file.replacing("Ouvrez-le.", with: "Ouvrez cela."), .po)
        #expect(result.changes.map(\.text) == ["Ouvrez cela."])
    }

    // MARK: Memories and corrections

    @Test func corrections() throws {
        let page = try page()
        let right = try page.corrected("Open it.", "Ouvrez-le.", "Ouvrez celui-ci.")
        #expect(right.changes.map(\.text) == ["Ouvrez celui-ci."])
        let late = try page.corrected("Open it.", "Ouvrir.", "Ouvrez celui-ci.")
        #expect(
            late.report == [
                "conflict 1: 0a1b2-103 of docs/page.md has not the old target of the file; the page keeps its text"
            ])
        let lost = try page.corrected(
            "Open **the relay** and `Get-Relay`.", "Ouvrez **le relais** et `Get-Relay`.", "Ouvrez **le relais**.")
        #expect(lost.report == ["refused 1: 0a1b2-102 of docs/page.md: code “`Get-Relay`” is missing; not imported"])
        #expect(try page.corrected("Nothing", "Rien", "Autre").found.isEmpty)
    }

    /// Of several translations, the one that the page has stays; several new ones are a conflict.
    @Test func memoriesOfOtherTools() throws {
        func memory(_ targets: String...) -> String {
            "<tmx version='1.4'><header srclang='en'/><body>"
                + targets.map {
                    "<tu><tuv xml:lang='en'><seg>Open it.</seg></tuv><tuv xml:lang='fr'><seg>\($0)</seg></tuv></tu>"
                }.joined() + "</body></tmx>"
        }
        let page = try page()
        #expect(try page.imported(memory("Ouvrez."), .tmx).changes.map(\.text) == ["Ouvrez."])
        #expect(try page.imported(memory("Ouvrez.", "Ouvrez-le."), .tmx).changes.isEmpty)
        #expect(try page.imported(memory("Ouvrez.", "Ouvrir."), .tmx).issues.map(\.kind) == [.conflict])
        let german = memory("Öffnen").replacing("'fr'", with: "'de'")
        let french = try TestPage("---\nms.contentlocale: fr-FR\n---\n" + Self.text)
        #expect(try french.imported(german, .tmx).changes.isEmpty)
    }
}
