import Testing

@testable import Bitext

@Suite struct ApproximateLogarithmTests {
    /// Exact values: lexicon files and the weights of page pairs depend on them.
    @Test(
        arguments: [(1, 0x3B78_1225), (2, 0x3F32_6A2A), (0.1, 0xC013_35D9), (12_345, 0x4116_BF12)] as [(Float, UInt32)])
    func theValuesStay(x: Float, bits: UInt32) { #expect(approximateLogarithm(x).bitPattern == bits) }
}
