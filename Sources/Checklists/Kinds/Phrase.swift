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

    var endsWithQuestionMark: Bool { text.last == UInt8(ascii: "?") }

    var endsWithColon: Bool { text.last == UInt8(ascii: ":") }

    func containsAny(_ cues: [Cue]) -> Bool { !wordStarts.isEmpty && cues.contains(where: contains) }

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

    /// What follows the last comma, if that is more than a few words.
    var lastClause: Phrase {
        guard let comma = text.dropLast(20).lastIndex(of: UInt8(ascii: ",")) else { return self }
        return Phrase(lowercased: Array(text[(comma + 1)...]))
    }

    /// Whether a sentence says that a list follows: "Do the following.", "The values are:", "Its parts include".
    var announcesList: Bool {
        if endsWithColon || containsAny(Cues.announcing) { return true }
        return Cues.openEnds.contains { text.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }

    /// "The file must meet these criteria:".
    var isAboutContent: Bool { containsAny(Cues.contentDuties) && containsAny(Cues.contentNouns) }

    /// Whether the reader is told or invited to do one of several things: "Use one of these methods:".
    var offersChoice: Bool {
        if containsAny(Cues.choiceInCondition) || describesInterface { return false }
        if endsWithColon && contains("either") && contains("or"), contains("you ") || isInstruction() {
            return !containsAny(Cues.describedChoice)
        }
        if containsAny(Cues.choosing) || endsWithColon && containsAny(Cues.openChoices) { return true }
        if containsAny(Cues.describedChoice) { return false }
        let isActing = addressesReader || containsAny(Cues.acting)
        if containsAny(Cues.oneOfSeveral) { return isActing }
        return isActing && containsAny(Cues.choiceNouns)
    }

    /// "After you complete the prerequisites, …".
    var isAfterwards: Bool { beginsWith(["after ", "once ", "when "]) }

    /// "Before you start, make sure:", but not "These steps ensure:".
    var asksToEnsure: Bool { addressesReader && containsAny(Cues.ensures) }

    /// "You can delete a relay only if the following conditions are met:", but not "The error is shown if …".
    var isNecessaryCondition: Bool {
        if containsAny(Cues.described) { return false }
        return containsAny(Cues.necessaryConditions) || containsAny(Cues.possibilities) && containsAny(Cues.ifs)
    }

    /// "Before you begin, …", "… before you start the relay:".
    ///
    /// Not: "The report, which must be opened before you print it, shows the following types:".
    var comesBefore: Bool {
        if beginsWith(["before ", "note: before "]) { return true }
        guard let before = offset(of: "before you") else { return false }
        return offset(of: "following").map { $0 < before } ?? true
    }

    /// "The relay works as follows:", "A typical flow consists of the following steps:".
    var describesProcess: Bool { containsAny(Cues.processes) }

    /// "Movement – Create a journal": a name and what it is.
    var isLabelled: Bool {
        let start = text.prefix(60)
        return start.indices.contains { index in
            start[index] == UInt8(ascii: " ")
                && (start[index...].starts(with: " \u{2013} ".utf8) || start[index...].starts(with: " - ".utf8))
        }
    }

    /// "For information about servers, see …": something to read.
    var isReadingHint: Bool { beginsWith(Cues.readingHints) }

    /// "If the relay is stopped, start it.", "When it fails, select …", "For servers, use …": what to do in one case.
    var isCase: Bool { beginsWith(Cues.cases) && isInstruction() && !containsAny(Cues.remarksInItems) }

    /// "If …": a case, whatever is said about it.
    var beginsLikeCase: Bool { beginsWith(Cues.cases) }

    /// "If you have servers, you can use the wizard.", but not "If you stop it, you will be billed.".
    var isAdvisedCase: Bool {
        guard beginsWith(Cues.conditionalCases) else { return false }
        return text.indices.contains { index in
            guard text[index] == UInt8(ascii: ",") else { return false }
            var clause = Words(text, from: index + 1)
            var word = clause.next()
            if word == Self.then { word = clause.next() }
            guard word == Self.you, let auxiliary = clause.next() else { return false }
            return Cues.advisingWords.contains(auxiliary)
        }
    }

    /// "Select **New** to add a relay.": what a button is for.
    var tellsPurposeOfControl: Bool {
        guard beginsWith(Cues.controls) else { return false }
        var words = Words(text, from: 0)
        _ = words.next()
        while let word = words.next(), words.offset < 120 {
            if word == Self.and || word == Self.then { return false }
            if word == Self.to, let verb = words.next() { return InstructionDetector.verbs.contains(verb) }
        }
        return false
    }

    /// "Requirements for servers": the title of a text.
    var namesRequirements: Bool { text.count < 80 && containsAny(Cues.requirementNouns) }

    /// "Qualify": one word without a full stop, which is a name.
    var isSingleWord: Bool { !isEmpty && text.allSatisfy(\.isASCIIAlphanumeric) }

    /// "In the **Name** field:", "Under **Sharing**:": where, and nothing else.
    var isPlace: Bool { endsWithColon && beginsWith(Cues.places) && !text.contains(UInt8(ascii: ",")) }

    /// "On this page you have the following options:": buttons and fields.
    private var describesInterface: Bool { containsAny(Cues.interfaceOptions) && containsAny(Cues.interfaceParts) }

    /// "To stop the relay:", "For the relay to work:": a goal, and nothing else.
    var namesGoal: Bool {
        guard endsWithColon, !text.contains(UInt8(ascii: ",")) else { return false }
        return namesTask || text.starts(with: "for ".utf8) && containsAny(Cues.toWork)
    }

    /// "You can start it by:".
    var endsInBy: Bool { text.count > 4 && text.suffix(4).elementsEqual(" by:".utf8) }

    /// "The administrator must perform the following steps:".
    var obligesPeople: Bool { containsAny(Cues.people) && containsAny(Cues.duty) }

    /// "For **Name**, enter …".
    var isAboutObject: Bool { beginsWith(Cues.objects) }

    /// "Choose **Small** if you have one server".
    var isChoiceByCase: Bool {
        guard beginsWith(Cues.choices), !containsAny(Cues.boxes), let condition = offset(of: "if ") else {
            return false
        }
        return !text[..<condition].contains(UInt8(ascii: "."))
    }

    /// "Version 7: Download the installer".
    var isInstructionAfterLabel: Bool {
        guard let colon = text.prefix(60).firstIndex(of: UInt8(ascii: ":")) else { return false }
        return InstructionDetector(Array(text[(colon + 1)...])).beginsWithVerb
    }

    /// "Creating a relay": what is done, as a noun.
    var beginsWithGerund: Bool {
        guard let end = text.firstIndex(where: { !$0.isASCIILetter }), end > 5 else { return false }
        return text[..<end].suffix(3).elementsEqual("ing".utf8)
    }

    /// "First follow the instructions, which include the following steps:".
    var tellsToFollow: Bool { contains("follow ") && isInstruction() }

    /// "The script performs the following steps:", "It will:", but not "The manager performs …" and "You will:".
    var isAboutProgram: Bool {
        (containsAny(Cues.programs) || text.suffix(6).elementsEqual(" will:".utf8)) && !containsAny(Cues.people)
    }

    /// "On the page, enter the following values:": all of them.
    var tellsToFillIn: Bool { isInstruction() && containsAny(Cues.filling) }

    /// "In this chapter, you will set up a relay:".
    var announcesWork: Bool {
        endsWithColon && containsAny(Cues.announcedWork) && !containsAny(Cues.announcedSights)
    }

    /// "Configure the relay as follows:".
    var tellsToSetUp: Bool { endsWithColon && isInstruction() && containsAny(Cues.setups) }

    /// "To stop the relay, select …".
    var isGoal: Bool { namesTask && isInstruction() }

    private func beginsWith(_ beginnings: [String]) -> Bool { beginnings.contains { text.starts(with: $0.utf8) } }

    /// "Before installing it:", "It is a good idea to prepare your users:".
    var addressesReader: Bool {
        contains("you") || isInstruction() || text.starts(with: "before ".utf8) || text.starts(with: "after ".utf8)
    }

    /// "To create a policy", as the title of its steps, but not "To the left, …".
    var namesTask: Bool { text.starts(with: "to ".utf8) && !beginsWith(Cues.directions) }

    /// "To create a policy:", but not "To create a policy, one of these may help:".
    var asksToAct: Bool { namesTask && endsWithColon && !containsAny(Cues.offers) }

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
        // "Option 1 is selected:" is an event.
        return Cues.choiceNumbers.contains(second) && words.next() != Self.is
    }

    private static let you = Word("you")
    private static let `is` = Word("is")
    private static let and = Word("and")
    private static let then = Word("then")
    private static let to = Word("to")

    func contains(_ cue: Cue) -> Bool { offset(of: cue) != nil }

    /// Where the cue first begins, in bytes.
    private func offset(of cue: Cue) -> Int? {
        if let hash = cue.prefixHash, !prefixes.contains(hash) { return nil }
        let (first, second) = (cue.text.utf8Start[0], cue.text.utf8Start[1])
        return text.withUnsafeBufferPointer { text in
            for start in wordStarts
            where text[start] == first && text[start + 1] == second && text.has(cue.text, at: start) {
                return start
            }
            return nil
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
