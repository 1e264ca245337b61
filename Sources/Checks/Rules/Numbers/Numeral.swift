import Hashing

/// The value of a number, in the notation of any language.
struct Numeral: Equatable {
    /// The digits of the whole part, without leading zeros; "0" for none.
    let whole: [UInt8]
    /// The digits after the decimal sign, without trailing zeros.
    let fraction: [UInt8]

    /// Reads a number token.
    ///
    /// - Parameter hasDecimalComma: whether the decimal sign is a comma and not a point. Other signs separate groups.
    init(_ text: ArraySlice<UInt8>, hasDecimalComma: Bool) {
        let decimal = UInt8(ascii: hasDecimalComma ? "," : ".")
        var whole: [UInt8] = []
        var fraction: [UInt8] = []
        var isFraction = false
        let lastDecimal = text.lastIndex(of: decimal)
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            if byte.isASCIIDigit {
                if isFraction { fraction.append(byte) } else { whole.append(byte) }
            } else if index == lastDecimal {
                isFraction = true
            } else if byte == 0xEF, index + 2 < text.endIndex, text[index + 1] == 0xBC {
                // Full-width digits, U+FF10 to U+FF19.
                let digit = text[index + 2] &- 0x90 &+ 0x30
                if digit.isASCIIDigit { if isFraction { fraction.append(digit) } else { whole.append(digit) } }
                index += 2
            } else if byte == 0xD9, index + 1 < text.endIndex, (0xA0...0xA9).contains(text[index + 1]) {
                // Arabic-Indic digits, U+0660 to U+0669.
                let digit = text[index + 1] - 0xA0 + 0x30
                if isFraction { fraction.append(digit) } else { whole.append(digit) }
                index += 1
            }
            index += 1
        }
        while whole.count > 1, whole.first == UInt8(ascii: "0") { whole.removeFirst() }
        while fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
        self.whole = whole
        self.fraction = fraction
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
}
