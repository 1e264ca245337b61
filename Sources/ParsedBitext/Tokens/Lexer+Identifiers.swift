import Bitext

/// Commands, paths, addresses, variables, placeholders and other things with the shape of code.
extension Lexer {
    /// In bytes. Each word of a text without blanks may begin an identifier, so without a limit the search for its end
    /// would be quadratic.
    private static let maxIdentifierLength = 2048

    /// How many words of one run without blanks are tried as the beginning of an identifier: of `a.a.a.…` on a damaged page,
    /// each word would be.
    private static let maxTriesInRun = 32

    /// Reads an identifier if the text at `start` has the shape of one.
    mutating func readIdentifier(from start: Int, into tokens: inout TokenList) -> Bool {
        if start >= triedRun.end { triedRun = (0, 0) }
        guard triedRun.tries < Self.maxTriesInRun else { return false }
        guard let (kind, stop) = identifier(from: start) else { return false }
        append(kind, start..<stop, into: &tokens)
        offset = stop
        return true
    }

    /// What identifier begins at `start`, and where it ends; nil for none.
    private mutating func identifier(from start: Int) -> (kind: Token.Kind, end: Int)? {
        let limit = min(end, start + Self.maxIdentifierLength)
        var stop = identifierEnd(from: start, to: limit)
        triedRun = (stop, triedRun.tries + 1)
        // Addresses may contain characters that end other identifiers.
        if let colon = text.firstOffset(of: "://", from: start, to: stop), colon > start {
            // "at:https://…": the first word is not part of the address.
            guard !(start..<colon).contains(where: { text[$0] == UInt8(ascii: ":") }) else { return nil }
            stop = endOfRun(of: ByteClass.isInAddress, from: stop, to: limit)
        }
        while stop > start, ByteClass.endsSentence(text[stop - 1]) { stop -= 1 }
        guard stop > start + 1, let kind = IdentifierShape(text, start..<stop).kind else { return nil }
        return (kind, stop)
    }

    /// The end of the letters, digits and joining punctuation from `start` on.
    private func identifierEnd(from start: Int, to limit: Int) -> Int {
        endOfRun(of: { ByteClass.continuesIdentifier($0) || ByteClass.joins($0) }, from: start, to: limit)
    }

    /// The end of what consists of certain bytes and of letters beyond ASCII.
    private func endOfRun(of includes: (UInt8) -> Bool, from start: Int, to limit: Int) -> Int {
        var stop = start
        while stop < limit {
            let length = includes(text[stop]) ? 1 : alphabeticLength(at: stop)
            guard length > 0, stop + length <= limit else { break }
            stop += length
        }
        return stop
    }

    /// How many bytes the letter at `index` has, if it is a letter beyond ASCII that a path or an address may continue with;
    /// else 0.
    ///
    /// These are Latin, Greek and Cyrillic letters and the marks on them. In other scripts, words or particles of the
    /// sentence follow a path without a blank: `C:\Relayにある`.
    func alphabeticLength(at index: Int) -> Int {
        guard text[index] >= 0xC3 else { return 0 }
        let (scalar, length) = text.scalar(at: index, end)
        switch scalar {
        case 0xD7, 0xF7: return 0
        case 0xC0...0x24F, 0x300...0x36F, 0x370...0x52F, 0x1E00...0x1FFF: return length
        default: return 0
        }
    }

    mutating func append(_ kind: Token.Kind, _ range: Range<Int>, into tokens: inout TokenList) {
        noteMojibake(in: range)
        switch kind {
        case .number, .version: contents.insert(.numbers)
        case .placeholder, .formatPlaceholder: contents.insert(.placeholders)
        case .command: contents.insert(.commands)
        case .parameter: contents.insert(.parameters)
        case .path, .file, .variable: contents.insert(.paths)
        case .url, .email: contents.insert(.addresses)
        default: contents.insert(.codeNames)
        }
        let hash = WordHash(text[range]).value
        tokens.append(
            Token(
                kind: kind, isCapitalised: false, isAllCapitals: false, lower: Int32(range.lowerBound),
                upper: Int32(range.upperBound), hash: hash, stem: hash))
    }

    /// Notes the characters of a range that may be misread UTF-8.
    private mutating func noteMojibake(in range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            let (scalar, length) = text.scalar(at: index, end)
            index += length
            noteMojibake(scalar, index)
        }
    }

    /// Reads what begins with `-`, `/`, `\`, `$`, `%`, `<` or `.`.
    mutating func readSigil(_ byte: UInt8, into tokens: inout TokenList) {
        let next = offset + 1 < end ? text[offset + 1] : 0
        let isFree = offset == begin || (isBoundary(text[offset - 1]) && !isAfterAlphabetic)
        switch byte {
        case UInt8(ascii: "-"):
            if isFree, next.isASCIILetter, readParameter(into: &tokens) { return }
            if next == byte, offset == begin || text[offset - 1].isASCIIBlank || text[offset - 1].isOne(of: "([|"),
                readLongOption(into: &tokens)
            {
                return
            }
        case UInt8(ascii: "/"):
            if isFree, next.isASCIIAlphanumeric || isAlphabetic(at: offset + 1), readPathOrSwitch(into: &tokens) {
                return
            }
        case UInt8(ascii: "\\"):
            if isFree || text[offset - 1].isASCIIDigit,
                next == byte || next.isASCIILetter || isAlphabetic(at: offset + 1),
                readIdentifier(from: offset, into: &tokens)
            {
                return
            }
        case UInt8(ascii: "$"):
            if next.isASCIILetter || next == UInt8(ascii: "_") || isAlphabetic(at: offset + 1),
                readVariable(into: &tokens)
            {
                return
            }
        case UInt8(ascii: "%"):
            if readPercent(next, isFree: isFree, into: &tokens) { return }
        case UInt8(ascii: "<"):
            if readPlaceholder(into: &tokens) { return }
        case UInt8(ascii: "."):
            if isFree, next.isASCIILetter, readIdentifier(from: offset, into: &tokens) { return }
        default: break
        }
        offset += 1
    }

    private func isAlphabetic(at index: Int) -> Bool { index < end && alphabeticLength(at: index) > 0 }

    /// Whether a letter that a path may continue with is before the current byte.
    private var isAfterAlphabetic: Bool {
        var start = offset - 1
        while start > begin, text[start].isUTF8Continuation { start -= 1 }
        return alphabeticLength(at: start) > 0
    }

    private func isBoundary(_ byte: UInt8) -> Bool {
        byte.isASCIIBlank || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
            || byte == UInt8(ascii: "[") || byte >= 0x80
    }

    private mutating func readParameter(into tokens: inout TokenList) -> Bool {
        var stop = offset + 1
        while stop < end, text[stop].isASCIIAlphanumeric { stop += 1 }
        // A hyphenated word, or a word after a dash, is no parameter.
        guard stop - offset > 2, stop == end || (text[stop] != UInt8(ascii: "-") && text[stop] < 0x80),
            text[offset + 1] <= UInt8(ascii: "Z") || hasInnerCapital(offset + 2..<stop)
        else { return false }
        append(.parameter, offset..<stop, into: &tokens)
        offset = stop
        return true
    }

    /// Reads `--output` or `--no-wait`.
    private mutating func readLongOption(into tokens: inout TokenList) -> Bool {
        var stop = offset + 2
        while stop < end,
            text[stop].isASCIIAlphanumeric
                || (text[stop] == UInt8(ascii: "-") && stop + 1 < end && text[stop + 1].isASCIIAlphanumeric)
        {
            stop += 1
        }
        // A word after a dash is no option, nor is a word with other letters.
        guard stop - offset > 3, text[offset + 2].isASCIILetter, stop == end || text[stop] < 0x80 else { return false }
        append(.parameter, offset..<stop, into: &tokens)
        offset = stop
        return true
    }

    private func hasInnerCapital(_ range: Range<Int>) -> Bool {
        range.contains { text[$0] >= UInt8(ascii: "A") && text[$0] <= UInt8(ascii: "Z") }
    }

    private mutating func readPathOrSwitch(into tokens: inout TokenList) -> Bool {
        var stop = identifierEnd(from: offset + 1, to: end)
        let slashes = text[offset..<stop].count { $0 == UInt8(ascii: "/") }
        while stop > offset, ByteClass.endsSentence(text[stop - 1]) { stop -= 1 }
        guard stop > offset + 1, stop == end || text[stop] < 0x80 else { return false }
        // "préparer /éditer" is prose.
        guard slashes > 1 || !text[offset..<stop].contains(where: { $0 >= 0x80 }) else { return false }
        append(slashes > 1 ? .path : .parameter, offset..<stop, into: &tokens)
        offset = stop
        return true
    }

    private mutating func readVariable(into tokens: inout TokenList) -> Bool {
        var stop = offset + 1
        while stop < end {
            if text[stop].isASCIIAlphanumeric || text[stop] == UInt8(ascii: "_")
                || (text[stop] == UInt8(ascii: ":") && stop + 1 < end && text[stop + 1].isASCIILetter)
            {
                stop += 1
            } else {
                let length = alphabeticLength(at: stop)
                guard length > 0 else { break }
                stop += length
            }
        }
        append(.variable, offset..<stop, into: &tokens)
        offset = stop
        return true
    }

    private mutating func readPercent(_ next: UInt8, isFree: Bool, into tokens: inout TokenList) -> Bool {
        // The percent sign of a number.
        if isFree, writesPercentFirst, next.isASCIIDigit { return false }
        // %1, %s. "50 %1" is read wrongly here, but is not written in practice.
        if isFree, next.isASCIIDigit || next == UInt8(ascii: "s") || next == UInt8(ascii: "d"),
            offset + 2 >= end || !text[offset + 2].isASCIIAlphanumeric
        {
            append(.formatPlaceholder, offset..<offset + 2, into: &tokens)
            offset += 2
            return true
        }
        guard next.isASCIILetter else { return false }
        var stop = offset + 1
        while stop < end,
            text[stop].isASCIIAlphanumeric || text[stop] == UInt8(ascii: "_") || text[stop] == UInt8(ascii: "(")
                || text[stop] == UInt8(ascii: ")")
        {
            stop += 1
        }
        guard stop < end, text[stop] == UInt8(ascii: "%"), stop > offset + 2 else { return false }
        stop += 1
        // The path after the variable belongs to it: %TEMP%\logs.
        let variable = stop
        stop = identifierEnd(from: stop, to: end)
        while stop > variable, ByteClass.endsSentence(text[stop - 1]) { stop -= 1 }
        append(.variable, offset..<stop, into: &tokens)
        offset = stop
        return true
    }

    /// Reads a placeholder: `{0}`, `{your URL}`, `<Tenant name>`, `[InstanceName]`.
    mutating func readPlaceholder(into tokens: inout TokenList) -> Bool {
        let opening = text[offset]
        let closing: UInt8 =
            opening == UInt8(ascii: "[")
            ? UInt8(ascii: "]") : opening == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: ">")
        let limit = min(end, offset + 64)
        var stop = offset + 1
        var words = 1
        while stop < limit, text[stop] != closing {
            guard text[stop] >= 0x20, text[stop] != opening else { return false }
            // The last byte of a no-break space, U+00A0 or U+202F.
            let isNoBreakSpace =
                (text[stop] == 0xA0 && text[stop - 1] == 0xC2)
                || (text[stop] == 0xAF && text[stop - 1] == 0x80 && text[stop - 2] == 0xE2)
            if text[stop] == 0x20 || isNoBreakSpace { words += 1 }
            stop += 1
        }
        guard stop < limit, stop > offset + 1, words <= 6 else { return false }
        let first = text[offset + 1]
        let isNumber = (offset + 1..<stop).allSatisfy { text[$0].isASCIIDigit }
        switch opening {
        case UInt8(ascii: "{"):
            // In "{or }" the braces are two signs of a list.
            guard isNumber || isLetter(at: offset + 1), text[stop - 1] != 0x20 else { return false }
        case UInt8(ascii: "["):
            // Brackets enclose remarks, too. A placeholder has capitals inside and no blank.
            guard words == 1, first.isASCIILetter, hasInnerCapital(offset + 2..<stop),
                (offset + 2..<stop).contains(where: { text[$0] >= UInt8(ascii: "a") })
            else { return false }
        default:
            guard isLetter(at: offset + 1), text[stop - 1] != UInt8(ascii: "-") else { return false }
        }
        append(isNumber ? .formatPlaceholder : .placeholder, offset..<stop + 1, into: &tokens)
        offset = stop + 1
        return true
    }

    private func isLetter(at index: Int) -> Bool {
        text[index].isASCIILetter
            || (text[index] >= 0x80 && ScalarClass.of(text.scalar(at: index, end).value) == .letter)
    }
}
