import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Logarithms and exponentials under one name on every platform.
enum Logarithm {
    /// The C library's logarithm.
    static func natural(_ x: Double) -> Double { log(x) }
    /// The C library's exponential function.
    static func exponential(_ x: Double) -> Double { exp(x) }

    /// ln to three digits, from the exponent and a polynomial of the mantissa.
    ///
    /// The features of all lexicons were learned with it, so another logarithm would move every score a little.
    static func approximate(_ x: Float) -> Float {
        let bits = x.bitPattern
        let exponent = Float(Int32(bits >> 23) - 127)
        let mantissa = Float(bitPattern: bits & 0x7F_FFFF | 0x3F80_0000)
        let log2 = exponent + (-0.33582878 * mantissa + 2) * mantissa - 1.65871022
        return log2 * 0.69314718
    }
}
