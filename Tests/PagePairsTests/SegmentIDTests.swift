import Bitext
import Testing

@testable import PagePairs

/// Ids come from the text of the source and its number among equal texts.
@Suite struct SegmentIDTests {
    private func ids(_ source: String, _ target: String = "") throws -> [String] {
        try readPair(source, target).segments.map(\.id)
    }

    @Test func stayWhenOtherBlocksChange() throws {
        let before = try ids("One thing.\n\nTwo things.\n")
        let after = try ids("New.\n\n> One\n> thing.\n\n- Two\n  things.\n")
        #expect(after.count == 3)
        #expect(Array(after[1...]) == before)
    }

    @Test func doNotDependOnTheTarget() throws {
        let source = "- [Cars](cars.md)\n\nOne. Two.\n"
        let alone = try ids(source)
        #expect(try ids(source, "- [Autos](/de/cars.md)\n\nEins. Zwei.\n") == alone)
    }

    @Test func areUnique() throws {
        let ids = try ids("Same.\n\nSame.\n\nSame.\n", "Gleich.\n\nGleich.\n\nGleich.\n\nMehr davon ist hier.\n")
        #expect(Set(ids).count == 4)
        #expect(ids[1] == ids[0] + "-2" && ids[2] == ids[0] + "-3")
        #expect(ids[3].hasPrefix("added-"))
    }
}
