import Bitext
import TestSupport
import Testing

/// From a stretch of the source to the stretch of the target that stands for it.
@Suite struct TargetRangeTests {
    /// What the target has for a text of the source: `2…5 Oui`.
    private func target(of text: String, in page: Bitext) throws -> String {
        let range = try #require(page.source.bytes.firstRange(of: text.utf8))
        let found = page.targetRange(of: SideRange(range))
        return String(decoding: page[.target][found], as: UTF8.self)
    }

    private static let page =
        "# " + pair("103", "Titre", "Title") + "\n\n"
        + pair("104", "Oui, et demain.", "Yes.") + " " + pair("105", "Non.", "Never again.") + "\n\n> fin\n"

    @Test func aSegmentIsFoundAsAWhole() throws {
        let page = try read(Self.page)
        #expect(try target(of: "Title", in: page) == "Titre")
        #expect(try target(of: "Yes.", in: page) == "Oui, et demain.")
        // Words change their order, so a part of a segment is all of it.
        #expect(try target(of: "again", in: page) == "Non.")
        #expect(try target(of: "Y", in: page) == "Oui, et demain.")
    }

    @Test func sharedTextIsFoundToTheByte() throws {
        let page = try read(Self.page)
        #expect(try target(of: "# ", in: page) == "# ")
        #expect(try target(of: "> f", in: page) == "> f")
        #expect(try target(of: "in\n", in: page) == "in\n")
    }

    @Test func aStretchOfSeveralAnchorsIsFromTheFirstToTheLast() throws {
        let page = try read(Self.page)
        #expect(try target(of: "# Title\n", in: page) == "# Titre\n")
        #expect(try target(of: "es. Ne", in: page) == "Oui, et demain. Non.")
        #expect(try target(of: "again.\n\n>", in: page) == "Non.\n\n>")
        // More anchors than are looked at one by one.
        #expect(page.targetRange(of: page.source.range) == page.target?.range)
    }

    @Test func everyStretchOfALongPageIsFound() throws {
        let text = (0..<40).map { pair(String(101 + $0), "cible \($0)", "s\($0)") + "\n\n" }.joined()
        let page = try read(text)
        for first in stride(from: 0, to: 40, by: 3) {
            for last in first..<40 {
                let (from, to) = (try #require(page.segments[first].source), try #require(page.segments[last].source))
                let found = page.targetRange(of: from.range.lowerBound..<to.range.upperBound)
                #expect(found.lowerBound == page.segments[first].target?.range.lowerBound)
                #expect(found.upperBound == page.segments[last].target?.range.upperBound)
            }
        }
    }

    @Test func aStretchWithoutLengthIsAPlace() throws {
        let page = try read(Self.page)
        let offset = try #require(page.source.bytes.firstRange(of: "> fin".utf8)).lowerBound
        let found = page.targetRange(of: SideRange(offset..<offset))
        #expect(found.isEmpty)
        #expect(page[.target][found.lowerBound..<found.lowerBound + 5].elementsEqual("> fin".utf8))
        #expect(page.targetRange(of: SideRange(0..<0)) == SideRange(0..<0))
        // Inside a segment it is the segment.
        let yes = try #require(page.source.bytes.firstRange(of: "Yes".utf8)).lowerBound + 1
        #expect(page[.target].text(page.targetRange(of: SideRange(yes..<yes))) == "Oui, et demain.")
        let end = page.source.range.upperBound
        #expect(page.targetRange(of: end..<end).lowerBound == page.target?.range.upperBound)
    }

    @Test func aMissingTargetIsAPlace() throws {
        let page = try read("a\n\n" + sourceHalf("104", "Hello") + "\n\nb\n")
        #expect(page.report == ["missing-target 3:45"])
        let source = try #require(page.segments[0].source)
        #expect(page.targetRange(of: source.range) == SideRange(3..<3))
        #expect(try target(of: "a\n\nHello\n\nb", in: page) == "a\n\n\n\nb")
    }

    @Test func aMissingSourceBelongsToWhatIsAroundIt() throws {
        let page = try read("a\n\n" + targetHalf("104", "Bonjour") + "\n\nb\n")
        #expect(page.report == ["missing-source 3:20"])
        #expect(try target(of: "a\n\n\n\nb", in: page) == "a\n\nBonjour\n\nb")
        #expect(try target(of: "b", in: page) == "b")
        #expect(page.sourceOffset(ofSegment: 0) == SideOffset(3))
    }

    @Test func anEmptyHalfIsAPlaceToo() throws {
        let page = try read(
            "- " + pair("104", "", "Hello") + "\n- " + pair("105", "Oui", "") + "\n- " + pair("106", "a", "b"))
        #expect(page.targetRange(of: try #require(page.segments[0].source).range) == SideRange(2..<2))
        #expect(try target(of: "- b", in: page) == "- a")
        #expect(page.sourceOffset(ofSegment: 1) == page.segments[1].source?.range.lowerBound)
    }

    @Test func aPairInsideAnotherIsFoundAndSoIsTheOuterOne() throws {
        let page = try read(
            "<span data-ttu-id=\"0a1b2-104\">Voir " + pair("105", "Aide", "Help") + " ici</span>"
                + sourceHalf("104", "See Help here") + "\n")
        #expect(page.string(.target) == "Voir Aide ici\n")
        #expect(page.string(.source) == "HelpSee Help here\n")
        #expect(page.targetRange(of: try #require(page.segments[1].source).range) == page.segments[1].target?.range)
        #expect(try target(of: "See Help here", in: page) == "Voir Aide ici")
    }

    @Test func withoutAnchorsThereIsNothing() throws {
        let page = try read("")
        #expect(page.anchors.isEmpty)
        #expect(page.targetRange(of: SideRange(0..<0)) == SideRange(0..<0))
    }

    /// A reader that is not about spans may say that a stretch of the source is left out, or that the target adds one.
    @Test func anchorsAreAllThatIsAsked() {
        let (source, target) = (Array("AB".utf8), Array("abc".utf8))
        func side(_ side: Side, _ bytes: [UInt8]) -> SideText {
            SideText(
                side, file: side == .source ? 0 : 1, bytes: bytes,
                runs: [.init(start: SideOffset(0), origin: FileOffset(0), segment: 0)])
        }
        let bitext = Bitext(
            files: [SourceFile(path: "en/a.md", bytes: source), SourceFile(path: "fr/a.md", bytes: target)],
            source: side(.source, source), target: side(.target, target), sourceLocale: "en", targetLocale: "fr",
            segments: [],
            anchors: [
                Anchor(source: SideRange(0..<1), target: SideRange(0..<0), segment: 0),
                Anchor(source: SideRange(1..<1), target: SideRange(0..<2), segment: 1),
                Anchor(source: SideRange(1..<2), target: SideRange(2..<3), segment: 2),
            ], defects: [])
        #expect(bitext.targetRange(of: SideRange(0..<1)) == SideRange(0..<0))
        #expect(bitext.targetRange(of: SideRange(1..<2)) == SideRange(2..<3))
        #expect(bitext.targetRange(of: SideRange(0..<2)) == SideRange(0..<3))
        #expect(bitext.location(of: SideRange(0..<1), on: .target).file == 1)
    }
}
