import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext

/// A sentence of the source, ready to be searched for cues.
struct Phrase {
    private let text: [UInt8]
    /// Where words of at least two bytes begin.
    private let wordStarts: [Int]
    /// A bit for what each word begins with. Most cues begin with nothing of it and need no search.
    private let beginnings: Beginnings

    init(_ text: SharedText?) { self.init(lowercased: Self.lowercased(text, limit: .max)) }

    /// The last sentence of a text: it is the one that says what the list behind it is.
    init(lastSentenceOf text: SharedText?) {
        let text = text.map { $0.withUTF8 { Array($0) } } ?? []
        self.init(lowercased: text[Self.lastSentence(of: text)...].map(\.asciiLowercased))
    }

    /// As much of a text as tells whether it is an instruction.
    init(beginningOf text: SharedText?) { self.init(lowercased: Self.lowercased(text, limit: 200)) }

    private init(lowercased text: [UInt8]) {
        self.text = text
        var wordStarts: [Int] = []
        wordStarts.reserveCapacity(text.count / 4 + 1)
        var beginnings = Beginnings()
        text.withUnsafeBufferPointer { text in
            var isInside = false
            for index in 0..<max(text.count - 1, 0) {
                let isWord = text[index].isASCIIAlphanumeric
                if isWord, !isInside {
                    if index + 2 < text.count {
                        beginnings.insert(Cue.bit(text[index], text[index + 1], text[index + 2]))
                    }
                    wordStarts.append(index)
                }
                isInside = isWord
            }
        }
        self.wordStarts = wordStarts
        self.beginnings = beginnings
    }

    private static func lowercased(_ text: SharedText?, limit: Int) -> [UInt8] {
        text?.withUTF8 { UnsafeBufferPointer(rebasing: $0.prefix(limit)).map(\.asciiLowercased) } ?? []
    }

    /// Where the last sentence begins: behind a mark that ends one, a blank, and in front of a capital.
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
    func isAny(_ cues: [String]) -> Bool {
        let bare = text.filter { $0.isASCIILetter || $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "'") || $0 >= 0x80 }
        return cues.contains { $0.utf8.elementsEqual(bare) }
    }

    /// "To create a policy", "How to create a policy", "Create a policy".
    var beginsLikeTask: Bool {
        namesTask || text.starts(with: "how to ".utf8) || text.starts(with: "how do ".utf8)
            || Instruction(text).beginsWithVerb
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

    /// Whether the sentence tells the reader to do something, perhaps behind a clause that says where or when.
    ///
    /// - Parameter inSequence: whether it stands among numbered ones, where "call" is hardly a noun.
    func isInstruction(inSequence: Bool = false) -> Bool { Instruction(text, inSequence: inSequence).isOne }

    /// "Connector can:", "DNS load balancing lets you", "The committee uses the meetings to:".
    var saysWhatSomethingDoes: Bool {
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
        if let bit = cue.bit, !beginnings.contains(bit) { return false }
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

/// A set of numbers below 256. Four words by name: an array would be memory of its own, and a tuple is copied to be indexed.
private struct Beginnings {
    private var (first, second, third, fourth): (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    @inline(__always)
    mutating func insert(_ bit: Int) {
        let mask: UInt64 = 1 << UInt64(bit & 63)
        switch bit >> 6 {
        case 0: first |= mask
        case 1: second |= mask
        case 2: third |= mask
        default: fourth |= mask
        }
    }

    @inline(__always)
    func contains(_ bit: Int) -> Bool {
        let word = bit < 128 ? (bit < 64 ? first : second) : (bit < 192 ? third : fourth)
        return word >> UInt64(bit & 63) & 1 != 0
    }
}

/// A phrase that tells what a list is for, in lower case; it begins with two letters and counts where it begins a word.
struct Cue: Sendable, ExpressibleByStringLiteral {
    let text: StaticString
    /// What stands for its first three bytes in a phrase's set of beginnings, below 256; nil where it has only two.
    let bit: Int?

    init(stringLiteral text: StaticString) {
        let start = text.utf8Start
        self.text = text
        bit = text.utf8CodeUnitCount < 3 ? nil : Self.bit(start[0], start[1], start[2])
    }

    /// A number below 256 for the bytes that begin a word; different for most that occur.
    @inline(__always)
    static func bit(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
        let bytes = UInt32(first) << 16 | UInt32(second) << 8 | UInt32(third)
        return Int((bytes &* 0x9E37_79B1) >> 24)
    }
}
