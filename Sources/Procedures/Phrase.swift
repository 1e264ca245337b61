import Bitext

/// A sentence of the source, ready to be searched for cues.
struct Phrase {
    private let text: [UInt8]
    /// A bit for each pair of letters that begins a word. Most cues begin with none of them and need no search.
    private let beginnings: UInt64

    init(_ text: String?) { self.init(lowercased: (text ?? "").utf8.map(\.asciiLowercased)) }

    /// The last sentence of a text: it is the one that says what the list behind it is.
    init(lastSentenceOf text: String?) {
        let text = Array((text ?? "").utf8)
        self.init(lowercased: text[Self.lastSentence(of: text)...].map(\.asciiLowercased))
    }

    /// As much of a text as tells whether it is an instruction.
    init(beginningOf text: String?) { self.init(lowercased: (text ?? "").utf8.prefix(200).map(\.asciiLowercased)) }

    private init(lowercased text: [UInt8]) {
        self.text = text
        var beginnings: UInt64 = 0
        var isInside = false
        for index in text.indices {
            let isWord = text[index].isASCIIAlphanumeric
            if isWord, !isInside, index + 1 < text.count { beginnings |= Self.bit(text[index], text[index + 1]) }
            isInside = isWord
        }
        self.beginnings = beginnings
    }

    private static func bit(_ first: UInt8, _ second: UInt8) -> UInt64 { 1 << UInt64((first &* 7 &+ second) & 63) }

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

    func containsAny(_ cues: [StaticString]) -> Bool { cues.contains(where: contains) }

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

    func contains(_ cue: StaticString) -> Bool {
        // Every cue is longer than one letter.
        guard beginnings & Self.bit(cue.utf8Start[0], cue.utf8Start[1]) != 0 else { return false }
        return text.withUnsafeBufferPointer { text in
            var offset = 0
            while let found = text.firstOffset(of: cue, from: offset) {
                if found == 0 || !text[found - 1].isASCIIAlphanumeric { return true }
                offset = found + 1
            }
            return false
        }
    }
}
