import Testing

@testable import Checks

@Suite struct DoubledSegmentTests {
    @Test func theTargetOfTheSegmentInFront() throws {
        try expect(
            DoubledSegment.self,
            """
            «Démarrez le relais du premier site.|Start the relay of the first site.»
            «⟦Démarrez le relais du premier site.⟧|Check the log for yesterday's errors.»
            """, finds: ["Start the relay of the first site."])
    }

    @Test func shortSourcesWithNothingInCommon() throws {
        try expect(
            DoubledSegment.self,
            "«Démarrez le relais|Start relay service»\n\n«⟦Démarrez le relais⟧|Delete old logs»",
            finds: ["Start relay service"])
    }

    @Test func sourcesThatSayNearlyTheSame() throws {
        try expect(
            DoubledSegment.self,
            """
            «Démarrez le relais du premier site.|Start the relay of the first site.»
            «Démarrez le relais du premier site.|Start a relay at the **first site**:»
            """)
        try expect(DoubledSegment.self, "| «Oui, toujours|Yes» | «Oui, toujours|On» |\n|---|---|")
    }
}
