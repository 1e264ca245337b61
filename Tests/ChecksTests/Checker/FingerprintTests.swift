import Bitext
import TestSupport
import Testing

@testable import Checks

@Suite struct FingerprintTests {
    private func fingerprints(_ page: String, prefix: String = "1a2b3") throws -> [String] {
        Checker(rules: [.init(Number.self)]).check(
            try MarkedPage(page, prefix: prefix).tokenized()
        ).map(\.fingerprint)
    }

    @Test func renumberingAndMovedLinesChangeNothing() throws {
        let fault = "«Patientez 50 minutes.|Wait 15 minutes.»\n"
        #expect(try fingerprints(fault) == fingerprints("«Oui|Yes»\n\n" + fault, prefix: "9f8e7"))
    }

    @Test func theSameFaultTwiceHasTwoNames() throws {
        let fault = "«Patientez 50 minutes.|Wait 15 minutes.»\n"
        let both = try fingerprints(fault + fault)
        #expect(Set(both).count == 2)
        #expect(both.allSatisfy { $0.count == 16 })
    }

    @Test func anotherFaultHasAnotherName() throws {
        #expect(
            try fingerprints("«Patientez 50 minutes.|Wait 15 minutes.»")
                != fingerprints("«Patientez 51 minutes.|Wait 15 minutes.»"))
    }
}
