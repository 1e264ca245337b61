import Bitext

/// The words of two revisions as numbers, with what each is worth as evidence: a word that many items have says little
/// about which of them this is.
struct Vocabulary {
    /// A text as its words.
    struct Words {
        var words: [Int32]
        /// The same words in the order of their numbers.
        var sorted: [Int32]
        /// The sum of what they are worth.
        var weight: Float
        /// How many letters they have.
        var letters: Int
    }

    private var numbers: [String: Int32] = [:]
    /// In how many items of the revision that has it more often each word stands.
    private var frequencies: [Int32] = []
    private var counts: [Int32] = []
    private var lastSeen: [Int32] = []
    private(set) var weights: [Float] = []
    /// How many letters each word has.
    private(set) var lengths: [Int] = []

    init(_ revisions: ItemRow...) {
        var text: Int32 = 0
        for row in revisions {
            counts = Array(repeating: 0, count: frequencies.count)
            for entry in row.entries {
                text += 1
                for word in entry.key.wordsForComparison() { count(word, in: text) }
            }
            for word in counts.indices { frequencies[word] = max(frequencies[word], counts[word]) }
        }
        weights = frequencies.map { 1 / (1 + 0.5 * Self.log2(Float(max($0, 1)))) }
    }

    private mutating func count(_ word: String, in text: Int32) {
        let number: Int
        if let known = numbers[word] {
            number = Int(known)
        } else {
            number = frequencies.count
            numbers[word] = Int32(number)
            lengths.append(word.unicodeScalars.count)
            frequencies.append(0)
            counts.append(0)
            lastSeen.append(0)
        }
        // A word counts once for each item.
        guard lastSeen[number] != text else { return }
        lastSeen[number] = text
        counts[number] += 1
    }

    /// A text's words; only words that the revisions have.
    func words(of text: String) -> Words {
        let words = text.wordsForComparison().compactMap { numbers[$0] }
        return Words(
            words: words, sorted: words.sorted(), weight: words.reduce(0) { $0 + weights[Int($1)] },
            letters: words.reduce(0) { $0 + lengths[Int($1)] })
    }

    /// Good to a hundredth, and the same on every platform, so that a tie is a tie everywhere.
    private static func log2(_ value: Float) -> Float {
        let exponent = Float(value.exponent)
        let rest = value.significand - 1
        return exponent + rest * (1.3465 - 0.3465 * rest)
    }
}

extension String {
    /// The words in lower case; a character of a script that is written without blanks is a word by itself, and where there
    /// is no word at all, each character that shows is one.
    func wordsForComparison() -> [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        func flush() {
            guard !word.isEmpty else { return }
            words.append(String(word).lowercased())
            word = String.UnicodeScalarView()
        }
        for scalar in unicodeScalars {
            if scalar.value.isUnspacedLetter {
                flush()
                words.append(String(scalar))
            } else if scalar.isWordCharacter {
                word.append(scalar)
            } else {
                flush()
            }
        }
        flush()
        return words.isEmpty ? filter { !$0.isWhitespace }.map { String($0) } : words
    }
}

extension Unicode.Scalar {
    /// Letters, digits and marks; what holds a name together, as in `Get-CsUser`, parts it into words here.
    var isWordCharacter: Bool {
        if isASCII { return properties.isAlphabetic || (0x30...0x39).contains(value) }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
            return true
        default: return false
        }
    }
}
