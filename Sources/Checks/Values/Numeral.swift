import Hashing
import ParsedBitext

/// The value of a number, in the notation of any language and in the digits of any script.
struct Numeral: Equatable {
    /// The digits of the whole part, without leading zeros; "0" for none.
    let whole: [UInt8]
    /// The digits after the decimal sign, without trailing zeros.
    let fraction: [UInt8]

    /// Reads a number token.
    ///
    /// - Parameter hasDecimalComma: whether the decimal sign is a comma and not a point. Other signs separate groups.
    init(_ text: ArraySlice<UInt8>, hasDecimalComma: Bool) {
        let decimal: UInt32 = hasDecimalComma ? 0x2C : 0x2E
        var digits: [UInt8] = []
        var decimals: [Int] = []
        var hasArabicDecimal = false
        text.withUnsafeBufferPointer { text in
            var index = 0
            while index < text.count {
                let (scalar, length) = text.scalar(at: index, text.count)
                index += length
                if let digit = scalar.decimalDigit {
                    digits.append(0x30 + digit)
                } else if scalar == 0x66B {
                    // The Arabic decimal sign.
                    decimals = [digits.count]
                    hasArabicDecimal = true
                } else if scalar == decimal || scalar == decimal + 0xFEE0, !hasArabicDecimal {
                    // 0xFEE0 is the distance of the full-width forms.
                    decimals.append(digits.count)
                }
            }
        }
        // In 1.000.000, the decimal sign separates groups.
        let isGrouped = decimals.count > 1 && digits.count - (decimals.last ?? 0) == 3
        self.init(digits: digits, point: isGrouped ? digits.count : decimals.last ?? digits.count)
    }

    private init(digits: [UInt8], point: Int) {
        var whole = Array(digits[..<point])
        var fraction = Array(digits[point...])
        while whole.count > 1, whole.first == UInt8(ascii: "0") { whole.removeFirst() }
        while fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
        self.whole = whole.isEmpty ? [UInt8(ascii: "0")] : whole
        self.fraction = fraction
    }

    /// The number times a power of ten.
    func scaled(by exponent: Int) -> Numeral {
        let zeros = Array(repeating: UInt8(ascii: "0"), count: max(0, exponent - fraction.count))
        return Numeral(digits: whole + fraction + zeros, point: whole.count + exponent)
    }

    /// The sum with a whole number below 10 to the power of `exponent`, if this number is a multiple of that: 1億 + 5千万.
    func adding(_ other: Numeral, below exponent: Int) -> Numeral? {
        guard fraction.isEmpty, other.fraction.isEmpty, other.whole.count <= exponent, whole.count > exponent,
            whole.suffix(exponent).allSatisfy({ $0 == UInt8(ascii: "0") })
        else { return nil }
        return Numeral(
            digits: Array(whole.dropLast(other.whole.count)) + other.whole, point: whole.count)
    }

    var key: UInt64 {
        var hash = KeyHash()
        for byte in whole { hash.add(byte) }
        if !fraction.isEmpty {
            hash.add(UInt8(ascii: "."))
            for byte in fraction { hash.add(byte) }
        }
        return hash.value
    }

    /// The value of a whole number below 1,000,000,000.
    var integer: Int? {
        guard fraction.isEmpty, whole.count < 10 else { return nil }
        return whole.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// The value, as far as a floating-point number is exact enough; nil for longer numbers.
    var approximation: Double? {
        guard whole.count + fraction.count <= 15 else { return nil }
        return Double(String(decoding: whole + [UInt8(ascii: ".")] + fraction + [UInt8(ascii: "0")], as: UTF8.self))
    }
}
