import Bitext

/// A sentence of the source in lower case, prepared for a search for cues.
struct Phrase {
    let text: [UInt8]
    /// Where words begin, if at least three bytes are left.
    private let wordStarts: [WordStart]
    /// The first three bytes of all words, hashed. Most cues have another prefix, so they need no search.
    private let prefixes: PrefixSet

    private struct WordStart {
        var offset: UInt32
        /// The hash of the first three bytes.
        var hash: UInt32
    }

    init(_ text: SharedText?) { self.init(lowercased: Self.lowercased(text, limit: .max)) }

    /// The last sentence of a text. It introduces the list that follows.
    init(lastSentenceOf text: SharedText?) {
        self.init(lowercased: text?.withUTF8 { Self.lowercased($0, Self.lastSentence(of: $0)..<$0.count) } ?? [])
    }

    /// The sentence of a paragraph that introduces the list after it.
    ///
    /// It is the last one, if that says that a list follows. Otherwise it may be the one before: "There are two ways to stop it.
    /// They differ in time.", "You need the following versions. The order is that of the installation."
    init(announcementIn text: SharedText?) { self = text?.withUTF8(Self.announcement) ?? Phrase(nil) }

    private static func announcement(in text: Bytes) -> Phrase {
        let start = lastSentence(of: text)
        let last = Phrase(lowercased: lowercased(text, start..<text.count))
        guard start > 0, !last.announcesList else { return last }
        let end = start - 1
        let before = Phrase(lowercased: lowercased(text, lastSentence(of: text, to: end)..<end))
        // "As shown in the following figure" announces no list.
        let announces = before.contains("the following ") && !before.contains("in the following ")
        return announces || before.opensChoiceOfWays ? before : last
    }

    /// The first 200 bytes of a text. They are enough to detect an instruction.
    init(beginningOf text: SharedText?) { self.init(lowercased: Self.lowercased(text, limit: 200)) }

    private init(lowercased text: [UInt8]) {
        self.text = text
        var wordStarts: [WordStart] = []
        wordStarts.reserveCapacity(text.count / 4 + 1)
        var prefixes = PrefixSet()
        text.withUnsafeBufferPointer { text in
            let end = text.count - 2
            var index = 0
            while index < end {
                if text[index].isLowercaseOrDigit {
                    let hash = Cue.prefixHash(text[index], text[index + 1], text[index + 2])
                    prefixes.insert(hash)
                    wordStarts.append(WordStart(offset: UInt32(truncatingIfNeeded: index), hash: UInt32(hash)))
                    while index < end, text[index].isLowercaseOrDigit { index += 1 }
                }
                index += 1
            }
        }
        self.wordStarts = wordStarts
        self.prefixes = prefixes
    }

    private static func lowercased(_ text: SharedText?, limit: Int) -> [UInt8] {
        text?.withUTF8 { lowercased($0, 0..<min($0.count, limit)) } ?? []
    }

    private static func lowercased(_ text: Bytes, _ range: Range<Int>) -> [UInt8] {
        Bytes(rebasing: text[range]).asciiLowercased
    }

    /// Where the last sentence begins: after a `.`, `?` or `!` and a blank, at a byte that is no lower-case letter.
    private static func lastSentence(of text: Bytes, to end: Int? = nil) -> Int {
        var index = (end ?? text.count) - 1
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

    func containsAny(_ list: CueList) -> Bool {
        guard list.prefixes.intersects(prefixes) else { return false }
        return text.withUnsafeBufferPointer { text in
            for start in wordStarts where list.prefixes.contains(Int(start.hash)) {
                for cue in list.cues(with: Int(start.hash)) where text.has(cue.text, at: Int(start.offset)) {
                    return true
                }
            }
            return false
        }
    }

    /// Whether the whole phrase is one of the cues, punctuation and numbers aside.
    func equalsAny(_ cues: [String]) -> Bool {
        let bare = text.lazy.filter { byte in
            byte.isASCIILetter || byte == UInt8(ascii: " ") || byte == UInt8(ascii: "'") || byte >= 0x80
        }.drop { $0 == UInt8(ascii: " ") }
        return cues.contains { bare.elementsEqual($0.utf8) }
    }

    /// "To create a policy", "How to create a policy", "Create a policy".
    var beginsLikeTask: Bool {
        namesTask || begins(with: "how to ") || begins(with: "how do ")
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

    /// "After you complete the prerequisites, …".
    var isAfterwards: Bool { beginsWith(Cues.afterwards) }

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
        if beginsWithBefore { return true }
        guard let before = offset(of: "before you") else { return false }
        return offset(of: "following").map { $0 < before } ?? true
    }

    /// "Before you begin, …".
    var beginsWithBefore: Bool { begins(with: "before ") || begins(with: "note: before ") }

    /// "Before choosing a port:", and "However, before choosing a port:": the whole sentence.
    var isOnlyBefore: Bool {
        guard endsWithColon else { return false }
        let clause = lastClause.text.drop { $0.isASCIIBlank }
        return clause.starts(with: "before ".utf8) && !clause.contains(UInt8(ascii: ","))
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

    /// "For information about servers, see …", "Servers: See …": something to read.
    var isReadingHint: Bool {
        if beginsWith(Cues.readingHints) { return true }
        guard let colon = text.prefix(60).firstIndex(of: UInt8(ascii: ":")) else { return false }
        guard let start = text[(colon + 1)...].firstIndex(where: { !$0.isASCIIBlank }) else { return false }
        return beginsWith(Cues.readingHints, at: start) || beginsWith(Cues.labelledReadingHints, at: start)
    }

    /// "If the check fails:", "Otherwise:": one case of something other than the reader, and nothing else.
    var isCaseOnly: Bool {
        endsWithColon && (begins(with: "if ") || begins(with: "otherwise:")) && !text.contains(UInt8(ascii: ","))
            && !contains("you")
    }

    /// "The list has one parameter that can be changed:", "The page has these settings:": what something consists of.
    var namesParts: Bool { !addressesReader && containsAny(Cues.possession) && containsAny(Cues.settingNouns) }

    /// "If it does not start, check the following:".
    var tellsToCheck: Bool {
        endsWithColon && containsAny(Cues.checked) && (lastClause.isInstruction() || contains("you "))
    }

    /// "To use a relay, you must enable it:".
    var endsInObligation: Bool { endsWithColon && !endsInTo && contains("you must ") && lastClause.isInstruction() }

    /// "The relay must:".
    var endsInMust: Bool { text.count > 6 && text.suffix(6).elementsEqual(" must:".utf8) }

    /// "Relay 1.19+", "Port >= 7": a version from which on something works.
    var namesLeastVersion: Bool {
        text.count < 80
            && text.indices.dropFirst().contains {
                text[$0] == UInt8(ascii: "+") && text[$0 - 1].isASCIIDigit
                    || text[$0] == UInt8(ascii: "=") && text[$0 - 1] == UInt8(ascii: ">")
            }
    }

    /// "#3530 Check the port", "3530 Check the port": an entry of a list of changes.
    var beginsWithIssueNumber: Bool {
        let number = text.drop { $0 == UInt8(ascii: "#") }
        return number.prefix { $0.isASCIIDigit }.count > 1
    }

    /// "Requirements for servers": the title of a text.
    var namesRequirements: Bool { text.count < 80 && containsAny(Cues.requirementNouns) }

    /// "Qualify": one word without a full stop, which is a name.
    var isSingleWord: Bool { !isEmpty && text.allSatisfy(\.isASCIIAlphanumeric) }

    /// "In the **Name** field:", "Under **Sharing**:": where, and nothing else.
    var isPlace: Bool { endsWithColon && beginsWith(Cues.places) && !text.contains(UInt8(ascii: ",")) }

    /// "To stop the relay:", "For the relay to work:": a goal, and nothing else.
    var namesGoal: Bool {
        guard endsWithColon, !text.contains(UInt8(ascii: ",")) else { return false }
        return namesTask || begins(with: "for ") && containsAny(Cues.toWork)
    }

    /// "You can start it by:".
    var endsInBy: Bool { text.count > 4 && text.suffix(4).elementsEqual(" by:".utf8) }

    /// "The administrator must perform the following steps:".
    var obligesPeople: Bool { containsAny(Cues.people) && containsAny(Cues.duty) }

    /// "For **Name**, enter …".
    var isAboutObject: Bool { beginsWith(Cues.objects) }

    /// "Creating a relay": what is done, as a noun.
    var beginsWithGerund: Bool {
        guard let end = text.firstIndex(where: { !$0.isASCIILetter }), end > 5 else { return false }
        return text[..<end].suffix(3).elementsEqual("ing".utf8)
    }

    /// "First follow the instructions, which include the following steps:".
    var tellsToFollow: Bool { contains("follow ") && isInstruction() }

    /// "The script performs the following steps:", "When you stop it, it will:", but not "The manager performs …" and "You will:".
    var isAboutProgram: Bool {
        if containsAny(Cues.programs) { return !containsAny(Cues.people) }
        guard text.suffix(6).elementsEqual(" will:".utf8) else { return false }
        let clause = text[(text.lastIndex(of: UInt8(ascii: ",")).map { $0 + 1 } ?? 0)...]
        return !Phrase(lowercased: Array(clause)).containsAny(Cues.people)
    }

    /// "With a relay, you can:".
    var endsInCan: Bool { text.suffix(5).elementsEqual(" can:".utf8) }

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

    /// Whether the phrase, or its part from an offset on, begins with one of these.
    func beginsWith(_ beginnings: [StaticString], at offset: Int = 0) -> Bool {
        text.withUnsafeBufferPointer { text in beginnings.contains { text.has($0, at: offset) } }
    }

    func begins(with beginning: StaticString) -> Bool {
        text.withUnsafeBufferPointer { $0.has(beginning, at: 0) }
    }

    /// "Before installing it:", "It is a good idea to prepare your users:".
    var addressesReader: Bool {
        contains("you") || isInstruction() || begins(with: "before ") || begins(with: "after ")
    }

    /// "To create a policy", as the title of its steps, but not "To the left, …".
    var namesTask: Bool { begins(with: "to ") && !beginsWith(Cues.directions) }

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
        endsInTo && !containsAny(Cues.duties) || containsAny(Cues.abilities)
    }

    private var endsInTo: Bool { text.suffix(4).elementsEqual(" to:".utf8) }

    /// "4.5.37.0 (08/14/2020)", "Version 7.1".
    var isVersion: Bool {
        if begins(with: "version ") { return true }
        let number = text.prefix { $0.isASCIIDigit || $0 == UInt8(ascii: ".") }
        return number.count { $0 == UInt8(ascii: ".") } >= 2
    }

    func contains(_ cue: Cue) -> Bool { offset(of: cue) != nil }

    /// Where the cue first begins, in bytes.
    func offset(of cue: Cue) -> Int? {
        guard prefixes.contains(cue.prefixHash) else { return nil }
        return text.withUnsafeBufferPointer { text in
            for start in wordStarts
            where start.hash == UInt32(cue.prefixHash) && text.has(cue.text, at: Int(start.offset)) {
                return Int(start.offset)
            }
            return nil
        }
    }
}

extension UInt8 {
    fileprivate var isLowercaseOrDigit: Bool { self >= 0x61 && self <= 0x7A || isASCIIDigit }
}
