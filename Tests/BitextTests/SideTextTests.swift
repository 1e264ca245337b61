import Bitext
import TestSupport
import Testing

/// The way back from a side's bytes to the file.
@Suite struct SideTextTests {
    @Test func everyByteKnowsItsPlaceAndItsSegment() throws {
        let page = try read("- " + pair("104", "Oui", "Yes") + ".\n")
        let side = page.source
        let offset = SideOffset(try #require(side.bytes.firstIndex(of: UInt8(ascii: "Y"))))
        #expect(side.origin(of: offset) == page.segments[0].source?.origin.range.lowerBound)
        #expect(side.segment(at: offset) == 0)
        #expect(side.segment(at: SideOffset(0)) == nil)
        #expect(side.segment(at: offset + 3) == nil)
        #expect(page.files[0].bytes[side.origin(of: offset + 3).value] == UInt8(ascii: "."))
        #expect(side.runs.map(\.start.value) == [0, 2, 5])
        // At the end of the side is the end of the page.
        #expect(side.origin(of: side.range.upperBound).value == page.files[0].bytes.count)
    }

    @Test func sidesHaveOpposites() {
        #expect(Side.source.opposite == .target)
        #expect(Side.target.opposite == .source)
    }
}
