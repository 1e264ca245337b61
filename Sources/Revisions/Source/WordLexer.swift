import Bitext

/// Splits a text into what a translation must follow: words, numbers, and the signs that mean something, as in `5%`, `C++`,
/// `a = b`. Punctuation is left out, except in code.
struct WordLexer {
    struct Word {
        let text: String
        /// In bytes, from the beginning of the text.
        let offset: Int
        /// Whether it is one character that is no letter and no digit.
        let isSign: Bool
    }

    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var offset = 0
    private let isCode: Bool

    init(_ text: String, isCode: Bool) {
        scalars = Array(text.unicodeScalars)
        self.isCode = isCode
    }

    mutating func next() -> Word? {
        while index < scalars.count {
            let start = offset
            let scalar = scalars[index]
            if scalar.isPartOfWord {
                let word = scalar.value.isUnspacedLetter ? take() : takeWord()
                return Word(text: word, offset: start, isSign: false)
            }
            if isSign(scalar) { return Word(text: take(), offset: start, isSign: true) }
            _ = take()
        }
        return nil
    }

    private mutating func take() -> String {
        let scalar = scalars[index]
        index += 1
        offset += scalar.utf8Length
        return String(scalar)
    }

    private mutating func takeWord() -> String {
        var word = String.UnicodeScalarView()
        while index < scalars.count {
            let scalar = scalars[index]
            let next = index + 1 < scalars.count ? scalars[index + 1] : " "
            if scalar.isPartOfWord, !scalar.value.isUnspacedLetter {
                word.append(scalar)
            } else if scalar == "'" || scalar == "\u{2019}", next.isPartOfWord {
                // `don't` and `don’t` are one word.
            } else if scalar == "." || scalar == "," || scalar == ":", scalars[index - 1].isDigit, next.isDigit {
                word.append(scalar)
            } else {
                break
            }
            _ = take()
        }
        return String(word).withoutLeadingCapital
    }

    private func isSign(_ scalar: Unicode.Scalar) -> Bool {
        if isCode { return !scalar.properties.isWhitespace && scalar != "`" }
        switch scalar {
        case "|", "~", "^", "`": return false
        case "%", "@": return true
        case "-", "\u{2212}":
            // The sign of a number.
            let isAfterWord = index > 0 && scalars[index - 1].isPartOfWord
            return !isAfterWord && index + 1 < scalars.count && scalars[index + 1].isDigit
        default:
            return scalar.properties.generalCategory == .mathSymbol
                || scalar.properties.generalCategory == .currencySymbol
        }
    }
}

extension String {
    /// In lower case if only its first letter is a capital: where a sentence begins, any word has one.
    fileprivate var withoutLeadingCapital: String {
        guard let first = unicodeScalars.first, first.properties.isUppercase,
            !unicodeScalars.dropFirst().contains(where: \.properties.isUppercase)
        else { return self }
        return lowercased()
    }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { (0x30...0x39).contains(value) }

    fileprivate var utf8Length: Int { value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4 }

    fileprivate var isPartOfWord: Bool { isWordCharacter || self == "_" }
}
