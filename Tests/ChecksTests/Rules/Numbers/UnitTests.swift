import Testing

@testable import Checks

@Suite struct UnitTests {
    @Test func aUnitThatChanged() throws {
        try expect(
            Unit.self, "«Il faut ⟦10 Mo⟧ ici.|You need 10 GB here.»", finds: ["source has 10 GB, target has 10 Mo"])
    }

    @Test func theSameUnitInFrench() throws {
        try expect(Unit.self, "«Il faut 10 Go et 5\u{A0}Mo.|You need 10 GB and 5 MB.»\n\n«10 ms|10 ms later»")
    }
}
