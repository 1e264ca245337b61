#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The C library's logarithm and exponential under one name on every platform. Loops call ``approximateLogarithm(_:)``.
enum Logarithm {
    /// The C library's logarithm.
    static func natural(_ x: Double) -> Double { log(x) }
    /// The C library's exponential function.
    static func exponential(_ x: Double) -> Double { exp(x) }
}
