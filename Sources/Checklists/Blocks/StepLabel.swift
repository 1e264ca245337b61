import Bitext

/// What a step outside of lists begins with: "Step 3:", `5.2.`, `1)`.
enum StepLabel: Equatable {
    case named(Int)
    /// One or two numbers.
    case numbers([Int])

    init?(_ text: [UInt8]) {
        if text.count > 5, text.prefix(5).map(\.asciiLowercased).elementsEqual("step ".utf8) {
            let digits = text[5...].prefix { $0.isASCIIDigit }
            guard let number = Int(String(decoding: digits.prefix(3), as: UTF8.self)), digits.count <= 3 else {
                return nil
            }
            // "Step 3 of the wizard" is no label.
            let rest = text[digits.endIndex...].drop { $0 == UInt8(ascii: " ") }
            guard rest.first.map({ ".:-)".utf8.contains($0) || $0 == 0xE2 || $0 == UInt8(ascii: "\n") }) ?? true else {
                return nil
            }
            self = .named(number)
            return
        }
        guard let (numbers, _) = Self.numbers(text) else { return nil }
        self = .numbers(numbers)
    }

    var number: Int {
        switch self {
        case .named(let number): number
        case .numbers(let numbers): numbers[numbers.count - 1]
        }
    }

    var marker: String {
        switch self {
        case .named(let number): "\(number)."
        case .numbers(let numbers): numbers.map(String.init).joined(separator: ".") + "."
        }
    }

    /// Where the words begin after the label, in a text that begins with it.
    func length(in text: [UInt8]) -> Int {
        switch self {
        case .named: Self.endOfName(text)
        case .numbers: Self.numbers(text)?.length ?? 0
        }
    }

    /// Where the words begin after "Step 3:", "Step 3 – ".
    private static func endOfName(_ text: [UInt8]) -> Int {
        let isSeparator = { (byte: UInt8) in byte.isASCIIBlank || ".:-)".utf8.contains(byte) }
        let rest = text.dropFirst(5).drop { $0.isASCIIDigit }
        // A dash has three bytes.
        guard let first = rest.drop(while: { $0.isASCIIBlank }).first, first == 0xE2 else {
            return rest.firstIndex { !isSeparator($0) } ?? text.count
        }
        let dash = rest.drop { $0.isASCIIBlank }
        return dash.dropFirst(3).firstIndex { !$0.isASCIIBlank } ?? text.count
    }

    /// A text without the numbers that it begins with.
    static func stripNumbers(_ text: BilingualText) -> BilingualText {
        BilingualText(shared: stripNumbers(text.sharedSource), stripNumbers(text.sharedTarget))
    }

    private static func stripNumbers(_ text: SharedText?) -> SharedText? {
        guard let text else { return nil }
        let bytes = text.withUTF8 { Array($0) }
        guard let (_, length) = numbers(bytes) else { return text }
        return SharedText(String(decoding: bytes[length...], as: UTF8.self))
    }

    /// `1.`, `1)`, `5.2`, `5.2.` and a blank, with words after it.
    private static func numbers(_ text: [UInt8]) -> (numbers: [Int], length: Int)? {
        var numbers: [Int] = []
        var end = 0
        var isClosed = false
        while numbers.count < 3 {
            let digits = text[end...].prefix { $0.isASCIIDigit }
            guard (1...2).contains(digits.count), let number = Int(String(decoding: digits, as: UTF8.self)) else {
                break
            }
            numbers.append(number)
            end = digits.endIndex
            isClosed = end < text.count && (text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: ")"))
            guard isClosed else { break }
            end += 1
        }
        guard (1...2).contains(numbers.count), isClosed || numbers.count == 2, end + 1 < text.count,
            text[end] == UInt8(ascii: " ")
        else { return nil }
        return (numbers, end + 1)
    }
}
