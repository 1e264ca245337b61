import Bitext
import ParsedBitext
import TestSupport
import Testing

@testable import TranslationModel

/// Which targets moved, by likelihoods that are given.
@Suite struct TargetShiftsTests {
    /// Says how likely each target is for each source.
    private final class FixedReader: PairReader {
        private let likelihoods: [[Float]]

        /// - Parameter likelihoods: for each target, one for each source.
        init(_ likelihoods: [[Float]]) { self.likelihoods = likelihoods }

        func likelihood(source: Int, target: Int) -> Float { likelihoods[target][source] }
        func mayFit(target: Int, source: Int, own: PairScore) -> Bool { true }
        func features(source: Int, target: Int) -> FeatureVector { FeatureVector() }
        func gap(_ segment: Int, _ side: Side) -> Range<Int>? { nil }
        func entries(_ segment: Int, _ side: Side) -> [Int] { [] }
        func features(_ source: [Int], _ target: [Int]) -> FeatureVector { FeatureVector() }
        static func isSame(_ one: Int, _ other: Int) -> Bool { one == other }
    }

    /// - Parameters:
    ///   - places: for each target, the source that it fits.
    ///   - strength: how likely it is for that source, in nats; it is 0 for all others.
    private func shifts(
        _ places: [Int], strength: Float = 10, mayHaveMoved: [Bool]? = nil, sameTargets: Set<Int> = []
    ) -> [Int?] {
        let likelihoods = places.map { place in places.indices.map { $0 == place ? strength : 0 } }
        let pairs = places.indices.map { index in
            var pair = PairScore()
            pair.mayHaveMoved = mayHaveMoved?[index] ?? (places[index] != index)
            pair.likelihood = likelihoods[index][index]
            return pair
        }
        let found = TargetShifts(pairs, FixedReader(likelihoods)) { one, other in
            sameTargets.contains(one) && sameTargets.contains(other)
        }
        return places.indices.map { found[$0]?.distance }
    }

    @Test func nothingMoved() { #expect(shifts([0, 1, 2, 3]) == [nil, nil, nil, nil]) }

    @Test func twoChangedPlaces() { #expect(shifts([0, 2, 1, 3]) == [nil, 1, -1, nil]) }

    @Test func twoThatMayAsWellBeRight() { #expect(shifts([0, 2, 1, 3], strength: 4.4) == [nil, nil, nil, nil]) }

    @Test func aRunThatMoved() { #expect(shifts([1, 2, 3, 3]) == [1, 1, 1, nil]) }

    @Test func aRunThatMovedTheOtherWay() { #expect(shifts([0, 0, 1, 2]) == [nil, -1, -1, -1]) }

    /// One target alone that fits a neighbour's source is a free translation.
    @Test func oneAloneIsLeft() {
        #expect(shifts([0, 2, 2, 3], mayHaveMoved: [true, true, true, true]) == [nil, nil, nil, nil])
    }

    @Test func aCopyOfANeighboursTarget() {
        #expect(shifts([0, 2, 2, 3], sameTargets: [1, 2]) == [nil, 1, nil, nil])
    }

    @Test func onlyWhatMayHaveMovedIsCompared() {
        #expect(shifts([0, 2, 1, 3], mayHaveMoved: [false, false, false, false]) == [nil, nil, nil, nil])
    }

    @Test(arguments: [
        (Float(6), Float(6), Float?.none, true), (6, 3, nil, false), (6, 6, 5, true), (7, 4, 1, true), (7, 3, 3, false),
    ])
    func whatMayHaveMoved(sourceGap: Float, targetGap: Float, fit: Float?, expected: Bool) {
        var features = FeatureVector()
        features[.sourceGap] = sourceGap
        features[.targetGap] = targetGap
        #expect(TargetShifts.mayHaveMoved(features, fit: fit) == expected)
    }
}
