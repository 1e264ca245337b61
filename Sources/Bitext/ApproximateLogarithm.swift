/// The natural logarithm to three digits, from the exponent and a polynomial of the mantissa. The same on every platform.
///
/// The features of all lexicons were learned with it, and the weights of page pairs were chosen with it: another logarithm would move
/// every score.
///
/// - Parameter x: greater than 0.
@inlinable
@inline(__always)
package func approximateLogarithm(_ x: Float) -> Float {
    let bits = x.bitPattern
    let exponent = Float(Int32(bits >> 23) - 127)
    let mantissa = Float(bitPattern: bits & 0x7F_FFFF | 0x3F80_0000)
    let log2 = exponent + (-0.33582878 * mantissa + 2) * mantissa - 1.65871022
    return log2 * 0.69314718
}
