import Bitext

/// What a step outside of lists begins with: "Step 3:", `5.2.`, `1)`.
struct StepLabel {
    /// Whether it is written with the word "Step".
    let isNamed: Bool
    /// One number, or two: `5.2.`
    let numbers: [Int]
    /// Where the words begin after the label, in bytes.
    let length: Int

    init?(_ text: [UInt8]) {
        guard let label = Self.beginsWithStep(text) ? Self.named(text) : Self.numbered(text) else { return nil }
        self = label
    }

    private init(isNamed: Bool, numbers: [Int], length: Int) {
        self.isNamed = isNamed
        self.numbers = numbers
        self.length = length
    }

    /// The number that counts the steps.
    var number: Int { numbers[numbers.count - 1] }

    var marker: String { numbers.map(String.init).joined(separator: ".") + "." }

    /// Whether a text begins with the word "Step", in any case, and a blank.
    static func beginsWithStep(_ text: [UInt8]) -> Bool {
        text.prefix(5).map(\.asciiLowercased).elementsEqual("step ".utf8)
    }

    /// "Step 3:", "Step 3 – ", "Step 3" alone. "Step 3 of the wizard" is no label.
    private static func named(_ text: [UInt8]) -> StepLabel? {
        let digits = text.dropFirst(5).prefix { $0.isASCIIDigit }
        guard digits.count <= 3, let number = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
        let rest = text[digits.endIndex...].drop { $0.isASCIIBlank && $0 != UInt8(ascii: "\n") }
        var words = rest
        if rest.first == 0xE2 {
            // A dash has three bytes.
            words = rest.dropFirst(3)
        } else if let first = rest.first {
            guard ".:-)\n".utf8.contains(first) else { return nil }
            words = rest.drop { $0.isASCIIBlank || ".:-)".utf8.contains($0) }
        }
        return StepLabel(
            isNamed: true, numbers: [number], length: words.firstIndex { !$0.isASCIIBlank } ?? text.count)
    }

    /// A text without the numbers that it begins with.
    static func stripNumbers(_ text: BilingualText) -> BilingualText {
        BilingualText(shared: stripNumbers(text.sharedSource), stripNumbers(text.sharedTarget))
    }

    private static func stripNumbers(_ text: SharedText?) -> SharedText? {
        guard let text else { return nil }
        let bytes = text.withUTF8 { Array($0) }
        guard let label = numbered(bytes) else { return text }
        return SharedText(String(decoding: bytes[label.length...], as: UTF8.self))
    }

    /// `1.`, `1)`, `5.2`, `5.2.` and a blank, with words after it.
    private static func numbered(_ text: [UInt8]) -> StepLabel? {
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
        return StepLabel(isNamed: false, numbers: numbers, length: end + 1)
    }
}
