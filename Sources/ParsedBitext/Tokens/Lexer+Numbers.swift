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
            let byte = text[stop]
            if byte == UInt8(ascii: ".") || (byte == UInt8(ascii: ",") && continuesAfterComma(stop)), stop + 1 < end,
                text[stop + 1].isASCIIDigit
            {
                if byte == UInt8(ascii: ".") { dots += 1 }
                stop = endOfDigits(stop + 1)
            } else if let blank = groupBlank(at: stop, from: start) {
                stop = endOfDigits(stop + blank)
            } else {
                break
            }
        }
        if dots == 2, hasDottedDates, appendDate(start..<stop, into: &tokens) { return }
        append(dots >= 2 && !isGrouped(start..<stop) ? .version : .number, start..<stop, into: &tokens)
        offset = max(stop, start + 1)
        // The `x` between the two numbers of a dimension is no word.
        if letters == 1, isDimension(start..<probe), stop < probe { offset = stop + 1 }
        if stop == start {
            // A digit of another script.
            offset = start + text.scalar(at: start, end).length
        }
    }

    /// Whether a number goes on after a comma: with decimals or a group of three digits. In `decimal(3,2)` the comma
    /// separates two numbers.
    private func continuesAfterComma(_ comma: Int) -> Bool {
        if hasDecimalComma { return true }
        let stop = endOfDigits(comma + 1)
        return stop - comma == 4
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
        guard parts.count == 3, parts[0].count <= 2, parts[1].count <= 2, parts[2].count == 4,
            text[parts[2].lowerBound] == UInt8(ascii: "1") || text[parts[2].lowerBound] == UInt8(ascii: "2")
        else { return false }
        for part in parts { append(.number, part, into: &tokens) }
        offset = range.upperBound
        return true
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
        while stop < end {
            if text[stop].isASCIIDigit {
                stop += 1
            } else if text[stop] >= 0x80 {
                let (scalar, length) = text.scalar(at: stop, end)
                guard ScalarClass.of(scalar) == .digit else { break }
                stop += length
            } else {
                break
            }
        }
        return stop
    }

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
            text[index + 2] == 0xAF || text[index + 2] == 0x89
        {
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

    /// Whether dots separate groups of digits: `1.000.000` is no version.
    private func isGrouped(_ range: Range<Int>) -> Bool {
        var digits = 0
        var isFirst = true
        for index in range {
            if text[index].isASCIIDigit {
                digits += 1
            } else {
                guard isFirst ? (1...3).contains(digits) : digits == 3 else { return false }
                isFirst = false
                digits = 0
            }
        }
        return digits == 3 && text[range.lowerBound] != UInt8(ascii: "0")
    }
}
