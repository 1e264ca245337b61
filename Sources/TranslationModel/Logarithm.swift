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

/// The C library's logarithm and exponential function under one name on every platform.
enum Logarithm {
    static func natural(_ x: Double) -> Double { log(x) }
    static func exponential(_ x: Double) -> Double { exp(x) }
    static func squareRoot(_ x: Double) -> Double { x.squareRoot() }
}
