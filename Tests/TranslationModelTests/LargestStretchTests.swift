import Testing

@testable import TranslationModel

@Suite struct LargestStretchTests {
    private func stretch(_ values: [Float], above minimum: Float = 0) -> Range<Int>? {
        var stretch = LargestStretch(above: minimum)
        for (place, value) in values.enumerated() { stretch.add(value, at: place) }
        return stretch.range
    }

    @Test func theLargestSumIsFound() {
        #expect(stretch([]) == nil)
        #expect(stretch([-1, -2]) == nil)
        #expect(stretch([1, -2, 3, -1, 2, -5, 3]) == 2..<5)
        #expect(stretch([0, 0, 1]) == 2..<3)
    }

    /// Of equal stretches, the first.
    @Test func equalOnes() { #expect(stretch([2, -3, 2]) == 0..<1) }

    @Test func aMinimumMustBeExceeded() {
        #expect(stretch([1], above: 1) == nil)
        #expect(stretch([1, 0.5], above: 1) == 0..<2)
    }
}
