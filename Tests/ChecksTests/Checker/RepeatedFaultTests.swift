import Bitext
import ParsedBitext
import TestSupport
import Testing

@testable import Checks

@Suite struct RepeatedFaultTests {
    private func merged<R: Rule>(_ rule: R.Type, _ marked: String, locale: String = "fr-FR") throws -> [Finding] {
        try findings(of: rule, in: marked, locale: locale).mergingRepeated()
    }

    @Test func theSameFaultInOtherWordsIsOneWithAllItsPlaces() throws {
        let page = """
            «Le  relais un|Relay one»

            «Le relais  deux|Relay two»

            «Le  relais trois|Relay three»
            """
        let found = try merged(DoubleSpace.self, page)
        try #require(found.count == 1, "\(found.map(\.message))")
        let places = try #require(found.first?.places)
        #expect(places.map(\.start.line) == [1, 3, 5])
        #expect(places.first?.location == found.first?.location)
        #expect(places.first?.segment == found.first?.segment)
        #expect(places.allSatisfy { $0.fix != nil })
        #expect(Set(places.map(\.fingerprint)).count == 3)
        #expect(found.first.map { finding in places.contains { $0.fingerprint == finding.fingerprint } } == false)
    }

    @Test func twoPlacesStayTwoFindings() throws {
        let found = try merged(DoubleSpace.self, "«Le  relais|Relay one»\n\n«Un  relais|Relay two»")
        #expect(found.map(\.places.count) == [0, 0])
    }

    /// What differs between the sides makes the fault, so other names are other faults.
    @Test func faultsOfOtherWordsStayApart() throws {
        let page = """
            «Le le relais|The relay»

            «Un un relais|A relay»

            «Le le serveur|The server»

            «Le le pont|The bridge»
            """
        let found = try merged(DoubledWord.self, page)
        #expect(found.map(\.places.count) == [3, 0])
    }

    @Test func aSegmentThatIsWrongAsAWholeIsAFaultOfItsOwn() throws {
        let page = (1...4).map { "«|Relay \($0)»" }.joined(separator: "\n\n")
        #expect(try merged(EmptyTarget.self, page).count == 4)
    }

    @Test func theNameOfAFaultIsTheSameWhereItIsNotAlone() throws {
        let three = "«Le  un|One»\n\n«Le  deux|Two»\n\n«Le  trois|Three»"
        let first = try merged(DoubleSpace.self, three).first?.fingerprint
        #expect(first != nil)
        #expect(try merged(DoubleSpace.self, "«Le  zéro|Zero»\n\n" + three).first?.fingerprint == first)
    }
}
