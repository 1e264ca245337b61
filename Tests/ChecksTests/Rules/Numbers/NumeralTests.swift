import Testing

@testable import Checks

@Suite struct NumeralTests {
    private func numeral(_ text: String, comma: Bool = false) -> Numeral {
        Numeral(Array(text.utf8)[...], hasDecimalComma: comma)
    }

    @Test func notations() {
        #expect(numeral("1,000.50") == numeral("1.000,5", comma: true))
        #expect(numeral("1.000.000") == numeral("1000000"))
        #expect(numeral("१,००,०००") == numeral("100000"))
        #expect(numeral("١٬٠٠٠٫٥") == numeral("1000.5"))
        #expect(numeral("１５．５") == numeral("15.5"))
        #expect(numeral("007") == numeral("7"))
        #expect(numeral("1,5") != numeral("1.5"))
    }

    @Test func scales() {
        #expect(numeral("5").scaled(by: 4).integer == 50_000)
        #expect(numeral("1.5").scaled(by: 6).integer == 1_500_000)
        #expect(numeral("1.25").scaled(by: 1) == numeral("12.5"))
        #expect(numeral("100000000").adding(numeral("50000000"), below: 8)?.integer == 150_000_000)
        #expect(numeral("15").adding(numeral("5"), below: 1) == nil)
    }
}
