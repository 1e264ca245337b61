import Bitext
import TestSupport
import Testing

@testable import ParsedBitext

@Suite struct UnintendedMarkerTests {
    private func markers(_ page: String) throws -> [String] {
        let parsed = ParsedBitext(try read(page))
        return parsed.unintendedMarkers.map { parsed.bitext[.target].text($0.range) }
    }

    /// The visible text of the target, as the translator meant it.
    private func text(_ page: String) throws -> String {
        ParsedBitext(try read(page)).target?.tree.plainText(of: 0) ?? ""
    }

    @Test(arguments: [
        ("31. Dezember", "31."), ("1) Schritt", "1)"), ("+ 10 %", "+"), ("- 5", "-"), ("* Hinweis", "*"), ("# 5", "#"),
        ("### Fünf", "###"), ("> 3 GB", ">"), (">10", ">"), ("-", "-"), ("---", "-"), ("1.", "1."),
        ("[保存]: 変更を保存します。", "[保存]:"), ("[Ja]:x", "[Ja]:"),
    ])
    func aMarkerThatIsText(target: String, marker: String) throws {
        for before in ["", "- ", "1. ", "> ", "> 1. ", "   ", "Ja.\n\n"] {
            let page = before + pair("101", target, "Text") + "\n\n" + pair("102", "Nein.", "No.") + "\n"
            #expect(try markers(page) == [marker], "\(before)\(target)")
            #expect(try text(page).contains(target), "\(before)\(target)")
        }
    }

    @Test(arguments: [
        // Both have it.
        ("- a", "- b"), ("1. a", "1) b"), ("# a", "## b"), ("1. a", "- b"),
        // No marker.
        ("1.5 a", "b"), ("-a", "b"), ("#a", "b"), ("####### a", "b"), ("**a**", "b"), ("12345678901. a", "b"),
        ("=a", "b"), ("1 a", "b"), ("\\# a", "b"), ("31\\. a", "b"),
        ("[a](b): c", "d"), ("[a] b", "c"), ("[]: a", "b"), ("[a[b]]: c", "d"), ("[a]: b", "[c]: d"), ("\\[a]: b", "c"),
    ])
    func noUnintendedMarker(target: String, source: String) throws {
        #expect(try markers("- " + pair("101", target, source) + "\n").isEmpty)
    }

    /// Markdown reads no blocks there.
    @Test(arguments: ["# ", "Text ", "| ", "- [ ] ", "<a name=\"x\"></a>"])
    func afterOtherText(before: String) throws {
        #expect(try markers(before + pair("101", "1. Schritt", "Step 1") + "\n").isEmpty)
    }

    /// A segment that spans items keeps their markers.
    @Test func spanningSegments() throws {
        let page = "- " + pair("101", "eins\n- zwei", "one\n- two") + "\n"
        let parsed = ParsedBitext(try read(page))
        #expect(parsed.unintendedMarkers.isEmpty)
        let tree = try #require(parsed.target?.tree)
        #expect(tree.ids.count { tree[$0].kind == .item } == 2)
    }

    @Test func severalInOneList() throws {
        let page =
            "1. " + pair("101", "1. Schritt", "Step 1") + "\n2. " + pair("102", "31. Mai", "May 31") + "\n"
        let parsed = ParsedBitext(try read(page))
        let tree = try #require(parsed.target?.tree)
        #expect(tree.ids.filter { tree[$0].kind == .item }.map { tree.plainText(of: $0) } == ["1. Schritt", "31. Mai"])
        let published = try #require(parsed.publishedTarget?.tree)
        #expect(published.ids.count { published[$0].kind == .item } == 4)
    }

    /// The marker of the item is before the segment, so that of the segment is text.
    @Test(arguments: [
        ("> 500 MB frei", "> 500 MB free"), (">=2 Server", ">=2 servers"), ("# ist ein Zeichen", "# is a sign"),
        ("+ 10 %", "+ 10%"), ("- 5 °C", "- 5 °C is cold"), ("* steht für alle", "* stands for all"),
    ])
    func signsOfBothSides(target: String, source: String) throws {
        let parsed = ParsedBitext(try read("1. " + pair("101", target, source) + "\n"))
        #expect(parsed.unintendedMarkers.isEmpty)
        for (side, text) in [(parsed.source, source), (try #require(parsed.target), target)] {
            #expect(side.tree.ids.filter { side.tree[$0].kind == .item }.map { side.tree.plainText(of: $0) } == [text])
        }
    }

    @Test func theSignOfTheSourceAlone() throws {
        let parsed = ParsedBitext(try read("- " + pair("101", "500 MB frei", "> 500 MB free") + "\n"))
        #expect(parsed.source.tree.plainText(of: 0).contains("> 500 MB free"))
    }

    /// Outside of an item, over several lines and before an alert, a marker is meant.
    @Test(arguments: ["> a", "- > a\n  > b", "> - > a", "- > [!NOTE]\n  > a"])
    func markersThatAreMeant(page: String) throws {
        let marked = page.replacing("a", with: pair("101", "ja", "yes"))
        let side = ParsedBitext(try read(marked + "\n")).source
        #expect(side.tree.ids.contains { side.tree[$0].kind == .blockQuote || side.tree[$0].kind == .alert }, "\(page)")
    }

    @Test func aQuoteInTheSegmentIsMeant() throws {
        let side = ParsedBitext(try read("- " + pair("101", "> ja\n  > nein", "> yes\n  > no") + "\n")).source
        #expect(side.tree.ids.contains { side.tree[$0].kind == .blockQuote })
    }

    @Test func aPageWithoutTranslation() throws {
        let parsed = ParsedBitext(try read("- 1. a\n"))
        #expect(parsed.unintendedMarkers.isEmpty)
        #expect(parsed.publishedTarget == nil)
    }
}
