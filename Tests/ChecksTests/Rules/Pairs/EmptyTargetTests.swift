import Testing

@testable import Checks

@Suite struct EmptyTargetTests {
    @Test func nothingWhereTheSourceSaysSomething() throws {
        try expect(EmptyTarget.self, "«⟦⟧|Restart the server.»\n\n«⟦ \u{A0}⟧|Restart.»", finds: ["empty", "empty"])
    }

    @Test func bothEmptyIsNoOmission() throws {
        try expect(EmptyTarget.self, "«| »\n\n«Redémarrez.|Restart.»")
    }
}
