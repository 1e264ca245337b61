import Bitext
import TestSupport
import Testing

@testable import Checks

@Suite struct FingerprintTests {
    private func fingerprints(_ page: String, prefix: String = "1a2b3") throws -> [String] {
        Checker(rules: [.init(Number.self), .init(DoubledWord.self)]).check(
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

    /// A long segment is hashed once for all its faults.
    @Test(arguments: [1, 40]) func theFaultsBeforeItDoNotRenameAFault(length: Int) throws {
        let source = String(repeating: "Open the page, then restart the server. ", count: length)
        let target = String(repeating: "Ouvrez une page, puis redémarrez ce serveur. ", count: length)
        let one = try fingerprints("«\(target)Ouvrez le le serveur.|\(source)Open the server.»")
        let both = try fingerprints("«Ouvrez ici ici, puis \(target)Ouvrez le le serveur.|\(source)Open the server.»")
        #expect(one.count == 1 && both.count == 2)
        #expect(one.last == both.last)
    }

    @Test func anotherFaultHasAnotherName() throws {
        #expect(
            try fingerprints("«Patientez 50 minutes.|Wait 15 minutes.»")
                != fingerprints("«Patientez 51 minutes.|Wait 15 minutes.»"))
    }
}
