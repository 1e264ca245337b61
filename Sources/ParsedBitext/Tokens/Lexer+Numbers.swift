import Bitext

/// Numbers, versions, dates and dimensions.
extension Lexer {
    mutating func readDigits(into tokens: inout TokenList) {
        let start = offset
        // A GUID, a hash, an address: letters and digits mixed.
        var probe = start
        var letters = 0
        var digits = 0
        while probe < end, text[probe].isASCIIAlphanumeric {
            if text[probe].isASCIIDigit { digits += 1 } else { letters += 1 }
            probe += 1
        }
        if letters > 0,
            (isMixed(start..<probe) && !isDimension(start..<probe))
                || (probe < end && text[probe] == UInt8(ascii: "-") && digits + letters >= 8)
        {
            if readIdentifier(from: start, into: &tokens) { return }
            append(.identifier, start..<probe, into: &tokens)
            offset = probe
            return
        }
        if letters > 0 || (probe < end && text[probe] == UInt8(ascii: "_")) || startsMail(probe) {
            // "3rd", "64bit", "10MB" are a number and a word; "1_a" is an identifier.
            if probe < end, text[probe] == UInt8(ascii: "_") || startsMail(probe),
                readIdentifier(from: start, into: &tokens)
            {
                return
            }
        }
        var stop = endOfDigits(start)
        var dots = 0
        while stop < end {
            if let separator = separator(at: stop) {
                if text[stop] == UInt8(ascii: ".") { dots += 1 }
                stop = endOfDigits(stop + separator)
            } else if let blank = groupBlank(at: stop, from: start) {
                stop = endOfDigits(stop + blank)
            } else {
                break
            }
        }
        if dots == 2, hasOtherDates, appendDate(start..<stop, into: &tokens) { return }
        append(dots >= 2 && !isQuantity(start..<stop) ? .version : .number, start..<stop, into: &tokens)
        offset = max(stop, start + 1)
        // The `x` between the two numbers of a dimension is no word.
        if letters == 1, isDimension(start..<probe), stop < probe { offset = stop + 1 }
    }

    /// The length in bytes of a sign that separates digits, or nil.
    private func separator(at index: Int) -> Int? {
        let length: Int
        switch text[index] {
        case UInt8(ascii: "."): length = 1
        case UInt8(ascii: ","):
            guard continuesAfterComma(index) else { return nil }
            length = 1
        // Arabic: U+066B separates decimals, U+066C separates groups.
        case 0xD9 where index + 1 < end && (text[index + 1] == 0xAB || text[index + 1] == 0xAC): length = 2
        // Full-width comma and full stop.
        case 0xEF where text.has("\u{FF0C}", at: index) || text.has("\u{FF0E}", at: index): length = 3
        default: return nil
        }
        return digitLength(at: index + length) > 0 ? length : nil
    }

    /// Whether a number goes on after a comma: with decimals, a group of three digits, or the Indian groups of two digits before
    /// one of three (1,00,000). In `decimal(3,2)` the comma separates two numbers.
    private func continuesAfterComma(_ comma: Int) -> Bool {
        if hasDecimalComma { return true }
        var group = comma
        // A number with more groups is no number that somebody writes.
        for _ in 0..<8 {
            let stop = endOfDigits(group + 1)
            switch digitCount(group + 1..<stop) {
            case 3: return true
            case 2 where stop < end && text[stop] == UInt8(ascii: ","): group = stop
            // After the first groups, there is no other sign than a comma before the last one.
            default: return false
            }
        }
        return false
    }

    /// Appends a date like `31.12.2014` as three numbers, because `12/31/2014` is three numbers, too.
    private mutating func appendDate(_ range: Range<Int>, into tokens: inout TokenList) -> Bool {
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        for index in range where text[index] == UInt8(ascii: ".") {
            parts.append(start..<index)
            start = index + 1
        }
        parts.append(start..<range.upperBound)
        guard parts.count == 3 else { return false }
        let values = parts.compactMap(smallValue)
        guard values.count == 3 else { return false }
        let (days, months, years) = (1...31, 1...12, 1900...2100)
        let isDayFirst = days.contains(values[0]) && months.contains(values[1])
        guard
            (isDayFirst && years.contains(values[2]))
                || (isDayFirst && hasDottedDates && parts.allSatisfy { $0.count == 2 })
                || (years.contains(values[0]) && months.contains(values[1]) && days.contains(values[2]))
        else { return false }
        for part in parts { append(.number, part, into: &tokens) }
        offset = range.upperBound
        return true
    }

    /// The value of at most four ASCII digits.
    private func smallValue(_ range: Range<Int>) -> Int? {
        guard (1...4).contains(range.count), range.allSatisfy({ text[$0].isASCIIDigit }) else { return nil }
        return range.reduce(0) { $0 * 10 + Int(text[$1] - 0x30) }
    }

    private func startsMail(_ index: Int) -> Bool {
        index + 1 < end && text[index] == UInt8(ascii: "@") && text[index + 1].isASCIILetter
    }

    /// Whether letters and digits alternate, as in `0x1F`, `3df8` and `802q`, but not in `10MB` and `5th`.
    private func isMixed(_ range: Range<Int>) -> Bool {
        var changes = 0
        var last = true
        for index in range {
            let isDigit = text[index].isASCIIDigit
            if isDigit != last { changes += 1 }
            last = isDigit
        }
        return changes > 1
    }

    /// Whether a range is like `1280x720`, or like the French `09h00`.
    private func isDimension(_ range: Range<Int>) -> Bool {
        let letters = range.filter { !text[$0].isASCIIDigit }
        guard letters.count == 1 else { return false }
        if text[letters[0]] == UInt8(ascii: "h") {
            return letters[0] - range.lowerBound <= 2 && range.upperBound - letters[0] == 3
        }
        return text[letters[0]] | 0x20 == UInt8(ascii: "x")
            && (text[range.lowerBound] != UInt8(ascii: "0") || range.count == 3)
    }

    private func endOfDigits(_ start: Int) -> Int {
        var stop = start
        while true {
            let length = digitLength(at: stop)
            if length == 0 { return stop }
            stop += length
        }
    }

    /// The length in bytes of a digit of any script, or 0.
    private func digitLength(at index: Int) -> Int {
        guard index < end else { return 0 }
        if text[index].isASCIIDigit { return 1 }
        guard text[index] >= 0xD9 else { return 0 }
        let (scalar, length) = text.scalar(at: index, end)
        return scalar.decimalDigit == nil ? 0 : length
    }

    /// How many digits there are in a range of digits.
    private func digitCount(_ range: Range<Int>) -> Int { range.count { !text[$0].isUTF8Continuation } }

    /// The length in bytes of a blank that separates a group of three digits, or nil.
    private func groupBlank(at index: Int, from start: Int) -> Int? {
        let length: Int
        if text[index] == 0x20 || text[index] == UInt8(ascii: "'") {
            // In other languages a blank separates two numbers.
            guard groupsByBlank else { return nil }
            length = 1
        } else if text[index] == 0xC2, index + 1 < end, text[index + 1] == 0xA0 {
            length = 2
        } else if text[index] == 0xE2, index + 2 < end, text[index + 1] == 0x80,
            text[index + 2] == 0xAF || text[index + 2] == 0x89 || (text[index + 2] == 0x99 && groupsByBlank)
        {
            // A thin space, without a break or with one, or the Swiss apostrophe, 10’000.
            length = 3
        } else {
            return nil
        }
        let group = index + length
        guard group + 3 <= end, text[group].isASCIIDigit, text[group + 1].isASCIIDigit, text[group + 2].isASCIIDigit,
            group + 3 == end || !text[group + 3].isASCIIDigit
        else { return nil }
        // The group before the blank has three digits at most.
        var digits = 0
        var back = index - 1
        while back >= start, text[back].isASCIIDigit {
            digits += 1
            back -= 1
        }
        return (1...3).contains(digits) ? length : nil
    }

    /// Whether digits with several dots are a quantity: `1.000.000` and `1.000.000,50` have groups of three digits. So has
    /// `1.000.000.00`, where the last dot is a decimal sign.
    private func isQuantity(_ range: Range<Int>) -> Bool {
        let digits = text[range].prefix { $0 != UInt8(ascii: ",") }
        let groups = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard let first = groups.first, let last = groups.last, (1...3).contains(first.count),
            first.first != UInt8(ascii: "0"), groups.dropFirst().dropLast().allSatisfy({ $0.count == 3 })
        else { return false }
        // An address: 192.168.100.100.
        if groups.count == 4, groups.allSatisfy({ isByte($0.startIndex..<$0.endIndex) }) { return false }
        return last.count == 3 || (last.elementsEqual("00".utf8) && digits.count == range.count)
    }
    /// Whether digits are a number from 1 to 255, without zeros before it.
    private func isByte(_ range: Range<Int>) -> Bool {
        guard text[range.lowerBound] != UInt8(ascii: "0"), let value = smallValue(range) else { return false }
        return value < 256
    }
}
