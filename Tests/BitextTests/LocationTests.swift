import Bitext
import TestSupport
import Testing

/// A location is a stretch of one file.
@Suite struct LocationTests {
    private func location(_ file: Int, _ range: Range<Int>) -> Location {
        Location(file: file, range: FileRange(range))
    }

    @Test func aLocationKeepsItsFileAndItsRange() {
        let location = location(1, 7..<SourceFile.maxSize)
        #expect(location.file == 1)
        #expect(location.range == FileRange(7..<SourceFile.maxSize))
    }

    @Test func locationsAreInTheOrderOfFilesAndBytes() {
        let locations = [location(1, 0..<9), location(0, 5..<6), location(0, 2..<9), location(1, 0..<1)]
        let sorted = locations.sorted { $0.start < $1.start }
        #expect(sorted.map(\.file) == [0, 0, 1, 1])
        #expect(sorted.map(\.range.lowerBound.value) == [2, 5, 0, 0])
        #expect(location(0, 3..<4).start == location(0, 3..<9).start)
    }

    @Test func locationsOverlapWhereTheyShareBytesOfOneFile() {
        #expect(location(0, 2..<5).overlaps(location(0, 4..<9)))
        #expect(!location(0, 2..<5).overlaps(location(0, 5..<9)))
        #expect(!location(0, 2..<5).overlaps(location(1, 2..<5)))
        #expect(!location(0, 2..<5).overlaps(location(0, 3..<3)))
    }

    @Test func equalLocationsAreOne() {
        #expect(Set([location(0, 1..<2), location(0, 1..<2), location(1, 1..<2), location(0, 1..<3)]).count == 3)
    }

    // MARK: Of a stretch of a side

    @Test func ofASegmentIsItsTextInTheFile() throws {
        let page = try read("- " + pair("104", "Oui", "Yes") + ".\n")
        let segment = page.segments[0]
        for side in Side.allCases {
            let variant = try #require(segment[side])
            #expect(page.location(of: variant.range, on: side) == variant.origin)
        }
        #expect(page.position(of: try #require(segment.target).origin) == page.files[0].position(of: FileOffset(32)))
        #expect(page.line(of: SideOffset(0), on: .target) == 1)
    }

    /// From the first byte to the last: what is between the segments of a stretch belongs to it in the file.
    @Test func ofAWholeLineIsAllOfItsMarkup() throws {
        let text = "# T\n\n" + pair("104", "Oui.", "Yes.") + " " + pair("105", "Non.", "No.") + "\n"
        let page = try read(text)
        let location = page.location(of: SideRange(5..<14), on: .target)
        #expect(page.files[0].text(location.range).hasPrefix("Oui.</span>"))
        #expect(page.files[0].text(location.range).hasSuffix("Non."))
        #expect(page.position(of: location).line == 3)
    }

    @Test func ofNothingIsAPlace() throws {
        let page = try read("ab " + pair("104", "Oui", "Yes"))
        let location = page.location(of: SideRange(1..<1), on: .source)
        #expect(location.range == FileRange(1..<1))
        let end = page.location(of: page.source.range.upperBound..<page.source.range.upperBound, on: .source)
        #expect(page.files[0].text(FileRange(end.range.lowerBound.value - 3..<end.range.lowerBound.value)) == "Yes")
    }
}
