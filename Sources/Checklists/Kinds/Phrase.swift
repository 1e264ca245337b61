import Bitext

/// A sentence of the source in lower case, prepared for a search for cues.
struct Phrase {
    private let text: [UInt8]
    /// Where words of at least two bytes begin.
    private let wordStarts: [Int]
    /// The first three bytes of all words, hashed. Most cues have another prefix, so they need no search.
    private let prefixes: PrefixSet

    init(_ text: SharedText?) { self.init(lowercased: Self.lowercased(text, limit: .max)) }

    /// The last sentence of a text. It introduces the list that follows.
    init(lastSentenceOf text: SharedText?) {
        let text = text.map { $0.withUTF8 { Array($0) } } ?? []
        self.init(lowercased: text[Self.lastSentence(of: text)...].map(\.asciiLowercased))
    }

    /// The first 200 bytes of a text. They are enough to detect an instruction.
    init(beginningOf text: SharedText?) { self.init(lowercased: Self.lowercased(text, limit: 200)) }

    private init(lowercased text: [UInt8]) {
        self.text = text
        var wordStarts: [Int] = []
        wordStarts.reserveCapacity(text.count / 4 + 1)
        var prefixes = PrefixSet()
        text.withUnsafeBufferPointer { text in
            var isInside = false
            for index in 0..<max(text.count - 1, 0) {
                let isWord = text[index].isASCIIAlphanumeric
                if isWord, !isInside {
                    if index + 2 < text.count {
                        prefixes.insert(Cue.prefixHash(text[index], text[index + 1], text[index + 2]))
                    }
                    wordStarts.append(index)
                }
                isInside = isWord
            }
        }
        self.wordStarts = wordStarts
        self.prefixes = prefixes
    }

    private static func lowercased(_ text: SharedText?, limit: Int) -> [UInt8] {
        text?.withUTF8 { UnsafeBufferPointer(rebasing: $0.prefix(limit)).map(\.asciiLowercased) } ?? []
    }

    /// Where the last sentence begins: after a `.`, `?` or `!` and a blank, at a byte that is no lower-case letter.
    private static func lastSentence(of text: [UInt8]) -> Int {
        var index = text.count - 1
        while index > 2 {
            index -= 1
            guard text[index].isASCIIBlank, !text[index + 1].isASCIIBlank else { continue }
            let mark = text[index - 1] == UInt8(ascii: ")") ? text[index - 2] : text[index - 1]
            let isEnd = mark == UInt8(ascii: ".") || mark == UInt8(ascii: "?") || mark == UInt8(ascii: "!")
            let next = text[index + 1]
            if isEnd, !next.isASCIILetter || next.asciiLowercased != next { return index + 1 }
        }
        return 0
    }

    var isEmpty: Bool { text.isEmpty }

    var endsWithColon: Bool { text.last == UInt8(ascii: ":") }

    func containsAny(_ cues: [Cue]) -> Bool { cues.contains(where: contains) }

    /// Whether the whole phrase is one of the cues, punctuation and numbers aside.
    func equalsAny(_ cues: [String]) -> Bool {
        let bare = text.filter { $0.isASCIILetter || $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "'") || $0 >= 0x80 }
        return cues.contains { $0.utf8.elementsEqual(bare) }
    }

    /// "To create a policy", "How to create a policy", "Create a policy".
    var beginsLikeTask: Bool {
        namesTask || text.starts(with: "how to ".utf8) || text.starts(with: "how do ".utf8)
            || InstructionDetector(text).beginsWithVerb
    }

    /// "You can order it either online or by phone:".
    /// "You can do it at once, or you can wait."
    var offersAlternatives: Bool {
        endsWithColon && contains("either") && contains("or") || contains("you can") && contains("or you can")
    }

    /// "Before installing it:", "It is a good idea to prepare your users:".
    var addressesReader: Bool {
        contains("you") || isInstruction() || text.starts(with: "before ".utf8) || text.starts(with: "after ".utf8)
    }

    /// "To create a policy", as the title of its steps.
    var namesTask: Bool { text.starts(with: "to ".utf8) }

    /// "To create a policy:", but not "To create a policy, you need:".
    var asksToAct: Bool { namesTask && endsWithColon }

    /// Whether the sentence tells the reader to do something.
    ///
    /// - Parameter inSequence: whether it is one of several numbered items.
    func isInstruction(inSequence: Bool = false) -> Bool {
        InstructionDetector(text, inSequence: inSequence).isInstruction
    }

    /// "Connector can:", "DNS load balancing lets you", "The committee uses the meetings to:".
    var describesAbility: Bool {
        text.count > 4 && text.suffix(4).elementsEqual(" to:".utf8) && !containsAny(Cues.duties)
            || containsAny(Cues.abilities)
    }

    /// "4.5.37.0 (08/14/2020)", "Version 7.1".
    var isVersion: Bool {
        if text.starts(with: "version ".utf8) { return true }
        let number = text.prefix { $0.isASCIIDigit || $0 == UInt8(ascii: ".") }
        return number.count { $0 == UInt8(ascii: ".") } >= 2
    }

    /// "Option 2", "Method A:".
    var isNumberedChoice: Bool {
        var words = Words(text, from: 0)
        guard let first = words.next(), Cues.choiceNames.contains(first), let second = words.next() else {
            return false
        }
        return Cues.choiceNumbers.contains(second)
    }

    func contains(_ cue: Cue) -> Bool {
        if let hash = cue.prefixHash, !prefixes.contains(hash) { return false }
        let (first, second) = (cue.text.utf8Start[0], cue.text.utf8Start[1])
        return text.withUnsafeBufferPointer { text in
            for start in wordStarts
            where text[start] == first && text[start + 1] == second && text.has(cue.text, at: start) {
                return true
            }
            return false
        }
    }
}

/// A set of numbers below 256. Four properties, because an array is allocated and a tuple is copied to be indexed.
private struct PrefixSet {
    private var (first, second, third, fourth): (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    @inline(__always)
    mutating func insert(_ hash: Int) {
        let mask: UInt64 = 1 << UInt64(hash & 63)
        switch hash >> 6 {
        case 0: first |= mask
        case 1: second |= mask
        case 2: third |= mask
        default: fourth |= mask
        }
    }

    @inline(__always)
    func contains(_ hash: Int) -> Bool {
        let word = hash < 128 ? (hash < 64 ? first : second) : (hash < 192 ? third : fourth)
        return word >> UInt64(hash & 63) & 1 != 0
    }
}
