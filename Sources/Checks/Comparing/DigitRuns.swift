import Bitext
import ParsedBitext

/// The numbers in code, as runs of digits: 443, and of 1,000.5 each part, as languages separate the parts by other signs.
/// Digits of names, `r1`, are none.
struct DigitRuns {
    /// A run of digits of any script.
    struct Run {
        let range: Range<Int>
        /// Its digits as ASCII.
        let digits: [UInt8]
        /// The values of the number that it is a part of, with a point and with a comma as its decimal sign: 1000.5.
        var values: [UInt64] = []
    }

    private(set) var runs: [Run] = []

    /// - Parameter text: a variant's Markdown.
    init(in text: ArraySlice<UInt8>) {
        text.withUnsafeBufferPointer { read($0, from: text.startIndex) }
        addValues(text)
    }

    /// The ranges of the runs that another text does not have, neither as a run nor as a part of a number of the same value:
    /// for 1,000 this is 1000, 1 000, 1.000 or ١٠٠٠.
    func ranges(missingIn other: DigitRuns) -> [Range<Int>] {
        let digits = Set(other.runs.map(\.digits))
        let values = Set(other.runs.flatMap(\.values))
        return runs.filter { !digits.contains($0.digits) && values.isDisjoint(with: $0.values) }.map(\.range)
    }

    private mutating func read(_ text: Bytes, from start: Int) {
        var index = 0
        while index < text.count {
            let first = index
            var digits: [UInt8] = []
            var isName = false
            while index < text.count {
                let (scalar, length) = text.scalar(at: index, text.count)
                if let digit = scalar.decimalDigit {
                    digits.append(0x30 + digit)
                } else if length == 1, text[index].isASCIILetter || text[index] == UInt8(ascii: "_") {
                    isName = true
                } else {
                    break
                }
                index += length
            }
            if !digits.isEmpty, !isName { runs.append(Run(range: start + first..<start + index, digits: digits)) }
            if index == first { index += text.scalar(at: index, text.count).length }
        }
    }

    /// Joins the runs that one sign separates, and reads their values.
    private mutating func addValues(_ text: ArraySlice<UInt8>) {
        var first = 0
        while first < runs.count {
            var last = first
            while last + 1 < runs.count, areJoined(runs[last], runs[last + 1], text) { last += 1 }
            let number = text[runs[first].range.lowerBound..<runs[last].range.upperBound]
            let values = [false, true].map { Numeral(number, hasDecimalComma: $0).key }
            for index in first...last { runs[index].values = values }
            first = last + 1
        }
    }

    private func areJoined(_ one: Run, _ other: Run, _ text: ArraySlice<UInt8>) -> Bool {
        let sign = text[one.range.upperBound..<other.range.lowerBound]
        if Self.groupSigns.contains(where: sign.elementsEqual) {
            return other.digits.count == 3 && one.digits.count <= 3
        }
        return Self.signs.contains(where: sign.elementsEqual)
    }

    /// Of groups of three digits: a blank, the no-break spaces and the apostrophes.
    private static let groupSigns = [" ", "\u{A0}", "\u{202F}", "'", "’"].map { Array($0.utf8) }
    /// Of groups or decimals, also the Arabic ones and those of full width.
    private static let signs = [".", ",", "\u{66B}", "\u{66C}", "．", "，"].map { Array($0.utf8) }
}
