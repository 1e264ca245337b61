import Bitext
import MarkdownSyntax

/// Reads the words, numbers and identifiers of one half's text, and notices what rules look for.
///
/// One pass over the bytes. What has the shape of code is one token whatever is in it, so that no rule for prose ever sees
/// half of a path: that is the first half of "protect first, compare second".
package struct Lexer {
    private let text: Bytes
    private let end: Int
    private let begin: Int
    private var offset: Int
    private let classes = ByteClass.table
    /// Of the small words that ``SegmentContents/sourceWords`` is about; nil on the source's side.
    private let sourceWords: FunctionWords.Filter?
    private let groupsByBlank: Bool
    private let hasDecimalComma: Bool
    private let hasDottedDates: Bool
    package private(set) var contents: SegmentContents = []
    private var previousWord: UInt32 = 0
    private var previousWordEnd = -1

    package init(_ text: Bytes, _ range: Range<Int>, _ language: Language, sourceWords: FunctionWords.Filter? = nil) {
        self.text = text
        begin = range.lowerBound
        offset = range.lowerBound
        end = range.upperBound
        groupsByBlank = language.hasDecimalComma || language.code.isEmpty
        hasDecimalComma = language.hasDecimalComma
        hasDottedDates = language.hasDottedDates
        self.sourceWords = sourceWords
    }

    @inline(__always)
    private func classOf(_ byte: UInt8) -> ByteClass { classes[Int(byte)] }

    mutating func read(into tokens: inout TokenList) {
        while offset < end {
            let byte = text[offset]
            switch classOf(byte) {
            case .blank:
                if offset + 1 < end {
                    let next = text[offset + 1]
                    if classOf(next) == .blank { contents.insert(.doubleBlanks) }
                    if next == UInt8(ascii: ".") || next == UInt8(ascii: ",") { contents.insert(.detachedPunctuation) }
                }
                offset += 1
            case .letter: if !readPlainWord(into: &tokens) { readWord(into: &tokens) }
            case .digit: readDigits(into: &tokens)
            case .sigil: readSigil(byte, into: &tokens)
            case .bracket:
                contents.insert(.brackets)
                if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{"), readPlaceholder(into: &tokens) { continue }
                offset += 1
            case .marker:
                contents.insert(.visibleMarkers)
                if byte == UInt8(ascii: "_") || byte == UInt8(ascii: "~"), offset + 1 < end,
                    text[offset + 1].isASCIIAlphanumeric || text[offset + 1] == UInt8(ascii: "/")
                {
                    readWord(into: &tokens)
                } else {
                    offset += 1
                }
            case .spaced:
                contents.insert(.spacedPunctuation)
                offset += 1
            case .control:
                // 0x01 to 0x03 stand for markup.
                if byte > SideTokens.MarkupByte.directive { contents.insert(.oddCharacters) }
                offset += 1
            case .other: offset += 1
            case .wide: readWide(into: &tokens)
            }
        }
        if !tokens.isEmpty { contents.insert(.words) }
    }

    /// Reads the tokens of a text that stands alone.
    package mutating func tokens() -> [Token] {
        var list = TokenList(capacity: 16)
        read(into: &list)
        return list.array
    }

    // MARK: Words

    private mutating func readWide(into tokens: inout TokenList) {
        let (scalar, length) = text.scalar(at: offset, end)
        switch ScalarClass.of(scalar) {
        case .letter: readWord(into: &tokens)
        case .digit: readDigits(into: &tokens)
        case .odd:
            contents.insert(.oddCharacters)
            offset += length
        case .quote:
            // ’ is an apostrophe far more often than a quote, and has no partner.
            if scalar < 0x2018 || scalar > 0x201B { contents.insert(.brackets) }
            contents.insert(.spacedPunctuation)
            offset += length
        case .blank, .other:
            if scalar == 0xD7 { noticeMojibake(scalar, offset + length) }
            offset += length
        }
    }

    /// Notices `Ã` and its kin with a character behind them that a continuation byte may have become.
    @inline(__always)
    private mutating func noticeMojibake(_ scalar: UInt32, _ next: Int) {
        if scalar >= 0xC2, scalar <= 0xF4, next < end, MisreadUTF8.canFollow(text[next]) { contents.insert(.mojibake) }
    }

    /// Reads what most words are: up to eight ASCII letters, none but the first a capital, with a blank or a comma behind them.
    @inline(__always)
    private mutating func readPlainWord(into tokens: inout TokenList) -> Bool {
        let start = offset
        guard start &+ 9 <= text.count else { return false }
        let block = LetterBlock(text.block(at: start))
        let count = block.count
        let stop = start &+ count
        guard stop < end, text[stop] == UInt8(ascii: " ") || text[stop] == UInt8(ascii: ","),
            block.capitals(count) & ~0x80 == 0
        else { return false }
        let hash = block.hash(count)
        let isCapitalised = block.capitals(count) != 0
        notice(word: hash, start, stop, isCapitalised: isCapitalised)
        tokens.append(
            Token(
                kind: .word, isCapitalised: isCapitalised, isAllCapitals: false,
                lower: Int32(truncatingIfNeeded: start),
                upper: Int32(truncatingIfNeeded: stop), hash: hash,
                stem: count > WordHash.stemLength ? block.hash(WordHash.stemLength) : hash))
        offset = stop
        return true
    }

    /// Notices what a word means for its segment.
    @inline(__always)
    private mutating func notice(word hash: UInt32, _ start: Int, _ stop: Int, isCapitalised: Bool) {
        if hash == previousWord, onlyBlanks(previousWordEnd, start) { contents.insert(.repeatedWords) }
        if start == previousWordEnd &+ 1, start > begin, isCapitalised { noticeGlue(text[previousWordEnd]) }
        if let sourceWords, sourceWords.contains(hash) { contents.insert(.sourceWords) }
        previousWord = hash
        previousWordEnd = stop
    }

    /// Reads letters; goes over to an identifier where one begins.
    private mutating func readWord(into tokens: inout TokenList) {
        let start = offset
        var hash = WordHash()
        var stem: UInt32 = 0
        var capitals = 0
        var letters = 0
        var hasDigit = false
        var hasInnerCapital = false
        var hasWide = false
        var wasLower = false
        /// Where words have no blanks between them, a word ends where another script begins: "Serverのポート".
        var isUnspaced = false
        var index = start
        scan: while index < end {
            let block = LetterBlock(text.block(at: index))
            let count = min(block.count, end &- index)
            if count > 0 {
                if isUnspaced { break scan }
                if block.capitals(count) != 0 {
                    capitals &+= block.capitals(count).nonzeroBitCount
                    if block.hasInnerCapital(count, isBehindLower: wasLower) { hasInnerCapital = true }
                }
                wasLower = block.isLower(count &- 1)
                if letters < WordHash.stemLength, letters &+ count >= WordHash.stemLength {
                    var beginning = hash
                    beginning.append(block, WordHash.stemLength &- letters)
                    stem = beginning.value
                }
                hash.append(block, count)
                letters &+= count
                index &+= count
                if count == 8 || index == end { continue }
            }
            let byte = text[index]
            switch classOf(byte) {
            case .digit:
                if isUnspaced { break scan }
                if !hasDigit, isNumbered(start, index, isName: letters < 2 || letters == capitals) { break scan }
                hasDigit = true
                hash.append(byte)
                index &+= 1
            case .wide:
                let (scalar, length) = text.scalar(at: index, end)
                guard ScalarClass.of(scalar) == .letter else { break scan }
                if isUnspaced || scalar >= 0xE00, scalar.isUnspacedLetter != isUnspaced {
                    guard index == start else { break scan }
                    isUnspaced = true
                }
                let lower = scalar.lowercased
                letters &+= 1
                hasWide = true
                noticeMojibake(scalar, index &+ length)
                if lower != scalar { capitals &+= 1 }
                wasLower = lower == scalar
                hash.append(lower)
                if letters == WordHash.stemLength { stem = hash.value }
                index &+= length
            default: break scan
            }
        }
        // A byte that joins letters to an identifier, with a letter or digit behind it.
        if index < end, text[index] != 0x20, !hasWide || index == start, ByteClass.joins(text[index]),
            index == start || (index + 1 < end && ByteClass.continuesIdentifier(text[index + 1]))
        {
            if readIdentifier(from: start, into: &tokens) { return }
            if index == start {
                offset += 1
                return
            }
        }
        offset = index
        let whole = hash.value
        let kind: Token.Kind
        if hasDigit, !hasWide, letters > 0 {
            kind = .identifier
        } else if hasInnerCapital, !hasWide {
            kind = .name
        } else {
            kind = .word
        }
        let isCapitalised = capitals > 0 && (text[start] >= 0x80 || text[start] <= UInt8(ascii: "Z"))
        if kind == .word {
            notice(word: whole, start, index, isCapitalised: isCapitalised)
        } else if kind == .identifier {
            contents.insert(.codeNames)
        }
        tokens.append(
            Token(
                kind: kind, isCapitalised: isCapitalised, isAllCapitals: capitals == letters && letters > 1,
                lower: Int32(start), upper: Int32(index), hash: whole,
                stem: kind == .word && letters >= WordHash.stemLength ? stem : whole))
    }

    /// Whether digits behind letters are a number of their own: "User1" is translated like a word and a number, and so is
    /// "v1.0"; "E911", "x86" and "lync16.admx" are names.
    private func isNumbered(_ start: Int, _ index: Int, isName: Bool) -> Bool {
        let isVersion = index == start + 1 && text[start] | 0x20 == UInt8(ascii: "v")
        guard !isName || isVersion else { return false }
        var stop = index
        while stop < end, text[stop].isASCIIDigit || (isVersion && text[stop] == UInt8(ascii: ".")) { stop += 1 }
        guard stop < end else { return true }
        if text[stop].isASCIILetter || text[stop] == UInt8(ascii: "_") { return false }
        return !ByteClass.joins(text[stop]) || stop + 1 == end || !ByteClass.continuesIdentifier(text[stop + 1])
    }

    private mutating func noticeGlue(_ byte: UInt8) {
        if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!") {
            contents.insert(.gluedWords)
        }
    }

    private func onlyBlanks(_ start: Int, _ end: Int) -> Bool {
        guard start >= 0, start < end else { return false }
        for index in start..<end where classOf(text[index]) != .blank { return false }
        return true
    }

    // MARK: Identifiers

    /// Each word of a run without blanks may begin an identifier, so the search for its end must not go on for ever.
    private static let longestIdentifier = 2048

    /// Reads what has the shape of code, if it does.
    private mutating func readIdentifier(from start: Int, into tokens: inout TokenList) -> Bool {
        let limit = min(end, start + Self.longestIdentifier)
        var stop = start
        while stop < limit, ByteClass.continuesIdentifier(text[stop]) || ByteClass.joins(text[stop]) { stop += 1 }
        // Addresses go on over what ends other identifiers.
        if let colon = text.firstOffset(of: "://", from: start, to: stop), colon > start {
            // "at:https://…": the word in front is none of the address.
            guard !(start..<colon).contains(where: { text[$0] == UInt8(ascii: ":") }) else { return false }
            while stop < limit, ByteClass.isInAddress(text[stop]) { stop += 1 }
        }
        while stop > start, ByteClass.endsSentence(text[stop - 1]) { stop -= 1 }
        guard stop > start + 1 else { return false }
        guard let kind = IdentifierShape(text, start..<stop).kind else { return false }
        append(kind, start..<stop, into: &tokens)
        offset = stop
        return true
    }

    private mutating func append(_ kind: Token.Kind, _ range: Range<Int>, into tokens: inout TokenList) {
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

    private mutating func readSigil(_ byte: UInt8, into tokens: inout TokenList) {
        let next = offset + 1 < end ? text[offset + 1] : 0
        let isFree = offset == begin || isBoundary(text[offset - 1])
        switch byte {
        case UInt8(ascii: "-"):
            if isFree, next.isASCIILetter, readParameter(into: &tokens) { return }
        case UInt8(ascii: "/"):
            if isFree, next.isASCIIAlphanumeric, readPathOrSwitch(into: &tokens) { return }
        case UInt8(ascii: "\\"):
            if isFree || text[offset - 1].isASCIIDigit, next == byte || next.isASCIILetter,
                readIdentifier(from: offset, into: &tokens)
            {
                return
            }
        case UInt8(ascii: "$"):
            if next.isASCIILetter || next == UInt8(ascii: "_"), readVariable(into: &tokens) { return }
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

    private func isBoundary(_ byte: UInt8) -> Bool {
        byte.isASCIIBlank || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
            || byte == UInt8(ascii: "[") || byte >= 0x80
    }

    private mutating func readParameter(into tokens: inout TokenList) -> Bool {
        var stop = offset + 1
        while stop < end, text[stop].isASCIIAlphanumeric { stop += 1 }
        // A word that is hyphenated, or set off by a dash, is none.
        guard stop - offset > 2, stop == end || (text[stop] != UInt8(ascii: "-") && text[stop] < 0x80),
            text[offset + 1] <= UInt8(ascii: "Z") || hasInnerCapital(offset + 2..<stop)
        else { return false }
        append(.parameter, offset..<stop, into: &tokens)
        offset = stop
        return true
    }

    private func hasInnerCapital(_ range: Range<Int>) -> Bool {
        range.contains { text[$0] >= UInt8(ascii: "A") && text[$0] <= UInt8(ascii: "Z") }
    }

    private mutating func readPathOrSwitch(into tokens: inout TokenList) -> Bool {
        var stop = offset + 1
        var slashes = 1
        while stop < end, ByteClass.continuesIdentifier(text[stop]) || ByteClass.joins(text[stop]) {
            if text[stop] == UInt8(ascii: "/") { slashes += 1 }
            stop += 1
        }
        while stop > offset, ByteClass.endsSentence(text[stop - 1]) { stop -= 1 }
        guard stop > offset + 1, stop == end || text[stop] < 0x80 else { return false }
        append(slashes > 1 ? .path : .parameter, offset..<stop, into: &tokens)
        offset = stop
        return true
    }

    private mutating func readVariable(into tokens: inout TokenList) -> Bool {
        var stop = offset + 1
        while stop < end,
            text[stop].isASCIIAlphanumeric || text[stop] == UInt8(ascii: "_")
                || (text[stop] == UInt8(ascii: ":") && stop + 1 < end && text[stop + 1].isASCIILetter)
        {
            stop += 1
        }
        append(.variable, offset..<stop, into: &tokens)
        offset = stop
        return true
    }

    private mutating func readPercent(_ next: UInt8, isFree: Bool, into tokens: inout TokenList) -> Bool {
        // %1, %s; "50 %1" is no placeholder, but nobody writes that.
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
        // What follows the variable belongs to the path: %TEMP%\logs.
        let variable = stop
        while stop < end, ByteClass.continuesIdentifier(text[stop]) || ByteClass.joins(text[stop]) { stop += 1 }
        while stop > variable, ByteClass.endsSentence(text[stop - 1]) { stop -= 1 }
        append(.variable, offset..<stop, into: &tokens)
        offset = stop
        return true
    }

    /// `{0}`, `{your URL}`, `<Tenant name>`, `[InstanceName]`.
    private mutating func readPlaceholder(into tokens: inout TokenList) -> Bool {
        let opening = text[offset]
        let closing: UInt8 =
            opening == UInt8(ascii: "[")
            ? UInt8(ascii: "]") : opening == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: ">")
        let limit = min(end, offset + 64)
        var stop = offset + 1
        var words = 1
        while stop < limit, text[stop] != closing {
            guard text[stop] >= 0x20, text[stop] != opening else { return false }
            if text[stop] == 0x20 { words += 1 }
            stop += 1
        }
        guard stop < limit, stop > offset + 1, words <= 6 else { return false }
        let first = text[offset + 1]
        let isNumber = (offset + 1..<stop).allSatisfy { text[$0].isASCIIDigit }
        switch opening {
        case UInt8(ascii: "{"):
            guard isNumber || isLetter(at: offset + 1) else { return false }
        case UInt8(ascii: "["):
            // Brackets are for remarks too; a name has capitals inside and no blank.
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

    // MARK: Numbers

    private mutating func readDigits(into tokens: inout TokenList) {
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
            if byte == UInt8(ascii: ".") || (byte == UInt8(ascii: ",") && continuesBehindComma(stop)), stop + 1 < end,
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
        // The sign between the two numbers of a dimension is no word.
        if letters == 1, isDimension(start..<probe), stop < probe { offset = stop + 1 }
        if stop == start {
            // A digit of another script.
            offset = start + text.scalar(at: start, end).length
        }
    }

    /// A comma sets off decimals, or groups of three digits; else two numbers stand side by side, as in `decimal(3,2)`.
    private func continuesBehindComma(_ comma: Int) -> Bool {
        if hasDecimalComma { return true }
        let stop = endOfDigits(comma + 1)
        return stop - comma == 4
    }

    /// `31.12.2014` is three numbers, as `12/31/2014` is.
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

    /// Letters and digits in turn: `0x1F`, `3df8`, `802q`; not `10MB` or `5th`.
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

    /// `1280x720`, and the French `09h00`.
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

    /// The length of a blank that sets off a group of three digits.
    private func groupBlank(at index: Int, from start: Int) -> Int? {
        let length: Int
        if text[index] == 0x20 || text[index] == UInt8(ascii: "'") {
            // Only where the language writes so; elsewhere two numbers stand side by side.
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
        // The group in front has three digits at most.
        var digits = 0
        var back = index - 1
        while back >= start, text[back].isASCIIDigit {
            digits += 1
            back -= 1
        }
        return (1...3).contains(digits) ? length : nil
    }

    /// `1.000.000`: groups, not a version.
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

extension Token {
    /// The hash of a word in small letters.
    package static func hash(of word: String) -> UInt32 { WordHash(word.utf8).value }
}
