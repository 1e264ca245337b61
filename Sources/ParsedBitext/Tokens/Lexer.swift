import Bitext

/// Reads the words, numbers and identifiers of one variant's text, and notes what the text contains.
///
/// One pass over the bytes. What has the shape of code is one token with everything in it, so a rule for prose never sees
/// half of a path.
package struct Lexer {
    let text: Bytes
    let begin: Int
    let end: Int
    var offset: Int
    private let classes = ByteClass.table
    /// The function words that set ``SegmentContents/sourceWords``; nil on the source side.
    private let sourceWords: FunctionWords.Filter?
    /// Whether a blank may separate groups of digits: `1 000`.
    let groupsByBlank: Bool
    let hasDecimalComma: Bool
    let hasDottedDates: Bool
    /// Whether dates are written otherwise than in English, where `6.1.2014` is a version.
    let hasOtherDates: Bool
    let writesPercentFirst: Bool
    package internal(set) var contents: SegmentContents = []
    private var previousWord: UInt32 = 0
    private var previousWordEnd = -1
    /// The last run of letters, digits and joining punctuation that was tried as an identifier: its end, and how often.
    var triedRun = (end: 0, tries: 0)

    package init(_ text: Bytes, _ range: Range<Int>, _ language: Language, sourceWords: FunctionWords.Filter? = nil) {
        self.text = text
        begin = range.lowerBound
        offset = range.lowerBound
        end = range.upperBound
        groupsByBlank = language.hasDecimalComma || language.code.isEmpty
        hasDecimalComma = language.hasDecimalComma
        hasDottedDates = language.hasDottedDates
        hasOtherDates = language.code != "en" && !language.code.isEmpty
        writesPercentFirst = language.writesPercentFirst
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
                if startsName(after: byte) { readWord(into: &tokens) } else { offset += 1 }
            case .spaced:
                contents.insert(.spacedPunctuation)
                offset += 1
            case .control:
                // 0x01 to 0x03 are ``SideTokens/MarkupByte``.
                if byte > SideTokens.MarkupByte.directive { contents.insert(.oddCharacters) }
                offset += 1
            case .other: if byte != UInt8(ascii: "&") || !skipReference() { offset += 1 }
            case .wide: readWide(into: &tokens)
            }
        }
        if !tokens.isEmpty { contents.insert(.words) }
    }

    /// Whether a marker is the beginning of a name: `_relay`, `~user`, `~/relay`. "~100" is about a hundred.
    private func startsName(after marker: UInt8) -> Bool {
        guard marker == UInt8(ascii: "_") || marker == UInt8(ascii: "~"), offset + 1 < end else { return false }
        let next = text[offset + 1]
        return next.isASCIILetter || next == UInt8(ascii: "/") || (marker == UInt8(ascii: "_") && next.isASCIIDigit)
    }

    /// All tokens of the text.
    package mutating func tokens() -> [Token] {
        var list = TokenList(capacity: 16)
        read(into: &list)
        return list.array
    }

    /// Skips a character reference that a reader sees as such: `&#39;` in the text was escaped twice. Its digits are no number.
    private mutating func skipReference() -> Bool {
        guard offset + 1 < end, text[offset + 1] == UInt8(ascii: "#") else { return false }
        var stop = offset + 2
        while stop < end, stop - offset < 10, text[stop].isASCIIAlphanumeric { stop += 1 }
        guard stop < end, text[stop] == UInt8(ascii: ";"), stop > offset + 2 else { return false }
        offset = stop + 1
        return true
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
            // ‘ and ’ are mostly apostrophes, which have no partner.
            if scalar < 0x2018 || scalar > 0x201B { contents.insert(.brackets) }
            contents.insert(.spacedPunctuation)
            offset += length
        case .blank, .other:
            if scalar == 0xD7 { noteMojibake(scalar, offset + length) }
            offset += length
        }
    }

    /// Notes a character like `Ã`, followed by one that a continuation byte may have become.
    @inline(__always)
    mutating func noteMojibake(_ scalar: UInt32, _ next: Int) {
        if scalar >= 0xC2, scalar <= 0xF4, next < end, MisreadUTF8.canFollow(text[next]) { contents.insert(.mojibake) }
    }

    /// Reads a word of the most frequent form: up to eight ASCII letters, no capital but the first, then a space or a comma.
    /// Returns false for other words.
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
        note(word: hash, start, stop, isCapitalised: isCapitalised)
        tokens.append(
            Token(
                kind: .word, isCapitalised: isCapitalised, isAllCapitals: false,
                lower: Int32(truncatingIfNeeded: start), upper: Int32(truncatingIfNeeded: stop), hash: hash,
                stem: count > WordHash.stemLength ? block.hash(WordHash.stemLength) : hash))
        offset = stop
        return true
    }

    /// Notes what a word adds to ``contents``.
    @inline(__always)
    private mutating func note(word hash: UInt32, _ start: Int, _ stop: Int, isCapitalised: Bool) {
        if hash == previousWord, onlyBlanks(previousWordEnd, start) { contents.insert(.repeatedWords) }
        if start == previousWordEnd &+ 1, start > begin, isCapitalised { noteSentenceEnd(text[previousWordEnd]) }
        if let sourceWords, sourceWords.contains(hash) { contents.insert(.sourceWords) }
        previousWord = hash
        previousWordEnd = stop
    }

    /// Reads letters, or the identifier that they begin.
    private mutating func readWord(into tokens: inout TokenList) {
        let start = offset
        var hash = WordHash()
        var stem: UInt32 = 0
        var capitals = 0
        var letters = 0
        var hasDigit = false
        var hasInnerCapital = false
        var hasWide = false
        var wasLowercase = false
        // A word of a script without blanks ends where another script begins: "Serverのポート".
        var isUnspaced = false
        var index = start
        scan: while index < end {
            let block = LetterBlock(text.block(at: index))
            let count = min(block.count, end &- index)
            if count > 0 {
                if isUnspaced { break scan }
                if block.capitals(count) != 0 {
                    capitals &+= block.capitals(count).nonzeroBitCount
                    if block.hasInnerCapital(count, isAfterLowercase: wasLowercase) { hasInnerCapital = true }
                }
                wasLowercase = block.isLowercase(count &- 1)
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
                noteMojibake(scalar, index &+ length)
                if lower != scalar { capitals &+= 1 }
                wasLowercase = lower == scalar
                hash.append(lower)
                if letters == WordHash.stemLength { stem = hash.value }
                index &+= length
            default: break scan
            }
        }
        if index < end, text[index] != 0x20, !isUnspaced, mayContinueIdentifier(from: start, at: index) {
            if readIdentifier(from: start, into: &tokens) { return }
            if index == start {
                offset += 1
                return
            }
        }
        offset = index
        let whole = hash.value
        let kind = Self.kind(
            hasDigit: hasDigit && letters > 0, hasInnerCapital: hasInnerCapital, hasWide: hasWide)
        let isCapitalised = capitals > 0 && (text[start] >= 0x80 || text[start] <= UInt8(ascii: "Z"))
        if kind == .word {
            note(word: whole, start, index, isCapitalised: isCapitalised)
        } else {
            contents.insert(kind == .identifier ? .codeNames : .names)
        }
        tokens.append(
            Token(
                kind: kind, isCapitalised: isCapitalised, isAllCapitals: capitals == letters && letters > 1,
                lower: Int32(start), upper: Int32(index), hash: whole,
                stem: kind == .word && letters >= WordHash.stemLength ? stem : whole))
    }

    /// Whether a byte after letters joins them to an identifier: a letter or a digit follows, or nothing was before it.
    @inline(__always)
    private func mayContinueIdentifier(from start: Int, at index: Int) -> Bool {
        guard ByteClass.joins(text[index]) else { return false }
        if index == start { return true }
        if isDollar(at: index, after: start) { return false }
        if index + 1 < end, ByteClass.continuesIdentifier(text[index + 1]) || alphabeticLength(at: index + 1) > 0 {
            return true
        }
        return text.has("::", at: index) && index + 2 < end && text[index + 2].isASCIILetter
    }

    /// Whether the sign is that of an amount, after the letters of a country: US$12.50, R$12.50.
    private func isDollar(at index: Int, after start: Int) -> Bool {
        text[index] == UInt8(ascii: "$") && index - start <= 3 && index + 1 < end && text[index + 1].isASCIIDigit
            && (start..<index).allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(text[$0]) }
    }

    /// What letters and digits are. Only ASCII is code.
    @inline(__always)
    private static func kind(hasDigit: Bool, hasInnerCapital: Bool, hasWide: Bool) -> Token.Kind {
        if hasWide { return .word }
        return hasDigit ? .identifier : hasInnerCapital ? .name : .word
    }

    /// Whether three letters are the code of a currency, so that an amount follows: USD10,000, USD300K.
    private func isCurrency(_ letters: Range<Int>) -> Bool {
        letters.count == 3 && Self.currencies.contains { text.has($0, at: letters.lowerBound) }
    }

    /// ISO 4217.
    private static let currencies: [StaticString] = [
        "USD", "EUR", "GBP", "JPY", "CNY", "CHF", "AUD", "CAD", "INR", "KRW", "BRL", "MXN", "RUB", "SEK", "NOK", "DKK",
        "PLN", "CZK", "TRY",
    ]

    /// Whether digits after letters are a number of their own. "User1", "v1.0" and "AGPM4.0" are translated like a word and a
    /// number, and may have a blank between them in the target; "E911", "x86" and "lync16.admx" are names.
    private func isNumbered(_ start: Int, _ index: Int, isName: Bool) -> Bool {
        var stop = index
        var dots = 0
        while stop < end {
            if text[stop].isASCIIDigit {
                stop += 1
            } else if text[stop] == UInt8(ascii: "."), stop + 1 < end, text[stop + 1].isASCIIDigit {
                dots += 1
                stop += 1
            } else {
                break
            }
        }
        if isName {
            let letters = index - start
            if isCurrency(start..<index) { return true }
            let isVersion = letters == 1 && text[start] | 0x20 == UInt8(ascii: "v")
            guard isVersion || (letters > 1 && dots > 0) || isYear(start..<index, index..<stop) else { return false }
        }
        guard stop < end else { return true }
        if text[stop].isASCIILetter || text[stop] == UInt8(ascii: "_") { return false }
        return !ByteClass.joins(text[stop]) || stop + 1 == end || !ByteClass.continuesIdentifier(text[stop + 1])
    }

    /// Whether capitals and digits are a name and a year: "SQL2008", "FY21".
    private func isYear(_ letters: Range<Int>, _ digits: Range<Int>) -> Bool {
        guard letters.count > 1 else { return false }
        if digits.count == 2 { return text.has("FY", at: letters.lowerBound) || text.has("CY", at: letters.lowerBound) }
        return digits.count == 4 && (text.has("19", at: digits.lowerBound) || text.has("20", at: digits.lowerBound))
    }

    private mutating func noteSentenceEnd(_ byte: UInt8) {
        if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!") {
            contents.insert(.gluedWords)
        }
    }

    private func onlyBlanks(_ start: Int, _ end: Int) -> Bool {
        guard start >= 0, start < end else { return false }
        var index = start
        while index < end {
            let (scalar, length) = text.scalar(at: index, end)
            guard classOf(text[index]) == .blank || ScalarClass.of(scalar) == .blank else { return false }
            index += length
        }
        return true
    }
}

extension Token {
    /// The hash of a lowercase word.
    package static func hash(of word: String) -> UInt32 { WordHash(word.utf8).value }
}
