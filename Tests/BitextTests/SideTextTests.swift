import Testing

@testable import Bitext

/// The way back from a side's bytes to the page.
@Suite struct SideTextTests {
    @Test func everyByteKnowsItsPlaceAndItsSegment() throws {
        let page = try read("- " + pair("104", "Oui", "Yes") + ".\n")
        let side = page.split(into: .source)
        let offset = try #require(side.bytes.firstIndex(of: UInt8(ascii: "Y")))
        #expect(side.pageOffset(of: offset) == page.segments[0].source?.content.lowerBound)
        #expect(side.segment(at: offset) == 0)
        #expect(side.segment(at: 0) == nil)
        #expect(side.segment(at: offset + 3) == nil)
        #expect(page.bytes[side.pageOffset(of: offset + 3)] == UInt8(ascii: "."))
        #expect(side.runs.map(\.start) == [0, 2, 5])
        // At the end of the side stands the end of the page.
        #expect(side.pageOffset(of: side.bytes.count) == page.bytes.count)
    }

    @Test func sidesHaveOpposites() {
        #expect(Side.source.opposite == .target)
        #expect(Side.target.opposite == .source)
    }
}
